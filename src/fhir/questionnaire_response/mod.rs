//! `QuestionnaireResponse`: a filled-in form for the clinic, and the same tree kept whole for going on with it.
//!
//! What is sent holds the answers of the items that are asked, hidden and calculated ones with them, and nothing of
//! those that are not. What is kept ([`tree`]) holds every answer, so that it is there again with its item.

mod fit;
mod write;

pub use fit::{Misfit, answers, fit};
pub use write::{content, tree, write};

use crate::care::{
    Id,
    form::{Form, Worked},
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// A filled-in form, ready to be written.
#[derive(Debug, Clone)]
pub struct Sheet<'a> {
    /// The same id again replaces what was said before.
    pub id: &'a Id,
    pub form: &'a Form,
    pub worked: &'a Worked,
    pub at: DateTime<Utc>,
    /// The zone the phone kept.
    pub zone: Tz,
    pub state: SheetState,
    /// What it was asked for by, as a reference: `CarePlan/1`.
    pub based_on: Option<String>,
    pub patient: Option<&'a Id>,
}

/// How far a form is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SheetState {
    InProgress,
    Completed,
    /// Changed after it had been completed.
    Amended,
}

impl SheetState {
    /// As `QuestionnaireResponse.status` says it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::InProgress => "in-progress",
            Self::Completed => "completed",
            Self::Amended => "amended",
        }
    }
}

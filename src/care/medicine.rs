//! A medicine line: what a clinician wrote for this patient, word for word.

use super::{Id, Private};
use chrono::{DateTime, NaiveDate, Utc};

/// One line. Whether it may be shown as an instruction is decided by [`MedicineLine::is_instruction`]
/// together with the plan that names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MedicineLine {
    pub id: Id,
    /// The medicine as the clinician wrote it.
    pub medicine: Private,
    /// The clinician's instruction to the patient, word for word.
    pub words: Option<Private>,
    /// Who wrote it, as shown by the clinic.
    pub author: Option<String>,
    pub written: Option<Written>,
    pub state: LineState,
    /// The clinic says this must not be taken (`doNotPerform`).
    pub do_not_take: bool,
}

/// When a line was written, as precisely as the clinic said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// An instant.
    At(DateTime<Utc>),
    /// A calendar day of the clinic.
    On(NaiveDate),
}

/// Whether a line is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineState {
    Active,
    /// Anything else: over, on hold, a draft, written by mistake.
    NotInForce,
}

impl MedicineLine {
    /// True if the line is in force; a plan must name it too before it is an instruction.
    #[must_use]
    pub fn is_instruction(&self) -> bool {
        self.state == LineState::Active
    }
}

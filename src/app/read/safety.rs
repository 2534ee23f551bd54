//! The card after an answer above zero to the question about harming oneself: what is true, and whom to call.

use super::HelpNumber;
use crate::care::{Id, safety::Told};

/// The card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafetyView {
    /// The filled-in form it is about.
    pub form: Id,
    /// It belongs on the first page, too: its time is not over, and the patient has not put it away.
    pub pinned: bool,
    /// What is true about the clinic knowing the answer.
    pub told: Told,
    pub clinic_name: Option<String>,
    /// In the order to be shown: crisis line, clinic, emergency.
    pub numbers: Vec<HelpNumber>,
}

//! Questions that can open a page of the journal, by where the patient is.

use serde::{Deserialize, Serialize};

/// The questions of each moment of care.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Prompts {
    pub intake: Vec<String>,
    pub preparation: Vec<String>,
    /// Just before a session.
    pub before: Vec<String>,
    /// The day of the session, afterwards.
    pub day0: Vec<String>,
    pub day1: Vec<String>,
    pub day3: Vec<String>,
    pub week1: Vec<String>,
    pub week4: Vec<String>,
    /// What is promised about the journal.
    pub rule: Option<String>,
}

//! The card for the first 24 hours after a session.

use super::{Moment, Numbers};
use serde::{Deserialize, Serialize};

/// What to do, what not to do, what to expect and whom to call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstDay {
    pub until: Moment,
    pub dont: Vec<String>,
    #[serde(rename = "do")]
    pub dos: Vec<String>,
    pub expect: Option<String>,
    /// Reasons to call the clinic.
    pub call_clinic: Vec<String>,
    /// Reasons to call the emergency number.
    pub call_emergency: Vec<String>,
    pub numbers: Numbers,
    pub src: Option<String>,
}

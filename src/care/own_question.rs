//! A question the patient wants to ask the clinic. It stays on this phone.

use super::{Id, Private};
use chrono::{DateTime, Utc};

/// One question of the patient's own list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnQuestion {
    pub id: Id,
    pub words: Private,
    /// The article it came from, by the id the clinic gave it.
    pub article: Option<String>,
    pub made_at: DateTime<Utc>,
    /// When the patient ticked it off.
    pub asked_at: Option<DateTime<Utc>>,
}

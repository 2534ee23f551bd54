//! What the clinic noted about the patient's being there for a visit.

use super::Id;
use chrono::{DateTime, Utc};

/// One stay at the clinic (FHIR `Encounter`), only ever written by the clinic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stay {
    pub id: Id,
    /// The visits it belongs to; mostly one.
    pub visits: Vec<Id>,
    /// When the patient left. `None` while the patient is there, and where the clinic gave no clock time.
    pub end: Option<DateTime<Utc>>,
}

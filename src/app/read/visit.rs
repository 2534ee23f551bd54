//! One visit as a screen shows it: times with their zone, the place, the people.

use crate::care::{Contact, Id, VisitKind, VisitState};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// A visit with everything a patient needs to find it.
#[derive(Debug, Clone, PartialEq)]
pub struct VisitView {
    pub id: Id,
    pub kind: VisitKind,
    pub state: VisitState,
    /// `None` while a request has no time yet.
    pub arrival: Option<Arrival>,
    pub place_name: Option<String>,
    /// Lines of the address, one under the other.
    pub address: Vec<String>,
    /// Ways to call the place or, if it has none, the clinic.
    pub contacts: Vec<Contact>,
    /// Names of the clinicians.
    pub with: Vec<String>,
    /// The clinic's own words about this visit.
    pub note: Option<String>,
}

/// When the visit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrival {
    /// The instant to be there. `None` while the clinic's rule for it is not known or cannot be read:
    /// then only the start is shown.
    pub arrive: Option<DateTime<Utc>>,
    /// The instant the visit itself starts.
    pub start: DateTime<Utc>,
    /// The clinic's zone: every time of the visit is shown in it.
    pub zone: Tz,
    /// True when the phone keeps another clock at that instant, so the zone has to be said.
    pub zone_differs: bool,
}

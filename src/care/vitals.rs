//! What the clinic measured: digits and units exactly as it wrote them, and no judgement of any.

use super::{Id, Private};
use chrono::{DateTime, Utc};

/// One measurement, with its values in the clinic's order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vitals {
    pub id: Id,
    pub at: DateTime<Utc>,
    pub values: Vec<VitalValue>,
}

/// One value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VitalValue {
    pub what: Vital,
    /// The digits as they were sent: `37.0` stays `37.0`. Two numbers of one blood pressure as `118/76`.
    pub digits: Private,
    /// The unit in the clinic's own way of writing it, if it gave one.
    pub unit: Option<String>,
}

/// What was measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Vital {
    BloodPressure,
    Pulse,
    /// Oxygen in the blood.
    Oxygen,
    Temperature,
    Breathing,
    /// Something else, by the clinic's own name for it.
    Other(String),
}

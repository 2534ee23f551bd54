//! When the clinic would like to hear how the patient is, and about what.

use super::{Clock, Moment, Offset};
use serde::{Deserialize, Serialize};

/// The schedule of check-ins.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CheckInPlan {
    pub daily: Option<Daily>,
    /// Points in time around a session.
    #[serde(default)]
    pub session: Vec<CheckInPoint>,
    /// What is said about days without one.
    pub missed: Option<String>,
}

/// The short check-in of every day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Daily {
    pub items: Vec<String>,
    #[serde(default)]
    pub optional: Vec<String>,
    /// When it is due, on the clinic's clock.
    pub clock: Clock,
    /// The first day, from the day of the session.
    pub from: Offset,
    /// The last day, from the day of the session.
    pub to: Offset,
    pub src: Option<String>,
}

/// One point in time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckInPoint {
    /// The point's own name; see [`CheckInPoint::key`].
    pub id: Option<String>,
    pub at: Moment,
    pub items: Vec<String>,
    #[serde(default)]
    pub optional: Vec<String>,
    pub src: Option<String>,
}

impl CheckInPoint {
    /// The name of this point: its own, or else one made of its time.
    #[must_use]
    pub fn key(&self) -> String {
        self.id.clone().unwrap_or_else(|| self.at.key())
    }
}

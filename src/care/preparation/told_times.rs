//! The times of a visit as the patient was shown them, so that other times for it are told and never slipped in.

use super::Limit;
use crate::care::Id;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What a patient goes by before one visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldTimes {
    pub visit: Id,
    start: DateTime<Utc>,
    arrival: DateTime<Utc>,
    /// Each cut-off by its id.
    limits: Vec<(String, DateTime<Utc>)>,
}

impl ToldTimes {
    /// The times as they stand.
    #[must_use]
    pub fn of(visit: &Id, start: DateTime<Utc>, arrival: DateTime<Utc>, limits: &[Limit]) -> Self {
        let limits = limits.iter().map(|limit| (limit.id.clone(), limit.at)).collect();
        Self { visit: visit.clone(), start, arrival, limits }
    }

    /// True if both are about the same visit at the same time. A visit that moved is told by a notice of its own.
    #[must_use]
    pub fn is_comparable(&self, other: &Self) -> bool {
        self.visit == other.visit && self.start == other.start
    }

    /// True if the rules have changed since: `self` was shown, `now` holds.
    #[must_use]
    pub fn changed(&self, now: &Self) -> bool {
        self.is_comparable(now) && self != now
    }
}

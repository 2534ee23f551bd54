//! A check-in: how the patient feels at one moment, in two numbers and, if they like, a little more.

use super::{Feeling, Id, Private, Sleep};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// A self-rating from 0 to 10 (numeric rating scale; care/instruments.md: no owner, no bands).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Score(u8);

/// The number is not on the scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a score is a whole number from 0 to 10")]
pub struct OffScale;

impl Score {
    /// The highest score.
    pub const MAX: u8 = 10;

    /// Takes `value` as a score.
    ///
    /// # Errors
    /// [`OffScale`] above 10.
    pub const fn new(value: u8) -> Result<Self, OffScale> {
        if value <= Self::MAX { Ok(Self(value)) } else { Err(OffScale) }
    }

    /// The number, 0 to 10.
    #[must_use]
    pub const fn value(self) -> u8 {
        self.0
    }

    /// Every score from 0 to 10, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..=Self::MAX).map(Self)
    }
}

impl TryFrom<u8> for Score {
    type Error = OffScale;
    fn try_from(value: u8) -> Result<Self, OffScale> {
        Self::new(value)
    }
}

impl From<Score> for u8 {
    fn from(score: Score) -> Self {
        score.0
    }
}

/// One check-in, as the patient made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckIn {
    /// Made on the phone; the clinic's server knows the same id.
    pub id: Id,
    /// The moment it is about: when it was made, or the one the patient named.
    pub at: DateTime<Utc>,
    /// The phone's zone when that was said: "7 pm" stays 7 pm wherever it is read.
    pub zone: Tz,
    /// 0 is the lowest mood, 10 the best.
    pub mood: Score,
    /// 0 is no anxiety, 10 the most.
    pub anxiety: Score,
    /// Each once, in the order of choosing.
    pub feelings: Vec<Feeling>,
    /// Last night's, as the patient counts it.
    pub sleep: Option<Sleep>,
    pub words: Option<Private>,
    /// When it was last changed, if it ever was.
    pub changed: Option<DateTime<Utc>>,
}

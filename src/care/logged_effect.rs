//! A side effect as the patient logged it. The app gives no verdict: it keeps and sends what was said.

use super::{Id, Private};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// How much of it there is: the four steps of the protocol's `side_effect_log` (severity 0-3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// It is not there: the patient looked, and can say so.
    None,
    Mild,
    Medium,
    Strong,
}

impl Severity {
    /// All of them, from none.
    pub const ALL: [Self; 4] = [Self::None, Self::Mild, Self::Medium, Self::Strong];

    /// The number, 0 to 3.
    #[must_use]
    pub const fn value(self) -> u8 {
        match self {
            Self::None => 0,
            Self::Mild => 1,
            Self::Medium => 2,
            Self::Strong => 3,
        }
    }

    /// The severity with this number.
    #[must_use]
    pub fn of_value(value: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|severity| severity.value() == value)
    }
}

/// One side effect, as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedEffect {
    /// Made on the phone; the clinic's server knows the same id.
    pub id: Id,
    /// Its name in the protocol's list.
    pub effect: String,
    /// The name of the part of it, where the list has parts.
    pub part: Option<String>,
    /// `None` for a reading such as blood pressure: what it showed stands in the note.
    pub severity: Option<Severity>,
    pub began: DateTime<Utc>,
    /// The phone's zone when it was logged.
    pub zone: Tz,
    /// `None` while it is still there.
    pub ended: Option<DateTime<Utc>>,
    pub note: Option<Private>,
    /// When the patient last said how it is.
    pub changed: DateTime<Utc>,
}

impl LoggedEffect {
    /// True until the patient says that it is over.
    #[must_use]
    pub const fn still_there(&self) -> bool {
        self.ended.is_none()
    }
}

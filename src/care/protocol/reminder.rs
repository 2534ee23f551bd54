//! What to be reminded of, when, and when a phone should stay quiet.

use super::{Clock, Moment};
use serde::{Deserialize, Serialize};

/// One reminder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// The reminder's own name; see [`Reminder::key`].
    pub id: Option<String>,
    pub at: Moment,
    /// The words, shown after unlocking. `{id}` stands for the clock time of that instruction's cut-off.
    pub what: String,
    pub src: Option<String>,
}

/// When reminders should not ring, on the clock where the patient sleeps: the phone's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuietHours {
    pub from: Clock,
    pub to: Clock,
    /// A reminder of a cut-off that falls into the quiet hours moves to this time on the evening before,
    /// never later.
    pub cutoffs_move_to: Option<Clock>,
    pub src: Option<String>,
}

impl Reminder {
    /// The name of this reminder: its own, or else one made of its time, which is the same in every version
    /// that keeps the time.
    #[must_use]
    pub fn key(&self) -> String {
        self.id.clone().unwrap_or_else(|| self.at.key())
    }
}

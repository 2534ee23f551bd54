//! What the clinic asks of patients who book, move or cancel a visit by themselves.

use super::{Hours, Offset, Setting};
use crate::care::time;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// How early, for every kind of visit. What is not said is not asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Booking {
    /// How long before its start a visit is moved or cancelled with enough notice.
    pub notice_hours: Option<Setting<Hours>>,
    /// What to do when it is later than that.
    #[serde(default)]
    pub late: LateChange,
    /// How long before its start a time can be asked for at the latest.
    pub ahead_hours: Option<Setting<Hours>>,
}

/// What the clinic wants where there is not enough notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LateChange {
    /// It can be asked for all the same; the clinic's number is shown.
    #[default]
    Ask,
    /// By a call only.
    Call,
}

/// The days after a session in which a visit may be: `{from: P1D, to: P3D}`, both ends included. Whole days are calendar
/// days of the clinic; hours are elapsed time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    pub from: Offset,
    pub to: Offset,
    pub src: Option<String>,
}

impl Window {
    /// The first instant of it and the first after it, for a session that starts at `start`. `None` beyond the calendar.
    #[must_use]
    pub fn around(&self, start: DateTime<Utc>, zone: Tz) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        let (from, to) = (self.from.after(start, zone)?, self.to.after(start, zone)?);
        let from =
            if self.from.is_whole_days() { time::start_of_day(time::day_of(from, zone), zone) } else { from };
        let to = if self.to.is_whole_days() {
            time::end_of_day(time::day_of(to, zone), zone)
        } else {
            // Its last instant is still within.
            to.checked_add_signed(chrono::TimeDelta::milliseconds(1))?
        };
        Some((from, to))
    }
}

//! Days counted from today, made into dates and instants of the clinic's calendar.

use crate::care::protocol::Clock;
use crate::care::time::instant_of;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;

/// Today in the clinic's zone, and that zone: what every date of a sample is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dates {
    pub today: NaiveDate,
    pub zone: Tz,
}

/// The date lies beyond the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a day so far from today is beyond the calendar")]
pub struct OffCalendar;

impl Dates {
    /// The calendar day `days` after today, before it when below zero.
    pub fn day(&self, days: i32) -> Result<NaiveDate, OffCalendar> {
        self.today.checked_add_signed(TimeDelta::days(days.into())).ok_or(OffCalendar)
    }

    /// The instant the clinic's clock shows `at` on that day; where the clock skips it, the instant after
    /// the skip, and where it shows it twice, the first.
    pub fn instant(&self, days: i32, at: Clock) -> Result<DateTime<Utc>, OffCalendar> {
        Ok(instant_of(self.day(days)?.and_time(at.time()), self.zone))
    }
}

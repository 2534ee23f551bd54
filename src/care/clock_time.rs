//! An instant as a clock on the wall shows it, which knows when that wall shows the same time twice.

use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;

/// What a clock in `zone` shows. On the night when clocks go back, one hour is shown twice; whoever shows
/// such a time says which one is meant ("1:30 am, before the clocks go back"), for read as the other one a
/// cut-off would seem to be an hour later than the clinic's rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ClockTime {
    pub local: NaiveDateTime,
    pub zone: Tz,
    /// Which of the two it is, where the clock shows `local` twice.
    pub twice: Option<Twice>,
}

/// One of the two times a clock shows the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Twice {
    /// Before the clocks go back.
    First,
    /// After the clocks went back.
    Second,
}

impl ClockTime {
    /// What a clock in `zone` shows at `instant`.
    #[must_use]
    pub fn of(instant: DateTime<Utc>, zone: Tz) -> Self {
        let local = instant.with_timezone(&zone).naive_local();
        let shown = zone.from_local_datetime(&local);
        let twice = match (shown.earliest(), shown.latest()) {
            (Some(first), Some(second)) if first != second => {
                Some(if instant == first { Twice::First } else { Twice::Second })
            }
            _ => None,
        };
        Self { local, zone, twice }
    }

    /// True if a clock in `other` shows something else at this instant.
    #[must_use]
    pub fn differs_in(self, other: Tz) -> bool {
        let shown = self.zone.from_local_datetime(&self.local);
        let meant = if self.twice == Some(Twice::Second) { shown.latest() } else { shown.earliest() };
        meant.is_none_or(|meant| meant.with_timezone(&other).naive_local() != self.local)
    }
}

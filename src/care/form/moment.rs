//! Dates and times as FHIR lets people give them: as exact as they are known.

use chrono::{DateTime, FixedOffset, NaiveDate};
use std::fmt;

/// A day, or as much of one as is known: a year, or a year and a month.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartialDate {
    Year(i32),
    /// Year and month, 1 to 12.
    Month(i32, u32),
    Day(NaiveDate),
}

/// An instant with the offset of the clock it was read from, or only a day.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartialDateTime {
    Date(PartialDate),
    Instant(DateTime<FixedOffset>),
}

impl fmt::Debug for PartialDate {
    /// Leaves the day out: it may be an answer.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PartialDate(..)")
    }
}

impl fmt::Debug for PartialDateTime {
    /// Leaves the instant out: it may be an answer.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PartialDateTime(..)")
    }
}

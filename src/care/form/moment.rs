//! Dates and times as FHIR lets people give them: as exact as they are known.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, SecondsFormat};
use std::{cmp::Ordering, fmt, str::FromStr};

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

/// The text is no date or time as FHIR writes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date or time as FHIR writes them")]
pub struct BadMoment;

impl FromStr for PartialDate {
    type Err = BadMoment;

    /// Reads `YYYY`, `YYYY-MM` and `YYYY-MM-DD`.
    fn from_str(text: &str) -> Result<Self, BadMoment> {
        let shape =
            |(place, c): (usize, char)| if matches!(place, 4 | 7) { c == '-' } else { c.is_ascii_digit() };
        if !text.chars().enumerate().all(shape) {
            return Err(BadMoment);
        }
        let first_of = |rest: &str| format!("{text}{rest}").parse::<NaiveDate>().map_err(|_| BadMoment);
        match text.len() {
            4 => first_of("-01-01").map(|day| Self::Year(day.year())),
            7 => first_of("-01").map(|day| Self::Month(day.year(), day.month())),
            10 => first_of("").map(Self::Day),
            _ => Err(BadMoment),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(day) => write!(f, "{day}"),
        }
    }
}

impl PartialDate {
    /// The year, with the month and the day where they are known.
    #[must_use]
    pub fn parts(&self) -> (i32, Option<u32>, Option<u32>) {
        match self {
            Self::Year(year) => (*year, None, None),
            Self::Month(year, month) => (*year, Some(*month), None),
            Self::Day(day) => (day.year(), Some(day.month()), Some(day.day())),
        }
    }

    /// Which of two dates is later. None where what is known of them does not tell, as for a day of a month and
    /// that month.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        let ((year, month, day), (other_year, other_month, other_day)) = (self.parts(), other.parts());
        let parts = [
            (Some(year), Some(other_year)),
            (whole(month), whole(other_month)),
            (whole(day), whole(other_day)),
        ];
        for (part, other_part) in parts {
            match (part, other_part) {
                (Some(part), Some(other_part)) if part != other_part => return Some(part.cmp(&other_part)),
                (Some(_), Some(_)) => {}
                (None, None) => return Some(Ordering::Equal),
                _ => return None,
            }
        }
        Some(Ordering::Equal)
    }
}

/// Months and days are small.
fn whole(part: Option<u32>) -> Option<i32> {
    part.and_then(|part| i32::try_from(part).ok())
}

impl FromStr for PartialDateTime {
    type Err = BadMoment;

    /// Reads a date as [`PartialDate`] does, or a date with a time to the second or finer and an offset.
    fn from_str(text: &str) -> Result<Self, BadMoment> {
        if text.len() <= 10 {
            return text.parse().map(Self::Date);
        }
        // RFC 3339 is a little wider than FHIR: it also knows small letters and a space.
        let strict = text.is_ascii() && text.as_bytes().get(10) == Some(&b'T') && !text.contains('z');
        let instant = DateTime::parse_from_rfc3339(text).map_err(|_| BadMoment)?;
        if strict { Ok(Self::Instant(instant)) } else { Err(BadMoment) }
    }
}

impl fmt::Display for PartialDateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Instant(at) => f.write_str(&at.to_rfc3339_opts(SecondsFormat::AutoSi, true)),
        }
    }
}

impl PartialDateTime {
    /// Which of two is later. None where what is known of them does not tell; a date is compared with the day that
    /// the other's own clock showed.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        let unlike = |order: Option<Ordering>| order.filter(|order| order.is_ne());
        match (self, other) {
            (Self::Instant(one), Self::Instant(other)) => Some(one.cmp(other)),
            (Self::Date(one), Self::Date(other)) => one.compare(other),
            (Self::Instant(one), Self::Date(other)) => {
                unlike(PartialDate::Day(one.date_naive()).compare(other))
            }
            (Self::Date(one), Self::Instant(other)) => {
                unlike(one.compare(&PartialDate::Day(other.date_naive())))
            }
        }
    }
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

#[cfg(test)]
#[path = "moment_tests.rs"]
mod tests;

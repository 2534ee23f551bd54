//! A signed ISO 8601 duration: days are calendar days of the clinic, hours are elapsed time.

use crate::care::time::instant_of;
use chrono::{DateTime, Days, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// How far before or after an anchor something is: `-P1D`, `PT24H`, `P1DT6H`.
///
/// `P1D` and `PT24H` differ on the days when clocks change: the first keeps the clock time, the second the
/// elapsed time. Months and years are no offsets, for nobody could say how long they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Offset {
    /// Calendar days, below zero for before.
    days: i32,
    /// Elapsed seconds, below zero for before; the sign is that of `days`.
    seconds: i32,
}

/// The text is no signed duration of weeks, days, hours, minutes and seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a duration: write for example P7D (seven days), -PT90M (ninety minutes before) or P1DT6H")]
pub struct BadOffset;

/// Longer ones are slips of the pen, and shorter ones keep every sum far from its limits.
const LONGEST_DAYS: i32 = 3660;

impl Offset {
    /// No distance at all.
    pub const ZERO: Self = Self { days: 0, seconds: 0 };

    /// The instant at this distance from `anchor`: first the calendar days in the clinic's `zone`, with the
    /// clock time kept, then the elapsed hours. `None` beyond the calendar.
    #[must_use]
    pub fn after(self, anchor: DateTime<Utc>, zone: Tz) -> Option<DateTime<Utc>> {
        let moved = if self.days == 0 {
            anchor
        } else {
            let local = anchor.with_timezone(&zone).naive_local();
            let days = Days::new(u64::from(self.days.unsigned_abs()));
            let day = if self.days < 0 { local.checked_sub_days(days) } else { local.checked_add_days(days) };
            instant_of(day?, zone)
        };
        moved.checked_add_signed(TimeDelta::seconds(self.seconds.into()))
    }

    /// Its length where no day changes its clocks; for comparing and for repeating, not for reckoning.
    #[must_use]
    pub fn nominal(self) -> TimeDelta {
        TimeDelta::days(self.days.into()) + TimeDelta::seconds(self.seconds.into())
    }

    /// True for a distance of whole calendar days, which keeps the clock time of its anchor.
    #[must_use]
    pub const fn is_whole_days(self) -> bool {
        self.seconds == 0
    }
}

impl PartialOrd for Offset {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        // `P1D` and `PT24H` are neither equal nor one before the other.
        match self.nominal().cmp(&other.nominal()) {
            std::cmp::Ordering::Equal if self != other => None,
            order => Some(order),
        }
    }
}

impl FromStr for Offset {
    type Err = BadOffset;

    fn from_str(text: &str) -> Result<Self, BadOffset> {
        let (sign, rest) = match text.as_bytes().first() {
            Some(b'-') => (-1, text.get(1..)),
            Some(b'+') => (1, text.get(1..)),
            _ => (1, Some(text)),
        };
        let rest = rest.and_then(|rest| rest.strip_prefix('P')).ok_or(BadOffset)?;
        let (date, time) = rest.split_once('T').map_or((rest, None), |(date, time)| (date, Some(time)));
        if time == Some("") || (date.is_empty() && time.is_none()) {
            return Err(BadOffset);
        }
        let days = sum(date, &[('W', 7), ('D', 1)])?;
        let seconds = sum(time.unwrap_or_default(), &[('H', 3600), ('M', 60), ('S', 1)])?;
        if days > LONGEST_DAYS || seconds > LONGEST_DAYS * 86_400 {
            return Err(BadOffset);
        }
        Ok(Self { days: sign * days, seconds: sign * seconds })
    }
}

/// Adds up `3W2D`: each unit at most once, in this order, with a whole number before it.
fn sum(text: &str, units: &[(char, i32)]) -> Result<i32, BadOffset> {
    let (mut rest, mut total) = (text, 0_i32);
    for (unit, worth) in units {
        let Some((number, after)) = rest.split_once(*unit) else { continue };
        if number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit()) {
            return Err(BadOffset);
        }
        let number: i32 = number.parse().map_err(|_| BadOffset)?;
        total = number.checked_mul(*worth).and_then(|part| total.checked_add(part)).ok_or(BadOffset)?;
        rest = after;
    }
    if rest.is_empty() { Ok(total) } else { Err(BadOffset) }
}

impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (days, seconds) = (self.days.unsigned_abs(), self.seconds.unsigned_abs());
        let sign = if self.days < 0 || self.seconds < 0 { "-" } else { "" };
        write!(f, "{sign}P")?;
        if days > 0 {
            write!(f, "{days}D")?;
        }
        if seconds > 0 || days == 0 {
            f.write_str("T")?;
        }
        for (amount, unit) in [(seconds / 3600, 'H'), (seconds / 60 % 60, 'M'), (seconds % 60, 'S')] {
            if amount > 0 {
                write!(f, "{amount}{unit}")?;
            }
        }
        if days == 0 && seconds == 0 { f.write_str("0H") } else { Ok(()) }
    }
}

impl TryFrom<String> for Offset {
    type Error = BadOffset;
    fn try_from(text: String) -> Result<Self, BadOffset> {
        text.parse()
    }
}

impl From<Offset> for String {
    fn from(offset: Offset) -> Self {
        offset.to_string()
    }
}

#[cfg(test)]
#[path = "offset_tests.rs"]
mod tests;

//! What was typed, understood as a value or not at all: nothing is guessed.

use crate::care::form::{Decimal, ItemKind, PartialDate, PartialDateTime, Value};
use chrono::{LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Timelike};
use chrono_tz::Tz;

/// What a field holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Typed {
    /// Nothing.
    Blank,
    Value(Value),
    /// Something that is no answer of the type asked for.
    Unread,
}

impl Typed {
    fn of(value: Option<Value>) -> Self {
        value.map_or(Self::Unread, Self::Value)
    }

    /// The value, if it is one.
    pub fn value(self) -> Option<Value> {
        match self {
            Self::Value(value) => Some(value),
            Self::Blank | Self::Unread => None,
        }
    }
}

/// A single line as an answer of this kind. What people type around a number or a word is cut off.
#[must_use]
pub fn line(kind: ItemKind, text: &str) -> Typed {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Typed::Blank;
    }
    match kind {
        ItemKind::Integer => Typed::of(trimmed.parse().ok().map(Value::Integer)),
        ItemKind::Decimal | ItemKind::Quantity => Typed::of(decimal(trimmed).map(Value::Decimal)),
        ItemKind::Time => Typed::of(time(trimmed).map(Value::Time)),
        ItemKind::Url if trimmed.contains(char::is_whitespace) => Typed::Unread,
        ItemKind::Url => Typed::Value(Value::Uri(crate::care::Private::new(trimmed))),
        _ => Typed::Value(Value::Text(crate::care::Private::new(trimmed))),
    }
}

/// A decimal number, with a point or a comma. A comma before three digits may part thousands: that is not read.
#[must_use]
pub fn decimal(text: &str) -> Option<Decimal> {
    let text = text.trim();
    match text.split_once(',') {
        None => text.parse().ok(),
        Some((_, behind)) if behind.len() == 3 || text.contains('.') => None,
        Some((whole, behind)) => format!("{whole}.{behind}").parse().ok(),
    }
}

/// A clock time as people write it: `9:15`, `9.15`, `9:15 am`, `9 pm`, `21:30`.
#[must_use]
pub fn time(text: &str) -> Option<NaiveTime> {
    let small: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let small = small.replace("a.m.", "am").replace("p.m.", "pm");
    let (digits, half) = match (small.strip_suffix("am"), small.strip_suffix("pm")) {
        (Some(digits), _) => (digits, Some(false)),
        (_, Some(digits)) => (digits, Some(true)),
        (None, None) => (small.as_str(), None),
    };
    let (hour, minute) = match digits.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute.parse().ok()?),
        Some(_) => return None,
        // An hour alone is a time only with its half of the day.
        None => (digits, half.map(|_| 0)?),
    };
    let hour: u32 = hour.parse().ok()?;
    let hour = match half {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// A day in three fields, the last ones left out where they are not known.
#[must_use]
pub fn date(year: &str, month: &str, day: &str) -> Typed {
    let (year, month, day) = (year.trim(), month.trim(), day.trim());
    if year.is_empty() && month.is_empty() && day.is_empty() {
        return Typed::Blank;
    }
    Typed::of(known_date(year, month, day).map(Value::Date))
}

fn known_date(year: &str, month: &str, day: &str) -> Option<PartialDate> {
    // Two digits could be of any century.
    let whole = (year.len() == 4).then(|| year.parse().ok()).flatten()?;
    match (month, day) {
        ("", "") => Some(PartialDate::Year(whole)),
        ("", _) => None,
        (month, "") => {
            month.parse().ok().filter(|m| (1..=12).contains(m)).map(|m| PartialDate::Month(whole, m))
        }
        (month, day) => {
            NaiveDate::from_ymd_opt(whole, month.parse().ok()?, day.parse().ok()?).map(PartialDate::Day)
        }
    }
}

/// A day with, if it is given, the time on the clock of `zone`. Of a time that clock shows twice, the first.
#[must_use]
pub fn date_time(date: Typed, time: &str, zone: Tz) -> Typed {
    let date = match date {
        Typed::Value(Value::Date(date)) => date,
        Typed::Blank if time.trim().is_empty() => return Typed::Blank,
        _ => return Typed::Unread,
    };
    if time.trim().is_empty() {
        return Typed::Value(Value::DateTime(PartialDateTime::Date(date)));
    }
    let (PartialDate::Day(day), Some(time)) = (date, self::time(time)) else { return Typed::Unread };
    Typed::of(instant(day.and_time(time), zone).map(Value::DateTime))
}

fn instant(local: NaiveDateTime, zone: Tz) -> Option<PartialDateTime> {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => {
            Some(PartialDateTime::Instant(at.fixed_offset()))
        }
        LocalResult::None => None,
    }
}

/// A day as the three fields show it: year, month, day.
#[must_use]
pub fn fields(date: PartialDate) -> [String; 3] {
    use chrono::Datelike;
    match date {
        PartialDate::Year(year) => [format!("{year:04}"), String::new(), String::new()],
        PartialDate::Month(year, month) => [format!("{year:04}"), month.to_string(), String::new()],
        PartialDate::Day(day) => {
            [format!("{:04}", day.year()), day.month().to_string(), day.day().to_string()]
        }
    }
}

/// A time as its field shows it.
#[must_use]
pub fn clock(time: NaiveTime) -> String {
    if time.second() == 0 { time.format("%H:%M").to_string() } else { time.format("%H:%M:%S").to_string() }
}

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;

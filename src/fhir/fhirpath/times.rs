//! Dates and times in expressions: how they are written, read, and moved by a time.

use super::expr::Literal;
use super::node::Node;
use crate::care::form::{Decimal, PartialDate, PartialDateTime};
pub(super) use crate::fhir::form_moment::time;
use chrono::{DateTime, Datelike, Days, FixedOffset, Months, NaiveDate, TimeDelta};

/// A unit of the calendar or the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Months(i64),
    Days(i64),
    Milliseconds(i64),
}

/// The unit a word names. The codes of UCUM are understood where they mean the same.
pub(super) fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "year" | "years" => Unit::Months(12),
        "month" | "months" => Unit::Months(1),
        "week" | "weeks" | "wk" => Unit::Days(7),
        "day" | "days" | "d" => Unit::Days(1),
        "hour" | "hours" | "h" => Unit::Milliseconds(3_600_000),
        "minute" | "minutes" | "min" => Unit::Milliseconds(60_000),
        "second" | "seconds" | "s" => Unit::Milliseconds(1_000),
        "millisecond" | "milliseconds" | "ms" => Unit::Milliseconds(1),
        _ => return None,
    })
}

/// What stands after an `@`.
pub(super) fn literal(text: &str) -> Result<Literal, String> {
    let wrong = || "a date or time that is none".to_owned();
    if let Some(clock) = text.strip_prefix('T') {
        return time(clock).map(Literal::Time).ok_or_else(wrong);
    }
    match text.strip_suffix('T') {
        Some(date) => {
            date.parse().map(|date| Literal::DateTime(PartialDateTime::Date(date))).map_err(|_| wrong())
        }
        None if text.contains('T') => date_time(text).map(Literal::DateTime).ok_or_else(|| {
            "a date with a time to the second and an offset from UTC is understood, this".to_owned()
        }),
        None => text.parse().map(Literal::Date).map_err(|_| wrong()),
    }
}

/// A date, or a date with a time and an offset. A time to the minute is taken as its first second.
pub(super) fn date_time(text: &str) -> Option<PartialDateTime> {
    if let Ok(at) = text.parse() {
        return Some(at);
    }
    let (minutes, offset) = text.split_at_checked(16)?;
    format!("{minutes}:00{offset}").parse().ok()
}

/// A date or time moved by so many of a unit; none where the calendar ends, or where the unit is finer than what is
/// known.
pub(super) fn moved<'a>(node: &Node<'a>, by: Decimal, word: &str) -> Option<Node<'a>> {
    // Parts of a unit move nothing.
    let by = i64::try_from(by.goes(Decimal::from(1))?.whole()?).ok()?;
    let unit = unit(word)?;
    match node {
        Node::Date(date) => date_moved(*date, by, unit).map(Node::Date),
        Node::DateTime(PartialDateTime::Date(date)) => {
            date_moved(*date, by, unit).map(|date| Node::DateTime(PartialDateTime::Date(date)))
        }
        Node::DateTime(PartialDateTime::Instant(at)) => {
            instant_moved(*at, by, unit).map(|at| Node::DateTime(PartialDateTime::Instant(at)))
        }
        Node::Time(time) => match unit {
            Unit::Milliseconds(each) => {
                let by = TimeDelta::try_milliseconds(by.checked_mul(each)?)?;
                Some(Node::Time(time.overflowing_add_signed(by).0))
            }
            _ => None,
        },
        _ => None,
    }
}

fn date_moved(date: PartialDate, by: i64, unit: Unit) -> Option<PartialDate> {
    let months = |months: i64| by.checked_mul(months);
    match (date, unit) {
        (PartialDate::Year(year), Unit::Months(each)) => {
            let years = i32::try_from(months(each)? / 12).ok()?;
            year.checked_add(years).filter(|year| (1..=9999).contains(year)).map(PartialDate::Year)
        }
        (PartialDate::Month(year, month), Unit::Months(each)) => {
            let day = month_moved(NaiveDate::from_ymd_opt(year, month, 1)?, months(each)?)?;
            Some(PartialDate::Month(day.year(), day.month()))
        }
        (PartialDate::Day(day), Unit::Months(each)) => month_moved(day, months(each)?).map(PartialDate::Day),
        (PartialDate::Day(day), Unit::Days(each)) => {
            day_moved(day, by.checked_mul(each)?).map(PartialDate::Day)
        }
        (PartialDate::Day(day), Unit::Milliseconds(each)) => {
            day_moved(day, by.checked_mul(each)? / 86_400_000).map(PartialDate::Day)
        }
        _ => None,
    }
}

fn month_moved(day: NaiveDate, months: i64) -> Option<NaiveDate> {
    let by = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
    let moved = if months < 0 { day.checked_sub_months(by) } else { day.checked_add_months(by) };
    moved.filter(|day| (1..=9999).contains(&day.year()))
}

fn day_moved(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    let by = Days::new(days.unsigned_abs());
    let moved = if days < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) };
    moved.filter(|day| (1..=9999).contains(&day.year()))
}

fn instant_moved(at: DateTime<FixedOffset>, by: i64, unit: Unit) -> Option<DateTime<FixedOffset>> {
    let moved = if let Unit::Milliseconds(each) = unit {
        at.checked_add_signed(TimeDelta::try_milliseconds(by.checked_mul(each)?)?)
    } else {
        let PartialDate::Day(day) = date_moved(PartialDate::Day(at.date_naive()), by, unit)? else {
            return None;
        };
        day.and_time(at.time()).and_local_timezone(*at.offset()).single()
    };
    moved.filter(|at| (1..=9999).contains(&at.year()))
}

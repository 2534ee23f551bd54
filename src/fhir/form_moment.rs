//! Dates and times of forms as FHIR writes them: no more and no less exact than they were given.

use crate::care::form::{PartialDate, PartialDateTime};
use chrono::{DateTime, NaiveDate, NaiveTime, SecondsFormat, Timelike};

/// A FHIR `date`: a year, a month or a day.
pub(super) fn date(text: &str) -> Option<PartialDate> {
    let whole = |text: &str| {
        let day: NaiveDate = text.parse().ok()?;
        (day.to_string() == text).then_some(day)
    };
    match text.len() {
        4 => whole(&format!("{text}-01-01")).map(|day| PartialDate::Year(chrono::Datelike::year(&day))),
        7 => whole(&format!("{text}-01")).map(|day| {
            let (year, month) = (chrono::Datelike::year(&day), chrono::Datelike::month(&day));
            PartialDate::Month(year, month)
        }),
        10 => whole(text).map(PartialDate::Day),
        _ => None,
    }
}

/// A FHIR `dateTime`: a date, or an instant with its offset.
pub(super) fn date_time(text: &str) -> Option<PartialDateTime> {
    if text.len() <= 10 {
        return date(text).map(PartialDateTime::Date);
    }
    // RFC 3339 is a little wider than FHIR: it also knows small letters and a space.
    let strict = text.is_ascii() && text.as_bytes().get(10) == Some(&b'T') && !text.contains('z');
    let instant = if strict { DateTime::parse_from_rfc3339(text).ok() } else { None };
    instant.map(PartialDateTime::Instant)
}

/// A FHIR `time`, or one without seconds, which is as certain.
pub(super) fn time(text: &str) -> Option<NaiveTime> {
    let digits = text.bytes().take(5).filter(u8::is_ascii_digit).count() == 4;
    let form = if text.len() == 5 { "%H:%M" } else { "%H:%M:%S%.f" };
    if digits { NaiveTime::parse_from_str(text, form).ok() } else { None }
}

pub(super) fn written_date(date: PartialDate) -> String {
    match date {
        PartialDate::Year(year) => format!("{year:04}"),
        PartialDate::Month(year, month) => format!("{year:04}-{month:02}"),
        PartialDate::Day(day) => day.to_string(),
    }
}

pub(super) fn written_date_time(at: PartialDateTime) -> String {
    match at {
        PartialDateTime::Date(date) => written_date(date),
        PartialDateTime::Instant(at) => at.to_rfc3339_opts(SecondsFormat::AutoSi, true),
    }
}

pub(super) fn written_time(time: NaiveTime) -> String {
    let form = if time.nanosecond() == 0 { "%H:%M:%S" } else { "%H:%M:%S%.f" };
    time.format(form).to_string()
}

//! FHIR dates and times, as precise as they were written and no more.

use super::element::Element;
use super::systems::TIME_ZONE;
use super::{Unreadable, What};
use crate::care::Due;
use chrono::{DateTime, Months, NaiveDate, Offset, SecondsFormat, Utc};
use chrono_tz::Tz;

/// A FHIR `dateTime`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moment {
    /// A point in time.
    At(DateTime<Utc>),
    /// Some time between these days, both included: a day, a month or a year.
    Within(NaiveDate, NaiveDate),
}

impl Moment {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let span = |first: NaiveDate, months| {
            let last = first.checked_add_months(Months::new(months))?.pred_opt()?;
            Some(Self::Within(first, last))
        };
        match text.len() {
            4 => span(day(&format!("{text}-01-01"))?, 12),
            7 => span(day(&format!("{text}-01"))?, 1),
            10 => day(text).map(|day| Self::Within(day, day)),
            _ => instant(text).map(Self::At),
        }
    }

    /// The moment as a time from which something holds: a month or a year begins with its first day.
    pub(super) fn begins(self) -> Due {
        match self {
            Self::At(instant) => Due::At(instant),
            Self::Within(first, _) => Due::On(first),
        }
    }

    /// The moment as a time by which something is due: a month or a year lasts until its last day.
    pub(super) fn due(self) -> Due {
        match self {
            Self::At(instant) => Due::At(instant),
            Self::Within(_, last) => Due::On(last),
        }
    }
}

/// A FHIR `instant`: date, time with seconds, and offset.
pub(super) fn instant(text: &str) -> Option<DateTime<Utc>> {
    // RFC 3339 is a little wider than FHIR: it also knows small letters and a space.
    let strict = text.is_ascii() && text.as_bytes().get(10) == Some(&b'T') && !text.contains('z');
    if strict { DateTime::parse_from_rfc3339(text).ok().map(|instant| instant.to_utc()) } else { None }
}

fn day(text: &str) -> Option<NaiveDate> {
    // Parsing alone would also accept days without their leading zeros.
    text.parse().ok().filter(|day: &NaiveDate| day.to_string() == text)
}

/// The zone an element keeps its clock in, from the standard extension.
pub(super) fn zone(element: &Element<'_>) -> Result<Option<Tz>, Unreadable> {
    let Some(extension) = element.extension(&TIME_ZONE)? else { return Ok(None) };
    let name = extension.need("valueCode", extension.text("valueCode")?)?;
    name.parse().map(Some).map_err(|_| extension.wrong("valueCode", What::UnknownCode))
}

/// An instant as the clock in `zone` shows it, with that clock's offset. FHIR has no seconds in an offset, which
/// some zones had until 1972: those instants are written in UTC.
pub(super) fn local_time(at: DateTime<Utc>, zone: Tz) -> String {
    let offset = at.with_timezone(&zone).offset().fix();
    let whole_minutes = offset.local_minus_utc() % 60 == 0;
    let offset = if whole_minutes { offset } else { Utc.fix() };
    at.with_timezone(&offset).to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

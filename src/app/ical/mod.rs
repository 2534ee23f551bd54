//! Writes a file for any calendar (iCalendar, RFC 5545) that says when, and not what for.

mod zone;

use crate::care::{CalendarTimes, Id, InCalendar};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use icalendar::{
    Alarm, Calendar, CalendarDateTime, Class, Component, DatePerhapsTime, Event, EventLike, EventStatus,
    Property,
};
use sha2::{Digest, Sha256};

/// How long before one is to be there the calendar rings.
const ALARM: TimeDelta = TimeDelta::hours(1);

/// What stands in a calendar, in the patient's language. Whoever sees the calendar reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarWords {
    /// Neutral: "Appointment".
    pub title: String,
    /// The name and the address of the place, in one line, where the patient asked for it.
    pub place: Option<String>,
}

/// The file: one event, with an alarm unless it takes the visit out. `zone` is the clinic's; `made` is now.
///
/// The same visit always has the same name in the calendar (`UID`), so a later file changes the event; the name tells
/// nothing about it.
pub(in crate::app) fn file(
    visit: &Id,
    entry: &InCalendar,
    zone: Tz,
    words: &CalendarWords,
    made: DateTime<Utc>,
) -> String {
    let CalendarTimes { from, to } = entry.times;
    let mut event = Event::with_uid(&uid(visit));
    event
        .timestamp(made)
        .sequence(entry.sequence)
        .summary(&words.title)
        .class(Class::Private)
        .starts(written(from, zone))
        .status(if entry.out { EventStatus::Cancelled } else { EventStatus::Confirmed });
    if let Some(to) = to {
        event.ends(written(to, zone));
    }
    if let Some(place) = &words.place {
        // A line end that is no line feed would not be escaped.
        let place: String = place.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
        event.location(&place);
    }
    if !entry.out {
        let mut alarm = Alarm::display(&words.title, -ALARM);
        // Else the library puts a name drawn by chance and the system's own clock there.
        alarm.uid(&format!("{}-alarm", uid(visit))).timestamp(made);
        event.alarm(alarm);
    }
    let mut calendar = Calendar::empty();
    for (name, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//Cairn//Cairn//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", if entry.out { "CANCEL" } else { "PUBLISH" }),
    ] {
        calendar.append_property(Property::new(name, value));
    }
    let event = calendar.push(event.done()).to_string();
    // The library reads time zones and cannot write them; the first event stands after nothing a person wrote.
    let zones = zone::component(zone, from, to.unwrap_or(from));
    event.replacen("BEGIN:VEVENT", &format!("{zones}BEGIN:VEVENT"), 1)
}

/// On the clinic's clock; where that clock shows the time twice, in UTC, which is never doubtful.
fn written(at: DateTime<Utc>, zone: Tz) -> DatePerhapsTime {
    let local = at.with_timezone(&zone).naive_local();
    let once = local.and_local_timezone(zone).single().is_some();
    DatePerhapsTime::DateTime(if once {
        CalendarDateTime::WithTimezone { date_time: local, tzid: zone.name().to_owned() }
    } else {
        CalendarDateTime::Utc(at)
    })
}

/// The event's name: made of the visit's, which cannot be read from it.
fn uid(visit: &Id) -> String {
    let hash: [u8; 32] = Sha256::new_with_prefix("calendar").chain_update(visit.as_str()).finalize().into();
    let mut name = [0; 16];
    name.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
    uuid::Builder::from_custom_bytes(name).into_uuid().to_string()
}

#[cfg(test)]
#[path = "../ical_tests.rs"]
mod tests;

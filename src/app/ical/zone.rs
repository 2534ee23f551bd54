//! How a zone's clock stands in a calendar file: the part of its rules that the times in the file need.

use crate::care::time::ahead_of_utc;
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::{OffsetComponents, Tz};
use std::fmt::Write;

/// No clock is put forward or back twice within this.
const BETWEEN_CHANGES: TimeDelta = TimeDelta::days(1);
/// A clock that was not changed for this long counts as one that stands still.
const STANDS: TimeDelta = TimeDelta::days(400);

/// `VTIMEZONE` for the times from `from` to `to`: how the clock stood then, since when, and how before.
pub(super) fn component(zone: Tz, from: DateTime<Utc>, to: DateTime<Utc>) -> String {
    let mut text = format!("BEGIN:VTIMEZONE\r\nTZID:{}\r\n", zone.name());
    let mut at = from;
    loop {
        let since = last_change(zone, at);
        observance(&mut text, zone, since, at);
        match next_change(zone, at, to) {
            Some(next) => at = next,
            None => break,
        }
    }
    text.push_str("END:VTIMEZONE\r\n");
    text
}

/// How the clock stands at `at`, since `since`.
fn observance(text: &mut String, zone: Tz, since: Option<DateTime<Utc>>, at: DateTime<Utc>) {
    let kind = if at.with_timezone(&zone).offset().dst_offset().is_zero() { "STANDARD" } else { "DAYLIGHT" };
    let to = ahead_of_utc(at, zone);
    let before = since.map_or(to, |since| ahead_of_utc(since - TimeDelta::seconds(1), zone));
    // The clock's own time at which it changed is counted as it stood before (RFC 5545, 3.6.5).
    let begins = since.unwrap_or(DateTime::UNIX_EPOCH) + TimeDelta::seconds(before.into());
    let begins = begins.format("%Y%m%dT%H%M%S");
    // Writing to a string cannot go wrong.
    let _ = write!(
        text,
        "BEGIN:{kind}\r\nDTSTART:{begins}\r\nTZOFFSETFROM:{}\r\nTZOFFSETTO:{}\r\nEND:{kind}\r\n",
        sign(before),
        sign(to)
    );
}

/// `+0530`.
fn sign(seconds: i32) -> String {
    let minutes = seconds.abs() / 60;
    format!("{}{:02}{:02}", if seconds < 0 { '-' } else { '+' }, minutes / 60, minutes % 60)
}

/// When the clock was changed to how it stands at `at`.
fn last_change(zone: Tz, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let mut later = at;
    while at - later < STANDS {
        let earlier = later.checked_sub_signed(BETWEEN_CHANGES)?;
        if ahead_of_utc(earlier, zone) != ahead_of_utc(later, zone) {
            return Some(change_between(zone, earlier, later));
        }
        later = earlier;
    }
    None
}

/// When the clock changes next after `at`, up to `end`.
fn next_change(zone: Tz, at: DateTime<Utc>, end: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let mut earlier = at;
    while earlier < end {
        let later = earlier.checked_add_signed(BETWEEN_CHANGES).map_or(end, |later| later.min(end));
        if ahead_of_utc(earlier, zone) != ahead_of_utc(later, zone) {
            return Some(change_between(zone, earlier, later));
        }
        earlier = later;
    }
    None
}

/// The first second after the change that lies between the two.
fn change_between(zone: Tz, mut earlier: DateTime<Utc>, mut later: DateTime<Utc>) -> DateTime<Utc> {
    let before = ahead_of_utc(earlier, zone);
    while later - earlier > TimeDelta::seconds(1) {
        let middle = earlier + TimeDelta::seconds((later - earlier).num_seconds() / 2);
        if ahead_of_utc(middle, zone) == before { earlier = middle } else { later = middle }
    }
    later
}

//! Calendar days and clock times in a zone, right on the days when clocks change.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

/// The instant a wall clock in `zone` shows `local`. When the clock shows it twice (autumn) it is the
/// first time; when it never shows it (spring) it is the instant the clock jumps.
#[must_use]
pub fn instant_of(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    // No zone skips more than a day at once (Samoa skipped one whole day in 2011).
    (0..=25 * 60)
        .find_map(|minutes| {
            let shown = local.checked_add_signed(TimeDelta::minutes(minutes))?;
            zone.from_local_datetime(&shown).earliest()
        })
        .map_or_else(|| local.and_utc(), |found| found.with_timezone(&Utc))
}

/// The first instant of `day` in `zone`.
#[must_use]
pub fn start_of_day(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    instant_of(day.and_time(NaiveTime::MIN), zone)
}

/// The first instant after `day` in `zone`.
#[must_use]
pub fn end_of_day(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    day.checked_add_days(Days::new(1)).map_or(DateTime::<Utc>::MAX_UTC, |next| start_of_day(next, zone))
}

/// The calendar day before `day` in `zone`.
#[must_use]
pub fn day_before(day: NaiveDate, zone: Tz) -> NaiveDate {
    let last = start_of_day(day, zone).checked_sub_signed(TimeDelta::seconds(1));
    last.map_or(day, |last| day_of(last, zone))
}

/// The calendar day after `day` in `zone`.
#[must_use]
pub fn day_after(day: NaiveDate, zone: Tz) -> NaiveDate {
    day_of(end_of_day(day, zone), zone)
}

/// False for a day that the calendar of `zone` left out.
#[must_use]
pub fn is_day(day: NaiveDate, zone: Tz) -> bool {
    start_of_day(day, zone) < end_of_day(day, zone)
}

/// The calendar day it is at `instant` in `zone`.
#[must_use]
pub fn day_of(instant: DateTime<Utc>, zone: Tz) -> NaiveDate {
    instant.with_timezone(&zone).date_naive()
}

/// How far the clock of `zone` is ahead of UTC at `instant`, in seconds.
#[must_use]
pub fn ahead_of_utc(instant: DateTime<Utc>, zone: Tz) -> i32 {
    instant.with_timezone(&zone).offset().fix().local_minus_utc()
}

#[cfg(test)]
#[path = "time_tests.rs"]
mod tests;

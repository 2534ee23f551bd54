//! When something was, said afterwards: a day not long ago and a clock time, never in the future.

use super::time;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;

/// How many days back a patient can say that something was, today not counted: the two weeks that the common
/// questionnaires ask about (care/instruments.md, recall).
pub const DAYS_BACK: usize = 14;

/// The time cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotThen {
    #[error("it is not that time yet")]
    Future,
    #[error("that day is too long ago")]
    TooLongAgo,
    #[error("it cannot be over before it began")]
    BeforeItBegan,
}

/// Today and the [`DAYS_BACK`] days before it, the newest first. A day the zone's calendar left out is not one.
#[must_use]
pub fn days(now: DateTime<Utc>, zone: Tz) -> Vec<NaiveDate> {
    let before = |day: &NaiveDate| Some(time::day_before(*day, zone)).filter(|before| before < day);
    std::iter::successors(Some(time::day_of(now, zone)), before).take(DAYS_BACK + 1).collect()
}

/// The instant at which the clock in `zone` showed `at` on `day`: by the rule of [`time::instant_of`] where it
/// showed it twice or never.
///
/// # Errors
/// [`NotThen`] for a time after `now`, and for a day that is not one of [`days`].
pub fn instant(
    day: NaiveDate,
    at: NaiveTime,
    now: DateTime<Utc>,
    zone: Tz,
) -> Result<DateTime<Utc>, NotThen> {
    let instant = time::instant_of(day.and_time(at), zone);
    if instant > now {
        return Err(NotThen::Future);
    }
    if days(now, zone).contains(&day) { Ok(instant) } else { Err(NotThen::TooLongAgo) }
}

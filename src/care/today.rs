//! Which one thing the patient should see first.

use super::{Due, time};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

/// What the first card of Today is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Next {
    /// The clinic changed something that cannot be shown: call it. Everything else comes after.
    CallClinic,
    /// The next visit.
    Visit,
    /// The thing to do that is due first.
    Due,
    /// Nothing is arranged or due: a check-in, if the patient likes.
    CheckIn,
}

/// A visit this near comes before anything to do: from the day before it, its times decide the evening.
const VISIT_IS_NEAR_DAYS: i64 = 1;
/// A thing to do this near comes before a visit that is further away.
const DUE_IS_NEAR: TimeDelta = TimeDelta::days(2);

/// Chooses the one next thing. `days_until` counts calendar days of the clinic's `zone` to the next visit,
/// `first_due` is the soonest of the things to do (`None` inside: it has no date).
#[must_use]
pub fn next(
    must_call: bool,
    days_until: Option<i64>,
    first_due: Option<Option<Due>>,
    now: DateTime<Utc>,
    zone: Tz,
) -> Next {
    let due_soon = first_due.flatten().is_some_and(|due| due.last_instant(zone) - now <= DUE_IS_NEAR);
    match (days_until, first_due) {
        _ if must_call => Next::CallClinic,
        (Some(days), _) if days <= VISIT_IS_NEAR_DAYS => Next::Visit,
        (_, Some(_)) if due_soon => Next::Due,
        (Some(_), _) => Next::Visit,
        (None, Some(_)) => Next::Due,
        (None, None) => Next::CheckIn,
    }
}

/// Whole calendar days in `zone` from `now` until `instant`: 0 on the same day.
#[must_use]
pub fn days_until(instant: DateTime<Utc>, now: DateTime<Utc>, zone: Tz) -> i64 {
    (time::day_of(instant, zone) - time::day_of(now, zone)).num_days()
}

#[cfg(test)]
#[path = "today_tests.rs"]
mod tests;

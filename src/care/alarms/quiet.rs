//! Quiet hours: a ring of a cut-off leaves them only earlier, the others leave them as soon as they are over.
//!
//! A ring that would be of no use any more when the quiet hours are over moves earlier too, to the evening
//! before; except that nothing asks about a session before it has been: then it waits, and lasts that day.

use super::{Quiet, Wanted};
use crate::care::protocol::{Clock, QuietHours};
use crate::care::time;
use chrono::{DateTime, Days, MappedLocalTime, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

/// The hours on the phone's clock in which nothing rings, and when to ring before them.
pub(super) struct Hours {
    from: NaiveTime,
    to: NaiveTime,
    before: NaiveTime,
    zone: Tz,
}

/// How long before the quiet hours a ring is heard that must not come after them, where the clinic does not say
/// (protocol.md: 21:00 for quiet hours from 21:30).
const EARLIER: TimeDelta = TimeDelta::minutes(30);

/// The evening before, or the morning after, is never further than this: one day may be missing.
const NEARBY_DAYS: u64 = 3;

impl Hours {
    /// `None` where nothing is ever quiet.
    pub(super) fn of(wish: Quiet, clinics: Option<&QuietHours>, zone: Tz) -> Option<Self> {
        let (from, to, before) = match wish {
            Quiet::Never => return None,
            Quiet::Own { from, to } => (from, to, None),
            Quiet::Clinics => {
                let hours = clinics?;
                (hours.from.time(), hours.to.time(), hours.cutoffs_move_to.map(Clock::time))
            }
        };
        if from == to {
            return None;
        }
        let hours = Self { from, to, before: from, zone };
        let usual = from.overflowing_sub_signed(EARLIER).0;
        let last = from.overflowing_sub_signed(TimeDelta::minutes(1)).0;
        let choices = [before, Some(usual), Some(last)].into_iter().flatten();
        let before = choices.into_iter().find(|clock| !hours.cover(*clock)).unwrap_or(last);
        Some(Self { before, ..hours })
    }

    /// When `wanted` rings, and until when it is of use.
    pub(super) fn settle(&self, wanted: &Wanted, clinic: Tz) -> (DateTime<Utc>, DateTime<Utc>) {
        let Wanted { at, until, .. } = *wanted;
        if !self.are_at(at) {
            return (at, until);
        }
        let after = self.over_after(at).unwrap_or(at);
        if wanted.cut_off.is_none() && after < until {
            return (after, until);
        }
        let before = self.begin_before(at).unwrap_or(at);
        if wanted.not_before.is_none_or(|earliest| earliest <= before) {
            return (before, until);
        }
        (after, time::end_of_day(time::day_of(after, clinic), clinic))
    }

    fn cover(&self, clock: NaiveTime) -> bool {
        if self.from < self.to {
            (self.from..self.to).contains(&clock)
        } else {
            clock >= self.from || clock < self.to
        }
    }

    fn are_at(&self, instant: DateTime<Utc>) -> bool {
        self.cover(instant.with_timezone(&self.zone).time())
    }

    /// The last time before `at` to ring before quiet hours.
    fn begin_before(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let today = time::day_of(at, self.zone);
        let mut days = (0..=NEARBY_DAYS).filter_map(|back| today.checked_sub_days(Days::new(back)));
        days.find_map(|day| self.heard(day, self.before).filter(|heard| *heard <= at).max())
    }

    /// The first time from `at` on at which quiet hours are over.
    fn over_after(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let today = time::day_of(at, self.zone);
        let mut days = (0..=NEARBY_DAYS).filter_map(|on| today.checked_add_days(Days::new(on)));
        days.find_map(|day| self.heard(day, self.to).filter(|heard| *heard >= at).min())
    }

    /// When the clock shows `clock` on that day and it is not quiet: never, once, or twice.
    fn heard(&self, day: NaiveDate, clock: NaiveTime) -> impl Iterator<Item = DateTime<Utc>> + '_ {
        let local = day.and_time(clock);
        let shown = match self.zone.from_local_datetime(&local) {
            MappedLocalTime::Ambiguous(first, second) => [first.to_utc(), second.to_utc()],
            _ => [time::instant_of(local, self.zone); 2],
        };
        shown.into_iter().filter(|instant| !self.are_at(*instant))
    }
}

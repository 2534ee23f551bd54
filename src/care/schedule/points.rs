//! The points in time at which the clinic asks: around each session, and once a day.

use super::{Due, What};
use crate::care::alarms::{Reasons, Window, Wishes, not_before, reckoned, still_comes};
use crate::care::protocol::{CheckInPoint, Daily, Offset, Protocol};
use crate::care::{AlarmKind, SessionTimes, Visit, VisitKind, time};
use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Tz;
use std::collections::BTreeSet;

/// One point in time with everything it asks.
pub(in crate::care) struct Asking {
    /// The id of the ring.
    pub(in crate::care) ring: String,
    pub(in crate::care) at: DateTime<Utc>,
    /// The zone in which its day is told.
    pub(in crate::care) zone: Tz,
    /// What it asks about has not happened before this.
    pub(in crate::care) not_before: Option<DateTime<Utc>>,
    pub(in crate::care) dues: Vec<Due>,
}

/// Every point of the sessions that count, and of the days around `window`.
pub(in crate::care) fn askings(reasons: &Reasons<'_>, wishes: &Wishes, window: Window) -> Vec<Asking> {
    let Some(protocol) = reasons.protocol else { return Vec::new() };
    let sessions: Vec<_> =
        reckoned(reasons, protocol).filter(|(visit, _)| visit.kind == VisitKind::Session).collect();
    let mut all: Vec<_> = sessions.iter().flat_map(|(visit, times)| around(protocol, visit, times)).collect();
    if let Some(daily) = &protocol.checkins.daily {
        let days: BTreeSet<_> = sessions.iter().flat_map(|(_, times)| days(daily, times, window)).collect();
        all.extend(days.into_iter().map(|day| on_day(daily, wishes, day, reasons.clinic)));
    }
    all
}

/// How many days a form stays open after the day of its point.
const FORM_DAYS: Days = Days::new(2);

fn around(protocol: &Protocol, visit: &Visit, times: &SessionTimes) -> Vec<Asking> {
    let at = |point: &CheckInPoint| times.instant(protocol, &point.at);
    let points: Vec<_> =
        protocol.checkins.session.iter().filter_map(|point| Some((point, at(point)?))).collect();
    let next = |after: DateTime<Utc>| points.iter().map(|(_, at)| *at).filter(|at| *at > after).min();
    let coming = points.iter().filter(|(_, at)| still_comes(visit, *at, times.arrival));
    coming
        .map(|(point, at)| {
            let ring = format!("{}.check-in:{}", visit.id, point.key());
            let day = time::day_of(*at, times.zone);
            let closing = |moment: DateTime<Utc>| {
                if *at < times.arrival { moment.min(times.arrival) } else { moment }
            };
            let day_after = time::end_of_day(time::day_after(day, times.zone), times.zone);
            let short = closing(next(*at).map_or(day_after, |next| next.min(day_after)));
            let last_day = day.checked_add_days(FORM_DAYS).unwrap_or(NaiveDate::MAX);
            let long = closing(time::end_of_day(last_day, times.zone));
            let dues = whats(&point.items, &point.optional).map(|(what, optional)| {
                let is_form = matches!(what, What::Form(_));
                Due {
                    key: format!("{ring}/{}", what.key()),
                    optional,
                    from: *at,
                    until: if is_form { long } else { short },
                    counts_from: if is_form { time::start_of_day(day, times.zone).min(*at) } else { *at },
                    visit: Some(visit.id.clone()),
                    what,
                }
            });
            Asking {
                at: *at,
                zone: times.zone,
                not_before: not_before(&point.at.from, times, *at),
                dues: dues.collect(),
                ring,
            }
        })
        .collect()
}

/// What is asked, each thing once; what is asked and liked is asked.
fn whats(items: &[String], optional: &[String]) -> impl Iterator<Item = (What, bool)> + use<> {
    let of = |items: &[String]| -> BTreeSet<_> { items.iter().map(|item| What::of(item)).collect() };
    let (asked, liked) = (of(items), of(optional));
    let liked: Vec<_> = liked.difference(&asked).cloned().collect();
    asked.into_iter().map(|what| (what, false)).chain(liked.into_iter().map(|what| (what, true)))
}

/// How many days beyond the window are looked at: quiet hours and another zone move a ring by fewer.
const AROUND: Days = Days::new(7);

/// The days of the clinic around one session on which to ask. A plan may ask for years: no more of them than the
/// window needs.
fn days(daily: &Daily, times: &SessionTimes, window: Window) -> impl Iterator<Item = NaiveDate> + use<> {
    let day = |offset: Offset| {
        offset.after(times.arrival, times.zone).map(|instant| time::day_of(instant, times.zone))
    };
    let needed_from = window.from.date_naive().checked_sub_days(AROUND).unwrap_or(NaiveDate::MIN);
    let needed_to = window.until.date_naive().checked_add_days(AROUND).unwrap_or(NaiveDate::MAX);
    let days = day(daily.from).zip(day(daily.to)).map(|(first, last)| {
        let last = last.min(needed_to);
        first.max(needed_from).iter_days().take_while(move |day| *day <= last)
    });
    let zone = times.zone;
    days.into_iter().flatten().filter(move |day| time::is_day(*day, zone))
}

fn on_day(daily: &Daily, wishes: &Wishes, day: NaiveDate, zone: Tz) -> Asking {
    let ring = format!("daily@{day}");
    let clock = wishes.clock(AlarmKind::CheckIn).unwrap_or(daily.clock.time());
    let at = time::instant_of(day.and_time(clock), zone);
    let start = time::start_of_day(day, zone);
    let dues = whats(&daily.items, &daily.optional).map(|(what, optional)| Due {
        key: format!("{ring}/{}", what.key()),
        what,
        optional,
        from: at,
        until: time::end_of_day(day, zone),
        counts_from: start,
        visit: None,
    });
    // Not rung on the day before, which has a check-in of its own.
    Asking { at, zone, not_before: Some(start), dues: dues.collect(), ring }
}

#[cfg(test)]
#[path = "points_tests.rs"]
mod tests;

//! When the clinic would like to hear how the patient is: at points around a session, and once a day.

use super::visits::{not_before, reckoned, still_comes};
use super::{Reasons, Wanted, Window, Wishes};
use crate::care::protocol::{CheckInPoint, Daily, Protocol};
use crate::care::{AlarmKind, Detail, SessionTimes, Visit, VisitKind, time};
use chrono::{Days, NaiveDate};
use chrono_tz::Tz;
use std::collections::BTreeSet;

pub(super) fn wanted(reasons: &Reasons<'_>, wishes: &Wishes, window: Window) -> Vec<Wanted> {
    let Some(protocol) = reasons.protocol else { return Vec::new() };
    let sessions: Vec<_> =
        reckoned(reasons, protocol).filter(|(visit, _)| visit.kind == VisitKind::Session).collect();
    let mut wanted = Vec::new();
    for (visit, times) in &sessions {
        let points = protocol.checkins.session.iter();
        wanted.extend(points.filter_map(|one| point(protocol, visit, times, one)));
    }
    if let Some(daily) = &protocol.checkins.daily {
        let days: BTreeSet<_> = sessions.iter().flat_map(|(_, times)| days(daily, times, window)).collect();
        wanted.extend(days.into_iter().map(|day| on_day(daily, wishes, day, reasons.clinic)));
    }
    wanted
}

fn point(protocol: &Protocol, visit: &Visit, times: &SessionTimes, point: &CheckInPoint) -> Option<Wanted> {
    let at = times.instant(protocol, &point.at)?;
    still_comes(visit, at, times.arrival).then(|| Wanted {
        id: format!("{}.check-in:{}", visit.id, point.key()),
        at,
        until: time::end_of_day(time::day_of(at, times.zone), times.zone),
        kind: AlarmKind::CheckIn,
        detail: Detail::CheckIn,
        step: visit.kind,
        cut_off: None,
        not_before: not_before(&point.at.from, times, at),
    })
}

/// How many days beyond the window are looked at: quiet hours and another zone move a ring by fewer.
const AROUND: Days = Days::new(7);

/// The days of the clinic around one session on which to ask. A plan may ask for years: no more of them than the
/// window needs.
fn days(daily: &Daily, times: &SessionTimes, window: Window) -> impl Iterator<Item = NaiveDate> + use<> {
    let day = |offset: crate::care::protocol::Offset| {
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

fn on_day(daily: &Daily, wishes: &Wishes, day: NaiveDate, zone: Tz) -> Wanted {
    let clock = wishes.clock(AlarmKind::CheckIn).unwrap_or(daily.clock.time());
    Wanted {
        id: format!("daily@{day}"),
        at: time::instant_of(day.and_time(clock), zone),
        until: time::end_of_day(day, zone),
        kind: AlarmKind::CheckIn,
        detail: Detail::CheckIn,
        step: VisitKind::Session,
        cut_off: None,
        // Not on the day before, which has a check-in of its own.
        not_before: Some(time::start_of_day(day, zone)),
    }
}

#[cfg(test)]
#[path = "check_ins_tests.rs"]
mod tests;

//! What rings before and after a visit: the protocol's reminders of its phase, or else one the evening before.

use super::{Reasons, Wanted, Wishes};
use crate::care::protocol::{Anchor, Origin, Protocol, Reminder, fill, placeholders};
use crate::care::{
    AlarmKind, ClockTime, CutOffKind, Detail, Reminded, SessionTimes, Visit, VisitKind, VisitState, time,
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// The instants of the visits that count, as the protocol reckons them.
pub(in crate::care) fn reckoned<'a>(
    reasons: &'a Reasons<'a>,
    protocol: &'a Protocol,
) -> impl Iterator<Item = (&'a Visit, SessionTimes)> {
    let Reasons { visits, marks, .. } = *reasons;
    let counted = visits.iter().filter(|visit| visit.state.stands());
    counted.filter_map(move |visit| {
        let marks = marks.get(&visit.id).copied().unwrap_or_default();
        Some((visit, SessionTimes::of_visit(protocol, visit, marks, zone_of(reasons, visit))?))
    })
}

/// The clock by which a visit is told: that of its place, else the clinic's.
fn zone_of(reasons: &Reasons<'_>, visit: &Visit) -> Tz {
    reasons.zones.get(&visit.id).copied().unwrap_or(reasons.clinic)
}

/// True unless it is of the time before a visit that is over already.
pub(in crate::care) fn still_comes(visit: &Visit, at: DateTime<Utc>, arrival: DateTime<Utc>) -> bool {
    visit.state != VisitState::Finished || at > arrival
}

pub(super) fn wanted(reasons: &Reasons<'_>, wishes: &Wishes) -> Vec<Wanted> {
    let Some(protocol) = reasons.protocol else {
        let counted = reasons.visits.iter().filter(|visit| visit.state.stands());
        return counted
            .filter_map(|visit| evening_before(reasons, wishes, visit, visit.start?, false))
            .collect();
    };
    let mut wanted = Vec::new();
    for (visit, times) in reckoned(reasons, protocol) {
        let reminders = protocol.phase(visit.kind).map(|phase| &phase.reminders).into_iter().flatten();
        let before = wanted.len();
        let of_protocol = reminders.filter_map(|one| reminder(protocol, visit, &times, one));
        let of_protocol = of_protocol.filter(|one| still_comes(visit, one.at, times.arrival));
        let may_tell = !reasons.withheld.contains(&visit.id);
        wanted.extend(of_protocol.filter(|one| may_tell || !one.detail.tells_cut_off()));
        if wanted.len() == before {
            wanted.extend(evening_before(reasons, wishes, visit, times.arrival, true));
        }
    }
    wanted
}

/// One of the protocol's reminders; `None` where its time cannot be reckoned.
fn reminder(protocol: &Protocol, visit: &Visit, times: &SessionTimes, reminder: &Reminder) -> Option<Wanted> {
    let at = times.instant(protocol, &reminder.at)?;
    let about = match &reminder.at.from {
        Origin::Instruction(id) => Some(protocol.instruction(id)?),
        Origin::Anchor(_) => None,
    };
    let origin = about.and_then(|instruction| times.begins(instruction));
    let named_in = |text| -> Vec<_> {
        let names = placeholders(text).into_iter();
        names.filter_map(|name| Some((name, times.begins(protocol.instruction(name)?)?))).collect()
    };
    let named = named_in(&reminder.what);
    // A rule of the clinic's own is told in its own words, which may name times as well.
    let rule = about.filter(|instruction| CutOffKind::of(&instruction.id) == CutOffKind::Other);
    let rule = rule.and_then(|instruction| {
        let hours = instruction.hours.as_ref().map(|hours| ("h", hours.value.to_string()));
        Some(fill(instruction.shown_text()?, hours.as_slice()))
    });
    let in_rule = rule.as_deref().map(named_in).unwrap_or_default();
    let until = if at < times.arrival {
        // Once a cut-off it is about is past, its words would be read as though it were still ahead; and "in a
        // week" or "tomorrow" is true on its own day only. A cut-off has a clock time of its own.
        let cut_offs = named.iter().map(|(_, cut_off)| *cut_off).chain(origin);
        let its_day = time::end_of_day(time::day_of(at, times.zone), times.zone);
        let of_use = if origin.is_some() { times.arrival } else { times.arrival.min(its_day) };
        cut_offs.filter(|cut_off| *cut_off > at).fold(of_use, DateTime::min)
    } else {
        time::end_of_day(time::day_of(at, times.zone), times.zone)
    };
    let clock = |instant| ClockTime::of(instant, times.zone);
    let cut_off = origin.map(clock);
    let limit = about.zip(cut_off).map(|(instruction, at)| Reminded {
        what: CutOffKind::of(&instruction.id),
        at,
        rule: rule.clone(),
    });
    let shown =
        named.iter().chain(&in_rule).map(|(name, instant)| ((*name).to_owned(), clock(*instant))).collect();
    Some(Wanted {
        id: format!("{}.{}", visit.id, reminder.key()),
        at,
        until,
        kind: match (origin, visit.kind) {
            (Some(_), _) => AlarmKind::CutOff,
            (None, VisitKind::Session) => AlarmKind::Session,
            (None, _) => AlarmKind::Visit,
        },
        detail: Detail::Clinic { words: reminder.what.clone(), times: shown, cut_off: limit },
        step: visit.kind,
        cut_off,
        not_before: not_before(&reminder.at.from, times, at),
    })
}

/// What comes after an instant of the session is not asked or said before it.
pub(in crate::care) fn not_before(
    from: &Origin,
    times: &SessionTimes,
    at: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    match from {
        Origin::Anchor(Anchor::Booking) | Origin::Instruction(_) => None,
        Origin::Anchor(anchor) => times.anchor(*anchor).filter(|anchor| *anchor <= at),
    }
}

/// Our own reminder of a visit for which the protocol has none. Not `is_arrival`, only the start is known.
fn evening_before(
    reasons: &Reasons<'_>,
    wishes: &Wishes,
    visit: &Visit,
    arrival: DateTime<Utc>,
    is_arrival: bool,
) -> Option<Wanted> {
    let zone = zone_of(reasons, visit);
    let evening = wishes.clock(AlarmKind::Visit).unwrap_or(Wishes::EVENING);
    let day = time::day_before(time::day_of(arrival, zone), zone);
    let at = time::instant_of(day.and_time(evening), zone);
    still_comes(visit, at, arrival).then(|| Wanted {
        id: format!("{}.evening-before", visit.id),
        at,
        until: arrival,
        kind: if visit.kind == VisitKind::Session { AlarmKind::Session } else { AlarmKind::Visit },
        detail: Detail::Visit { kind: visit.kind, at: ClockTime::of(arrival, zone), is_arrival },
        step: visit.kind,
        cut_off: None,
        not_before: None,
    })
}

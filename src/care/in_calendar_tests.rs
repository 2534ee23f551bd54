//! A calendar is offered what is certain, and told when that changes.

use super::*;
use crate::care::{Id, VisitKind, VisitState};
use chrono::TimeDelta;
use proptest::prelude::*;

const STATES: [VisitState; 6] = [
    VisitState::Requested,
    VisitState::Waiting,
    VisitState::Confirmed,
    VisitState::UnderWay,
    VisitState::Finished,
    VisitState::Cancelled,
];

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn visit(state: VisitState) -> Visit {
    Visit {
        id: Id::new("v").unwrap(),
        kind: VisitKind::Session,
        state,
        start: Some(at("2026-05-12T13:30:00Z")),
        end: Some(at("2026-05-12T14:30:00Z")),
        booked: None,
        place: None,
        with: Vec::new(),
        note: None,
    }
}

const BEFORE: &str = "2026-05-10T09:00:00Z";
const ARRIVE: &str = "2026-05-12T13:15:00Z";

fn step(state: VisitState, kept: Option<&InCalendar>) -> Option<CalendarStep> {
    CalendarStep::of(Some((&visit(state), Some(at(ARRIVE)))), kept, at(BEFORE))
}

fn times() -> CalendarTimes {
    CalendarTimes { from: at(ARRIVE), to: Some(at("2026-05-12T14:30:00Z")) }
}

fn kept() -> InCalendar {
    InCalendar::next(None, times(), false, at(BEFORE))
}

#[test]
fn only_what_the_clinic_confirmed_is_offered() {
    for state in STATES {
        let offered = matches!(state, VisitState::Confirmed | VisitState::UnderWay);
        assert_eq!(step(state, None), offered.then(|| CalendarStep::Add(times())), "{state:?}");
    }
}

#[test]
fn it_begins_at_the_arrival_and_without_that_rule_at_the_start() {
    let visit = visit(VisitState::Confirmed);
    let Some(CalendarStep::Add(found)) = CalendarStep::of(Some((&visit, None)), None, at(BEFORE)) else {
        panic!("nothing was offered");
    };
    assert_eq!(Some(found.from), visit.start);
}

#[test]
fn what_a_file_said_is_followed_until_the_visit_took_place() {
    let kept = kept();
    assert_eq!(step(VisitState::Confirmed, Some(&kept)), Some(CalendarStep::Same(times())));
    assert_eq!(step(VisitState::Cancelled, Some(&kept)), Some(CalendarStep::TakeOut(times())));
    assert_eq!(
        step(VisitState::Requested, Some(&kept)),
        Some(CalendarStep::TakeOut(times())),
        "not certain again"
    );
    assert_eq!(step(VisitState::Finished, Some(&kept)), None, "it was so");
    assert_eq!(CalendarStep::of(None, Some(&kept), at(BEFORE)), Some(CalendarStep::TakeOut(times())), "gone");
    assert_eq!(CalendarStep::of(None, Some(&kept), at("2026-05-13T00:00:00Z")), None, "over");
    let out = InCalendar::next(Some(&kept), times(), true, at(BEFORE));
    assert_eq!(step(VisitState::Cancelled, Some(&out)), None, "it is out already");
    assert_eq!(step(VisitState::Confirmed, Some(&out)), Some(CalendarStep::Add(times())), "and is back");
}

proptest! {
    #[test]
    fn another_time_is_always_told_and_the_same_never(minutes in -600_i64..600, longer in 0_i64..90) {
        let mut moved = visit(VisitState::Confirmed);
        moved.start = moved.start.map(|start| start + TimeDelta::minutes(minutes));
        moved.end = moved.end.map(|end| end + TimeDelta::minutes(minutes + longer));
        let arrival = moved.start.map(|start| start - TimeDelta::minutes(15));
        let found = CalendarStep::of(Some((&moved, arrival)), Some(&kept()), at(BEFORE)).unwrap();
        if minutes == 0 && longer == 0 {
            prop_assert_eq!(found, CalendarStep::Same(times()));
        } else {
            let now = CalendarTimes { from: arrival.unwrap(), to: moved.end };
            prop_assert_eq!(found, CalendarStep::Change { had: times(), now });
        }
    }

    #[test]
    fn the_number_always_rises(steps in prop::collection::vec(-100_000_i64..100_000, 1..20)) {
        let (mut now, mut kept) = (at(BEFORE), None::<InCalendar>);
        for step in steps {
            // A clock may be set back.
            now += TimeDelta::seconds(step);
            let next = InCalendar::next(kept.as_ref(), times(), false, now);
            prop_assert!(kept.is_none_or(|kept| next.sequence > kept.sequence));
            kept = Some(next);
        }
    }
}

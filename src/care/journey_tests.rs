//! Where a patient stands follows from the visits alone.

use super::*;
use chrono::TimeDelta;

const NOW: &str = "2026-03-10T12:00:00Z";

fn now() -> DateTime<Utc> {
    NOW.parse().unwrap()
}

fn visit(id: &str, kind: VisitKind, state: VisitState, hours_from_now: i64) -> Visit {
    let start = now() + TimeDelta::hours(hours_from_now);
    Visit {
        id: Id::new(id).unwrap(),
        kind,
        state,
        start: Some(start),
        end: Some(start + TimeDelta::hours(1)),
        booked: None,
        place: None,
        with: Vec::new(),
        note: None,
    }
}

fn stages(visits: &[Visit]) -> [Stage; 4] {
    journey(visits, now()).map(|step| step.stage)
}

#[test]
fn a_patient_between_preparation_and_session() {
    let visits = [
        visit("a", VisitKind::Intake, VisitState::Finished, -400),
        visit("b", VisitKind::Preparation, VisitState::Confirmed, -48),
        visit("c", VisitKind::Session, VisitState::Confirmed, 40),
        visit("d", VisitKind::Integration, VisitState::Confirmed, 90),
    ];
    assert_eq!(stages(&visits), [Stage::Behind, Stage::Behind, Stage::Here, Stage::Ahead]);
    assert_eq!(next_visit(&visits, now()).unwrap().id.as_str(), "c");
}

#[test]
fn nothing_arranged_is_open_and_a_cancelled_visit_is_nothing() {
    assert_eq!(stages(&[]), [Stage::Open; 4]);
    let cancelled = [visit("a", VisitKind::Session, VisitState::Cancelled, 5)];
    assert_eq!(stages(&cancelled), [Stage::Open; 4]);
    assert!(next_visit(&cancelled, now()).is_none());
}

#[test]
fn a_visit_only_asked_for_never_comes_before_a_confirmed_one() {
    let visits = [
        visit("asked", VisitKind::Session, VisitState::Requested, 5),
        visit("firm", VisitKind::Integration, VisitState::Confirmed, 50),
    ];
    assert_eq!(next_visit(&visits, now()).unwrap().id.as_str(), "firm");
    assert_eq!(next_visit(&visits[..1], now()).unwrap().id.as_str(), "asked");
}

#[test]
fn a_visit_under_way_is_still_the_next_one_until_it_ends() {
    let visits = [visit("a", VisitKind::Session, VisitState::Confirmed, 0)];
    assert_eq!(next_visit(&visits, now() + TimeDelta::minutes(59)).unwrap().id.as_str(), "a");
    assert!(next_visit(&visits, now() + TimeDelta::minutes(61)).is_none());
}

#[test]
fn a_second_round_is_here_again_with_the_first_behind_it() {
    let visits = [
        visit("one", VisitKind::Session, VisitState::Finished, -200),
        visit("talk", VisitKind::Integration, VisitState::Finished, -100),
        visit("two", VisitKind::Session, VisitState::Confirmed, 30),
    ];
    assert_eq!(stages(&visits), [Stage::Open, Stage::Open, Stage::Here, Stage::Behind]);
    let session = journey(&visits, now())[2].clone();
    assert_eq!((session.behind.len(), session.ahead.len()), (1, 1));
}

#[test]
fn a_visit_without_an_end_stays_for_somebody_who_is_late() {
    for end in [None, Some(now())] {
        let visits = [Visit { end, ..visit("a", VisitKind::Session, VisitState::Confirmed, 0) }];
        let minutes = |minutes| now() + TimeDelta::minutes(minutes);
        assert_eq!(next_visit(&visits, minutes(119)).unwrap().id.as_str(), "a", "{end:?}");
        assert!(next_visit(&visits, minutes(120)).is_none(), "{end:?}");
        let session = |now| journey(&visits, now)[2].clone();
        assert_eq!((session(minutes(119)).behind.len(), session(minutes(119)).ahead.len()), (0, 1));
        assert_eq!((session(minutes(120)).behind.len(), session(minutes(120)).ahead.len()), (1, 0));
    }
}

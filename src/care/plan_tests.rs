//! When things to do are due around a session that may move.

use super::*;
use chrono::{NaiveTime, TimeDelta};
use chrono_tz::America::New_York;

fn protocol() -> Protocol {
    let bundled = include_str!("../../assets/practice/sample.json");
    serde_json::from_value(serde_json::from_str::<serde_json::Value>(bundled).unwrap()["protocol"].clone())
        .unwrap()
}

fn on(day: u32) -> DateTime<Utc> {
    let day = NaiveDate::from_ymd_opt(2026, 6, day).unwrap();
    super::super::time::instant_of(day.and_time(NaiveTime::from_hms_opt(9, 30, 0).unwrap()), New_York)
}

fn session(protocol: &Protocol, start: DateTime<Utc>) -> SessionTimes {
    SessionTimes::of(protocol, VisitKind::Session, start, None, crate::care::Marks::default(), New_York)
        .unwrap()
}

fn item(task: Option<&str>, due: Option<Due>) -> PlanItem {
    PlanItem {
        id: "one".to_owned(),
        title: "One".to_owned(),
        note: None,
        state: ItemState::Open,
        due,
        task: task.map(str::to_owned),
        step: None,
        form: None,
    }
}

#[test]
fn what_the_protocol_has_a_rule_for_moves_with_the_session() {
    let protocol = protocol();
    let written = Some(Due::At(on(19)));
    let capture = item(Some("capture"), written);
    let (before, after) = (session(&protocol, on(18)), session(&protocol, on(25)));
    let due = |sessions: &[SessionTimes]| capture.due_around(&protocol, sessions, on(1));
    assert_eq!(due(&[before]), Some(Due::At(before.end + TimeDelta::hours(24))));
    assert_eq!(
        due(&[after]),
        Some(Due::At(after.end + TimeDelta::hours(24))),
        "nothing stays at the old time"
    );
    assert_eq!(due(&[after, before]), due(&[before]), "of several it is the one the clinic wrote about");
    assert_eq!(due(&[]), written);
}

#[test]
fn what_it_has_no_rule_for_stays_as_the_clinic_wrote_it() {
    let protocol = protocol();
    let sessions = [session(&protocol, on(18))];
    let written = Some(Due::At(on(3)));
    for task in [None, Some("intention"), Some("nobody-knows"), Some("history")] {
        assert_eq!(item(task, written).due_around(&protocol, &sessions, on(1)), written, "{task:?}");
    }
}

#[test]
fn without_a_written_day_it_is_the_next_session_or_else_the_last() {
    let protocol = protocol();
    let (one, two) = (session(&protocol, on(8)), session(&protocol, on(18)));
    let at = |now| item(Some("capture"), None).due_around(&protocol, &[two, one], now);
    let due = |session: SessionTimes| Some(Due::At(session.end + TimeDelta::hours(24)));
    assert_eq!(at(on(1)), due(one));
    assert_eq!(at(on(12)), due(two));
    assert_eq!(at(on(28)), due(two));
}

//! What protects a patient after a session holds until the latest instant in question.

use super::given::{NEW_YORK, protocol, times, utc};
use cairn::care::protocol::Protocol;
use cairn::care::{Marks, SessionTimes, VisitKind};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

/// 9 am in New York; planned to end at 11:30.
const ARRIVAL: &str = "2026-06-18T13:00:00Z";

fn with_until(until: Value) -> Protocol {
    protocol(&[("/first_24h_card/until", until)])
}

fn card(protocol: &Protocol, marked: Option<&str>, stated: Option<&str>) -> DateTime<Utc> {
    let start = utc(ARRIVAL) + protocol.arrive_early(VisitKind::Session);
    let marks = Marks { injection: None, end: marked.map(utc) };
    let times = SessionTimes::of(protocol, VisitKind::Session, start, None, marks, NEW_YORK).unwrap();
    times.card_until(protocol, stated.map(utc))
}

#[test]
fn the_card_lasts_until_the_latest_of_the_ends() {
    let protocol = protocol(&[]);
    let planned = utc("2026-06-19T15:30:00Z");
    assert_eq!(card(&protocol, None, None), planned);
    assert_eq!(card(&protocol, Some("2026-06-18T15:00:00Z"), None), planned, "left early");
    assert_eq!(card(&protocol, Some("2026-06-18T17:00:00Z"), None), utc("2026-06-19T17:00:00Z"));
    assert_eq!(card(&protocol, None, Some("2026-06-18T18:00:00Z")), utc("2026-06-19T18:00:00Z"));
    let both = card(&protocol, Some("2026-06-18T17:00:00Z"), Some("2026-06-18T16:00:00Z"));
    assert_eq!(both, utc("2026-06-19T17:00:00Z"));
}

#[test]
fn a_mark_of_an_earlier_date_of_the_visit_is_of_another_time() {
    let protocol = protocol(&[]);
    let start = utc(ARRIVAL) + protocol.arrive_early(VisitKind::Session);
    let stale = utc("2026-06-11T15:00:00Z");
    let marks = Marks { injection: Some(stale), end: Some(stale) };
    let times = SessionTimes::of(&protocol, VisitKind::Session, start, None, marks, NEW_YORK).unwrap();
    let unmarked =
        SessionTimes::of(&protocol, VisitKind::Session, start, None, Marks::default(), NEW_YORK).unwrap();
    assert_eq!(times, unmarked);
}

#[test]
fn the_card_lasts_over_the_night_whatever_the_rule_says() {
    let short = with_until(json!({"anchor": "end", "offset": "PT4H"}));
    assert_eq!(card(&short, None, None), utc("2026-06-19T11:00:00Z"), "7 am, when the quiet hours end");
    let unknown = with_until(json!({"anchor": "booking", "offset": "P1D"}));
    assert_eq!(card(&unknown, None, None), utc("2026-06-19T11:00:00Z"));
    // An end after midnight has its morning on the day after.
    assert_eq!(card(&short, Some("2026-06-19T04:30:00Z"), None), utc("2026-06-20T11:00:00Z"));
}

#[test]
fn without_quiet_hours_the_morning_is_at_seven() {
    let mut protocol = with_until(json!({"anchor": "end", "offset": "PT4H"}));
    protocol.phases.iter_mut().for_each(|phase| phase.quiet_hours = None);
    assert_eq!(card(&protocol, None, None), utc("2026-06-19T11:00:00Z"));
}

#[test]
fn the_morning_after_the_day_before_a_missing_day_is_on_the_next_there_was() {
    let protocol = with_until(json!({"anchor": "end", "offset": "PT4H"}));
    let apia = chrono_tz::Pacific::Apia;
    // The 29th of December 2011, 9 am; there was no 30th.
    let times = times(&protocol, utc("2011-12-29T19:00:00Z"), apia);
    let morning = times.morning_after(&protocol).with_timezone(&apia).naive_local();
    assert_eq!(morning.to_string(), "2011-12-31 07:00:00");
}

#[test]
fn soft_mode_ends_at_the_first_check_in_after_the_end() {
    let protocol = protocol(&[]);
    let times = times(&protocol, utc(ARRIVAL), NEW_YORK);
    assert_eq!(times.soft_until(&protocol, None), times.end + TimeDelta::hours(4));
    let later = times.ending(times.end + TimeDelta::hours(3));
    assert_eq!(later.soft_until(&protocol, None), times.end + TimeDelta::hours(7));
}

#[test]
fn soft_mode_without_such_a_check_in_ends_with_the_card() {
    let only_before = json!([{"at": {"anchor": "arrival", "offset": "PT0H"}, "items": ["mood_0_10"]},
        {"at": {"anchor": "end", "offset": "PT0H"}, "items": ["mood_0_10"]}]);
    let protocol = protocol(&[("/checkins/session", only_before)]);
    let times = times(&protocol, utc(ARRIVAL), NEW_YORK);
    assert_eq!(times.soft_until(&protocol, None), times.card_until(&protocol, None));
}

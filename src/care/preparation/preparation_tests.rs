//! The rules as they stand at a moment: nothing locked, nothing later than the clinic's rule, words that follow.

use super::*;
use crate::care::protocol::Protocol;
use crate::care::{
    CutOffKind, Days, Due, Id, LineState, Manner, Marks, MedicineAction, MedicineLine, MedicineRecord,
    Private, SessionTimes, VisitKind,
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::America::New_York;

fn protocol() -> Protocol {
    let bundled: serde_json::Value =
        serde_json::from_str(include_str!("../../../assets/practice/sample.json")).unwrap();
    serde_json::from_value(bundled["protocol"].clone()).unwrap()
}

/// The arrival: 9:15 in New York on 3 December.
fn arrival() -> DateTime<Utc> {
    "2026-12-03T14:15:00Z".parse().unwrap()
}

fn times(protocol: &Protocol) -> SessionTimes {
    let start = arrival() + TimeDelta::minutes(15);
    SessionTimes::of(protocol, VisitKind::Session, start, None, Marks::default(), New_York).unwrap()
}

fn at(protocol: &Protocol, before_arrival: TimeDelta) -> Vec<Limit> {
    limits(protocol, VisitKind::Session, &times(protocol), arrival() - before_arrival).unwrap()
}

fn change(protocol: Protocol, id: &str, field: &str, value: &serde_json::Value) -> Protocol {
    let mut raw = serde_json::to_value(protocol).unwrap();
    for phase in raw["phases"].as_array_mut().unwrap() {
        for instruction in phase["instructions"].as_array_mut().unwrap() {
            if instruction["id"] == id {
                instruction[field] = value.clone();
            }
        }
    }
    serde_json::from_value(raw).unwrap()
}

#[test]
fn the_words_follow_the_clock() {
    let protocol = protocol();
    let hours = |hours| fasting(&at(&protocol, TimeDelta::hours(hours)));
    assert_eq!(hours(9), Fasting::NotYet);
    assert_eq!(hours(8), Fasting::NoLargeMeal, "at the very instant it holds");
    assert_eq!(hours(6), Fasting::NoFood);
    assert_eq!(hours(2), Fasting::Nothing);
    assert_eq!(hours(-1), Fasting::Nothing);
    assert_eq!(fasting(&[]), Fasting::NoRule);
}

#[test]
fn nothing_by_mouth_comes_first_where_the_rules_disagree() {
    let later_food =
        change(protocol(), "fast_solids", "hours_before_arrival", &serde_json::json!({ "value": 1 }));
    assert_eq!(fasting(&at(&later_food, TimeDelta::minutes(90))), Fasting::Nothing);
}

#[test]
fn each_limit_is_at_the_clinics_hours_and_over_from_then_on() {
    let protocol = protocol();
    let found = at(&protocol, TimeDelta::hours(7));
    let told: Vec<_> = found.iter().map(|one| (one.what, arrival() - one.at, one.over)).collect();
    let hours = TimeDelta::hours;
    assert_eq!(
        told,
        [
            (CutOffKind::Alcohol, hours(24), true),
            (CutOffKind::Cannabis, hours(24), true),
            (CutOffKind::LargeMeal, hours(8), true),
            (CutOffKind::Food, hours(6), false),
            (CutOffKind::ClearDrinks, hours(2), false),
        ]
    );
}

#[test]
fn what_a_prescriber_has_not_signed_is_not_shown_at_all() {
    let locked = change(protocol(), "nausea", "text", &serde_json::json!("Take one tablet."));
    assert!(rules(&locked, VisitKind::Session).iter().all(|rule| rule.id != "nausea"));
    let signed = change(locked, "nausea", "written_by", &serde_json::json!("Dr. Example"));
    let signed = change(signed, "nausea", "written_on", &serde_json::json!("2026-11-01"));
    let found = rules(&signed, VisitKind::Session);
    let nausea = found.iter().find(|rule| rule.id == "nausea").unwrap();
    assert_eq!((nausea.topic, nausea.words.as_deref()), (Topic::Day, Some("Take one tablet.")));
}

#[test]
fn a_rule_with_a_time_that_nobody_signed_leaves_all_times_unknown() {
    let unknown = |protocol: &Protocol, kind| limits(protocol, kind, &times(protocol), arrival()).is_none();
    let locked = change(protocol(), "fast_clear", "lock", &serde_json::json!("prescriber"));
    assert!(unknown(&locked, VisitKind::Session));
    let signed = change(locked, "fast_clear", "written_by", &serde_json::json!("Dr. Example"));
    let signed = change(signed, "fast_clear", "written_on", &serde_json::json!("2026-11-01"));
    assert!(!unknown(&signed, VisitKind::Session));
    assert!(unknown(&protocol(), VisitKind::Consultation), "of such a visit it says nothing");
}

#[test]
fn no_single_number_of_the_clinic_can_change_unseen() {
    let before = at(&protocol(), TimeDelta::hours(30));
    let numbers = [
        ("fast_solids", "hours_before_arrival"),
        ("fast_solids", "fatty_meal_hours"),
        ("fast_clear", "hours_before_arrival"),
        ("alcohol", "hours"),
        ("cannabis", "hours"),
    ];
    for (id, field) in numbers {
        let changed = change(protocol(), id, field, &serde_json::json!({ "value": 25 }));
        let after = at(&changed, TimeDelta::hours(30));
        let moved = before.iter().filter(|old| after.iter().any(|new| new.id == old.id && new.at != old.at));
        assert_eq!(moved.count(), 1, "{id}.{field} moves its own time and no other");
    }
}

#[test]
fn the_rest_keeps_the_clinics_order_and_words() {
    let found = rules(&protocol(), VisitKind::Session);
    let told: Vec<_> = found.iter().map(|rule| (rule.id.as_str(), rule.topic)).collect();
    assert_eq!(
        told,
        [
            ("meds_own", Topic::Medicines),
            ("caffeine", Topic::Day),
            ("attire", Topic::Wear),
            ("lenses", Topic::Wear),
            ("bring", Topic::Bring),
            ("restroom", Topic::Day),
            ("driver", Topic::Ride),
            ("bp", Topic::Day),
            ("sick", Topic::Call),
        ]
    );
    assert_eq!(found[4].items.len(), 7);
    let (clear, not) = clear_drinks(&protocol(), VisitKind::Session).unwrap();
    assert!(clear.contains(&"black coffee".to_owned()) && not.contains(&"smoothies".to_owned()));
    assert_eq!(rules(&protocol(), VisitKind::Intake), []);
}

fn line(name: &str, days: Option<(u32, u32)>) -> MedicineLine {
    let on = |day| Due::On(NaiveDate::from_ymd_opt(2026, 12, day).unwrap());
    MedicineLine {
        id: Id::new(name).unwrap(),
        record: MedicineRecord::Request,
        medicine: Private::new(name),
        words: Some(Private::new("As written.")),
        author: None,
        written: None,
        state: LineState::Active,
        action: Some(MedicineAction::Take),
        days: days.map(|(from, to)| Days { from: Some(on(from)), to: Some(on(to)) }),
        do_not_take: false,
    }
}

#[test]
fn each_day_has_the_lines_that_hold_on_it() {
    let (every, two, early) = (line("every", None), line("two", Some((2, 3))), line("early", Some((1, 2))));
    let lines = [(Manner::Take, &every), (Manner::Skip, &two), (Manner::Ask, &early)];
    let told = |now: DateTime<Utc>| -> Vec<(u32, Vec<usize>)> {
        let places = |day: DayLines| day.lines.into_iter().map(|(_, place)| place).collect();
        days(&lines, arrival(), now, New_York)
            .into_iter()
            .map(|day| (chrono::Datelike::day(&day.day), places(day)))
            .collect()
    };
    let all = vec![(1, vec![0, 2]), (2, vec![0, 1, 2]), (3, vec![0, 1])];
    assert_eq!(told(arrival() - TimeDelta::days(9)), all);
    assert_eq!(told(arrival() - TimeDelta::days(1)), all[1..], "a day that is over is not told any more");
    assert_eq!(told(arrival()), all[2..]);
    assert_eq!(told(arrival() + TimeDelta::days(3)), all[2..], "the visit's own day is always there");
    let only = days(&lines[..1], arrival(), arrival() - TimeDelta::days(9), New_York);
    assert_eq!(only.len(), 2, "the day before and the day");
}

#[test]
fn only_exactly_what_was_read_counts_as_read() {
    let shown = |version: Option<&str>, digest: &str| Shown {
        record: MedicineRecord::Request,
        line: Id::new("line").unwrap(),
        version: version.map(str::to_owned),
        digest: digest.to_owned(),
    };
    let read = Acknowledged { record: Id::new("a").unwrap(), shown: shown(Some("1"), "x"), at: arrival() };
    assert_eq!(seen(&shown(Some("1"), "x"), None), Seen::Never);
    assert_eq!(seen(&shown(Some("1"), "x"), Some(&read)), Seen::Yes(arrival()));
    assert_eq!(seen(&shown(Some("2"), "x"), Some(&read)), Seen::SentAgain);
    assert_eq!(seen(&shown(Some("2"), "y"), Some(&read)), Seen::Changed);
    assert_eq!(seen(&shown(Some("1"), "y"), Some(&read)), Seen::Changed, "whatever the server calls it");
    assert_eq!(seen(&shown(None, "x"), Some(&read)), Seen::SentAgain);
}

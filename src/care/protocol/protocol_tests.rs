//! A phone reads a newer protocol than its own, refuses half of one, and finds what the clinic put there.

use super::*;
use crate::care::Level;
use serde_json::{Value, json};

/// The protocol of the bundled sample.
fn json() -> Value {
    let bundled = include_str!("../../../assets/practice/sample.json");
    serde_json::from_str::<Value>(bundled).unwrap()["protocol"].clone()
}

fn read(value: &Value) -> Result<Protocol, serde_json::Error> {
    // From text, as a phone does.
    serde_json::from_str(&value.to_string())
}

/// Visits every object inside `value`.
fn each_object(value: &mut Value, visit: &mut impl FnMut(&mut serde_json::Map<String, Value>)) {
    match value {
        Value::Object(fields) => {
            fields.values_mut().for_each(|value| each_object(value, visit));
            visit(fields);
        }
        Value::Array(items) => items.iter_mut().for_each(|item| each_object(item, visit)),
        _ => {}
    }
}

#[test]
fn the_arrival_the_signs_and_the_numbers_are_where_the_app_looks() {
    let protocol = read(&json()).unwrap();
    assert_eq!(protocol.arrive_early(VisitKind::Session), TimeDelta::minutes(15));
    assert_eq!(protocol.centering(VisitKind::Session), TimeDelta::minutes(15));
    assert_eq!(protocol.arrive_early(VisitKind::Intake), TimeDelta::zero());
    assert_eq!(protocol.numbers().emergency["US"].value, "911");
    assert_eq!(protocol.numbers().crisis["US"].to_string(), "988 call or text");
    assert!(protocol.numbers().clinic_hours.is_some());
    assert_eq!(protocol.emergency_signs().len(), 4);
    assert_eq!(protocol.clinic_signs().len(), 6);
    assert_eq!(protocol.reviewed_by(), None);
    assert_eq!(protocol.template.version_id().unwrap().as_str(), "harbor-kap-v1");
    assert_eq!(protocol.template.region(), Some("US"));
    let (phase, task) = protocol.task("intention").unwrap();
    assert_eq!((phase.kind(), task.form.as_deref()), (Some(VisitKind::Preparation), Some("intention")));
    let food = protocol.instruction("fast_solids").unwrap();
    assert_eq!(food.before_arrival(), Some(TimeDelta::hours(6)));
}

#[test]
fn fields_of_a_later_version_are_passed_over_everywhere() {
    let before = read(&json()).unwrap();
    let mut later = json();
    each_object(&mut later, &mut |fields| {
        // The regions, the sources and a side effect with parts have names of the clinic's own.
        let open = ["US", "S1", "urinary"].iter().any(|name| fields.contains_key(*name));
        if !open {
            fields.insert("from_a_later_version".to_owned(), json!({"a": [1, null, {"b": 0.50}]}));
        }
    });
    assert_eq!(read(&later).unwrap(), before);
}

#[test]
fn a_protocol_without_what_a_patient_acts_upon_is_refused() {
    for (at, field) in [
        ("", "template"),
        ("", "phases"),
        ("", "first_24h_card"),
        ("/template", "id"),
        ("/template", "version"),
        ("/first_24h_card", "call_emergency"),
        ("/first_24h_card", "dont"),
        ("/first_24h_card", "numbers"),
        ("/first_24h_card/numbers", "emergency"),
        ("/phases/2/instructions/0", "id"),
        ("/phases/2/instructions/0/hours_before_arrival", "value"),
        ("/phases/2/reminders/0", "at"),
        ("/phases/2/reminders/0/at", "anchor"),
        ("/phases/2/reminders/0", "what"),
        ("/phases/0/tasks/0", "title"),
    ] {
        let mut half = json();
        let taken = half.pointer_mut(at).unwrap().as_object_mut().unwrap().shift_remove(field);
        assert!(taken.is_some(), "{at}/{field} is not there to be taken out");
        assert!(read(&half).is_err(), "read without {at}/{field}");
    }
}

#[test]
fn words_behind_a_lock_stay_behind_it_until_somebody_signs() {
    let mut nausea = read(&json()).unwrap().instruction("nausea").unwrap().clone();
    assert_eq!(nausea.shown_text(), None);
    nausea.text = Some("Take one tablet an hour before.".to_owned());
    assert_eq!(nausea.shown_text(), None);
    nausea.written_by = Some("Dr. Morgan Example".to_owned());
    assert_eq!(nausea.shown_text(), None);
    nausea.written_on = NaiveDate::from_ymd_opt(2026, 1, 2);
    assert_eq!(nausea.shown_text(), nausea.text.as_deref());
    // A lock of a kind this version has never heard of is a lock all the same.
    nausea.lock = Some("ethics-board".to_owned());
    nausea.written_on = None;
    assert_eq!(nausea.shown_text(), None);
}

#[test]
fn the_sample_has_nothing_to_mend_but_its_missing_reviewer() {
    let found = read(&json()).unwrap().findings();
    assert_eq!(found.iter().map(|one| &one.problem).collect::<Vec<_>>(), [&Problem::NotReviewed]);
    assert_eq!(Problem::NotReviewed.level(), Level::Warning);
}

#[test]
fn a_moment_is_reckoned_from_exactly_one_thing() {
    let moment = |value: Value| serde_json::from_value::<Moment>(value);
    assert!(moment(json!({"offset": "P1D"})).is_err());
    assert!(moment(json!({"anchor": "arrival", "ref": "fast_solids"})).is_err());
    assert!(moment(json!({"anchor": "departure"})).is_err());
    let evening = moment(json!({"anchor": "arrival", "offset": "-P1D", "clock": "18:00"})).unwrap();
    assert_eq!(evening.key(), "arrival-P1D-1800");
    assert_eq!(moment(json!({"ref": "fast_solids"})).unwrap().key(), "fast_solids+PT0H");
}

#[test]
fn a_flag_is_named_in_either_of_two_ways() {
    let flag = |value: Value| serde_json::from_value::<Flag>(value);
    let long = flag(json!({"id": "high_blood_pressure", "src": "[S15]"})).unwrap();
    assert_eq!(flag(json!({"high_blood_pressure": "[S15]"})).unwrap(), long);
    assert_eq!(flag(serde_json::to_value(&long).unwrap()).unwrap(), long);
    assert!(flag(json!({"a": "[S1]", "b": "[S2]"})).is_err());
    assert!(flag(json!({})).is_err());
}

#[test]
fn an_article_of_one_line_needs_no_list() {
    let article = |facts: Value| serde_json::from_value::<Article>(json!({"id": "one", "facts": facts}));
    assert_eq!(article(json!("See below.")).unwrap(), article(json!(["See below."])).unwrap());
    assert!(article(json!(7)).is_err());
}

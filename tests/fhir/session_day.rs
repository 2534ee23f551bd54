//! What the clinic marks and measures on the day of a session comes in as it was written, and the driver goes out.

use crate::golden::{changed, id, read_golden, read_value, text, utc};
use cairn::care::{Driver, Private, Stay, Vital, VitalValue, Vitals};
use cairn::fhir::{
    Reading, What,
    answers::{About, Answer, Answers, write},
    related_person,
};
use serde_json::{Value, json};

fn value(what: Vital, digits: &str, unit: &str) -> VitalValue {
    VitalValue { what, digits: Private::new(digits), unit: Some(unit.to_owned()) }
}

fn stay() -> Stay {
    Stay { id: id("stay-1"), visits: vec![id("session-1")], end: Some(utc("2025-12-02T20:25:00Z")) }
}

#[test]
fn a_stay_has_its_visit_and_its_end() {
    assert_eq!(read_golden("encounter"), Reading::Stay(stay()));
}

#[test]
fn only_a_finished_stay_has_an_end() {
    for status in ["planned", "arrived", "triaged", "in-progress", "onleave"] {
        let open = changed("encounter", "/status", Some(json!(status)));
        assert_eq!(read_value(&open), Ok(Reading::Stay(Stay { end: None, ..stay() })), "{status}");
    }
    for status in ["cancelled", "entered-in-error", "unknown"] {
        let none = changed("encounter", "/status", Some(json!(status)));
        assert_eq!(read_value(&none), Ok(Reading::NotOurs), "{status}");
    }
}

#[test]
fn a_day_is_no_time_at_which_somebody_left() {
    for end in ["2025-12-02", "2025-12", "2026"] {
        let day = changed("encounter", "/period/end", Some(json!(end)));
        assert_eq!(read_value(&day), Ok(Reading::Stay(Stay { end: None, ..stay() })), "{end}");
    }
    let endless = changed("encounter", "/period", None);
    assert_eq!(read_value(&endless), Ok(Reading::Stay(Stay { end: None, ..stay() })));
}

#[test]
fn measured_digits_stay_as_they_were_written() {
    let expected = Vitals {
        id: id("bp-1"),
        at: utc("2025-12-02T17:55:00Z"),
        values: vec![value(Vital::BloodPressure, "118/76.0", "mmHg"), value(Vital::Pulse, "72.00", "/min")],
    };
    assert_eq!(read_golden("blood_pressure"), Reading::Vitals(expected));
}

#[test]
fn at_least_is_not_exactly() {
    let expected = Vitals {
        id: id("oxygen-1"),
        at: utc("2025-12-02T17:56:00Z"),
        values: vec![value(Vital::Oxygen, ">= 98.0", "%")],
    };
    assert_eq!(read_golden("oxygen"), Reading::Vitals(expected));
}

#[test]
fn what_nobody_coded_comes_under_the_clinics_own_name() {
    let named = changed("oxygen", "/code", Some(json!({ "text": "Grip strength" })));
    let Ok(Reading::Vitals(vitals)) = read_value(&named) else { panic!("vitals") };
    assert_eq!(vitals.values[0].what, Vital::Other("Grip strength".to_owned()));
}

#[test]
fn what_is_taken_back_or_empty_is_not_shown() {
    for status in ["entered-in-error", "cancelled", "registered", "unknown"] {
        let off = changed("oxygen", "/status", Some(json!(status)));
        assert_eq!(read_value(&off), Ok(Reading::NotOurs), "{status}");
    }
    assert_eq!(read_value(&changed("oxygen", "/valueQuantity", None)), Ok(Reading::NotOurs));
    assert_eq!(read_value(&changed("oxygen", "/category", None)), Ok(Reading::NotOurs), "no vital sign");
}

#[test]
fn what_is_wrong_is_named() {
    use What::{BadDate, BadReference, Missing, UnknownCode, WrongType};
    let cases: [(&str, &str, Option<Value>, &str, What); 12] = [
        ("encounter", "/status", None, "Encounter.status", Missing),
        ("encounter", "/status", Some(json!("over")), "Encounter.status", UnknownCode),
        ("encounter", "/period", Some(json!([])), "Encounter.period", WrongType),
        ("encounter", "/period/end", Some(json!("soon")), "Encounter.period.end", BadDate),
        (
            "encounter",
            "/period/end",
            Some(json!("2025-12-02T09:00:00-08:00")),
            "Encounter.period.end",
            BadDate,
        ),
        ("encounter", "/appointment", Some(json!({})), "Encounter.appointment", WrongType),
        (
            "encounter",
            "/appointment/0/reference",
            Some(json!("session-1")),
            "Encounter.appointment[0].reference",
            BadReference,
        ),
        ("oxygen", "/status", Some(json!("done")), "Observation.status", UnknownCode),
        ("oxygen", "/effectivePeriod", None, "Observation.effectiveDateTime", Missing),
        (
            "oxygen",
            "/effectivePeriod/start",
            Some(json!("2025")),
            "Observation.effectivePeriod.start",
            BadDate,
        ),
        ("oxygen", "/valueQuantity/value", Some(json!("98")), "Observation.valueQuantity.value", WrongType),
        (
            "oxygen",
            "/valueQuantity/comparator",
            Some(json!(1)),
            "Observation.valueQuantity.comparator",
            WrongType,
        ),
    ];
    for (file, pointer, new, path, what) in cases {
        let problem = read_value(&changed(file, pointer, new)).expect_err(path);
        assert_eq!((problem.path.as_str(), problem.what), (path, what), "{file} {pointer}");
    }
}

fn pretty(value: &Value) -> String {
    format!("{}\n", serde_json::to_string_pretty(value).unwrap())
}

#[test]
fn the_driver_is_written_to_the_letter() {
    let driver = Driver {
        visit: id("session-1"),
        person: id("0193a3f4-5b6c-7d8e-9f00-112233445577"),
        name: Private::new(" Kim\u{0} Driver "),
        phone: Private::new("+1 207 555 0177"),
        confirmation: id("0193a3f4-5b6c-7d8e-9f00-112233445588"),
        confirmed: None,
        confirmed_for: None,
    };
    assert_eq!(pretty(&related_person::write(&driver, &id("sam-sample"))), text("related_person"));
    let numberless = Driver { phone: Private::new(" "), ..driver };
    assert_eq!(related_person::write(&numberless, &id("sam-sample")).get("telecom"), None);
}

#[test]
fn the_confirmation_is_written_to_the_letter() {
    let answers = Answers {
        id: id("0193a3f4-5b6c-7d8e-9f00-112233445588"),
        about: About::DriverHome,
        plan: None,
        at: utc("2025-12-01T20:00:00Z"),
        zone: chrono_tz::America::Los_Angeles,
        items: vec![
            ("visit", Answer::Record("Appointment/session-1".to_owned())),
            ("driver", Answer::Record("RelatedPerson/0193a3f4-5b6c-7d8e-9f00-112233445577".to_owned())),
            ("confirmed", Answer::Yes(true)),
        ],
    };
    assert_eq!(pretty(&write(&answers, &id("sam-sample"))), text("driver_home"));
}

//! What a clinic's medicine line may be shown as: every status, intent, code and flag a server can send.

use crate::golden::{changed, id, read_value, value};
use cairn::care::{Days, Due, Manner, MedicineAction, MedicineLine};
use cairn::fhir::systems::MEDICINE_ACTION;
use cairn::fhir::{Reading, Unreadable, What};
use chrono::NaiveDate;
use serde_json::{Value, json};

const STATES: [&str; 8] =
    ["active", "on-hold", "cancelled", "completed", "entered-in-error", "stopped", "draft", "unknown"];
const INTENTS: [&str; 8] = [
    "order",
    "plan",
    "original-order",
    "reflex-order",
    "filler-order",
    "instance-order",
    "proposal",
    "option",
];

fn category(code: &str) -> Value {
    json!([{ "coding": [{ "system": MEDICINE_ACTION, "code": code }] }])
}

fn line(value: &Value) -> Option<MedicineLine> {
    match read_value(value) {
        Ok(Reading::Medicine(line)) => Some(line),
        Ok(other) => panic!("{other:?}"),
        Err(_) => None,
    }
}

#[test]
fn take_needs_an_active_order_that_is_named_coded_and_not_contradicted() {
    let codes = [None, Some("take"), Some("skip"), Some("ask"), Some("hold"), Some("TAKE")];
    let mut taken = Vec::new();
    for status in STATES {
        for intent in INTENTS {
            for code in codes {
                for forbidden in [None, Some(false), Some(true)] {
                    let mut raw = value("medication_request");
                    raw["status"] = json!(status);
                    raw["intent"] = json!(intent);
                    if let Some(code) = code {
                        raw["category"] = category(code);
                    }
                    if let Some(forbidden) = forbidden {
                        raw["doNotPerform"] = json!(forbidden);
                    }
                    for named in [false, true] {
                        let manner = line(&raw).and_then(|line| line.manner(named));
                        let may = status == "active"
                            && !matches!(intent, "proposal" | "option")
                            && code == Some("take")
                            && forbidden != Some(true)
                            && named;
                        assert_eq!(manner == Some(Manner::Take), may, "{raw} {named}");
                        taken.extend(may.then_some(()));
                    }
                }
            }
        }
    }
    assert_eq!(taken.len(), 12, "six intents, with and without a needless flag");
}

#[test]
fn a_prescription_from_elsewhere_is_a_reason_to_ask() {
    let golden = line(&value("medication_request")).unwrap();
    assert_eq!((golden.action, golden.manner(true)), (None, Some(Manner::Ask)));
    let foreign = json!([{ "coding": [{ "system": "https://elsewhere.example/x", "code": "take" }] }]);
    let foreign = line(&changed("medication_request", "/category", Some(foreign))).unwrap();
    assert_eq!(foreign.manner(true), Some(Manner::Ask), "not our code");
}

#[test]
fn a_code_of_ours_that_is_unknown_or_twofold_is_unreadable() {
    let unknown = changed("medication_request", "/category", Some(category("halve")));
    let path = "MedicationRequest.category[0].coding[0].code".to_owned();
    assert_eq!(read_value(&unknown), Err(Unreadable { path, what: What::UnknownCode }));
    let two = json!([category("take")[0], category("skip")[0]]);
    let two = changed("medication_request", "/category", Some(two));
    let path = "MedicationRequest.category[1].coding[0].code".to_owned();
    assert_eq!(read_value(&two), Err(Unreadable { path, what: What::Ambiguous }));
}

fn with_bounds(bounds: &[Value]) -> Value {
    let mut raw = value("medication_request");
    raw["category"] = category("take");
    let dosage =
        |bounds: &Value| json!({ "text": "As written.", "timing": { "repeat": { "boundsPeriod": bounds } } });
    raw["dosageInstruction"] = bounds.iter().map(dosage).collect();
    raw
}

#[test]
fn the_days_are_those_the_clinician_named() {
    let on = |text: &str| Some(Due::On(text.parse::<NaiveDate>().unwrap()));
    let bounds = json!({ "start": "2025-12-01", "end": "2025-12-02" });
    let found = line(&with_bounds(std::slice::from_ref(&bounds))).unwrap();
    assert_eq!(found.days, Some(Days { from: on("2025-12-01"), to: on("2025-12-02") }));
    assert_eq!(found.manner(true), Some(Manner::Take));
    assert_eq!(line(&value("medication_request")).unwrap().days, None);

    let later = json!({ "start": "2025-12-03", "end": "2025-12-05" });
    let several = line(&with_bounds(&[bounds.clone(), later])).unwrap();
    assert_eq!(several.days, Some(Days { from: on("2025-12-01"), to: on("2025-12-05") }));
    assert_eq!(several.manner(true), Some(Manner::Ask), "what is for some of the days is not for all");

    let backwards = json!({ "start": "2025-12-05", "end": "2025-12-01" });
    assert!(read_value(&with_bounds(&[backwards])).is_err(), "it would never hold and vanish in silence");
    assert_eq!(several.action, None);
    assert_eq!(found.action, Some(MedicineAction::Take));
    assert_eq!(found.id, id("morning-tablet"));
}

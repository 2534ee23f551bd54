//! Somebody else's validator finds nothing wrong with what is sent, and does find what is wrong elsewhere.

use crate::tool::{accepted, shared, shared_form};
use crate::wire::every_type_sent;
use cairn::care::Id;
use cairn::care::instruments::Instrument;
use cairn::fhir::score;
use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// What the validator says of each; `None`, and said so, where the practice clinic's packages are not installed.
fn judged(resources: &[Value]) -> Option<Vec<Value>> {
    let clinic = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clinic");
    let node = clinic.join("node_modules/.bin/node");
    if !node.exists() {
        eprintln!("skipped: the practice clinic is not installed (scripts/setup --for test)");
        return None;
    }
    let mut validator = Command::new(node)
        .arg(clinic.join("validate.mjs"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let resources = serde_json::to_vec(resources).unwrap();
    validator.stdin.take().unwrap().write_all(&resources).unwrap();
    let output = validator.wait_with_output().unwrap();
    assert!(output.status.success());
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

/// The resource with one field changed, or taken away.
fn with(resource: &Value, pointer: &str, field: &str, value: Option<Value>) -> Value {
    let mut resource = resource.clone();
    let fields = resource.pointer_mut(pointer).unwrap().as_object_mut().unwrap();
    match value {
        Some(value) => drop(fields.insert(field.to_owned(), value)),
        None => drop(fields.remove(field).unwrap()),
    }
    resource
}

fn total() -> Value {
    let id = |text| Id::new(text).unwrap();
    let total = score::Total {
        id: id("score-1"),
        form: id("sheet-1"),
        instrument: Instrument::Gad7,
        total: 12,
        at: "2026-11-01T05:30:00Z".parse().unwrap(),
        zone: chrono_tz::America::New_York,
        amended: false,
    };
    score::write(&total, &id("patient-1"))
}

#[test]
fn responses_and_totals_are_valid_for_another_validator() {
    let mut resources = vec![every_type_sent(), total()];
    if let Some(folder) = shared() {
        for name in ["LHNCBC__questionnaire-initialx.json", "LHNCBC__answerOption-valueCoding.choice.R4.json"]
        {
            resources.push(accepted(&shared_form(&folder, name), None)["response"].clone());
        }
    }
    if let Some(judged) = judged(&resources) {
        assert_eq!(judged, vec![Value::Null; resources.len()]);
    }
}

/// What a patient shared of their journal, and its withdrawal.
fn shared_slices() -> [Value; 2] {
    [
        include_str!("../fhir/golden/shared_slice.json"),
        include_str!("../fhir/golden/shared_slice_withdrawn.json"),
    ]
    .map(|text| serde_json::from_str(text).unwrap())
}

#[test]
fn what_is_shared_and_what_is_withdrawn_are_valid_for_another_validator() {
    if let Some(judged) = judged(&shared_slices()) {
        assert_eq!(judged, [Value::Null, Value::Null]);
    }
    let [shared, gone] = shared_slices();
    let wrong = [
        with(&shared, "", "content", None),
        with(&shared, "", "status", None),
        with(&shared, "", "date", Some(json!("yesterday"))),
        with(&shared, "/content/0", "attachment", None),
        with(&gone, "", "content", Some(json!([]))),
        with(&gone, "/content/0/attachment", "text", Some(json!("words"))),
    ];
    if let Some(judged) = judged(&wrong) {
        assert!(judged.iter().all(Value::is_string), "{judged:#?}");
    }
}

/// A question to the clinic, and more in its thread with something shared.
fn messages() -> [Value; 2] {
    [include_str!("../fhir/golden/message.json"), include_str!("../fhir/golden/message_more.json")]
        .map(|text| serde_json::from_str(text).unwrap())
}

#[test]
fn messages_are_valid_for_another_validator() {
    if let Some(judged) = judged(&messages()) {
        assert_eq!(judged, [Value::Null, Value::Null]);
    }
    let [question, more] = messages();
    let wrong = [
        with(&question, "", "status", None),
        with(&question, "", "sent", Some(json!("yesterday"))),
        with(&question, "/payload/0", "contentString", Some(json!(7))),
        with(&more, "/partOf/0/identifier", "words", Some(json!("of the patient"))),
    ];
    if let Some(judged) = judged(&wrong) {
        assert!(judged.iter().all(Value::is_string), "{judged:#?}");
    }
}

/// A paper a patient signed, its withdrawal, and what keeps its place.
fn consents() -> [Value; 3] {
    [
        include_str!("../fhir/golden/consent.json"),
        include_str!("../fhir/golden/consent_withdrawn.json"),
        include_str!("../fhir/golden/consent_place.json"),
    ]
    .map(|text| serde_json::from_str(text).unwrap())
}

#[test]
fn what_is_signed_and_what_is_withdrawn_are_valid_for_another_validator() {
    let [signed, gone, place] = consents();
    if let Some(judged) = judged(&consents()) {
        assert_eq!(judged, vec![Value::Null; 3]);
    }
    let wrong = [
        with(&signed, "", "scope", None),
        with(&signed, "", "category", None),
        with(&signed, "", "policy", None),
        with(&signed, "/sourceAttachment", "size", Some(json!("long"))),
        with(&gone, "/provision/period", "until", Some(json!("2026"))),
        with(&place, "", "status", None),
    ];
    if let Some(judged) = judged(&wrong) {
        assert!(judged.iter().all(Value::is_string), "{judged:#?}");
    }
}

#[test]
fn the_validator_finds_what_is_wrong() {
    let good = every_type_sent();
    let wrong = [
        with(&good, "/item/0", "linkId", None),
        with(&good, "", "authored", Some(json!("yesterday"))),
        with(&good, "", "mood", Some(json!("low"))),
        with(&good, "/item/0/item/0/answer/0", "valueBoolean", Some(json!("yes"))),
        with(&good, "/item/0", "answer", Some(json!([{ "valueBoolean": true }]))),
        with(&total(), "", "code", None),
        with(&total(), "", "valueInteger", Some(json!(1.5))),
    ];
    if let Some(judged) = judged(&wrong) {
        assert!(judged.iter().all(Value::is_string), "{judged:#?}");
    }
}

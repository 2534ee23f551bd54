//! What must never be shown as something to do or to take.

use crate::golden::{changed, read_value};
use cairn::care::{ItemState, LineState, PlanState};
use cairn::fhir::{Reading, Unreadable, What};
use serde_json::{Value, json};

fn problem(path: &str, what: What) -> Result<Reading, Unreadable> {
    Err(Unreadable { path: path.to_owned(), what })
}

fn modifier() -> Value {
    json!([{ "url": "https://elsewhere.example/not", "valueBoolean": true }])
}

#[test]
fn an_unknown_modifier_makes_every_resource_unreadable() {
    let files = [
        ("appointment", "Appointment"),
        ("care_plan", "CarePlan"),
        ("care_team", "CareTeam"),
        ("check_in", "Observation"),
        ("encounter", "Encounter"),
        ("library", "Library"),
        ("location", "Location"),
        ("medication_request", "MedicationRequest"),
        ("medication_statement", "MedicationStatement"),
        ("organization", "Organization"),
        ("oxygen", "Observation"),
        ("patient", "Patient"),
        ("practitioner", "Practitioner"),
        ("practitioner_role", "PractitionerRole"),
        ("task", "Task"),
    ];
    for (file, kind) in files {
        let modified = changed(file, "/modifierExtension", Some(modifier()));
        assert_eq!(
            read_value(&modified),
            problem(&format!("{kind}.modifierExtension"), What::UnknownModifier)
        );
        let ruled = changed(file, "/implicitRules", Some(json!("https://elsewhere.example/rules")));
        assert_eq!(read_value(&ruled), problem(&format!("{kind}.implicitRules"), What::UnknownRules));
        let none = changed(file, "/modifierExtension", Some(json!([])));
        assert!(read_value(&none).is_ok(), "{file}: an empty list modifies nothing");
    }
}

#[test]
fn an_unknown_modifier_deep_in_a_medicine_is_found() {
    let cases = [
        (
            "/dosageInstruction/1/modifierExtension",
            "MedicationRequest.dosageInstruction[1].modifierExtension",
        ),
        ("/dosageInstruction/1/doseAndRate/0/modifierExtension", "MedicationRequest.dosageInstruction[1]"),
        ("/medicationCodeableConcept/modifierExtension", "MedicationRequest"),
        ("/requester/modifierExtension", "MedicationRequest"),
    ];
    for (pointer, path) in cases {
        let modified = changed("medication_request", pointer, Some(modifier()));
        assert_eq!(read_value(&modified), problem(path, What::UnknownModifier));
    }
    let contained = changed("medication_statement", "/contained/0/modifierExtension", Some(modifier()));
    assert_eq!(read_value(&contained), problem("MedicationStatement", What::UnknownModifier));
}

#[test]
fn an_unknown_modifier_inside_what_is_acted_upon_is_found() {
    let cases = [
        ("appointment", "/participant/1/modifierExtension", "Appointment.participant[1].modifierExtension"),
        ("care_plan", "/activity/2/modifierExtension", "CarePlan.activity[2].modifierExtension"),
        (
            "care_plan",
            "/activity/2/detail/modifierExtension",
            "CarePlan.activity[2].detail.modifierExtension",
        ),
        ("care_team", "/participant/0/modifierExtension", "CareTeam.participant[0].modifierExtension"),
        ("encounter", "/period/modifierExtension", "Encounter.period.modifierExtension"),
        ("blood_pressure", "/component/1/modifierExtension", "Observation.component[1].modifierExtension"),
        ("oxygen", "/valueQuantity/modifierExtension", "Observation.valueQuantity.modifierExtension"),
        ("check_in", "/component/1/modifierExtension", "Observation.component[1].modifierExtension"),
    ];
    for (file, pointer, path) in cases {
        let modified = changed(file, pointer, Some(modifier()));
        assert_eq!(read_value(&modified), problem(path, What::UnknownModifier));
    }
}

#[test]
fn a_medicine_not_to_be_taken_says_so() {
    let forbidden = changed("medication_request", "/doNotPerform", Some(json!(true)));
    let Ok(Reading::Medicine(line)) = read_value(&forbidden) else { panic!("a line") };
    assert!(line.do_not_take);
    let odd = changed("medication_request", "/doNotPerform", Some(json!("true")));
    assert_eq!(read_value(&odd), problem("MedicationRequest.doNotPerform", What::WrongType));
}

#[test]
fn only_an_active_line_that_was_asked_for_is_in_force() {
    let state =
        |pointer, code: &str| match read_value(&changed("medication_request", pointer, Some(json!(code)))) {
            Ok(Reading::Medicine(line)) => line.state,
            other => panic!("{code}: {other:?}"),
        };
    assert_eq!(state("/status", "active"), LineState::Active);
    for code in ["on-hold", "completed", "stopped"] {
        assert_eq!(state("/status", code), LineState::NoLonger, "{code}");
    }
    for code in ["cancelled", "entered-in-error", "draft", "unknown"] {
        assert_eq!(state("/status", code), LineState::NotInForce, "{code}");
    }
    for code in ["proposal", "option"] {
        assert_eq!(state("/intent", code), LineState::NotInForce, "{code}");
    }
    let statement = |code: &str| changed("medication_statement", "/status", Some(json!(code)));
    for (code, expected) in [
        ("active", LineState::Active),
        ("completed", LineState::NoLonger),
        ("intended", LineState::NotInForce),
        ("not-taken", LineState::NotInForce),
    ] {
        let Ok(Reading::Medicine(line)) = read_value(&statement(code)) else { panic!("{code}") };
        assert_eq!(line.state, expected, "{code}");
    }
}

#[test]
fn half_an_instruction_is_no_instruction() {
    let wordless = json!({ "sequence": 4, "doseAndRate": [{ "doseQuantity": { "value": 2 } }] });
    let half = changed("medication_request", "/dosageInstruction/3", Some(wordless));
    assert_eq!(read_value(&half), problem("MedicationRequest.dosageInstruction[3].text", What::Missing));
}

#[test]
fn a_thing_not_to_do_never_looks_like_a_thing_to_do() {
    let forbidden = changed("care_plan", "/activity/2/detail/doNotPerform", Some(json!(true)));
    let path = "CarePlan.activity[2].detail.doNotPerform";
    assert_eq!(read_value(&forbidden), problem(path, What::NotSupported));
}

#[test]
fn a_proposal_is_neither_a_plan_nor_a_task() {
    for code in ["proposal", "option"] {
        let plan = changed("care_plan", "/intent", Some(json!(code)));
        assert!(matches!(read_value(&plan), Ok(Reading::Plan(plan)) if plan.state == PlanState::NotInForce));
        let task = changed("task", "/intent", Some(json!(code)));
        assert!(matches!(read_value(&task), Ok(Reading::Task(item)) if item.state == ItemState::Dropped));
    }
}

#[test]
fn a_medicine_named_out_of_reach_is_not_left_out_in_silence() {
    let place = "/supportingInfo/3";
    let elsewhere = json!({ "reference": "https://pharmacy.example/fhir/MedicationRequest/morning-tablet" });
    let by_identifier = json!({ "type": "MedicationStatement", "identifier": { "value": "1" } });
    let library = json!({ "reference": "https://other.example/fhir/Library/kap-im/_history/2" });
    for reference in [elsewhere, by_identifier, library] {
        let plan = changed("care_plan", place, Some(reference));
        assert_eq!(read_value(&plan), problem("CarePlan.supportingInfo[3]", What::OutOfReach));
    }
    let mut inside = changed("care_plan", "/activity/0/reference", Some(json!({ "reference": "#line" })));
    inside["contained"] = json!([{ "resourceType": "MedicationRequest", "id": "line" }]);
    assert_eq!(read_value(&inside), problem("CarePlan.activity[0].reference", What::OutOfReach));
}

#[test]
fn two_protocols_are_one_too_many() {
    let plan = changed("care_plan", "/supportingInfo/3", Some(json!({ "reference": "Library/other" })));
    assert_eq!(read_value(&plan), problem("CarePlan.supportingInfo[3]", What::Ambiguous));
    let again =
        changed("care_plan", "/supportingInfo/3", Some(json!({ "reference": "Library/kap-im/_history/9" })));
    assert!(matches!(read_value(&again), Ok(Reading::Plan(_))));
}

#[test]
fn two_items_that_cannot_be_told_apart_are_an_error() {
    let plan = changed("care_plan", "/activity/4/id", Some(json!("driver")));
    assert_eq!(read_value(&plan), problem("CarePlan.activity[4].id", What::Ambiguous));
}

#[test]
fn items_keep_their_ids_when_another_is_put_before_them() {
    let ids = |value: &Value| match read_value(value) {
        Ok(Reading::Plan(plan)) => plan.items.into_iter().map(|item| item.id).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    let before = crate::golden::value("care_plan");
    let mut after = before.clone();
    let new = json!({ "detail": { "status": "scheduled", "description": "New" } });
    after["activity"].as_array_mut().unwrap().insert(0, new);
    assert_eq!(ids(&after)[1..], ids(&before));
}

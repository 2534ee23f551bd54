//! A malformed payload is named by the place that is wrong, and nothing of it is repeated.

use crate::golden::{changed, read_value};
use cairn::fhir::{Resource, What};
use serde_json::{Value, json};

/// What is put where (`None`: taken away), and what must be said about it.
type Case = (&'static str, &'static str, Option<Value>, &'static str, What);

fn check(cases: impl IntoIterator<Item = Case>) {
    for (file, pointer, new, path, what) in cases {
        let problem = read_value(&changed(file, pointer, new.clone())).expect_err(path);
        assert_eq!((problem.path.as_str(), problem.what), (path, what), "{file} {pointer} {new:?}");
    }
}

#[test]
fn appointment() {
    use What::{Ambiguous, BadDate, BadReference, Missing, OutOfRange, UnknownCode, WrongType};
    let file = "appointment";
    let coded = |code: &str| json!({ "coding": [{ "system": "https://cairn.example/fhir/CodeSystem/visit-kind", "code": code }] });
    check([
        (file, "/status", None, "Appointment.status", Missing),
        (file, "/status", Some(json!("booked!")), "Appointment.status", UnknownCode),
        (file, "/status", Some(json!(["booked"])), "Appointment.status", WrongType),
        (file, "/status", Some(json!(null)), "Appointment.status", WrongType),
        (file, "/start", None, "Appointment.start", Missing),
        (file, "/start", Some(json!("")), "Appointment.start", Missing),
        (file, "/start", Some(json!("next Tuesday")), "Appointment.start", BadDate),
        (file, "/start", Some(json!(1_764_698_400)), "Appointment.start", WrongType),
        (file, "/end", Some(json!("2025-12-02T09:59:59-08:00")), "Appointment.end", BadDate),
        (file, "/serviceType", Some(json!({ "text": "KAP" })), "Appointment.serviceType", WrongType),
        (
            file,
            "/serviceType",
            Some(json!([coded("dance")])),
            "Appointment.serviceType[0].coding[0].code",
            UnknownCode,
        ),
        (
            file,
            "/appointmentType",
            Some(coded("intake")),
            "Appointment.serviceType[0].coding[1].code",
            Ambiguous,
        ),
        (file, "/participant", Some(json!({})), "Appointment.participant", WrongType),
        (file, "/participant/4", Some(json!("Location/x")), "Appointment.participant[4]", WrongType),
        (
            file,
            "/participant/4/status",
            Some(json!("maybe")),
            "Appointment.participant[4].status",
            UnknownCode,
        ),
        (
            file,
            "/participant/4/actor/reference",
            Some(json!("cedar-house")),
            "Appointment.participant[4].actor.reference",
            BadReference,
        ),
        (file, "/patientInstruction", Some(json!(7)), "Appointment.patientInstruction", WrongType),
        (
            "appointment_proposed",
            "/minutesDuration",
            Some(json!(-5)),
            "Appointment.minutesDuration",
            OutOfRange,
        ),
        (
            "appointment_proposed",
            "/minutesDuration",
            Some(json!(5.5)),
            "Appointment.minutesDuration",
            WrongType,
        ),
    ]);
}

#[test]
fn care_plan_and_task() {
    use What::{BadDate, Missing, UnknownCode, WrongType};
    let file = "care_plan";
    check([
        (file, "/status", None, "CarePlan.status", Missing),
        (file, "/status", Some(json!("on")), "CarePlan.status", UnknownCode),
        (file, "/intent", None, "CarePlan.intent", Missing),
        (file, "/intent", Some(json!("wish")), "CarePlan.intent", UnknownCode),
        (file, "/activity", Some(json!("none")), "CarePlan.activity", WrongType),
        (file, "/activity/2/detail", Some(json!([])), "CarePlan.activity[2].detail", WrongType),
        (file, "/activity/2/detail/status", None, "CarePlan.activity[2].detail.status", Missing),
        (file, "/activity/4/detail/description", None, "CarePlan.activity[4].detail.description", Missing),
        (
            file,
            "/activity/2/detail/scheduledPeriod/end",
            Some(json!("2025-13-01")),
            "CarePlan.activity[2].detail.scheduledPeriod.end",
            BadDate,
        ),
        (
            file,
            "/activity/4/detail/scheduledTiming/event/0",
            Some(json!("2025-11-25T17:00:00")),
            "CarePlan.activity[4].detail.scheduledTiming.event",
            BadDate,
        ),
        ("task", "/status", Some(json!("todo")), "Task.status", UnknownCode),
        ("task", "/intent", None, "Task.intent", Missing),
        ("task", "/restriction/period/end", Some(json!("soon")), "Task.restriction.period.end", BadDate),
    ]);
}

#[test]
fn library() {
    use What::{Ambiguous, Damaged, Missing, UnknownCode};
    let file = "library";
    let json_twice = json!({ "contentType": "application/json", "data": "e30=" });
    check([
        (file, "/status", None, "Library.status", Missing),
        (file, "/status", Some(json!("new")), "Library.status", UnknownCode),
        (file, "/content", None, "Library.content", Missing),
        (file, "/content/1", None, "Library.content", Missing),
        (file, "/content/2", Some(json_twice), "Library.content[2]", Ambiguous),
        (file, "/content/1/data", None, "Library.content[1].data", Missing),
        (file, "/content/1/data", Some(json!("%%%")), "Library.content[1].data", Damaged),
        (file, "/content/1/size", Some(json!(3)), "Library.content[1].size", Damaged),
        (
            file,
            "/content/1",
            Some(json!({ "contentType": "application/json", "data": "/w==" })),
            "Library.content[1].data",
            Damaged,
        ),
        (
            file,
            "/content/1",
            Some(json!({ "contentType": "application/json", "data": "ew==" })),
            "Library.content[1].data",
            Damaged,
        ),
    ]);
}

#[test]
fn medicine() {
    use What::{BadDate, Missing, UnknownCode, WrongType};
    let file = "medication_request";
    check([
        (file, "/status", None, "MedicationRequest.status", Missing),
        (file, "/status", Some(json!("go")), "MedicationRequest.status", UnknownCode),
        (file, "/intent", None, "MedicationRequest.intent", Missing),
        (file, "/medicationCodeableConcept", None, "MedicationRequest.medication", Missing),
        (file, "/authoredOn", Some(json!("20.11.2025")), "MedicationRequest.authoredOn", BadDate),
        (file, "/dosageInstruction", Some(json!("one")), "MedicationRequest.dosageInstruction", WrongType),
        (
            file,
            "/dosageInstruction/2/patientInstruction",
            Some(json!(["sip"])),
            "MedicationRequest.dosageInstruction[2].patientInstruction",
            WrongType,
        ),
        (
            "medication_statement",
            "/contained/0/id",
            Some(json!("other")),
            "MedicationStatement.medication",
            Missing,
        ),
        ("medication_statement", "/status", Some(json!("paused")), "MedicationStatement.status", UnknownCode),
    ]);
}

#[test]
fn people_and_places() {
    use What::{Missing, UnknownCode, WrongType};
    check([
        ("patient", "/name", Some(json!("Sam")), "Patient.name", WrongType),
        ("patient", "/name/2/given", Some(json!("Sam")), "Patient.name[2].given", WrongType),
        ("patient", "/name/2/given/1", Some(json!(7)), "Patient.name[2].given[1]", WrongType),
        ("care_team", "/status", Some(json!("busy")), "CareTeam.status", UnknownCode),
        (
            "care_team",
            "/participant/0/member",
            Some(json!("Ash")),
            "CareTeam.participant[0].member",
            WrongType,
        ),
        ("practitioner", "/name", None, "Practitioner.name", Missing),
        ("practitioner_role", "/practitioner", Some(json!([])), "PractitionerRole.practitioner", WrongType),
        ("organization", "/name", None, "Organization.name", Missing),
        ("organization", "/telecom/3/rank", Some(json!("first")), "Organization.telecom[3].rank", WrongType),
        (
            "organization",
            "/extension/1/valueCode",
            Some(json!("Pacific time")),
            "Organization.extension[1].valueCode",
            UnknownCode,
        ),
        ("location", "/address", Some(json!("here")), "Location.address", WrongType),
        ("location", "/extension/0/valueCode", None, "Location.extension[0].valueCode", Missing),
    ]);
}

#[test]
fn check_in() {
    use What::{Ambiguous, BadDate, Missing, OutOfRange, UnknownCode, WrongType};
    let file = "check_in";
    let mood_again = crate::golden::value(file)["component"][0].clone();
    check([
        (file, "/status", None, "Observation.status", Missing),
        (file, "/status", Some(json!("done")), "Observation.status", UnknownCode),
        (file, "/effectiveDateTime", None, "Observation.effectiveDateTime", Missing),
        (file, "/effectiveDateTime", Some(json!("2025-11-22")), "Observation.effectiveDateTime", BadDate),
        (file, "/_effectiveDateTime", None, "Observation._effectiveDateTime", Missing),
        (
            file,
            "/_effectiveDateTime/extension/0/valueCode",
            Some(json!("Mars/Olympus")),
            "Observation._effectiveDateTime.extension[0].valueCode",
            UnknownCode,
        ),
        (file, "/component/0", None, "Observation.component(mood-0-10)", Missing),
        (file, "/component/1", None, "Observation.component(anxiety-0-10)", Missing),
        (file, "/component/1/valueInteger", None, "Observation.component[1].valueInteger", Missing),
        (
            file,
            "/component/1/valueInteger",
            Some(json!(11)),
            "Observation.component[1].valueInteger",
            OutOfRange,
        ),
        (
            file,
            "/component/1/valueInteger",
            Some(json!(-1)),
            "Observation.component[1].valueInteger",
            OutOfRange,
        ),
        (
            file,
            "/component/1/valueInteger",
            Some(json!(7.5)),
            "Observation.component[1].valueInteger",
            WrongType,
        ),
        (
            file,
            "/component/1/valueInteger",
            Some(json!("7")),
            "Observation.component[1].valueInteger",
            WrongType,
        ),
        (file, "/component/2", Some(mood_again), "Observation.component[2].code", Ambiguous),
    ]);
}

#[test]
fn name_tags() {
    use What::{BadDate, BadId, Missing, UnknownCode, WrongType};
    let file = "appointment";
    check([
        (file, "/resourceType", None, "Resource.resourceType", Missing),
        (file, "/resourceType", Some(json!("a secret, with words")), "Resource.resourceType", UnknownCode),
        (file, "/id", None, "Appointment.id", Missing),
        (file, "/id", Some(json!(12)), "Appointment.id", WrongType),
        (file, "/id", Some(json!("no good id")), "Appointment.id", BadId),
        (file, "/meta", Some(json!([])), "Appointment.meta", WrongType),
        (file, "/meta/versionId", Some(json!(2)), "Appointment.meta.versionId", WrongType),
        (file, "/meta/lastUpdated", Some(json!("2025-11-21")), "Appointment.meta.lastUpdated", BadDate),
    ]);
    for text in ["", "<html></html>", "[]", "7", "null", r#"{"resourceType":"Patient","id":"a""#] {
        assert_eq!(Resource::parse(text).expect_err(text).path, "Resource", "{text}");
    }
}

#[test]
fn a_problem_repeats_nothing_of_the_content() {
    let secret = "her private words";
    for pointer in ["/status", "/start", "/participant/0/actor/reference", "/participant/0/status"] {
        let resource = changed("appointment", pointer, Some(json!(secret)));
        let problem = read_value(&resource).expect_err(pointer);
        assert!(!format!("{problem} {problem:?}").contains("private"), "{problem}");
    }
    let keyed = changed("medication_request", "/her private words", Some(json!({ "modifierExtension": {} })));
    assert_eq!(
        read_value(&keyed).unwrap_err().to_string(),
        "MedicationRequest: a modifier this app does not know"
    );
    let unread = Resource::from_value(json!({ "resourceType": "Patient", "note": secret })).unwrap_err();
    assert!(!format!("{unread:?}").contains("private"));
    let resource = Resource::from_value(crate::golden::value("patient")).unwrap();
    assert_eq!(format!("{resource:?}"), "Patient/sam-sample");
}

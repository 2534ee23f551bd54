//! What the patient is told, and what not.

use super::*;
use serde_json::json;

fn now() -> DateTime<Utc> {
    "2026-03-01T12:00:00Z".parse().unwrap()
}

fn came(raw: Value) -> Arrived {
    let kind = raw["resourceType"].as_str().unwrap().to_owned();
    arrived(Resource::from_value(raw), &kind).unwrap().unwrap()
}

fn visit(status: &str, start: &str) -> Value {
    json!({
        "resourceType": "Appointment", "id": "v1", "status": status, "start": start,
        "participant": [{"actor": {"reference": "Patient/ada"}, "status": "accepted"}],
    })
}

const TOMORROW: &str = "2026-03-02T09:00:00Z";
const LATER: &str = "2026-03-05T09:00:00Z";
const PAST: &str = "2026-02-01T09:00:00Z";

fn plan(status: &str) -> Value {
    json!({"resourceType": "CarePlan", "id": "p1", "status": status, "intent": "plan",
        "subject": {"reference": "Patient/ada"}})
}

fn medicine(status: &str) -> Value {
    json!({"resourceType": "MedicationRequest", "id": "m1", "status": status, "intent": "order",
        "medicationCodeableConcept": {"text": "a made-up medicine"}, "subject": {"reference": "Patient/ada"}})
}

fn told(before: Value, after: Value) -> Vec<Tiding> {
    of_arrival(Some(&came(before).mirrored), &came(after), None, now()).0
}

fn lost(before: Value) -> Vec<Tiding> {
    of_loss(&came(before).mirrored, None, now()).0
}

const READABLE: [Tiding; 1] = [Tiding::Readable];
const WITHDRAWN: [Tiding; 2] = [Tiding::Readable, Tiding::Tell(Happened::Withdrawn)];
const STANDS: [Tiding; 2] = [Tiding::Readable, Tiding::Stands(None)];
const OVER: [Tiding; 2] = [Tiding::Readable, Tiding::Over];
const UNREADABLE: [Tiding; 1] = [Tiding::Tell(Happened::Unreadable)];

#[test]
fn a_confirmed_visit_that_moved_is_told() {
    let (from, to) = (TOMORROW.parse().unwrap(), LATER.parse().unwrap());
    let moved = [Tiding::Readable, Tiding::Tell(Happened::Moved { from, to })];
    assert_eq!(told(visit("booked", TOMORROW), visit("booked", LATER)), moved);
    // Taken back to "pending" at another time is a move as well.
    assert_eq!(told(visit("booked", TOMORROW), visit("pending", LATER)), moved);
    assert_eq!(told(visit("booked", TOMORROW), visit("booked", TOMORROW)), READABLE);
    assert_eq!(told(visit("pending", TOMORROW), visit("booked", LATER)), READABLE);
    assert_eq!(told(visit("fulfilled", PAST), visit("fulfilled", LATER)), OVER);
}

#[test]
fn a_visit_that_will_not_be_is_told_if_it_was_ahead() {
    for status in ["cancelled", "entered-in-error", "noshow"] {
        assert_eq!(told(visit("booked", TOMORROW), visit(status, TOMORROW)), WITHDRAWN, "{status}");
        assert_eq!(told(visit("pending", TOMORROW), visit(status, TOMORROW)), WITHDRAWN, "{status}");
        assert_eq!(told(visit("booked", PAST), visit(status, PAST)), OVER, "{status}");
    }
    assert_eq!(told(visit("booked", PAST), visit("fulfilled", PAST)), OVER);
}

#[test]
fn what_went_away_is_told_if_it_mattered() {
    assert_eq!(lost(visit("booked", TOMORROW)), WITHDRAWN);
    assert_eq!(lost(visit("booked", PAST)), OVER);
    assert_eq!(lost(visit("cancelled", TOMORROW)), OVER);
    assert_eq!(lost(plan("active")), WITHDRAWN);
    assert_eq!(lost(plan("completed")), READABLE);
    assert_eq!(lost(medicine("active")), WITHDRAWN);
    assert_eq!(lost(medicine("stopped")), READABLE);
    // Nobody knows what it said.
    assert_eq!(lost(visit("no such status", PAST)), WITHDRAWN);
}

#[test]
fn plans_and_medicines_that_were_taken_back_are_told_but_not_those_that_ended() {
    for status in ["revoked", "entered-in-error"] {
        assert_eq!(told(plan("active"), plan(status)), WITHDRAWN, "{status}");
    }
    assert_eq!(told(plan("active"), plan("completed")), READABLE);
    for status in ["stopped", "cancelled", "entered-in-error", "on-hold"] {
        assert_eq!(told(medicine("active"), medicine(status)), WITHDRAWN, "{status}");
    }
    assert_eq!(told(medicine("active"), medicine("completed")), READABLE);
    assert_eq!(told(medicine("stopped"), medicine("active")), STANDS);
}

#[test]
fn what_cannot_be_read_is_told_until_it_can() {
    assert_eq!(told(visit("booked", TOMORROW), visit("no such status", TOMORROW)), UNREADABLE);
    assert_eq!(told(plan("active"), plan("no such status")), UNREADABLE);
    assert_eq!(told(medicine("active"), medicine("no such status")), UNREADABLE);
    assert_eq!(told(visit("no such status", TOMORROW), visit("booked", TOMORROW)), STANDS);
    // What it said before nobody could read may have mattered.
    assert_eq!(told(medicine("no such status"), medicine("stopped")), WITHDRAWN);
    assert_eq!(told(medicine("no such status"), medicine("completed")), READABLE);
    assert_eq!(told(visit("no such status", TOMORROW), visit("cancelled", TOMORROW)), WITHDRAWN);
}

#[test]
fn a_protocol_is_readable_only_if_its_document_is() {
    let library = |data: &str| {
        json!({"resourceType": "Library", "id": "l1", "status": "active", "type": {"text": "protocol"},
            "content": [{"contentType": "application/json", "data": data}]})
    };
    // base64 of "{}", which is JSON and no protocol
    let arrived = came(library("e30="));
    assert!(arrived.reading.is_none());
    assert!(arrived.mirrored.problem.is_some());
    assert_eq!(of_arrival(None, &arrived, None, now()).0, UNREADABLE);
}

#[test]
fn what_the_patient_does_not_act_on_is_not_told() {
    let team = |status: &str| json!({"resourceType": "CareTeam", "id": "t1", "status": status});
    assert_eq!(told(team("active"), team("no such status")), []);
    assert_eq!(lost(team("active")), []);
}

#[test]
fn keeps_word_for_word_what_it_cannot_read() {
    let raw = json!({"resourceType": "Appointment", "id": "v1", "status": "booked", "odd": 1.50});
    let arrived = came(raw.clone());
    assert!(arrived.mirrored.problem.is_some());
    assert_eq!(serde_json::from_str::<Value>(&arrived.mirrored.body).unwrap(), raw);
}

#[test]
fn what_says_not_which_it_is_or_is_only_a_part_is_not_kept() {
    let nameless = json!({"resourceType": "Appointment", "status": "booked"});
    assert_eq!(arrived(Resource::from_value(nameless), "Appointment").unwrap_err(), Nameless);
    let mut part = visit("booked", TOMORROW);
    part["meta"] = json!({"tag": [{"code": "SUBSETTED"}]});
    assert_eq!(arrived(Resource::from_value(part), "Appointment").unwrap_err(), Nameless);
    let other = arrived(Resource::from_value(plan("active")), "Appointment");
    assert!(matches!(other, Ok(None)));
}

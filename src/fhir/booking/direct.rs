//! Booking where no desk decides: the transaction in which a patient takes the times of a wish, and what the operation `$book`
//! of IHE's Scheduling profile (ITI-117) is given and answers.

use super::{is_patient, told};
use crate::{
    care::Id,
    fhir::{moment, resource::patched},
};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

const APPOINTMENT: &str = "Appointment";
/// The operation as a `CapabilityStatement` names it, and its address below the server's.
const BOOK: &str = "book";
/// Where `$book` is asked.
pub const BOOK_AT: &str = "Appointment/$book";
/// The one parameter of `$book` that is needed for a whole appointment.
const RESOURCE: &str = "appointment-resource";

/// A record as it is to be, and over which version alone, as `If-Match` names it. `None` where nothing may be there yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    pub body: Value,
    pub over: Option<String>,
}

/// One request that makes all of these changes or none.
#[must_use]
pub fn transaction(changes: &[Change]) -> Value {
    let entries = changes.iter().map(|change| {
        let word = |name: &str| change.body.get(name).and_then(Value::as_str).unwrap_or_default();
        let url = format!("{}/{}", word("resourceType"), word("id"));
        let mut request = json!({ "method": "PUT", "url": url });
        if let (Value::Object(fields), Some(over)) = (&mut request, &change.over) {
            fields.insert("ifMatch".to_owned(), json!(over));
        }
        json!({ "resource": change.body, "request": request })
    });
    json!({ "resourceType": "Bundle", "type": "transaction", "entry": entries.collect::<Vec<_>>() })
}

/// What `asked`, as [`super::ask`] wrote it, is once its times are taken.
#[must_use]
pub fn booked(asked: &Value) -> Value {
    with_status(asked, "booked", true)
}

/// `slot` as it is once somebody has it, or nobody any more.
#[must_use]
pub fn slot(slot: &Value, taken: bool) -> Value {
    with_status(slot, if taken { "busy" } else { "free" }, false)
}

/// True for a `Slot` nobody has.
#[must_use]
pub fn is_free(slot: &Value) -> bool {
    is(slot, "status", "free")
}

/// True for a `Slot` that is somebody's.
#[must_use]
pub fn is_taken(slot: &Value) -> bool {
    is(slot, "status", "busy")
}

/// True for an `Appointment` that the clinic and the patient agreed on.
#[must_use]
pub fn is_booked(appointment: &Value) -> bool {
    is(appointment, "status", "booked")
}

/// True for an `Appointment` that will not take place.
#[must_use]
pub fn is_cancelled(appointment: &Value) -> bool {
    is(appointment, "status", "cancelled")
}

/// When an `Appointment` starts.
#[must_use]
pub fn start(appointment: &Value) -> Option<DateTime<Utc>> {
    appointment.get("start").and_then(Value::as_str).and_then(moment::instant)
}

/// The slots an `Appointment` names.
#[must_use]
pub fn slots(appointment: &Value) -> Vec<Id> {
    super::ids(appointment, "/slot", "", "Slot/")
}

/// The visit `asked` is to take the place of.
#[must_use]
pub fn replaced(asked: &Value) -> Option<Id> {
    told(asked).replaces
}

/// What `$book` is given for a new appointment: the server gives it an id, and it is `pending` until it has its times.
#[must_use]
pub fn to_book(asked: &Value) -> Value {
    let mut new = with_status(asked, "pending", false);
    if let Value::Object(fields) = &mut new {
        fields.shift_remove("id");
    }
    parameters(&new)
}

/// What `$book` is given for an appointment that is off, as [`super::cancelled`] wrote it.
#[must_use]
pub fn to_cancel(off: &Value) -> Value {
    parameters(off)
}

/// The appointment in an answer of `$book`; `None` where the server only says why there is none.
#[must_use]
pub fn answered(answer: &Value) -> Option<&Value> {
    let is_one = |one: &&Value| is(one, "resourceType", APPOINTMENT);
    let entries = answer.get("entry").and_then(Value::as_array).into_iter().flatten();
    let of_bundle = entries.filter_map(|entry| entry.get("resource"));
    std::iter::once(answer).chain(of_bundle).find(is_one)
}

/// True if a server's `CapabilityStatement` offers `$book` for appointments.
#[must_use]
pub fn is_offered(capabilities: &Value) -> bool {
    let list =
        |value: &Value, name: &str| value.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    let rest = list(capabilities, "rest");
    let appointments =
        rest.iter().filter(|one| is(one, "mode", "server")).flat_map(|one| list(one, "resource"));
    appointments
        .filter(|one| is(one, "type", APPOINTMENT))
        .flat_map(|one| list(&one, "operation"))
        .any(|operation| is(&operation, "name", BOOK))
}

/// True if `name` of a record is this word.
fn is(record: &Value, name: &str, word: &str) -> bool {
    record.get(name).and_then(Value::as_str) == Some(word)
}

fn parameters(appointment: &Value) -> Value {
    json!({ "resourceType": "Parameters", "parameter": [{ "name": RESOURCE, "resource": appointment }] })
}

/// `record` so far, for the server to take over its own; `agreed`: everybody who comes said yes.
fn with_status(record: &Value, status: &str, agreed: bool) -> Value {
    patched(record, |fields| {
        fields.insert("status".to_owned(), json!(status));
        let Some(Value::Array(participants)) = fields.get_mut("participant").filter(|_| agreed) else {
            return;
        };
        for participant in participants.iter_mut().filter(|one| !is_patient(one, None)) {
            if let Value::Object(participant) = participant {
                participant.insert("status".to_owned(), json!("accepted"));
            }
        }
    })
}

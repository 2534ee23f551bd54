//! Booking where no desk decides, by one transaction: the times of a wish taken by the patient, or free again.

use super::{is_patient, told};
use crate::{
    care::Id,
    fhir::{moment, resource::patched},
};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

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

/// True if `name` of a record is this word.
fn is(record: &Value, name: &str, word: &str) -> bool {
    record.get(name).and_then(Value::as_str) == Some(word)
}

/// `record` so far, for the server to take over its own; `agreed`: everybody who comes said yes.
pub(super) fn with_status(record: &Value, status: &str, agreed: bool) -> Value {
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

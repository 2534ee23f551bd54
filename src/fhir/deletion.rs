//! `Communication`: the patient asks the clinic to delete what it has of them. It is a request to people and not a
//! command to a server: what must be kept, and for how long, the clinic alone can say.

use super::{
    moment::local_time,
    systems::{COMMUNICATION_CATEGORY, DELETION_REQUEST, MESSAGE, RECORD},
};
use crate::care::Id;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde_json::{Value, json};

/// For the clinic's staff, in English like every name the app gives its records.
const WORDS: &str = "The patient asks the clinic to delete what it holds about them, as far as the law allows, and to \
    tell them what is kept and why. Sent from the patient's phone.";

/// The request from `patient`, made at `at`. The same id again is the same request. `recipient` is who is asked, as
/// `Type/id`.
#[must_use]
pub fn write(id: &Id, at: DateTime<Utc>, recipient: Option<&str>, patient: &Id) -> Value {
    let patient = json!({ "reference": format!("Patient/{patient}") });
    let mut communication = json!({
        "resourceType": "Communication",
        "id": id,
        "identifier": [{ "system": RECORD, "value": id }],
        "status": "in-progress",
        "category": [
            { "coding": [{ "system": MESSAGE, "code": DELETION_REQUEST }] },
            { "coding": [{ "system": COMMUNICATION_CATEGORY, "code": "instruction" }] },
        ],
        "priority": "routine",
        "subject": patient,
        "sent": local_time(at, Tz::UTC),
        "sender": patient,
        "payload": [{ "contentString": WORDS }],
    });
    if let (Some(recipient), Value::Object(fields)) = (recipient, &mut communication) {
        fields.insert("recipient".to_owned(), json!([{ "reference": recipient }]));
    }
    communication
}

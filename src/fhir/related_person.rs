//! `RelatedPerson`: who drives the patient home, written by the patient.

use super::{allowed, systems::RECORD};
use crate::care::{Driver, Id};
use serde_json::{Value, json};

/// The `RelatedPerson` of `driver`, named by `patient`.
#[must_use]
pub fn write(driver: &Driver, patient: &Id) -> Value {
    let mut person = json!({
        "resourceType": "RelatedPerson",
        "id": driver.person,
        "identifier": [{ "system": RECORD, "value": driver.person }],
        "active": true,
        "patient": { "reference": format!("Patient/{patient}") },
        "relationship": [{ "text": "Drives the patient home" }],
        "name": [{ "text": allowed(driver.name.reveal().trim()) }],
    });
    let phone = allowed(driver.phone.reveal().trim());
    if let (false, Value::Object(fields)) = (phone.is_empty(), &mut person) {
        fields.insert("telecom".to_owned(), json!([{ "system": "phone", "value": phone }]));
    }
    person
}

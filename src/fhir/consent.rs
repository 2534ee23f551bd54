//! A paper a patient signed as one `Consent`: the exact text inline, who signed it, and which text of the clinic it is.
//!
//! R4 has no place for a typed name but `performer.display`, which says who agreed; `verification` tells that somebody else
//! asked the patient again, so it stays empty. `policy` names the very text (invariant ppc-1 wants one): the protocol's
//! address with its version and the paper's id behind it. Withdrawing is the same record, `inactive`, with the time it holds
//! until; nothing of it is taken out, for it still says what was once agreed to. The time keeps the offset the patient's clock
//! had, and beside it the name of the zone, so that another phone tells it as it was.

mod policy;
mod read;

pub use read::{is_signed, read};

use super::{
    allowed,
    moment::local_time,
    resource::patched,
    systems::{CONSENT_SCOPE, LOINC, PATIENT_CONSENT, RECORD, TIME_ZONE},
};
use crate::care::{Id, consent::Signature};
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde_json::{Map, Value, json};
use sha1::{Digest, Sha1};

/// The `Consent` of `signature` by `patient`, as it stands: in force, or withdrawn.
#[must_use]
pub fn write(signature: &Signature, patient: &Id) -> Value {
    let mut consent = head(signature, patient, "active");
    if let Value::Object(fields) = &mut consent {
        fields.insert("sourceAttachment".to_owned(), attachment(signature));
        if let Some(until) = signature.withdrawn {
            end(fields, signature, until, signature.zone);
        }
    }
    consent
}

/// `consent`, the record of `signature` as the clinic has it, withdrawn on a phone in `zone`. Whatever else it says stays.
#[must_use]
pub fn ended(consent: &Value, signature: &Signature, until: DateTime<Utc>, zone: Tz) -> Value {
    patched(consent, |fields| end(fields, signature, until, zone))
}

fn end(fields: &mut Map<String, Value>, signature: &Signature, until: DateTime<Utc>, zone: Tz) {
    fields.insert("status".to_owned(), json!("inactive"));
    let period = json!({ "start": local_time(signature.at, signature.zone), "end": local_time(until, zone) });
    fields.insert("provision".to_owned(), json!({ "period": period }));
}

/// What keeps the place of `consent` at the clinic before it comes: the same record without its text and without the name
/// under it, marked as entered in error. `None` for anything but a consent in force.
#[must_use]
pub fn place(consent: &Value) -> Option<Value> {
    let word = |name: &str| consent.get(name).and_then(Value::as_str);
    if word("resourceType") != Some("Consent") || word("status") != Some("active") {
        return None;
    }
    let mut place = consent.clone();
    let fields = place.as_object_mut()?;
    fields.insert("status".to_owned(), json!("entered-in-error"));
    for left_out in ["performer", "sourceAttachment"] {
        fields.shift_remove(left_out);
    }
    Some(place)
}

/// True of a consent without a single byte of its text.
#[must_use]
pub fn holds_nothing(consent: &Value) -> bool {
    consent.pointer("/sourceAttachment/data").is_none()
}

fn head(signature: &Signature, patient: &Id, status: &str) -> Value {
    let patient = format!("Patient/{patient}");
    let text = policy::write(&signature.protocol, signature.protocol_version, &signature.document);
    let category = json!({ "system": LOINC, "code": PATIENT_CONSENT, "display": "Patient Consent" });
    let mut consent = json!({
        "resourceType": "Consent",
        "id": signature.record,
        "identifier": [{ "system": RECORD, "value": signature.record }],
        "status": status,
        "scope": { "coding": [{ "system": CONSENT_SCOPE, "code": "treatment", "display": "Treatment" }] },
        "category": [{ "coding": [category] }],
        "patient": { "reference": patient },
        "dateTime": local_time(signature.at, signature.zone),
        "_dateTime": { "extension": [{ "url": TIME_ZONE[0], "valueCode": signature.zone.name() }] },
        "performer": [{ "reference": patient, "display": allowed(signature.name.reveal()) }],
    });
    if let Value::Object(fields) = &mut consent {
        if let Some(clinic) = &signature.clinic {
            let clinic = json!([{ "reference": format!("Organization/{clinic}") }]);
            fields.insert("organization".to_owned(), clinic);
        }
        fields.insert("policy".to_owned(), json!([{ "uri": text }]));
    }
    consent
}

fn attachment(signature: &Signature) -> Value {
    let bytes = signature.text.reveal().as_bytes();
    json!({
        "contentType": "text/plain; charset=utf-8",
        "data": STANDARD.encode(bytes),
        "size": bytes.len(),
        "hash": STANDARD.encode(Sha1::digest(bytes)),
        "title": allowed(&format!("{} (version {})", signature.title, signature.version)),
        "creation": local_time(signature.at, signature.zone),
    })
}

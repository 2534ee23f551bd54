//! What a patient shares of their journal as one `DocumentReference`: the words to the letter, inline, each picture an
//! attachment of its own.
//!
//! Its text is base64, so what arrives is byte for byte what the patient saw before sharing it. A withdrawal is the same
//! record marked as entered in error, with nothing of what was shared in it: R4 wants at least one `content`, which then
//! holds a title and no data. The clinic's server may keep the earlier version in its history. Before the words come, the same
//! empty record keeps their place.

use super::{
    allowed,
    moment::local_time,
    systems::{JOURNAL, JOURNAL_SHARED, LOINC, PATIENT_NOTE, RECORD},
};
use crate::care::{Id, Private};
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde_json::{Value, json};

/// What is shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slice {
    /// The same id again is the same record.
    pub record: Id,
    /// When it was shared, and the phone's zone then.
    pub at: DateTime<Utc>,
    pub zone: Tz,
    /// `None` where only pictures are shared.
    pub words: Option<Private>,
    /// All that is written on the page, and not a part of it.
    pub whole: bool,
    /// When the page was begun, and the zone of it.
    pub begun: DateTime<Utc>,
    pub begun_in: Tz,
    pub pictures: Vec<Picture>,
    /// The visit the page belongs to, where the clinic has it.
    pub visit: Option<Id>,
    /// The clinic it is shared with.
    pub clinic: Option<Id>,
}

/// A drawing or a photo.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    pub mime: String,
    /// What it shows, in the patient's words.
    pub title: Option<Private>,
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for Picture {
    /// Leaves the picture out.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Picture").field("mime", &self.mime).finish_non_exhaustive()
    }
}

/// The `DocumentReference` of `slice`, shared by `patient`.
#[must_use]
pub fn write(slice: &Slice, patient: &Id) -> Value {
    let text = slice.words.as_ref().map(|words| text(slice, words));
    let pictures = slice.pictures.iter().map(attached);
    let content: Vec<Value> = text.into_iter().chain(pictures).collect();
    let mut document = head(&slice.record, slice.at, slice.zone, patient, ["current", "final"]);
    if let Value::Object(fields) = &mut document {
        if let Some(clinic) = &slice.clinic {
            fields.insert("custodian".to_owned(), json!({ "reference": format!("Organization/{clinic}") }));
        }
        fields.insert("content".to_owned(), Value::Array(content));
        if let Some(visit) = &slice.visit {
            let related = json!([{ "reference": format!("Appointment/{visit}") }]);
            fields.insert("context".to_owned(), json!({ "related": related }));
        }
    }
    document
}

/// The same record, withdrawn: `patient` shared it at `at`, and nothing of what it held is in it any more.
#[must_use]
pub fn withdrawn(record: &Id, at: DateTime<Utc>, zone: Tz, patient: &Id) -> Value {
    let mut document = head(record, at, zone, patient, ["entered-in-error", "entered-in-error"]);
    if let Value::Object(fields) = &mut document {
        let nothing = json!([{ "attachment": { "title": "Withdrawn by the patient" } }]);
        fields.insert("content".to_owned(), nothing);
    }
    document
}

/// What keeps the place of `document` at the clinic before it comes: the same record without anything of what it holds, marked
/// as entered in error. `None` for anything but a document that counts.
#[must_use]
pub fn place(document: &Value) -> Option<Value> {
    let word = |name: &str| document.get(name).and_then(Value::as_str);
    if word("resourceType") != Some("DocumentReference") || word("status") != Some("current") {
        return None;
    }
    let mut place = document.clone();
    let fields = place.as_object_mut()?;
    for left_out in ["custodian", "context"] {
        fields.shift_remove(left_out);
    }
    for status in ["status", "docStatus"] {
        fields.insert(status.to_owned(), json!("entered-in-error"));
    }
    fields.insert("content".to_owned(), json!([{ "attachment": { "title": "Not sent yet" } }]));
    Some(place)
}

/// True of a document without a single byte in it.
#[must_use]
pub fn holds_nothing(document: &Value) -> bool {
    let contents = document.get("content").and_then(Value::as_array);
    contents.is_none_or(|all| all.iter().all(|one| one.pointer("/attachment/data").is_none()))
}

/// What stays the same however it stands.
fn head(record: &Id, at: DateTime<Utc>, zone: Tz, patient: &Id, [status, doc]: [&str; 2]) -> Value {
    let patient = json!({ "reference": format!("Patient/{patient}") });
    let shared = json!({ "system": JOURNAL, "code": JOURNAL_SHARED, "display": "Shared by the patient" });
    json!({
        "resourceType": "DocumentReference",
        "id": record,
        "identifier": [{ "system": RECORD, "value": record }],
        "status": status,
        "docStatus": doc,
        "type": {
            "coding": [{ "system": LOINC, "code": PATIENT_NOTE, "display": "Patient Note" }],
            "text": "From the patient's journal, shared by the patient",
        },
        "category": [{ "coding": [shared] }],
        "subject": patient,
        "date": local_time(at, zone),
        "author": [patient],
    })
}

fn text(slice: &Slice, words: &Private) -> Value {
    let bytes = words.reveal().as_bytes();
    json!({
        "attachment": {
            "contentType": "text/plain; charset=utf-8",
            "data": STANDARD.encode(bytes),
            "size": bytes.len(),
            "title": if slice.whole { "A page of the journal" } else { "A part of a page of the journal" },
            "creation": local_time(slice.begun, slice.begun_in),
        },
    })
}

/// What the preview shows of a picture, and no more: not when it was made.
fn attached(picture: &Picture) -> Value {
    let mut attachment = json!({
        "contentType": picture.mime,
        "data": STANDARD.encode(&picture.bytes),
        "size": picture.bytes.len(),
    });
    if let Value::Object(fields) = &mut attachment {
        let title = picture.title.as_ref().map(|title| allowed(title.reveal().trim()));
        if let Some(title) = title.filter(|title| !title.is_empty()) {
            fields.insert("title".to_owned(), json!(title));
        }
    }
    json!({ "attachment": attachment })
}

//! `Library`: the whole protocol in one resource, as the JSON a phone reads and as the file the clinic wrote.

use super::super::systems::{LIBRARY_TYPE, protocol_url};
use super::{DeskError, Document, form};
use crate::care::Id;
use crate::care::protocol::Protocol;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

/// The protocol in the one form a phone reads: JSON, every setting in its long form, nothing that is `null`.
///
/// # Errors
/// When it cannot be written as JSON, which no protocol that was read from a file can cause.
pub fn canonical(protocol: &Protocol) -> Result<String, serde_json::Error> {
    serde_json::to_string(&without_null(serde_json::to_value(protocol)?))
}

/// Lists stay even when empty: a reader that needs one must find it.
fn without_null(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let said = fields.into_iter().filter(|(_, value)| !value.is_null());
            Value::Object(said.map(|(key, value)| (key, without_null(value))).collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(without_null).collect()),
        other => other,
    }
}

pub(super) fn library(document: Document<'_>, version: &Id) -> Result<Value, DeskError> {
    let template = &document.protocol.template;
    let json = attachment("application/json", &canonical(document.protocol)?);
    let file = document.source.map(|source| attachment("application/yaml", source));
    let forms = document.forms.iter().map(|form| form::artifact(document, form));
    let forms = forms.collect::<Result<Vec<_>, _>>()?;
    Ok(json!({
        "resourceType": "Library",
        "id": version,
        "url": protocol_url("Library", &template.id),
        "version": template.version.to_string(),
        "title": template.id,
        "status": "active",
        "type": { "coding": [{ "system": LIBRARY_TYPE, "code": "asset-collection" }] },
        "publisher": document.publisher,
        "author": [{ "name": template.author }],
        "reviewer": [{ "name": document.protocol.reviewed_by() }],
        "lastReviewDate": template.reviewed_on,
        "relatedArtifact": forms,
        "content": [json, file],
    }))
}

fn attachment(kind: &str, text: &str) -> Value {
    json!({
        "contentType": kind,
        "data": STANDARD.encode(text),
        "size": text.len(),
    })
}

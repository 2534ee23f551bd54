//! `Questionnaire`: a clinic's form as it belongs to one version of the protocol, and how the protocol names it.

use super::super::systems::protocol_url;
use super::{DeskError, Document, FormFile};
use crate::care::Id;
use serde_json::{Value, json};

/// The form under our id, address and version, so that a plan that follows an older protocol keeps the older form.
pub(super) fn questionnaire(
    document: Document<'_>,
    version: &Id,
    form: &FormFile,
) -> Result<Value, DeskError> {
    let id = Id::new(format!("{version}-{}", slug(&form.name)));
    let id = id.map_err(|_| DeskError::FormName { name: form.name.clone() })?;
    let mut written = form.questionnaire.clone();
    let template = &document.protocol.template;
    if let Some(fields) = written.as_object_mut() {
        // Only the server writes it, and whom it came from is told by its own address.
        fields.remove("meta");
        if let Some(own) = fields.get("url").filter(|_| !fields.contains_key("derivedFrom")).cloned() {
            fields.insert("derivedFrom".to_owned(), json!([own]));
        }
        for (field, value) in [
            ("id", json!(id)),
            ("url", json!(address(document, form)?)),
            ("version", json!(template.version.to_string())),
            ("status", json!("active")),
        ] {
            fields.insert(field.to_owned(), value);
        }
    }
    Ok(written)
}

/// What the `Library` says of it: the form, in this version, is what the protocol calls by this name.
pub(super) fn artifact(document: Document<'_>, form: &FormFile) -> Result<Value, DeskError> {
    Ok(json!({
        "type": "composed-of",
        "label": form.name,
        "resource": canonical(document, form)?,
    }))
}

/// Its address with the version.
pub(super) fn canonical(document: Document<'_>, form: &FormFile) -> Result<String, DeskError> {
    Ok(format!("{}|{}", address(document, form)?, document.protocol.template.version))
}

fn address(document: Document<'_>, form: &FormFile) -> Result<String, DeskError> {
    let id = Id::new(format!("{}-{}", document.protocol.template.id, slug(&form.name)));
    let id = id.map_err(|_| DeskError::FormName { name: form.name.clone() })?;
    Ok(protocol_url("Questionnaire", &id))
}

/// The name in the letters an id may have.
fn slug(name: &str) -> String {
    let fits = |c: char| if c.is_ascii_alphanumeric() || c == '.' { c.to_ascii_lowercase() } else { '-' };
    name.chars().map(fits).collect()
}

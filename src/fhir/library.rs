//! `Library`: the envelope of the clinic's protocol; what lies in it is whole and is JSON.

use super::element::Element;
use super::{Resource, Unreadable, What, inline};
use crate::care::Id;
use serde::de::{DeserializeOwned, IgnoredAny};
use std::fmt;

const STATUSES: [(&str, DocumentStatus); 4] = [
    ("draft", DocumentStatus::Draft),
    ("active", DocumentStatus::Active),
    ("retired", DocumentStatus::Retired),
    ("unknown", DocumentStatus::Unknown),
];

/// The clinic's protocol as the clinic published it.
#[derive(Clone, PartialEq, Eq)]
pub struct ProtocolDocument {
    pub id: Id,
    /// Its lasting address, the same in every version.
    pub url: Option<String>,
    /// The version the clinic gave it.
    pub version: Option<String>,
    pub status: DocumentStatus,
    /// The document itself.
    pub json: String,
    /// Where it lay, for [`ProtocolDocument::document`] to name.
    path: String,
}

/// Whether a published document counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DocumentStatus {
    Draft,
    Active,
    /// The clinic has withdrawn it.
    Retired,
    /// The server does not know.
    Unknown,
}

impl ProtocolDocument {
    /// The document as a value of `care`.
    ///
    /// # Errors
    /// [`What::BadDocument`] with the line and column when it is not such a document; what it says there
    /// is left out.
    pub fn document<T: DeserializeOwned>(&self) -> Result<T, Unreadable> {
        serde_json::from_str(&self.json).map_err(|error| {
            let what = What::BadDocument { line: error.line(), column: error.column() };
            Unreadable::new(self.path.clone(), what)
        })
    }
}

pub(super) fn read(resource: &Resource) -> Result<ProtocolDocument, Unreadable> {
    let root = Element::root(resource)?;
    let status = root.need("status", root.code("status", &STATUSES)?)?;
    let attachment = attachment(&root)?;
    Ok(ProtocolDocument {
        id: resource.id.clone(),
        url: root.text("url")?.map(str::to_owned),
        version: root.text("version")?.map(str::to_owned),
        status,
        json: json(&attachment)?,
        path: attachment.wrong("data", What::Damaged).path,
    })
}

/// The one attachment that is JSON. Others (a PDF to print, say) are for other readers.
fn attachment<'a>(root: &Element<'a>) -> Result<Element<'a>, Unreadable> {
    let mut found = None;
    for content in root.children("content")? {
        let kind = content.text("contentType")?.unwrap_or_default();
        let bare = kind.split(';').next().unwrap_or_default().trim();
        if bare.eq_ignore_ascii_case("application/json") {
            if found.is_some() {
                return Err(content.wrong_here(What::Ambiguous));
            }
            found = Some(content);
        }
    }
    root.need("content", found)
}

/// The document in the attachment, which has to be JSON.
fn json(attachment: &Element<'_>) -> Result<String, Unreadable> {
    let text = inline::text(attachment)?;
    let damaged = |_| attachment.wrong("data", What::Damaged);
    serde_json::from_str::<IgnoredAny>(&text).map_err(damaged)?;
    Ok(text)
}

impl fmt::Debug for ProtocolDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProtocolDocument")
            .field("id", &self.id)
            .field("version", &self.version)
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}

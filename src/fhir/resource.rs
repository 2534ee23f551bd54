//! One FHIR resource as it arrived: its name tag beside the untouched JSON.

use super::element::Element;
use super::{Unreadable, What};
use crate::care::Id;
use chrono::{DateTime, Utc};
use serde_json::{Map, Value};
use std::fmt;

/// A resource with the few facts every type shares. `raw` is what arrived, unknown fields and the digits
/// of decimals included; serialising it gives them all back.
#[derive(Clone, PartialEq, Eq)]
pub struct Resource {
    /// The FHIR type, such as `Appointment`.
    pub kind: String,
    pub id: Id,
    /// `meta.versionId`: opaque, only good for comparing and for `If-Match`.
    pub version: Option<String>,
    /// `meta.lastUpdated`, by the server's clock.
    pub updated: Option<DateTime<Utc>>,
    /// The resource itself.
    pub raw: Value,
}

/// JSON that is no resource this app can keep apart, with what could still be told about it.
#[derive(Clone, PartialEq, Eq)]
pub struct Unread {
    pub kind: Option<String>,
    pub id: Option<Id>,
    pub why: Unreadable,
    /// What arrived, untouched.
    pub raw: Value,
}

impl Resource {
    /// Takes one resource from its JSON text.
    ///
    /// # Errors
    /// [`Unreadable`] when it is not JSON or has no type, no id, or an ill-formed `meta`.
    pub fn parse(text: &str) -> Result<Self, Unreadable> {
        let raw = serde_json::from_str(text).map_err(|_| Unreadable::new("Resource", What::Damaged))?;
        Self::from_value(raw).map_err(|unread| unread.why)
    }

    /// Takes one resource from its JSON value.
    ///
    /// # Errors
    /// As [`Resource::parse`]; the value comes back inside the [`Unread`].
    pub fn from_value(raw: Value) -> Result<Self, Box<Unread>> {
        let kind = kind_of(&raw);
        match tag(&raw, kind.as_ref()) {
            Ok((kind, id, version, updated)) => Ok(Self { kind, id, version, updated, raw }),
            Err(why) => {
                let id = raw.get("id").and_then(Value::as_str).and_then(|text| Id::new(text).ok());
                Err(Box::new(Unread { kind: kind.ok(), id, why, raw }))
            }
        }
    }
}

type Tag = (String, Id, Option<String>, Option<DateTime<Utc>>);

fn tag(raw: &Value, kind: Result<&String, &Unreadable>) -> Result<Tag, Unreadable> {
    let kind = kind.map_err(Clone::clone)?;
    let root = Element::enter(kind.clone(), raw)?;
    let id = root.need("id", root.id("id")?)?;
    let Some(meta) = root.child("meta")? else { return Ok((kind.clone(), id, None, None)) };
    let version = meta.text("versionId")?.map(str::to_owned);
    Ok((kind.clone(), id, version, meta.instant("lastUpdated")?))
}

/// The type's name, if it looks like one: it becomes part of paths, so it must not be able to carry content.
fn kind_of(raw: &Value) -> Result<String, Unreadable> {
    let root = Element::enter("Resource".to_owned(), raw)?;
    let kind = root.need("resourceType", root.text("resourceType")?)?;
    let plausible = kind.len() <= 40
        && kind.starts_with(|c: char| c.is_ascii_uppercase())
        && kind.bytes().all(|b| b.is_ascii_alphabetic());
    if plausible { Ok(kind.to_owned()) } else { Err(root.wrong("resourceType", What::UnknownCode)) }
}

/// True if two resources say the same, leaving aside `meta`, which only the server writes. Field order
/// does not count; the digits of a decimal do, since `1.10` is more precise than `1.1`.
#[must_use]
pub fn same_but_meta(one: &Value, other: &Value) -> bool {
    let (Value::Object(one), Value::Object(other)) = (one, other) else { return one == other };
    let told = |fields: &Map<String, Value>| fields.keys().filter(|key| *key != "meta").count();
    told(one) == told(other)
        && one.iter().filter(|(key, _)| *key != "meta").all(|(key, value)| other.get(key) == Some(value))
}

/// A copy with `change`, without what only the server writes.
pub(super) fn patched(resource: &Value, change: impl FnOnce(&mut Map<String, Value>)) -> Value {
    let mut copy = resource.clone();
    if let Value::Object(fields) = &mut copy {
        if let Some(Value::Object(meta)) = fields.get_mut("meta") {
            meta.shift_remove("versionId");
            meta.shift_remove("lastUpdated");
            if meta.is_empty() {
                fields.shift_remove("meta");
            }
        }
        change(fields);
    }
    copy
}

impl fmt::Debug for Resource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind, self.id)
    }
}

impl fmt::Debug for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unread")
            .field("kind", &self.kind)
            .field("id", &self.id)
            .field("why", &self.why)
            .finish_non_exhaustive()
    }
}

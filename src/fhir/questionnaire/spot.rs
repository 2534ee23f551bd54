//! A place in a form that knows its item, so that whatever is not understood there is named with it.

use super::extension::name_of;
use super::found::Found;
use crate::care::form::{Coding, Value};
use crate::fhir::answer_value::{self, Flaw};
use serde_json::{Map, Value as Json};

/// One JSON object of a form. A field of another type than FHIR gives it is noted, and counts as absent.
#[derive(Clone, Copy)]
pub(super) struct Spot<'a> {
    pub(super) fields: &'a Map<String, Json>,
    /// The item it lies in; `None` outside of items.
    pub(super) link_id: Option<&'a str>,
    found: &'a Found,
}

impl<'a> Spot<'a> {
    pub(super) const fn new(
        fields: &'a Map<String, Json>,
        link_id: Option<&'a str>,
        found: &'a Found,
    ) -> Self {
        Self { fields, link_id, found }
    }

    /// The same place, as one of this item.
    pub(super) const fn of(self, link_id: Option<&'a str>) -> Self {
        Self { link_id, ..self }
    }

    pub(super) fn note(&self, what: impl Into<String>) {
        self.found.note(self.link_id, what);
    }

    /// Another object of the same item.
    pub(super) const fn at(self, fields: &'a Map<String, Json>) -> Self {
        Self { fields, ..self }
    }

    fn field<T>(&self, field: &str, read: impl FnOnce(&'a Json) -> Option<T>) -> Option<T> {
        let found = read(self.fields.get(field)?);
        if found.is_none() {
            self.note(format!("malformed {field}"));
        }
        found
    }

    /// Text that says anything.
    pub(super) fn text(&self, field: &str) -> Option<String> {
        let text = self.field(field, Json::as_str)?;
        (!text.trim().is_empty()).then(|| text.to_owned())
    }

    /// Some write `"true"` for `true`, which leaves no doubt.
    pub(super) fn flag(&self, field: &str) -> bool {
        let read = |json: &Json| json.as_bool().or_else(|| json.as_str()?.parse().ok());
        self.field(field, read).unwrap_or_default()
    }

    pub(super) fn count(&self, field: &str) -> Option<u32> {
        self.field(field, |json| u32::try_from(json.as_u64()?).ok())
    }

    pub(super) fn child(&self, field: &str) -> Option<Self> {
        self.field(field, Json::as_object).map(|fields| Self { fields, ..*self })
    }

    pub(super) fn list(&self, field: &str) -> Vec<Self> {
        let items = self.field(field, Json::as_array).map(Vec::as_slice).unwrap_or_default();
        let enter = |json: &'a Json| {
            let fields = json.as_object();
            if fields.is_none() {
                self.note(format!("malformed {field}"));
            }
            fields.map(|fields| Self { fields, ..*self })
        };
        items.iter().filter_map(enter).collect()
    }

    /// The codings in `field`; one that says nothing is left out.
    pub(super) fn codings(&self, field: &str) -> Vec<Coding> {
        self.list(field).iter().filter_map(|one| answer_value::coding(one.fields)).collect()
    }

    /// `value[x]` or `answer[x]`.
    pub(super) fn value(&self, prefix: &str) -> Result<Option<Value>, Flaw> {
        answer_value::read(self.fields, prefix)
    }

    /// The same; a content that a value of type `kind` may have is one of that type, whatever its own name says.
    pub(super) fn value_as(&self, prefix: &str, kind: &str) -> Result<Option<Value>, Flaw> {
        answer_value::read_as(self.fields, prefix, kind)
    }

    /// All extensions here that are called `name`, as [`name_of`] says it.
    pub(super) fn extensions(&self, name: &str) -> Vec<Self> {
        let extensions = self.fields.get("extension").and_then(Json::as_array).map(Vec::as_slice);
        let called = |json: &'a Json| {
            let fields = json.as_object()?;
            let url = fields.get("url")?.as_str()?;
            (name_of(url) == Some(name)).then_some(Self { fields, ..*self })
        };
        extensions.unwrap_or_default().iter().filter_map(called).collect()
    }

    /// The one extension called `name`; more than one say different things, of which none is certain.
    pub(super) fn extension(&self, name: &str) -> Option<Self> {
        let all = self.extensions(name);
        if all.windows(2).any(|two| matches!(two, [one, other] if one.fields != other.fields)) {
            self.note(format!("extension {name} more than once"));
        }
        all.into_iter().next()
    }

    /// The value of the one extension called `name`, if `take` knows its type.
    pub(super) fn extension_value<T>(&self, name: &str, take: impl Fn(&Value) -> Option<T>) -> Option<T> {
        let extension = self.extension(name)?;
        let taken = extension.value("value").ok().flatten().as_ref().and_then(take);
        if taken.is_none() {
            self.note(format!("malformed extension {name}"));
        }
        taken
    }
}

/// The text of a value that is text.
pub(super) fn words(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) | Value::Uri(text) => Some(text.reveal().to_owned()),
        _ => None,
    }
}

/// The number of a value that is a whole number and not below zero.
pub(super) fn whole(value: &Value) -> Option<u32> {
    match value {
        Value::Integer(number) => u32::try_from(*number).ok(),
        Value::Decimal(number) => number.whole().and_then(|number| u32::try_from(number).ok()),
        _ => None,
    }
}

pub(super) fn yes(value: &Value) -> Option<bool> {
    if let Value::Boolean(yes) = value { Some(*yes) } else { None }
}

//! A place inside a resource: it knows its path, so whatever is wrong there can be named.

use super::moment::{self, Moment};
use super::{Resource, Unreadable, What};
use crate::care::Id;
use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

/// A JSON object of a resource together with the path that leads to it.
///
/// Each reader answers `None` for a field that is absent and an error for one of another type. Text that
/// is empty counts as absent: FHIR knows no empty text, yet servers send it.
#[derive(Clone)]
pub(super) struct Element<'a> {
    path: String,
    fields: &'a Map<String, Value>,
}

impl<'a> Element<'a> {
    /// The root of a resource that is going to be acted upon.
    pub(super) fn root(resource: &'a Resource) -> Result<Self, Unreadable> {
        let root = Self::enter(resource.kind.clone(), &resource.raw)?;
        if root.fields.contains_key("implicitRules") {
            return Err(root.wrong("implicitRules", What::UnknownRules));
        }
        root.without_modifiers()
    }

    pub(super) fn enter(path: String, value: &'a Value) -> Result<Self, Unreadable> {
        match value {
            Value::Object(fields) => Ok(Self { path, fields }),
            _ => Err(Unreadable::new(path, What::WrongType)),
        }
    }

    /// What is wrong with one field of this element.
    pub(super) fn wrong(&self, field: &str, what: What) -> Unreadable {
        Unreadable::new(format!("{}.{field}", self.path), what)
    }

    /// What is wrong with this element as a whole.
    pub(super) fn wrong_here(&self, what: What) -> Unreadable {
        Unreadable::new(self.path.clone(), what)
    }

    /// Insists that a field was there.
    pub(super) fn need<T>(&self, field: &str, found: Option<T>) -> Result<T, Unreadable> {
        found.ok_or_else(|| self.wrong(field, What::Missing))
    }

    pub(super) fn text(&self, field: &str) -> Result<Option<&'a str>, Unreadable> {
        match self.fields.get(field) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.as_str()).filter(|text| !text.trim().is_empty())),
            Some(_) => Err(self.wrong(field, What::WrongType)),
        }
    }

    /// Texts of a repeated field. A `null` stands for one that has only extensions and is left out.
    pub(super) fn texts(&self, field: &str) -> Result<Vec<&'a str>, Unreadable> {
        let mut texts = Vec::new();
        for (place, value) in self.list(field)?.iter().enumerate() {
            match value {
                Value::String(text) if text.trim().is_empty() => {}
                Value::String(text) => texts.push(text.as_str()),
                Value::Null => {}
                _ => return Err(self.wrong(&format!("{field}[{place}]"), What::WrongType)),
            }
        }
        Ok(texts)
    }

    /// True where it says so.
    pub(super) fn flag(&self, field: &str) -> Result<bool, Unreadable> {
        Ok(self.boolean(field)?.unwrap_or(false))
    }

    /// True or false, where it is said.
    pub(super) fn boolean(&self, field: &str) -> Result<Option<bool>, Unreadable> {
        match self.fields.get(field) {
            None => Ok(None),
            Some(Value::Bool(flag)) => Ok(Some(*flag)),
            Some(_) => Err(self.wrong(field, What::WrongType)),
        }
    }

    pub(super) fn whole_number(&self, field: &str) -> Result<Option<i64>, Unreadable> {
        match self.fields.get(field) {
            None => Ok(None),
            Some(value) => value.as_i64().map(Some).ok_or_else(|| self.wrong(field, What::WrongType)),
        }
    }

    /// A number with every digit it was written with.
    pub(super) fn digits(&self, field: &str) -> Result<Option<String>, Unreadable> {
        match self.fields.get(field) {
            None => Ok(None),
            Some(Value::Number(number)) => Ok(Some(number.to_string())),
            Some(_) => Err(self.wrong(field, What::WrongType)),
        }
    }

    pub(super) fn id(&self, field: &str) -> Result<Option<Id>, Unreadable> {
        let id = |text| Id::new(text).map_err(|_| self.wrong(field, What::BadId));
        self.text(field)?.map(id).transpose()
    }

    /// A code out of the `known` ones.
    pub(super) fn code<T: Copy>(&self, field: &str, known: &[(&str, T)]) -> Result<Option<T>, Unreadable> {
        let Some(code) = self.text(field)? else { return Ok(None) };
        let found = known.iter().find(|(name, _)| *name == code);
        found.map(|(_, meaning)| Some(*meaning)).ok_or_else(|| self.wrong(field, What::UnknownCode))
    }

    /// A point in time with its offset; a date alone, or a time without an offset, is none.
    pub(super) fn instant(&self, field: &str) -> Result<Option<DateTime<Utc>>, Unreadable> {
        let instant = |text| moment::instant(text).ok_or_else(|| self.wrong(field, What::BadDate));
        self.text(field)?.map(instant).transpose()
    }

    /// A FHIR `dateTime`, which may be a year, a month, a day or a point in time.
    pub(super) fn moment(&self, field: &str) -> Result<Option<Moment>, Unreadable> {
        let moment = |text| Moment::parse(text).ok_or_else(|| self.wrong(field, What::BadDate));
        self.text(field)?.map(moment).transpose()
    }

    pub(super) fn child(&self, field: &str) -> Result<Option<Self>, Unreadable> {
        let enter = |value| Self::enter(format!("{}.{field}", self.path), value);
        self.fields.get(field).map(enter).transpose()
    }

    pub(super) fn children(&self, field: &str) -> Result<Vec<Self>, Unreadable> {
        let enter = |(place, value)| Self::enter(format!("{}.{field}[{place}]", self.path), value);
        self.list(field)?.iter().enumerate().map(enter).collect()
    }

    /// The one or many elements of `field` that are acted upon: none of them may carry a modifier.
    pub(super) fn acted_upon(&self, field: &str) -> Result<Vec<Self>, Unreadable> {
        self.children(field)?.into_iter().map(Self::without_modifiers).collect()
    }

    /// This element, unless it carries a `modifierExtension`: this app knows none.
    pub(super) fn without_modifiers(self) -> Result<Self, Unreadable> {
        match self.fields.get("modifierExtension") {
            Some(found) if modifies(found) => Err(self.wrong("modifierExtension", What::UnknownModifier)),
            _ => Ok(self),
        }
    }

    /// True if a `modifierExtension` lies anywhere below this element.
    pub(super) fn modified_within(&self) -> bool {
        fn modified(value: &Value) -> bool {
            match value {
                Value::Object(fields) => within(fields),
                Value::Array(items) => items.iter().any(modified),
                _ => false,
            }
        }
        fn within(fields: &Map<String, Value>) -> bool {
            let modifier = |key: &str, value| key == "modifierExtension" && modifies(value);
            fields.iter().any(|(key, value)| modifier(key, value) || modified(value))
        }
        within(self.fields)
    }

    /// True if it says nothing but these fields.
    pub(super) fn holds_only(&self, names: &[&str]) -> bool {
        self.fields.keys().all(|name| names.contains(&name.as_str()))
    }

    /// The first extension with one of these addresses.
    pub(super) fn extension(&self, urls: &[&str]) -> Result<Option<Self>, Unreadable> {
        for extension in self.children("extension")? {
            if extension.text("url")?.is_some_and(|url| urls.contains(&url)) {
                return Ok(Some(extension));
            }
        }
        Ok(None)
    }

    fn list(&self, field: &str) -> Result<&'a [Value], Unreadable> {
        match self.fields.get(field) {
            None => Ok(&[]),
            Some(Value::Array(items)) => Ok(items),
            Some(_) => Err(self.wrong(field, What::WrongType)),
        }
    }
}

/// An empty list is not FHIR, but it changes no meaning either.
fn modifies(found: &Value) -> bool {
    !found.as_array().is_some_and(Vec::is_empty)
}

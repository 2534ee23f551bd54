//! `value[x]`: one FHIR value of a type a form can ask for, read exactly and written back as it was.

use super::form_moment::{time, written_time};
use crate::care::{
    Private,
    form::{Attachment, Coding, Decimal, Quantity, Value},
};
use serde_json::{Map, Number, Value as Json};

/// Why a `value[x]` is none that a form can use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flaw {
    /// A type this app does not answer with, such as a reference.
    Unsupported(&'static str),
    /// Not what its type says it is.
    Malformed(&'static str),
    /// Values of several types at once.
    Several,
    /// A type FHIR does not have here.
    Unknown,
}

impl std::fmt::Display for Flaw {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unsupported(kind) => write!(f, "type {kind}"),
            Self::Malformed(kind) => write!(f, "malformed {kind}"),
            Self::Several => f.write_str("several types"),
            Self::Unknown => f.write_str("unknown type"),
        }
    }
}

/// What reads the content of a type.
type Reader = fn(&Json) -> Option<Value>;

const READERS: [(&str, Reader); 14] = [
    ("Boolean", |json| json.as_bool().map(Value::Boolean)),
    ("Decimal", |json| decimal(json).map(Value::Decimal)),
    ("Integer", |json| whole(json).map(Value::Integer)),
    ("PositiveInt", |json| whole(json).map(Value::Integer)),
    ("UnsignedInt", |json| whole(json).map(Value::Integer)),
    ("Date", |json| json.as_str()?.parse().ok().map(Value::Date)),
    ("DateTime", |json| json.as_str()?.parse().ok().map(Value::DateTime)),
    ("Time", |json| json.as_str().and_then(time).map(Value::Time)),
    ("String", |json| json.as_str().map(|text| Value::Text(Private::new(text)))),
    ("Uri", |json| json.as_str().map(|text| Value::Uri(Private::new(text)))),
    ("Url", |json| json.as_str().map(|text| Value::Uri(Private::new(text)))),
    ("Coding", |json| json.as_object().and_then(coding).map(Value::Coding)),
    ("Quantity", |json| json.as_object().and_then(quantity).map(Value::Quantity)),
    ("Attachment", |json| json.as_object().and_then(attachment).map(Value::Attachment)),
];

/// Types FHIR has in some of these places, which no form of this app asks for.
const NOT_ASKED_FOR: [&str; 2] = ["Reference", "Instant"];

/// The value under the keys that begin with `prefix`, which is `value` or `answer`.
pub(super) fn read(fields: &Map<String, Json>, prefix: &str) -> Result<Option<Value>, Flaw> {
    let mut found = None;
    for (key, json) in fields {
        let Some(kind) = key.strip_prefix(prefix).filter(|kind| kind.starts_with(char::is_uppercase)) else {
            continue;
        };
        let one = if let Some((name, reader)) = READERS.iter().find(|(name, _)| *name == kind) {
            reader(json).ok_or(Flaw::Malformed(name))
        } else {
            let known = NOT_ASKED_FOR.iter().find(|name| **name == kind);
            Err(known.map_or(Flaw::Unknown, |name| Flaw::Unsupported(name)))
        };
        if found.replace(one).is_some() {
            return Err(Flaw::Several);
        }
    }
    found.transpose()
}

/// The same; a content that a value of the item type `item` may have is one, whatever type it is said to be.
pub(super) fn read_as(fields: &Map<String, Json>, prefix: &str, item: &str) -> Result<Option<Value>, Flaw> {
    let mut contents = fields.iter().filter_map(|(key, json)| key.starts_with(prefix).then_some(json));
    let only = contents.next().filter(|_| contents.next().is_none());
    let reader = READERS.iter().find(|(name, _)| {
        let (first, rest) = name.split_at(1);
        item.strip_prefix(&*first.to_ascii_lowercase()).is_some_and(|after| after == rest)
    });
    match reader.and_then(|(_, reader)| reader(only?)) {
        Some(value) => Ok(Some(value)),
        None => read(fields, prefix),
    }
}

/// The name of the value's type in `value[x]`, and its content.
pub(super) fn written(value: &Value) -> (&'static str, Json) {
    match value {
        Value::Boolean(yes) => ("Boolean", (*yes).into()),
        Value::Decimal(number) => ("Decimal", digits(*number)),
        Value::Integer(number) => ("Integer", (*number).into()),
        Value::Date(date) => ("Date", date.to_string().into()),
        Value::DateTime(at) => ("DateTime", at.to_string().into()),
        Value::Time(time) => ("Time", written_time(*time).into()),
        Value::Text(text) => ("String", text.reveal().into()),
        Value::Uri(address) => ("Uri", address.reveal().into()),
        Value::Coding(coding) => ("Coding", written_coding(coding)),
        Value::Quantity(quantity) => ("Quantity", written_quantity(quantity)),
        Value::Attachment(file) => ("Attachment", written_attachment(file)),
    }
}

/// The digits of a JSON number as a decimal.
pub(super) fn decimal(json: &Json) -> Option<Decimal> {
    json.as_number()?.to_string().parse().ok()
}

fn whole(json: &Json) -> Option<i32> {
    i32::try_from(json.as_i64()?).ok()
}

/// A decimal with exactly its digits.
fn digits(number: Decimal) -> Json {
    number.to_string().parse::<Number>().map_or(Json::Null, Json::Number)
}

/// The text of a field; another type is a flaw, and empty text is none.
#[allow(clippy::option_option, reason = "a flaw in a field is not a field that is missing")]
fn text(fields: &Map<String, Json>, field: &str) -> Option<Option<String>> {
    match fields.get(field) {
        None => Some(None),
        Some(Json::String(text)) => Some(Some(text.clone()).filter(|text| !text.is_empty())),
        Some(_) => None,
    }
}

/// A `Coding` that says anything.
pub(super) fn coding(fields: &Map<String, Json>) -> Option<Coding> {
    let coding = Coding {
        system: text(fields, "system")?,
        version: text(fields, "version")?,
        code: text(fields, "code")?,
        display: text(fields, "display")?,
    };
    (coding.code.is_some() || coding.display.is_some()).then_some(coding)
}

/// A `Quantity` that is as much as it says: none with a comparator.
pub(super) fn quantity(fields: &Map<String, Json>) -> Option<Quantity> {
    if fields.contains_key("comparator") {
        return None;
    }
    let value = match fields.get("value") {
        None => None,
        Some(number) => Some(decimal(number)?),
    };
    let (unit, system, code) = (text(fields, "unit")?, text(fields, "system")?, text(fields, "code")?);
    Some(Quantity { value, unit, system, code })
}

/// A file, or where it lies.
pub(super) fn attachment(fields: &Map<String, Json>) -> Option<Attachment> {
    let size = match fields.get("size") {
        None => None,
        Some(size) => Some(size.as_u64()?),
    };
    Some(Attachment {
        content_type: text(fields, "contentType")?,
        title: text(fields, "title")?,
        size,
        data: text(fields, "data")?,
        url: text(fields, "url")?,
    })
}

/// An object of the fields that are there.
fn object<const N: usize>(fields: [(&str, Option<Json>); N]) -> Json {
    let there = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Json::Object(there.collect())
}

fn said(text: Option<&String>) -> Option<Json> {
    text.map(|text| text.as_str().into())
}

fn written_coding(coding: &Coding) -> Json {
    object([
        ("system", said(coding.system.as_ref())),
        ("version", said(coding.version.as_ref())),
        ("code", said(coding.code.as_ref())),
        ("display", said(coding.display.as_ref())),
    ])
}

fn written_quantity(quantity: &Quantity) -> Json {
    object([
        ("value", quantity.value.map(digits)),
        ("unit", said(quantity.unit.as_ref())),
        ("system", said(quantity.system.as_ref())),
        ("code", said(quantity.code.as_ref())),
    ])
}

fn written_attachment(file: &Attachment) -> Json {
    object([
        ("contentType", said(file.content_type.as_ref())),
        ("data", said(file.data.as_ref())),
        ("url", said(file.url.as_ref())),
        ("size", file.size.map(Json::from)),
        ("title", said(file.title.as_ref())),
    ])
}

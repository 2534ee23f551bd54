//! What an expression reckons with: values of the language, and elements of the form and its answers where they lie.

use super::times;
use crate::care::Private;
use crate::care::form::{Decimal, PartialDate, PartialDateTime, Quantity, Value};
use crate::fhir::answer_value::{attachment, coding, quantity};
use chrono::NaiveTime;
use serde_json::{Map, Value as Json};
use std::borrow::Cow;

#[derive(Clone)]
pub(super) enum Node<'a> {
    Boolean(bool),
    Integer(i64),
    Decimal(Decimal),
    Text(Cow<'a, str>),
    Date(PartialDate),
    DateTime(PartialDateTime),
    Time(NaiveTime),
    /// With its unit, the code before the words.
    Quantity(Decimal, Cow<'a, str>),
    /// An element, with the name of its FHIR type where that is known.
    Element(&'a Map<String, Json>, &'static str),
}

/// What an expression or a part of it comes to: never a single thing, always a list of them.
pub(super) type Nodes<'a> = Vec<Node<'a>>;

/// The types a `value[x]` of a form can have.
const TYPES: [&str; 22] = [
    "Boolean",
    "Decimal",
    "Integer",
    "Date",
    "DateTime",
    "Time",
    "String",
    "Uri",
    "Url",
    "Canonical",
    "Code",
    "Id",
    "Markdown",
    "Instant",
    "PositiveInt",
    "UnsignedInt",
    "Coding",
    "Quantity",
    "Attachment",
    "Reference",
    "Expression",
    "CodeableConcept",
];

impl<'a> Node<'a> {
    /// A JSON value as a node. `kind` is the FHIR type the name of its field says it has.
    pub(super) fn of(json: &'a Json, kind: &'static str) -> Option<Self> {
        match json {
            Json::Bool(flag) => Some(Self::Boolean(*flag)),
            Json::Number(number) => number_of(&number.to_string(), kind),
            Json::String(text) => Some(text_of(text, kind)),
            Json::Object(fields) => Some(Self::Element(fields, kind)),
            Json::Null | Json::Array(_) => None,
        }
    }

    /// What lies in the field `name`; for a choice of types such as `value`, in whichever of its fields there is.
    pub(super) fn member(&self, name: &str) -> Nodes<'a> {
        let Self::Element(fields, kind) = self else { return self.part(name) };
        if let Some(json) = fields.get(name) {
            let decimal = name == "value" && matches!(*kind, "Quantity" | "");
            return spread(json, if decimal { "Decimal" } else { kind_of(name) });
        }
        let of_a_type = |(key, json): (&String, &'a Json)| {
            let kind = TYPES.iter().find(|kind| key.strip_prefix(name) == Some(**kind))?;
            Some(spread(json, kind))
        };
        fields.iter().find_map(of_a_type).unwrap_or_default()
    }

    /// A quantity that is no element has the parts of one.
    fn part(&self, name: &str) -> Nodes<'a> {
        match (self, name) {
            (Self::Quantity(value, _), "value") => vec![Self::Decimal(*value)],
            (Self::Quantity(_, unit), "unit" | "code") => vec![Self::Text(unit.clone())],
            _ => Vec::new(),
        }
    }

    /// Everything that lies directly in it.
    pub(super) fn children(&self) -> Nodes<'a> {
        let Self::Element(fields, _) = self else { return Vec::new() };
        let within = fields.iter().filter(|(key, _)| *key != "resourceType" && !key.starts_with('_'));
        within.flat_map(|(key, json)| spread(json, kind_of(key))).collect()
    }

    pub(super) fn text(&self, name: &str) -> Option<&'a str> {
        let Self::Element(fields, _) = self else { return None };
        fields.get(name).and_then(Json::as_str)
    }

    /// The number with its unit, where it is a quantity in either form.
    pub(super) fn quantity(&self) -> Option<(Decimal, Cow<'a, str>)> {
        match self {
            Self::Quantity(value, unit) => Some((*value, unit.clone())),
            Self::Element(fields, _) if fields.contains_key("value") => {
                let value = fields.get("value").and_then(Json::as_number)?.to_string().parse().ok()?;
                let unit = self.text("code").or_else(|| self.text("unit"));
                Some((value, Cow::Borrowed(unit.unwrap_or("1"))))
            }
            _ => None,
        }
    }

    /// The number, where it is one.
    pub(super) fn number(&self) -> Option<Decimal> {
        match self {
            Self::Integer(whole) => Some((*whole).into()),
            Self::Decimal(number) => Some(*number),
            _ => None,
        }
    }

    /// As a value of `care`; none for what no item can take.
    pub(super) fn value(&self) -> Option<Value> {
        Some(match self {
            Self::Boolean(flag) => Value::Boolean(*flag),
            Self::Integer(whole) => match i32::try_from(*whole) {
                Ok(whole) => Value::Integer(whole),
                Err(_) => Value::Decimal((*whole).into()),
            },
            Self::Decimal(number) => Value::Decimal(*number),
            Self::Text(words) => Value::Text(Private::new(words.clone().into_owned())),
            Self::Date(date) => Value::Date(*date),
            Self::DateTime(at) => Value::DateTime(*at),
            Self::Time(time) => Value::Time(*time),
            Self::Quantity(value, unit) => Value::Quantity(Quantity {
                value: Some(*value),
                unit: Some(unit.clone().into_owned()),
                ..Quantity::default()
            }),
            Self::Element(..) => self.element_value()?,
        })
    }

    fn element_value(&self) -> Option<Value> {
        let Self::Element(fields, kind) = self else { return None };
        match *kind {
            "Coding" => coding(fields).map(Value::Coding),
            "Quantity" => quantity(fields).map(Value::Quantity),
            "Attachment" => attachment(fields).map(Value::Attachment),
            _ => None,
        }
    }
}

/// What lies in a field: one thing or a list of them.
fn spread<'a>(json: &'a Json, kind: &'static str) -> Nodes<'a> {
    match json {
        Json::Array(items) => items.iter().filter_map(|item| Node::of(item, kind)).collect(),
        one => Node::of(one, kind).into_iter().collect(),
    }
}

/// The type that the name of a field says, where its name ends in one.
fn kind_of(key: &str) -> &'static str {
    match key {
        "authored" => return "DateTime",
        // Resources keep codings there.
        "coding" | "unitOption" => return "Coding",
        _ => {}
    }
    let ends = ["value", "answer", "initial"].into_iter().find_map(|stem| key.strip_prefix(stem));
    ends.and_then(|end| TYPES.into_iter().find(|kind| *kind == end)).unwrap_or("")
}

fn number_of<'a>(digits: &str, kind: &str) -> Option<Node<'a>> {
    if kind != "Decimal"
        && let Ok(whole) = digits.parse()
    {
        return Some(Node::Integer(whole));
    }
    digits.parse().ok().map(Node::Decimal)
}

fn text_of<'a>(text: &'a str, kind: &str) -> Node<'a> {
    let read = match kind {
        "Date" => text.parse().ok().map(Node::Date),
        "DateTime" | "Instant" => times::date_time(text).map(Node::DateTime),
        "Time" => times::time(text).map(Node::Time),
        _ => None,
    };
    read.unwrap_or(Node::Text(Cow::Borrowed(text)))
}

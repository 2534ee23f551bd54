//! One item with everything below it.

use super::enable::enable;
use super::expression::{constraints, expression, variables};
use super::options::{Room, options, same};
use super::spot::Spot;
use super::value_set::Sets;
use super::{control, extension, limits};
use crate::care::form::{AnswerOption, Choice, Coding, Item, ItemKind, PartialDateTime, Value};
use std::collections::HashSet;

const KINDS: [(&str, ItemKind); 16] = [
    ("group", ItemKind::Group),
    ("display", ItemKind::Display),
    ("boolean", ItemKind::Boolean),
    ("decimal", ItemKind::Decimal),
    ("integer", ItemKind::Integer),
    ("date", ItemKind::Date),
    ("dateTime", ItemKind::DateTime),
    ("time", ItemKind::Time),
    ("string", ItemKind::String),
    ("text", ItemKind::Text),
    ("url", ItemKind::Url),
    ("choice", ItemKind::Choice(Choice::Closed)),
    ("open-choice", ItemKind::Choice(Choice::Open)),
    // R5's name of the same, without what only R5 has beside it.
    ("coding", ItemKind::Choice(Choice::Closed)),
    ("attachment", ItemKind::Attachment),
    ("quantity", ItemKind::Quantity),
];

/// What FHIR R4 calls an item of this kind.
#[must_use]
pub fn type_of(kind: ItemKind) -> &'static str {
    KINDS.iter().find(|(_, known)| *known == kind).map_or("display", |(name, _)| name)
}

/// What the items of one form have in common.
pub(super) struct Reader<'a> {
    pub(super) sets: &'a Sets<'a>,
    pub(super) room: &'a Room,
    /// Every link id of the form.
    pub(super) links: &'a HashSet<&'a str>,
}

impl<'a> Reader<'a> {
    /// Reads an item; `above` are the variables of what lies above it.
    pub(super) fn read(&self, spot: &Spot<'a>, above: &[&str]) -> Item {
        let link_id = spot.fields.get("linkId").and_then(|id| id.as_str());
        let spot = spot.of(link_id.or(spot.link_id));
        extension::refuse(&spot);
        let kind = kind(&spot);
        let own = variables(&spot, above);
        let names: Vec<&str> = above.iter().copied().chain(own.iter().map(|one| one.name.as_str())).collect();
        let (options, chosen) = options(&spot, kind, self.sets, self.room);
        let (initial, initial_unit) = initial(&spot, kind, &options, chosen);
        let calculated = spot.extension("calculatedExpression");
        let calculated =
            calculated.and_then(|extension| expression(&extension, "calculatedExpression", &names));
        let below: Vec<Item> = spot.list("item").iter().map(|item| self.read(item, &names)).collect();
        if kind == ItemKind::Display && below.iter().any(|item| item.kind != ItemKind::Display) {
            spot.note("question below a display");
        }
        Item {
            link_id: link_id.unwrap_or_default().to_owned(),
            kind,
            text: spot.text("text"),
            prefix: spot.text("prefix"),
            codes: spot.codings("code"),
            required: spot.flag("required"),
            repeats: spot.flag("repeats"),
            read_only: spot.flag("readOnly"),
            hidden: control::hidden(&spot),
            enable: enable(&spot, &names, &|link_id| self.links.contains(link_id)),
            options,
            initial,
            limits: limits::limits(&spot, kind),
            control: control::control(&spot),
            orientation: control::orientation(&spot),
            unit: limits::unit(&spot).or(initial_unit),
            units: limits::units(&spot, self.sets),
            entry_format: control::entry_format(&spot),
            calculated,
            constraints: constraints(&spot, &names),
            variables: own,
            items: below,
        }
    }
}

/// What the item is; where that is not known, it is noted and taken for a text.
fn kind(spot: &Spot<'_>) -> ItemKind {
    let Some(written) = spot.text("type") else {
        spot.note("item without a type");
        return ItemKind::Display;
    };
    let known = KINDS.iter().find(|(name, _)| *name == written);
    known.map_or_else(
        || {
            spot.note(format!("item type {written}"));
            ItemKind::Display
        },
        |(_, kind)| *kind,
    )
}

/// What stands there from the start, and the unit that an initial quantity without a number sets.
fn initial(
    spot: &Spot<'_>,
    kind: ItemKind,
    options: &[AnswerOption],
    chosen: Vec<Value>,
) -> (Vec<Value>, Option<Coding>) {
    let (mut all, mut unit) = (chosen, None);
    for one in spot.list("initial") {
        let value = match one.value("value") {
            Ok(Some(value)) => fitting(kind, value),
            Ok(None) => None,
            Err(flaw) => {
                spot.note(format!("initial: {flaw}"));
                continue;
            }
        };
        let Some(value) = value else {
            spot.note("initial of another type than its item");
            continue;
        };
        let value = same(options, value);
        if let Some(only) = limits::initial_unit(&value) {
            unit = Some(only);
        } else if !all.contains(&value) {
            all.push(value);
        }
    }
    if all.len() > 1 && !spot.flag("repeats") {
        spot.note("several initial answers to a question that takes one");
    }
    (all, unit)
}

/// The value as one that answers an item of this kind; `None` if it cannot.
pub(in crate::fhir) fn fitting(kind: ItemKind, value: Value) -> Option<Value> {
    match (kind, value) {
        (ItemKind::Decimal, Value::Integer(number)) => Some(Value::Decimal(number.into())),
        (ItemKind::DateTime, Value::Date(date)) => Some(Value::DateTime(PartialDateTime::Date(date))),
        (ItemKind::Boolean, value @ Value::Boolean(_))
        | (ItemKind::Decimal, value @ Value::Decimal(_))
        | (ItemKind::Integer, value @ Value::Integer(_))
        | (ItemKind::Date, value @ Value::Date(_))
        | (ItemKind::DateTime, value @ Value::DateTime(_))
        | (ItemKind::Time, value @ Value::Time(_))
        | (ItemKind::String | ItemKind::Text, value @ Value::Text(_))
        | (ItemKind::Url, value @ Value::Uri(_))
        | (ItemKind::Quantity, value @ Value::Quantity(_))
        | (ItemKind::Attachment, value @ Value::Attachment(_))
        | (
            ItemKind::Choice(_),
            value @ (Value::Coding(_) | Value::Integer(_) | Value::Date(_) | Value::Time(_) | Value::Text(_)),
        ) => Some(value),
        _ => None,
    }
}

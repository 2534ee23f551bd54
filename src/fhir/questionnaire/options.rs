//! What may be chosen as an answer, in the author's order, with what each option counts.

use super::spot::{Spot, words, yes};
use super::value_set::Sets;
use crate::care::form::{AnswerOption, Choice, Coding, Decimal, ItemKind, Value};
use serde_json::Value as Json;
use std::cell::Cell;

/// How many options one form may have: lists that many items share are repeated for each.
const MOST: usize = 20_000;

/// The room left for options.
#[derive(Debug)]
pub(super) struct Room(Cell<usize>);

impl Default for Room {
    fn default() -> Self {
        Self(Cell::new(MOST))
    }
}

impl Room {
    /// The options, unless there have been too many.
    fn keep(&self, item: &Spot<'_>, options: Vec<AnswerOption>) -> Vec<AnswerOption> {
        if let Some(left) = self.0.get().checked_sub(options.len()) {
            self.0.set(left);
            return options;
        }
        item.note(format!("more than {MOST} options in the form"));
        Vec::new()
    }
}

/// The options of an item, and those of them that are chosen from the start.
pub(super) fn options(
    item: &Spot<'_>,
    kind: ItemKind,
    sets: &Sets<'_>,
    room: &Room,
) -> (Vec<AnswerOption>, Vec<Value>) {
    let written = item.list("answerOption");
    let (mut options, mut chosen) = (Vec::new(), Vec::new());
    for one in &written {
        let Some(option) = option(one, kind) else { continue };
        if one.flag("initialSelected") {
            chosen.push(option.value.clone());
        }
        options.push(option);
    }
    if let Some(address) = item.text("answerValueSet") {
        if written.is_empty() && matches!(kind, ItemKind::Choice(_)) {
            options = sets.options(item, "answerValueSet", &address);
        } else if written.is_empty() {
            item.note("answerValueSet on an item that is no choice");
        } else {
            item.note("answerValueSet beside answerOption");
        }
    }
    let nothing_to_choose = written.is_empty() && !item.fields.contains_key("answerValueSet");
    if kind == ItemKind::Choice(Choice::Closed) && nothing_to_choose {
        item.note("choice without options");
    }
    (room.keep(item, options), chosen)
}

fn option(one: &Spot<'_>, kind: ItemKind) -> Option<AnswerOption> {
    let value = match one.value("value") {
        Ok(Some(value)) => value,
        Ok(None) => {
            one.note("answerOption without a value");
            return None;
        }
        Err(flaw) => {
            one.note(format!("answerOption: {flaw}"));
            return None;
        }
    };
    let fits = matches!(
        (&value, kind),
        (
            Value::Coding(_) | Value::Integer(_) | Value::Date(_) | Value::Time(_) | Value::Text(_),
            ItemKind::Choice(_),
        ) | (Value::Integer(_), ItemKind::Integer | ItemKind::Decimal)
            | (Value::Date(_), ItemKind::Date)
            | (Value::Time(_), ItemKind::Time)
            | (Value::Text(_), ItemKind::String | ItemKind::Text)
    );
    if !fits {
        one.note("answerOption of another type than its item");
    }
    Some(AnswerOption {
        weight: weight(one, one.fields.get("valueCoding")),
        prefix: one.extension_value("optionPrefix", words),
        exclusive: one.extension_value("optionExclusive", yes).unwrap_or_default(),
        value,
    })
}

/// What an option or a concept counts: said at itself, or at the coding in it.
pub(super) fn weight<'a>(one: &Spot<'a>, coding: Option<&'a Json>) -> Option<Decimal> {
    let number = |value: &Value| match value {
        Value::Decimal(number) => Some(*number),
        Value::Integer(number) => Some((*number).into()),
        _ => None,
    };
    let inner = coding.and_then(Json::as_object).map(|fields| one.at(fields));
    let places = std::iter::once(*one).chain(inner);
    places
        .flat_map(|place| ["itemWeight", "ordinalValue"].map(|name| (place, name)))
        .find_map(|(place, name)| place.extension_value(name, number))
}

/// The option that means the same as `value`, so that an initial answer has the option's words.
pub(super) fn same(options: &[AnswerOption], value: Value) -> Value {
    let Value::Coding(coding) = &value else { return value };
    let means =
        |option: &&AnswerOption| matches!(&option.value, Value::Coding(other) if same_code(coding, other));
    options.iter().find(means).map_or_else(|| value.clone(), |option| option.value.clone())
}

/// True if two codings are the same code of the same system.
fn same_code(one: &Coding, other: &Coding) -> bool {
    one.code.is_some() && one.code == other.code && one.system == other.system
}

//! A value as an item can take it: reckoned numbers become whole or decimal, words become the option they name.

use super::{AnswerOption, Choice, Decimal, Item, ItemKind, PartialDateTime, Quantity, Value};
use crate::care::Private;

/// The value as an answer of this item, if it can be one without changing what it says.
pub(super) fn fit(value: &Value, item: &Item) -> Option<Value> {
    match (item.kind, value) {
        (ItemKind::Boolean, Value::Boolean(_))
        | (ItemKind::Decimal, Value::Decimal(_))
        | (ItemKind::Integer, Value::Integer(_))
        | (ItemKind::Date, Value::Date(_))
        | (ItemKind::DateTime, Value::DateTime(_))
        | (ItemKind::Time, Value::Time(_))
        | (ItemKind::String | ItemKind::Text, Value::Text(_))
        | (ItemKind::Url, Value::Uri(_))
        | (ItemKind::Attachment, Value::Attachment(_))
        | (ItemKind::Quantity, Value::Quantity(_)) => Some(value.clone()),
        (ItemKind::Decimal, Value::Integer(whole)) => Some(Value::Decimal((*whole).into())),
        (ItemKind::Integer, Value::Decimal(number)) => {
            number.whole().and_then(|whole| i32::try_from(whole).ok()).map(Value::Integer)
        }
        (ItemKind::Integer | ItemKind::Decimal, Value::Quantity(Quantity { value: Some(number), .. })) => {
            fit(&Value::Decimal(*number), item)
        }
        (ItemKind::Quantity, Value::Integer(whole)) => Some(measured((*whole).into(), item)),
        (ItemKind::Quantity, Value::Decimal(number)) => Some(measured(*number, item)),
        (ItemKind::Date, Value::DateTime(PartialDateTime::Date(date))) => Some(Value::Date(*date)),
        (ItemKind::Date, Value::DateTime(PartialDateTime::Instant(at))) => {
            Some(Value::Date(super::PartialDate::Day(at.date_naive())))
        }
        (ItemKind::DateTime, Value::Date(date)) => Some(Value::DateTime(PartialDateTime::Date(*date))),
        (ItemKind::String | ItemKind::Text, _) => words(value).map(|words| Value::Text(Private::new(words))),
        (ItemKind::Url, Value::Text(words)) => Some(Value::Uri(words.clone())),
        (ItemKind::Choice(choice), _) => chosen(value, item, choice),
        _ => None,
    }
}

fn measured(value: Decimal, item: &Item) -> Value {
    let unit = item.unit.as_ref();
    Value::Quantity(Quantity {
        value: Some(value),
        unit: unit.and_then(|unit| unit.display.clone().or_else(|| unit.code.clone())),
        system: unit.and_then(|unit| unit.system.clone()),
        code: unit.and_then(|unit| unit.code.clone()),
    })
}

fn words(value: &Value) -> Option<String> {
    match value {
        Value::Boolean(flag) => Some(flag.to_string()),
        Value::Integer(whole) => Some(whole.to_string()),
        Value::Decimal(number) => Some(number.to_string()),
        Value::Date(date) => Some(date.to_string()),
        Value::DateTime(at) => Some(at.to_string()),
        Value::Time(time) => Some(time.to_string()),
        Value::Text(words) | Value::Uri(words) => Some(words.reveal().to_owned()),
        Value::Coding(coding) => coding.display.clone().or_else(|| coding.code.clone()),
        Value::Quantity(_) | Value::Attachment(_) => None,
    }
}

/// The option a value is or names by its code or words; where there are no options, any coding.
fn chosen(value: &Value, item: &Item, choice: Choice) -> Option<Value> {
    let same = |option: &&AnswerOption| super::compare::equal(value, &option.value);
    if let Some(option) = item.options.iter().find(same) {
        return Some(option.value.clone());
    }
    let named = words(value).filter(|_| !matches!(value, Value::Coding(_)));
    let is_named = |option: &&AnswerOption| match &option.value {
        Value::Coding(coding) => named.is_some() && (coding.code == named || coding.display == named),
        other => named.is_some() && words(other) == named,
    };
    if let Some(option) = item.options.iter().find(is_named) {
        return Some(option.value.clone());
    }
    match value {
        Value::Coding(_) if item.options.is_empty() => Some(value.clone()),
        Value::Text(_) if choice == Choice::Open => Some(value.clone()),
        _ => None,
    }
}

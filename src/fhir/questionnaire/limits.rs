//! The bounds an author sets an answer, and the units it may be in.

use super::spot::{Spot, whole};
use super::value_set::Sets;
use crate::care::form::{Coding, ItemKind, Limits, Value};

pub(super) fn limits(item: &Spot<'_>, kind: ItemKind) -> Limits {
    let number = |name| item.extension_value(name, whole);
    let bound = |names: [&str; 2]| names.iter().find_map(|name| bound(item, kind, name));
    let bytes = |value: &Value| match value {
        Value::Integer(number) => u64::try_from(*number).ok(),
        Value::Decimal(number) => number.whole().and_then(|number| u64::try_from(number).ok()),
        _ => None,
    };
    Limits {
        min_occurs: number("minOccurs"),
        max_occurs: number("maxOccurs"),
        min: bound(["minValue", "minQuantity"]),
        max: bound(["maxValue", "maxQuantity"]),
        min_length: number("minLength"),
        max_length: item.count("maxLength"),
        max_decimal_places: number("maxDecimalPlaces"),
        max_size: item.extension_value("maxSize", bytes),
        mime_types: item
            .extensions("mimeType")
            .iter()
            .filter_map(|extension| extension.text("valueCode").or_else(|| extension.text("valueString")))
            .collect(),
        step: number("sliderStepValue"),
    }
}

/// A bound, as a value of the item's own type.
fn bound(item: &Spot<'_>, kind: ItemKind, name: &str) -> Option<Value> {
    let value = item.extension_value(name, |value| Some(value.clone()))?;
    let fitting = match (kind, value) {
        (ItemKind::Decimal | ItemKind::Quantity, Value::Integer(number)) => {
            Some(Value::Decimal(number.into()))
        }
        (ItemKind::Integer, Value::Decimal(number)) => {
            let whole = number.whole().and_then(|number| i32::try_from(number).ok());
            Some(whole.map_or(Value::Decimal(number), Value::Integer))
        }
        (ItemKind::Integer, value @ Value::Integer(_))
        | (ItemKind::Decimal | ItemKind::Quantity, value @ Value::Decimal(_))
        | (ItemKind::Date, value @ Value::Date(_))
        | (ItemKind::DateTime, value @ (Value::Date(_) | Value::DateTime(_)))
        | (ItemKind::Time, value @ Value::Time(_))
        | (ItemKind::Quantity, value @ Value::Quantity(_)) => Some(value),
        _ => None,
    };
    if fitting.is_none() {
        item.note(format!("{name} of another type than its item"));
    }
    fitting
}

/// The unit of a number.
pub(super) fn unit(item: &Spot<'_>) -> Option<Coding> {
    item.extension_value("unit", coding)
}

/// The units to choose from.
pub(super) fn units(item: &Spot<'_>, sets: &Sets<'_>) -> Vec<Coding> {
    let mut units = Vec::new();
    for extension in item.extensions("unitOption") {
        match extension.value("value").ok().flatten().as_ref().and_then(coding) {
            Some(unit) => units.push(unit),
            None => item.note("malformed extension unitOption"),
        }
    }
    let listed = item.extension("unitValueSet").and_then(|extension| {
        let reference = || extension.child("valueReference")?.text("reference");
        extension.text("valueCanonical").or_else(|| extension.text("valueUri")).or_else(reference)
    });
    if let Some(address) = listed {
        let options = sets.options(item, "unitValueSet", &address);
        units.extend(options.into_iter().filter_map(|option| coding(&option.value)));
    }
    units
}

fn coding(value: &Value) -> Option<Coding> {
    if let Value::Coding(coding) = value { Some(coding.clone()) } else { None }
}

/// The unit of an initial quantity without a number: no answer yet, but the unit it will be in.
pub(super) fn initial_unit(value: &Value) -> Option<Coding> {
    let Value::Quantity(quantity) = value else { return None };
    let unit = Coding {
        system: quantity.system.clone(),
        version: None,
        code: quantity.code.clone(),
        display: quantity.unit.clone(),
    };
    quantity.value.is_none().then_some(unit)
}

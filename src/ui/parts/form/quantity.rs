//! An amount with its unit: the one the author names, or one of several.

use super::{
    Ground,
    read::{self, Typed},
};
use crate::{
    care::form::{Coding, Decimal, Item, ItemKind, Quantity, Value},
    ui::here::use_words,
};
use dioxus::prelude::*;

fn name(unit: &Coding) -> String {
    unit.display.clone().or_else(|| unit.code.clone()).unwrap_or_default()
}

/// This much of this unit.
pub(super) fn amount(value: Decimal, unit: Option<&Coding>) -> Value {
    Value::Quantity(Quantity {
        value: Some(value),
        unit: unit.map(name),
        system: unit.and_then(|unit| unit.system.clone()),
        code: unit.and_then(|unit| unit.code.clone()),
    })
}

/// The units of an item: those to choose from, else the one it is asked in.
pub(super) fn units(item: &Item) -> Vec<Coding> {
    if item.units.is_empty() { item.unit.clone().into_iter().collect() } else { item.units.clone() }
}

#[component]
pub(super) fn QuantityField(
    item: Item,
    value: Option<Value>,
    ground: Ground,
    on_change: EventHandler<(Typed, bool)>,
    settle: Callback<()>,
) -> Element {
    let words = use_words();
    let units = units(&item);
    let before = match value {
        Some(Value::Quantity(quantity)) => quantity,
        _ => Quantity::default(),
    };
    let first = use_hook(|| before.value.map(|number| number.to_string()).unwrap_or_default());
    let at_first = units.iter().position(|unit| unit.code == before.code || Some(name(unit)) == before.unit);
    let mut typed = use_signal({
        let first = first.clone();
        move || first
    });
    let mut unit = use_signal(|| at_first.unwrap_or_default());
    let offered = units.clone();
    let say = use_callback(move |typing: bool| {
        let held = match read::line(ItemKind::Quantity, &typed.peek()) {
            Typed::Value(Value::Decimal(number)) => Typed::Value(amount(number, offered.get(*unit.peek()))),
            other => other,
        };
        on_change.call((held, typing));
    });
    rsx! {
        div { class: "amount",
            div { class: "field",
                label { r#for: "{ground.id}-amount", {words.get("form-amount")} }
                input {
                    id: "{ground.id}-amount",
                    r#type: "text",
                    inputmode: "decimal",
                    autocomplete: "off",
                    "aria-describedby": ground.described,
                    "aria-invalid": ground.invalid.then_some("true"),
                    initial_value: "{first}",
                    oninput: move |event| {
                        typed.set(event.value());
                        say.call(true);
                    },
                    onchange: move |_| settle.call(()),
                }
            }
            if units.len() > 1 {
                div { class: "field",
                    label { r#for: "{ground.id}-unit", {words.get("form-unit")} }
                    select {
                        id: "{ground.id}-unit",
                        class: "folded",
                        onchange: move |event| {
                            unit.set(event.value().parse().unwrap_or_default());
                            say.call(false);
                        },
                        for (at, one) in units.iter().enumerate() {
                            option { key: "{at}", value: "{at}", selected: at_first.unwrap_or_default() == at, {name(one)} }
                        }
                    }
                }
            } else if let Some(one) = units.first() {
                p { class: "unit", {name(one)} }
            }
        }
    }
}

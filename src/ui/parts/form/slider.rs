//! A slider with the number it stands at, words at its ends, and a state in which nothing was answered.

use super::{
    Ground,
    quantity::{amount, units},
};
use crate::{
    app::read::Asked,
    care::form::{Decimal, ItemKind, Value},
    ui::here::use_here,
};
use dioxus::prelude::*;

/// Where its author names no end (`component_slider.json` of the Android SDK names only one).
const ENDS: (i32, i32) = (0, 100);

/// A number as the slider counts.
fn number(value: &Value) -> Option<Decimal> {
    match value {
        Value::Integer(number) => Some(Decimal::from(*number)),
        Value::Decimal(number) => Some(*number),
        Value::Quantity(quantity) => quantity.value,
        _ => None,
    }
}

#[component]
pub(super) fn Slider(asked: Asked, ground: Ground, answer: Callback<(Vec<Value>, bool, bool)>) -> Element {
    let here = use_here();
    let words = here.words();
    let end = |of: &Option<Value>, usual: i32| of.as_ref().and_then(number).unwrap_or_else(|| usual.into());
    let limits = &asked.item.limits;
    let (least, most) = (end(&limits.min, ENDS.0), end(&limits.max, ENDS.1));
    let step = limits.step.unwrap_or(1);
    let value = asked.values.first().and_then(number);
    let start = value.unwrap_or(least);
    let first = use_hook(|| start.to_string());
    let item = asked.item.clone();
    let set = use_callback(move |(text, typing): (String, bool)| {
        let Some(number) = super::read::decimal(&text) else { return };
        let value = match item.kind {
            ItemKind::Integer => {
                let whole = number.whole().and_then(|whole| i32::try_from(whole).ok());
                let Some(whole) = whole else { return };
                Value::Integer(whole)
            }
            ItemKind::Quantity => amount(number, units(&item).first()),
            _ => Value::Decimal(number),
        };
        answer.call((vec![value], typing, false));
    });
    let said = match &value {
        Some(value) => words.with("form-slider-value", [("value", value.to_string().into())]),
        None => words.get("form-slider-none"),
    };
    let (low, high) = asked.ends;
    rsx! {
        div { class: "slider",
            p { class: if value.is_some() { "chosen" } else { "soft" }, "{said}" }
            input {
                id: "{ground.id}",
                r#type: "range",
                class: if value.is_none() { "untouched" },
                min: "{least}",
                max: "{most}",
                step: "{step}",
                "aria-describedby": ground.described,
                "aria-invalid": ground.invalid.then_some("true"),
                "aria-valuetext": if value.is_none() { words.get("form-no-answer") } else { start.to_string() },
                initial_value: "{first}",
                oninput: move |event| set.call((event.value(), true)),
                onchange: move |event| set.call((event.value(), false)),
                // Pressed where it already stands, it moves nowhere and says nothing; it is an answer all the same.
                onclick: move |_| {
                    if value.is_none() {
                        set.call((start.to_string(), false));
                    }
                },
            }
            div { class: "ends",
                span { {low.unwrap_or_else(|| least.to_string())} }
                span { {high.unwrap_or_else(|| most.to_string())} }
            }
        }
    }
}

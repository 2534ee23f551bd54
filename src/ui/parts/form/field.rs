//! The field for one answer that is written: a line, several lines, a day, a time, an amount, a file.

use super::{
    Ground,
    choice::longest,
    date::{DayField, MomentField},
    file::FileField,
    quantity::QuantityField,
    read::{self, Typed},
};
use crate::{
    care::{
        Private,
        form::{Item, ItemKind, Value},
    },
    ui::here::{use_here, use_words},
};
use dioxus::prelude::*;

/// One answer.
#[component]
pub(super) fn Field(
    item: Item,
    value: Option<Value>,
    ground: Ground,
    /// Which of several it is, from 1.
    nth: Option<usize>,
    /// What it holds now, and whether that was typed letter by letter.
    on_change: EventHandler<(Typed, bool)>,
    settle: Callback<()>,
) -> Element {
    match item.kind {
        ItemKind::Text => rsx! { Lines { item, value, ground, nth, on_change, settle } },
        ItemKind::Date => rsx! { DayField { value, ground, on_change, settle } },
        ItemKind::DateTime => rsx! { MomentField { value, ground, on_change, settle } },
        ItemKind::Quantity => rsx! { QuantityField { item, value, ground, on_change, settle } },
        ItemKind::Attachment => rsx! { FileField { item, value, ground, on_change } },
        _ => rsx! { Line { item, value, ground, nth, on_change, settle } },
    }
}

/// What tells one of several fields from the others.
fn nth_name(nth: Option<usize>, words: crate::ui::words::Words) -> Option<String> {
    nth.map(|nth| words.with("form-nth", [("nth", nth.into())]))
}

/// As its field shows it.
pub(super) fn shown(value: Option<&Value>) -> String {
    match value {
        Some(Value::Text(text) | Value::Uri(text)) => text.reveal().to_owned(),
        Some(Value::Integer(number)) => number.to_string(),
        Some(Value::Decimal(number)) => number.to_string(),
        Some(Value::Time(time)) => read::clock(*time),
        _ => String::new(),
    }
}

#[component]
fn Line(
    item: Item,
    value: Option<Value>,
    ground: Ground,
    nth: Option<usize>,
    on_change: EventHandler<(Typed, bool)>,
    settle: Callback<()>,
) -> Element {
    let words = use_words();
    // Given once, when the field appears: written back while somebody types, it would swallow letters.
    let before = use_hook(|| shown(value.as_ref()));
    let kind = item.kind;
    let mode = match kind {
        // A keyboard of digits alone has no minus on some phones.
        ItemKind::Integer if item.limits.min.as_ref().is_some_and(is_not_negative) => "numeric",
        ItemKind::Decimal if item.limits.min.as_ref().is_some_and(is_not_negative) => "decimal",
        ItemKind::Url => "url",
        _ => "text",
    };
    let unit = item.unit.as_ref().and_then(|unit| unit.display.clone().or_else(|| unit.code.clone()));
    rsx! {
        div { class: if unit.is_some() { "field with-unit" } else { "field" },
            input {
                id: "{ground.id}",
                r#type: "text",
                inputmode: mode,
                autocomplete: "off",
                maxlength: "{longest(&item)}",
                "aria-label": nth_name(nth, words),
                "aria-describedby": ground.described,
                "aria-invalid": ground.invalid.then_some("true"),
                initial_value: "{before}",
                oninput: move |event| on_change.call((read::line(kind, &event.value()), true)),
                onchange: move |_| settle.call(()),
            }
            if item.limits.max_length.is_some() {
                AtMost { item: item.clone() }
            }
            if let Some(unit) = &unit {
                span { class: "unit", "{unit}" }
            }
        }
    }
}

fn is_not_negative(value: &Value) -> bool {
    match value {
        Value::Integer(least) => *least >= 0,
        Value::Decimal(least) => !least.to_string().starts_with('-'),
        _ => false,
    }
}

/// How much may be written, where it can be as much as to matter.
#[component]
pub(super) fn AtMost(item: Item) -> Element {
    let words = use_words();
    rsx! {
        p { class: "small soft", {words.with("form-at-most", [("count", longest(&item).into())])} }
    }
}

#[component]
fn Lines(
    item: Item,
    value: Option<Value>,
    ground: Ground,
    nth: Option<usize>,
    on_change: EventHandler<(Typed, bool)>,
    settle: Callback<()>,
) -> Element {
    let words = use_here().words();
    let before = use_hook(|| shown(value.as_ref()));
    let typed = |text: String| {
        let text = Private::new(text);
        if text.is_blank() { Typed::Blank } else { Typed::Value(Value::Text(text)) }
    };
    rsx! {
        div { class: "field",
            textarea {
                id: "{ground.id}",
                rows: "5",
                maxlength: "{longest(&item)}",
                "aria-label": nth_name(nth, words),
                "aria-describedby": ground.described,
                "aria-invalid": ground.invalid.then_some("true"),
                initial_value: "{before}",
                oninput: move |event| on_change.call((typed(event.value()), true)),
                onchange: move |_| settle.call(()),
            }
            AtMost { item: item.clone() }
        }
    }
}

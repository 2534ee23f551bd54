//! Choosing from what the author offers: one or several, as a list, side by side, or folded; in other words, too.

use super::{Ground, field::AtMost, said::value_words};
use crate::{
    app::read::Asked,
    care::{
        Private,
        form::{AnswerOption, Choice, Control, Item, ItemKind, Orientation, Value},
    },
    ui::here::use_here,
};
use dioxus::prelude::*;

/// More than these are too many to read at a glance: they are folded into a list.
const AT_A_GLANCE: usize = 12;

/// The longest answer in one's own words; more does not get from the page to the app in one event.
const LONGEST: u32 = 2000;

/// How many letters an answer in one's own words may have.
pub(super) fn longest(item: &Item) -> u32 {
    item.limits.max_length.map_or(LONGEST, |most| most.min(LONGEST))
}

pub(super) fn is_drop_down(asked: &Asked) -> bool {
    let item = &asked.item;
    let usual = matches!(item.control, Control::Usual) && options(item).len() > AT_A_GLANCE;
    !item.repeats && !options(item).is_empty() && (item.control == Control::DropDown || usual)
}

pub(super) fn is_several(asked: &Asked) -> bool {
    asked.item.repeats && !options(&asked.item).is_empty()
}

fn options(item: &Item) -> Vec<AnswerOption> {
    let plain = |value| AnswerOption { value, weight: None, prefix: None, exclusive: false };
    match item.kind {
        ItemKind::Boolean => vec![plain(Value::Boolean(true)), plain(Value::Boolean(false))],
        _ => item.options.clone(),
    }
}

/// The same answer: a code is the same whatever words stand beside it.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Coding(one), Value::Coding(other)) if one.code.is_some() => {
            (&one.system, &one.code) == (&other.system, &other.code)
        }
        _ => one == other,
    }
}

/// The choice.
#[component]
pub(super) fn Choices(
    asked: Asked,
    ground: Ground,
    answer: Callback<(Vec<Value>, bool, bool)>,
    settle: Callback<()>,
) -> Element {
    let options = use_memo(use_reactive!(|asked| options(&asked.item)));
    let options = options.read().clone();
    let several = asked.item.repeats;
    let across = asked.item.orientation == Orientation::Horizontal;
    let open = asked.item.kind == ItemKind::Choice(Choice::Open);
    let chosen = |option: &AnswerOption| asked.values.iter().any(|value| same(value, &option.value));
    let own: Vec<Value> = {
        let offered = |value: &&Value| !options.iter().any(|option| same(value, &option.value));
        asked.values.iter().filter(offered).cloned().collect()
    };
    // Counts what was chosen instead of other words: with each the field for those is a new one, and empty.
    let mut instead = use_signal(|| 0_u32);
    let pick = {
        let (values, options, own) = (asked.values.clone(), options.clone(), own.clone());
        use_callback(move |(option, on): (AnswerOption, bool)| {
            let next = if several {
                let stays = |value: &Value| {
                    let known = options.iter().find(|one| same(value, &one.value));
                    // What stands alone gives way, and makes all others give way.
                    !same(value, &option.value)
                        && (!on || (!option.exclusive && !known.is_some_and(|one| one.exclusive)))
                };
                let kept = values.iter().filter(|value| stays(value) && !own.contains(value)).cloned();
                let mut next: Vec<Value> = kept.chain(on.then(|| option.value.clone())).collect();
                next.sort_by_key(|value| options.iter().position(|one| same(value, &one.value)));
                next.extend(own.iter().filter(|_| !(on && option.exclusive)).cloned());
                next
            } else {
                instead += 1;
                vec![option.value]
            };
            answer.call((next, false, false));
        })
    };
    rsx! {
        if is_drop_down(&asked) {
            Folded { ground: ground.clone(), options: options.clone(), values: asked.values.clone(), answer }
        } else if !options.is_empty() {
            div { class: if across { "options across" } else { "options" },
                for (at, option) in options.iter().cloned().enumerate() {
                    OneOption {
                        key: "{at}",
                        name: ground.id.clone(),
                        several,
                        chosen: chosen(&option),
                        option: option.clone(),
                        on_pick: move |on| pick.call((option.clone(), on)),
                    }
                }
            }
        }
        if open {
            for count in [instead()] {
                OwnWords {
                    key: "{count}",
                    item: asked.item.clone(),
                    ground: ground.clone(),
                    before: own.first().cloned(),
                    on_words: {
                        let (values, own) = (asked.values.clone(), own.clone());
                        move |words: Option<Value>| {
                            let kept = values.iter().filter(|value| several && !own.contains(value)).cloned();
                            let others = own.iter().skip(1).filter(|_| several).cloned();
                            answer.call((kept.chain(words).chain(others).collect(), true, false));
                        }
                    },
                    settle,
                }
            }
        }
    }
}

#[component]
fn OneOption(
    name: String,
    several: bool,
    chosen: bool,
    option: AnswerOption,
    on_pick: EventHandler<bool>,
) -> Element {
    let here = use_here();
    let said = value_words(here, &option.value);
    rsx! {
        label { class: "option",
            input {
                r#type: if several { "checkbox" } else { "radio" },
                name: (!several).then_some(name),
                checked: chosen,
                onchange: move |event| on_pick.call(event.checked() || !several),
            }
            span { class: if several { "mark box" } else { "mark" }, "aria-hidden": "true" }
            span {
                if let Some(prefix) = option.prefix {
                    span { class: "prefix", "{prefix} " }
                }
                "{said}"
            }
        }
    }
}

#[component]
fn Folded(
    ground: Ground,
    options: Vec<AnswerOption>,
    values: Vec<Value>,
    answer: Callback<(Vec<Value>, bool, bool)>,
) -> Element {
    let here = use_here();
    let chosen = options.iter().position(|option| values.iter().any(|value| same(value, &option.value)));
    let offered = options.clone();
    rsx! {
        select {
            id: ground.id,
            class: "folded",
            "aria-describedby": ground.described,
            "aria-invalid": ground.invalid.then_some("true"),
            onchange: move |event| {
                let picked = event.value().parse::<usize>().ok().and_then(|at| offered.get(at));
                answer.call((picked.map(|option| option.value.clone()).into_iter().collect(), false, false));
            },
            option { value: "", selected: chosen.is_none(), {here.words().get("form-choose-empty")} }
            for (at, option) in options.iter().enumerate() {
                option { key: "{at}", value: "{at}", selected: chosen == Some(at),
                    {option.prefix.as_ref().map(|prefix| format!("{prefix} ")).unwrap_or_default()}
                    {value_words(here, &option.value)}
                }
            }
        }
    }
}

/// Other words than those offered.
#[component]
fn OwnWords(
    item: Item,
    ground: Ground,
    before: Option<Value>,
    on_words: EventHandler<Option<Value>>,
    settle: Callback<()>,
) -> Element {
    let here = use_here();
    let first = use_hook(|| before.as_ref().map_or_else(String::new, |value| value_words(here, value)));
    rsx! {
        div { class: "field",
            label { r#for: "{ground.id}-own", {here.words().get("form-own-words")} }
            input {
                id: "{ground.id}-own",
                r#type: "text",
                autocomplete: "off",
                maxlength: "{longest(&item)}",
                initial_value: "{first}",
                oninput: move |event| {
                    let words = Private::new(event.value().trim());
                    on_words.call((!words.is_blank()).then_some(Value::Text(words)));
                },
                onchange: move |_| settle.call(()),
            }
            AtMost { item: item.clone() }
        }
    }
}

//! What suits the patient: a part of the day, somebody of the clinic, a place. Only what there is to choose from is asked.

use crate::{
    app::read::FreeTimes,
    care::{Id, booking::PartOfDay},
    ui::{
        booking::HalfBooking,
        here::{Shell, use_shell},
        words::{Key, Words},
    },
};
use dioxus::prelude::*;

/// One of several that can be chosen.
#[derive(Clone, PartialEq)]
struct Choice {
    name: String,
    chosen: bool,
    leads_to: HalfBooking,
}

/// The choices. Each press shows other times at once.
#[component]
pub(super) fn Filters(model: FreeTimes) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    let half = shell.draft.read().booking.clone();
    // As it was when the screen appeared: choosing does not fold it away under the finger.
    let open = use_hook(|| half.part.is_some() || half.with.is_some() || half.place.is_some());
    let parts = model.parts.into_iter().map(|part| (words.say(part_words(part)), part)).collect();
    let part = |part| HalfBooking { part, ..half.clone() };
    let with = |with| HalfBooking { with, ..half.clone() };
    let place = |place| HalfBooking { place, ..half.clone() };
    let sorts = [
        sort(words, Key("book-any-part"), parts, half.part.as_ref(), part),
        sort(words, Key("book-anybody"), named(model.clinicians), half.with.as_ref(), with),
        sort(words, Key("book-any-place"), named(model.places), half.place.as_ref(), place),
    ];
    let heads = [
        ("book-part", words.get("book-part")),
        ("book-whom", words.get("book-whom")),
        ("book-place", words.get("book-place")),
    ];
    let sorts = heads.into_iter().zip(sorts);
    // With one there is nothing to choose.
    let sorts: Vec<_> = sorts.filter(|(_, choices)| choices.len() > 2).collect();
    if sorts.is_empty() {
        return rsx! {};
    }
    let chosen = sorts.iter().filter_map(|(_, choices)| choices.iter().find(|choice| choice.chosen));
    let chosen: Vec<_> = chosen.map(|choice| choice.name.as_str()).collect();
    let chosen = words.with("book-narrow", [("what", chosen.join(" · ").into())]);
    rsx! {
        details { class: "fold", open,
            summary { "{chosen}" }
            div { class: "stack sorts",
                for ((id, head), choices) in sorts {
                    fieldset { key: "{id}", class: "stack close", role: "radiogroup", "aria-labelledby": "{id}",
                        h2 { id, class: "sort", "{head}" }
                        div { class: "choices",
                            for choice in choices {
                                label { key: "{choice.name}",
                                    input {
                                        r#type: "radio",
                                        name: "{id}-choice",
                                        checked: choice.chosen,
                                        onchange: move |_| choose(shell, choice.leads_to.clone()),
                                    }
                                    "{choice.name}"
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn choose(shell: Shell, half: HalfBooking) {
    let mut draft = shell.draft;
    draft.write().booking = half;
}

fn named(all: Vec<(Id, String)>) -> Vec<(String, Id)> {
    all.into_iter().map(|(id, name)| (name, id)).collect()
}

/// A sort whose first choice leaves everything in.
fn sort<T: PartialEq>(
    words: Words,
    any: Key,
    all: Vec<(String, T)>,
    now: Option<&T>,
    with: impl Fn(Option<T>) -> HalfBooking,
) -> Vec<Choice> {
    let all = std::iter::once((words.say(any), None))
        .chain(all.into_iter().map(|(name, value)| (name, Some(value))));
    all.map(|(name, value)| Choice { chosen: value.as_ref() == now, name, leads_to: with(value) }).collect()
}

const fn part_words(part: PartOfDay) -> Key {
    match part {
        PartOfDay::Morning => Key("book-morning"),
        PartOfDay::Afternoon => Key("book-afternoon"),
        PartOfDay::Evening => Key("book-evening"),
    }
}

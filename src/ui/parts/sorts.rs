//! Choices of what to look at, sort by sort: of each sort one choice holds, and the first one asks nothing.

use crate::ui::{
    here::use_words,
    words::{Key, Words},
};
use dioxus::prelude::*;

/// One thing that can be chosen: its words, whether it is chosen, and what is looked at with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice<T> {
    pub name: String,
    pub chosen: bool,
    pub leads_to: T,
}

/// Choices of which one holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Sort<T> {
    /// What the sort is called; once on the page.
    pub name: Key,
    pub choices: Vec<Choice<T>>,
}

impl<T> Sort<T> {
    /// A sort whose first choice, `any`, asks nothing; `now` is what is asked, and `with` what is looked at with a choice.
    pub fn new<V: PartialEq>(
        words: Words,
        name: Key,
        any: Key,
        all: impl IntoIterator<Item = (String, V)>,
        now: Option<&V>,
        with: impl Fn(Option<V>) -> T,
    ) -> Self {
        let all = all.into_iter().map(|(name, value)| (name, Some(value)));
        let choices = std::iter::once((words.say(any), None)).chain(all);
        let choices = choices.map(|(name, value)| Choice {
            chosen: value.as_ref() == now,
            name,
            leads_to: with(value),
        });
        Self { name, choices: choices.collect() }
    }
}

/// All choices, each a press away.
#[component]
pub fn Sorts<T: Clone + PartialEq + 'static>(sorts: Vec<Sort<T>>, on_choose: EventHandler<T>) -> Element {
    let words = use_words();
    rsx! {
        div { class: "stack sorts",
            for Sort { name: Key(id), choices } in sorts {
                fieldset { key: "{id}", class: "stack close", role: "radiogroup", "aria-labelledby": "{id}",
                    h2 { id, class: "sort", {words.get(id)} }
                    div { class: "choices",
                        for choice in choices {
                            label { key: "{choice.name}",
                                input {
                                    r#type: "radio",
                                    name: "{id}-choice",
                                    checked: choice.chosen,
                                    onchange: move |_| on_choose.call(choice.leads_to.clone()),
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

//! Feelings to choose from, several at once, with words of one's own among them.

use super::OwnWord;
use crate::{
    care::{Feeling, Listed, Private},
    ui::{
        half::Put,
        here::use_words,
        parts::{Button, feeling_words},
    },
};
use dioxus::prelude::*;

/// As long as a word of one's own gets.
const LONGEST: usize = 40;

/// The list, and a place to add to it.
#[component]
pub(super) fn Feelings(
    chosen: Vec<Feeling>,
    own: Vec<Private>,
    /// The word that is being typed.
    typed: Option<Private>,
    on_put: EventHandler<Put>,
    on_own: EventHandler<OwnWord>,
) -> Element {
    let words = use_words();
    let mut added = use_signal(|| 0);
    let offered = offered(&chosen, &own);
    let add = move |word: Private| {
        let Some(feeling) = Feeling::own(&word) else { return };
        on_own.call(OwnWord::Add(word));
        on_put.call(Box::new(move |half| {
            half.turn(&feeling, true);
            half.own_word = None;
        }));
        added += 1;
    };
    rsx! {
        fieldset { class: "part", "aria-labelledby": "feelings-question", "aria-describedby": "feelings-lead",
            legend { id: "feelings-question", {words.get("feelings-question")} }
            p { id: "feelings-lead", class: "small soft", {words.get("feelings-lead")} }
            div { class: "choices",
                for feeling in offered {
                    label { key: "{key(&feeling)}",
                        input {
                            r#type: "checkbox",
                            checked: chosen.contains(&feeling),
                            onchange: {
                                let feeling = feeling.clone();
                                move |event: FormEvent| {
                                    let (feeling, on) = (feeling.clone(), event.checked());
                                    on_put.call(Box::new(move |half| half.turn(&feeling, on)));
                                }
                            },
                        }
                        {feeling_words(words, &feeling)}
                    }
                }
            }
            // A new key makes a new field, and an empty one.
            for count in [added()] {
                NewWord { key: "{count}", typed: typed.clone(), on_put, on_add: add }
            }
        }
        if !own.is_empty() {
            details { class: "fold",
                summary { {words.get("own-feelings-remove")} }
                ul { class: "lines",
                    for (at, word) in own.into_iter().enumerate() {
                        li { key: "{word.reveal()}", class: "line-and-button",
                            span { id: "own-word-{at}", class: "own-words", "{word.reveal()}" }
                            Button {
                                label: words.get("own-feeling-remove"),
                                described_by: "own-word-{at}",
                                on_press: move |()| on_own.call(OwnWord::Remove(word.clone())),
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The list's own, the patient's, and those of this check-in that have left the patient's list since.
fn offered(chosen: &[Feeling], own: &[Private]) -> Vec<Feeling> {
    let mut all: Vec<_> = Listed::ALL.map(Feeling::Listed).to_vec();
    all.extend(own.iter().cloned().map(Feeling::Own));
    let others: Vec<_> = chosen.iter().filter(|feeling| !all.contains(feeling)).cloned().collect();
    all.extend(others);
    all
}

fn key(feeling: &Feeling) -> String {
    match feeling {
        Feeling::Listed(listed) => listed.code().to_owned(),
        Feeling::Own(words) => format!("own:{}", words.reveal()),
    }
}

#[component]
fn NewWord(typed: Option<Private>, on_put: EventHandler<Put>, on_add: EventHandler<Private>) -> Element {
    let words = use_words();
    let before = use_hook(|| typed.as_ref().map_or_else(String::new, |word| word.reveal().to_owned()));
    rsx! {
        div { class: "add-word",
            div { class: "field",
                label { r#for: "own-feeling", {words.get("own-feeling")} }
                input {
                    id: "own-feeling",
                    r#type: "text",
                    maxlength: "{LONGEST}",
                    autocomplete: "off",
                    initial_value: "{before}",
                    oninput: move |event| {
                        let word = Private::new(event.value());
                        on_put.call(Box::new(move |half| half.own_word = Some(word)));
                    },
                }
            }
            Button {
                label: words.get("own-feeling-add"),
                on_press: move |()| on_add.call(typed.clone().unwrap_or_else(|| Private::new(""))),
            }
        }
    }
}

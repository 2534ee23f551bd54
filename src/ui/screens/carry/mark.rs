//! A page as sentences: each can be marked by one press, and the mark taken back by another.

use crate::{
    app::read::{Marking, Passage},
    care::{Id, Private, journal::Insight},
    ui::{
        here::{use_here, use_shell},
        parts::{Button, Frame, Tone},
    },
};
use dioxus::prelude::*;

/// Sentences that are in sight at first, and that come with each press on "more": a page may have thousands.
const AT_ONCE: usize = 60;

/// The sentences of one page.
#[component]
pub fn MarkPage(model: Marking, on_mark: EventHandler<Private>, on_unmark: EventHandler<Id>) -> Element {
    let way = use_shell().way;
    let words = use_here().words();
    let mut shown = use_signal(|| AT_ONCE);
    let all = model.passages.len();
    rsx! {
        Frame { title: words.get("mark-title"),
            if all == 0 {
                p { class: "lead", {words.get("mark-none")} }
                p { {words.get("mark-none-next")} }
            } else {
                p { {words.get("mark-lead")} }
                ul { class: "passages",
                    for (place, passage) in model.passages.into_iter().take(shown()).enumerate() {
                        Sentence { key: "{place}", passage, on_mark, on_unmark }
                    }
                }
                if all > shown() {
                    Button { wide: true, label: words.get("mark-more"), on_press: move |()| shown += AT_ONCE }
                }
            }
            if !model.others.is_empty() {
                Others { insights: model.others, on_unmark }
            }
            div { class: "last",
                Button {
                    tone: Tone::First,
                    wide: true,
                    label: words.get("mark-done"),
                    on_press: move |()| way.back(),
                }
            }
        }
    }
}

#[component]
fn Sentence(passage: Passage, on_mark: EventHandler<Private>, on_unmark: EventHandler<Id>) -> Element {
    let Passage { words, marked } = passage;
    let said = words.reveal().to_owned();
    rsx! {
        li {
            label { class: "passage",
                input {
                    r#type: "checkbox",
                    checked: marked.is_some(),
                    onchange: move |_| match &marked {
                        Some(id) => on_unmark.call(id.clone()),
                        None => on_mark.call(words.clone()),
                    },
                }
                span { class: "own-words", "{said}" }
                span { class: "mark box", "aria-hidden": "true" }
            }
        }
    }
}

/// What was marked while the page had other words.
#[component]
fn Others(insights: Vec<Insight>, on_unmark: EventHandler<Id>) -> Element {
    let words = use_here().words();
    rsx! {
        section { class: "stack", "aria-labelledby": "others",
            h2 { id: "others", {words.get("mark-others")} }
            ul { class: "insights",
                for insight in insights {
                    li { key: "{insight.id}", class: "stack close",
                        p { id: "other-{insight.id}", class: "own-words insight", "{insight.words.reveal()}" }
                        Button {
                            tone: Tone::Quiet,
                            label: words.get("insight-unmark"),
                            described_by: "other-{insight.id}",
                            on_press: {
                                let id = insight.id.clone();
                                move |()| on_unmark.call(id.clone())
                            },
                        }
                    }
                }
            }
        }
    }
}

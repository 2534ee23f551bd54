//! A page to be read, with what was marked in it: selected words are kept by one press, and so is each sentence of a list.

use super::PickBar;
use crate::{
    app::read::{Marking, Passage, Stretch},
    care::{
        Id, Private,
        journal::{Insight, Selected},
    },
    ui::{
        here::{use_here, use_shell},
        parts::{Button, Frame, Tone},
    },
};
use dioxus::prelude::*;

/// Sentences that are in sight at first, and that come with each press on "more": a page may have thousands.
const AT_ONCE: usize = 60;

/// One page, with its marks.
#[component]
pub fn MarkPage(
    model: Marking,
    /// A sentence, and behind how many bytes of the page's words it stands.
    on_mark: EventHandler<(Private, usize)>,
    on_pick: EventHandler<Selected>,
    on_unmark: EventHandler<Id>,
) -> Element {
    let way = use_shell().way;
    let words = use_here().words();
    rsx! {
        Frame { title: words.get("mark-title"),
            if model.passages.is_empty() {
                p { class: "lead", {words.get("mark-none")} }
                p { {words.get("mark-none-next")} }
            } else {
                p { id: "mark-lead", {words.get("mark-lead")} }
                Reading { text: model.text }
                PickBar { on_pick }
                Sentences { passages: model.passages, on_mark, on_unmark }
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

/// The words to be read, those that were marked underlined and on a ground of their own.
#[component]
fn Reading(text: Vec<Stretch>) -> Element {
    rsx! {
        div { class: "own-words reading", tabindex: "-1", "data-read": "",
            for (place, stretch) in text.into_iter().enumerate() {
                if stretch.marked {
                    mark { key: "{place}", "{stretch.words.reveal()}" }
                } else {
                    span { key: "{place}", "{stretch.words.reveal()}" }
                }
            }
        }
    }
}

/// The way to mark without selecting.
#[component]
fn Sentences(
    passages: Vec<Passage>,
    on_mark: EventHandler<(Private, usize)>,
    on_unmark: EventHandler<Id>,
) -> Element {
    let words = use_here().words();
    let mut shown = use_signal(|| AT_ONCE);
    let all = passages.len();
    rsx! {
        details { class: "fold",
            summary { {words.get("mark-sentences")} }
            div { class: "stack",
                ul { class: "passages",
                    for (place, passage) in passages.into_iter().take(shown()).enumerate() {
                        Sentence { key: "{place}", passage, on_mark, on_unmark }
                    }
                }
                if all > shown() {
                    Button { wide: true, label: words.get("mark-more"), on_press: move |()| shown += AT_ONCE }
                }
            }
        }
    }
}

#[component]
fn Sentence(
    passage: Passage,
    on_mark: EventHandler<(Private, usize)>,
    on_unmark: EventHandler<Id>,
) -> Element {
    let Passage { words, at, marked } = passage;
    let said = words.reveal().to_owned();
    rsx! {
        li {
            label { class: "passage",
                input {
                    r#type: "checkbox",
                    checked: marked.is_some(),
                    onchange: move |_| match &marked {
                        Some(id) => on_unmark.call(id.clone()),
                        None => on_mark.call((words.clone(), at)),
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

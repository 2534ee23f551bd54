//! All answers once more, each leading back to where it was given; nothing is sent before this.

use super::{Kept, name_of};
use crate::{
    app::read::{Asked, FormPage, FormView, is_in_the_way},
    ui::{
        here::{use_here, use_shell},
        parts::{Button, Frame, Note, Tone, problem_words, value_words},
    },
};
use dioxus::prelude::*;

/// The review.
#[component]
pub fn FormReviewPage(
    model: FormView,
    kept: Option<Kept>,
    /// Sending was wanted and something is in the way.
    #[props(default)]
    strict: bool,
    on_turn: EventHandler<usize>,
    on_send: EventHandler<()>,
    on_stop: EventHandler<()>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let practice = use_shell().practice();
    let back = model.pages.len().saturating_sub(1);
    let stuck = model.pages.iter().filter(|page| page.is_stuck()).count();
    rsx! {
        Frame { title: words.get("form-review"), sub: name_of(words, model.intro.title.as_ref()),
            p { {words.get("form-review-lead")} }
            if kept == Some(Kept::NotSaved) {
                p { class: "mistake", role: "alert", {words.get("form-not-saved")} }
            }
            Answers { pages: model.pages.clone(), on_turn: Some(on_turn) }
            div { class: "last stack",
                div { role: "status",
                    if strict {
                        Note { warm: true, head: words.with("form-problems-here", [("count", stuck.max(1).into())]),
                            for (at, problem) in model.problems.iter().enumerate() {
                                p { key: "{at}", {problem_words(here, crate::care::form::ItemKind::Group, problem)} }
                            }
                        }
                    }
                }
                Button {
                    tone: Tone::First,
                    wide: true,
                    label: words.get(if practice { "form-send-practice" } else { "form-send" }),
                    on_press: move |()| on_send.call(()),
                }
                div { class: "buttons between",
                    Button { label: words.get("form-back"), on_press: move |()| on_turn.call(back) }
                    Button { tone: Tone::Quiet, label: words.get("form-stop"), on_press: move |()| on_stop.call(()) }
                }
            }
        }
    }
}

/// Questions, each with the page it is on.
type Lines = Vec<(usize, Asked)>;

/// Every question that is asked, with what was answered.
#[component]
pub(super) fn Answers(pages: Vec<FormPage>, on_turn: Option<EventHandler<usize>>) -> Element {
    let mut said: Vec<String> = Vec::new();
    let mut blocks: Vec<(Option<String>, Lines)> = Vec::new();
    for (at, page) in pages.into_iter().enumerate() {
        // A heading over several pages stands once.
        if page.heading != said || blocks.is_empty() {
            said.clone_from(&page.heading);
            blocks.push(((!said.is_empty()).then(|| said.join(" ")), Vec::new()));
        }
        if let Some((_, lines)) = blocks.last_mut() {
            lines.extend(page.questions().map(|asked| (at, asked.clone())));
        }
    }
    rsx! {
        for (at, (heading, lines)) in blocks.into_iter().enumerate() {
            section { key: "{at}", class: "stack",
                if let Some(heading) = heading {
                    h2 { class: "stem-head", "{heading}" }
                }
                ul { class: "answers",
                    for (n, (page, asked)) in lines.into_iter().enumerate() {
                        Answered { key: "{n}", id: "a{at}-{n}", page, asked, on_turn }
                    }
                }
            }
        }
    }
}

#[component]
fn Answered(id: String, page: usize, asked: Asked, on_turn: Option<EventHandler<usize>>) -> Element {
    let here = use_here();
    let words = here.words();
    let said: Vec<String> = asked.values.iter().map(|value| value_words(here, value)).collect();
    let question = asked.item.text.clone().unwrap_or_else(|| words.get("form-answer"));
    let wrong: Vec<_> = asked.problems.iter().filter(|problem| is_in_the_way(problem)).cloned().collect();
    rsx! {
        li {
            div { class: "stack close",
                p { id: "{id}", class: "soft",
                    if let Some(prefix) = &asked.item.prefix {
                        "{prefix} "
                    }
                    "{question}"
                }
                if said.is_empty() {
                    p { class: "none", {words.get("form-no-answer")} }
                } else {
                    for (at, said) in said.into_iter().enumerate() {
                        p { key: "{at}", class: "given pre", "{said}" }
                    }
                }
                for (at, problem) in wrong.iter().enumerate() {
                    p { key: "wrong-{at}", class: "mistake", {problem_words(here, asked.item.kind, problem)} }
                }
            }
            if let Some(on_turn) = on_turn.filter(|_| !asked.fixed) {
                button {
                    r#type: "button",
                    class: "button quiet",
                    "aria-describedby": "{id}",
                    onclick: move |_| on_turn.call(page),
                    {words.get("form-change")}
                }
            }
        }
    }
}

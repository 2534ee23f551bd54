//! One page of a form: where one is in words, what is asked, and on; what was answered is kept before one goes.

use super::{Kept, name_of};
use crate::{
    app::read::{FormPage, FormView, GroupHead, Part, SafetyView, is_in_the_way},
    care::form::{ItemKind, Path},
    ui::{
        here::{Here, use_here},
        parts::{Answering, Button, Frame, Question, SafetyCard, Tone, problem_words},
        words::{Key, Words},
    },
};
use dioxus::prelude::*;
use std::collections::BTreeSet;

/// A page.
#[component]
pub fn FormStepPage(
    model: FormView,
    kept: Option<Kept>,
    /// How often one wanted to go on with something wrong on this page.
    #[props(default)]
    strict: u32,
    /// Fields in which something stands that is no answer.
    #[props(default)]
    unread: BTreeSet<Path>,
    /// One came here from the review, so the way back to it is offered.
    #[props(default)]
    from_review: bool,
    on_answer: EventHandler<Answering>,
    on_settle: EventHandler<()>,
    on_add: EventHandler<Path>,
    on_remove: EventHandler<Path>,
    /// On, to the next page or as far as the review.
    on_next: EventHandler<usize>,
    on_turn: EventHandler<usize>,
    on_stop: EventHandler<()>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let step = model.step;
    let pages = model.pages.len();
    let last = step + 1 >= pages;
    let page = model.pages.get(step).cloned();
    let progress = progress(words, &model);
    let on = if last { Key("form-to-review") } else { Key("form-next") };
    let title = name_of(words, model.intro.title.as_ref());
    let wrong = page.as_ref().map_or(0, |page| wrong(page, &unread).count());
    rsx! {
        Frame { title: title.clone(), focus_below: page.is_some(),
            // Its values are kept by the app; the element is here so that Enter goes on.
            form {
                class: "form-step",
                novalidate: true,
                onsubmit: move |event| {
                    event.prevent_default();
                    on_next.call(step + 1);
                },
                div { class: "form-state",
                    p { class: "progress", "{progress}" }
                    KeptLine { kept }
                }
                if let Some(page) = page {
                    // Only in a list does another key make another page.
                    for at in [step] {
                        Page {
                            key: "{at}",
                            page: page.clone(),
                            strict,
                            unread: unread.clone(),
                            // Where nothing else says what this is.
                            name: if progress.is_empty() { title.clone() } else { progress.clone() },
                            on_answer,
                            on_settle,
                            on_add,
                            on_remove,
                        }
                    }
                }
                div { class: "last stack",
                    div { role: "status",
                        if strict > 0 && wrong > 0 {
                            p { class: "mistake", {words.with("form-problems-here", [("count", wrong.into())])} }
                        }
                    }
                    button { r#type: "submit", class: "button first wide", {words.say(on)} }
                    if from_review && !last {
                        Button { wide: true, label: words.get("form-to-review"), on_press: move |()| on_next.call(pages) }
                    }
                    div { class: "buttons between",
                        if step > 0 {
                            Button { label: words.get("form-back"), on_press: move |()| on_turn.call(step - 1) }
                        }
                        Button { tone: Tone::Quiet, label: words.get("form-stop"), on_press: move |()| on_stop.call(()) }
                    }
                }
            }
        }
    }
}

/// The card about help, between the question it is about and what follows.
#[component]
pub fn SafetyStepPage(
    title: Option<String>,
    model: SafetyView,
    on_go_on: EventHandler<()>,
    on_stop: EventHandler<()>,
) -> Element {
    let words = use_here().words();
    rsx! {
        Frame { title: name_of(words, title.as_ref()),
            SafetyCard { model, on_go_on, on_stop }
        }
    }
}

/// The questions and groups in which something is in the way, in the page's order.
fn wrong(page: &FormPage, unread: &BTreeSet<Path>) -> impl Iterator<Item = Path> {
    page.parts.iter().filter_map(|part| {
        let (path, problems) = match part {
            Part::Question(asked) => (&asked.path, &asked.problems),
            Part::Group(head) => (&head.path, &head.problems),
            Part::Words { .. } => return None,
        };
        (unread.contains(path) || problems.iter().any(is_in_the_way)).then(|| path.clone())
    })
}

/// "Question 3 of 9": counted over what is asked as the answers stand, and said to be about that where it may change.
fn progress(words: Words, model: &FormView) -> String {
    let asking: Vec<usize> =
        (0..model.pages.len()).filter(|at| model.pages.get(*at).is_some_and(FormPage::asks)).collect();
    let single = model.pages.iter().all(|page| page.questions().filter(|asked| !asked.fixed).count() <= 1);
    let (at, of) = if single && asking.contains(&model.step) {
        (asking.iter().filter(|at| **at <= model.step).count(), asking.len())
    } else if single {
        return String::new();
    } else {
        (model.step + 1, model.pages.len())
    };
    let key = match (single, model.intro.varies) {
        (true, false) => Key("form-step"),
        (true, true) => Key("form-step-about"),
        (false, false) => Key("form-page"),
        (false, true) => Key("form-page-about"),
    };
    words.with(key.0, [("at", at.into()), ("of", of.into())])
}

#[component]
fn KeptLine(kept: Option<Kept>) -> Element {
    let words = use_here().words();
    // Only what went wrong is spoken: that each letter was saved would drown what is asked.
    rsx! {
        match kept {
            Some(Kept::Saving) => rsx! { p { class: "small soft", {words.get("form-saving")} } },
            Some(Kept::Saved) => rsx! { p { class: "small soft", {words.get("form-saved")} } },
            None | Some(Kept::NotSaved) => rsx! {},
        }
        div { role: "status",
            if kept == Some(Kept::NotSaved) {
                p { class: "mistake", {words.get("form-not-saved")} }
            }
        }
    }
}

/// What is on the page.
#[component]
fn Page(
    page: FormPage,
    strict: u32,
    unread: BTreeSet<Path>,
    name: String,
    on_answer: EventHandler<Answering>,
    on_settle: EventHandler<()>,
    on_add: EventHandler<Path>,
    on_remove: EventHandler<Path>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let first = wrong(&page, &unread).next();
    let alone = page.questions().count() == 1;
    let (stem, head) = match (alone, page.heading.split_last()) {
        (true, _) => (page.heading.clone(), None),
        (false, Some((last, above))) => (above.to_vec(), Some(last.clone())),
        (false, None) => (Vec::new(), Some(name)),
    };
    rsx! {
        div { class: "form-page",
            for (at, text) in stem.into_iter().enumerate() {
                p { key: "stem-{at}", class: "stem pre", "{text}" }
            }
            if let Some(head) = head {
                h2 { tabindex: "-1", "data-focus": "", "{head}" }
            }
            for (n, part) in page.parts.iter().cloned().enumerate() {
                match part {
                    Part::Words { prefix, text, .. } => rsx! {
                        p { key: "{n}", class: "pre",
                            if let Some(prefix) = prefix {
                                span { class: "prefix", "{prefix} " }
                            }
                            "{text}"
                        }
                    },
                    Part::Group(head) => rsx! {
                        Group { key: "{key(&head.path)}", head, strict, on_remove }
                    },
                    Part::Question(asked) => rsx! {
                        Question {
                            key: "{key(&asked.path)}",
                            n,
                            alone,
                            strict,
                            first: first.as_ref() == Some(&asked.path),
                            asked: *asked,
                            on_answer,
                            on_settle,
                        }
                    },
                }
            }
            for (at, (path, name)) in page.more.iter().cloned().enumerate() {
                button {
                    key: "more-{at}",
                    r#type: "button",
                    class: "button",
                    onclick: move |_| on_add.call(path.clone()),
                    {match name {
                        Some(name) => words.with("form-add-group", [("name", name.into())]),
                        None => words.get("form-add"),
                    }}
                }
            }
        }
    }
}

/// A name for a place in the form that is unique on its page.
fn key(path: &Path) -> String {
    path.0.iter().map(|step| format!("{}/{}", step.link_id, step.nth)).collect::<Vec<_>>().join("//")
}

#[component]
fn Group(head: GroupHead, strict: u32, on_remove: EventHandler<Path>) -> Element {
    let here: Here = use_here();
    let words = here.words();
    let name = match (head.text, head.nth) {
        (Some(text), Some(nth)) => {
            Some(words.with("form-group-nth", [("name", text.into()), ("nth", nth.into())]))
        }
        (Some(text), None) => Some(text),
        (None, Some(nth)) => Some(words.with("form-nth", [("nth", nth.into())])),
        (None, None) => None,
    };
    let path = head.path.clone();
    rsx! {
        div { class: "group-head",
            if let Some(name) = name {
                p { class: "label", "{name}" }
            }
            if head.fewer {
                button {
                    r#type: "button",
                    class: "button quiet",
                    onclick: move |_| on_remove.call(path.clone()),
                    {words.get("form-remove-group")}
                }
            }
            if strict > 0 {
                for (at, problem) in head.problems.iter().enumerate() {
                    p { key: "{at}", class: "mistake", {problem_words(here, ItemKind::Group, problem)} }
                }
            }
        }
    }
}

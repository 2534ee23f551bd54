//! The story of a session, to be read from top to bottom; and the way to it and to a new page, from other screens.

use super::{
    entry::StoryLink,
    words::{session_name, thread_name},
};
use crate::{
    app::read::{Moment, Story, Writing},
    care::story::{Part, Told},
    ui::{
        here::{use_here, use_shell},
        navigation::Screen,
        parts::{Button, Frame, Tone},
        when,
    },
};
use dioxus::prelude::*;

/// Everything that was written about one session, the oldest first.
#[component]
pub fn StoryPage(model: Story) -> Element {
    let here = use_here();
    let words = here.words();
    rsx! {
        Frame { title: words.get("journal-story-title"), sub: session_name(here, &model.session),
            if model.parts.is_empty() {
                p { class: "lead", {words.get("journal-story-none")} }
            }
            for (at, part) in model.parts.into_iter().enumerate() {
                StoryPart { key: "{at}", at, part }
            }
        }
    }
}

#[component]
fn StoryPart(at: usize, part: Part) -> Element {
    let words = use_here().words();
    rsx! {
        section { class: "story", "aria-labelledby": "part-{at}",
            h2 { id: "part-{at}", {thread_name(words, part.thread)} }
            for told in part.told {
                Piece { key: "{told.at()}", told }
            }
        }
    }
}

#[component]
fn Piece(told: Told) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let words = here.words();
    match told {
        Told::Intention(said) => rsx! {
            div { class: "told-piece meant",
                p { class: "small soft", {words.with("journal-meant", [("when", here.stamp(said.at).into())])} }
                p { class: "own-words", "{said.words.reveal()}" }
            }
        },
        Told::Entry(entry) => {
            let at = when::moment(words, entry.at.with_timezone(&entry.zone).naive_local(), here.today());
            let id = entry.id.clone();
            rsx! {
                article { class: "told-piece",
                    p { id: "at-{entry.id}", class: "small soft", "{at}" }
                    if let Some(prompt) = entry.prompt {
                        p { class: "question-above", "{prompt}" }
                    }
                    if entry.words.is_blank() {
                        p { class: "soft", {words.get("journal-blank")} }
                    } else {
                        p { class: "own-words", "{entry.words.reveal()}" }
                    }
                    if let Some(mood) = entry.mood {
                        p { class: "small soft", {words.with("journal-mood-is", [("mood", mood.value().into())])} }
                    }
                    Button {
                        tone: Tone::Quiet,
                        label: words.get("journal-open-page"),
                        described_by: "at-{entry.id}",
                        on_press: move |()| shell.way.go(Screen::Entry(id.clone())),
                    }
                }
            }
        }
    }
}

/// A new page in one press, with a question of the clinic's if it asks one now; and the story so far.
#[component]
pub fn ToWrite(model: Writing) -> Element {
    let shell = use_shell();
    let words = use_here().words();
    let Writing { moment: Moment { prompts, .. }, story } = model;
    let prompt = prompts.into_iter().next();
    rsx! {
        section { class: "stack", "aria-labelledby": "write",
            h2 { id: "write", {words.get("journal-yours")} }
            if let Some(prompt) = &prompt {
                p { id: "write-prompt", class: "question-above", "{prompt}" }
            }
            Button {
                wide: true,
                label: words.get("journal-write-here"),
                described_by: prompt.is_some().then(|| "write-prompt".to_owned()),
                on_press: move |()| shell.way.go(Screen::Write(prompt.clone())),
            }
            if let Some(session) = story {
                StoryLink { visit: session.visit }
            }
        }
    }
}

//! All threads with the clinic, the way to a new question, and the word on Today that the clinic wrote.

use super::{beside::HowItStands, line::said};
use crate::{
    app::read::{Begun, Door, Messages, Newest, ThreadLine, UnreadMessages},
    care::{Id, Private},
    ui::{
        here::{Here, use_shell},
        navigation::Screen,
        parts::{Button, Frame, Icon, Note, Sign, Tone},
    },
};
use dioxus::prelude::*;

/// The threads, the newest first.
#[component]
pub fn MessagesPage(model: Messages) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let words = here.words();
    let Messages { threads, begun, with } = model;
    let can_write = with.door != Door::NotGranted;
    // A new question that was begun is written on before there is another.
    let question = begun.iter().any(|begun| !begun.alone);
    rsx! {
        Frame { title: words.get("messages"), sub: with.clinic.clone(),
            HowItStands { with }
            if threads.is_empty() && begun.is_empty() {
                p { {words.get("messages-none")} }
            }
            p { class: "soft", {words.get("message-not-now-short")} }
            if !begun.is_empty() {
                BegunLines { begun }
            }
            if !threads.is_empty() {
                ul { class: "lines",
                    for line in threads {
                        Line { key: "{line.id}", line }
                    }
                }
            }
            if can_write {
                Button {
                    tone: Tone::First,
                    wide: true,
                    label: words.get(if question { "message-go-on" } else { "message-new" }),
                    on_press: move |()| shell.way.go(Screen::WriteMessage { thread: None, draft: None }),
                }
            }
        }
    }
}

/// What is being written and was not sent, each to be opened.
#[component]
pub(super) fn BegunLines(
    begun: Vec<Begun>,
    /// The thread they are written in.
    #[props(default)]
    thread: Option<Id>,
) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    rsx! {
        ul { class: "lines",
            for one in begun {
                li { key: "{one.draft}",
                    button {
                        r#type: "button",
                        class: "open-line",
                        onclick: {
                            let screen = Screen::WriteMessage { thread: thread.clone(), draft: Some(one.draft.clone()) };
                            move |_| shell.way.go(screen.clone())
                        },
                        span { class: "stack close",
                            if one.words.is_blank() {
                                span { class: "thread-title", {words.get("message-words")} }
                            } else {
                                span { class: "thread-title", {one.words.reveal()} }
                            }
                            span { class: "small soft", {words.get("message-begun")} }
                            if one.alone {
                                span { class: "small soft", {words.get("message-alone")} }
                            }
                        }
                        Icon { sign: Sign::Forward }
                    }
                }
            }
        }
    }
}

#[component]
fn Line(line: ThreadLine) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let words = here.words();
    let title = line.title.as_ref().map(Private::reveal).map(str::to_owned);
    let title = title.unwrap_or_else(|| words.get("message-from-them"));
    let id = line.id.clone();
    rsx! {
        li {
            button {
                r#type: "button",
                class: "open-line",
                onclick: move |_| shell.way.go(Screen::Thread(id.clone())),
                span { class: "stack close",
                    if line.unread > 0 {
                        span { class: "new-mark", {words.with("messages-unread", [("count", line.unread.into())])} }
                    }
                    span { class: "thread-title", "{title}" }
                    if let Some(newest) = newest(here, &line) {
                        span { class: "small soft", "{newest}" }
                    }
                    if line.draft {
                        span { class: "small soft", {words.get("message-begun")} }
                    }
                }
                Icon { sign: Sign::Forward }
            }
        }
    }
}

/// Who wrote last and when, as far as that is known; for the patient's own, where it is.
fn newest(here: Here, line: &ThreadLine) -> Option<String> {
    match line.newest {
        Newest::Mine(state) => Some(said(here, state, false)),
        Newest::Clinic => {
            let time = |at| here.words().with("message-clinic-wrote", [("time", here.stamp(at).into())]);
            line.at.map(time)
        }
    }
}

/// The way to the messages, from a screen that is about something else.
#[component]
pub fn ToMessages() -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    rsx! {
        section { class: "stack", "aria-labelledby": "messages-here",
            h2 { id: "messages-here", {words.get("messages")} }
            p { {words.get("messages-lead")} }
            Button { label: words.get("see-messages"), on_press: move |()| shell.way.go(Screen::Messages) }
        }
    }
}

/// On Today: the clinic wrote, and how to read it. Nothing of the words themselves.
#[component]
pub fn NewMessages(model: UnreadMessages) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    if model.count == 0 {
        return rsx! {};
    }
    let to = model.thread.map_or(Screen::Messages, Screen::Thread);
    rsx! {
        Note { head: words.get("messages-new"),
            p { {words.with("messages-unread", [("count", model.count.into())])} }
            Button { label: words.get("messages-read-it"), on_press: move |()| shell.way.go(to.clone()) }
        }
    }
}

//! All forms: those one can go on with, those that were sent, and those that were not finished.

use super::name_of;
use crate::{
    app::read::{AskedFor, AskedLine, FinishedLine, Forms, OpenForm, Total},
    ui::{
        here::{use_here, use_shell},
        navigation::Screen,
        parts::{Frame, Icon, Sign, SyncLine},
        screens::today::until_words,
        words::{Key, Words},
    },
};
use dioxus::prelude::*;

/// The list.
#[component]
pub fn FormsPage(model: Forms) -> Element {
    let words = use_here().words();
    let none = model.due.is_empty()
        && model.open.is_empty()
        && model.finished.is_empty()
        && model.given_up.is_empty();
    let lead = if none { Key("forms-none") } else { Key("forms-lead") };
    rsx! {
        Frame { title: words.get("forms"),
            p { class: "soft", {words.say(lead)} }
            if !model.due.is_empty() {
                section { class: "stack", "aria-labelledby": "due",
                    h2 { id: "due", {words.get("forms-due")} }
                    ul { class: "lines",
                        for line in model.due {
                            Due { key: "{line.key}", line }
                        }
                    }
                }
            }
            if !model.open.is_empty() {
                section { class: "stack", "aria-labelledby": "half-filled",
                    h2 { id: "half-filled", {words.get("forms-open")} }
                    ul { class: "lines",
                        for line in model.open {
                            Open { key: "{line.id}", line }
                        }
                    }
                }
            }
            if !model.finished.is_empty() {
                section { class: "stack", "aria-labelledby": "finished",
                    h2 { id: "finished", {words.get("forms-done")} }
                    ul { class: "lines",
                        for line in model.finished {
                            Finished { key: "{line.id}", line }
                        }
                    }
                }
            }
            if !model.given_up.is_empty() {
                section { class: "stack", "aria-labelledby": "not-sent",
                    h2 { id: "not-sent", {words.get("forms-not-sent")} }
                    ul { class: "lines",
                        for line in model.given_up {
                            GivenUp { key: "{line.id}", line }
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn Due(line: AskedLine) -> Element {
    let (here, shell) = (use_here(), use_shell());
    let AskedFor::Form { name, title } = line.what else { return rsx! {} };
    let (title, due) = (title.unwrap_or_else(|| name.clone()), line.key);
    rsx! {
        li {
            button {
                r#type: "button",
                class: "open-line",
                onclick: move |_| shell.way.go(Screen::Form { name: name.clone(), due: Some(due.clone()) }),
                span { class: "stack close",
                    span { class: "label", "{title}" }
                    span { class: "small soft", {until_words(here, line.until, line.elsewhere)} }
                }
                Icon { sign: Sign::Forward }
            }
        }
    }
}

#[component]
fn Open(line: OpenForm) -> Element {
    let (here, shell) = (use_here(), use_shell());
    let words = here.words();
    let (name, due) = (line.name.clone(), line.due.clone());
    rsx! {
        li {
            button {
                r#type: "button",
                class: "open-line",
                onclick: move |_| shell.way.go(Screen::Form { name: name.clone(), due: due.clone() }),
                span { class: "stack close",
                    span { class: "label", {name_of(words, line.title.as_ref())} }
                    span { class: "small soft", {words.with("form-until", [("time", here.stamp(line.until).into())])} }
                }
                Icon { sign: Sign::Forward }
            }
        }
    }
}

#[component]
fn Finished(line: FinishedLine) -> Element {
    let (here, shell) = (use_here(), use_shell());
    let words = here.words();
    let id = line.id.clone();
    rsx! {
        li { class: "stack close",
            button {
                r#type: "button",
                class: "open-line",
                onclick: move |_| shell.way.go(Screen::FinishedForm(id.clone())),
                span { class: "stack close",
                    span { class: "label", {name_of(words, line.title.as_ref())} }
                    span { class: "small soft", {words.with("form-finished-at", [("time", here.stamp(line.at).into())])} }
                    for total in line.totals {
                        span { key: "{total.instrument.name()}", class: "small", {short(words, total)} }
                    }
                }
                Icon { sign: Sign::Forward }
            }
            SyncLine { delivery: line.delivery, leads: true }
        }
    }
}

/// "PHQ-9: 12 of 27".
fn short(words: Words, total: Total) -> String {
    let of =
        words.with("form-total", [("total", total.total.into()), ("most", total.instrument.most().into())]);
    format!("{}: {of}", total.instrument.name())
}

#[component]
fn GivenUp(line: OpenForm) -> Element {
    let here = use_here();
    let words = here.words();
    rsx! {
        li { class: "stack close",
            p { class: "label", {name_of(words, line.title.as_ref())} }
            p { class: "small soft", {words.with("form-given-up", [("time", here.stamp(line.started_at).into())])} }
        }
    }
}

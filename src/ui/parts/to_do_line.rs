//! One thing to do, with a box to tick and where the tick is.

use super::{Button, SyncLine, Tone};
use crate::{
    app::read::{Done, DueLine, FormToFill, LeadsTo, Whose},
    care::{Due, Private},
    ui::{
        here::{Here, use_shell},
        navigation::Screen,
        when,
        words::Words,
    },
};
use dioxus::prelude::*;

/// A line of a list of things to do. What the clinic has as done cannot be ticked any more.
#[component]
pub fn ToDoLine(
    line: DueLine,
    /// The thing to do, and whether it is done from now on.
    on_tick: EventHandler<(Whose, bool)>,
    /// What else can be done about it.
    #[props(default)]
    children: Element,
) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let words = here.words();
    let done = line.done != Done::No;
    let fixed = line.done == Done::AtClinic;
    let by = due_words(here, &line).filter(|_| !done);
    let whose = line.whose.clone();
    // A form is ticked by finishing it, a paper by signing it, and by nothing else.
    let elsewhere = done_by(words, &line);
    let unknown = line.leads == Some(LeadsTo::NotKnown);
    let alone = unknown || elsewhere.is_some();
    if alone && !done {
        return rsx! {
            DoneThere { page: elsewhere, title: line.title, note: line.note, by }
        };
    }
    rsx! {
        li { class: if done { "done" },
            label { class: "tick",
                input {
                    r#type: "checkbox",
                    checked: done,
                    disabled: fixed || alone,
                    onchange: move |_| on_tick.call((whose.clone(), !done)),
                }
                span { class: "stack close",
                    span { class: "name", "{line.title.reveal()}" }
                    if let Some(note) = line.note.filter(|_| !done) {
                        span { class: "small soft", "{note}" }
                    }
                    if let Some(by) = by {
                        span { class: "small soft", "{by}" }
                    }
                    if fixed {
                        span { class: "small soft", {words.get("done-at-clinic")} }
                    }
                }
            }
            if let (Done::Here(_, delivery), Whose::Clinic(_)) = (line.done, &line.whose) {
                div { class: "beside", SyncLine { delivery, leads: true } }
            }
            if let Some(leads) = line.leads.filter(|_| !done && !alone) {
                div { class: "beside", Leads { leads } }
            }
            {children}
        }
    }
}

/// The way to the page on which it is done.
#[component]
fn Leads(leads: LeadsTo) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    let (label, screen) = match leads {
        LeadsTo::Write => (words.get("journal-write-here"), Screen::Write(None)),
        LeadsTo::NewStep => (words.get("step-choose"), Screen::NewStep(None)),
        LeadsTo::Steps => (words.get("step-look"), Screen::Steps),
        LeadsTo::Practices => (words.get("practices"), Screen::Practices),
        LeadsTo::Sign(document) => (words.get("to-do-sign"), Screen::Paper(document)),
        LeadsTo::NotKnown => (words.get("call-clinic"), Screen::Help),
    };
    rsx! {
        Button { tone: Tone::Quiet, label, on_press: move |()| shell.way.go(screen.clone()) }
    }
}

/// What alone does it, where that is not the patient's own tick: what it is called, and the page.
fn done_by(words: Words, line: &DueLine) -> Option<(String, Screen)> {
    if let Some(FormToFill { name, due }) = line.form.clone() {
        return Some((words.get("to-do-form"), Screen::Form { name, due: Some(due) }));
    }
    match &line.leads {
        Some(LeadsTo::Sign(document)) => Some((words.get("to-do-sign"), Screen::Paper(document.clone()))),
        _ => None,
    }
}

/// What is still to be done on another page, or nobody can say how.
#[component]
fn DoneThere(
    page: Option<(String, Screen)>,
    title: Private,
    note: Option<String>,
    by: Option<String>,
) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    rsx! {
        li { class: "to-fill",
            div { class: "stack close",
                span { class: "name", "{title.reveal()}" }
                if let Some(note) = note {
                    span { class: "small soft", "{note}" }
                }
                if let Some(by) = by {
                    span { class: "small soft", "{by}" }
                }
            }
            if let Some((label, screen)) = page {
                Button { label, on_press: move |()| shell.way.go(screen.clone()) }
            } else {
                p { class: "small soft", {words.get("to-do-not-known")} }
            }
        }
    }
}

/// "By 7:15 am tomorrow", "By Friday, 4 December", "Today", or when the time for it was.
#[must_use]
pub fn due_words(here: Here, line: &DueLine) -> Option<String> {
    let words = here.words();
    let when = match line.due? {
        Due::At(_) => when::moment_there(words, line.due_local?, here.today(), line.elsewhere),
        Due::On(day) if day == here.today() && !line.overdue => return Some(words.get("due-today")),
        Due::On(day) => when::day_in_words(words, day, here.today()),
    };
    let gap = [("when", when.into())];
    Some(if line.overdue { words.with("time-was", gap) } else { words.with("by", gap) })
}

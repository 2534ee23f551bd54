//! Journey: the four steps, what is behind and what is ahead.

use super::LearnLinks;
use crate::{
    app::read::{Journey, JourneyLine, VisitView},
    care::journey::{Stage, Step},
    ui::{
        here::{use_shell, use_words},
        navigation::Screen,
        parts::{Button, Frame, Note, Tone, VisitLine},
        words::Key,
    },
};
use dioxus::prelude::*;

/// The whole journey.
#[component]
pub fn JourneyPage(model: Journey) -> Element {
    let shell = use_shell();
    let words = use_words();
    rsx! {
        Frame { title: words.get("journey-title"),
            if model.incomplete {
                Note { warm: true, head: words.get("visit-unreadable"),
                    p { {words.get("journey-incomplete")} }
                    Button { label: words.get("call-clinic"), on_press: move |()| shell.way.go(Screen::Help) }
                }
            }
            if model.first_time {
                p { class: "soft", {words.get("journey-first-time")} }
            }
            ol { class: "path",
                for line in model.steps {
                    StepLine { key: "{line.step:?}", line, known: !model.first_time }
                }
            }
            if !model.other_ahead.is_empty() {
                section { class: "stack", "aria-labelledby": "other",
                    h2 { id: "other", {words.get("other-visits")} }
                    ul { class: "lines",
                        for visit in model.other_ahead {
                            VisitLine { key: "{visit.id}", visit, named: true }
                        }
                    }
                }
            }
            Button { wide: true, label: words.get("book"), on_press: move |()| shell.book() }
            Button {
                tone: Tone::Quiet,
                label: words.get("wishes"),
                on_press: move |()| shell.way.go(Screen::Wishes),
            }
            Button { wide: true, label: words.get("see-trends"), on_press: move |()| shell.way.go(Screen::Trends) }
            LearnLinks {}
        }
    }
}

#[component]
fn StepLine(
    line: JourneyLine,
    /// Where the patient stands is known: the clinic has said what is planned.
    known: bool,
) -> Element {
    let words = use_words();
    let (name, about) = match line.step {
        Step::Intake => (Key("step-intake"), Key("step-intake-about")),
        Step::Preparation => (Key("step-preparation"), Key("step-preparation-about")),
        Step::Session => (Key("step-session"), Key("step-session-about")),
        Step::Integration => (Key("step-integration"), Key("step-integration-about")),
    };
    let (class, stage) = match line.stage {
        _ if !known => ("open", None),
        Stage::Behind => ("behind", Some(Key("stage-behind"))),
        Stage::Here => ("here", Some(Key("stage-here"))),
        Stage::Ahead => ("ahead", Some(Key("stage-ahead"))),
        Stage::Open => ("open", Some(Key("stage-open"))),
    };
    let both = !line.behind.is_empty() && !line.ahead.is_empty();
    rsx! {
        li { class, "aria-current": if known && line.stage == Stage::Here { "step" },
            svg { class: "stone", view_box: "0 0 32 24", width: "32", height: "24", "aria-hidden": "true",
                path { d: "M3 13.5C3 7 9 3.5 16.5 3.5S29 7 29 13s-5 7.5-13 7.5S3 19 3 13.5Z" }
            }
            div { class: "stack close",
                h2 { {words.say(name)} }
                if let Some(stage) = stage {
                    p { class: "stage", {words.say(stage)} }
                }
                p { {words.say(about)} }
                if both {
                    h3 { class: "visits small soft", {words.get("behind-you")} }
                }
                Visits { visits: line.behind }
                if both {
                    h3 { class: "visits small soft", {words.get("ahead-of-you")} }
                }
                Visits { visits: line.ahead }
            }
        }
    }
}

#[component]
fn Visits(visits: Vec<VisitView>) -> Element {
    if visits.is_empty() {
        return rsx! {};
    }
    rsx! {
        ul { class: "lines visits",
            for visit in visits {
                VisitLine { key: "{visit.id}", visit }
            }
        }
    }
}

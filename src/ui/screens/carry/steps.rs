//! The small steps: what is before the patient, a way to choose one, and quietly below what is done.

use super::{
    KeepMark,
    sentence::{day_words, is_ahead, sentence},
};
use crate::{
    app::read::{StepLine, Steps},
    care::journal::Kept,
    ui::{
        here::{use_here, use_shell},
        navigation::Screen,
        parts::{Button, Frame, Tone},
        words::Key,
    },
};
use dioxus::prelude::*;

/// All small steps.
#[component]
pub fn StepsPage(
    model: Steps,
    /// What is kept for the next session, or not any more.
    on_keep: EventHandler<(Kept, bool)>,
    /// Below the steps, above those that are done.
    #[props(default)]
    children: Element,
) -> Element {
    let shell = use_shell();
    let words = use_here().words();
    let none = model.open.is_empty();
    rsx! {
        Frame { title: words.get("steps"),
            p { {words.get("steps-lead")} }
            if none {
                p { class: "soft", {words.get("steps-none")} }
            }
            ul { class: "steps",
                for line in model.open {
                    OpenStep { key: "{line.step.id}", line, on_keep }
                }
            }
            // One at a time is enough: with one before the patient, another is not what the page asks for.
            Button {
                tone: if none { Tone::First } else { Tone::Plain },
                wide: true,
                label: if none { words.get("step-choose") } else { words.get("step-another") },
                on_press: move |()| shell.way.go(Screen::NewStep(None)),
            }
            {children}
            if !model.done.is_empty() {
                section { class: "stack", "aria-labelledby": "steps-done",
                    h2 { id: "steps-done", {words.get("steps-done")} }
                    ul { class: "lines",
                        for line in model.done {
                            DoneStep { key: "{line.step.id}", line }
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn OpenStep(line: StepLine, on_keep: EventHandler<(Kept, bool)>) -> Element {
    let shell = use_shell();
    let here = use_here();
    let words = here.words();
    let StepLine { step, kept, .. } = line;
    let name = format!("step-{}", step.id);
    let day = day_words(here, &step);
    let look = if is_ahead(here, &step) { Key("step-look") } else { Key("step-look-back") };
    let (opened, keeping) = (step.id.clone(), step.id);
    rsx! {
        li { class: "card",
            p { id: "{name}", class: "own-words sentence", {sentence(words, &step.cue, &step.deed)} }
            if let Some(day) = day {
                p { class: "small soft", "{day}" }
            }
            div { class: "buttons",
                Button {
                    label: words.say(look),
                    described_by: name.clone(),
                    on_press: move |()| shell.way.go(Screen::Step(opened.clone())),
                }
                KeepMark {
                    kept,
                    described_by: name.clone(),
                    on_keep: move |keep| on_keep.call((Kept::Step(keeping.clone()), keep)),
                }
            }
        }
    }
}

#[component]
fn DoneStep(line: StepLine) -> Element {
    let shell = use_shell();
    let here = use_here();
    let words = here.words();
    let step = line.step;
    let said = sentence(words, &step.cue, &step.deed);
    rsx! {
        li {
            button {
                r#type: "button",
                class: "entry-line",
                onclick: move |_| shell.way.go(Screen::Step(step.id.clone())),
                span { class: "own-words", "{said}" }
                if let Some(at) = step.done_at {
                    span { class: "small soft", {words.with("step-done-at", [("time", here.stamp(at).into())])} }
                }
            }
        }
    }
}

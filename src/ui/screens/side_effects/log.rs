//! The form that notes a side effect: which, how much, since when.

use super::words::{effect_name, part_name, severity_words};
use crate::{
    app::NewSideEffect,
    care::{Private, Severity, protocol::SideEffect},
    ui::{
        half::{Asks, HalfEffect, SOMETHING_ELSE},
        here::use_shell,
        parts::{Button, Tone, WhenField},
        words::Key,
    },
};
use dioxus::prelude::*;

/// As long as a note gets.
const LONGEST: usize = 500;

/// What is asked after the first choice appears with it.
#[component]
pub(super) fn LogForm(choices: Vec<SideEffect>, on_log: EventHandler<NewSideEffect>) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let words = here.words();
    let mut draft = shell.draft;
    let mut asked = use_signal(|| false);
    let half = draft.read().effect.clone();
    let chosen = half.effect.clone();
    let parts = choices.iter().find(|choice| Some(&choice.id) == chosen.as_ref());
    let parts = parts.map(|choice| choice.parts.clone()).unwrap_or_default();
    let has_parts = !parts.is_empty();
    let whole = half.whole(has_parts, here.now, here.zone);
    let effects: Vec<_> =
        choices.into_iter().map(|choice| choice.id).chain([SOMETHING_ELSE.to_owned()]).collect();
    let (effect_missing, part_missing) = (asked() && chosen.is_none(), asked() && half.part.is_none());
    rsx! {
        section { class: "stack", "aria-labelledby": "note-effect",
            h2 { id: "note-effect", {words.get("note-side-effect")} }
            Choices {
                name: "effect",
                question: words.get("effect-question"),
                offered: effects
                    .into_iter()
                    .map(|effect| (effect_name(words, &effect), chosen.as_ref() == Some(&effect), effect))
                    .collect::<Vec<_>>(),
                missing: effect_missing,
                on_choose: move |effect| {
                    let mut draft = draft.write();
                    draft.effect.effect = Some(effect);
                    draft.effect.part = None;
                },
            }
            if let Some(effect) = chosen {
                if has_parts {
                    Choices {
                        key: "parts-{effect}",
                        name: "part",
                        question: words.get("part-question"),
                        offered: parts
                            .into_iter()
                            .map(|part| (part_name(words, &effect, &part), half.part.as_ref() == Some(&part), part))
                            .collect::<Vec<_>>(),
                        missing: part_missing,
                        on_choose: move |part| draft.write().effect.part = Some(part),
                    }
                }
                Rest { half, asked: asked() }
            }
            Button {
                tone: Tone::First,
                wide: true,
                label: words.get("save"),
                on_press: move |()| {
                    asked.set(true);
                    if let Some(new) = whole.clone() {
                        on_log.call(new);
                    }
                },
            }
        }
    }
}

/// How much, since when, and a note.
#[component]
fn Rest(half: HalfEffect, asked: bool) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    let mut draft = shell.draft;
    let asks = half.asks();
    let before = use_hook(|| half.note.as_ref().map_or_else(String::new, |note| note.reveal().to_owned()));
    let label = words.say(match asks {
        Asks::HowMuch => Key("effect-note"),
        Asks::HowMuchAndWhat => Key("effect-what"),
        Asks::Reading => Key("effect-shown"),
    });
    rsx! {
        if asks != Asks::Reading {
            Choices {
                name: "severity",
                question: words.get("severity-question"),
                offered: Severity::ALL
                    .map(|one| (severity_words(words, one), half.severity == Some(one), one.value().to_string()))
                    .to_vec(),
                missing: asked && half.severity.is_none(),
                on_choose: move |value: String| {
                    draft.write().effect.severity = value.parse().ok().and_then(Severity::of_value);
                },
            }
        }
        WhenField {
            name: "began",
            question: words.say(if asks == Asks::Reading { Key("when-was-this") } else { Key("when-began") }),
            kept: words.get("now"),
            value: half.when,
            asked,
            on_choose: move |when| draft.write().effect.when = when,
        }
        div { class: "field",
            label { r#for: "effect-note", "{label}" }
            textarea {
                id: "effect-note",
                rows: "2",
                maxlength: "{LONGEST}",
                initial_value: "{before}",
                oninput: move |event| draft.write().effect.note = Some(Private::new(event.value())),
            }
            if asked && half.lacks_words() {
                p { class: "mistake", role: "alert", {words.get("write-here-too")} }
            }
        }
    }
}

/// One of several, as a radio group; each with what it is called, whether it is chosen, and its value.
#[component]
fn Choices(
    name: &'static str,
    question: String,
    offered: Vec<(String, bool, String)>,
    missing: bool,
    on_choose: EventHandler<String>,
) -> Element {
    let words = use_shell().here.read().words();
    rsx! {
        fieldset { class: "part", role: "radiogroup", "aria-labelledby": "{name}-question",
            legend { id: "{name}-question", "{question}" }
            div { class: "choices",
                for (label, checked, value) in offered {
                    label { key: "{value}",
                        input {
                            r#type: "radio",
                            name,
                            value: "{value}",
                            checked,
                            onchange: {
                                let value = value.clone();
                                move |_| on_choose.call(value.clone())
                            },
                        }
                        "{label}"
                    }
                }
            }
            if missing {
                p { class: "mistake", role: "alert", {words.get("choose-one")} }
            }
        }
    }
}

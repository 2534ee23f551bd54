//! One entry of the log: still there, with what can be said about it at one press; or over.

use super::{
    Said,
    words::{entry_name, severity_words},
};
use crate::{
    app::read::SideEffectLine,
    care::{Earlier, Id, LoggedEffect, Severity},
    ui::{
        half::{NoTime, When},
        here::use_here,
        parts::{Button, SyncLine, Tone, WhenField},
    },
};
use dioxus::prelude::*;

/// What a press on "It is still there" can say.
const NOW: [Severity; 3] = [Severity::Mild, Severity::Medium, Severity::Strong];

#[component]
pub(super) fn StillThereLine(line: SideEffectLine, on_say: EventHandler<(Id, Said)>) -> Element {
    let here = use_here();
    let words = here.words();
    let SideEffectLine { effect, delivery, earlier } = line;
    let id = effect.id.clone();
    let (over, removed) = (id.clone(), id.clone());
    rsx! {
        li { class: "card",
            div { class: "stack close",
                h3 { id: "effect-{id}", {entry_name(words, &effect)} }
                p { {words.with("since", [("time", here.stamp(effect.began).into())])} }
                if let Some(note) = &effect.note {
                    p { class: "own-words", "{note.reveal()}" }
                }
            }
            div { class: "part", role: "group", "aria-labelledby": "now-{id} effect-{id}",
                p { id: "now-{id}", class: "label", {words.get("how-much-now")} }
                div { class: "choices",
                    for severity in NOW {
                        button {
                            key: "{severity.value()}",
                            r#type: "button",
                            class: "choice",
                            "aria-pressed": if effect.severity == Some(severity) { "true" } else { "false" },
                            onclick: {
                                let id = id.clone();
                                move |_| on_say.call((id.clone(), Said::Now(severity)))
                            },
                            {severity_words(words, severity)}
                        }
                    }
                }
            }
            button {
                r#type: "button",
                class: "button plain wide",
                "aria-describedby": "effect-{id}",
                onclick: move |_| on_say.call((over.clone(), Said::Over(None))),
                {words.get("it-is-over")}
            }
            SyncLine { delivery, leads: true }
            details { class: "fold",
                summary { "aria-describedby": "effect-{id}", {words.get("more-about-it")} }
                div { class: "stack",
                    EndedBefore { id: id.clone(), on_say }
                    Before { earlier }
                    Button {
                        tone: Tone::Quiet,
                        label: words.get("remove-entry"),
                        described_by: "effect-{id}",
                        on_press: move |()| on_say.call((removed.clone(), Said::Remove)),
                    }
                }
            }
        }
    }
}

#[component]
pub(super) fn OverLine(line: SideEffectLine, on_say: EventHandler<(Id, Said)>) -> Element {
    let here = use_here();
    let words = here.words();
    let SideEffectLine { effect, delivery, earlier } = line;
    let id = effect.id.clone();
    let removed = id.clone();
    rsx! {
        li { class: "stack close",
            h3 { id: "effect-{id}", {entry_name(words, &effect)} }
            Course { effect: effect.clone() }
            SyncLine { delivery, leads: true }
            details { class: "fold",
                summary { "aria-describedby": "effect-{id}", {words.get("more-about-it")} }
                div { class: "stack",
                    Before { earlier }
                    Button {
                        tone: Tone::Quiet,
                        label: words.get("remove-entry"),
                        described_by: "effect-{id}",
                        on_press: move |()| on_say.call((removed.clone(), Said::Remove)),
                    }
                }
            }
        }
    }
}

/// How much, from when to when, and the note.
#[component]
fn Course(effect: LoggedEffect) -> Element {
    let here = use_here();
    let words = here.words();
    let began = here.stamp(effect.began);
    let lasted = effect.ended.filter(|ended| *ended > effect.began);
    rsx! {
        if let Some(severity) = effect.severity {
            p { {severity_words(words, severity)} }
        }
        p { class: "small soft",
            if let Some(ended) = lasted {
                {words.with("from-to", [("from", began.into()), ("to", here.stamp(ended).into())])}
            } else if effect.still_there() {
                {words.with("since", [("time", began.into())])}
            } else {
                "{began}"
            }
        }
        if let Some(note) = &effect.note {
            p { class: "own-words", "{note.reveal()}" }
        }
    }
}

/// How the entry was before it was changed, the newest first.
#[component]
fn Before(earlier: Vec<Earlier<LoggedEffect>>) -> Element {
    let here = use_here();
    let words = here.words();
    if earlier.is_empty() {
        return rsx! {};
    }
    rsx! {
        p { class: "label", {words.get("before-changed")} }
        ol { class: "lines",
            for (at, was) in earlier.into_iter().enumerate().rev() {
                li { key: "{at}", class: "stack close",
                    p { class: "small", {words.with("changed-on", [("time", here.stamp(was.until).into())])} }
                    Course { effect: was.form }
                }
            }
        }
    }
}

/// It ended at another time than now.
#[component]
fn EndedBefore(id: Id, on_say: EventHandler<(Id, Said)>) -> Element {
    let here = use_here();
    let words = here.words();
    let mut when = use_signal(When::default);
    let mut asked = use_signal(|| false);
    let ended = move || -> Result<Said, NoTime> { Ok(Said::Over(when().instant(here.now, here.zone)?)) };
    let name = format!("ended-{id}");
    rsx! {
        WhenField {
            name,
            question: words.get("when-ended"),
            kept: words.get("now"),
            value: when(),
            asked: asked(),
            on_choose: move |chosen| when.set(chosen),
        }
        Button {
            label: words.get("save-end"),
            described_by: "effect-{id}",
            on_press: move |()| {
                asked.set(true);
                if let Ok(said) = ended() {
                    on_say.call((id.clone(), said));
                }
            },
        }
    }
}

//! The place to sign: each statement ticked by hand, the full name typed, the date in words, and one verb.

use super::on_the_clock;
use crate::{
    app::{
        NewSignature,
        read::{ConsentView, Door},
    },
    care::{
        ClockTime, Private,
        consent::{LONGEST_NAME, name},
    },
    ui::{
        here::use_here,
        parts::{Button, Mistake, Note, Tone},
        signing::{HalfSigned, PutSigned},
    },
};
use dioxus::prelude::*;

#[component]
pub(super) fn SignHere(
    view: ConsentView,
    half: HalfSigned,
    on_put: EventHandler<PutSigned>,
    on_sign: EventHandler<NewSignature>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let unticked = (0..view.document.statements.len()).any(|at| !half.ticked.contains(&at));
    let nameless = name(half.name.reveal()).is_none();
    let (open, unnamed) = (half.asked && unticked, half.asked && nameless);
    // Given once, when the field appears: written back while somebody types, it would swallow letters.
    let before = use_hook(|| half.name.reveal().to_owned());
    let now = on_the_clock(here, ClockTime::of(here.now, here.zone));
    let clinic = view.clinic.unwrap_or_else(|| words.get("your-clinic"));
    let practice = view.door == Door::Practice;
    let (seen, typed) = (half.text.clone(), half.name.clone());
    let document = view.document.id.clone();
    rsx! {
        section { class: "card stack signing", "aria-labelledby": "sign",
            h2 { id: "sign", {words.get("paper-sign")} }
            if practice {
                Note { head: words.get("paper-practice") }
            }
            if !view.document.statements.is_empty() {
                // No fieldset: with large text the web view lays its legend out anew under the finger that presses below it.
                div {
                    class: "stack close",
                    role: "group",
                    "aria-labelledby": "statements",
                    "aria-describedby": if open { "not-ticked" },
                    p { id: "statements", class: "label", {words.get("paper-statements")} }
                    ul { class: "todo statements",
                        for (at, statement) in view.document.statements.iter().enumerate() {
                            li { key: "{at}",
                                Tick {
                                    statement: statement.clone(),
                                    ticked: half.ticked.contains(&at),
                                    on_tick: move |()| on_put.call(Box::new(move |half| half.turn(at))),
                                }
                            }
                        }
                    }
                }
                if open {
                    Mistake { id: "not-ticked", said: words.get("paper-tick-first") }
                }
            }
            div { class: "field name-field",
                label { r#for: "signature", {words.get("paper-name")} }
                input {
                    id: "signature",
                    r#type: "text",
                    autocomplete: "off",
                    autocapitalize: "words",
                    spellcheck: "false",
                    maxlength: "{LONGEST_NAME}",
                    "aria-invalid": if unnamed { "true" },
                    "aria-describedby": if unnamed { "no-name sign-date" } else { "sign-date" },
                    initial_value: "{before}",
                    oninput: move |event| {
                        let typed = Private::new(event.value());
                        on_put.call(Box::new(move |half| half.name = typed));
                    },
                }
                if unnamed {
                    Mistake { id: "no-name", said: words.get("paper-name-first") }
                }
                p { id: "sign-date", class: "small soft", {words.with("paper-now", [("when", now.into())])} }
            }
            if !practice {
                p { {words.with("paper-then", [("clinic", clinic.into())])} }
            }
            Button {
                tone: Tone::First,
                wide: true,
                label: words.get("paper-sign"),
                on_press: move |()| {
                    if unticked || nameless {
                        on_put.call(Box::new(|half| half.asked = true));
                    } else {
                        let (text, name) = (seen.clone(), typed.clone());
                        on_sign.call(NewSignature { document: document.clone(), text, name });
                    }
                },
            }
        }
    }
}

/// One statement with its box; the whole line is the place to tick.
#[component]
fn Tick(statement: String, ticked: bool, on_tick: EventHandler<()>) -> Element {
    rsx! {
        label { class: "tick",
            input { r#type: "checkbox", checked: ticked, onchange: move |_| on_tick.call(()) }
            span { "{statement}" }
        }
    }
}

//! A signature: when and by which name, where it stands, the text to the letter, and the way to withdraw it.

use super::{
    CallClinic, NoPaper,
    place::{OverNote, PlaceLine},
    signed_at,
};
use crate::{
    app::read::{SignedLine, SignedView, SignedWhere},
    care::{
        Id,
        consent::{Line, lines},
    },
    ui::{
        here::use_shell,
        navigation::Screen,
        parts::{Button, Frame, Note, PracticeNumbers},
        words::Key,
    },
};
use dioxus::prelude::*;

/// There is no such signature (any more).
#[component]
pub fn NoSignaturePage() -> Element {
    rsx! { NoPaper { said: Key("paper-signature-gone") } }
}

/// The signature.
#[component]
pub fn SignedPage(model: SignedView, on_undo: EventHandler<Id>, on_withdraw: EventHandler<Id>) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let words = here.words();
    let SignedLine { signature, place, undo_until, newer, still } = model.line;
    let holds = place.holds();
    let is_over = matches!(place, SignedWhere::Over(_) | SignedWhere::Unclear);
    let still_here = undo_until.is_some_and(|until| until > here.now);
    let (sub, next) = match place {
        SignedWhere::Over(_) => (Key("paper-is-over"), Key("paper-over-call")),
        _ if holds && model.practice => (Key("paper-signed"), Key("paper-withdraw-practice")),
        _ if holds => (Key("paper-signed"), Key("paper-withdraw-lead")),
        _ => (Key("paper-was-signed"), Key("paper-withdrawn-call")),
    };
    let (record, document) = (signature.record.clone(), signature.document.clone());
    let undone = record.clone();
    rsx! {
        Frame { title: signature.title.clone(), sub: words.say(sub),
            OverNote { place, signature: signature.clone() }
            if newer {
                Note { warm: true, head: words.get("paper-newer"),
                    p { {words.get("paper-newer-next")} }
                    Button {
                        label: words.get("paper-newer-read"),
                        on_press: move |()| shell.way.go(Screen::Paper(document.clone())),
                    }
                }
            }
            if let Some(other) = still {
                Note { warm: true, head: words.get("paper-still"),
                    p { {words.get("paper-still-next")} }
                    Button {
                        label: words.get("paper-still-see"),
                        on_press: move |()| shell.way.go(Screen::SignedPaper(other.clone())),
                    }
                }
            }
            section { class: "card stack close", "aria-labelledby": "signature",
                h2 { id: "signature", class: "signature",
                    {words.with("paper-signed-by", [("name", signature.name.reveal().into())])}
                }
                p { {signed_at(here, &signature)} }
                if let Some(recipient) = &signature.recipient {
                    p { class: "small soft", {words.with("paper-for", [("name", recipient.into())])} }
                }
                if !is_over {
                    PlaceLine { place, still_here }
                }
                if still_here {
                    div { class: "buttons",
                        Button { label: words.get("undo"), on_press: move |()| on_undo.call(undone.clone()) }
                    }
                }
            }
            section { class: "stack", "aria-labelledby": "text",
                h2 { id: "text", {words.get("paper-text")} }
                div { class: "card signed-text",
                    for (at, line) in lines(signature.text.reveal()).enumerate() {
                        p { key: "{at}", class: class_of(line), {line.words()} }
                    }
                }
            }
            section { class: "stack", "aria-labelledby": "withdraw",
                h2 { id: "withdraw", {words.get(if holds { "paper-withdraw-head" } else { "paper-withdrawn-head" })} }
                p { {words.say(next)} }
                PracticeNumbers {}
                CallClinic { numbers: model.numbers }
                if holds && !still_here {
                    Button {
                        wide: true,
                        label: words.get("shared-withdraw"),
                        on_press: move |()| on_withdraw.call(record.clone()),
                    }
                }
            }
        }
    }
}

/// How a line of the text is set.
const fn class_of(line: Line<'_>) -> &'static str {
    match line {
        Line::Gap => "gap",
        Line::Plain(_) => "plain",
        Line::Point(_) => "point",
        Line::Confirmed(_) => "confirmed",
    }
}

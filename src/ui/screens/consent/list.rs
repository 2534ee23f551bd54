//! All papers: what is to be signed, what was signed and where that is, and what the clinic has as done.

use super::{PapersUnreadable, SignedUnshown, before_words, place::PlaceLine, signed_at};
use crate::{
    app::read::{Ask, Consents, PaperLine, SignedLine},
    ui::{
        here::use_shell,
        navigation::Screen,
        parts::{Frame, Icon, Sign},
        words::Key,
    },
};
use dioxus::prelude::*;

/// The list.
#[component]
pub fn PapersPage(model: Consents) -> Element {
    let words = use_shell().here.read().words();
    let (done, to_sign): (Vec<_>, Vec<_>) =
        model.papers.into_iter().partition(|line| line.ask == Ask::Nothing);
    let none = to_sign.is_empty() && done.is_empty() && model.signed.is_empty() && !model.unshown;
    rsx! {
        Frame { title: words.get("papers"),
            if model.unreadable {
                PapersUnreadable {}
            } else if none {
                p { class: "soft", {words.get("papers-none")} }
            } else {
                p { class: "soft", {words.get("papers-lead")} }
            }
            if model.unshown {
                SignedUnshown {}
            }
            Papers { id: "to-sign", head: Key("papers-to-sign"), lines: to_sign }
            if !model.signed.is_empty() {
                section { class: "stack", "aria-labelledby": "signed",
                    h2 { id: "signed", {words.get("papers-signed")} }
                    ul { class: "lines",
                        for line in model.signed {
                            Signed { key: "{line.signature.record}", line }
                        }
                    }
                }
            }
            Papers { id: "at-clinic", head: Key("papers-at-clinic"), lines: done }
        }
    }
}

/// Papers without a signature that holds; nothing where there are none.
#[component]
fn Papers(id: &'static str, head: Key, lines: Vec<PaperLine>) -> Element {
    let words = use_shell().here.read().words();
    if lines.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "stack", "aria-labelledby": id,
            h2 { id, {words.say(head)} }
            ul { class: "lines",
                for line in lines {
                    Paper { key: "{line.document}", line }
                }
            }
        }
    }
}

#[component]
fn Paper(line: PaperLine) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let words = here.words();
    let new_text = line.ask == Ask::SignNewText;
    let before = line.before.as_ref().filter(|_| line.ask != Ask::Nothing);
    let before = before.map(|visit| before_words(here, visit));
    rsx! {
        li {
            button {
                r#type: "button",
                class: "open-line",
                onclick: move |_| shell.way.go(Screen::Paper(line.document.clone())),
                span { class: "stack close",
                    span { "{line.title}" }
                    if new_text {
                        span { class: "small soft", {words.get("paper-new-text")} }
                    }
                    if let Some(before) = before {
                        span { class: "small soft", "{before}" }
                    }
                }
                Icon { sign: Sign::Forward }
            }
        }
    }
}

#[component]
fn Signed(line: SignedLine) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let SignedLine { signature, place, undo_until, .. } = line;
    let at = signed_at(here, &signature);
    rsx! {
        li { class: "stack close signed-line",
            button {
                r#type: "button",
                class: "open-line",
                onclick: move |_| shell.way.go(Screen::SignedPaper(signature.record.clone())),
                span { class: "stack close",
                    span { "{signature.title}" }
                    span { class: "small soft", "{at}" }
                }
                Icon { sign: Sign::Forward }
            }
            PlaceLine { place, still_here: undo_until.is_some_and(|until| until > here.now) }
        }
    }
}

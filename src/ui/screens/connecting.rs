//! Connecting: the browser is open at the clinic's sign-in page, and this screen waits for it.

use crate::ui::{
    here::use_words,
    parts::{Button, Frame, Tone},
    words::Key,
};
use dioxus::prelude::*;

/// How far the connecting has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConnectStage {
    /// Asking the address what it is.
    Looking,
    /// Waiting for the patient to sign in in the browser, which was sent to this link.
    InBrowser { link: String },
}

/// What happens now, what happens next, and a way out.
#[component]
pub fn ConnectingPage(stage: ConnectStage, on_cancel: EventHandler<()>) -> Element {
    let words = use_words();
    let (title, lead, status) = match &stage {
        ConnectStage::Looking => (Key("looking-title"), Key("looking-lead"), Key("looking-status")),
        ConnectStage::InBrowser { .. } => (Key("browser-title"), Key("browser-lead"), Key("browser-status")),
    };
    rsx! {
        Frame { title: words.say(title),
            p { class: "lead", {words.say(lead)} }
            p { class: "soft", role: "status", {words.say(status)} }
            if let ConnectStage::InBrowser { link } = stage {
                section { class: "stack or", "aria-labelledby": "no-browser",
                    h2 { id: "no-browser", {words.get("no-browser")} }
                    a { class: "button wide", href: "{link}", {words.get("open-browser-again")} }
                    div { class: "field",
                        label { r#for: "link", {words.get("copy-link")} }
                        input { id: "link", class: "code", readonly: true, value: "{link}" }
                    }
                }
            }
            div { class: "last",
                Button { tone: Tone::Quiet, wide: true, label: words.get("cancel"), on_press: move |()| on_cancel.call(()) }
            }
        }
    }
}

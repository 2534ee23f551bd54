//! The button: one to do the one thing, others to step aside.

use super::{Icon, Sign};
use dioxus::prelude::*;

/// How much a button asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// The one thing to do on this screen.
    First,
    #[default]
    Plain,
    /// Reads like a link.
    Quiet,
}

/// A button with a word, and a sign if it helps.
#[component]
pub fn Button(
    #[props(default)] tone: Tone,
    /// Over the whole width.
    #[props(default)]
    wide: bool,
    sign: Option<Sign>,
    label: String,
    /// The id of what tells this button from others of the same name, or says more about it.
    described_by: Option<String>,
    on_press: EventHandler<()>,
) -> Element {
    let tone = match tone {
        Tone::First => "first",
        Tone::Plain => "plain",
        Tone::Quiet => "quiet",
    };
    let wide = if wide { "wide" } else { "" };
    rsx! {
        button {
            r#type: "button",
            class: "button {tone} {wide}",
            "aria-describedby": described_by,
            onclick: move |_| on_press.call(()),
            if let Some(sign) = sign {
                Icon { sign }
            }
            "{label}"
        }
    }
}

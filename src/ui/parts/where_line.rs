//! Where something is, in one small line, and the way to why it is not where it should be.

use super::{Button, Icon, Sign, Tone};
use crate::ui::{here::use_shell, navigation::Screen};
use dioxus::prelude::*;

/// Words behind a sign; what needs attention has the sign of that.
#[component]
pub fn WhereLine(
    sign: Sign,
    /// What needs attention leads on to the details, which say why and what to do.
    leads: bool,
    /// The id of what tells the way there from others of the same name.
    described_by: Option<String>,
    children: Element,
) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    let attention = sign == Sign::Attention;
    rsx! {
        div { class: "where",
            span { class: if attention { "sync attention" } else { "sync" },
                Icon { sign, little: true }
                {children}
            }
            if attention && leads {
                Button {
                    tone: Tone::Quiet,
                    label: words.get("see-why"),
                    described_by,
                    on_press: move |()| shell.way.go(Screen::SyncDetails),
                }
            }
        }
    }
}

//! The ways from the journal to what was written before.

use crate::ui::{
    here::{use_shell, use_words},
    navigation::Screen,
    parts::Button,
};
use dioxus::prelude::*;

/// A search that looks like the field it leads to, the calendar and the line of time.
#[component]
pub fn FindWays() -> Element {
    let shell = use_shell();
    let words = use_words();
    rsx! {
        section { class: "stack", "aria-labelledby": "find-again",
            h2 { id: "find-again", class: "hidden", {words.get("find-again")} }
            button {
                r#type: "button",
                class: "to-search",
                onclick: move |_| shell.way.go(Screen::Find),
                {words.get("find")}
            }
            div { class: "buttons",
                Button { label: words.get("calendar"), on_press: move |()| shell.way.go(Screen::Calendar) }
                Button { label: words.get("timeline"), on_press: move |()| shell.way.go(Screen::Timeline) }
            }
        }
    }
}

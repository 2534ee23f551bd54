//! Where the journal leads: small steps, practices, and the page for the next session.

use crate::ui::{
    here::{use_shell, use_words},
    navigation::Screen,
    parts::{Icon, Sign},
};
use dioxus::prelude::*;

/// The quiet ways from the journal into life.
#[component]
pub fn CarryLinks() -> Element {
    let shell = use_shell();
    let words = use_words();
    let ways = [
        (Screen::Steps, words.get("steps"), words.get("steps-about")),
        (Screen::Practices, words.get("practices"), words.get("practices-about")),
        (Screen::ForSession, words.get("for-session"), words.get("for-session-about")),
    ];
    rsx! {
        section { class: "stack", "aria-labelledby": "carry",
            h2 { id: "carry", {words.get("carry")} }
            ul { class: "lines",
                for (screen, name, about) in ways {
                    li { key: "{name}",
                        button {
                            r#type: "button",
                            class: "open-line",
                            onclick: move |_| shell.way.go(screen.clone()),
                            span { class: "stack close",
                                span { "{name}" }
                                span { class: "small soft", "{about}" }
                            }
                            Icon { sign: Sign::Forward }
                        }
                    }
                }
            }
        }
    }
}

//! All practices, and what helped.

use super::{
    log::Log,
    names::{about, name},
};
use crate::{
    app::read::Practices,
    care::{Id, journal::Kept},
    ui::{
        here::{use_shell, use_words},
        navigation::Screen,
        parts::{Frame, Icon, Sign},
    },
};
use dioxus::prelude::*;

/// What there is to do for oneself.
#[component]
pub fn PracticesPage(
    model: Practices,
    /// What is kept for the next session, or not any more.
    on_keep: EventHandler<(Kept, bool)>,
    on_remove: EventHandler<Id>,
) -> Element {
    let shell = use_shell();
    let words = use_words();
    rsx! {
        Frame { title: words.get("practices"),
            div { class: "stack close",
                p { {words.get("practices-lead")} }
                if let Some(count) = model.minutes {
                    p { class: "soft", {words.with("practices-minutes", [("count", count.into())])} }
                }
            }
            ul { class: "lines",
                for practice in model.offered {
                    li { key: "{practice.code()}",
                        button {
                            r#type: "button",
                            class: "open-line",
                            onclick: {
                                let practice = practice.clone();
                                move |_| shell.way.go(Screen::Practice(practice.clone()))
                            },
                            span { class: "stack close",
                                span { {name(words, &practice)} }
                                span { class: "small soft", {about(words, &practice)} }
                            }
                            Icon { sign: Sign::Forward }
                        }
                    }
                }
            }
            Log { lines: model.log, on_keep, on_remove }
        }
    }
}

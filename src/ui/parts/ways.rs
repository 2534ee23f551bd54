//! A few quiet ways to other screens: each a line with its name and what is there.

use super::{Icon, Sign};
use crate::ui::{here::use_shell, navigation::Screen};
use dioxus::prelude::*;

/// Where one can go from here.
#[component]
pub fn Ways(
    /// What they have in common.
    title: String,
    /// The id of the title, once on the page.
    id: String,
    /// Each screen with its name and what is there.
    ways: Vec<(Screen, String, String)>,
) -> Element {
    let shell = use_shell();
    rsx! {
        section { class: "stack", "aria-labelledby": "{id}",
            h2 { id: "{id}", "{title}" }
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

//! What stands in for a screen while it is read: nothing for 300 ms, then its rough shape.

use super::Frame;
use crate::ui::here::use_words;
use dioxus::prelude::*;

/// The rough shape of a screen to come.
#[component]
pub fn Waiting(
    title: String,
    /// What to say to somebody who has waited for long.
    #[props(default)]
    slow: Option<String>,
) -> Element {
    let words = use_words();
    rsx! {
        Frame { title,
            div { class: "skeleton", role: "status",
                span { "aria-hidden": "true" }
                span { "aria-hidden": "true" }
                span { "aria-hidden": "true" }
                p { class: "hidden", {words.get("one-moment")} }
            }
            // It stands there from the start, or a screen reader would not notice that it is filled.
            div { role: "status",
                if let Some(slow) = slow {
                    p { {slow} }
                }
            }
        }
    }
}

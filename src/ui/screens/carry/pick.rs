//! "Keep as an insight": a quiet button that is there while words of the page are selected, by finger, mouse or keys.

use crate::{care::journal::Selected, ui::here::use_words};
use dioxus::prelude::*;

/// Belongs right below the words it is about. The page's own script shows and hides it, and tells where a selection
/// begins and ends, in the field or in what is marked `data-read` (assets/index.html).
#[component]
pub fn PickBar(
    /// What was selected when the button was pressed.
    on_pick: EventHandler<Selected>,
) -> Element {
    let words = use_words();
    rsx! {
        // It stands there from the start, or a screen reader would not notice that it is filled.
        div { class: "pick", role: "status", "data-pick": "",
            div { hidden: true,
                button { r#type: "button", class: "button", {words.get("insight-keep")} }
                input {
                    r#type: "hidden",
                    oninput: move |event| {
                        if let Ok(selected) = serde_json::from_str(&event.value()) {
                            on_pick.call(selected);
                        }
                    },
                }
            }
        }
    }
}

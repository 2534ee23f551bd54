//! A switch: something that is on or off, and takes effect at once.

use dioxus::prelude::*;

/// Something that is on or off.
#[component]
pub fn Switch(label: String, on: bool, on_turn: EventHandler<bool>) -> Element {
    rsx! {
        label { class: "switch",
            input {
                r#type: "checkbox",
                role: "switch",
                checked: on,
                onchange: move |event| on_turn.call(event.checked()),
            }
            span { class: "track" }
            span { "{label}" }
        }
    }
}

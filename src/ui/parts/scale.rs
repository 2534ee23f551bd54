//! The scale from 0 to 10: eleven places to press with words at both ends, and the chosen number spoken.

use crate::{care::Score, ui::here::use_words};
use dioxus::prelude::*;

/// One question as a radio group; arrow keys move within it.
#[component]
pub fn Scale(
    /// Tells this group from the other ones on the screen.
    name: &'static str,
    question: String,
    /// What 0 means.
    low: String,
    /// What 10 means.
    high: String,
    value: Option<Score>,
    /// It was left out when the patient wanted to save.
    #[props(default)]
    missing: bool,
    on_choose: EventHandler<Score>,
) -> Element {
    let words = use_words();
    rsx! {
        fieldset {
            class: "scale",
            role: "radiogroup",
            "aria-labelledby": "{name}-question",
            "aria-describedby": "{name}-ends",
            legend { id: "{name}-question", "{question}" }
            div { class: "row",
                for score in Score::all() {
                    label { key: "{score.value()}", class: "cell",
                        input {
                            r#type: "radio",
                            name,
                            value: "{score.value()}",
                            checked: value == Some(score),
                            onchange: move |_| on_choose.call(score),
                        }
                        span { "{score.value()}" }
                    }
                }
            }
            Ends { id: "{name}-ends", low, high }
            if missing {
                p { class: "mistake", role: "alert", {words.get("choose-a-number")} }
            }
        }
    }
}

/// The first question as eleven buttons, where a press leads on to the rest.
#[component]
pub fn ScaleStart(question: String, low: String, high: String, on_choose: EventHandler<Score>) -> Element {
    rsx! {
        fieldset { class: "scale start", "aria-describedby": "start-ends",
            legend { "{question}" }
            div { class: "row",
                for score in Score::all() {
                    button {
                        key: "{score.value()}",
                        r#type: "button",
                        class: "cell",
                        onclick: move |_| on_choose.call(score),
                        "{score.value()}"
                    }
                }
            }
            Ends { id: "start-ends", low, high }
        }
    }
}

#[component]
fn Ends(id: String, low: String, high: String) -> Element {
    rsx! {
        p { class: "ends", id,
            span { "{low}" }
            span { "{high}" }
        }
    }
}

//! A note: a quiet line about something that is going on, or a warm one that needs the patient.

use super::{Icon, Sign};
use dioxus::prelude::*;

/// A head, what it means, and what to do.
#[component]
pub fn Note(
    /// It needs the patient's attention.
    #[props(default)]
    warm: bool,
    /// It appears in answer to something just done, so a screen reader says it at once.
    #[props(default)]
    at_once: bool,
    /// Something was done: it has the sign of that.
    #[props(default)]
    done: bool,
    head: String,
    #[props(default)] children: Element,
) -> Element {
    let sign = match (warm, done) {
        (true, _) => Sign::Attention,
        (false, true) => Sign::Sent,
        (false, false) => Sign::Info,
    };
    rsx! {
        div { class: if warm { "note warm" } else { "note" }, role: if at_once { "alert" },
            p { class: "head",
                Icon { sign }
                span { "{head}" }
            }
            {children}
        }
    }
}

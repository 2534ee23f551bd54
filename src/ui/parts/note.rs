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
    head: String,
    #[props(default)] children: Element,
) -> Element {
    rsx! {
        div { class: if warm { "note warm" } else { "note" }, role: if at_once { "alert" },
            p { class: "head",
                Icon { sign: if warm { Sign::Attention } else { Sign::Info } }
                span { "{head}" }
            }
            {children}
        }
    }
}

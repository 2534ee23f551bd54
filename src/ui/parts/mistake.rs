//! What is not as it should be, in words, at the place it is about.

use super::{Icon, Sign};
use dioxus::prelude::*;

/// A screen reader says it as soon as it appears.
#[component]
pub fn Mistake(
    /// Once on the page; the field it is about points here.
    id: String,
    said: String,
) -> Element {
    rsx! {
        p { id, class: "mistake", role: "alert",
            Icon { sign: Sign::Attention }
            span { "{said}" }
        }
    }
}

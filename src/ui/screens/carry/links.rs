//! Where the journal leads: small steps, practices, the page for the next session, and what was shared.

use crate::ui::{here::use_words, navigation::Screen, parts::Ways};
use dioxus::prelude::*;

/// The quiet ways from the journal into life.
#[component]
pub fn CarryLinks() -> Element {
    let words = use_words();
    let ways = vec![
        (Screen::Steps, words.get("steps"), words.get("steps-about")),
        (Screen::Practices, words.get("practices"), words.get("practices-about")),
        (Screen::ForSession, words.get("for-session"), words.get("for-session-about")),
        (Screen::Shared, words.get("shared-title"), words.get("shared-about")),
    ];
    rsx! {
        Ways { title: words.get("carry"), id: "carry", ways }
    }
}

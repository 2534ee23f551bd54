//! The safety card: whom to call, and the truth about what the clinic knows; calm, whole and never in the way.

use crate::app::read::{Help, SafetyView};
use dioxus::prelude::*;

/// The card inside a form, between the ninth question and what follows.
#[component]
pub fn SafetyCard(model: SafetyView, on_go_on: EventHandler<()>, on_stop: EventHandler<()>) -> Element {
    rsx! {}
}

/// The card on Today and above the thank-you of a finished form.
#[component]
pub fn PinnedSafety(model: SafetyView, on_dismiss: EventHandler<()>) -> Element {
    rsx! {}
}

/// What is said before a form: who reads it when, and whom to call now.
#[component]
pub fn BeforeForm(model: Help) -> Element {
    rsx! {}
}

//! Signing in again did not work: why, what is safe, and the way to try once more.

use super::{Button, Setting, Tone, TroubleNote};
use crate::{app::read::SyncTrouble, ui::here::use_words};
use dioxus::prelude::*;

/// Stands where the attempt was begun, until the next one or until it is closed.
#[component]
pub fn SignInTrouble(
    trouble: SyncTrouble,
    on_sign_in: EventHandler<()>,
    on_close: EventHandler<()>,
) -> Element {
    let words = use_words();
    rsx! {
        TroubleNote { trouble, setting: Setting::Asked,
            div { class: "buttons",
                Button { label: words.get("sign-in-again"), on_press: move |()| on_sign_in.call(()) }
                Button { tone: Tone::Quiet, label: words.get("close"), on_press: move |()| on_close.call(()) }
            }
        }
    }
}

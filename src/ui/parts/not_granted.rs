//! The sign-in does not let the app do something, and where one signs in anew.

use super::{Button, Note};
use crate::ui::{here::use_shell, navigation::Screen, words::Key};
use dioxus::prelude::*;

/// Stands in place of what cannot be done.
#[component]
pub fn NotGranted(
    /// What cannot be done.
    head: Key,
    /// What to do about it.
    next: Key,
) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    rsx! {
        Note { warm: true, head: words.say(head),
            p { {words.say(next)} }
            Button { label: words.get("share-to-more"), on_press: move |()| shell.way.go(Screen::More) }
        }
    }
}

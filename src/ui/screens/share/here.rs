//! Sharing on a page of the journal: what of it is shared, and the way to share.

use crate::{
    app::read::{PageShares, SharedLine},
    care::{Delivery, Id, journal::share::Standing},
    ui::{
        here::{use_shell, use_words},
        navigation::Screen,
        parts::{Button, Note, SyncLine},
        words::Key,
    },
};
use dioxus::prelude::*;

/// What of a page is shared, on the page itself.
#[component]
pub fn ShareLines(entry: Id, model: PageShares) -> Element {
    let shell = use_shell();
    let words = use_words();
    if !model.something && model.shared.is_empty() {
        return rsx! {};
    }
    let newest = model.shared.first().cloned();
    let is_there = |line: &SharedLine| {
        matches!(line.standing, Standing::Shared(Delivery::Sent(_) | Delivery::StaysHere))
    };
    let (there, waits) = (model.shared.iter().any(is_there), !model.shared.iter().all(is_there));
    let label = if newest.is_some() { words.get("share-more") } else { words.get("share-title") };
    let all = model.shared.iter().any(|line| line.shared.whole);
    let sent = |line: &SharedLine| matches!(line.standing, Standing::Shared(Delivery::Sent(_)));
    let head = words.say(match (all, newest.as_ref().is_some_and(sent)) {
        (true, true) => Key("share-page-shared"),
        (false, true) => Key("share-part-shared"),
        (true, false) => Key("share-page-chosen"),
        (false, false) => Key("share-part-chosen"),
    });
    rsx! {
        section { class: "stack share-here", "aria-labelledby": "share-here",
            h2 { id: "share-here", class: "hidden", {words.get("share-title")} }
            if let Some(newest) = newest {
                Note { head,
                    if let Standing::Shared(delivery) = newest.standing {
                        SyncLine { delivery, leads: true }
                    }
                    if there {
                        p { class: "small", {words.get("share-if-deleted")} }
                    }
                    if waits {
                        p { class: "small", {words.get("share-if-deleted-waits")} }
                    }
                    Button { label: words.get("share-see-shared"), on_press: move |()| shell.way.go(Screen::Shared) }
                }
            } else {
                p { class: "small soft", {words.get("share-only-you")} }
            }
            if model.something {
                Button { wide: true, label, on_press: move |()| shell.way.go(Screen::Share(entry.clone())) }
            }
        }
    }
}

//! What the patient asked for, line by line, each with how it stands.

use super::wish_words::{head, what};
use crate::{
    app::read::{Bookings, WishLine},
    care::Id,
    ui::{
        here::{use_here, use_shell},
        navigation::Screen,
        parts::{Frame, Icon, Sign},
        words::Key,
    },
};
use dioxus::prelude::*;

/// Everything that was asked for.
#[component]
pub fn WishesPage(model: Bookings) -> Element {
    let words = use_here().words();
    let nothing = model.open.is_empty() && model.ended.is_empty();
    rsx! {
        Frame { title: words.get("wishes"),
            if nothing {
                p { class: "soft", {words.get("wishes-none")} }
            }
            if !model.open.is_empty() {
                section { class: "stack close", "aria-labelledby": "open",
                    h2 { id: "open", {words.get("wishes-open")} }
                    WishLines { lines: model.open }
                }
            }
            if !model.ended.is_empty() {
                section { class: "stack close", "aria-labelledby": "ended",
                    h2 { id: "ended", {words.get("wishes-ended")} }
                    WishLines { lines: model.ended }
                }
            }
        }
    }
}

/// What waits for the patient, for a page that is about more; nothing where nothing does.
#[component]
pub fn YourWishes(
    lines: Vec<WishLine>,
    /// The clinic's last word on these cannot be read.
    unreadable: Vec<Id>,
) -> Element {
    let words = use_here().words();
    if lines.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "stack close yours", "aria-labelledby": "yours",
            h2 { id: "yours", {words.get("wishes-yours")} }
            WishLines { lines, unreadable }
        }
    }
}

/// The same of what waits for somebody else.
#[component]
pub fn WaitingWishes(lines: Vec<WishLine>) -> Element {
    let words = use_here().words();
    if lines.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "stack close", "aria-labelledby": "wishes",
            h2 { id: "wishes", {words.get("wishes")} }
            WishLines { lines }
        }
    }
}

#[component]
pub(super) fn WishLines(
    lines: Vec<WishLine>,
    /// How these stand is not known: the clinic's last word cannot be read.
    #[props(default)]
    unreadable: Vec<Id>,
) -> Element {
    let shell = use_shell();
    let here = use_here();
    let words = here.words();
    let told = |line: WishLine| {
        let (kind, when) = what(here, &line);
        let unreadable = unreadable.contains(&line.wish.id);
        let state = if unreadable { Key("wish-unreadable") } else { head(&line.state) };
        (line.wish.id.clone(), kind, when, words.say(state))
    };
    rsx! {
        ul { class: "lines",
            for (id, kind, when, state) in lines.into_iter().map(told) {
                li { key: "{id}",
                    button {
                        r#type: "button",
                        class: "open-line",
                        onclick: move |_| shell.way.go(Screen::Wish(id.clone())),
                        span { class: "stack close",
                            span { "{kind}" }
                            span { "{when}" }
                            span { class: "small soft state", "{state}" }
                        }
                        Icon { sign: Sign::Forward }
                    }
                }
            }
        }
    }
}

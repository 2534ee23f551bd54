//! What the patient asked for, line by line, each with how it stands.

use super::wish_words::{head, what};
use crate::{
    app::read::{Bookings, WishLine},
    ui::{
        here::{use_here, use_shell},
        navigation::Screen,
        parts::{Frame, Icon, Sign},
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

/// What is not answered yet, for a page that is about more; nothing where nothing is.
#[component]
pub fn OpenWishes(open: Vec<WishLine>) -> Element {
    let words = use_here().words();
    if open.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "stack close", "aria-labelledby": "wishes",
            h2 { id: "wishes", {words.get("wishes")} }
            WishLines { lines: open }
        }
    }
}

#[component]
pub(super) fn WishLines(lines: Vec<WishLine>) -> Element {
    let shell = use_shell();
    let here = use_here();
    let words = here.words();
    let told = |line: WishLine| {
        let (kind, when) = what(here, &line);
        (line.wish.id.clone(), kind, when, words.say(head(&line.state)))
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
                            span { class: "small soft", "{state}" }
                        }
                        Icon { sign: Sign::Forward }
                    }
                }
            }
        }
    }
}

//! Ask for an earlier time: a place on the clinic's list, and what that means.

use super::{CannotChange, Kept};
use crate::{
    app::read::{Door, VisitBooking},
    ui::{
        here::use_here,
        parts::{Button, Frame, Tone, visit_name},
    },
};
use dioxus::prelude::*;

/// The visit stays; the list is a wish beside it.
#[component]
pub fn EarlierPage(
    model: VisitBooking,
    /// It is being asked for just now.
    #[props(default)]
    busy: bool,
    on_ask: EventHandler<()>,
) -> Element {
    let words = use_here().words();
    let practice = model.door == Door::Practice;
    let can = model.can_change && model.door != Door::NotGranted;
    rsx! {
        Frame { title: words.get("book-earlier"), sub: visit_name(words, model.visit.kind),
            Kept { visit: model.visit.clone() }
            if can {
                section { class: "stack close", "aria-labelledby": "next",
                    h2 { id: "next", {words.get("book-next")} }
                    if practice {
                        p { {words.get("book-practice")} }
                    } else {
                        ol { class: "what-next",
                            li { {words.get("earlier-listed")} }
                            li { {words.get("earlier-offered")} }
                            li { {words.get("earlier-answer")} }
                        }
                    }
                }
                Button {
                    tone: Tone::First,
                    wide: true,
                    label: words.get(if busy { "one-moment" } else { "earlier-ask" }),
                    on_press: move |()| on_ask.call(()),
                }
            } else {
                CannotChange {}
            }
        }
    }
}

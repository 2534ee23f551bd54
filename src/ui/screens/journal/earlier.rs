//! How a page read before: each version with the time until which it stood, and a way to bring it back or delete it.

use crate::{
    app::read::EarlierView,
    ui::{
        here::use_here,
        parts::{Button, Frame, Note, Tone},
    },
};
use dioxus::prelude::*;

/// The newest first, below what stands there now.
#[component]
pub fn EarlierPage(
    model: EarlierView,
    /// Makes the version at this place the page's words again.
    on_bring_back: EventHandler<i64>,
    /// Deletes the version at this place for good.
    on_delete: EventHandler<i64>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let now = model.entry.words;
    rsx! {
        Frame { title: words.get("journal-earlier-title"),
            p { class: "soft", {words.get("journal-earlier-lead")} }
            section { class: "card", "aria-labelledby": "now",
                h2 { id: "now", class: "kicker", {words.get("journal-now")} }
                if now.is_blank() {
                    p { class: "soft", {words.get("journal-blank")} }
                } else {
                    p { class: "own-words", "{now.reveal()}" }
                }
            }
            for one in model.earlier {
                // Two of the same minute have the same name, which two landmarks must not.
                div { key: "{one.place}", class: "card", role: "group", "aria-labelledby": "until-{one.place}",
                    h2 { id: "until-{one.place}", class: "kicker",
                        {words.with("journal-until", [("when", here.stamp(one.until).into())])}
                    }
                    p { class: "own-words", "{one.words.reveal()}" }
                    div { class: "buttons",
                        Button {
                            label: words.get("journal-bring-back"),
                            described_by: "until-{one.place}",
                            on_press: move |()| on_bring_back.call(one.place),
                        }
                        Deletion { place: one.place, on_delete }
                    }
                }
            }
        }
    }
}

/// The way to delete a version, and the question before it: nothing brings it back. The focus goes along with what is shown.
#[component]
fn Deletion(place: i64, on_delete: EventHandler<i64>) -> Element {
    let words = use_here().words();
    let mut asked = use_signal(|| None);
    if asked() == Some(true) {
        return rsx! {
            div { class: "stack", role: "group", "aria-labelledby": "sure-{place}", tabindex: "-1", "data-focus": "",
                Note { warm: true, head: words.get("journal-earlier-sure"),
                    p { id: "sure-{place}", {words.get("journal-earlier-final")} }
                    div { class: "buttons",
                        Button {
                            label: words.get("journal-earlier-yes"),
                            described_by: "until-{place}",
                            on_press: move |()| on_delete.call(place),
                        }
                        Button { tone: Tone::Quiet, label: words.get("cancel"), on_press: move |()| asked.set(Some(false)) }
                    }
                }
            }
        };
    }
    rsx! {
        div { tabindex: "-1", "data-focus": asked().map(|_| ""),
            Button {
                tone: Tone::Quiet,
                label: words.get("journal-earlier-delete"),
                described_by: "until-{place}",
                on_press: move |()| asked.set(Some(true)),
            }
        }
    }
}

//! How a page read before: each version with the time until which it stood, and a way to bring it back.

use crate::{
    app::read::EarlierView,
    ui::{
        here::use_here,
        parts::{Button, Frame},
    },
};
use dioxus::prelude::*;

/// The newest first, below what stands there now.
#[component]
pub fn EarlierPage(
    model: EarlierView,
    /// Makes the version at this place the page's words again.
    on_bring_back: EventHandler<i64>,
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
                section { key: "{one.place}", class: "card", "aria-labelledby": "until-{one.place}",
                    h2 { id: "until-{one.place}", class: "kicker",
                        {words.with("journal-until", [("when", here.stamp(one.until).into())])}
                    }
                    p { class: "own-words", "{one.words.reveal()}" }
                    Button {
                        label: words.get("journal-bring-back"),
                        described_by: "until-{one.place}",
                        on_press: move |()| on_bring_back.call(one.place),
                    }
                }
            }
        }
    }
}

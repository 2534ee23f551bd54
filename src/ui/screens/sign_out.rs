//! Sign out: a clear choice about what stays on this phone.

use crate::{
    care::DeliveryCount,
    ui::{
        here::use_words,
        parts::{Button, Frame, Note, Tone},
    },
};
use dioxus::prelude::*;

/// Keep everything for the next time, or remove it. Only the removal asks twice, for it cannot be undone.
#[component]
pub fn SignOutPage(counts: DeliveryCount, on_keep: EventHandler<()>, on_remove: EventHandler<()>) -> Element {
    let words = use_words();
    let mut sure = use_signal(|| false);
    let unsent = counts.waiting + counts.needs_attention;
    rsx! {
        Frame { title: words.get("sign-out"),
            section { class: "stack", "aria-labelledby": "keep",
                h2 { id: "keep", {words.get("keep-title")} }
                p { {words.get("keep-lead")} }
                Button { tone: Tone::First, wide: true, label: words.get("keep"), on_press: move |()| on_keep.call(()) }
            }
            section { class: "stack or", "aria-labelledby": "remove",
                h2 { id: "remove", {words.get("remove-title")} }
                p { {words.get("remove-lead")} }
                if sure() {
                    Note { warm: true, at_once: true, head: words.get("remove-sure"),
                        if unsent > 0 {
                            p { {words.with("remove-unsent", [("count", unsent.into())])} }
                        }
                        p { {words.get("cannot-be-undone")} }
                        div { class: "buttons",
                            Button { label: words.get("remove-yes"), on_press: move |()| on_remove.call(()) }
                            Button { tone: Tone::Quiet, label: words.get("cancel"), on_press: move |()| sure.set(false) }
                        }
                    }
                } else {
                    Button { wide: true, label: words.get("remove"), on_press: move |()| sure.set(true) }
                }
            }
        }
    }
}

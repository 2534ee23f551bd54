//! Delete everything: first, as a choice of its own, what the clinic has; then what is on this phone.

use crate::{
    app::read::{DeletionAsked, OwnRecord},
    care::Delivery,
    ui::{
        here::{use_here, use_shell},
        navigation::{OwnPage, Screen},
        parts::{Button, Frame, Icon, Note, Sign, Tone},
    },
};
use dioxus::prelude::*;

/// Both choices, each with what it truly does.
#[component]
pub fn ErasePage(model: OwnRecord, on_ask: EventHandler<()>, on_erase: EventHandler<()>) -> Element {
    let words = use_here().words();
    rsx! {
        Frame { title: words.get("own-erase"),
            p { {words.get("own-erase-two")} }
            section { class: "stack", "aria-labelledby": "own-ask",
                h2 { id: "own-ask", {words.get("own-ask")} }
                p { {words.get("own-ask-lead")} }
                p { {words.get("own-ask-law")} }
                if model.practice {
                    p { class: "soft", {words.get("own-ask-practice")} }
                } else {
                    Asked { asked: model.asked, on_ask }
                }
            }
            Everything { model, on_erase }
        }
    }
}

/// The request as it truly stands, or the way to make it.
#[component]
fn Asked(asked: Option<DeletionAsked>, on_ask: EventHandler<()>) -> Element {
    let here = use_here();
    let words = here.words();
    let Some(asked) = asked else {
        return rsx! {
            Button { wide: true, label: words.get("own-ask-go"), on_press: move |()| on_ask.call(()) }
        };
    };
    let at = |at| [("time", here.stamp(at).into())];
    match asked.delivery {
        Delivery::Sent(then) => rsx! {
            p { class: "own-state", role: "status",
                Icon { sign: Sign::Sent }
                span { {words.with("own-asked-sent", at(then))} }
            }
        },
        Delivery::NeedsAttention(_) => rsx! {
            Note { warm: true, head: words.get("own-asked-refused"),
                p { {words.get("own-asked-call")} }
                Button { label: words.get("send-again"), on_press: move |()| on_ask.call(()) }
            }
        },
        Delivery::OnThisPhone | Delivery::StaysHere => rsx! {
            p { class: "own-state", role: "status",
                Icon { sign: Sign::Phone }
                span { {words.with("own-asked-waits", at(asked.at))} }
            }
        },
    }
}

#[component]
fn Everything(model: OwnRecord, on_erase: EventHandler<()>) -> Element {
    let shell = use_shell();
    let words = use_here().words();
    let mut sure = use_signal(|| false);
    let unsent = model.counts.waiting + model.counts.needs_attention;
    let waits = model.asked.is_some_and(|asked| !matches!(asked.delivery, Delivery::Sent(_)));
    rsx! {
        section { class: "stack or", "aria-labelledby": "own-all",
            h2 { id: "own-all", {words.get("own-all")} }
            p { {words.get("own-all-lead")} }
            p { {words.get("own-all-copy")} }
            Button {
                label: words.get("own-all-copy-go"),
                on_press: move |()| shell.way.go(Screen::Own(OwnPage::TakeAlong)),
            }
            if sure() {
                Note { warm: true, at_once: true, head: words.get("own-all-sure"),
                    if waits {
                        p { {words.get("own-all-asked-waits")} }
                    }
                    if unsent > 0 && !model.practice {
                        p { {words.with("remove-unsent", [("count", unsent.into())])} }
                    }
                    p { {words.get("cannot-be-undone")} }
                    div { class: "buttons",
                        Button { label: words.get("own-all-yes"), on_press: move |()| on_erase.call(()) }
                        Button { tone: Tone::Quiet, label: words.get("cancel"), on_press: move |()| sure.set(false) }
                    }
                }
            } else {
                Button { wide: true, label: words.get("own-all-go"), on_press: move |()| sure.set(true) }
            }
        }
    }
}

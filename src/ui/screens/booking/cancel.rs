//! Cancel a visit: what the clinic asks for and its number first, then what follows, then one press.

use super::{CannotChange, FewWords, NoticeLine, visit_moment};
use crate::{
    app::read::{Door, VisitBooking},
    care::Private,
    ui::{
        here::{use_here, use_shell},
        parts::{Button, Contacts, Frame, PracticeNumbers, Tone, visit_name},
        words::Key,
    },
};
use dioxus::prelude::*;

/// The visit, and what cancelling it means.
#[component]
pub fn CancelVisitPage(
    model: VisitBooking,
    /// It is being cancelled just now.
    #[props(default)]
    busy: bool,
    /// Something was written about why.
    on_reason: EventHandler<Private>,
    /// The field was left: what stands in it is to be on the disk now.
    on_settle: EventHandler<()>,
    on_cancel: EventHandler<()>,
) -> Element {
    let shell = use_shell();
    let here = use_here();
    let words = here.words();
    let can = model.can_change && model.notice.by_app && model.door != Door::NotGranted;
    let practice = model.door == Door::Practice;
    let call = if can { Key("cancel-call") } else { Key("call-clinic") };
    let (kind, id) = (model.visit.kind, model.visit.id.clone());
    rsx! {
        Frame { title: words.get("book-cancel"),
            section { class: "card", "aria-label": words.get("visit"),
                p { class: "lead", {visit_name(words, kind)} }
                if let Some(moment) = visit_moment(here, &model.visit) {
                    p { "{moment}" }
                }
            }
            if let Some(arrival) = model.visit.arrival {
                NoticeLine { notice: model.notice, zone: arrival.zone, differs: arrival.zone_differs }
            }
            section { class: "stack", "aria-labelledby": "call",
                h2 { id: "call", {words.say(call)} }
                PracticeNumbers {}
                Contacts { contacts: model.contacts.clone() }
            }
            if can {
                section { class: "stack close", "aria-labelledby": "follows",
                    h2 { id: "follows", {words.get("cancel-follows")} }
                    if practice {
                        p { {words.get("cancel-practice-lead")} }
                    } else {
                        ul { class: "bullets",
                            li { {words.get("cancel-told")} }
                            li { {words.get("cancel-reminders")} }
                            if model.moving.is_some() || model.waiting.is_some() {
                                li { {words.get("cancel-asked")} }
                            }
                            li { {words.get("cancel-undo")} }
                        }
                    }
                }
                FewWords {
                    name: Key("cancel-reason"),
                    before: model.reason.clone(),
                    on_words: on_reason,
                    on_settle,
                }
                Button {
                    tone: Tone::First,
                    wide: true,
                    label: words.get(if busy { "one-moment" } else { "book-cancel" }),
                    on_press: move |()| on_cancel.call(()),
                }
                Button {
                    tone: Tone::Quiet,
                    label: words.get("cancel-rather"),
                    on_press: move |()| {
                        shell.way.back();
                        shell.find_time(kind, Some(id.clone()));
                    },
                }
            } else if model.notice.by_app {
                CannotChange {}
            }
        }
    }
}

//! What a visit is to be for, where the clinic leaves the choice.

use crate::{
    app::read::{BookableKinds, Door},
    care::{VisitKind, booking::BOOKABLE},
    ui::{
        here::use_shell,
        parts::{Frame, Icon, NotGranted, Sign, visit_name},
        words::Key,
    },
};
use dioxus::prelude::*;

/// The kinds of visits, each a press away from its times.
#[component]
pub fn BookKindPage(model: BookableKinds) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    if model.door == Door::NotGranted {
        return rsx! {
            Frame { title: words.get("book"),
                NotGranted { head: Key("book-not-granted"), next: Key("book-not-granted-next") }
            }
        };
    }
    // As long as nothing is known, whatever can be asked for by oneself.
    let kinds = if model.kinds.is_empty() { BOOKABLE.to_vec() } else { model.kinds };
    rsx! {
        Frame { title: words.get("book"),
            p { class: "lead", {words.get("book-kind-lead")} }
            ul { class: "lines",
                for kind in kinds {
                    li { key: "{kind:?}",
                        button {
                            r#type: "button",
                            class: "open-line",
                            onclick: move |_| shell.find_time(kind, None),
                            span { class: "stack close",
                                span { {visit_name(words, kind)} }
                                span { class: "small soft", {words.say(about(kind))} }
                            }
                            Icon { sign: Sign::Forward }
                        }
                    }
                }
            }
        }
    }
}

/// What such a visit is.
const fn about(kind: VisitKind) -> Key {
    match kind {
        VisitKind::Consultation | VisitKind::Other => Key("book-about-consultation"),
        VisitKind::Intake => Key("step-intake-about"),
        VisitKind::Preparation => Key("step-preparation-about"),
        VisitKind::Session => Key("step-session-about"),
        VisitKind::Integration => Key("step-integration-about"),
    }
}

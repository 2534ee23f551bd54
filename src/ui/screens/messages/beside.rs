//! What stands beside every message: that nobody reads it straight away, and whom to call instead.

use crate::{
    app::read::{Door, Help, HelpNumber, MessageWith, NumberKind},
    care::Way,
    ui::{
        here::{use_shell, use_words},
        navigation::Screen,
        parts::{Button, Note, Numbers},
    },
};
use dioxus::prelude::*;

/// The notice, with the numbers for what cannot wait: the emergency number first, then the clinic's.
#[component]
pub(super) fn NotReadNow(help: Help) -> Element {
    let words = use_words();
    let of = |kind: NumberKind| {
        let calls = |number: &&HelpNumber| number.kind == kind && number.way == Way::Phone;
        help.numbers.iter().filter(calls).cloned().collect::<Vec<_>>()
    };
    let (emergency, clinic) = (of(NumberKind::Emergency), of(NumberKind::Clinic));
    rsx! {
        Note { warm: true, head: words.get("message-not-now"),
            p { {words.get("message-not-now-lead")} }
            if help.practice && !clinic.is_empty() {
                p { {words.get("practice-numbers")} }
            }
            Numbers { numbers: clinic, urgent: false }
            p { {words.get("message-emergency")} }
            if emergency.is_empty() {
                p { {words.get("no-emergency-number")} }
            }
            Numbers { numbers: emergency, urgent: true }
        }
    }
}

/// Why nothing can be sent, or why no answer can come; nothing where both can.
#[component]
pub(super) fn HowItStands(with: MessageWith) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    rsx! {
        match with.door {
            Door::NotGranted => rsx! {
                Note { warm: true, head: words.get("message-not-granted"),
                    p { {words.get("message-not-granted-next")} }
                    Button { label: words.get("call-clinic"), on_press: move |()| shell.way.go(Screen::Help) }
                }
            },
            Door::Practice => rsx! {
                Note { head: words.get("message-practice") }
            },
            Door::Open if with.no_answers => rsx! {
                Note { warm: true, head: words.get("message-no-answers"),
                    p { {words.get("message-no-answers-next")} }
                }
            },
            Door::Open => rsx! {},
        }
    }
}

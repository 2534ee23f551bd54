//! Papers of the clinic: the list, one to read and sign, and a signature with the text it was put to.

mod list;
mod paper;
mod place;
mod sign;
mod signed;

pub use list::PapersPage;
pub use paper::PaperPage;
pub use signed::{NoSignaturePage, SignedPage};

use crate::{
    app::read::{HelpNumber, VisitView},
    care::{ClockTime, consent::Signature},
    ui::{
        here::{Here, use_shell},
        navigation::Screen,
        parts::{Button, Frame, Note, Numbers, visit_day, visit_name},
        when,
        words::Key,
    },
};
use dioxus::prelude::*;

/// "5:10 pm, Thursday, 3 December (New York time)": when it was signed, on the clock the patient saw.
fn signed_at(here: Here, signature: &Signature) -> String {
    on_the_clock(here, ClockTime::of(signature.at, signature.zone))
}

fn on_the_clock(here: Here, at: ClockTime) -> String {
    let words = here.words();
    let moment = when::exact_clock(words, at, here.today());
    words.with("moment-there", [("moment", moment.into()), ("city", when::zone_name(at.zone).into())])
}

/// Which visit it must be signed before.
fn before_words(here: Here, visit: &VisitView) -> String {
    let words = here.words();
    let name = visit_name(words, visit.kind);
    match visit.arrival {
        Some(arrival) => {
            words.with("paper-before-on", [("visit", name.into()), ("day", visit_day(here, arrival).into())])
        }
        None => words.with("paper-before", [("visit", name.into())]),
    }
}

/// The clinic's numbers; where there are none, the way to Help.
#[component]
fn CallClinic(numbers: Vec<HelpNumber>) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    rsx! {
        if numbers.is_empty() {
            Button { label: words.get("call-clinic"), on_press: move |()| shell.way.go(Screen::Help) }
        } else {
            div { class: "stack", Numbers { numbers, urgent: false } }
        }
    }
}

/// What the clinic changed cannot be read: nothing older is offered to be signed.
#[component]
fn PapersUnreadable() -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    rsx! {
        Note { warm: true, head: words.get("papers-unreadable"),
            p { {words.get("papers-unreadable-lead")} }
            Button { label: words.get("call-clinic"), on_press: move |()| shell.way.go(Screen::Help) }
        }
    }
}

/// Something the patient signed is at the clinic, and cannot be shown.
#[component]
fn SignedUnshown() -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    rsx! {
        Note { warm: true, head: words.get("papers-unshown"),
            p { {words.get("papers-unshown-lead")} }
            Button { label: words.get("call-clinic"), on_press: move |()| shell.way.go(Screen::Help) }
        }
    }
}

/// There is no such paper or signature, with the way to those there are.
#[component]
fn NoPaper(said: Key) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    rsx! {
        Frame { title: words.get("paper"),
            p { {words.say(said)} }
            Button { wide: true, label: words.get("see-papers"), on_press: move |()| shell.way.go(Screen::Papers) }
        }
    }
}

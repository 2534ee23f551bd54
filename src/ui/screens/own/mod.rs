//! Your record: taking it along, bringing it back, a summary on paper, and deleting it.

mod as_of;
mod bring_back;
mod carried;
mod erase;
mod paper;
mod sheet;
mod take_along;
mod trouble;

pub use as_of::AsOfLine;
pub use bring_back::{BringBackPage, Chosen};
pub use erase::ErasePage;
pub use paper::SummaryPage;
pub use sheet::{Chosen as ChosenParts, SummaryPart, sheet};
pub use take_along::TakeAlongPage;
pub(super) use trouble::OwnTroubleNote;

use crate::ui::{
    here::use_shell,
    navigation::{OwnPage, Screen},
    parts::{Button, Frame},
    words::Key,
};
use dioxus::prelude::*;

/// What can be done with one's own record.
const WAYS: [(OwnPage, Key, Key, Key); 4] = [
    (OwnPage::TakeAlong, Key("own-copy"), Key("own-copy-lead"), Key("own-copy-go")),
    (OwnPage::BringBack, Key("own-back"), Key("own-back-lead"), Key("own-back-go")),
    (OwnPage::Summary, Key("own-paper"), Key("own-paper-lead"), Key("own-paper-go")),
    (OwnPage::Erase, Key("own-erase"), Key("own-erase-lead"), Key("own-erase-go")),
];

/// The page that leads to all of them.
#[component]
pub fn OwnRecordPage() -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    rsx! {
        Frame { title: words.get("own"),
            p { class: "lead", {words.get("own-lead")} }
            for (page, head, lead, go) in WAYS {
                section { key: "{page:?}", class: "stack", "aria-labelledby": "own-{page:?}",
                    h2 { id: "own-{page:?}", {words.say(head)} }
                    p { {words.say(lead)} }
                    Button {
                        label: words.say(go),
                        on_press: move |()| shell.way.go(Screen::Own(page)),
                    }
                }
            }
        }
    }
}

/// What leads here from other screens.
#[component]
pub fn ToOwnRecord() -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    rsx! {
        section { class: "stack", "aria-labelledby": "own-here",
            h2 { id: "own-here", {words.get("own")} }
            p { {words.get("own-here")} }
            Button { label: words.get("own-see"), on_press: move |()| shell.way.go(Screen::Own(OwnPage::Record)) }
        }
    }
}

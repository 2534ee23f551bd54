//! Why a copy was not made or not brought back, and what to do.

use crate::{
    app::read::OwnTrouble,
    ui::{here::use_words, parts::Note, words::Key},
};
use dioxus::prelude::*;

/// What happened, that nothing was changed by it, and the next step.
#[component]
pub(in crate::ui::screens) fn OwnTroubleNote(
    trouble: OwnTrouble,
    #[props(default)] children: Element,
) -> Element {
    let words = use_words();
    let (head, next) = told(trouble);
    let head = match trouble {
        OwnTrouble::WouldLose(count) => words.with(head.0, [("count", count.into())]),
        _ => words.say(head),
    };
    rsx! {
        Note { warm: true, at_once: true, head,
            p { {words.get("own-nothing-changed")} }
            p { {words.say(next)} }
            {children}
        }
    }
}

const fn told(trouble: OwnTrouble) -> (Key, Key) {
    match trouble {
        OwnTrouble::WrongPassphrase => (Key("own-wrong-passphrase"), Key("own-do-passphrase")),
        OwnTrouble::NotACopy => (Key("own-not-a-copy"), Key("own-do-other-file")),
        OwnTrouble::Damaged => (Key("own-damaged"), Key("own-do-damaged")),
        OwnTrouble::TooNew => (Key("own-too-new"), Key("own-do-update")),
        OwnTrouble::OtherPatient => (Key("own-other-patient"), Key("own-do-other-patient")),
        OwnTrouble::WouldLose(_) => (Key("own-would-lose"), Key("own-do-would-lose")),
        OwnTrouble::NoSpace => (Key("trouble-no-space"), Key("do-free-space")),
        OwnTrouble::NoFolder => (Key("own-no-folder"), Key("own-do-no-folder")),
        OwnTrouble::CannotUse => (Key("own-cannot-use"), Key("own-do-cannot-use")),
        OwnTrouble::Keystore => (Key("trouble-keystore"), Key("do-unlock-phone")),
        OwnTrouble::Unexpected => (Key("trouble-unexpected"), Key("do-open-again")),
    }
}

//! Where a signature stands: in one line of a list, and at the top of its page where it does not hold.

use super::on_the_clock;
use crate::{
    app::read::SignedWhere,
    care::{
        ClockTime,
        consent::{Signature, Word},
    },
    ui::{
        here::use_here,
        parts::{Note, Sign, WhereLine},
        screens::share::StandingLine,
        words::Key,
    },
};
use dioxus::prelude::*;

/// Where it is, or that it does not hold.
#[component]
pub(super) fn PlaceLine(
    place: SignedWhere,
    /// It can still be undone.
    still_here: bool,
) -> Element {
    let words = use_here().words();
    let (sign, said) = match place {
        SignedWhere::Here(standing) => return rsx! { StandingLine { standing, still_here } },
        SignedWhere::AtClinic => (Sign::Sent, Key("paper-at-clinic-signed")),
        SignedWhere::Over(word) => (Sign::Attention, over(word).0),
        SignedWhere::Unclear => (Sign::Attention, Key("paper-unclear")),
    };
    rsx! {
        WhereLine { sign, leads: false, {words.say(said)} }
    }
}

/// What the clinic's record says against it; nothing where it says nothing.
#[component]
pub(super) fn OverNote(place: SignedWhere, signature: Signature) -> Element {
    let here = use_here();
    let words = here.words();
    let (head, lead) = match place {
        SignedWhere::Here(_) | SignedWhere::AtClinic => return rsx! {},
        SignedWhere::Unclear => (Key("paper-unclear"), words.get("paper-unclear-lead")),
        SignedWhere::Over(Word::Ended(Some(at))) => {
            let when = on_the_clock(here, ClockTime::of(at, signature.zone));
            (over(Word::Ended(None)).0, words.with("paper-over-since", [("when", when.into())]))
        }
        SignedWhere::Over(word) => {
            let (head, lead) = over(word);
            (head, words.say(lead))
        }
    };
    rsx! {
        Note { warm: true, head: words.say(head),
            p { "{lead}" }
        }
    }
}

/// That it does not hold, and why.
const fn over(word: Word) -> (Key, Key) {
    match word {
        Word::Mistake => (Key("paper-over-mistake"), Key("paper-over-not-signed")),
        Word::NotAccepted => (Key("paper-over-refused"), Key("paper-over-not-signed")),
        Word::Ended(_) | Word::InForce { .. } | Word::Unclear => (Key("paper-over"), Key("paper-over-lead")),
    }
}

//! Where one message of the patient's is, in one small line; only its state may say so.

use crate::{
    care::{Refusal, message::State},
    ui::{
        here::{Here, use_here},
        parts::{Sign, WhereLine},
    },
};
use dioxus::prelude::*;

/// The state in words, with the exact time; what needs the patient leads on to why.
#[component]
pub(super) fn StateLine(
    state: State,
    /// It can still be taken back: nothing of it has left.
    #[props(default)]
    soon: bool,
    /// Names the message for those who hear the page.
    described_by: String,
) -> Element {
    let here = use_here();
    rsx! {
        // What came back says by itself why, and what to do.
        WhereLine { sign: sign(state, soon), leads: !came_back(state), described_by,
            span { {said(here, state, soon)} }
        }
    }
}

/// It came back from a copy, and nobody knows but the patient whether it is to be sent.
pub(super) const fn came_back(state: State) -> bool {
    matches!(state, State::NeedsAttention(Refusal::CameBack))
}

const fn sign(state: State, soon: bool) -> Sign {
    match state {
        State::Waiting if soon => Sign::Clock,
        State::Draft | State::Waiting | State::StaysHere => Sign::Phone,
        State::Sent(_) | State::Read(_) => Sign::Sent,
        State::NeedsAttention(_) => Sign::Attention,
    }
}

/// The state in words.
pub(super) fn said(here: Here, state: State, soon: bool) -> String {
    let words = here.words();
    match state {
        State::Draft => words.get("message-begun"),
        State::Waiting if soon => words.get("message-soon"),
        State::Waiting => words.get("message-waiting"),
        State::Sent(at) => words.with("message-sent", [("time", here.stamp(at).into())]),
        State::Read(Some(at)) => words.with("message-read-at", [("time", here.stamp(at).into())]),
        State::Read(None) => words.get("message-read"),
        State::NeedsAttention(Refusal::CameBack) => words.get("message-came-back"),
        State::NeedsAttention(_) => words.get("needs-attention"),
        State::StaysHere => words.get("stays-here"),
    }
}

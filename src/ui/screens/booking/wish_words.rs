//! How a wish stands, in words that never say more than is known: asked for is not confirmed.

use super::moment;
use crate::{
    app::read::WishLine,
    care::{
        Private, Refusal,
        booking::{WishState, WishTime},
    },
    ui::{here::Here, parts::visit_name, words::Key},
};
use chrono::{DateTime, Utc};

/// The word for it, and what it means. The second has a gap where it says when.
pub(super) struct Standing {
    pub(super) head: Key,
    /// What that means, in the order to be read.
    pub(super) lead: Vec<String>,
    /// It needs the patient, or was not to be.
    pub(super) warm: bool,
    /// The clinic said yes.
    pub(super) done: bool,
}

/// The one line for a list: "Asked for, not confirmed yet".
pub(super) const fn head(state: &WishState) -> Key {
    match state {
        WishState::OnThisPhone => Key("wish-here"),
        WishState::Held(_) => Key("wish-held"),
        WishState::Asked(_) => Key("wish-asked"),
        WishState::Waiting(_) => Key("wish-on-list"),
        WishState::Offered { .. } => Key("wish-is-offered"),
        WishState::Accepted { .. } => Key("wish-accepted"),
        WishState::Confirmed { .. } => Key("wish-is-confirmed"),
        WishState::Declined { .. } => Key("wish-declined"),
        WishState::Gone { .. } => Key("wish-gone"),
        WishState::Lapsed => Key("wish-lapsed"),
        WishState::TakenBack { .. } => Key("wish-taken-back"),
        WishState::NeedsAttention(Refusal::CameBack) => Key("wish-came-back"),
        WishState::NeedsAttention(_) => Key("wish-not-taken"),
        WishState::StaysHere => Key("wish-practice"),
    }
}

pub(super) fn standing(here: Here, state: &WishState) -> Standing {
    let words = here.words();
    let since = |key: Key, at: DateTime<Utc>| words.with(key.0, [("time", here.stamp(at).into())]);
    let lead = match state {
        WishState::OnThisPhone => vec![words.get("wish-here-lead"), words.get("wish-not-yours")],
        WishState::Held(until) => {
            vec![
                since(Key("wish-held-lead"), *until),
                words.get("wish-held-waits"),
                words.get("wish-not-yours"),
            ]
        }
        WishState::Asked(at) => vec![since(Key("wish-asked-lead"), *at), words.get("wish-not-yours")],
        WishState::Waiting(at) => vec![since(Key("wish-on-list-lead"), *at)],
        WishState::Offered { .. } => vec![words.get("wish-offered-lead")],
        WishState::Accepted { sent: true, .. } => vec![words.get("wish-accepted-lead")],
        WishState::Accepted { sent: false, .. } => vec![words.get("wish-here-lead")],
        WishState::Confirmed { .. } => vec![words.get("wish-confirmed-lead")],
        WishState::Declined { .. } => vec![words.get("wish-declined-lead")],
        WishState::Gone { .. } => vec![words.get("wish-gone-lead")],
        WishState::Lapsed => vec![words.get("wish-lapsed-lead")],
        WishState::TakenBack { heard: true } => vec![words.get("wish-taken-back-lead")],
        WishState::TakenBack { heard: false } => vec![words.get("wish-taken-back-here")],
        WishState::NeedsAttention(Refusal::CameBack) => vec![words.get("wish-came-back-lead")],
        WishState::NeedsAttention(_) => vec![words.get("wish-not-taken-lead")],
        WishState::StaysHere => vec![words.get("book-practice")],
    };
    let warm = matches!(
        state,
        WishState::Offered { .. }
            | WishState::Declined { .. }
            | WishState::Gone { .. }
            | WishState::NeedsAttention(_)
    );
    Standing { head: head(state), lead, warm, done: matches!(state, WishState::Confirmed { .. }) }
}

/// What the clinic wrote with its no.
pub(super) fn said(state: &WishState) -> Option<&str> {
    match state {
        WishState::Declined { said } | WishState::Gone { said } => said.as_ref().map(Private::reveal),
        _ => None,
    }
}

/// The start it is about by now: what was offered or confirmed, else what was asked for.
pub(super) fn start(line: &WishLine) -> Option<DateTime<Utc>> {
    line.state.start().or_else(|| line.wish.time.start())
}

/// Which visit and when: "Integration session, 10:00 am, Thursday, 3 December".
pub(super) fn what(here: Here, line: &WishLine) -> (String, String) {
    let words = here.words();
    let told = |at| moment(here, at, line.zone, line.zone_differs);
    let when = match (start(line), &line.wish.time) {
        (Some(at), _) => told(at),
        (None, WishTime::Earlier { until, .. } | WishTime::At { start: until, .. }) => {
            words.with("wish-before", [("moment", told(*until).into())])
        }
    };
    (visit_name(words, line.wish.kind), when)
}

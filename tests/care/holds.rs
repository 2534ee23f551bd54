//! What is said of a time that is kept is never more than is so at that instant.

use super::{given::utc, wishes::id};
use cairn::care::VisitKind;
use cairn::care::booking::{Hold, HoldState, Keeping, WishState};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use proptest::sample::select;

const STATES: [HoldState; 6] = [
    HoldState::Wanted,
    HoldState::Asked,
    HoldState::Kept,
    HoldState::GivenUp,
    HoldState::LettingGo,
    HoldState::Over,
];

fn now() -> DateTime<Utc> {
    utc("2026-12-02T18:40:00Z")
}

fn hold(state: HoldState, until: Option<i64>) -> Hold {
    Hold {
        record: id("wish"),
        kind: Some(VisitKind::Session),
        slots: vec![id("a"), id("b")],
        there: None,
        state,
        until: until.map(|seconds| now() + TimeDelta::seconds(seconds)),
        made: now(),
    }
}

proptest! {
    #[test]
    fn a_time_is_said_to_be_kept_only_while_the_server_keeps_it(
        state in select(STATES.to_vec()),
        until in proptest::option::of(-600_i64..600),
    ) {
        let hold = hold(state, until);
        match hold.keeping(now()) {
            Keeping::Kept(said) => {
                prop_assert_eq!(state, HoldState::Kept);
                prop_assert!(said == hold.until && until.is_none_or(|seconds| seconds > 0));
            }
            Keeping::Over(said) => {
                prop_assert_eq!((state, Some(said)), (HoldState::Kept, hold.until));
                prop_assert!(said <= now());
            }
            Keeping::Asking => prop_assert!(matches!(state, HoldState::Wanted | HoldState::Asked)),
            Keeping::Not => {
                prop_assert!(matches!(state, HoldState::GivenUp | HoldState::LettingGo | HoldState::Over));
            }
        }
        // One that goes on without another request lasts long enough for somebody to press a button.
        if hold.is_kept(now()) {
            prop_assert!(matches!(state, HoldState::Kept | HoldState::GivenUp));
            prop_assert!(until.is_none_or(|seconds| seconds > 5));
            prop_assert!(until.is_some() || state == HoldState::Kept, "nobody knows what became of it");
        }
    }
}

#[test]
fn only_what_was_not_sent_is_held_and_only_until_an_instant() {
    let until = now() + TimeDelta::minutes(5);
    assert_eq!(WishState::OnThisPhone.held(Some(until)), WishState::Held(until));
    assert_eq!(WishState::OnThisPhone.held(None), WishState::OnThisPhone);
    for state in
        [WishState::Asked(now()), WishState::Gone { said: None }, WishState::TakenBack { heard: true }]
    {
        assert_eq!(state.clone().held(Some(until)), state, "the clinic's word says more");
    }
}

#[test]
fn it_is_for_all_its_slots_in_any_order_and_for_no_others() {
    let hold = hold(HoldState::Kept, None);
    assert!(hold.is_for(VisitKind::Session, &[id("b"), id("a")]));
    assert!(!hold.is_for(VisitKind::Preparation, &[id("a"), id("b")]), "for another kind of visit");
    for other in [vec![id("a")], vec![id("a"), id("c")], vec![id("a"), id("b"), id("c")], vec![]] {
        assert!(!hold.is_for(VisitKind::Session, &other), "{other:?}");
    }
}

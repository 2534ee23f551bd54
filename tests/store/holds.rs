//! Times that the clinic's server keeps: what becomes of each is remembered, and what only kept a time is told from a visit.

use crate::given::{Given, at, id, store};
use cairn::care::Id;
use cairn::care::VisitKind;
use cairn::care::booking::{Hold, HoldState, Slot, SlotState, Wish, WishAnswer, WishTime};
use cairn::store::{Kept, Walk};

fn hold(name: &str, state: HoldState) -> Hold {
    let there = (state != HoldState::Wanted).then(|| id(format!("{name}-there")));
    let (kind, slots) = (Some(VisitKind::Session), vec![id("a"), id("b")]);
    Hold { record: id(name), kind, slots, there, state, until: Some(at(9)), made: at(1) }
}

fn wish(name: &str) -> Wish {
    let time = WishTime::At { start: at(20), end: at(30), slots: vec![id("a")], with: vec![], place: None };
    let zone = chrono_tz::Europe::Rome;
    let kind = VisitKind::Session;
    Wish { id: id(name), kind, time, replaces: None, words: None, made: at(2), zone, answer: None }
}

fn states(given: &Given, names: &[&str]) -> Vec<HoldState> {
    let state = |name: &&str| given.store.read(|r| r.hold(&id(*name))).unwrap().unwrap().state;
    names.iter().map(state).collect()
}

#[test]
fn each_comes_back_as_it_was_by_its_name_and_by_what_keeps_it() {
    let given = store();
    for (name, state) in [
        ("wanted", HoldState::Wanted),
        ("asked", HoldState::Asked),
        ("kept", HoldState::Kept),
        ("given-up", HoldState::GivenUp),
        ("letting-go", HoldState::LettingGo),
        ("over", HoldState::Over),
    ] {
        let hold = hold(name, state);
        given.store.write(|tx| tx.save_hold(&hold)).unwrap();
        assert_eq!(given.store.read(|r| r.hold(&hold.record)).unwrap().as_ref(), Some(&hold));
        if let Some(there) = &hold.there {
            assert_eq!(given.store.read(|r| r.hold_of(there)).unwrap().as_ref(), Some(&hold));
        }
    }
    let open: Vec<Id> =
        given.store.read(|r| r.open_holds()).unwrap().into_iter().map(|one| one.record).collect();
    assert_eq!(open.len(), 4, "what is over, or is being let go, is not open");
}

#[test]
fn what_nobody_asked_for_is_given_up_and_what_was_asked_for_is_not() {
    let given = store();
    let names = ["wanted", "asked", "kept", "wished-for", "but"];
    let all = [HoldState::Wanted, HoldState::Asked, HoldState::Kept, HoldState::Kept, HoldState::Kept];
    for (name, state) in names.iter().zip(all) {
        given.store.write(|tx| tx.save_hold(&hold(name, state))).unwrap();
    }
    given.store.write(|tx| tx.save_wish(&wish("wished-for"))).unwrap();
    assert!(given.store.write(|tx| tx.give_up_holds(Some(&id("but")))).unwrap());
    let gone = [HoldState::Over, HoldState::GivenUp, HoldState::GivenUp, HoldState::Kept, HoldState::Kept];
    assert_eq!(states(&given, &names), gone, "one that was only wanted is nowhere but here");
    let to_give_back = given.store.read(|r| r.holds_given_up()).unwrap();
    assert_eq!(to_give_back.len(), 2);
}

#[test]
fn it_moves_on_only_from_where_it_is() {
    let given = store();
    given.store.write(|tx| tx.save_hold(&hold("h", HoldState::GivenUp))).unwrap();
    let moved = given.store.write(|tx| tx.move_hold(&id("h"), &[HoldState::Asked], HoldState::Kept)).unwrap();
    assert!(!moved, "the answer came after it was given up");
    assert_eq!(states(&given, &["h"]), [HoldState::GivenUp]);
    assert!(
        !given.store.write(|tx| tx.move_hold(&id("none"), &[HoldState::Asked], HoldState::Kept)).unwrap()
    );
}

#[test]
fn what_only_keeps_a_time_is_told_from_what_was_booked() {
    let given = store();
    for name in ["nobodys", "open", "elsewhere", "booked"] {
        given.store.write(|tx| tx.save_hold(&hold(name, HoldState::Kept))).unwrap();
    }
    let confirmed = |visit: &str| WishAnswer::Confirmed { visit: id(visit), start: at(20) };
    given
        .store
        .write(|tx| {
            ["open", "elsewhere", "booked"].iter().try_for_each(|name| tx.save_wish(&wish(name)))?;
            tx.answer_wish(&id("elsewhere"), Some(&confirmed("another")), at(3))?;
            tx.answer_wish(&id("booked"), Some(&confirmed("booked-there")), at(3))
        })
        .unwrap();
    let mut only = given.store.read(|r| r.only_kept()).unwrap();
    only.sort();
    assert_eq!(only, [id("elsewhere-there"), id("nobodys-there"), id("open-there")]);
}

#[test]
fn a_name_the_server_gives_again_is_of_the_newer_one() {
    let given = store();
    given
        .store
        .write(|tx| {
            tx.save_hold(&hold("old", HoldState::Over))?;
            tx.save_hold(&hold("new", HoldState::Wanted))?;
            tx.set_hold_there(&id("new"), &id("old-there"))
        })
        .unwrap();
    let of = given.store.read(|r| r.hold_of(&id("old-there"))).unwrap().unwrap();
    assert_eq!(of.record, id("new"));
}

/// To everybody else a kept time is not free. To the patient it is kept for it is.
#[test]
fn a_walk_that_does_not_see_a_kept_time_leaves_it_while_it_is_kept() {
    let stays = |state: HoldState, until: Option<i64>| {
        let given = store();
        let slot = Slot {
            id: id("a"),
            schedule: id("c"),
            state: SlotState::Free,
            kinds: Vec::new(),
            start: at(100),
            end: at(101),
        };
        let kept = Kept { id: id("a"), body: "{}".into(), problem: None };
        let walk = Walk { began: at(2), until: at(1000), cursor: None };
        given
            .store
            .write(|tx| {
                tx.save_hold(&Hold { until: until.map(at), ..hold("h", state) })?;
                tx.keep_slot(&kept, Some(&slot), at(1))?;
                tx.end_walk(VisitKind::Session, &walk, &[id("c")])
            })
            .unwrap();
        !given.store.read(|r| r.slots(at(0), at(1000))).unwrap().is_empty()
    };
    for state in [HoldState::Asked, HoldState::Kept, HoldState::GivenUp, HoldState::LettingGo] {
        assert!(stays(state, Some(9)) && stays(state, None), "{state:?}");
        assert!(!stays(state, Some(2)), "{state:?}, and its time is up");
    }
    assert!(!stays(HoldState::Over, Some(9)) && !stays(HoldState::Wanted, Some(9)));
}

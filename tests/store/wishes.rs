//! What was asked of the clinic comes back as it was, goes together with what tells the clinic, and free times are as old as
//! the walk that saw them.

use crate::given::{at, id, outgoing, store};
use cairn::care::booking::{Cancellation, Party, Slot, SlotState, Wish, WishAnswer, WishTime};
use cairn::care::{Delivery, Happened, Notice, Private, Refusal, Subject, VisitKind};
use cairn::store::{Kept, Outgoing, Over, Walk};
use proptest::prelude::*;
use proptest::sample::select;

fn wish(name: &str, earlier: bool) -> Wish {
    Wish {
        id: id(name),
        kind: VisitKind::Integration,
        time: if earlier {
            WishTime::Earlier { from: at(10), until: at(20) }
        } else {
            let with = vec![Party::Clinician(id("ash")), Party::Role(id("kim"))];
            WishTime::At {
                start: at(10),
                end: at(20),
                slots: vec![id("a"), id("b")],
                with,
                place: Some(id("p")),
            }
        },
        replaces: earlier.then(|| (id("old"), at(99))),
        words: Some(Private::new("el martes, ¿sí?")),
        made: at(1),
        zone: chrono_tz::America::Sao_Paulo,
        answer: None,
    }
}

/// A request about a wish, which the row is named after.
fn about(row: &str) -> Outgoing {
    Outgoing { kind: "Appointment".into(), ..outgoing(row) }
}

fn answers() -> Vec<Option<WishAnswer>> {
    vec![
        None,
        Some(WishAnswer::Offered { start: at(5), end: Some(at(6)) }),
        Some(WishAnswer::Offered { start: at(5), end: None }),
        Some(WishAnswer::Accepted { start: at(5), end: None }),
        Some(WishAnswer::Confirmed { visit: id("v"), start: at(7) }),
        Some(WishAnswer::Declined { said: Some(Private::new("No.")), gone: false }),
        Some(WishAnswer::Declined { said: None, gone: true }),
        Some(WishAnswer::TakenBack),
        Some(WishAnswer::Lapsed),
    ]
}

#[test]
fn a_wish_comes_back_as_it_was_with_every_answer() {
    let given = store();
    for earlier in [false, true] {
        let name = if earlier { "w.earlier" } else { "w.at" };
        let wish = wish(name, earlier);
        given.store.write(|tx| tx.save_wish(&wish)).unwrap();
        assert_eq!(given.store.read(|r| r.wish(&wish.id)).unwrap().as_ref(), Some(&wish));
        for answer in answers() {
            let news = given.store.write(|tx| tx.answer_wish(&wish.id, answer.as_ref(), at(30))).unwrap();
            let again = given.store.write(|tx| tx.answer_wish(&wish.id, answer.as_ref(), at(40))).unwrap();
            assert_eq!((news, again), (answer.is_some(), false), "{answer:?}");
            let open = given.store.read(|r| r.open_wishes()).unwrap();
            let kept = given.store.read(|r| r.wish(&wish.id)).unwrap().unwrap();
            assert_eq!(open.iter().any(|one| one.id == wish.id), kept.is_open(), "{answer:?}");
            let ended = given.store.read(|r| r.ended_wishes(9)).unwrap();
            assert_eq!(ended.iter().any(|one| one.id == wish.id), !kept.is_open());
            assert_eq!(kept.answer, answer.map(|answer| (answer, at(30))));
            given.store.write(|tx| tx.answer_wish(&wish.id, None, at(50))).unwrap();
        }
    }
    let replacing = given.store.read(|r| r.wishes_replacing(&id("old"))).unwrap();
    assert_eq!(replacing.len(), 1);
}

#[test]
fn a_wish_and_what_tells_the_clinic_are_saved_together_or_not_at_all() {
    let given = store();
    let failed: Result<(), _> = given.store.write(|tx| {
        tx.save_wish(&wish("w", false))?;
        tx.enqueue(&about("w"))?;
        tx.save_wish(&wish("w", false))
    });
    assert!(failed.is_err());
    given
        .store
        .read(|r| {
            assert_eq!(r.wish(&id("w"))?, None);
            assert_eq!(r.delivery(&id("w"))?, None);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_word_over_one_version_waits_behind_nothing_and_is_known_by_it() {
    let given = store();
    given
        .store
        .write(|tx| {
            tx.enqueue(&about("w"))?;
            tx.acknowledge(&id("w"), at(1), Some("1"))?;
            tx.enqueue_over(&about("w.2"), &Over::Version("7".into()))
        })
        .unwrap();
    let ready = given.store.read(|r| r.ready(at(2), 9)).unwrap();
    assert_eq!(ready.len(), 1);
    assert_eq!((&ready[0].over, ready[0].first), (&Some(Over::Version("7".into())), false));
    // In its place, and nothing that was tried leaves again.
    given
        .store
        .write(|tx| {
            tx.mark_tried(&id("w.2"), at(3))?;
            tx.enqueue_instead_over(&about("w.3"), &Over::Unanswered)
        })
        .unwrap();
    let ready = given.store.read(|r| r.ready(at(2), 9)).unwrap();
    assert_eq!(ready.iter().map(|one| one.outgoing.id.as_str()).collect::<Vec<_>>(), ["w.3"]);
    assert_eq!(ready[0].over, Some(Over::Unanswered));
    // Taken back, what was acknowledged before still is.
    assert!(given.store.write(|tx| tx.take_back_waiting(&id("w"))).unwrap());
    assert_eq!(given.store.read(|r| r.delivery(&id("w"))).unwrap(), Some(Delivery::Sent(at(1))));
    assert!(!given.store.write(|tx| tx.take_back_waiting(&id("w"))).unwrap(), "nothing waits");
    given
        .store
        .write(|tx| {
            tx.enqueue_over(&about("w.4"), &Over::Unanswered)?;
            tx.mark_tried(&id("w.4"), at(4))
        })
        .unwrap();
    assert!(!given.store.write(|tx| tx.take_back_waiting(&id("w"))).unwrap(), "it may have left");
    given.store.write(|tx| tx.set_aside(&id("w.4"), Refusal::Conflict, at(5))).unwrap();
    let aside = given.store.read(|r| r.set_aside_for("Appointment", Refusal::Conflict)).unwrap();
    assert_eq!(aside, [id("w")]);
    assert_eq!(given.store.read(|r| r.set_aside_for("Observation", Refusal::Conflict)).unwrap(), []);
}

#[test]
fn a_cancellation_comes_back_as_it_was_and_ends_once() {
    let given = store();
    let cancellation = Cancellation {
        visit: id("v"),
        start: Some(at(9)),
        reason: Some(Private::new("estoy enferma")),
        made: at(1),
        done: None,
    };
    given.store.write(|tx| tx.save_cancellation(&cancellation)).unwrap();
    assert_eq!(given.store.read(|r| r.cancellation(&id("v"))).unwrap().as_ref(), Some(&cancellation));
    assert!(given.store.write(|tx| tx.end_cancellation(&id("v"), false)).unwrap());
    assert!(!given.store.write(|tx| tx.end_cancellation(&id("v"), false)).unwrap());
    let ended = Cancellation { done: Some(false), ..cancellation.clone() };
    assert_eq!(given.store.read(|r| r.cancellation(&id("v"))).unwrap(), Some(ended));
    // Cancelled anew, it is open again.
    given.store.write(|tx| tx.save_cancellation(&cancellation)).unwrap();
    assert_eq!(given.store.read(|r| r.cancellation(&id("v"))).unwrap(), Some(cancellation));
}

#[test]
fn of_what_was_said_to_a_wish_only_the_last_word_is_news() {
    let given = store();
    let tell = |name: &str, subject, happened| {
        let notice = Notice { id: id(name), subject, happened, about: id("w"), at: at(1) };
        given.store.write(|tx| tx.tell(&notice)).unwrap();
        given.store.read(|r| r.notices()).unwrap().into_iter().map(|one| one.happened).collect::<Vec<_>>()
    };
    assert_eq!(tell("1", Subject::Wish, Happened::Offered), [Happened::Offered]);
    assert_eq!(tell("1.1", Subject::Wish, Happened::Withdrawn), [Happened::Withdrawn], "no offer any more");
    assert_eq!(tell("1.2", Subject::Wish, Happened::Offered), [Happened::Offered], "another one");
    assert_eq!(tell("1.3", Subject::Wish, Happened::OfferLapsed), [Happened::OfferLapsed]);
    assert_eq!(tell("2", Subject::Wish, Happened::Gone), [Happened::Gone]);
    assert_eq!(tell("3", Subject::Wish, Happened::Declined), [Happened::Declined]);
    assert_eq!(tell("4", Subject::Wish, Happened::Confirmed), [Happened::Confirmed]);
    let both = [Happened::NotCancelled, Happened::Confirmed];
    assert_eq!(tell("5", Subject::Visit, Happened::NotCancelled), both, "another thing is told beside it");
    assert_eq!(tell("6", Subject::Visit, Happened::Cancelled), [&[Happened::Cancelled][..], &both].concat());
    assert!(
        given.store.write(|tx| tx.untell_withdrawn(Subject::Visit, &id("w"))).unwrap(),
        "it stands again"
    );
    assert_eq!(given.store.read(|r| r.notices()).unwrap().len(), 2);
}

fn kept(name: &str) -> Kept {
    Kept { id: id(name), body: format!(r#"{{"id":"{name}"}}"#), problem: None }
}

fn names(kept: &[Kept]) -> Vec<&str> {
    kept.iter().map(|one| one.id.as_str()).collect()
}

/// A walk that began so many seconds after the start.
fn walk(began: i64) -> Walk {
    Walk { began: at(began), until: at(1000), cursor: None }
}

proptest! {
    /// Only a walk that came to its end makes slots go, and only those of its calendars and its stretch; the age is that of
    /// the last one that did.
    #[test]
    fn slots_stay_until_a_walk_to_the_end_does_not_see_them(
        first in proptest::collection::btree_set((0_i64..3, 100_i64..1100), 0..9),
        seen in proptest::collection::btree_set((0_i64..3, 100_i64..1100), 0..9),
        asked in select(vec![vec![0], vec![1, 2], vec![0, 1, 2]]),
        ended: bool,
    ) {
        let given = store();
        let see = |slots: &std::collections::BTreeSet<(i64, i64)>, began: i64| {
            given.store.write(|tx| {
                for (of, start) in slots {
                    let name = format!("c{of}-{start}");
                    let slot = Slot {
                        id: id(&name),
                        schedule: id(format!("c{of}")),
                        state: SlotState::Free,
                        kinds: Vec::new(),
                        start: at(*start),
                        end: at(*start + 1),
                    };
                    tx.keep_slot(&kept(&name), Some(&slot), at(began))?;
                }
                tx.set_walk(VisitKind::Session, &Walk { cursor: Some("page 2".into()), ..walk(began) })
            })
        };
        see(&first, 1).unwrap();
        see(&seen, 2).unwrap();
        let schedules: Vec<_> = asked.iter().map(|of| id(format!("c{of}"))).collect();
        if ended {
            given.store.write(|tx| tx.end_walk(VisitKind::Session, &walk(2), &schedules)).unwrap();
        }
        let there = given.store.read(|r| r.slots(at(0), at(2000))).unwrap();
        let there: std::collections::BTreeSet<_> = names(&there).into_iter().map(str::to_owned).collect();
        let goes = |slot: &&(i64, i64)| ended && asked.contains(&slot.0) && slot.1 < 1000 && !seen.contains(*slot);
        let stay: std::collections::BTreeSet<_> = first.union(&seen).filter(|slot| !goes(slot))
            .map(|(of, start)| format!("c{of}-{start}")).collect();
        prop_assert_eq!(there, stay);
        let age = given.store.read(|r| r.slots_asked(VisitKind::Session)).unwrap().map(|age| age.at);
        prop_assert_eq!(age, ended.then(|| at(2)));
        let left = given.store.read(|r| r.walk(VisitKind::Session)).unwrap();
        prop_assert_eq!(left.is_none(), ended, "what was cut off is gone on with");
    }
}

#[test]
fn a_walk_that_goes_on_keeps_the_age_of_the_one_before() {
    let given = store();
    given.store.write(|tx| tx.end_walk(VisitKind::Session, &walk(1), &[])).unwrap();
    let next = Walk { cursor: Some("0 page 2".into()), ..walk(60) };
    given.store.write(|tx| tx.set_walk(VisitKind::Session, &next)).unwrap();
    given
        .store
        .read(|r| {
            assert_eq!(r.walk(VisitKind::Session)?, Some(next.clone()));
            assert_eq!(r.slots_asked(VisitKind::Session)?.map(|age| age.at), Some(at(1)));
            assert_eq!(r.walk(VisitKind::Preparation)?, None);
            Ok(())
        })
        .unwrap();
}

#[test]
fn what_cannot_be_read_is_there_without_a_time() {
    let given = store();
    let odd = Kept { problem: Some("Slot.start: missing".into()), ..kept("odd") };
    given
        .store
        .write(|tx| {
            tx.keep_slot(&odd, None, at(1))?;
            tx.keep_schedules(&[kept("b"), kept("a")])?;
            tx.keep_schedules(&[kept("c")])
        })
        .unwrap();
    assert_eq!(given.store.read(|r| r.slots(at(0), at(1))).unwrap(), [odd]);
    assert_eq!(names(&given.store.read(|r| r.schedules()).unwrap()), ["c"]);
    given.store.write(|tx| tx.end_walk(VisitKind::Session, &walk(2), &[])).unwrap();
    assert_eq!(given.store.read(|r| r.slots(at(0), at(1))).unwrap(), [], "nor is it there any more");
}

//! A patient is told once of each thing, until it was seen or is put right.

use crate::given::{at, id, store};
use cairn::care::{Happened, Notice, Subject};
use std::slice::from_ref;

fn notice(name: &str, happened: Happened, seconds: i64) -> Notice {
    Notice { id: id(name), subject: Subject::Visit, happened, about: id("visit"), at: at(seconds) }
}

fn moved(from: i64, to: i64) -> Happened {
    Happened::Moved { from: at(from), to: at(to) }
}

#[test]
fn telling_twice_tells_once_until_it_was_seen() {
    let given = store();
    let first = notice("n1", Happened::Withdrawn, 0);
    let again = notice("n2", Happened::Withdrawn, 5);
    given
        .store
        .write(|tx| {
            tx.tell(&first)?;
            tx.tell(&again)?;
            assert_eq!(tx.notices()?, from_ref(&first));
            tx.seen(&first.id, at(6))?;
            assert_eq!(tx.notices()?, []);
            tx.tell(&again)?;
            assert_eq!(tx.notices()?, from_ref(&again), "withdrawn once more, after it came back");
            Ok(())
        })
        .unwrap();
}

#[test]
fn each_subject_happening_and_record_is_told_apart_newest_first() {
    let given = store();
    let visit = notice("n1", Happened::Withdrawn, 0);
    let plan = Notice { subject: Subject::Plan, ..notice("n2", Happened::Withdrawn, 2) };
    let protocol = Notice { subject: Subject::Protocol, ..notice("n3", Happened::Unreadable, 1) };
    let medicine = Notice { subject: Subject::Medicine, ..notice("n4", Happened::Withdrawn, 1) };
    let other_visit = Notice { about: id("another"), ..notice("n5", moved(0, 9), 3) };
    given
        .store
        .write(|tx| {
            for one in [&visit, &plan, &protocol, &medicine, &other_visit] {
                tx.tell(one)?;
            }
            assert_eq!(tx.notices()?, [other_visit, plan, medicine, protocol, visit]);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_visit_that_moves_twice_is_told_from_the_time_the_patient_knows() {
    let given = store();
    given
        .store
        .write(|tx| {
            tx.tell(&notice("n1", moved(100, 200), 0))?;
            tx.tell(&notice("n2", moved(200, 300), 5))?;
            assert_eq!(tx.notices()?, [notice("n1", moved(100, 300), 5)]);
            tx.tell(&notice("n3", moved(300, 100), 6))?;
            assert_eq!(tx.notices()?, [], "it is where it was");

            tx.tell(&notice("n4", moved(100, 200), 7))?;
            tx.seen(&id("n4"), at(8))?;
            tx.tell(&notice("n5", moved(200, 100), 9))?;
            assert_eq!(tx.notices()?, [notice("n5", moved(200, 100), 9)], "the patient knows the other time");
            Ok(())
        })
        .unwrap();
}

#[test]
fn that_a_visit_stands_again_is_told_with_the_time_it_has_until_it_is_off() {
    let given = store();
    let again = |to| Happened::StandsAgain { at: at(to) };
    given
        .store
        .write(|tx| {
            tx.tell(&notice("n1", again(100), 0))?;
            assert_eq!(tx.notices()?, [notice("n1", again(100), 0)]);
            tx.tell(&notice("n2", moved(100, 200), 1))?;
            assert_eq!(tx.notices()?, [notice("n2", moved(100, 200), 1), notice("n1", again(200), 0)]);
            tx.tell(&notice("n3", Happened::Withdrawn, 2))?;
            assert_eq!(tx.notices()?, [notice("n3", Happened::Withdrawn, 2)]);
            Ok(())
        })
        .unwrap();
}

#[test]
fn what_cannot_be_read_is_told_until_it_can_be_read() {
    let given = store();
    let unreadable = notice("n1", Happened::Unreadable, 0);
    given
        .store
        .write(|tx| {
            tx.tell(&unreadable)?;
            tx.seen(&unreadable.id, at(1))?;
            assert_eq!(tx.notices()?, from_ref(&unreadable), "having seen it does not make it readable");
            assert!(!tx.untell_unreadable(Subject::Plan, &unreadable.about)?);
            assert!(tx.untell_unreadable(Subject::Visit, &unreadable.about)?);
            assert!(!tx.untell_unreadable(Subject::Visit, &unreadable.about)?);
            assert_eq!(tx.notices()?, []);
            Ok(())
        })
        .unwrap();
}

#[test]
fn readable_again_takes_nothing_else_back() {
    let given = store();
    let withdrawn = notice("n1", Happened::Withdrawn, 0);
    given
        .store
        .write(|tx| {
            tx.tell(&withdrawn)?;
            assert!(!tx.untell_unreadable(Subject::Visit, &withdrawn.about)?);
            assert_eq!(tx.notices()?, [withdrawn]);
            Ok(())
        })
        .unwrap();
}

#[test]
fn what_was_not_seen_and_is_not_so_any_more_goes() {
    let given = store();
    let (off, on) = (notice("n2", Happened::Withdrawn, 5), notice("n3", moved(200, 300), 6));
    given
        .store
        .write(|tx| {
            tx.tell(&notice("n1", moved(100, 200), 0))?;
            tx.tell(&off)?;
            assert_eq!(tx.notices()?, from_ref(&off), "nothing is moved and taken back");
            tx.tell(&on)?;
            assert_eq!(tx.notices()?, from_ref(&on));
            assert!(!tx.untell_withdrawn(Subject::Visit, &on.about)?);
            assert!(tx.untell_moved(Subject::Visit, &on.about)?);
            tx.tell(&off)?;
            assert!(!tx.untell_withdrawn(Subject::Plan, &off.about)?);
            assert!(tx.untell_withdrawn(Subject::Visit, &off.about)?);
            assert_eq!(tx.notices()?, []);
            Ok(())
        })
        .unwrap();
}

#[test]
fn while_a_visit_cannot_be_read_nothing_older_is_told_about_it() {
    let given = store();
    let (older, unreadable) = (notice("n1", moved(100, 200), 0), notice("n2", Happened::Unreadable, 5));
    let other = Notice { about: id("another"), ..notice("n3", Happened::Withdrawn, 1) };
    given
        .store
        .write(|tx| {
            for one in [&older, &unreadable, &other] {
                tx.tell(one)?;
            }
            assert_eq!(tx.notices()?, [unreadable.clone(), other.clone()]);
            tx.untell_unreadable(Subject::Visit, &unreadable.about)?;
            assert_eq!(tx.notices()?, [other, older]);
            Ok(())
        })
        .unwrap();
}

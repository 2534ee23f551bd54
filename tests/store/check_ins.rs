//! Check-ins are saved, replaced, removed and leafed through, newest first.

use crate::given::{at, check_in, id, open, store};
use cairn::care::{CheckIn, Score};
use chrono::TimeDelta;

#[test]
fn what_was_saved_is_read_back_after_a_restart() {
    let given = store();
    let full = check_in("a", 0);
    let bare = CheckIn { words: None, at: at(1) + TimeDelta::milliseconds(7), ..check_in("b", 1) };
    given.store.write(|tx| tx.save_check_in(&full)).unwrap();
    given.store.write(|tx| tx.save_check_in(&bare)).unwrap();
    let folder = given.close();

    let again = open(&folder.path().join("store.db")).unwrap();
    assert_eq!(again.read(|r| r.check_in(&full.id)).unwrap(), Some(full.clone()));
    assert_eq!(again.read(|r| r.check_ins(None, 10)).unwrap(), [bare, full]);
}

#[test]
fn saving_again_replaces_and_removing_removes() {
    let given = store();
    let first = check_in("a", 0);
    let second = CheckIn { mood: Score::new(9).unwrap(), words: None, ..first.clone() };
    given.store.write(|tx| tx.save_check_in(&first)).unwrap();
    given.store.write(|tx| tx.save_check_in(&second)).unwrap();
    assert_eq!(given.store.read(|r| r.check_ins(None, 10)).unwrap(), [second]);

    assert!(given.store.write(|tx| tx.remove_check_in(&first.id)).unwrap());
    assert!(!given.store.write(|tx| tx.remove_check_in(&first.id)).unwrap());
    assert_eq!(given.store.read(|r| r.check_in(&id("a"))).unwrap(), None);
}

#[test]
fn pages_go_back_in_time_and_skip_none_made_in_the_same_millisecond() {
    let given = store();
    let names = ["a", "b", "c", "d", "e", "f"];
    // c, d and e share an instant, in the middle of which the first page ends.
    let all: Vec<CheckIn> =
        names.iter().zip([0, 1, 2, 2, 2, 3]).map(|(name, second)| check_in(name, second)).collect();
    given.store.write(|tx| all.iter().try_for_each(|one| tx.save_check_in(one))).unwrap();

    let (mut seen, mut before, mut pages) = (Vec::new(), None, 0);
    loop {
        let page = given.store.read(|r| r.check_ins(before, 2)).unwrap();
        let Some(last) = page.last() else { break };
        before = Some(last.at);
        seen.extend(page);
        pages += 1;
    }
    let newest_first: Vec<CheckIn> = all.into_iter().rev().collect();
    assert_eq!(seen, newest_first);
    assert_eq!(pages, 2);
}

#[test]
fn a_page_of_none_is_empty() {
    let given = store();
    given.store.write(|tx| tx.save_check_in(&check_in("a", 0))).unwrap();
    assert_eq!(given.store.read(|r| r.check_ins(None, 0)).unwrap(), []);
    assert_eq!(given.store.read(|r| r.check_ins(Some(at(0)), 5)).unwrap(), []);
    assert_eq!(given.store.read(|r| r.check_ins(None, usize::MAX)).unwrap().len(), 1);
}

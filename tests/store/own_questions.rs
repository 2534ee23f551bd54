//! Questions are kept in the order they came, changed in place, and gone when they are removed.

use crate::given::{at, id, open, store};
use cairn::care::{OwnQuestion, Private};

fn question(name: &str, made: i64) -> OwnQuestion {
    OwnQuestion { id: id(name), words: Private::new(name), article: None, made_at: at(made), asked_at: None }
}

#[test]
fn questions_outlive_a_restart_and_stand_in_their_order() {
    let given = store();
    let later = OwnQuestion { article: Some("risks".into()), asked_at: Some(at(9)), ..question("later", 2) };
    let first = question("first", 1);
    given.store.write(|tx| tx.save_question(&later).and_then(|()| tx.save_question(&first))).unwrap();
    let folder = given.close();

    let again = open(&folder.path().join("store.db")).unwrap();
    assert_eq!(again.read(|r| r.own_questions()).unwrap(), [first.clone(), later]);
    assert_eq!(again.read(|r| r.own_question(&id("first"))).unwrap(), Some(first));
}

#[test]
fn a_question_is_changed_in_place_and_removed_once() {
    let given = store();
    given.store.write(|tx| tx.save_question(&question("a", 1))).unwrap();
    let changed = OwnQuestion { words: Private::new("other words"), ..question("a", 1) };
    given.store.write(|tx| tx.save_question(&changed)).unwrap();
    assert_eq!(given.store.read(|r| r.own_questions()).unwrap(), [changed]);
    assert!(given.store.write(|tx| tx.remove_question(&id("a"))).unwrap());
    assert!(!given.store.write(|tx| tx.remove_question(&id("a"))).unwrap());
    assert_eq!(given.store.read(|r| r.own_question(&id("a"))).unwrap(), None);
}

//! A wrong key and a damaged file are told apart, and neither is ever answered with wrong data.

use crate::given::{Given, KEY, at, beneath, check_in, key, mirrored, open, outgoing, store};
use cairn::care::{CheckIn, Private};
use cairn::store::{Handling, Mirrored, Store, StoreError, StoreKey};
use std::{fs, path::Path};

/// Text long enough to fill pages of its own, in which `SQLite` itself would not notice a hole.
fn long(seed: usize) -> String {
    (seed..seed + 3000).map(|number| number.to_string()).collect::<Vec<_>>().join(" ")
}

/// A closed store with many pages, and where it is.
fn filled() -> tempfile::TempDir {
    let given = store();
    given
        .store
        .write(|tx| {
            for (number, second) in (0..20).zip(0..) {
                let words = Some(Private::new(long(number).split_off(7000)));
                tx.save_check_in(&CheckIn { words, ..check_in(&format!("c{number}"), second) })?;
                tx.enqueue(&outgoing(&format!("c{number}")))?;
                tx.mirror(&mirrored("Appointment", &format!("v{number}"), &long(number)))?;
            }
            Ok(())
        })
        .unwrap();
    given.close()
}

/// Everything that can be read.
type All = (Vec<CheckIn>, Vec<Mirrored>, usize, usize);

fn everything(store: &Store) -> Result<All, StoreError> {
    store.read(|r| {
        let outbox = (r.ready(at(0), usize::MAX)?.len(), r.queue(usize::MAX)?.len());
        Ok((r.check_ins(None, usize::MAX)?, r.mirrored("Appointment")?, outbox.0, outbox.1))
    })
}

#[test]
fn a_wrong_key_is_called_a_wrong_key_and_changes_nothing() {
    let folder = filled();
    let path = folder.path().join("store.db");
    let before = fs::read(&path).unwrap();
    let mut almost = KEY;
    almost[31] ^= 1;
    for wrong in [[0; 32], almost] {
        let refused = Store::open(&path, &StoreKey::from_bytes(wrong)).unwrap_err();
        assert!(matches!(refused, StoreError::WrongKey), "{refused:?}");
        assert_eq!(refused.handling(), Handling::TellPatient);
    }
    assert!(fs::read(&path).unwrap() == before);
    assert_eq!(everything(&open(&path).unwrap()).unwrap().0.len(), 20);
}

#[test]
fn a_wrong_key_does_not_cost_what_stands_only_in_the_log() {
    let given = store();
    given.store.write(|tx| tx.save_check_in(&check_in("a", 0))).unwrap();
    // As a kill leaves it: the store and a log that was never folded into it.
    let killed = tempfile::tempdir().unwrap();
    for name in ["store.db", "store.db-wal"] {
        fs::copy(given.folder.path().join(name), killed.path().join(name)).unwrap();
    }
    let path = killed.path().join("store.db");
    let refused = Store::open(&path, &StoreKey::from_bytes([0; 32])).unwrap_err();
    assert!(matches!(refused, StoreError::WrongKey), "{refused:?}");
    let kept = open(&path).unwrap().read(|r| r.check_ins(None, 9)).unwrap();
    assert_eq!(kept, [check_in("a", 0)]);
}

#[test]
fn a_flipped_byte_anywhere_is_damage_or_harmless_and_never_another_answer() {
    let folder = filled();
    let path = folder.path().join("store.db");
    let whole = fs::read(&path).unwrap();
    let right = everything(&open(&path).unwrap()).unwrap();
    let (mut damaged, mut harmless) = (0, 0);
    // The first bytes one by one, for they are special; then a byte or two of every page.
    let places = (0..24).chain((24..whole.len()).step_by(2801));
    for place in places {
        let mut flipped = whole.clone();
        flipped[place] ^= 0x10;
        fs::write(&path, &flipped).unwrap();
        match open(&path).and_then(|store| everything(&store)) {
            Err(StoreError::Damaged) => damaged += 1,
            Ok(answer) => {
                assert!(answer == right, "byte {place} changed what is read");
                harmless += 1;
            }
            Err(other) => panic!("byte {place}: {other:?}"),
        }
    }
    assert!(damaged > 50, "{damaged} damaged, {harmless} harmless");
}

#[test]
fn damage_is_found_before_anything_is_saved_on_top_of_it() {
    let folder = filled();
    let path = folder.path().join("store.db");
    let mut bytes = fs::read(&path).unwrap();
    // All but the first page.
    bytes[4096..].iter_mut().for_each(|byte| *byte ^= 1);
    fs::write(&path, &bytes).unwrap();
    let refused = open(&path).and_then(|store| store.write(|tx| tx.save_check_in(&check_in("new", 0))));
    assert!(matches!(refused, Err(StoreError::Damaged)), "{refused:?}");
    assert!(fs::read(&path).unwrap() == bytes);
}

#[test]
fn a_file_that_lost_its_end_or_became_something_else_is_not_taken_for_a_new_store() {
    let folder = filled();
    let path = folder.path().join("store.db");
    let whole = fs::read(&path).unwrap();
    let salt_only = whole[..16].to_vec();
    let half = whole[..whole.len() / 2].to_vec();
    let mut zeros = vec![0; whole.len()];
    zeros[..16].copy_from_slice(&salt_only);
    for (what, bytes) in [("salt", salt_only), ("half", half), ("zeros", zeros)] {
        fs::write(&path, bytes).unwrap();
        let answer = open(&path).and_then(|store| everything(&store));
        assert!(matches!(answer, Err(StoreError::Damaged)), "{what}: {answer:?}");
    }
    for (what, bytes) in [("page of a website", &b"<html>"[..]), ("other", &[7; 9000][..])] {
        fs::write(&path, bytes).unwrap();
        let answer = open(&path).map(drop);
        assert!(matches!(answer, Err(StoreError::WrongKey)), "{what}: {answer:?}");
    }
}

#[test]
fn a_log_without_its_store_is_damage_and_not_a_new_store() {
    let given = store();
    given.store.write(|tx| tx.save_check_in(&check_in("a", 0))).unwrap();
    let torn = tempfile::tempdir().unwrap();
    let path = torn.path().join("store.db");
    fs::copy(given.folder.path().join("store.db-wal"), torn.path().join("store.db-wal")).unwrap();
    for empty_file in [false, true] {
        if empty_file {
            fs::write(&path, "").unwrap();
        }
        let refused = open(&path).unwrap_err();
        assert!(matches!(refused, StoreError::Damaged), "{refused:?}");
    }
    assert!(torn.path().join("store.db-wal").exists());
}

#[test]
fn a_value_no_version_wrote_is_damage() {
    let Given { folder, store } = store();
    store.write(|tx| tx.save_check_in(&check_in("a", 0))).unwrap();
    let path: &Path = &folder.path().join("store.db");
    for sql in ["UPDATE check_in SET zone = 'Nowhere/None'", "UPDATE check_in SET zone = 'UTC', at = -9e18"] {
        beneath(path).execute(&sql.replace("-9e18", "-9000000000000000000"), []).unwrap();
        let refused = store.read(|r| r.check_in(&check_in("a", 0).id));
        assert!(matches!(refused, Err(StoreError::Damaged)), "{refused:?}");
    }
}

#[test]
fn a_folder_that_is_not_there_is_an_error_of_the_system() {
    let folder = tempfile::tempdir().unwrap();
    let refused = Store::open(&folder.path().join("none/store.db"), &key()).unwrap_err();
    assert!(matches!(refused, StoreError::Io(_)), "{refused:?}");
    assert_eq!(refused.handling(), Handling::Retry);
}

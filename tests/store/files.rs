//! Setting aside keeps everything; erasing leaves nothing.

use crate::given::{at, beneath, check_in, open, store};
use cairn::store::{Store, quarantine};
use std::{fs, io, path::Path};

/// A store as a kill leaves it, with a row that stands only in the log.
fn killed() -> tempfile::TempDir {
    let given = store();
    given.store.write(|tx| tx.save_check_in(&check_in("a", 0))).unwrap();
    let copy = tempfile::tempdir().unwrap();
    for name in ["store.db", "store.db-wal", "store.db-shm"] {
        fs::copy(given.folder.path().join(name), copy.path().join(name)).unwrap();
    }
    copy
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn what_is_set_aside_is_whole_and_makes_room_for_a_new_store() {
    let folder = killed();
    let path = folder.path().join("store.db");
    let before: Vec<Vec<u8>> =
        ["store.db", "store.db-wal"].iter().map(|name| fs::read(folder.path().join(name)).unwrap()).collect();

    let moved = quarantine(&path, at(0)).unwrap();
    let aside = moved.parent().unwrap();
    assert_eq!(names(folder.path()), ["set-aside-20270115T080000000Z"]);
    assert_eq!(names(aside), ["store.db", "store.db-shm", "store.db-wal"]);
    let after: Vec<Vec<u8>> =
        ["store.db", "store.db-wal"].iter().map(|name| fs::read(aside.join(name)).unwrap()).collect();
    assert!(before == after, "not a byte was changed");

    let fresh = open(&path).unwrap();
    assert_eq!(fresh.read(|r| r.check_ins(None, 9)).unwrap(), []);
    let kept = open(&moved).unwrap().read(|r| r.check_ins(None, 9)).unwrap();
    assert_eq!(kept, [check_in("a", 0)], "the right key still opens it, log and all");
}

#[test]
fn two_stores_set_aside_at_one_instant_are_both_kept() {
    let folder = killed();
    let path = folder.path().join("store.db");
    let first = quarantine(&path, at(0)).unwrap();
    open(&path).unwrap();
    let second = quarantine(&path, at(0)).unwrap();
    assert_ne!(first, second);
    assert!(first.exists() && second.exists() && !path.exists());
}

#[test]
fn a_log_that_lost_its_store_is_set_aside_too() {
    let folder = killed();
    let path = folder.path().join("store.db");
    fs::remove_file(&path).unwrap();
    let moved = quarantine(&path, at(0)).unwrap();
    assert_eq!(names(moved.parent().unwrap()), ["store.db-shm", "store.db-wal"]);
    open(&path).unwrap();
}

#[test]
fn with_nothing_there_setting_aside_says_so_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let refused = quarantine(&folder.path().join("store.db"), at(0)).unwrap_err();
    assert_eq!(refused.kind(), io::ErrorKind::NotFound);
    assert_eq!(names(folder.path()), [""; 0]);
}

#[test]
fn erasing_leaves_nothing_and_touches_no_other_store() {
    let folder = killed();
    let path = folder.path().join("store.db");
    let other = folder.path().join("store.db2");
    drop(open(&other).unwrap());
    Store::erase(&path).unwrap();
    assert_eq!(names(folder.path()), ["store.db2"]);
    Store::erase(&path).unwrap();
    let tables: i64 = beneath(&other).query_row("SELECT count(*) FROM owner", [], |row| row.get(0)).unwrap();
    assert_eq!(tables, 0, "the other still opens");
}

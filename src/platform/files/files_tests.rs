//! A file of the person's is whole or not there, and never written over.

use super::*;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 28).unwrap()
}

#[test]
fn a_file_has_its_name_only_once_it_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let mut fresh = Fresh::begin(folder.path()).unwrap();
    fresh.write_all(b"half").unwrap();
    assert!(found(folder.path(), "age").unwrap().is_empty());
    drop(fresh);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "given up, it is gone");

    let mut fresh = Fresh::begin(folder.path()).unwrap();
    fresh.write_all(b"whole").unwrap();
    let kept = fresh.keep(day(), "age").unwrap();
    assert_eq!(kept, folder.path().join("cairn-2026-11-28.age"));
    assert_eq!(fs::read(&kept).unwrap(), b"whole");
    assert_eq!(found(folder.path(), "age").unwrap().len(), 1);
}

#[test]
fn nothing_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let kept = |words: &[u8]| {
        let mut fresh = Fresh::begin(folder.path()).unwrap();
        fresh.write_all(words).unwrap();
        fresh.keep(day(), "age").unwrap()
    };
    let (one, two) = (kept(b"one"), kept(b"two"));
    assert_ne!(one, two);
    assert_eq!((fs::read(one).unwrap(), fs::read(two).unwrap()), (b"one".to_vec(), b"two".to_vec()));
}

#[test]
fn what_a_kill_left_half_written_makes_room_for_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let mut killed = Fresh::begin(folder.path()).unwrap();
    killed.write_all(b"left over").unwrap();
    // A kill drops nothing.
    std::mem::forget(killed);
    let mut fresh = Fresh::begin(folder.path()).unwrap();
    fresh.write_all(b"new").unwrap();
    let kept = fresh.keep(day(), "pdf").unwrap();
    assert_eq!(fs::read(kept).unwrap(), b"new");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn only_its_owner_can_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let kept = Fresh::begin(folder.path()).unwrap().keep(day(), "age").unwrap();
    assert_eq!(fs::metadata(kept).unwrap().permissions().mode() & 0o777, 0o600);
}

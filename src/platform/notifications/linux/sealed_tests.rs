//! A sealed file opens whole or not at all, and shows nothing to who does not hold its key.

use super::*;
use crate::{care::Private, platform::notifications::Ring};
use chrono::DateTime;
use std::os::unix::fs::PermissionsExt;

const WORDS: &str = "a heron in the reeds";

fn list() -> RingList {
    let at = DateTime::UNIX_EPOCH;
    let ring = Ring { id: "1f".to_owned(), at, until: at, words: Private::new(WORDS) };
    RingList { rings: vec![ring], open: "Open".to_owned(), later: "Later".to_owned(), later_by: 600 }
}

fn drawer() -> (tempfile::TempDir, Drawer) {
    let folder = tempfile::tempdir().unwrap();
    let drawer = Drawer::of(folder.path());
    drawer.put_list(&list()).unwrap();
    (folder, drawer)
}

#[test]
fn a_list_comes_back_as_it_was_and_only_its_owner_can_read_the_files() {
    let (folder, drawer) = drawer();
    assert_eq!(drawer.list(), Ok(Some(list())));
    drawer.put_memory(&Memory::default()).unwrap();
    assert_eq!(drawer.memory(), Ok(Some(Memory::default())));
    for entry in fs::read_dir(folder.path()).unwrap() {
        let entry = entry.unwrap();
        assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        let bytes = fs::read(entry.path()).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains(WORDS), "{:?}", entry.path());
    }
    drawer.empty().unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    assert_eq!(drawer.list(), Ok(None));
}

#[test]
fn every_byte_counts() {
    let (_folder, drawer) = drawer();
    let whole = fs::read(drawer.list_file()).unwrap();
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        fs::write(drawer.list_file(), &bytes).unwrap();
        assert!(drawer.list().is_err(), "byte {at} changed");
        fs::write(drawer.list_file(), &whole[..at]).unwrap();
        assert!(drawer.list().is_err(), "cut off at byte {at}");
    }
    fs::write(drawer.list_file(), [whole.as_slice(), b"x"].concat()).unwrap();
    assert_eq!(drawer.list(), Err(Unreadable::Damaged));
    // The control: as it was, it opens.
    fs::write(drawer.list_file(), &whole).unwrap();
    assert_eq!(drawer.list(), Ok(Some(list())));
}

#[test]
fn another_version_is_told_from_damage() {
    let (_folder, drawer) = drawer();
    let mut bytes = fs::read(drawer.list_file()).unwrap();
    bytes[VERSION.len() - 2] = b'2';
    fs::write(drawer.list_file(), &bytes).unwrap();
    assert_eq!(drawer.list(), Err(Unreadable::Foreign));
}

#[test]
fn what_does_not_open_is_written_anew() {
    let (_folder, drawer) = drawer();
    for broken in [&b""[..], b"sealed 9\n...", b"sealed 1\nnot really"] {
        fs::write(drawer.list_file(), broken).unwrap();
        drawer.put_list(&list()).unwrap();
        assert_eq!(drawer.list(), Ok(Some(list())));
    }
    fs::write(drawer.key_file(), b"short").unwrap();
    assert_eq!(drawer.list(), Err(Unreadable::Damaged));
    drawer.put_list(&list()).unwrap();
    assert_eq!(drawer.list(), Ok(Some(list())));
}

#[test]
fn one_kind_of_file_is_never_taken_for_the_other() {
    let (_folder, drawer) = drawer();
    fs::copy(drawer.list_file(), drawer.memory_file()).unwrap();
    assert_eq!(drawer.memory(), Err(Unreadable::Damaged));
}

#[test]
fn the_same_list_is_not_written_twice() {
    let (_folder, drawer) = drawer();
    let before = fs::read(drawer.list_file()).unwrap();
    drawer.put_list(&list()).unwrap();
    assert_eq!(fs::read(drawer.list_file()).unwrap(), before, "a new seal would have another nonce");
}

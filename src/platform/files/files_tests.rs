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
fn what_a_kill_left_half_written_is_swept_away_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let mut killed = Fresh::begin(folder.path()).unwrap();
    killed.write_all(b"left over").unwrap();
    // A kill drops nothing.
    std::mem::forget(killed);
    for name in [".cairn.part", ".cairn.parts", "cairn.part", "cairn-2026-11-28.age"] {
        fs::write(folder.path().join(name), b"").unwrap();
    }
    sweep(folder.path()).unwrap();
    let mut left: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, [".cairn.parts", "cairn-2026-11-28.age", "cairn.part"]);
    sweep(&folder.path().join("no such folder")).unwrap();
}

#[test]
fn two_that_are_written_at_once_stay_what_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let mut copy = Fresh::begin(folder.path()).unwrap();
    copy.write_all(b"sealed").unwrap();
    let mut sheet = Fresh::begin(folder.path()).unwrap();
    sheet.write_all(b"in clear").unwrap();
    let copy = copy.keep(day(), "age").unwrap();
    let sheet = sheet.keep(day(), "pdf").unwrap();
    assert_eq!((fs::read(copy).unwrap(), fs::read(sheet).unwrap()), (b"sealed".into(), b"in clear".into()));
}

#[test]
fn a_file_that_took_its_place_gets_no_name() {
    let folder = tempfile::tempdir().unwrap();
    let mut fresh = Fresh::begin(folder.path()).unwrap();
    fresh.write_all(b"what was checked").unwrap();
    let other = folder.path().join("other");
    fs::write(&other, b"what was not").unwrap();
    fs::rename(other, &fresh.path).unwrap();
    let mut read = String::new();
    io::Read::read_to_string(&mut fresh.read_back().unwrap(), &mut read).unwrap();
    assert_eq!(read, "what was checked");
    assert!(fresh.keep(day(), "age").is_err());
    assert!(found(folder.path(), "age").unwrap().is_empty());
}

#[cfg(unix)]
#[test]
fn only_its_owner_can_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let kept = Fresh::begin(folder.path()).unwrap().keep(day(), "age").unwrap();
    assert_eq!(fs::metadata(kept).unwrap().permissions().mode() & 0o777, 0o600);
}

//! A disk that is really full: what was saved stays, the patient can be told, and it goes on once there is room.

use crate::given::{check_in, open, outgoing, owner};
use crate::small_disk::{disk, runs_on};
use cairn::care::{CheckIn, Private};
use cairn::store::{Handling, Store, StoreError};
use std::fs;

fn save(store: &Store, number: usize) -> Result<(), StoreError> {
    let name = format!("n{number}");
    let words = Some(Private::new("word ".repeat(400)));
    store.write(|tx| {
        tx.save_check_in(&CheckIn { words, ..check_in(&name, 0) })?;
        tx.enqueue(&outgoing(&name))
    })
}

fn saved(store: &Store) -> (usize, usize) {
    store.read(|r| Ok((r.check_ins(None, usize::MAX)?.len(), r.queue(usize::MAX)?.len()))).unwrap()
}

/// Runs where a folder is a disk of 2 MB of its own.
#[test]
#[ignore = "started by the test below, on a small disk"]
fn on_a_small_disk() {
    let Some(disk) = disk() else { return };
    let ballast = disk.join("ballast");
    fs::write(&ballast, vec![1; 300_000]).unwrap();
    let path = disk.join("store.db");
    let store = open(&path).unwrap();
    store.write(|tx| tx.bind(&owner("p1"))).unwrap();

    let mut count = 0;
    let refused = loop {
        match save(&store, count) {
            Ok(()) => count += 1,
            Err(error) => break error,
        }
        assert!(count < 10_000, "the disk was never full");
    };
    assert!(matches!(refused, StoreError::NoSpace), "{refused:?}");
    assert_eq!(refused.handling(), Handling::TellPatient);
    assert!(count > 10);
    assert_eq!(saved(&store), (count, count), "on the full disk, in the running app");

    drop(store);
    let reopened = open(&path).unwrap();
    assert_eq!(saved(&reopened), (count, count), "on the full disk, after a restart");

    fs::remove_file(ballast).unwrap();
    save(&reopened, count).unwrap();
    assert_eq!(saved(&reopened), (count + 1, count + 1), "with room again");
    println!("\nheld with {count} saved");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_costs_nothing_that_was_saved() {
    runs_on(2, "space::on_a_small_disk", "held with");
}

//! Once a store is closed, the text of its key is nowhere in this program's memory.

use crate::given::check_in;
use cairn::store::{Store, StoreKey};
use rand::Rng;
use std::{
    fs::{self, File},
    io::{Read, Seek, SeekFrom},
};

/// The digit at `place` of the key as `SQLite` is given it. One at a time, so that looking for the text does
/// not write it down.
fn digit(key: &[u8; 32], place: usize) -> u8 {
    let byte = key[place / 2];
    let half = if place.is_multiple_of(2) { byte >> 4 } else { byte & 0xf };
    b"0123456789abcdef"[usize::from(half)]
}

/// How often the second half of the key's text stands in `bytes`: the first is lost soonest in memory that
/// was given back.
fn times_in(bytes: &[u8], key: &[u8; 32]) -> usize {
    let starts = bytes.iter().enumerate().filter(|(_, byte)| **byte == digit(key, 32));
    starts
        .filter(|(start, _)| (0..32).all(|next| bytes.get(start + next) == Some(&digit(key, 32 + next))))
        .count()
}

/// How often it stands anywhere this program can write.
fn times_in_memory(key: &[u8; 32]) -> usize {
    let mut memory = File::open("/proc/self/mem").unwrap();
    let mut times = 0;
    for region in fs::read_to_string("/proc/self/maps").unwrap().lines().filter(|line| line.contains(" rw")) {
        let (from, to) = region.split_once(' ').unwrap().0.split_once('-').unwrap();
        let [from, to] = [from, to].map(|hex| u64::from_str_radix(hex, 16).unwrap());
        let mut bytes = vec![0; usize::try_from(to - from).unwrap()];
        // A region may be gone by now.
        if memory.seek(SeekFrom::Start(from)).and_then(|_| memory.read_exact(&mut bytes)).is_ok() {
            times += times_in(&bytes, key);
        }
    }
    times
}

#[test]
fn closing_leaves_no_key_in_memory() {
    let folder = tempfile::tempdir().unwrap();
    let key: [u8; 32] = rand::rng().random();
    for _ in 0..5 {
        let store = Store::open(&folder.path().join("store.db"), &StoreKey::from_bytes(key)).unwrap();
        store.write(|tx| tx.save_check_in(&check_in("a", 0))).unwrap();
        store.read(|r| r.check_ins(None, 1)).unwrap();
    }
    assert_eq!(times_in_memory(&key), 0);

    let text = key.map(|byte| format!("{byte:02x}")).concat();
    assert!(times_in_memory(&key) > 0, "control: {} digits that are there were not found", text.len());
}

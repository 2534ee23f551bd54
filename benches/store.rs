//! How long the patient waits for the store, with ten years of daily check-ins in it.
#![allow(clippy::unwrap_used, reason = "a benchmark that fails has nothing to measure")]

use cairn::care::{CheckIn, Id, Private, Score};
use cairn::store::{Outgoing, Owner, Store, StoreError, StoreKey, Tx};
use chrono::{DateTime, TimeDelta, Utc};
use divan::{Bencher, counter::ItemsCount};
use std::{
    path::PathBuf,
    sync::atomic::{AtomicUsize, Ordering},
};
use tempfile::TempDir;

const DAYS: usize = 3653;

fn main() {
    divan::main();
}

fn key() -> StoreKey {
    StoreKey::from_bytes([0x5a; 32])
}

fn day(number: usize) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(i64::try_from(number).unwrap())
}

/// Saves the check-in of a day with its request, in one transaction, as the app does.
fn save(tx: &Tx<'_>, number: usize) -> Result<Id, StoreError> {
    let id = Id::new(format!("0198c7a0-0000-7000-8000-{number:012}")).unwrap();
    let check_in = CheckIn {
        id: id.clone(),
        at: day(number),
        zone: chrono_tz::Europe::Rome,
        mood: Score::new(4).unwrap(),
        anxiety: Score::new(6).unwrap(),
        feelings: Vec::new(),
        sleep: None,
        words: Some(Private::new("Slept a little better, walked by the sea in the morning.")),
        changed: None,
    };
    let request = Outgoing {
        id: Id::new(format!("0198c7a1-0000-7000-8000-{number:012}")).unwrap(),
        kind: "Observation".into(),
        record: id.clone(),
        path: format!("Observation/{id}"),
        // About the size of a check-in as FHIR.
        body: "x".repeat(1500),
        urgent: false,
        made: check_in.at,
        not_before: check_in.at,
    };
    tx.save_check_in(&check_in)?;
    tx.enqueue(&request)?;
    Ok(request.id)
}

/// Ten years, all acknowledged but the last three days.
fn ten_years() -> (TempDir, PathBuf, Store) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let store = Store::open(&path, &key()).unwrap();
    let owner = Owner { issuer: "https://clinic.example/fhir".into(), patient: Id::new("p1").unwrap() };
    store
        .write(|tx| {
            tx.bind(&owner)?;
            for number in 0..DAYS {
                let row = save(tx, number)?;
                if number + 3 < DAYS {
                    tx.acknowledge(&row, day(number), Some("1"))?;
                }
            }
            Ok(())
        })
        .unwrap();
    (folder, path, store)
}

#[divan::bench]
fn open_and_read_the_newest_check_in(bencher: Bencher<'_, '_>) {
    let (_folder, path, store) = ten_years();
    drop(store);
    bencher.bench(|| Store::open(&path, &key()).unwrap().read(|r| r.check_ins(None, 1)).unwrap());
}

#[divan::bench]
fn make_a_new_store(bencher: Bencher<'_, '_>) {
    bencher
        .with_inputs(|| tempfile::tempdir().unwrap())
        .bench_refs(|folder| Store::open(&folder.path().join("store.db"), &key()).unwrap());
}

/// One sync to the disk each.
#[divan::bench]
fn save_a_check_in_with_its_request(bencher: Bencher<'_, '_>) {
    let (_folder, _path, store) = ten_years();
    let next = AtomicUsize::new(DAYS);
    bencher
        .counter(ItemsCount::new(1_usize))
        .bench(|| store.write(|tx| save(tx, next.fetch_add(1, Ordering::Relaxed))).unwrap());
}

#[divan::bench]
fn the_newest_thirty_check_ins(bencher: Bencher<'_, '_>) {
    let (_folder, _path, store) = ten_years();
    bencher.bench(|| store.read(|r| r.check_ins(None, 30)).unwrap());
}

/// What a screen asks beside: where each is, and how everything stands.
#[divan::bench]
fn where_the_newest_thirty_are_and_the_count_of_all(bencher: Bencher<'_, '_>) {
    let (_folder, _path, store) = ten_years();
    bencher.bench(|| {
        store
            .read(|r| {
                for check_in in r.check_ins(None, 30)? {
                    divan::black_box(r.delivery(&check_in.id)?);
                }
                r.delivery_count()
            })
            .unwrap()
    });
}

#[divan::bench]
fn what_can_be_sent_now(bencher: Bencher<'_, '_>) {
    let (_folder, _path, store) = ten_years();
    bencher.bench(|| store.read(|r| r.ready(day(DAYS), 20)).unwrap());
}

//! How long the patient waits for the journal: a letter at the end of 100,000, a page left, and ten thousand pages opened.
#![allow(clippy::unwrap_used, reason = "a benchmark that fails has nothing to measure")]

use cairn::{
    care::{Id, Private, journal::Entry},
    store::{EntryPlace, Owner, Store, StoreError, StoreKey, Tx},
    ui::manuscript::{Heard, Manuscript, Piece},
};
use chrono::{DateTime, TimeDelta, Utc};
use divan::{Bencher, black_box};
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;

const LONG: usize = 100_000;
const PAGES: usize = 10_000;

fn main() {
    divan::main();
}

fn at(minutes: usize) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::minutes(i64::try_from(minutes).unwrap())
}

fn id(number: usize) -> Id {
    Id::new(format!("0198c7a0-0000-7000-8000-{number:012}")).unwrap()
}

fn begin(tx: &Tx<'_>, number: usize, words: &str) -> Result<(), StoreError> {
    tx.save_entry(&Entry {
        id: id(number),
        at: at(number),
        zone: chrono_tz::Europe::Rome,
        changed: at(number),
        words: Private::new(words),
        visit: Some(id(PAGES + number % 20)),
        phase: None,
        prompt: None,
        intention: None,
        mood: None,
    })
}

fn empty() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("store.db"), &StoreKey::from_bytes([0x5a; 32])).unwrap();
    let owner = Owner { issuer: "https://clinic.example/fhir".into(), patient: id(0) };
    store.write(|tx| tx.bind(&owner)).unwrap();
    (folder, store)
}

/// So many letters, with an end that tells one text from the next.
fn text(letters: usize, end: usize) -> Private {
    let line = "One line of a long night, and then another, and the sea. ";
    let mut words: String = line.chars().cycle().take(letters).collect();
    words.push_str(&end.to_string());
    Private::new(words)
}

fn one_long_page() -> (TempDir, Store) {
    let (folder, store) = empty();
    store.write(|tx| begin(tx, 1, text(LONG, 0).reveal())).unwrap();
    (folder, store)
}

/// Two hundred words each.
fn ten_thousand_pages() -> (TempDir, Store) {
    let (folder, store) = empty();
    let words = "blue door sea bread my sister laughed and rain fell ".repeat(20);
    store.write(|tx| (0..PAGES).try_for_each(|number| begin(tx, number, &words))).unwrap();
    (folder, store)
}

/// One sync to the disk each.
#[divan::bench]
fn keep_a_letter_at_the_end_of_a_hundred_thousand(bencher: Bencher<'_, '_>) {
    let (_folder, store) = one_long_page();
    let next = AtomicUsize::new(0);
    bencher
        .with_inputs(|| text(LONG, next.fetch_add(1, Ordering::Relaxed)))
        .bench_refs(|words| store.write(|tx| tx.save_draft(&id(1), words, at(2))).unwrap());
}

/// With the version of before kept and the search index brought in step.
#[divan::bench]
fn leave_a_page_of_a_hundred_thousand(bencher: Bencher<'_, '_>) {
    let (_folder, store) = one_long_page();
    let next = AtomicUsize::new(0);
    bencher
        .with_inputs(|| {
            let words = text(LONG, next.fetch_add(1, Ordering::Relaxed));
            store.write(|tx| tx.save_draft(&id(1), &words, at(2))).unwrap();
        })
        .bench_refs(|()| store.write(|tx| tx.fold_draft(&id(1))).unwrap());
}

#[divan::bench]
fn open_a_page_of_a_hundred_thousand(bencher: Bencher<'_, '_>) {
    let (_folder, store) = one_long_page();
    bencher.bench(|| store.read(|r| r.entry(&id(1))).unwrap());
}

#[divan::bench]
fn open_the_journal_of_ten_thousand_pages(bencher: Bencher<'_, '_>) {
    let (_folder, store) = ten_thousand_pages();
    bencher.bench(|| {
        store.read(|r| Ok((r.entry_beginnings(None, 30, 160)?, r.visits_written_about()?))).unwrap()
    });
}

/// What "show older" asks for at the very end.
#[divan::bench]
fn the_oldest_thirty_of_ten_thousand_pages(bencher: Bencher<'_, '_>) {
    let (_folder, store) = ten_thousand_pages();
    let (mut last, mut next): (Option<EntryPlace>, Option<EntryPlace>) = (None, None);
    loop {
        let (_, on) = store.read(|r| r.entry_beginnings(next, 30, 160)).unwrap();
        let Some(on) = on else { break };
        last = next.replace(on);
    }
    bencher.bench(|| store.read(|r| r.entry_beginnings(last, 30, 160)).unwrap());
}

#[divan::bench]
fn the_story_of_five_hundred_pages(bencher: Bencher<'_, '_>) {
    let (_folder, store) = ten_thousand_pages();
    bencher.bench(|| store.read(|r| r.entries_of(&id(PAGES))).unwrap());
}

/// What a letter costs before it is on its way to the disk.
#[divan::bench(args = [0, LONG / 2, LONG - 1])]
fn hear_a_letter_within_a_hundred_thousand(bencher: Bencher<'_, '_>, at: usize) {
    let words = text(LONG, 0);
    let mut manuscript = Manuscript::new(&words);
    let mut length = words.reveal().len();
    bencher.bench_local(|| {
        length += 1;
        let piece = Piece { at, cut: 0, put: Private::new("x"), length, more: false, whole: false };
        assert_eq!(manuscript.hear(&piece), Heard::All);
        black_box(manuscript.words())
    });
}

//! What a photo, a voice note and a stroke cost: ten megabytes stored and read, one line kept.
#![allow(clippy::unwrap_used, reason = "a benchmark that fails has nothing to measure")]

use cairn::care::journal::{Colour, Entry, Line, LineWidth, Media, Piece, Point};
use cairn::care::{Id, Private};
use cairn::store::{Store, StoreKey};
use chrono::DateTime;
use divan::{Bencher, counter::BytesCount};
use std::{
    io::Read,
    sync::atomic::{AtomicUsize, Ordering},
};
use tempfile::TempDir;

const SIZE: u64 = 10 * 1024 * 1024;
/// As many as an evening of drawing has.
const STROKES: i32 = 500;

fn main() {
    divan::main();
}

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn piece(name: &str, media: Media) -> Piece {
    Piece { id: id(name), entry: id("page"), media, title: None, made: DateTime::UNIX_EPOCH, size: 0 }
}

fn store() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("store.db"), &StoreKey::from_bytes([0x5a; 32])).unwrap();
    let entry = Entry {
        id: id("page"),
        at: DateTime::UNIX_EPOCH,
        zone: chrono_tz::UTC,
        changed: DateTime::UNIX_EPOCH,
        words: Private::new(""),
        visit: None,
        phase: None,
        prompt: None,
        intention: None,
        mood: None,
    };
    store.write(|tx| tx.save_entry(&entry)).unwrap();
    (folder, store)
}

/// A line of thirty points, as a second of drawing leaves it.
fn line(nth: i32) -> Line {
    let points = (0..30)
        .map(|step| Point::new(nth * 17 % 9_000 + step * 30, nth * 23 % 12_000 + step * step))
        .collect();
    Line { colour: Colour::Blue, width: LineWidth::Medium, points, goes_on: false }
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn store_ten_megabytes(bencher: Bencher<'_, '_>) {
    let (_folder, store) = store();
    let next = AtomicUsize::new(0);
    bencher.counter(BytesCount::new(SIZE)).bench(|| {
        let name = format!("p{}", next.fetch_add(1, Ordering::Relaxed));
        store.copy_piece(&piece(&name, Media::Png), &mut std::io::repeat(7).take(SIZE), SIZE).unwrap()
    });
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn read_ten_megabytes(bencher: Bencher<'_, '_>) {
    let (_folder, store) = store();
    store.copy_piece(&piece("p", Media::Png), &mut std::io::repeat(7).take(SIZE), SIZE).unwrap();
    bencher
        .counter(BytesCount::new(SIZE))
        .bench(|| store.read(|reader| reader.piece_bytes(&id("p"), 0..SIZE)).unwrap());
}

/// As a player asks for it while it plays.
#[divan::bench]
fn read_a_part_from_the_middle(bencher: Bencher<'_, '_>) {
    let (_folder, store) = store();
    store.copy_piece(&piece("p", Media::Png), &mut std::io::repeat(7).take(SIZE), SIZE).unwrap();
    let middle = SIZE / 2 + 12_345;
    bencher.bench(|| store.read(|reader| reader.piece_bytes(&id("p"), middle..middle + 4_096)).unwrap());
}

fn drawing() -> (TempDir, Store) {
    let (folder, store) = store();
    store
        .write(|tx| {
            tx.begin_piece(&piece("d", Media::Drawing), true)?;
            (0..STROKES).try_for_each(|nth| tx.draw(&id("d"), &line(nth)).map(drop))
        })
        .unwrap();
    (folder, store)
}

/// One sync to the disk each.
#[divan::bench]
fn save_a_stroke(bencher: Bencher<'_, '_>) {
    let (_folder, store) = drawing();
    bencher.bench(|| store.write(|tx| tx.draw(&id("d"), &line(7))).unwrap());
}

#[divan::bench]
fn open_a_drawing_of_five_hundred_strokes(bencher: Bencher<'_, '_>) {
    let (_folder, store) = drawing();
    bencher.bench(|| store.read(|reader| reader.strokes(&id("d"))).unwrap());
}

//! Pieces in chunks: any bytes come back from any place to any other; nothing half is ever seen; what is gone is gone.

use crate::{
    given::{Given, at, beneath, id, open, store},
    killing::child,
};
use cairn::care::journal::{Entry, Media, Piece};
use cairn::care::{Id, Private};
use cairn::store::{CHUNK, NotCopied, Store, StoreError};
use proptest::prelude::*;
use rusqlite::ffi;
use std::io::{self, Cursor, Read};

pub(crate) fn page(store: &Store, name: &str) -> Id {
    let entry = Entry {
        id: id(name),
        at: at(0),
        zone: chrono_tz::Europe::Rome,
        changed: at(0),
        words: Private::new(""),
        visit: None,
        phase: None,
        prompt: None,
        intention: None,
        mood: None,
    };
    store.write(|tx| tx.save_entry(&entry)).unwrap();
    entry.id
}

pub(crate) fn piece(name: &str, media: Media) -> Piece {
    Piece { id: id(name), entry: id("page"), media, title: None, made: at(0), size: 0 }
}

/// Bytes in which each place can be told from its neighbours.
fn bytes(size: usize) -> Vec<u8> {
    (0..size).map(|at| u8::try_from(at % 251).unwrap() ^ u8::try_from(at / CHUNK % 256).unwrap()).collect()
}

fn given() -> Given {
    let given = store();
    page(&given.store, "page");
    given
}

fn copy(store: &Store, name: &str, bytes: &[u8]) -> u64 {
    store.copy_piece(&piece(name, Media::Png), &mut &*bytes, u64::MAX).unwrap()
}

fn all_of(store: &Store, name: &str) -> Option<Vec<u8>> {
    store.read(|r| r.piece_bytes(&id(name), 0..u64::MAX)).unwrap()
}

/// Says something is wrong after so many bytes.
struct Breaks(Cursor<Vec<u8>>);

impl Read for Breaks {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self.0.read(into)? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            read => Ok(read),
        }
    }
}

#[test]
fn every_size_around_a_chunk_comes_back_as_it_was() {
    let given = given();
    for size in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7] {
        let (name, given_bytes) = (format!("p{size}"), bytes(size));
        assert_eq!(copy(&given.store, &name, &given_bytes), size as u64);
        assert!(all_of(&given.store, &name).unwrap() == given_bytes, "{size}");
        let kept = given.store.read(|r| r.piece(&id(&*name))).unwrap().unwrap();
        assert_eq!(kept, Piece { size: size as u64, ..piece(&name, Media::Png) });
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_range_of_any_size_reads_the_same_bytes(
        size in 0..4 * CHUNK,
        ranges in proptest::collection::vec((0..5 * CHUNK, 0..5 * CHUNK), 12),
    ) {
        let given = given();
        let whole = bytes(size);
        copy(&given.store, "p", &whole);
        for (one, other) in ranges {
            let (from, to) = (one.min(other), one.max(other));
            let wanted = &whole[from.min(size)..to.min(size)];
            let range = from as u64..to as u64;
            let found = given.store.read(|r| r.piece_bytes(&id("p"), range.clone())).unwrap().unwrap();
            prop_assert!(found == wanted, "{} bytes, {:?}", size, range);
        }
    }
}

#[test]
fn a_chunk_that_is_missing_is_damage_and_never_a_shorter_picture() {
    let given = given();
    copy(&given.store, "p", &bytes(3 * CHUNK));
    beneath(&given.path()).execute("DELETE FROM piece_chunk WHERE place = 1", []).unwrap();
    let read = given.store.read(|r| r.piece_bytes(&id("p"), 0..u64::MAX));
    assert!(matches!(read, Err(StoreError::Damaged)), "{read:?}");
}

#[test]
fn a_copy_that_breaks_leaves_nothing() {
    let given = given();
    let mut source = Breaks(Cursor::new(bytes(2 * CHUNK + 9)));
    let broken = given.store.copy_piece(&piece("p", Media::Png), &mut source, u64::MAX);
    assert!(matches!(broken, Err(NotCopied::Source(_))), "{broken:?}");
    let mut large = &*bytes(2 * CHUNK);
    let refused = given.store.copy_piece(&piece("q", Media::Png), &mut large, CHUNK as u64);
    assert!(matches!(refused, Err(NotCopied::TooLarge { most }) if most == CHUNK as u64), "{refused:?}");
    for table in ["piece", "piece_chunk"] {
        let left: i64 = beneath(&given.path())
            .query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))
            .unwrap();
        assert_eq!(left, 0, "{table}");
    }
}

/// Looks at the store each time it is asked for more.
struct Watched<'a> {
    store: &'a Store,
    bytes: Cursor<Vec<u8>>,
    looks: usize,
}

impl Read for Watched<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let store = self.store;
        store
            .read(|r| {
                assert_eq!(r.piece(&id("p"))?, None);
                assert_eq!(r.pieces(&id("page"))?, []);
                assert_eq!(r.piece_bytes(&id("p"), 0..9)?, None);
                Ok(())
            })
            .unwrap();
        let blank = store.write(|tx| tx.drop_blank_entry(&id("page"))).unwrap();
        assert!(!blank, "a page that is just getting a photo is not blank");
        store.write(|tx| tx.set("beside", &self.looks.to_string())).unwrap();
        self.looks += 1;
        self.bytes.read(into)
    }
}

#[test]
fn nobody_sees_a_copy_before_it_is_whole_and_nobody_waits_for_it() {
    let given = given();
    let mut source = Watched { store: &given.store, bytes: Cursor::new(bytes(4 * CHUNK)), looks: 0 };
    given.store.copy_piece(&piece("p", Media::Png), &mut source, u64::MAX).unwrap();
    assert!(source.looks >= 5, "others wrote {} times meanwhile", source.looks);
    assert!(given.store.read(|r| r.piece(&id("p"))).unwrap().is_some());
}

#[test]
fn a_piece_that_was_taken_away_can_be_brought_back_until_it_is_deleted() {
    let given = given();
    copy(&given.store, "p", &bytes(99));
    assert!(given.store.write(|tx| tx.remove_piece(&id("p"), at(10))).unwrap());
    assert_eq!(all_of(&given.store, "p"), None);
    assert_eq!(given.store.read(|r| r.size_of_pieces()).unwrap(), 0);
    assert_eq!(given.store.purge_pieces(at(9), at(9), None).unwrap(), 0, "too early");
    assert!(given.store.write(|tx| tx.bring_piece_back(&id("p"))).unwrap());
    assert_eq!(all_of(&given.store, "p").unwrap(), bytes(99));
    given.store.write(|tx| tx.remove_piece(&id("p"), at(10))).unwrap();
    assert_eq!(given.store.purge_pieces(at(10), at(10), None).unwrap(), 1);
    assert!(!given.store.write(|tx| tx.bring_piece_back(&id("p"))).unwrap());
}

#[test]
fn a_page_takes_its_pieces_along_and_brings_them_back() {
    let given = given();
    copy(&given.store, "p", &bytes(99));
    given.store.write(|tx| tx.remove_entry(&id("page"), at(1))).unwrap();
    assert_eq!(all_of(&given.store, "p"), None);
    given.store.write(|tx| tx.bring_entry_back(&id("page"))).unwrap();
    assert!(all_of(&given.store, "p").is_some());
    given
        .store
        .write(|tx| tx.remove_entry(&id("page"), at(1)).and_then(|_| tx.purge_entries(at(1), at(1), None)))
        .unwrap();
    let left: i64 =
        beneath(&given.path()).query_row("SELECT count(*) FROM piece_chunk", [], |row| row.get(0)).unwrap();
    assert_eq!(left, 0);
}

#[test]
fn the_next_start_deletes_what_a_kill_left_and_keeps_the_rest() {
    let given = given();
    copy(&given.store, "whole", &bytes(2 * CHUNK));
    let title = Some(Private::new("the sea"));
    given
        .store
        .write(|tx| {
            tx.begin_piece(&piece("half", Media::Png), false)?;
            tx.begin_piece(&piece("blank", Media::Drawing), true)?;
            tx.begin_piece(&Piece { title: title.clone(), ..piece("named", Media::Drawing) }, true)
        })
        .unwrap();
    copy(&given.store, "gone", &bytes(9));
    given.store.write(|tx| tx.remove_piece(&id("gone"), at(1))).unwrap();
    given.store.tidy_pieces(at(99), None).unwrap();
    let left: Vec<String> = beneath(&given.path())
        .prepare("SELECT id FROM piece ORDER BY id")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(left, ["named", "whole"]);
    assert!(all_of(&given.store, "whole").unwrap() == bytes(2 * CHUNK));
}

/// Every page of the store, decrypted: those that are free, too.
fn pages(given: &Given) -> Vec<u8> {
    let conn = beneath(&given.path());
    conn.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    let mut size = 0;
    // SAFETY: the connection is open, and what SQLite hands out is copied before it is given back.
    unsafe {
        let all = ffi::sqlite3_serialize(conn.handle(), c"main".as_ptr(), &raw mut size, 0);
        assert!(!all.is_null());
        let copied = std::slice::from_raw_parts(all, usize::try_from(size).unwrap()).to_vec();
        ffi::sqlite3_free(all.cast());
        copied
    }
}

#[test]
fn no_byte_of_a_deleted_photo_is_left_in_any_page() {
    const CANARY: &[u8] = b"canary in the picture";
    let found = |given: &Given| pages(given).windows(CANARY.len()).any(|window| window == CANARY);
    let photo = [bytes(CHUNK / 2), CANARY.to_vec(), bytes(2 * CHUNK)].concat();
    let after = |secure: bool| {
        let given = given();
        copy(&given.store, "p", &photo);
        assert!(found(&given), "the look finds it while it is there");
        if secure {
            given.store.write(|tx| tx.remove_piece(&id("p"), at(1))).unwrap();
            given.store.purge_pieces(at(1), at(1), None).unwrap();
        } else {
            let conn = beneath(&given.path());
            conn.execute_batch("PRAGMA secure_delete = OFF; PRAGMA foreign_keys = ON; DELETE FROM piece")
                .unwrap();
        }
        found(&given)
    };
    assert!(!after(true));
    assert!(after(false), "control: without secure_delete it stays");
}

#[test]
fn a_copy_holds_little_in_memory() {
    // In a program of its own: other tests run beside this one.
    let alone = child("pieces::a_copy_alone").output().unwrap();
    let said = String::from_utf8_lossy(&alone.stdout);
    assert!(alone.status.success() && said.contains("1 passed"), "{said}");
}

#[test]
#[ignore = "measured alone, started by the test that asks"]
fn a_copy_alone() {
    /// As many bytes as were asked for, made while they are read.
    struct Endless(u64);
    impl Read for Endless {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let given = into.len().min(usize::try_from(self.0).unwrap_or(usize::MAX));
            into[..given].fill(7);
            self.0 -= given as u64;
            Ok(given)
        }
    }
    const SIZE: u64 = 25 * 1024 * 1024;
    let given = given();
    copy(&given.store, "first", &bytes(2 * CHUNK));
    let before = resident();
    given.store.copy_piece(&piece("p", Media::Png), &mut Endless(SIZE), SIZE).unwrap();
    let grown = resident().saturating_sub(before);
    assert!(grown < SIZE / 2, "{grown} bytes");
    let part = given.store.read(|r| r.piece_bytes(&id("p"), SIZE - 3..SIZE)).unwrap();
    assert_eq!(part.unwrap(), [7; 3]);
}

/// Bytes of this program that are in memory.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or("0 kB");
    line.trim().trim_end_matches(" kB").trim().parse::<u64>().unwrap() * 1024
}

#[test]
fn a_store_opened_anew_has_the_whole_piece() {
    let given = given();
    copy(&given.store, "p", &bytes(CHUNK + 1));
    let path = given.path();
    let folder = given.close();
    let again = open(&path).unwrap();
    assert!(all_of(&again, "p").unwrap() == bytes(CHUNK + 1));
    drop(folder);
}

/// Ends as a kill ends it: nobody comes to what would follow.
struct Dies(Cursor<Vec<u8>>);

impl Read for Dies {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.0.read(into)?;
        assert!(read > 0, "killed");
        Ok(read)
    }
}

#[test]
fn a_recording_that_was_cut_off_is_a_whole_voice_note_after_the_next_start() {
    let given = given();
    let store = given.store.clone();
    let killed = std::thread::spawn(move || {
        let mut sound = Dies(Cursor::new(bytes(2 * CHUNK + 9)));
        store.record_piece(&piece("p", Media::Wav), &mut sound, 16_000, u64::MAX)
    });
    assert!(killed.join().is_err());
    assert_eq!(all_of(&given.store, "p"), None, "nothing half is seen");
    given.store.tidy_pieces(at(99), None).unwrap();
    let kept = all_of(&given.store, "p").unwrap();
    // What had filled a chunk is there; the rest had not reached the disk.
    assert_eq!(kept.len(), 2 * CHUNK);
    assert!(kept[44..] == bytes(2 * CHUNK)[..2 * CHUNK - 44]);
    assert_eq!(u32::from_le_bytes(kept[40..44].try_into().unwrap()), u32::try_from(2 * CHUNK - 44).unwrap());
    let mut nothing: &[u8] = &[];
    let size = given.store.record_piece(&piece("q", Media::Wav), &mut nothing, 16_000, u64::MAX).unwrap();
    assert_eq!((size, all_of(&given.store, "q")), (0, None), "silence is not kept");
    let mut breaks = Breaks(Cursor::new(bytes(99)));
    let size = given.store.record_piece(&piece("s", Media::Wav), &mut breaks, 16_000, u64::MAX).unwrap();
    assert_eq!(size, 44 + 99, "what was heard until it broke off is kept");
    let mut long = &*bytes(CHUNK);
    let size = given.store.record_piece(&piece("r", Media::Wav), &mut long, 16_000, 9_000).unwrap();
    assert_eq!(size, 9_000, "a full one ends and is kept");
}

//! kill -9 while a file is copied and while somebody draws: no half file is ever seen, and every stroke that was said to be
//! kept is there.

use crate::{
    given::{at, beneath, id, open, owner},
    killing::{child, run_and_kill},
    pieces::{page, piece},
    strokes::line,
};
use cairn::care::journal::Media;
use cairn::store::CHUNK;
use std::{
    io::{self, Read},
    path::Path,
    time::Duration,
};

const PATH: &str = "CAIRN_TEST_KILL_PIECE_PATH";
const MANNER: &str = "CAIRN_TEST_KILL_PIECE_MANNER";
const COPY: &str = "copy";
const COPY_IN_CLEAR_SIGHT: &str = "copy-in-clear-sight";
const DRAW: &str = "draw";
const DRAW_AT_THE_END: &str = "draw-at-the-end";

const CHUNKS: usize = 12;
const STROKES: i32 = 40;

/// Says so before each chunk it gives.
struct Speaks(usize);

impl Read for Speaks {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let given = into.len().min(self.0);
        if given > 0 && self.0.is_multiple_of(CHUNK) {
            println!("\nkept chunk");
        }
        into[..given].fill(9);
        self.0 -= given;
        Ok(given)
    }
}

/// The child: copies or draws until it is killed, and says each step. In the two other manners it shows a copy at once, or
/// keeps the strokes only with the last of them.
#[test]
#[ignore = "started by the tests beside it, which kill it"]
fn make_until_killed() {
    let (Ok(path), Ok(manner)) = (std::env::var(PATH), std::env::var(MANNER)) else { return };
    let store = open(Path::new(&path)).unwrap();
    store.write(|tx| tx.bind(&owner("p1"))).unwrap();
    page(&store, "page");
    if manner == COPY || manner == COPY_IN_CLEAR_SIGHT {
        if manner == COPY_IN_CLEAR_SIGHT {
            beneath(Path::new(&path))
                .execute_batch(
                    "CREATE TRIGGER seen_at_once AFTER INSERT ON piece_chunk BEGIN
                         UPDATE piece SET whole = 1, size = 64 * 1024 * 12 WHERE id = new.piece; END",
                )
                .unwrap();
        }
        store.copy_piece(&piece("p", Media::Png), &mut Speaks(CHUNKS * CHUNK), u64::MAX).unwrap();
    } else {
        store.write(|tx| tx.begin_piece(&piece("d", Media::Drawing), true)).unwrap();
        for nth in 1..=STROKES {
            if manner == DRAW {
                assert!(store.write(|tx| tx.draw(&id("d"), &line(nth, nth % 3 == 0))).unwrap());
            }
            println!("\nkept stroke");
        }
        store
            .write(|tx| (1..=STROKES).try_for_each(|nth| tx.draw(&id("d"), &line(nth, false)).map(drop)))
            .unwrap();
    }
    loop {
        std::thread::park();
    }
}

/// Runs the child on `path` and kills it right after its `nth` word. Answers how many it said in all.
fn words_of(path: &Path, manner: &str, nth: usize) -> usize {
    let words = |said: &str| said.matches("kept ").count();
    let mut child = child("kill_pieces::make_until_killed");
    let child = child.env(PATH, path).env(MANNER, manner);
    words(&run_and_kill(child, |said| words(said) >= nth, Duration::ZERO))
}

/// What is left of a copy that was killed: nothing to be seen, and nothing at all after the next start.
fn half_seen(path: &Path) -> bool {
    let store = open(path).unwrap();
    let seen = store.read(|r| r.piece(&id("p"))).unwrap();
    let half = seen.is_some_and(|_| store.read(|r| r.piece_bytes(&id("p"), 0..u64::MAX)).is_err());
    store.tidy_pieces(at(99), None).unwrap();
    let count = "SELECT count(*) FROM piece_chunk";
    let left: i64 = beneath(path).query_row(count, [], |row| row.get(0)).unwrap();
    let left = usize::try_from(left).unwrap();
    assert!(half || left == 0 || left == CHUNKS, "{left} chunks are left after the next start");
    half
}

#[test]
fn a_copy_killed_at_any_chunk_is_never_seen_and_leaves_nothing() {
    let mut cut_off = 0;
    for nth in 1..=CHUNKS {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.db");
        cut_off += usize::from(words_of(&path, COPY, nth) < CHUNKS);
        assert!(!half_seen(&path), "killed at chunk {nth}");
    }
    assert!(cut_off > CHUNKS / 2, "only {cut_off} kills came before the end");
}

/// The control: a copy that is shown from its first chunk on is found half by the same look.
#[test]
fn a_copy_shown_from_its_first_chunk_on_is_found_half() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    words_of(&path, COPY_IN_CLEAR_SIGHT, 3);
    assert!(half_seen(&path));
}

fn strokes(path: &Path) -> usize {
    open(path).unwrap().read(|r| r.strokes(&id("d"))).unwrap().len()
}

#[test]
fn every_stroke_that_was_said_to_be_kept_survives_a_kill() {
    let most = usize::try_from(STROKES).unwrap();
    let mut cut_off = 0;
    for nth in (1..most).step_by(2) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.db");
        let said = words_of(&path, DRAW, nth);
        let kept = strokes(&path);
        assert!(kept >= said, "{said} were said to be kept, {kept} are there");
        cut_off += usize::from(said < most);
    }
    assert!(cut_off > most / 4, "only {cut_off} kills came before the end");
}

/// The control: kept only with the last one, the same kills lose strokes.
#[test]
fn kept_only_at_the_end_the_same_kills_lose_strokes() {
    for nth in 1..10 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.db");
        if strokes_lost(&path, nth) {
            return;
        }
    }
    panic!("no kill lost anything, so the look proves nothing");
}

fn strokes_lost(path: &Path, nth: usize) -> bool {
    let said = words_of(path, DRAW_AT_THE_END, nth);
    strokes(path) < said
}

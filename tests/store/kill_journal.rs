//! kill -9 while a long page is being written: every text that was said to be saved is there, or a newer one.

use crate::{
    given::{at, id, open, owner},
    killing::{child, run_and_kill},
    writing::entry,
};
use cairn::care::Private;
use rand::Rng;
use std::{path::Path, time::Duration};

const PATH: &str = "CAIRN_TEST_KILL_PAGE_PATH";
/// Set: what is typed is kept in the program for the next time, as a control.
const LATE: &str = "CAIRN_TEST_KILL_PAGE_LATE";
const KILLS: usize = 200;
/// The page is left and opened again this often, so that kills fall into that, too.
const SITTING: usize = 7;

/// The text after so many letters: it names its own length, so that half of one text and half of another would be seen.
fn text(letters: usize) -> String {
    format!("{letters} {}", "x".repeat(letters + 3000))
}

/// The child: types on the page it finds until it is killed, and says each length once the store has said `Ok`.
#[test]
#[ignore = "started by the tests beside it, which kill it"]
fn write_until_killed() {
    let Ok(path) = std::env::var(PATH) else { return };
    let late = std::env::var(LATE).is_ok();
    let store = open(Path::new(&path)).unwrap();
    store.write(|tx| tx.bind(&owner("p1"))).unwrap();
    let there = store.write(|tx| tx.fold_drafts().and_then(|_| tx.entry(&id("page")))).unwrap();
    if there.is_none() {
        store.write(|tx| tx.save_entry(&entry("page", 0, ""))).unwrap();
    }
    let first = there.map_or(0, |page| letters(page.words.reveal()));
    for letters in first + 1..first + 5000 {
        if !late || letters % 4000 == 0 {
            store.write(|tx| tx.save_draft(&id("page"), &Private::new(text(letters)), at(1))).unwrap();
        }
        println!("\nsaved {letters}");
        if letters % SITTING == 0 {
            store.write(|tx| tx.fold_draft(&id("page"))).unwrap();
        }
    }
}

/// How many letters a text says it has; it must be whole.
fn letters(words: &str) -> usize {
    let letters = words.split(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0);
    assert!(words.is_empty() || words == text(letters), "a text in pieces");
    letters
}

/// Lets the child type on `path` for a moment and kills it: the letters it said were saved, and those that are there.
fn write_and_kill(path: &Path, late: bool) -> (usize, usize) {
    let mut command = child("kill_journal::write_until_killed");
    command.env(PATH, path);
    if late {
        command.env(LATE, "yes");
    }
    let after = Duration::from_micros(rand::rng().random_range(0..25_000));
    let said = run_and_kill(&mut command, |said| said.contains("saved"), after);
    let last = said.lines().filter_map(|line| line.strip_prefix("saved ")?.parse().ok()).max();
    let page = open(path).unwrap().read(|r| r.entry(&id("page"))).unwrap();
    (last.unwrap_or(0), page.map_or(0, |page| letters(page.words.reveal())))
}

#[test]
fn no_letter_that_was_said_to_be_saved_is_lost_by_two_hundred_kills() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let mut before = 0;
    for kill in 0..KILLS {
        let (said, there) = write_and_kill(&path, false);
        assert!(there >= said && there >= before, "kill {kill}: {said} said, {before} before, {there} there");
        before = there;
    }
    assert!(before >= 2 * KILLS, "only {before} letters: the kills came too early to mean anything");
    let versions = open(&path).unwrap().read(|r| r.earlier_words(&id("page"))).unwrap();
    assert!(!versions.is_empty() && versions.iter().all(|one| letters(one.words.reveal()) > 0));
}

/// The control: kept for later, the same kills lose what was typed.
#[test]
fn kept_for_later_the_same_kills_lose_letters() {
    let lost = (0..30).any(|_| {
        let folder = tempfile::tempdir().unwrap();
        let (said, there) = write_and_kill(&folder.path().join("store.db"), true);
        there < said
    });
    assert!(lost, "no kill was seen to lose anything, so the look proves nothing");
}

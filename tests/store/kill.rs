//! kill -9 at random moments: what was said to be saved is there, each record with its request.
//!
//! The system keeps what a killed program wrote, so this says nothing about a power cut: that rests on
//! `synchronous = FULL`, which is read back in the store's own tests.

use crate::{
    given::{at, check_in, id, open, outgoing, owner},
    killing::{child, run_and_kill},
};
use rand::Rng;
use std::{collections::BTreeSet, path::Path, time::Duration};

/// Where the child finds the store, and how it is to save.
const PATH: &str = "CAIRN_TEST_KILL_PATH";
const MANNER: &str = "CAIRN_TEST_KILL_MANNER";
const TOGETHER: &str = "together";
const APART: &str = "apart";

/// The child: saves until it is killed, and says each name once the store has said `Ok`.
#[test]
#[ignore = "started by the tests beside it, which kill it"]
fn save_until_killed() {
    let (Ok(path), Ok(manner)) = (std::env::var(PATH), std::env::var(MANNER)) else { return };
    let store = open(Path::new(&path)).unwrap();
    store.write(|tx| tx.bind(&owner("p1"))).unwrap();
    let first = store.read(|r| Ok(r.check_ins(None, usize::MAX)?.len())).unwrap();
    // An end, should nobody kill it.
    for number in first..first + 5000 {
        let name = format!("n{number}");
        let (record, request) = (check_in(&name, i64::try_from(number).unwrap()), outgoing(&name));
        if manner == TOGETHER {
            store.write(|tx| tx.save_check_in(&record).and_then(|()| tx.enqueue(&request))).unwrap();
        } else {
            store.write(|tx| tx.save_check_in(&record)).unwrap();
            store.write(|tx| tx.enqueue(&request)).unwrap();
        }
        println!("\nsaved {name}");
    }
}

/// Runs the child on `path`, kills it `after` it said its first word or, with `None`, soon after its start.
/// Answers what it said was saved.
fn saved_by(path: &Path, manner: &str, from_start: bool, after: Duration) -> Vec<String> {
    let enough = |said: &str| from_start || said.contains("saved");
    let mut child = child("kill::save_until_killed");
    let said = run_and_kill(child.env(PATH, path).env(MANNER, manner), enough, after);
    said.lines().filter_map(|line| line.strip_prefix("saved ")).map(str::to_owned).collect()
}

/// Looks at the store after a kill: is all there that was said, and which records have no request or the
/// other way round?
fn look(path: &Path, said: &[String]) -> Vec<String> {
    let (records, requests) = open(path)
        .unwrap()
        .read(|r| {
            let records = r.check_ins(None, usize::MAX)?.into_iter().map(|one| one.id.to_string());
            let requests = r.queue(usize::MAX)?.into_iter().map(|row| row.record.to_string());
            Ok((records.collect::<BTreeSet<_>>(), requests.collect::<BTreeSet<_>>()))
        })
        .unwrap();
    for name in said {
        assert!(records.contains(name), "{name} was said to be saved");
    }
    records.symmetric_difference(&requests).cloned().collect()
}

#[test]
fn what_was_said_to_be_saved_survives_fifty_kills_with_its_request() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let mut random = rand::rng();
    let mut said = Vec::new();
    for _ in 0..50 {
        let after = Duration::from_micros(random.random_range(0..25_000));
        said.extend(saved_by(&path, TOGETHER, false, after));
        assert_eq!(look(&path, &said), [""; 0]);
    }
    assert!(said.len() >= 100, "only {} were saved: the kills came too early to mean anything", said.len());
}

#[test]
fn a_kill_while_the_store_is_being_made_leaves_one_that_opens() {
    let mut random = rand::rng();
    let mut unmade = 0;
    for _ in 0..20 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.db");
        let after = Duration::from_micros(random.random_range(0..30_000));
        let said = saved_by(&path, TOGETHER, true, after);
        unmade += usize::from(said.is_empty());
        assert_eq!(look(&path, &said), [""; 0]);
        let store = open(&path).unwrap();
        store.write(|tx| tx.bind(&owner("p1")).and_then(|()| tx.enqueue(&outgoing("new")))).unwrap();
        assert!(store.read(|r| r.ready(at(0), 9999)).unwrap().iter().any(|row| row.outgoing.id == id("new")));
    }
    assert!(unmade > 0, "no kill came before the first check-in was saved");
}

/// The control: with record and request in two transactions, the same kills part them.
#[test]
fn in_two_transactions_the_same_kills_part_record_and_request() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let mut random = rand::rng();
    for _ in 0..100 {
        let after = Duration::from_micros(random.random_range(0..25_000));
        let said = saved_by(&path, APART, false, after);
        if !look(&path, &said).is_empty() {
            return;
        }
    }
    panic!("a hundred kills between two transactions were not seen, so the look proves nothing");
}

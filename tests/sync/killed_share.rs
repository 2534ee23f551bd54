//! The app is killed at any moment while passages are shared and withdrawn: what is shared is at the clinic once, to the
//! letter, and what was withdrawn is nowhere in what the clinic has.
//!
//! The control withdraws on the phone alone, and must be caught by the same look.

use crate::{
    given::{self, Phone},
    killed::room_in,
    killing::{child, run_and_kill},
    share::{shared, withdraw},
    support::{Fault, is_in},
};
use cairn::{
    care::{Delivery, Id, Private, journal::share::Shared},
    clinic::TokenStore,
    platform::ids,
    store::Store,
    sync::{Wake, Worker},
};
use chrono::Utc;
use serde_json::Value;
use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

const FOLDER: &str = "CAIRN_TEST_SHARE_KILLED_IN";
const CARELESS: &str = "CAIRN_TEST_SHARE_CARELESS";
const BEGUN: &str = "begun";
const ROUNDS: usize = 30;
/// How long a child waits after each record: with less, a fast machine makes more of them than the clinic's search shows at
/// once, and none could be looked at.
const PACE: Duration = Duration::from_millis(10);

/// The words of one record, which no other has.
fn words(record: &Id) -> String {
    format!("The whimbrel said {record}.")
}

fn all(store: &Store) -> Vec<Shared> {
    store.read(|reader| reader.shares(100_000)).unwrap()
}

/// Shares, and withdraws every other one before the last, until it is killed.
#[test]
#[ignore = "a part of the campaign, started by it"]
fn the_child() {
    let folder = PathBuf::from(env::var_os(FOLDER).expect("started by the campaign"));
    let careless = env::var_os(CARELESS).is_some();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let room = room_in(&folder).await;
        println!("{BEGUN}");
        let worker = Worker::start(room.clone(), Arc::new(|_| {}));
        let patient = room.owner.patient.clone();
        for count in 0.. {
            let record = ids::new();
            let share = Shared {
                record: record.clone(),
                entry: record.clone(),
                whole: true,
                words: Some(Private::new(words(&record))),
                pieces: Vec::new(),
                recipient: None,
                at: Utc::now(),
                zone: chrono_tz::Europe::Berlin,
                withdrawn: None,
            };
            let body = shared(&record, &words(&record), &patient);
            let saved = |tx: &cairn::store::Tx<'_>| {
                tx.save_share(&share)?;
                tx.enqueue(&given::outgoing(&record, &body, false))
            };
            room.store.write(saved).unwrap();
            worker.wake(Wake::Queued);
            tokio::time::sleep(PACE).await;
            let open = all(&room.store).into_iter().filter(|share| share.withdrawn.is_none()).nth(1);
            if let Some(open) = open.filter(|_| count % 2 == 1) {
                let gone = |tx: &cairn::store::Tx<'_>| {
                    tx.withdraw_share(&open.record, Utc::now())?;
                    if careless { Ok(()) } else { withdraw(tx, &open.record, &patient) }
                };
                room.store.write(gone).unwrap();
                worker.wake(Wake::Queued);
            }
        }
    });
}

/// Runs the child, and kills it so many milliseconds after it has begun, however busy the machine is.
fn killed_after(folder: &Path, careless: bool, lives: u64) {
    let mut child = child("killed_share::the_child");
    child.env(FOLDER, folder);
    if careless {
        child.env(CARELESS, "yes");
    }
    let said = run_and_kill(&mut child, |said| said.contains(BEGUN), Duration::from_millis(lives));
    assert!(said.contains(BEGUN), "the child begins");
}

/// What the campaign made, and what the clinic has.
async fn campaign(careless: bool, rounds: usize) -> (Vec<Shared>, Vec<Option<Delivery>>, Vec<Value>) {
    let phone = Phone::new().await;
    let files = tempfile::tempdir().unwrap();
    fs::write(files.path().join("tokens"), phone.drawer.load().unwrap().unwrap().to_bytes().unwrap())
        .unwrap();
    for round in 0..rounds {
        let fault = [Some(Fault::Drop), None, Some(Fault::Reset), Some(Fault::Delay(150))][round % 4];
        if let Some(fault) = fault {
            phone.clinic.fault(&phone.person, "PUT", "^/DocumentReference/", 2, fault).await;
        }
        let lives = 60 + (round as u64 * 137) % 400;
        let folder = files.path().to_owned();
        tokio::task::spawn_blocking(move || killed_after(&folder, careless, lives)).await.unwrap();
    }
    let room = room_in(files.path()).await;
    for _ in 0..5 {
        given::sync(&room).await;
    }
    let made = all(&room.store);
    let deliveries = made.iter().map(|one| room.store.read(|reader| reader.delivery(&one.record)).unwrap());
    let deliveries = deliveries.collect();
    let there = phone.clinic.finds(&format!("DocumentReference?patient={}", phone.person.patient)).await;
    assert!(there.len() < 1000, "more than the clinic's search shows at once");
    (made, deliveries, there)
}

/// The records the clinic has otherwise than the phone says.
fn wrong(made: &[Shared], there: &[Value]) -> Vec<String> {
    let is_wrong = |one: &&Shared| {
        let copies: Vec<_> =
            there.iter().filter(|copy| copy["identifier"][0]["value"] == one.record.as_str()).collect();
        // A place that was asked for and not used stays beside it, empty.
        let with_words = copies.iter().filter(|copy| is_in(copy, &words(&one.record))).count();
        let counting = copies.iter().filter(|copy| copy["status"] == "current").count();
        let wanted = usize::from(one.withdrawn.is_none());
        with_words != wanted || counting != wanted
    };
    made.iter().filter(is_wrong).map(|one| one.record.to_string()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_shared_is_there_once_and_what_is_withdrawn_is_not() {
    let (made, deliveries, there) = campaign(false, ROUNDS).await;
    let withdrawn = made.iter().filter(|one| one.withdrawn.is_some()).count();
    assert!(made.len() > ROUNDS / 2 && withdrawn > 3, "{} shared, {withdrawn} withdrawn", made.len());
    assert_eq!(wrong(&made, &there), [""; 0]);
    let settled = |one: &Option<Delivery>| matches!(one, None | Some(Delivery::Sent(_)));
    assert!(deliveries.iter().all(settled), "everything came to its end: {deliveries:?}");
    assert!(there.iter().any(|one| one["status"] == "entered-in-error"), "some had arrived before");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_control_that_tells_nobody_is_caught() {
    let (made, _, there) = campaign(true, 10).await;
    assert!(!wrong(&made, &there).is_empty(), "the look does not see what stayed, so it proves nothing");
}

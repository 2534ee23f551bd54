//! The app is killed at any moment, fifty times: every check-in that was saved is at the clinic exactly once.
//!
//! The control does the one thing this design forbids, giving a record another id at each attempt, and must
//! be caught by the same count.

use crate::{
    given::{self, Drawer, Phone},
    killing::{child, run_and_kill},
    support::Fault,
};
use cairn::{
    care::Id,
    clinic::{FhirClient, Http, Session, TokenStore, Tokens},
    store::Owner,
    sync::{Room, Wake, Worker},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::{Path, PathBuf},
    sync::{Arc, atomic::AtomicI64},
    time::Duration,
};

const FOLDER: &str = "CAIRN_TEST_KILLED_IN";
const CARELESS: &str = "CAIRN_TEST_CARELESS";
const ROUNDS: usize = 50;
/// How long a child waits after each record: with less, a fast machine makes more of them than the clinic's search shows at
/// once, and none could be counted.
const PACE: Duration = Duration::from_millis(12);

/// What the child works with: a store and a sign-in in `folder`.
pub(crate) async fn room_in(folder: &Path) -> Room {
    let tokens = Tokens::from_bytes(&fs::read(folder.join("tokens")).unwrap()).unwrap();
    let owner = Owner { issuer: tokens.issuer.clone(), patient: tokens.patient.clone() };
    let drawer = Drawer::default();
    drawer.save(&tokens).unwrap();
    let sources = given::sources(&Arc::new(AtomicI64::new(0)));
    let http = Http::new().unwrap();
    let session =
        Session::open(http.clone(), Arc::new(drawer), Arc::clone(&sources.now)).await.unwrap().unwrap();
    let clinic = FhirClient::signed_in(http, session).await;
    let store = given::open_store(folder);
    store.write(|tx| tx.bind(&owner)).unwrap();
    Room { store, clinic, owner, sources, page: Room::PAGE }
}

/// Saves check-ins and syncs until it is killed, naming each that is saved.
#[test]
#[ignore = "a part of the campaign, started by it"]
fn the_child() {
    let folder = PathBuf::from(env::var_os(FOLDER).expect("started by the campaign"));
    let careless = env::var_os(CARELESS).is_some();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let room = room_in(&folder).await;
        let worker = (!careless).then(|| Worker::start(room.clone(), Arc::new(|_| {})));
        for mood in 0.. {
            let id = given::check_in(&room.store, &room.owner.patient, mood % 11);
            println!("saved {id}");
            match &worker {
                Some(worker) => worker.wake(Wake::Queued),
                None => send_carelessly(&room).await,
            }
            tokio::time::sleep(PACE).await;
        }
    });
}

/// Sends what waits under ids made anew at each attempt.
async fn send_carelessly(room: &Room) {
    let now = (room.sources.now)();
    for queued in room.store.read(|reader| reader.ready(now, 100)).unwrap() {
        let mut body: serde_json::Value = serde_json::from_str(&queued.outgoing.body).unwrap();
        let id = cairn::platform::ids::new();
        body["id"] = serde_json::json!(id);
        let sent = room.clinic.put(&format!("Observation/{id}"), &body.to_string(), None).await;
        if sent.is_ok_and(|answer| answer.status == 201) {
            room.store.write(|tx| tx.acknowledge(&queued.outgoing.id, now, None)).unwrap();
        }
    }
}

/// Runs the child for so many milliseconds from its start, or from what it `saved` first, and kills it; answers what it had
/// saved.
fn saved_by(folder: &Path, careless: bool, saved: bool, lives: u64) -> Vec<String> {
    let mut child = child("killed::the_child");
    child.env(FOLDER, folder);
    if careless {
        child.env(CARELESS, "yes");
    }
    let begun = |said: &str| !saved || said.contains("saved ");
    let said = run_and_kill(&mut child, begun, Duration::from_millis(lives));
    said.lines().filter_map(|line| line.strip_prefix("saved ")).map(str::to_owned).collect()
}

/// The campaign; answers what was saved, and how often the clinic has each.
async fn campaign(careless: bool, rounds: usize) -> (BTreeSet<String>, BTreeMap<String, usize>) {
    let phone = Phone::new().await;
    let files = tempfile::tempdir().unwrap();
    fs::write(files.path().join("tokens"), phone.drawer.load().unwrap().unwrap().to_bytes().unwrap())
        .unwrap();
    let mut saved = BTreeSet::new();
    for round in 0..rounds {
        // Answers that are lost after the server committed, and requests it never hears of.
        let fault = [Some(Fault::Drop), None, Some(Fault::Reset)][round % 3];
        if let Some(fault) = fault {
            phone.clinic.fault(&phone.person, "PUT", "^/Observation/", 1, fault).await;
        }
        // Not by chance, so that a failure can be had again: from before the store is open to well into sending.
        let lives = 30 + (round as u64 * 137) % 400;
        // On a slow machine none would get that far by the clock alone, and a campaign of nothing proves nothing.
        let saved_first = careless || round % 2 == 1;
        let folder = files.path().to_owned();
        let round = tokio::task::spawn_blocking(move || saved_by(&folder, careless, saved_first, lives));
        saved.extend(round.await.unwrap());
    }
    let room = room_in(files.path()).await;
    // What was saved an instant before the kill may not have been named any more.
    let made = room.store.read(|reader| reader.check_ins(None, 100_000)).unwrap();
    let made: BTreeSet<_> = made.into_iter().map(|one| one.id.to_string()).collect();
    assert!(saved.is_subset(&made), "what was said to be saved is there after every kill");
    if careless {
        send_carelessly(&room).await;
    } else {
        for _ in 0..5 {
            given::sync(&room).await;
        }
        let counts = room.store.read(|reader| reader.delivery_count()).unwrap();
        assert_eq!((counts.waiting, counts.needs_attention, counts.sent), (0, 0, made.len()));
    }
    let mut there: BTreeMap<String, usize> = BTreeMap::new();
    for one in everything(&phone, &room.owner.patient).await {
        *there.entry(one).or_default() += 1;
    }
    (made, there)
}

/// Our identifiers at the clinic, one for each record.
async fn everything(phone: &Phone, patient: &Id) -> Vec<String> {
    let there = phone.clinic.finds(&format!("Observation?patient=Patient/{patient}")).await;
    assert!(there.len() < 1000, "more than the clinic's search shows at once");
    there.iter().map(|one| one["identifier"][0]["value"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_saved_check_in_is_at_the_clinic_exactly_once() {
    let (made, there) = campaign(false, ROUNDS).await;
    assert!(made.len() > ROUNDS / 2, "the children did something: {}", made.len());
    let lost: Vec<_> = made.iter().filter(|id| !there.contains_key(*id)).collect();
    let strange: Vec<_> = there.keys().filter(|id| !made.contains(*id)).collect();
    assert!(lost.is_empty() && strange.is_empty(), "lost {lost:?}, never made {strange:?}");
    let doubled: Vec<_> = there.iter().filter(|(_, copies)| **copies > 1).collect();
    assert!(doubled.is_empty(), "{doubled:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_control_with_new_ids_at_each_attempt_is_caught() {
    let (_, there) = campaign(true, 10).await;
    assert!(there.values().any(|copies| *copies > 1), "the count does not see doubles, so it proves nothing");
}

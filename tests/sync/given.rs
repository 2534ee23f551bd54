//! A patient's phone without a screen: a store, a sign-in, and a sync that runs when told.

use crate::support::{Clinic, Person};
use cairn::{
    care::{CheckIn, Delivery, Id, Notice, Score},
    clinic::{
        Address, CLIENT_ID, ClinicError, FhirClient, Http, KeystoreTrouble, PendingSignIn, Session,
        TokenStore, Tokens, begin, discover,
    },
    fhir,
    platform::redirect::Listener as Ear,
    store::{Outgoing, Owner, Store, StoreKey},
    sync::{Listener, Progress, Room, Sources, SyncError, Wake, Wanted, Worker},
};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;
use std::{
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};
use tokio::{sync::mpsc, time::timeout};
use url::Url;

/// A keystore in memory.
#[derive(Default)]
pub struct Drawer(Mutex<Option<Tokens>>);

impl TokenStore for Drawer {
    fn load(&self) -> Result<Option<Tokens>, KeystoreTrouble> {
        Ok(self.0.lock().unwrap().clone())
    }
    fn save(&self, tokens: &Tokens) -> Result<(), KeystoreTrouble> {
        *self.0.lock().unwrap() = Some(tokens.clone());
        Ok(())
    }
    fn clear(&self) -> Result<(), KeystoreTrouble> {
        *self.0.lock().unwrap() = None;
        Ok(())
    }
}

pub struct Phone {
    pub clinic: &'static Clinic,
    pub person: Person,
    pub room: Room,
    pub session: Session,
    pub drawer: Arc<Drawer>,
    /// Milliseconds its clock is ahead.
    ahead: Arc<AtomicI64>,
    files: tempfile::TempDir,
}

/// What one run of the sync told.
#[derive(Debug, Default)]
pub struct Run {
    pub settled: Vec<Id>,
    pub arrived: usize,
    pub trouble: Option<Trouble>,
}

#[derive(Debug, PartialEq)]
pub enum Trouble {
    Clinic(ClinicError),
    Patience,
    OtherOwner,
    Store,
}

/// An address the app opened, and the ear that waits for the browser.
pub async fn begun(clinic: &Clinic) -> (PendingSignIn, Ear) {
    let ear = Ear::open().await.unwrap();
    let found = discover(&Http::new().unwrap(), &Address::parse(clinic.fhir()).unwrap()).await.unwrap();
    (begin(found, CLIENT_ID, ear.address().clone()), ear)
}

/// The browser's part: signs in and comes back.
pub async fn browsed(clinic: &Clinic, person: &Person, page: &Url, ear: Ear, allow: bool) -> Url {
    let (back, ()) = tokio::join!(ear.answer("Done.", |_| true), clinic.browse(person, page.as_str(), allow));
    back.unwrap()
}

/// The whole sign-in.
pub async fn signed_in(clinic: &Clinic, person: &Person) -> Tokens {
    let (pending, ear) = begun(clinic).await;
    let back = browsed(clinic, person, &pending.page().clone(), ear, true).await;
    pending.finish(&Http::new().unwrap(), &back, Utc::now()).await.unwrap()
}

pub fn sources(ahead: &Arc<AtomicI64>) -> Sources {
    let ahead = Arc::clone(ahead);
    Sources {
        now: Arc::new(move || Utc::now() + TimeDelta::milliseconds(ahead.load(Ordering::SeqCst))),
        new_id: Arc::new(cairn::platform::ids::new),
        chance: Arc::new(|| 0.0),
    }
}

pub fn open_store(folder: &Path) -> Store {
    Store::open(&folder.join("store"), &StoreKey::from_bytes([7; 32])).unwrap()
}

impl Phone {
    /// A new patient of the shared clinic, signed in.
    pub async fn new() -> Self {
        let clinic = Clinic::shared();
        let person = clinic.new_patient().await;
        Self::of(clinic, person).await
    }

    pub async fn of(clinic: &'static Clinic, person: Person) -> Self {
        let tokens = signed_in(clinic, &person).await;
        let drawer = Arc::new(Drawer::default());
        drawer.save(&tokens).unwrap();
        let files = tempfile::tempdir().unwrap();
        let ahead = Arc::new(AtomicI64::new(0));
        let owner = Owner { issuer: tokens.issuer.clone(), patient: tokens.patient.clone() };
        let store = open_store(files.path());
        store.write(|tx| tx.bind(&owner)).unwrap();
        let sources = sources(&ahead);
        let http = Http::new().unwrap();
        let keystore: Arc<dyn TokenStore> = Arc::<Drawer>::clone(&drawer);
        let session = Session::open(http.clone(), keystore, Arc::clone(&sources.now)).await.unwrap().unwrap();
        let clinic_api = FhirClient::signed_in(http, session.clone()).await;
        let room = Room { store, clinic: clinic_api, owner, sources, page: Room::PAGE };
        Self { clinic, person, room, session, drawer, ahead, files }
    }

    /// The same store with the sign-in that is in the drawer now.
    pub async fn signed_in_again(&self) -> Room {
        let http = Http::new().unwrap();
        let keystore: Arc<dyn TokenStore> = Arc::<Drawer>::clone(&self.drawer);
        let now = Arc::clone(&self.room.sources.now);
        let session = Session::open(http.clone(), keystore, now).await.unwrap().unwrap();
        Room { clinic: FhirClient::signed_in(http, session).await, ..self.room.clone() }
    }

    /// Does to the store's file what the store has no words for.
    pub fn beneath(&self, sql: &str) {
        let file = rusqlite::Connection::open(self.files.path().join("store")).unwrap();
        let key = "07".repeat(32);
        file.execute_batch(&format!("PRAGMA key = \"x'{key}'\"; {sql}")).unwrap();
    }

    /// Lets its clock run ahead.
    pub fn later(&self, by: TimeDelta) {
        self.ahead.fetch_add(by.num_milliseconds(), Ordering::SeqCst);
    }

    /// One run: everything is sent and fetched, as when the patient asks for it.
    pub async fn sync(&self) -> Run {
        sync(&self.room).await
    }

    /// A check-in, saved and queued as the app does it.
    pub fn check_in(&self, mood: u8) -> Id {
        check_in(&self.room.store, &self.room.owner.patient, mood)
    }

    /// Queues any record, as it is.
    pub fn queue(&self, record: &Value, urgent: bool) -> Id {
        queue(&self.room.store, record, urgent)
    }

    pub fn delivery(&self, record: &Id) -> Delivery {
        self.room.store.read(|reader| reader.delivery(record)).unwrap().unwrap()
    }

    pub fn notices(&self) -> Vec<Notice> {
        self.room.store.read(|reader| reader.notices()).unwrap()
    }

    /// Ids of what is mirrored, with why it cannot be read.
    pub fn holds(&self, kind: &str) -> Vec<(String, Option<String>)> {
        let mirrored = self.room.store.read(|reader| reader.mirrored(kind)).unwrap();
        mirrored.into_iter().map(|one| (one.id.to_string(), one.problem)).collect()
    }

    /// What the clinic's doors saw of this phone since `since` requests.
    pub async fn requests(&self, since: usize) -> Vec<Value> {
        let mut requests = self.clinic.requests_of(&self.person).await;
        requests.retain(|request| request["door"] == "fhir");
        requests.split_off(since.min(requests.len()))
    }

    /// The versions of a check-in at the clinic; 0 if it is not there.
    pub async fn version(&self, record: &Id) -> u32 {
        let found = self.clinic.has(&format!("Observation/{record}")).await;
        found.map_or(0, |found| found["meta"]["versionId"].as_str().unwrap().parse().unwrap())
    }
}

pub async fn sync(room: &Room) -> Run {
    enum Heard {
        Settled(Id),
        Arrived(usize),
        Ended(Option<Trouble>),
    }
    let (tell, mut hear) = mpsc::unbounded_channel();
    let listener: Listener = Arc::new(move |progress| {
        let _ = tell.send(match progress {
            Progress::Began | Progress::TimesCame | Progress::TimesEnded(_) | Progress::KeepEnded => return,
            Progress::Settled(record) => Heard::Settled(record.clone()),
            Progress::Arrived(changed) => Heard::Arrived(changed),
            Progress::Ended(trouble) => Heard::Ended(trouble.map(trouble_of)),
        });
    });
    let worker = Worker::start(room.clone(), listener);
    let mut run = Run::default();
    loop {
        match timeout(Duration::from_mins(1), hear.recv()).await.expect("a run comes to an end").unwrap() {
            Heard::Settled(record) => run.settled.push(record),
            Heard::Arrived(changed) => run.arrived += changed,
            Heard::Ended(trouble) => {
                run.trouble = trouble;
                break;
            }
        }
    }
    worker.stop().await;
    run
}

/// Lets the worker fetch free times; answers what went wrong.
pub async fn fetch_times(room: &Room, wanted: Wanted) -> Option<Trouble> {
    let (tell, mut hear) = mpsc::unbounded_channel();
    let listener: Listener = Arc::new(move |progress| {
        if let Progress::TimesEnded(trouble) = progress {
            let _ = tell.send(trouble.map(trouble_of));
        }
    });
    let worker = Worker::start(room.clone(), listener);
    worker.wake(Wake::Times(wanted));
    let ended = timeout(Duration::from_mins(1), hear.recv()).await.expect("a walk comes to an end").unwrap();
    worker.stop().await;
    ended
}

fn trouble_of(error: &SyncError) -> Trouble {
    match error {
        SyncError::Clinic(error) => Trouble::Clinic(*error),
        SyncError::Patience(_) => Trouble::Patience,
        SyncError::OtherOwner => Trouble::OtherOwner,
        SyncError::Store(_) => Trouble::Store,
    }
}

pub fn check_in(store: &Store, patient: &Id, mood: u8) -> Id {
    let check_in = CheckIn {
        id: cairn::platform::ids::new(),
        at: now_in_seconds(),
        zone: chrono_tz::Tz::Europe__Berlin,
        mood: Score::new(mood).unwrap(),
        anxiety: Score::new(3).unwrap(),
        feelings: Vec::new(),
        sleep: None,
        words: None,
        changed: None,
    };
    let outgoing = outgoing(&check_in.id, &fhir::check_in::write(&check_in, patient), false);
    store
        .write(|tx| {
            tx.save_check_in(&check_in)?;
            tx.enqueue(&outgoing)
        })
        .unwrap();
    check_in.id
}

pub fn queue(store: &Store, record: &Value, urgent: bool) -> Id {
    let id = Id::new(record["id"].as_str().unwrap()).unwrap();
    store.write(|tx| tx.enqueue(&outgoing(&id, record, urgent))).unwrap();
    id
}

/// What the app queues to say `body` of its own `record`.
pub fn outgoing(record: &Id, body: &Value, urgent: bool) -> Outgoing {
    let kind = body["resourceType"].as_str().unwrap().to_owned();
    let made = Utc::now();
    Outgoing {
        id: cairn::platform::ids::new(),
        path: format!("{kind}/{record}"),
        kind,
        record: record.clone(),
        body: body.to_string(),
        urgent,
        made,
        not_before: made,
    }
}

fn now_in_seconds() -> DateTime<Utc> {
    DateTime::from_timestamp(Utc::now().timestamp(), 0).unwrap()
}

//! An older copy is brought back: what waited in it goes over nothing the clinic heard later, and nothing withdrawn comes back.

use crate::{
    given::{self, Phone},
    share::{poor, shared, withdraw},
    support::{Fault, is_in},
};
use cairn::{
    care::{Delivery, Id, Private, Refusal, journal::share::Shared},
    platform::ids,
    store::{
        Store, StoreKey,
        archive::{self, ArchiveError, Effort, Passphrase, Target, Whose},
    },
    sync::Room,
};
use chrono::{TimeDelta, Utc};
use serde_json::{Value, json};

const WORDS: &str = "The sanderling ran ahead.";

/// A copy of everything on the phone.
pub(crate) fn copied(phone: &Phone) -> Vec<u8> {
    let (store, owner) = (&phone.room.store, phone.room.owner.clone());
    let as_who = (Whose::Patient(owner), Utc::now());
    store.export(Vec::new(), (&passphrase(), Effort(1)), as_who, |_, _| Ok(())).unwrap().0
}

fn passphrase() -> Passphrase {
    Passphrase::given("two godwits")
}

/// The same patient on another phone, with what is in the copy.
pub(crate) struct Restored {
    pub(crate) room: Room,
    _folder: tempfile::TempDir,
}

impl Restored {
    pub(crate) fn from(copy: &[u8], phone: &Phone) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store");
        let target = Target {
            path: path.clone(),
            key: StoreKey::from_bytes([8; 32]),
            owner: phone.room.owner.clone(),
        };
        archive::restore(copy, &passphrase(), |_| Ok::<_, ArchiveError>(target)).unwrap();
        let store = Store::open(&path, &StoreKey::from_bytes([8; 32])).unwrap();
        Self { room: Room { store, ..phone.room.clone() }, _folder: folder }
    }

    pub(crate) async fn sync(&self) {
        assert_eq!(given::sync(&self.room).await.trouble, None);
    }

    pub(crate) fn delivery(&self, record: &Id) -> Delivery {
        self.room.store.read(|reader| reader.delivery(record)).unwrap().unwrap()
    }

    pub(crate) fn is_sent(&self, record: &Id) -> bool {
        matches!(self.delivery(record), Delivery::Sent(_))
    }
}

pub(crate) async fn synced(phone: &Phone) {
    assert_eq!(phone.sync().await.trouble, None);
}

/// An observation of the patient's, or the same one with other words.
fn observed(phone: &Phone, record: &Id, words: &str, status: &str) -> Value {
    let patient = json!({ "reference": format!("Patient/{}", phone.person.patient) });
    json!({
        "resourceType": "Observation",
        "id": record,
        "identifier": [{ "system": "https://cairn.example/record", "value": record }],
        "status": status,
        "code": { "text": "Check-in" },
        "subject": patient,
        "performer": [patient],
        "effectiveDateTime": "2026-11-28T12:00:00Z",
        "valueString": words,
    })
}

async fn at_clinic(phone: &Phone, record: &Id) -> Value {
    phone.clinic.has(&format!("Observation/{record}")).await.unwrap()
}

/// Shares something as the app does, on the page of its own name.
fn share(phone: &Phone) -> Id {
    let record = ids::new();
    let share = Shared {
        record: record.clone(),
        entry: record.clone(),
        whole: true,
        words: Some(Private::new(WORDS)),
        pieces: Vec::new(),
        recipient: None,
        at: Utc::now(),
        zone: chrono_tz::Europe::Berlin,
        withdrawn: None,
    };
    let body = shared(&record, WORDS, &phone.room.owner.patient);
    phone
        .room
        .store
        .write(|tx| tx.save_share(&share).and_then(|()| tx.enqueue(&given::outgoing(&record, &body, false))))
        .unwrap();
    record
}

fn withdrawn(room: &Room, record: &Id) {
    let gone = |tx: &cairn::store::Tx<'_>| {
        tx.withdraw_share(record, Utc::now())?;
        withdraw(tx, record, &room.owner.patient)
    };
    room.store.write(gone).unwrap();
}

async fn shares_there(phone: &Phone) -> Vec<Value> {
    phone.clinic.finds(&format!("DocumentReference?subject=Patient/{}", phone.person.patient)).await
}

#[tokio::test]
async fn what_was_withdrawn_after_the_copy_stays_withdrawn() {
    for phone in [Phone::new().await, poor().await] {
        let record = share(&phone);
        let copy = copied(&phone);
        synced(&phone).await;
        assert!(is_in(&shares_there(&phone).await[0], WORDS), "control: it was there");
        withdrawn(&phone.room, &record);
        synced(&phone).await;

        let new = Restored::from(&copy, &phone);
        new.sync().await;
        let is_nowhere = async || {
            let there = shares_there(&phone).await;
            assert_eq!((there.len(), &there[0]["status"]), (1, &json!("entered-in-error")));
            assert!(!is_in(&there[0], WORDS));
        };
        is_nowhere().await;
        assert_eq!(
            new.delivery(&record),
            Delivery::NeedsAttention(Refusal::CameBack),
            "the patient is asked"
        );
        // Even if they say yes: the clinic's record is the later word.
        new.room.store.write(|tx| tx.put_back(&record)).unwrap();
        new.sync().await;
        is_nowhere().await;
        assert_eq!(
            new.delivery(&record),
            Delivery::NeedsAttention(Refusal::Conflict),
            "and it is not called sent"
        );
        withdrawn(&new.room, &record);
        new.sync().await;
        is_nowhere().await;
    }
}

#[tokio::test]
async fn what_was_withdrawn_under_an_id_the_copy_does_not_know_stays_withdrawn() {
    let phone = Phone::new().await;
    let record = share(&phone);
    let copy = copied(&phone);
    phone.clinic.fault(&phone.person, "PUT", "^/DocumentReference/", 1, Fault::Reset).await;
    phone.sync().await;
    phone.later(TimeDelta::minutes(10));
    synced(&phone).await;
    let there = shares_there(&phone).await;
    assert!(is_in(&there[0], WORDS) && there[0]["id"] != json!(record), "control: it was there, elsewhere");
    withdrawn(&phone.room, &record);
    synced(&phone).await;

    let new = Restored::from(&copy, &phone);
    new.room.store.write(|tx| tx.put_back(&record)).unwrap();
    new.sync().await;
    assert_eq!(new.delivery(&record), Delivery::NeedsAttention(Refusal::Conflict));
    assert!(shares_there(&phone).await.iter().all(|one| !is_in(one, WORDS)));
}

#[tokio::test]
async fn what_was_shared_and_came_back_can_still_be_withdrawn_at_the_clinic() {
    let phone = Phone::new().await;
    let record = share(&phone);
    let copy = copied(&phone);
    synced(&phone).await;
    let new = Restored::from(&copy, &phone);
    withdrawn(&new.room, &record);
    new.sync().await;
    let there = shares_there(&phone).await;
    assert_eq!((there.len(), &there[0]["status"]), (1, &json!("entered-in-error")));
}

#[tokio::test]
async fn a_withdrawal_that_waited_goes_by_itself() {
    let phone = Phone::new().await;
    let record = share(&phone);
    synced(&phone).await;
    withdrawn(&phone.room, &record);
    let new = Restored::from(&copied(&phone), &phone);
    new.sync().await;
    assert!(!is_in(&shares_there(&phone).await[0], WORDS));
    assert!(new.is_sent(&record));
}

#[tokio::test]
async fn what_was_removed_or_changed_after_the_copy_stays_so() {
    let phone = Phone::new().await;
    let (first, later) = (ids::new(), ids::new());
    phone.queue(&observed(&phone, &later, "at first", "final"), false);
    synced(&phone).await;
    // Neither the first word on one nor the second on the other has left when the copy is made.
    phone.queue(&observed(&phone, &first, "a first word", "final"), false);
    phone.queue(&observed(&phone, &later, "a second word", "final"), false);
    let copy = copied(&phone);
    synced(&phone).await;
    phone.queue(&observed(&phone, &first, "gone", "entered-in-error"), false);
    phone.queue(&observed(&phone, &later, "a third word", "final"), false);
    synced(&phone).await;

    let new = Restored::from(&copy, &phone);
    new.sync().await;
    new.sync().await;
    assert_eq!(at_clinic(&phone, &first).await["status"], "entered-in-error");
    assert_eq!(at_clinic(&phone, &later).await["valueString"], "a third word");
    for record in [&first, &later] {
        assert_eq!(new.delivery(record), Delivery::NeedsAttention(Refusal::Conflict));
    }
}

#[tokio::test]
async fn what_nobody_overtook_is_sent_from_the_new_phone() {
    let phone = Phone::new().await;
    let (known, new_one, twice) = (ids::new(), ids::new(), ids::new());
    phone.queue(&observed(&phone, &known, "at first", "final"), false);
    synced(&phone).await;
    phone.queue(&observed(&phone, &known, "a second word", "final"), false);
    phone.queue(&observed(&phone, &new_one, "a first word", "final"), false);
    for words in ["one", "two"] {
        phone.queue(&observed(&phone, &twice, words, "final"), false);
    }
    let new = Restored::from(&copied(&phone), &phone);
    new.sync().await;
    for (record, words) in [(&known, "a second word"), (&new_one, "a first word"), (&twice, "two")] {
        assert_eq!(at_clinic(&phone, record).await["valueString"], words);
        assert!(new.is_sent(record));
    }
    // What is written from now on is in nobody's way.
    given::queue(&new.room.store, &observed(&phone, &known, "a third word", "final"), false);
    new.sync().await;
    assert_eq!(at_clinic(&phone, &known).await["valueString"], "a third word");
}

#[tokio::test]
async fn of_two_words_that_waited_and_were_overtaken_neither_goes() {
    let phone = Phone::new().await;
    let record = ids::new();
    for words in ["one", "two"] {
        phone.queue(&observed(&phone, &record, words, "final"), false);
    }
    let copy = copied(&phone);
    synced(&phone).await;
    phone.queue(&observed(&phone, &record, "three", "final"), false);
    synced(&phone).await;
    let new = Restored::from(&copy, &phone);
    new.sync().await;
    new.sync().await;
    assert_eq!(at_clinic(&phone, &record).await["valueString"], "three");
    assert_eq!(new.delivery(&record), Delivery::NeedsAttention(Refusal::Conflict));
}

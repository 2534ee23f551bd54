//! A shared slice on a server that gives its own ids: withdrawn there as well, also when the answer to sharing was lost.

use crate::{
    given::{Phone, outgoing},
    support::{Clinic, Fault, Server, is_in},
};
use cairn::{
    care::{Delivery, Id, Private},
    fhir::document_reference::{Slice, withdrawn, write},
    platform::ids,
    store::{StoreError, Tx},
};
use chrono::Utc;
use serde_json::{Value, json};
use std::sync::OnceLock;

const WORDS: &str = "The dunlin came back.";

/// A patient of a server that gives its own ids.
pub(crate) async fn poor() -> Phone {
    static POOR: OnceLock<Clinic> = OnceLock::new();
    let clinic = POOR.get_or_init(|| Clinic::open(Server::Medplum, &[]));
    let phone = Phone::of(clinic, clinic.new_patient().await).await;
    clinic
        .fault(&phone.person, "PUT", "^/(DocumentReference|Consent)/[^-]+-[^-]+-7", 0, Fault::Status(400))
        .await;
    phone
}

/// What is shared as this record.
pub(crate) fn shared(record: &Id, words: &str, patient: &Id) -> Value {
    let slice = Slice {
        record: record.clone(),
        at: Utc::now(),
        zone: chrono_tz::Europe::Berlin,
        words: Some(Private::new(words)),
        whole: true,
        begun: Utc::now(),
        begun_in: chrono_tz::Europe::Berlin,
        pictures: Vec::new(),
        visit: None,
        clinic: None,
    };
    write(&slice, patient)
}

/// As the app withdraws what it shared.
pub(crate) fn withdraw(tx: &Tx<'_>, record: &Id, patient: &Id) -> Result<(), StoreError> {
    let body = withdrawn(record, Utc::now(), chrono_tz::Europe::Berlin, patient);
    tx.recall(record, || outgoing(record, &body, false))
}

fn share(phone: &Phone) -> Id {
    let record = ids::new();
    phone.queue(&shared(&record, WORDS, &phone.room.owner.patient), false);
    record
}

async fn there(phone: &Phone) -> Vec<Value> {
    phone.clinic.finds(&format!("DocumentReference?subject=Patient/{}", phone.person.patient)).await
}

#[tokio::test]
async fn what_was_sent_is_withdrawn_under_the_servers_own_id() {
    let phone = poor().await;
    let record = share(&phone);
    assert_eq!(phone.sync().await.trouble, None);
    let shared = there(&phone).await.remove(0);
    assert!(is_in(&shared, WORDS) && shared["id"] != json!(record), "the server chose the id");
    phone.room.store.write(|tx| withdraw(tx, &record, &phone.room.owner.patient)).unwrap();
    assert_eq!(phone.sync().await.trouble, None);
    let left = there(&phone).await;
    assert_eq!((left.len(), &left[0]["id"]), (1, &shared["id"]));
    assert_eq!(left[0]["status"], json!("entered-in-error"));
    assert!(!is_in(&left[0], WORDS));
}

#[tokio::test]
async fn what_arrived_without_an_answer_is_found_and_withdrawn() {
    let phone = poor().await;
    phone.clinic.fault(&phone.person, "POST", "^/DocumentReference", 1, Fault::Drop).await;
    let record = share(&phone);
    phone.sync().await;
    assert_eq!(phone.delivery(&record), Delivery::OnThisPhone);
    assert!(is_in(&there(&phone).await[0], WORDS), "it is there, and nobody knows");
    phone.room.store.write(|tx| withdraw(tx, &record, &phone.room.owner.patient)).unwrap();
    phone.sync().await;
    phone.sync().await;
    let left = there(&phone).await;
    assert_eq!((left.len(), &left[0]["status"]), (1, &json!("entered-in-error")));
    assert!(!is_in(&left[0], WORDS));
    assert!(matches!(phone.delivery(&record), Delivery::Sent(_)));
}

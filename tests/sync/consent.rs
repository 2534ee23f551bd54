//! A signature on a network that loses and delays: withdrawn it never holds again, however late the request that made it hold
//! arrives; and a server that chooses ids has it once all the same.
//!
//! The control sends the same signature as a request that names no version, as one would without a place kept for it.

use crate::{
    given::{Phone, outgoing},
    share::poor,
    support::{Fault, eventually},
};
use cairn::{
    care::{Delivery, Id, Private, consent::Signature},
    fhir::consent::{ended, write},
    platform::ids,
};
use chrono::Utc;
use serde_json::{Value, json};

fn signature() -> Signature {
    Signature {
        record: ids::new(),
        document: Id::new("treatment").unwrap(),
        version: "1".into(),
        title: "Before your session".into(),
        protocol: Id::new("harbor-kap").unwrap(),
        protocol_version: 1,
        text: Private::new("Before your session\nVersion: 1\n"),
        name: Private::new("Robin Sample"),
        clinic: None,
        recipient: None,
        at: Utc::now(),
        zone: chrono_tz::Europe::Berlin,
        withdrawn: None,
    }
}

/// As the app signs.
fn sign(phone: &Phone) -> (Signature, Value) {
    let signature = signature();
    let body = write(&signature, &phone.room.owner.patient);
    phone.queue(&body, false);
    (signature, body)
}

/// As the app withdraws.
fn withdraw(phone: &Phone, signature: &Signature) {
    let gone = Signature { withdrawn: Some(Utc::now()), ..signature.clone() };
    let body = write(&gone, &phone.room.owner.patient);
    let record = &signature.record;
    phone.room.store.write(|tx| tx.recall(record, || outgoing(record, &body, false))).unwrap();
}

async fn there(phone: &Phone) -> Vec<Value> {
    phone.clinic.finds(&format!("Consent?patient=Patient/{}", phone.person.patient)).await
}

fn holding(all: &[Value]) -> usize {
    all.iter().filter(|one| one["status"] == json!("active")).count()
}

#[tokio::test]
async fn a_signature_that_arrives_after_it_was_withdrawn_does_not_hold() {
    let phone = Phone::new().await;
    let late = Fault::Late("\"status\":\"active\"");
    let rule = phone.clinic.fault(&phone.person, "PUT", "^/Consent/", 1, late).await;
    let (signature, body) = sign(&phone);
    phone.sync().await;
    assert_eq!(phone.delivery(&signature.record), Delivery::OnThisPhone, "nobody knows");
    assert_eq!(holding(&there(&phone).await), 0, "it is still under way");
    withdraw(&phone, &signature);
    phone.sync().await;
    phone.sync().await;
    assert!(matches!(phone.delivery(&signature.record), Delivery::Sent(_)), "withdrawn");
    phone.clinic.mend(rule).await;
    let late = eventually("what was late arrives", async || {
        let mut late = phone.requests(0).await;
        late.retain(|request| request["fault"] == "late");
        (!late.is_empty() && late.iter().all(|request| request["served"].is_number())).then_some(late)
    })
    .await;
    assert_eq!((late.len(), &late[0]["served"]), (1, &json!(412)), "it found another version");
    let left = there(&phone).await;
    assert_eq!((left.len(), &left[0]["status"]), (1, &json!("inactive")));

    let tokens = phone.clinic.sign_in(&phone.person).await;
    let path = format!("Consent/{}", signature.record);
    let (status, _) = phone.clinic.ask("PUT", &path, &tokens.access_token, Some(&body)).await;
    assert_eq!((status, holding(&there(&phone).await)), (200, 1), "the control makes it hold again");
}

#[tokio::test]
async fn a_server_that_chooses_ids_has_it_once_and_then_withdrawn() {
    let phone = poor().await;
    let (signature, _) = sign(&phone);
    assert_eq!(phone.sync().await.trouble, None);
    let found = there(&phone).await;
    assert_eq!((found.len(), holding(&found)), (1, 1));
    assert_ne!(found[0]["id"], json!(signature.record), "the server chose the id");
    withdraw(&phone, &signature);
    assert_eq!(phone.sync().await.trouble, None);
    let found = there(&phone).await;
    assert_eq!((found.len(), &found[0]["status"]), (1, &json!("inactive")));
}

/// From another phone of the patient's, which learnt of it by fetching it.
#[tokio::test]
async fn another_phone_withdraws_it_under_the_id_the_server_chose() {
    let phone = poor().await;
    let (signature, body) = sign(&phone);
    assert_eq!(phone.sync().await.trouble, None);
    let other = Phone::of(phone.clinic, phone.person.clone()).await;
    assert_eq!(other.sync().await.trouble, None);
    let there_as = there(&phone).await[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(other.holds("Consent"), [(there_as, None)]);
    let gone = ended(&body, &signature, Utc::now(), signature.zone);
    other.queue(&gone, false);
    assert_eq!(other.sync().await.trouble, None);
    assert!(matches!(other.delivery(&signature.record), Delivery::Sent(_)));
    let found = there(&phone).await;
    assert_eq!((found.len(), &found[0]["status"]), (1, &json!("inactive")));
}

/// What the clinic keeps of other consents is none of the phone's business.
#[tokio::test]
async fn only_what_was_signed_on_a_phone_is_kept() {
    let phone = Phone::new().await;
    let (signature, body) = sign(&phone);
    assert_eq!(phone.sync().await.trouble, None);
    let mut own = body;
    own["id"] = json!(ids::new());
    own.as_object_mut().unwrap().remove("identifier");
    phone.clinic.writes(&own).await;
    assert_eq!(phone.sync().await.trouble, None);
    assert_eq!(there(&phone).await.len(), 2);
    assert_eq!(phone.holds("Consent"), [(signature.record.to_string(), None)]);
}

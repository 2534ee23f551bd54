//! What a phone gave up on arrives after all: words that were withdrawn meanwhile do not come back, and words that are there
//! stay there; a time the clinic gave stays given.
//!
//! The control sends the same words as a request that names no version, as one would without a place kept for them.

use crate::{
    booking::times,
    given::Phone,
    share::{shared, withdraw},
    support::{Fault, eventually, is_in},
};
use cairn::{
    care::{Delivery, booking::WishState},
    fhir::booking,
    platform::ids,
};
use chrono::TimeDelta;
use serde_json::{Value, json};

const WORDS: &str = "The turnstone went under the ice.";

/// The requests that were held back, as soon as each has reached the server.
async fn arrived(phone: &Phone) -> Vec<Value> {
    eventually("what was late arrives", async || {
        let mut late = phone.requests(0).await;
        late.retain(|request| request["fault"] == "late");
        (!late.is_empty() && late.iter().all(|request| request["served"].is_number())).then_some(late)
    })
    .await
}

async fn there(phone: &Phone) -> Vec<Value> {
    phone.clinic.finds(&format!("DocumentReference?subject=Patient/{}", phone.person.patient)).await
}

fn with_words(all: &[Value]) -> usize {
    all.iter().filter(|one| is_in(one, WORDS)).count()
}

#[tokio::test]
async fn words_that_arrive_after_they_were_withdrawn_change_nothing() {
    let phone = Phone::new().await;
    let late = Fault::Late("\"status\":\"current\"");
    let rule = phone.clinic.fault(&phone.person, "PUT", "^/DocumentReference/", 1, late).await;
    let record = ids::new();
    let body = shared(&record, WORDS, &phone.room.owner.patient);
    phone.queue(&body, false);
    phone.sync().await;
    assert_eq!(phone.delivery(&record), Delivery::OnThisPhone, "nobody knows");
    assert_eq!(with_words(&there(&phone).await), 0, "it is still under way");
    phone.room.store.write(|tx| withdraw(tx, &record, &phone.room.owner.patient)).unwrap();
    phone.sync().await;
    phone.sync().await;
    assert!(matches!(phone.delivery(&record), Delivery::Sent(_)), "withdrawn");
    phone.clinic.mend(rule).await;
    let late = arrived(&phone).await;
    assert_eq!((late.len(), &late[0]["served"]), (1, &json!(412)), "it found another version");
    let left = there(&phone).await;
    assert_eq!((left.len(), with_words(&left)), (1, 0));
    assert_eq!(left[0]["status"], json!("entered-in-error"));

    let tokens = phone.clinic.sign_in(&phone.person).await;
    let path = format!("DocumentReference/{record}");
    let (status, _) = phone.clinic.ask("PUT", &path, &tokens.access_token, Some(&body)).await;
    assert_eq!((status, with_words(&there(&phone).await)), (200, 1), "the control brings the words back");
}

#[tokio::test]
async fn a_place_that_is_asked_for_late_takes_no_words_away() {
    let phone = Phone::new().await;
    let late = Fault::Late("Not sent yet");
    let rule = phone.clinic.fault(&phone.person, "PUT", "^/DocumentReference/", 1, late).await;
    let record = ids::new();
    phone.queue(&shared(&record, WORDS, &phone.room.owner.patient), false);
    phone.sync().await;
    assert_eq!((phone.delivery(&record), with_words(&there(&phone).await)), (Delivery::OnThisPhone, 0));
    phone.later(TimeDelta::minutes(10));
    phone.sync().await;
    assert!(matches!(phone.delivery(&record), Delivery::Sent(_)));
    assert_eq!(with_words(&there(&phone).await), 1);
    phone.clinic.mend(rule).await;
    arrived(&phone).await;
    let left = there(&phone).await;
    assert_eq!(with_words(&left), 1, "the words are where they were");
    let empty = left.iter().filter(|one| one["status"] == json!("entered-in-error")).count();
    assert_eq!((left.len(), empty), (2, 1), "beside them an empty place");

    phone.room.store.write(|tx| withdraw(tx, &record, &phone.room.owner.patient)).unwrap();
    phone.sync().await;
    assert_eq!(with_words(&there(&phone).await), 0, "and they are withdrawn where they are");
}

#[tokio::test]
async fn a_place_whose_answer_was_lost_is_the_one_that_is_used() {
    let phone = Phone::new().await;
    phone.clinic.fault(&phone.person, "PUT", "^/DocumentReference/", 1, Fault::Drop).await;
    let record = ids::new();
    phone.queue(&shared(&record, WORDS, &phone.room.owner.patient), false);
    phone.sync().await;
    assert_eq!(phone.delivery(&record), Delivery::OnThisPhone, "an empty place is nothing that was sent");
    phone.later(TimeDelta::minutes(10));
    phone.sync().await;
    assert!(matches!(phone.delivery(&record), Delivery::Sent(_)));
    let left = there(&phone).await;
    assert_eq!((left.len(), with_words(&left)), (1, 1));
    assert_eq!(left[0]["id"], json!(record));
}

/// A phone that asked for a time and gave up on the request while it was under way.
async fn asked_late() -> (Phone, cairn::care::Id, u64) {
    let phone = Phone::new().await;
    phone.sync().await;
    let (_, times) = times(phone.clinic, &[3]).await;
    let late = Fault::Late("\"status\":\"proposed\"");
    let rule = phone.clinic.fault(&phone.person, "PUT", "^/Appointment/", 1, late).await;
    let wish = phone.asks_for(&times[0], None);
    phone.sync().await;
    assert_eq!(phone.stands(&wish), WishState::OnThisPhone, "nobody knows");
    (phone, wish, rule)
}

#[tokio::test]
async fn a_wish_that_arrives_after_the_clinic_said_yes_changes_nothing() {
    let (phone, wish, rule) = asked_late().await;
    phone.later(TimeDelta::minutes(10));
    phone.until(&wish, "a yes", |state| matches!(state, WishState::Confirmed { .. })).await;
    phone.clinic.mend(rule).await;
    let late = arrived(&phone).await;
    assert_eq!((late.len(), &late[0]["served"]), (1, &json!(412)), "it found another version");
    assert_eq!(phone.appointments().await.len(), 1);
    assert_eq!(phone.status_there(&wish).await, "booked");

    let tokens = phone.clinic.sign_in(&phone.person).await;
    let (path, body) =
        (format!("Appointment/{wish}"), booking::ask(&phone.wish(&wish), &phone.room.owner.patient));
    phone.clinic.desk_treats(&phone.person, crate::support::Decision::Ignore).await;
    let (status, _) = phone.clinic.ask("PUT", &path, &tokens.access_token, Some(&body)).await;
    assert_eq!(
        (status, phone.status_there(&wish).await.as_str()),
        (200, "proposed"),
        "the control takes it back"
    );
}

#[tokio::test]
async fn a_wish_that_arrives_after_it_was_taken_back_asks_for_nothing() {
    let (phone, wish, rule) = asked_late().await;
    phone.takes_back(&wish);
    phone.sync().await;
    assert_eq!(phone.stands(&wish), WishState::TakenBack { heard: true });
    phone.clinic.mend(rule).await;
    let late = arrived(&phone).await;
    assert_eq!((late.len(), &late[0]["served"]), (1, &json!(412)), "it found another version");
    let there = phone.appointments().await;
    assert_eq!(there.len(), 1);
    assert!(booking::is_place(&there[0]), "an empty place is all there is");
}

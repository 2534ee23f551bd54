//! What a copy brings back of bookings and messages is sent only if the patient says so; what the clinic has of it by now needs
//! no word.

use crate::{
    booking::{Time, times},
    came_back::{Restored, copied, synced},
    given::{self, Phone},
    support::Decision,
};
use cairn::{
    care::{
        Delivery, Id, Private, Refusal,
        booking::{Wish, WishState},
        message::Mine,
    },
    fhir::message::{self, Way},
    platform::ids,
    sync,
};
use chrono::{TimeDelta, Utc};
use serde_json::Value;

const CAME_BACK: Delivery = Delivery::NeedsAttention(Refusal::CameBack);

/// A patient of a desk that answers nothing, who has seen these times.
async fn given(days: &[i64]) -> (Phone, Vec<Time>) {
    let phone = Phone::new().await;
    let (_, times) = times(phone.clinic, days).await;
    synced(&phone).await;
    (phone, times)
}

fn stands(new: &Restored, wish: &Id) -> WishState {
    let (kept, delivery) =
        new.room.store.read(|reader| Ok((reader.wish(wish)?.unwrap(), reader.delivery(wish)?))).unwrap();
    kept.state(delivery, false)
}

/// Says on the new phone that it is still meant, as the app does.
async fn sends(new: &Restored, record: &Id) {
    new.room.store.write(|tx| tx.means_it_still(record)).unwrap();
    new.sync().await;
}

/// Takes it back on the new phone, as the app does.
async fn takes_back(new: &Restored, wish: &Id) {
    let off = cairn::care::booking::WishAnswer::TakenBack;
    let wish: Wish = new.room.store.read(|reader| reader.wish(wish)).unwrap().unwrap();
    let patient = &new.room.owner.patient;
    new.room.store.write(|tx| sync::drop_wish(tx, &wish, &off, patient, ids::new(), Utc::now())).unwrap();
    new.sync().await;
}

#[tokio::test]
async fn a_time_that_was_taken_back_after_the_copy_is_not_asked_for() {
    let (phone, times) = given(&[3]).await;
    let wish = phone.asks_for(&times[0], None);
    let copy = copied(&phone);
    phone.takes_back(&wish);
    synced(&phone).await;
    assert_eq!(phone.appointments().await, Vec::<Value>::new(), "the control: it never left");

    let new = Restored::from(&copy, &phone);
    new.sync().await;
    assert_eq!(phone.appointments().await, Vec::<Value>::new());
    assert_eq!(stands(&new, &wish), WishState::NeedsAttention(Refusal::CameBack), "the patient is asked");
    takes_back(&new, &wish).await;
    assert_eq!(phone.appointments().await, Vec::<Value>::new());
    assert_eq!(stands(&new, &wish), WishState::TakenBack { heard: true });
}

#[tokio::test]
async fn a_time_that_is_still_wanted_is_asked_for_once_the_patient_says_so() {
    let (phone, times) = given(&[3]).await;
    phone.clinic.desk_treats(&phone.person, Decision::Ignore).await;
    let wish = phone.asks_for(&times[0], None);
    let new = Restored::from(&copied(&phone), &phone);
    new.sync().await;
    sends(&new, &wish).await;
    let there = phone.appointments().await;
    assert_eq!((there.len(), there[0]["status"].as_str()), (1, Some("proposed")));
    assert!(matches!(stands(&new, &wish), WishState::Asked(_)));
}

#[tokio::test]
async fn what_the_clinic_was_asked_after_the_copy_needs_no_word() {
    let (phone, times) = given(&[3]).await;
    phone.clinic.desk_treats(&phone.person, Decision::Ignore).await;
    let wish = phone.asks_for(&times[0], None);
    let copy = copied(&phone);
    synced(&phone).await;
    let new = Restored::from(&copy, &phone);
    new.sync().await;
    assert!(matches!(stands(&new, &wish), WishState::Asked(_)), "{:?}", stands(&new, &wish));
    takes_back(&new, &wish).await;
    assert_eq!(phone.status_there(&wish).await, "cancelled", "and it can be taken back there");
}

#[tokio::test]
async fn what_was_asked_and_taken_back_after_the_copy_is_taken_back() {
    let (phone, times) = given(&[3]).await;
    phone.clinic.desk_treats(&phone.person, Decision::Ignore).await;
    let wish = phone.asks_for(&times[0], None);
    let copy = copied(&phone);
    synced(&phone).await;
    phone.takes_back(&wish);
    synced(&phone).await;
    let new = Restored::from(&copy, &phone);
    new.sync().await;
    assert_eq!(phone.status_there(&wish).await, "cancelled");
    assert_eq!(stands(&new, &wish), WishState::TakenBack { heard: true });
}

#[tokio::test]
async fn a_visit_whose_cancelling_was_undone_after_the_copy_stays() {
    let (phone, times) = given(&[3]).await;
    let visit = phone.has_booked(&times[0]).await;
    phone.cancels(&visit, times[0].start);
    let copy = copied(&phone);
    phone
        .room
        .store
        .write(|tx| tx.take_back_waiting(&visit).and_then(|_| tx.remove_cancellation(&visit)))
        .unwrap();
    synced(&phone).await;

    let new = Restored::from(&copy, &phone);
    new.sync().await;
    new.sync().await;
    assert_eq!(phone.status_there(&visit).await, "booked");
    assert_eq!(new.delivery(&visit), CAME_BACK);
    sends(&new, &visit).await;
    assert_eq!(phone.status_there(&visit).await, "cancelled", "the control: what the patient sends is done");
}

#[tokio::test]
async fn a_visit_that_was_cancelled_after_the_copy_needs_no_word() {
    let (phone, times) = given(&[3]).await;
    let visit = phone.has_booked(&times[0]).await;
    phone.cancels(&visit, times[0].start);
    let copy = copied(&phone);
    synced(&phone).await;
    let new = Restored::from(&copy, &phone);
    new.sync().await;
    let kept = new.room.store.read(|reader| reader.cancellation(&visit)).unwrap().unwrap();
    assert_eq!(kept.done, Some(true));
    assert!(
        new.room
            .store
            .read(|reader| reader.set_aside_for("Appointment", Refusal::CameBack))
            .unwrap()
            .is_empty()
    );
}

#[tokio::test]
async fn a_word_on_a_visit_that_is_over_is_forgotten() {
    let (phone, times) = given(&[3]).await;
    let visit = phone.has_booked(&times[0]).await;
    phone.cancels(&visit, times[0].start);
    let new = Restored::from(&copied(&phone), &phone);
    phone.later(TimeDelta::days(4));
    given::sync(&new.room).await;
    assert_eq!(new.room.store.read(|reader| reader.cancellation(&visit)).unwrap(), None);
    assert_eq!(phone.status_there(&visit).await, "booked");
}

/// Sends off a message as the app does.
fn writes(phone: &Phone, words: &str) -> Id {
    let id = ids::new();
    let (thread, zone) = (id.clone(), chrono_tz::Europe::Berlin);
    let words = Private::new(words);
    let mine = Mine { id, thread, answers: None, at: Utc::now(), zone, words, recipient: None, shared: None };
    let way = Way { recipient: None, begun_there: false };
    let body = message::write(&mine, way, &phone.room.owner.patient);
    let row = given::outgoing(&mine.id, &body, false);
    phone.room.store.write(|tx| tx.save_message(&mine).and_then(|()| tx.enqueue(&row))).unwrap();
    mine.id
}

#[tokio::test]
async fn a_message_that_was_taken_back_after_the_copy_is_not_sent() {
    let (phone, _) = given(&[]).await;
    let message = writes(&phone, "Is the lift mended?");
    let copy = copied(&phone);
    phone.room.store.write(|tx| tx.take_back(&message).and_then(|_| tx.remove_message(&message))).unwrap();
    synced(&phone).await;

    let new = Restored::from(&copy, &phone);
    new.sync().await;
    assert!(phone.clinic.written_by(&phone.person).await.is_empty());
    assert_eq!(new.delivery(&message), CAME_BACK);
    new.room.store.write(|tx| tx.put_back(&message)).unwrap();
    new.sync().await;
    assert_eq!(phone.clinic.written_by(&phone.person).await.len(), 1, "the control: the patient sends it");
    assert!(new.is_sent(&message));
}

#[tokio::test]
async fn a_message_that_was_sent_after_the_copy_is_sent_and_needs_no_word() {
    let (phone, _) = given(&[]).await;
    let message = writes(&phone, "Is the lift mended?");
    let copy = copied(&phone);
    synced(&phone).await;
    let new = Restored::from(&copy, &phone);
    new.sync().await;
    assert!(new.is_sent(&message), "{:?}", new.delivery(&message));
    assert_eq!(phone.clinic.written_by(&phone.person).await.len(), 1);
}

//! Answers lost at every request of booking, moving and cancelling: there is one appointment all the same.

use super::{Time, times};
use crate::{
    given::Phone,
    support::{Decision, Fault, eventually},
};
use cairn::care::{Happened, Id, Subject, booking::WishState};
use serde_json::{Value, json};

/// Does `deed` again and again, each time on a new phone, with the answer to another one of its requests lost, until none is
/// left. `prepared` makes what it starts from; `holds` looks at what came of it.
pub(super) async fn at_every_request<T>(
    prepared: impl AsyncFn() -> (Phone, T),
    deed: impl AsyncFn(&Phone, &T),
    holds: impl AsyncFn(&Phone, &T, u32),
) {
    for request in 0.. {
        let (phone, given) = prepared().await;
        let rule = json!({"patient": phone.person.patient, "door": "fhir", "after": request, "times": 1});
        let rule = phone.clinic.fault_where(rule, Fault::Drop).await;
        deed(&phone, &given).await;
        let lost = phone.clinic.hits(rule).await;
        phone.clinic.mend(rule).await;
        holds(&phone, &given, request).await;
        if lost == 0 {
            assert!(request > 1, "the deed took {request} requests");
            return;
        }
    }
}

async fn settled(phone: &Phone, wish: &Id) {
    phone.until(wish, "a yes", |state| matches!(state, WishState::Confirmed { .. })).await;
}

async fn with_times(days: &[i64]) -> (Phone, Vec<Time>) {
    let phone = Phone::new().await;
    phone.sync().await;
    let (_, times) = times(phone.clinic, days).await;
    (phone, times)
}

/// Which appointments there are of this patient, by their state.
async fn there(phone: &Phone) -> Vec<String> {
    let mut states: Vec<String> =
        phone.appointments().await.iter().map(|one| one["status"].as_str().unwrap().to_owned()).collect();
    states.sort();
    states
}

#[tokio::test]
async fn a_booking_is_there_once() {
    at_every_request(
        async || with_times(&[3]).await,
        async |phone, times| {
            let wish = phone.asks_for(&times[0], None);
            settled(phone, &wish).await;
        },
        async |phone, times, request| {
            assert_eq!(there(phone).await, ["booked"], "request {request}");
            assert_eq!(phone.hears(), [(Subject::Wish, Happened::Confirmed)], "request {request}");
            phone.slot_is(&times[0], "busy").await;
        },
    )
    .await;
}

#[tokio::test]
async fn a_move_leaves_one() {
    at_every_request(
        async || {
            let (phone, times) = with_times(&[3, 5]).await;
            let old = phone.has_booked(&times[0]).await;
            (phone, (times, old))
        },
        async |phone, (times, old)| {
            let new = phone.asks_for(&times[1], Some((old, &times[0])));
            settled(phone, &new).await;
        },
        async |phone, (times, _), request| {
            assert_eq!(there(phone).await, ["booked", "cancelled"], "request {request}");
            phone.sync().await;
            assert_eq!(phone.hears(), [(Subject::Wish, Happened::Confirmed)], "request {request}");
            phone.slot_is(&times[0], "free").await;
            phone.slot_is(&times[1], "busy").await;
        },
    )
    .await;
}

#[tokio::test]
async fn a_cancellation_leaves_none() {
    at_every_request(
        async || {
            let (phone, times) = with_times(&[3]).await;
            let visit = phone.has_booked(&times[0]).await;
            (phone, (times, visit))
        },
        async |phone, (times, visit)| {
            phone.cancels(visit, times[0].start);
            eventually("it to be off", async || {
                phone.sync().await;
                phone.room.store.read(|r| r.cancellation(visit)).unwrap().unwrap().done
            })
            .await;
        },
        async |phone, (times, visit), request| {
            assert_eq!(there(phone).await, ["cancelled"], "request {request}");
            assert_eq!(phone.hears(), [], "request {request}");
            let kept = phone.room.store.read(|r| r.cancellation(visit)).unwrap().unwrap();
            assert_eq!(kept.done, Some(true), "request {request}");
            phone.slot_is(&times[0], "free").await;
        },
    )
    .await;
}

#[tokio::test]
async fn what_is_taken_back_is_off() {
    at_every_request(
        async || {
            let (phone, times) = with_times(&[3]).await;
            phone.clinic.desk_treats(&phone.person, Decision::Ignore).await;
            let wish = phone.asks_for(&times[0], None);
            phone.sync().await;
            (phone, wish)
        },
        async |phone, wish| {
            phone.takes_back(wish);
            phone.until(wish, "it to be off", |state| *state == WishState::TakenBack { heard: true }).await;
        },
        async |phone, wish, request| {
            assert_eq!(there(phone).await, ["cancelled"], "request {request}");
            assert_eq!(phone.stands(wish), WishState::TakenBack { heard: true }, "request {request}");
        },
    )
    .await;
}

/// The control: an app that lets the server choose the name and sends again what got no answer has two.
#[tokio::test]
async fn whoever_sends_again_without_a_name_has_two() {
    let (phone, times) = with_times(&[3]).await;
    let token = phone.clinic.sign_in(&phone.person).await.access_token;
    let wish: Value = json!({
        "resourceType": "Appointment", "status": "proposed",
        "slot": [{"reference": times[0].reference()}],
        "participant": [{"actor": {"reference": format!("Patient/{}", phone.person.patient)}, "status": "accepted"}]
    });
    phone.clinic.desk_treats(&phone.person, Decision::Ignore).await;
    for _ in 0..2 {
        // As if nobody had heard the answer.
        let (status, _) = phone.clinic.ask("POST", "Appointment", &token, Some(&wish)).await;
        assert_eq!(status, 201);
    }
    assert_eq!(there(&phone).await, ["proposed", "proposed"]);
}

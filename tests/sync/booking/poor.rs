//! The same where the server names no versions: what is said over a visit goes over the visit as the patient knew it, and over
//! no other.

use super::{Time, lost::at_every_request, times};
use crate::{
    given::Phone,
    support::{Clinic, Decision, Server, eventually},
};
use cairn::care::{Happened, Id, Subject, booking::WishState};
use serde_json::json;
use std::sync::OnceLock;

/// A patient of a server that names no versions, who has seen these times.
async fn given(days: &[i64]) -> (Phone, Vec<Time>) {
    static BARE: OnceLock<Clinic> = OnceLock::new();
    let clinic = BARE.get_or_init(|| Clinic::open_without_versions(Server::Hfs));
    on(clinic, days).await
}

/// A patient of a server of poor manners, which names them.
async fn given_poor(days: &[i64]) -> (Phone, Vec<Time>) {
    static POOR: OnceLock<Clinic> = OnceLock::new();
    let clinic = POOR.get_or_init(|| Clinic::open(Server::Medplum, &[]));
    on(clinic, days).await
}

async fn on(clinic: &'static Clinic, days: &[i64]) -> (Phone, Vec<Time>) {
    let phone = Phone::of(clinic, clinic.new_patient().await).await;
    let (_, times) = times(clinic, days).await;
    phone.sync().await;
    (phone, times)
}

async fn states(phone: &Phone) -> Vec<String> {
    let there = phone.appointments().await;
    let mut states: Vec<_> = there.iter().map(|one| one["status"].as_str().unwrap().to_owned()).collect();
    states.sort();
    states
}

fn done(phone: &Phone, visit: &Id) -> Option<bool> {
    phone.room.store.read(|reader| reader.cancellation(visit)).unwrap().unwrap().done
}

async fn moved((phone, times): (Phone, Vec<Time>)) {
    let old = phone.has_booked(&times[0]).await;
    let new = phone.asks_for(&times[1], Some((&old, &times[0])));
    phone.until(&new, "a yes", |state| matches!(state, WishState::Confirmed { .. })).await;
    assert_eq!(states(&phone).await, ["booked", "cancelled"]);
    phone.sync().await;
    assert_eq!(phone.hears(), [(Subject::Wish, Happened::Confirmed)]);
    phone.slot_is(&times[0], "free").await;
    phone.slot_is(&times[1], "busy").await;
}

async fn cancelled((phone, times): (Phone, Vec<Time>)) {
    let visit = phone.has_booked(&times[0]).await;
    phone.cancels(&visit, times[0].start);
    eventually("it to be off", async || {
        phone.sync().await;
        done(&phone, &visit)
    })
    .await;
    assert_eq!((states(&phone).await, done(&phone, &visit)), (vec!["cancelled".to_owned()], Some(true)));
    phone.slot_is(&times[0], "free").await;
}

async fn taken_back((phone, times): (Phone, Vec<Time>)) {
    phone.clinic.desk_treats(&phone.person, Decision::Ignore).await;
    let wish = phone.asks_for(&times[0], None);
    phone.sync().await;
    phone.takes_back(&wish);
    phone.until(&wish, "it to be off", |state| *state == WishState::TakenBack { heard: true }).await;
    assert_eq!(states(&phone).await, ["cancelled"]);
}

#[tokio::test]
async fn a_visit_is_moved() {
    moved(given(&[3, 5]).await).await;
    moved(given_poor(&[3, 5]).await).await;
}

#[tokio::test]
async fn a_visit_is_cancelled() {
    cancelled(given(&[3]).await).await;
    cancelled(given_poor(&[3]).await).await;
}

#[tokio::test]
async fn what_was_asked_is_taken_back() {
    taken_back(given(&[3]).await).await;
    taken_back(given_poor(&[3]).await).await;
}

#[tokio::test]
async fn the_control_has_no_versions() {
    let (phone, times) = given(&[3]).await;
    let visit = phone.has_booked(&times[0]).await;
    let there = phone.room.store.read(|reader| reader.mirrored_one("Appointment", &visit)).unwrap().unwrap();
    assert_eq!(there.version, None);
}

#[tokio::test]
async fn a_visit_the_clinic_moved_meanwhile_is_not_cancelled() {
    let (phone, times) = given(&[3]).await;
    let visit = phone.has_booked(&times[0]).await;
    phone.cancels(&visit, times[0].start);
    phone.clinic.desk_reschedules(visit.as_str(), 60).await;
    for _ in 0..3 {
        phone.sync().await;
    }
    assert_eq!((phone.status_there(&visit).await.as_str(), done(&phone, &visit)), ("booked", Some(false)));
    assert!(phone.hears().contains(&(Subject::Visit, Happened::NotCancelled)), "{:?}", phone.hears());
}

#[tokio::test]
async fn what_the_clinic_wrote_in_a_visit_meanwhile_stays_in_it() {
    let (phone, times) = given(&[3]).await;
    let visit = phone.has_booked(&times[0]).await;
    phone.cancels(&visit, times[0].start);
    let mut there = phone.clinic.has(&format!("Appointment/{visit}")).await.unwrap();
    there["patientInstruction"] = json!("Ring twice.");
    phone.clinic.writes(&there).await;
    phone.sync().await;
    let there = phone.clinic.has(&format!("Appointment/{visit}")).await.unwrap();
    assert_eq!(
        (&there["status"], &there["patientInstruction"]),
        (&json!("cancelled"), &json!("Ring twice."))
    );
}

#[tokio::test]
async fn a_visit_with_other_times_of_the_clinics_is_looked_at_anew_and_keeps_them() {
    let (phone, times) = given(&[3, 5]).await;
    let visit = phone.has_booked(&times[0]).await;
    phone.cancels(&visit, times[0].start);
    let mut there = phone.clinic.has(&format!("Appointment/{visit}")).await.unwrap();
    there["slot"] = json!([{ "reference": times[1].reference() }]);
    phone.clinic.writes(&there).await;
    for _ in 0..3 {
        phone.sync().await;
    }
    let there = phone.clinic.has(&format!("Appointment/{visit}")).await.unwrap();
    assert_eq!(
        (&there["status"], &there["slot"][0]["reference"]),
        (&json!("cancelled"), &json!(times[1].reference()))
    );
    assert_eq!(done(&phone, &visit), Some(true));
}

#[tokio::test]
async fn answers_lost_on_the_way_leave_one_visit_or_none() {
    at_every_request(
        async || given(&[3]).await,
        async |phone, times| {
            let wish = phone.asks_for(&times[0], None);
            phone.until(&wish, "a yes", |state| matches!(state, WishState::Confirmed { .. })).await;
        },
        async |phone, times, request| {
            assert_eq!(states(phone).await, ["booked"], "request {request}");
            phone.slot_is(&times[0], "busy").await;
        },
    )
    .await;
    at_every_request(
        async || {
            let (phone, times) = given(&[3]).await;
            let visit = phone.has_booked(&times[0]).await;
            (phone, (times, visit))
        },
        async |phone, (times, visit)| {
            phone.cancels(visit, times[0].start);
            eventually("it to be off", async || {
                phone.sync().await;
                done(phone, visit)
            })
            .await;
        },
        async |phone, (times, visit), request| {
            assert_eq!(
                (states(phone).await, done(phone, visit)),
                (vec!["cancelled".to_owned()], Some(true)),
                "request {request}"
            );
            phone.slot_is(&times[0], "free").await;
        },
    )
    .await;
}

//! What the clinic asks days after a session, in the real window: there at its time, gone when it is left out, and back
//! when that is taken back.

use crate::{
    driver::{Phone, Running},
    looks::{DARK, LARGE, LIGHT, Look},
    support::{Clinic, Person, eventually},
};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;

/// The clinic has the session behind it for so long that it asks how the patient is on the third day.
async fn session_three_days_ago(clinic: &Clinic, person: &Person) {
    let mut ahead =
        clinic.finds(&format!("Appointment?patient=Patient/{}&status=booked", person.patient)).await;
    ahead.sort_by_key(|visit| visit["start"].as_str().map(str::to_owned));
    let start: DateTime<Utc> = ahead[0]["start"].as_str().unwrap().parse().unwrap();
    // Two hours and a half from the start to the end of a session, by the sample's protocol, and a little more.
    let by = (Utc::now() - TimeDelta::days(3) - TimeDelta::hours(4) - start).num_minutes();
    clinic.desk_reschedules(ahead[0]["id"].as_str().unwrap(), by).await;
}

/// Knows the Undo that is on the screen again.
const MARK: &str = "document.querySelector('.undo').dataset.first = '';";
const MARKED: &str = "return document.querySelectorAll('.undo[data-first]').length;";

/// Waits until so many things are asked: the list is read anew only after the news at the foot is there, and a press
/// in between would be on another line.
async fn asks(window: &Running, things: usize) {
    let count = "return document.querySelectorAll('ul.asked > li').length;";
    eventually("the list to be read anew", async || {
        (window.client.execute(count, Vec::new()).await.unwrap() == json!(things)).then_some(())
    })
    .await;
}

async fn asked(look: Look) {
    let clinic = Clinic::shared_sample();
    let person = clinic.patient_like("sample").await;
    session_three_days_ago(clinic, &person).await;
    let phone = Phone::new();
    let window = look.at(&phone, &["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Your clinic asks").await;
    window.sees("How your body feels").await;
    look.of(&window, "asked").await;
    // The check-in first, then side effects.
    asks(&window, 2).await;
    window.press("Not this time").await;
    window.sees("Left out this time.").await;
    asks(&window, 1).await;
    window.press("Undo").await;
    window.sees("Back on the list").await;
    asks(&window, 2).await;
    window.press("Not this time").await;
    window.sees("Left out this time.").await;
    asks(&window, 1).await;
    // The Undo of the first is not there any more when the second is left out: it would bring back the wrong one.
    window.client.execute(MARK, Vec::new()).await.unwrap();
    window.press("Not this time").await;
    window.sees_no_more("Your clinic asks").await;
    assert_eq!(window.client.execute(MARKED, Vec::new()).await.unwrap(), json!(0));
    window.press("Undo").await;
    window.sees("How your body feels").await;
}

#[tokio::test]
async fn in_light() {
    asked(LIGHT).await;
}

#[tokio::test]
async fn in_the_dark() {
    asked(DARK).await;
}

#[tokio::test]
async fn narrow_with_large_text() {
    asked(LARGE).await;
}

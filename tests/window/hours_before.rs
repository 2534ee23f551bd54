//! The night before a session, its morning, and a session that the clinic moves: in the real window, what may be had
//! follows the clock and the clinic.

use crate::{
    driver::{Phone, Running},
    looks::{DARK, LARGE, LIGHT, Look},
    support::{Clinic, Person},
};
use chrono::{DateTime, TimeDelta, Utc};

/// From the arrival to the start of a session, by the sample's protocol.
const EARLY: TimeDelta = TimeDelta::minutes(15);

/// The clinic moves the session so that the patient is to be there this long from now.
async fn arrival_in(clinic: &Clinic, person: &Person, from_now: TimeDelta) {
    let mut ahead =
        clinic.finds(&format!("Appointment?patient=Patient/{}&status=booked", person.patient)).await;
    ahead.sort_by_key(|visit| visit["start"].as_str().map(str::to_owned));
    let start: DateTime<Utc> = ahead[0]["start"].as_str().unwrap().parse().unwrap();
    let by = (Utc::now() + from_now + EARLY - start).num_minutes();
    clinic.desk_reschedules(ahead[0]["id"].as_str().unwrap(), by).await;
}

async fn hears_of_it(window: &Running) {
    window.press("More").await;
    window.press("Update now").await;
    window.press("Today").await;
}

async fn hours_before(look: Look) {
    let clinic = Clinic::shared_sample();
    let person = clinic.patient_like("sample").await;
    // Late enough for every cut-off of food and drink to be ahead, whatever the hour is at which this runs.
    arrival_in(clinic, &person, TimeDelta::hours(13)).await;
    let phone = Phone::new();
    let window = look.at(&phone, &["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Last food").await;
    window.sees("Last clear drink").await;
    window.sees_no_more("Nothing to eat").await;
    look.of(&window, "night-before").await;

    arrival_in(clinic, &person, TimeDelta::hours(5)).await;
    hears_of_it(&window).await;
    window.sees("Your visit has a new time").await;
    window.sees("Nothing to eat now").await;
    window.sees("Last clear drink").await;
    look.of(&window, "morning-moved").await;
    window.press("I have read this").await;
    window.sees_no_more("Your visit has a new time").await;
    look.of(&window, "morning").await;

    arrival_in(clinic, &person, TimeDelta::minutes(100)).await;
    hears_of_it(&window).await;
    window.sees("Nothing to eat or drink now").await;
    window.sees("Ate something? Call us.").await;
    window.sees_no_more("Last clear drink").await;

    // Later again: what was over is ahead, and says so.
    arrival_in(clinic, &person, TimeDelta::hours(13)).await;
    hears_of_it(&window).await;
    window.sees("Last food").await;
    window.sees_no_more("Nothing to eat or drink now").await;
}

#[tokio::test]
async fn in_light() {
    hours_before(LIGHT).await;
}

#[tokio::test]
async fn in_the_dark() {
    hours_before(DARK).await;
}

#[tokio::test]
async fn narrow_with_large_text() {
    hours_before(LARGE).await;
}

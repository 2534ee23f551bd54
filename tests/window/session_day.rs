//! The day of a session in the real window: its page, the questions, the ride, a quiet minute, rest, and the card.

use crate::{
    driver::{Phone, Running},
    looks::{DARK, LARGE, LIGHT, Look},
    support::{Clinic, Person},
};
use chrono::{DateTime, TimeDelta, Utc};
use fantoccini::Locator;
use serde_json::{Value, json};
use std::time::Duration;

const CANARY: &str = "curlew at low water";

/// A patient who is to be there now: their session is moved to ten minutes from now.
async fn on_the_day(clinic: &Clinic) -> Person {
    let person = clinic.patient_like("sample").await;
    moved_to_now(clinic, &person).await;
    person
}

/// Moves the next session of this patient to ten minutes from now.
pub(crate) async fn moved_to_now(clinic: &Clinic, person: &Person) {
    let mut ahead =
        clinic.finds(&format!("Appointment?patient=Patient/{}&status=booked", person.patient)).await;
    ahead.sort_by_key(|visit| visit["start"].as_str().map(str::to_owned));
    let start: DateTime<Utc> = ahead[0]["start"].as_str().unwrap().parse().unwrap();
    let by = (Utc::now() + TimeDelta::minutes(10) - start).num_minutes();
    clinic.desk_reschedules(ahead[0]["id"].as_str().unwrap(), by).await;
}

/// What a finger is to meet on the screen that is less than 72 px high, the help button aside.
async fn too_small_for_rest(window: &Running) -> Value {
    let measure = "return [...document.querySelectorAll('.soft-mode .button')]
        .filter(one => one.getBoundingClientRect().height < 71.5).map(one => one.textContent);";
    window.client.execute(measure, Vec::new()).await.unwrap()
}

async fn field(window: &Running, id: &str) -> String {
    let found = window.client.find(Locator::Id(id)).await.unwrap();
    found.prop("value").await.unwrap().unwrap_or_default()
}

async fn the_day(look: Look) {
    let clinic = Clinic::shared_sample();
    let person = on_the_day(clinic).await;
    let phone = Phone::new();
    let window = look.at(&phone, &["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Nothing to eat or drink now").await;
    window.sees("Ate something? Call us.").await;
    look.of(&window, "session").await;

    window.press("Answer 5 short questions").await;
    window.sees("Did you eat anything after").await;
    look.of(&window, "questions").await;
    window.answers("Did you eat", "Yes").await;
    window.sees("They will tell you what to do.").await;
    look.of(&window, "questions-call").await;
    window.answers("Did you eat", "No").await;
    window.answers("Did you drink", "No").await;
    window.answers("Does an adult", "Yes").await;
    window.answers("Did you start", "No").await;
    window.answers("Are you ill", "No").await;
    window.sees("Your clinic decides when you are there.").await;
    look.of(&window, "questions-kept").await;
    window.press("Back to your session").await;

    window.opens("Your ride home").await;
    window.sees("Who takes you home").await;
    window.press("My ride home is confirmed").await;
    window.sees("Write a name first.").await;
    window.types("Name", "Kim").await;
    window.types("Phone number", "+1 207 555 0177").await;
    window.press("My ride home is confirmed").await;
    window.sees("Your ride home is confirmed").await;
    window.sees("Hi Kim. Thank you for taking me home from my appointment.").await;
    window.press("Copy the text").await;
    window.sees("Copied").await;
    look.of(&window, "driver").await;
    window.back().await;
    window.sees("Kim. Confirmed.").await;

    window.opens("Centering").await;
    window.sees("Slow breathing").await;
    window.types("What helped", "Counting the tiles").await;
    window.press("Keep it").await;
    window.sees("Kept for next time").await;
    look.of(&window, "centering").await;
    window.press("Start breathing").await;
    window.sees("Breathe in").await;
    window.sees("Breathe out").await;
    window.picture("centering-breathing").await;
    window.press("Stop").await;
    window.press("Start the timer").await;
    window.sees("3 minutes left").await;
    window.press("Stop the timer").await;
    window.back().await;

    window.press("Rest now").await;
    window.sees("You can rest now.").await;
    look.of(&window, "soft").await;
    assert_eq!(too_small_for_rest(&window).await, json!([]));
    assert!(!window.shows("Journey").await, "nothing at the foot asks for anything");
    window.press("Write a few words").await;
    window.sees("No need to explain.").await;
    window.types("Your words", CANARY).await;
    look.of(&window, "soft-words").await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    window.kill();

    let window = look.at(&phone, &[], &person.browser()).await;
    window.sees("You can rest now.").await;
    window.press("Write a few words").await;
    window.sees("No need to explain.").await;
    assert_eq!(field(&window, "soft-words").await, CANARY);
    assert!(phone.keeps_secret(CANARY));
    window.press("Back to rest").await;
    window.press("Your card for today").await;
    window.sees("Go home with your adult").await;
    look.of(&window, "first-day").await;
    window.back().await;
    window.press("Show the whole app").await;
    window.sees("What to bring").await;
    window.sees("Your session").await;
}

#[tokio::test]
async fn in_light() {
    the_day(LIGHT).await;
}

#[tokio::test]
async fn in_dark() {
    the_day(DARK).await;
}

#[tokio::test]
async fn narrow_with_large_text() {
    the_day(LARGE).await;
}

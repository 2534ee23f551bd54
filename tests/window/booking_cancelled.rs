//! Cancelling in the real window: why is there after a kill, and a word the clinic did not take is said again.

use crate::{
    driver::{Phone, Running},
    looks::{DARK, LARGE},
    support::{Clinic, Fault, eventually},
};
use fantoccini::Locator;
use serde_json::json;

const WHY: &str = "Why? You can leave this empty.";
const ILL: &str = "I have a fever.";

/// From Today to the page of the last integration session.
async fn to_visit(window: &Running) {
    window.sees("Arrive").await;
    window.press("Journey").await;
    window.press_last("11:00").await;
}

async fn typed(window: &Running) -> String {
    window.sees(WHY).await;
    let field = window.client.find(Locator::Id("cancel-reason")).await.unwrap();
    field.prop("value").await.unwrap().unwrap_or_default()
}

#[tokio::test]
async fn why_a_visit_is_cancelled_survives_a_kill_and_a_refusal() {
    let clinic = Clinic::shared_sample();
    let person = clinic.patient_like("sample").await;
    let phone = Phone::new();
    let window = phone.start(&["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Arrive").await;
    window.has_all().await;
    to_visit(&window).await;
    window.press("Cancel this visit").await;
    window.types(WHY, ILL).await;
    // As much as a kill may cost.
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    window.kill();

    let window = DARK.at(&phone, &[], &person.browser()).await;
    to_visit(&window).await;
    window.press("Cancel this visit").await;
    assert_eq!(typed(&window).await, ILL);
    DARK.of(&window, "cancel-written").await;
    let rule = clinic.fault(&person, "PUT", "^/Appointment/", 0, Fault::Status(403)).await;
    window.press("Cancel this visit").await;
    window.sees("You cancelled this visit.").await;
    window.sees("Your visit is not cancelled").await;
    DARK.of(&window, "visit-cancel-refused").await;
    window.kill();

    let window = LARGE.at(&phone, &[], &person.browser()).await;
    to_visit(&window).await;
    window.sees("They still expect you.").await;
    LARGE.of(&window, "visit-cancel-refused").await;
    clinic.mend(rule).await;
    window.press("Try to cancel again").await;
    assert_eq!(typed(&window).await, ILL, "nobody writes it twice");
    window.press("Cancel this visit").await;
    window.sees("You cancelled this visit.").await;
    let search = format!("Appointment?patient=Patient/{}&status=cancelled", person.patient);
    let off = eventually("the visit to be cancelled", async || clinic.finds(&search).await.pop()).await;
    assert_eq!(off["cancelationReason"]["text"], json!(ILL));
}

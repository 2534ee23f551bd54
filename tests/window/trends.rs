//! The trends in the real window: one check-in is one point, said in words and in a table, in every look.

use crate::{
    driver::Phone,
    looks::{DARK, LARGE, LIGHT, Look},
    support::Clinic,
};

async fn looked_at(look: Look) {
    let clinic = Clinic::shared_sample();
    let person = clinic.patient_like("sample").await;
    let phone = Phone::new();
    let window = look.at(&phone, &["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Arrive").await;
    window.press("Check-in").await;
    window.choose("Your mood", 3).await;
    window.choose("Your anxiety", 6).await;
    window.press("Save").await;
    window.sees("Check-in saved").await;
    window.press("More").await;
    window.press("See your trends").await;
    window.sees("The number was 3").await;
    window.sees("The number was 6").await;
    look.of(&window, "trends").await;
}

#[tokio::test]
async fn in_light() {
    looked_at(LIGHT).await;
}

#[tokio::test]
async fn in_the_dark() {
    looked_at(DARK).await;
}

#[tokio::test]
async fn narrow_with_large_text() {
    looked_at(LARGE).await;
}

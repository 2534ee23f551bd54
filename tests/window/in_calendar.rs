//! A visit goes into the patient's own calendar as a file in their own folder, which names neither what nor where.

use crate::{
    driver::Phone,
    looks::{DARK, LARGE, LIGHT, Look},
    support::Clinic,
};
use std::{fs, path::PathBuf};

/// The calendar files of the person.
fn files(phone: &Phone) -> Vec<PathBuf> {
    let all = fs::read_dir(phone.home()).unwrap().map(|entry| entry.unwrap().path());
    all.filter(|path| path.extension().is_some_and(|own| own == "ics")).collect()
}

async fn put_in(look: Look) {
    let phone = Phone::new();
    let window = look.at(&phone, &["--practice"], &[]).await;
    window.sees("Arrive").await;
    window.press("See the visit").await;
    window.sees("It does not say what for.").await;
    look.of(&window, "visit-calendar").await;
    window.press("Make a calendar file").await;
    window.sees("The calendar file is made").await;
    let made = files(&phone);
    assert_eq!(made.len(), 1);
    let text = fs::read_to_string(&made[0]).unwrap();
    assert!(text.contains("SUMMARY:Appointment") && !text.contains("Harbor"), "{text}");
    look.of(&window, "visit-calendar-made").await;

    window.pick("Name the place in the calendar, too").await;
    window.press("Make the file again").await;
    while files(&phone).len() < 2 {
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let placed =
        files(&phone).into_iter().filter(|path| fs::read_to_string(path).unwrap().contains("Harbor House"));
    assert_eq!(placed.count(), 1);
}

/// The clinic cancels a visit that stands in the calendar: the file that takes it out can be found and opened, although
/// nothing else is left to do.
#[tokio::test]
async fn a_visit_the_clinic_cancels_is_taken_out_of_the_calendar() {
    let clinic = Clinic::shared_sample();
    let person = clinic.patient_like("sample").await;
    let phone = Phone::new();
    let window = phone.start(&["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Arrive").await;
    window.has_all().await;
    window.press("See the visit").await;
    window.press("Make a calendar file").await;
    window.sees("The calendar file is made").await;
    let mut booked =
        clinic.finds(&format!("Appointment?patient=Patient/{}&status=booked", person.patient)).await;
    booked.sort_by_key(|visit| visit["start"].as_str().map(str::to_owned));
    clinic.desk_cancels(booked[0]["id"].as_str().unwrap()).await;
    window.press("More").await;
    window.press("Update now").await;
    window.press("Today").await;
    window.press("See this visit").await;
    window.press("Make a file that takes it out").await;
    window.sees_no_more("Your calendar may still say").await;
    window.sees("The calendar file is made").await;
    window.sees("Open it now").await;
    let out =
        files(&phone).into_iter().filter(|path| fs::read_to_string(path).unwrap().contains("METHOD:CANCEL"));
    assert_eq!(out.count(), 1);
}

#[tokio::test]
async fn a_visit_is_put_into_the_calendar() {
    put_in(LIGHT).await;
}

#[tokio::test]
async fn a_visit_is_put_into_the_calendar_in_the_dark() {
    put_in(DARK).await;
}

#[tokio::test]
async fn a_visit_is_put_into_the_calendar_at_twice_the_text_on_a_narrow_phone() {
    put_in(LARGE).await;
}

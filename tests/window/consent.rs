//! A paper in the real window: found from the things to do, read, not signed before everything is there, signed by keyboard alone,
//! killed, still signed, at the clinic to the letter, withdrawn; and every page of it looked at.

use crate::{
    driver::{Phone, Running},
    looks::{DARK, LARGE, LIGHT, Look},
    support::{Clinic, Person, eventually},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

const NAME: &str = "Robin Dotterel Sample";
const TITLE: &str = "Before your ketamine session";
const STATEMENTS: [&str; 5] = [
    "I read this paper, and I could ask my questions.",
    "I know that this use is off-label and that it may not help me.",
    "I know the risks that stand here.",
    "An adult will take me home.",
    "I know that I can say no and change my mind.",
];

async fn there(clinic: &Clinic, person: &Person) -> Vec<Value> {
    clinic.finds(&format!("Consent?patient=Patient/{}", person.patient)).await
}

async fn to_the_paper(window: &Running) {
    window.press("Today").await;
    window.press("All things to do").await;
    window.press("Read and sign").await;
    window.sees(TITLE).await;
}

#[tokio::test]
async fn by_keyboard_through_a_kill_to_the_clinic_and_back() {
    let clinic = Clinic::shared_sample();
    let person = clinic.patient_like("sample").await;
    let phone = Phone::new();
    let window = phone.start(&["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Arrive").await;
    to_the_paper(&window).await;
    window.sees("Not yet reviewed by a clinician").await;

    // Neither before the statements are ticked nor without a name.
    window.enters("Sign").await;
    window.sees("Tick each line first.").await;
    window.sees("Type your full name first.").await;
    for statement in STATEMENTS {
        window.press("Today").await;
        to_the_paper(&window).await;
        window.tabs_to_named(statement).await;
        window.key(" ").await;
    }
    window.sees_no_more("Tick each line first.").await;
    window.enters("Sign").await;
    window.sees("Type your full name first.").await;
    assert!(
        there(clinic, &person).await.is_empty() && clinic.times_sent(&person, NAME).await == 0,
        "nothing was signed"
    );

    window.press("Today").await;
    to_the_paper(&window).await;
    window.tabs_to_named("signature").await;
    window.key(NAME).await;
    window.sees_no_more("Type your full name first.").await;
    window.enters("Sign").await;
    window.sees("Signed. It is sent after 10 seconds, or once there is a network.").await;
    window.sees(&format!("Signed as {NAME}")).await;
    window.kill();

    let window = phone.start(&[], &person.browser()).await;
    window.sees("Arrive").await;
    window.press("All things to do").await;
    window.sees("Read and sign consent").await;
    assert!(!window.shows("Type your full name").await);
    window.press("More").await;
    window.press("See your papers").await;
    window.press_beginning(TITLE).await;
    window.sees(&format!("Signed as {NAME}")).await;
    window.sees("Sent ").await;
    let found = there(clinic, &person).await;
    assert_eq!((found.len(), &found[0]["status"]), (1, &json!("active")));
    let data = STANDARD.decode(found[0]["sourceAttachment"]["data"].as_str().unwrap()).unwrap();
    let text = String::from_utf8(data).unwrap();
    assert!(STATEMENTS.iter().all(|statement| text.contains(&format!("[x] {statement}\n"))), "{text}");
    let shown =
        "return [...document.querySelectorAll('.signed-text p')].map(p => p.textContent + '\\n').join('');";
    let shown = window.client.execute(shown, Vec::new()).await.unwrap();
    assert_eq!(shown, json!(text), "what is shown is what was sent, to the letter");

    window.press("Withdraw").await;
    window.sees("Withdrawn. Your clinic was told").await;
    window.kill();
    let found = there(clinic, &person).await;
    assert_eq!((found.len(), &found[0]["status"]), (1, &json!("inactive")));
    assert!(phone.keeps_secret(NAME), "the name lies on the phone in clear");
    std::fs::write(phone.data_dir().join("planted"), NAME).unwrap();
    assert!(!phone.keeps_secret(NAME), "the control: a planted name would have been found");
}

#[tokio::test]
async fn what_was_signed_can_be_undone_before_it_leaves() {
    let clinic = Clinic::shared_sample();
    let person = clinic.patient_like("sample").await;
    let phone = Phone::new();
    let window = phone.start(&["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Arrive").await;
    signs(&window).await;
    window.undoes().await;
    window.sees("Not signed. Nothing was sent.").await;
    window.sees("Type your full name").await;
    window.press("Today").await;
    window.press("All things to do").await;
    window.sees("Read and sign").await;
    assert!(there(clinic, &person).await.is_empty());
    // The control: signed again and left alone, it goes, and it alone: what was undone did not leave late.
    signs(&window).await;
    let signed =
        async || there(clinic, &person).await.into_iter().find(|there| there["status"] == json!("active"));
    eventually("the signature", signed).await;
    assert_eq!((there(clinic, &person).await.len(), clinic.times_sent(&person, NAME).await), (1, 1));
}

async fn signs(window: &Running) {
    to_the_paper(window).await;
    for statement in STATEMENTS {
        window.pick(statement).await;
    }
    window.types("Type your full name", NAME).await;
    window.press("Sign").await;
    window.sees("You signed this").await;
}

async fn looked_at(look: Look) {
    let clinic = Clinic::shared_sample();
    let person = clinic.patient_like("sample").await;
    let phone = Phone::new();
    let window = look.at(&phone, &["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Arrive").await;
    window.press("All things to do").await;
    window.sees("Read and sign consent").await;
    look.of(&window, "to-do-paper").await;
    to_the_paper(&window).await;
    look.of(&window, "paper").await;
    window.press("Sign").await;
    window.sees("Tick each line first.").await;
    look.of(&window, "paper-stuck").await;
    window.press("More").await;
    window.press("See your papers").await;
    window.sees("To read and sign").await;
    look.of(&window, "papers-to-sign").await;
    signs(&window).await;
    look.of(&window, "paper-signed-now").await;
    window.sees("Sent ").await;
    look.of(&window, "paper-signed").await;
    window.press("Withdraw").await;
    window.sees("Withdrawn. Your clinic was told").await;
    look.of(&window, "paper-withdrawn").await;
    window.press("More").await;
    window.press("See your papers").await;
    look.of(&window, "papers").await;
}

#[tokio::test]
async fn a_paper_in_light() {
    looked_at(LIGHT).await;
}

#[tokio::test]
async fn a_paper_in_dark() {
    looked_at(DARK).await;
}

#[tokio::test]
async fn a_paper_narrow_with_large_text() {
    looked_at(LARGE).await;
}

async fn on_another_phone(look: Look) {
    let clinic = Clinic::shared_sample();
    let person = clinic.patient_like("sample").await;
    let first = Phone::new();
    let window = first.start(&["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Arrive").await;
    signs(&window).await;
    window.sees("Sent ").await;
    window.kill();

    let other = Phone::new();
    let window = look.at(&other, &["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Arrive").await;
    window.press("All things to do").await;
    window.sees("Read and sign consent").await;
    window.press("More").await;
    window.press("See your papers").await;
    window.sees("You signed it on another phone").await;
    look.of(&window, "papers-elsewhere").await;
    window.press_beginning(TITLE).await;
    window.sees(&format!("Signed as {NAME}")).await;
    window.sees("I know that I can say no and change my mind.").await;
    look.of(&window, "paper-signed-elsewhere").await;

    let mut record = there(clinic, &person).await.remove(0);
    record["status"] = json!("entered-in-error");
    clinic.writes(&record).await;
    window.press("More").await;
    window.press("Update now").await;
    window.press("See your papers").await;
    window.sees("Your clinic marked this as a mistake").await;
    // The paper is to be signed again as well.
    window.press_last(TITLE).await;
    window.sees("For your clinic it counts as not signed.").await;
    look.of(&window, "paper-over").await;
}

#[tokio::test]
async fn a_paper_signed_on_another_phone_is_signed_here() {
    on_another_phone(LIGHT).await;
}

#[tokio::test]
async fn a_paper_signed_on_another_phone_is_signed_here_narrow_with_large_text() {
    on_another_phone(LARGE).await;
}

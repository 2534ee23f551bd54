//! The ninth question of the PHQ-9 with no network: whom to call comes before the next question, what the clinic knows is
//! said as it is, and the clinic hears of it before anything else that waited.

use crate::{
    driver::{Phone, Running},
    forms::{asks_for_a_form, to_the_form},
    looks::{DARK, LARGE, LIGHT, Look},
    support::{Clinic, Fault, eventually},
};
use serde_json::Value;

const CARD: &str = "It is good that you said this";

/// Goes on from the first question to the ninth without an answer, and answers that one.
async fn to_the_ninth(window: &Running, answer: &str) {
    to_the_form(window).await;
    window.sees("not straight away").await;
    window.press("Begin").await;
    for nth in 1..=8 {
        window.sees(&format!("Question {nth} of 10")).await;
        window.press("Next").await;
    }
    window.sees("Question 9 of 10").await;
    window.pick(answer).await;
    window.sees("Saved on this phone").await;
    window.press("Next").await;
}

#[tokio::test]
async fn offline_the_card_comes_first_and_then_the_word_goes_first() {
    let clinic = Clinic::shared_sample();
    let person = clinic.patient_like("sample").await;
    asks_for_a_form(clinic, &person).await;
    let phone = Phone::new();
    let window = phone.start(&["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Arrive").await;
    window.press("All things to do").await;
    window.sees("Mood questions").await;
    window.press("Today").await;
    let unsent = clinic.fault(&person, "PUT", "", 0, Fault::Reset).await;
    // Waits in front of everything that follows.
    window.press("Check-in").await;
    window.choose("Your mood", 3).await;
    window.choose("Your anxiety", 6).await;
    window.press("Save").await;
    window.sees("Check-in saved").await;

    to_the_ninth(&window, "Several days").await;
    window.sees(CARD).await;
    window.sees("Not sent yet").await;
    let at = window.client.execute("return document.activeElement.textContent;", Vec::new()).await.unwrap();
    assert_eq!(at, CARD, "whoever listens is taken to it");
    let calls = "return document.querySelectorAll('.safety a[href^=\"tel:\"]').length;";
    let calls = window.client.execute(calls, Vec::new()).await.unwrap();
    assert!(calls.as_u64().is_some_and(|count| count >= 3), "{calls}: crisis line, clinic, emergency");
    window.press("Save and stop").await;
    // Killed right after: the answer and the word about it are there all the same.
    window.kill();
    let window = phone.start(&[], &person.browser()).await;
    window.sees(CARD).await;
    window.sees("Not sent yet").await;
    assert!(clinic.written_by(&person).await.is_empty());

    clinic.mend(unsent).await;
    window.press("More").await;
    window.press("Update now").await;
    window.press("Today").await;
    window.sees("Your clinic may not have read it yet").await;
    let there = clinic.written_by(&person).await;
    assert_eq!(there.len(), 1, "once");
    eventually("the check-in at the clinic", async || {
        let all = clinic.finds(&format!("Observation?subject=Patient/{}", person.patient)).await;
        all.into_iter().find(|one| one.to_string().contains("mood-and-anxiety"))
    })
    .await;
    let sent = clinic.requests_of(&person).await;
    let puts =
        |one: &&Value, kind: &str| one["method"] == "PUT" && one["path"].as_str().unwrap().contains(kind);
    let arrived = sent.iter().position(|one| puts(&one, "Observation") && one["status"].is_number()).unwrap();
    // The door may have opened between the two requests of one run: tried before it was, in each of them.
    let tried = sent[..arrived].iter().rfind(|one| puts(one, "Observation") || puts(one, "Communication"));
    assert!(tried.is_some_and(|one| puts(&one, "Communication")), "before what waited longer");
    let forms = clinic.finds(&format!("QuestionnaireResponse?subject=Patient/{}", person.patient)).await;
    assert!(!forms.iter().any(|one| one.to_string().contains("LA6569-3")), "the form itself is not finished");

    // The patient stopped and may go on: nothing was lost and nothing is in the way.
    to_the_form_again(&window).await;
    window.sees("Question 9 of 10").await;
    window.press("Next").await;
    window.sees(CARD).await;
    window.press("I’m safe to go on").await;
    window.sees("Question 10 of 10").await;
    window.press("See all your answers").await;
    window.press("Send to your clinic").await;
    window.sees("Thank you").await;
    window.sees("1 of 9 answered, no total").await;
    window.sees(CARD).await;
    window.press("Hide this").await;
    window.press("Done").await;
    window.sees("Arrive").await;
    window.sees_no_more(CARD).await;
    assert_eq!(clinic.written_by(&person).await.len(), 1, "said once, however often the card was seen");
}

async fn to_the_form_again(window: &Running) {
    window.press("More").await;
    window.press("See your forms").await;
    window.press_beginning("PHQ-9").await;
}

/// The card in the form and on Today, measured and kept as a picture.
async fn looked_at(look: Look) {
    let clinic = Clinic::shared_sample();
    let person = clinic.patient_like("sample").await;
    asks_for_a_form(clinic, &person).await;
    let phone = Phone::new();
    let window = look.at(&phone, &["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Arrive").await;
    to_the_ninth(&window, "Nearly every day").await;
    window.sees(CARD).await;
    look.of(&window, "item-nine-card").await;
    window.press("Save and stop").await;
    window.press("Today").await;
    window.sees(CARD).await;
    look.of(&window, "item-nine-today").await;
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

//! A form by keyboard alone: killed in the middle, gone on with, finished, and at the clinic exactly once; and every page
//! of it looked at.

use crate::{
    driver::{Phone, Running},
    keyboard::{DOWN, ENTER, TAB},
    looks::{DARK, LARGE, LIGHT, Look},
    support::{Clinic, Person, eventually},
};
use serde_json::{Value, json};

/// As many answers as the built-in PHQ-9 has questions; none of them counts for the ninth.
const ANSWERS: [usize; 9] = [2, 1, 3, 0, 1, 1, 2, 1, 0];

/// The clinic asks its patient for the PHQ-9, as a thing to do of the plan.
pub(crate) async fn asks_for_a_form(clinic: &Clinic, person: &Person) {
    let mut plan = clinic.finds(&format!("CarePlan?subject=Patient/{}", person.patient)).await.remove(0);
    let activities = plan["activity"].as_array_mut().unwrap();
    let is_contacts = |one: &&mut Value| one["detail"].to_string().contains("Who drives you home");
    let detail = &mut activities.iter_mut().find(is_contacts).unwrap()["detail"];
    detail["description"] = json!("Mood questions");
    detail["code"] = serde_json::from_str(&detail["code"].to_string().replace("contacts", "phq9-0")).unwrap();
    clinic.writes(&plan).await;
}

/// Waits until the heading of the question has the focus.
async fn is_asked(window: &Running, progress: &str) {
    window.sees(progress).await;
    let ask = "return document.activeElement.tagName + document.querySelectorAll(':checked').length;";
    eventually("the focus on the question", async || {
        let at = window.client.execute(ask, Vec::new()).await.unwrap();
        at.as_str().is_some_and(|at| at.starts_with("H2")).then_some(())
    })
    .await;
}

/// Answers the question in sight by keys alone, and goes on with Enter.
async fn answer_by_keys(window: &Running, points: usize) {
    window.key(TAB).await;
    window.key(" ").await;
    for _ in 0..points {
        window.key(DOWN).await;
    }
    window.sees("Saved on this phone").await;
    window.key(ENTER).await;
}

pub(crate) async fn to_the_form(window: &Running) {
    window.press("All things to do").await;
    window.sees("Mood questions").await;
    window.press("Fill in").await;
}

async fn of_the_clinic(clinic: &Clinic, person: &Person, kind: &str) -> Vec<Value> {
    clinic.finds(&format!("{kind}?subject=Patient/{}", person.patient)).await
}

#[tokio::test]
async fn by_keyboard_through_a_kill_to_the_clinic_exactly_once() {
    let clinic = Clinic::shared_sample();
    let person = clinic.patient_like("sample").await;
    asks_for_a_form(clinic, &person).await;
    let phone = Phone::new();
    let window = phone.start(&["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Arrive").await;
    to_the_form(&window).await;
    window.sees("Your care team").await;
    window.press("Begin").await;
    for (nth, points) in ANSWERS.iter().enumerate().take(5) {
        is_asked(&window, &format!("Question {} of 10", nth + 1)).await;
        answer_by_keys(&window, *points).await;
    }
    is_asked(&window, "Question 6 of 10").await;
    // One choice, for it is the first that is said to be saved.
    window.key(TAB).await;
    window.key(DOWN).await;
    window.sees("Saved on this phone").await;
    window.kill();

    let window = phone.start(&[], &person.browser()).await;
    window.sees("Arrive").await;
    to_the_form(&window).await;
    window.sees("Question 6 of 10").await;
    let chosen = "return document.querySelectorAll(':checked').length;";
    assert_eq!(
        window.client.execute(chosen, Vec::new()).await.unwrap(),
        json!(1),
        "the last answer is there"
    );
    window.press("Next").await;
    for (nth, points) in ANSWERS.iter().enumerate().skip(6) {
        is_asked(&window, &format!("Question {} of 10", nth + 1)).await;
        answer_by_keys(&window, *points).await;
    }
    is_asked(&window, "Question 10 of 10").await;
    window.press("See all your answers").await;
    window.sees("More than half the days").await;
    assert!(
        of_the_clinic(clinic, &person, "QuestionnaireResponse").await.is_empty(),
        "nothing is sent before"
    );
    window.press("Send to your clinic").await;
    window.sees("Thank you").await;
    let total: usize = ANSWERS.iter().sum();
    window.sees(&format!("PHQ-9 {total} of 27")).await;
    window.sees("“moderate”").await;

    let responses = eventually("the form at the clinic", async || {
        let all = of_the_clinic(clinic, &person, "QuestionnaireResponse").await;
        let forms: Vec<_> = all.into_iter().filter(|one| one.to_string().contains("LA6570-1")).collect();
        (!forms.is_empty()).then_some(forms)
    })
    .await;
    assert_eq!((responses.len(), &responses[0]["status"]), (1, &json!("completed")));
    let scores = eventually("the score at the clinic", async || {
        let all = of_the_clinic(clinic, &person, "Observation").await;
        let scores: Vec<_> = all.into_iter().filter(|one| one["valueInteger"].is_number()).collect();
        (!scores.is_empty()).then_some(scores)
    })
    .await;
    assert_eq!((scores.len(), &scores[0]["valueInteger"]), (1, &json!(total)));
    let from = format!("QuestionnaireResponse/{}", responses[0]["id"].as_str().unwrap());
    assert_eq!(scores[0]["derivedFrom"][0]["reference"], json!(from));
    window.kill();

    let window = phone.start(&[], &person.browser()).await;
    window.sees("Arrive").await;
    window.press("More").await;
    window.press("See your forms").await;
    window.sees("Sent").await;
    let again = of_the_clinic(clinic, &person, "QuestionnaireResponse").await;
    let forms = again.iter().filter(|one| one.to_string().contains("LA6570-1"));
    assert_eq!(forms.count(), 1, "exactly once, also after another start");
}

/// Everything one meets on the way through a form, measured and kept as a picture.
async fn looked_at(look: Look) {
    let clinic = Clinic::shared_sample();
    let person = clinic.patient_like("sample").await;
    asks_for_a_form(clinic, &person).await;
    let phone = Phone::new();
    let window = look.at(&phone, &["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Arrive").await;
    window.press("All things to do").await;
    window.sees("Mood questions").await;
    look.of(&window, "to-do-form").await;
    window.press("Fill in").await;
    window.sees("Your care team").await;
    look.of(&window, "form-intro").await;
    window.press("Begin").await;
    window.sees("Question 1 of 10").await;
    window.pick("Several days").await;
    window.sees("Saved on this phone").await;
    look.of(&window, "form-question").await;
    window.press("Next").await;
    window.sees("Question 2 of 10").await;
    window.press("Save and stop").await;
    window.sees("You can go on later").await;
    window.press("More").await;
    window.press("See your forms").await;
    window.sees("You can go on until").await;
    look.of(&window, "forms").await;
    window.press_beginning("PHQ-9").await;
    for nth in 2..=9 {
        window.sees(&format!("Question {nth} of 10")).await;
        window.press("Next").await;
    }
    window.sees("Question 10 of 10").await;
    window.press("See all your answers").await;
    window.sees("No answer").await;
    look.of(&window, "form-review").await;
    window.press("Send to your clinic").await;
    window.sees("1 of 9 answered, no total").await;
    look.of(&window, "form-thanks").await;
}

#[tokio::test]
async fn what_was_finished_can_be_taken_back() {
    let clinic = Clinic::shared_sample();
    let person = clinic.patient_like("sample").await;
    asks_for_a_form(clinic, &person).await;
    let phone = Phone::new();
    let window = phone.start(&["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Arrive").await;
    to_the_form(&window).await;
    window.sees("Your care team").await;
    window.press("Begin").await;
    for nth in 1..=9 {
        window.sees(&format!("Question {nth} of 10")).await;
        window.press("Next").await;
    }
    window.sees("Question 10 of 10").await;
    window.press("See all your answers").await;
    window.sees("No answer").await;
    window.press("Send to your clinic").await;
    window.sees("Thank you").await;
    window.press("Undo").await;
    window.sees("Your answers are as they were").await;
    window.press_beginning("PHQ-9").await;
    window.sees("Your answers").await;
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

//! Writing to the clinic in the real window: through a kill in the middle of a word, sent, answered, read; and whoever looks
//! sees first that nobody reads it straight away.

use crate::{
    driver::{Phone, Running},
    looks::{DARK, LARGE, LIGHT, Look},
    support::{Clinic, Person, carries, eventually},
};
use fantoccini::Locator;
use serde_json::json;

const BEGUN: &str = "Can I take my allergy";
const QUESTION: &str = "Can I take my allergy pill, the bluethroat one?";
const PRIVATE: &str = "Nobody hears of the spoonbill.";
const ANSWER: &str = "Your message reached the practice clinic.";
const NOT_NOW: &str = "Not read straight away";

async fn to_messages(window: &Running) {
    window.press("More").await;
    window.press("See your messages").await;
}

/// What stands in the field, once it is there.
async fn typed(window: &Running) -> String {
    window.sees(NOT_NOW).await;
    let field = window.client.find(Locator::Id("message-words")).await.unwrap();
    field.prop("value").await.unwrap().unwrap_or_default()
}

#[tokio::test]
async fn a_question_through_a_kill_to_its_answer() {
    let clinic = Clinic::shared_sample();
    let person = clinic.patient_like("sample").await;
    let phone = Phone::new();
    let window = phone.start(&["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Arrive").await;
    window.has_all().await;
    // A page of the journal, shared with nobody.
    window.press("Journal").await;
    window.press("Write").await;
    window.sees("Saved on this phone while you type.").await;
    window.types("Your words", PRIVATE).await;
    window.sees("Saved on this phone").await;

    to_messages(&window).await;
    window.press("Write a new question").await;
    window.sees(NOT_NOW).await;
    window.sees("In an emergency, call.").await;
    window.types("Your message", BEGUN).await;
    window.sees("Saved on this phone").await;
    window.kill();

    let window = phone.start(&[], &person.browser()).await;
    window.sees("Arrive").await;
    to_messages(&window).await;
    window.sees(BEGUN).await;
    window.press("Go on writing").await;
    assert_eq!(typed(&window).await, BEGUN);
    assert!(clinic.written_by(&person).await.is_empty(), "nothing was sent by itself");
    window.types_instead("Your message", QUESTION).await;
    window.press("Send").await;
    window.sees("It will be sent in 10 seconds.").await;
    window.sees("Will be sent in a moment").await;
    window.undoes().await;
    window.sees("Your words are back where you wrote them").await;
    assert_eq!(typed(&window).await, QUESTION);
    window.press("Send").await;
    window.sees("Will be sent in a moment").await;
    let arrived =
        eventually("the question at the clinic", async || clinic.written_by(&person).await.pop()).await;
    assert_eq!(arrived["payload"][0]["contentString"], json!(QUESTION));
    window.sees("It may not have been read yet").await;

    // The desk answers by itself; Today says so, and nothing of what it says.
    window.press("Today").await;
    window.sees("Arrive").await;
    for _ in 0..20 {
        window.press("More").await;
        window.press("Update now").await;
        window.press("Today").await;
        window.sees("Arrive").await;
        if window.shows("Your clinic wrote to you").await {
            break;
        }
    }
    window.sees("Your clinic wrote to you").await;
    assert!(!window.shows(ANSWER).await);
    window.press("Read").await;
    window.sees(ANSWER).await;
    window.sees(QUESTION).await;
    window.press("Today").await;
    window.sees_no_more("Your clinic wrote to you").await;

    window.kill();
    let window = phone.start(&[], &person.browser()).await;
    window.sees("Arrive").await;
    to_messages(&window).await;
    window.press_holding("Can I take my allergy").await;
    window.sees(ANSWER).await;
    assert_eq!(clinic.written_by(&person).await.len(), 1, "once, whatever ended");

    let requests = clinic.requests_of(&person).await;
    let told = |words: &str| requests.iter().any(|request| carries(request, words));
    assert!(told(QUESTION), "the control: what was sent is found");
    assert!(!told(PRIVATE), "nothing of the journal goes along by itself");
    for words in [QUESTION, PRIVATE] {
        assert!(phone.keeps_secret(words), "on the phone, in clear: {words}");
    }
}

/// From More to the thread, with nothing but the keyboard.
#[tokio::test]
async fn by_keyboard_alone() {
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    window.sees("Arrive").await;
    window.press("More").await;
    window.sees("See your messages").await;
    window.enters("See your messages").await;
    window.sees("You have not written to your clinic yet.").await;
    window.enters("Write a new question").await;
    window.sees(NOT_NOW).await;
    window.tabs_to_named("message-words").await;
    window.key(QUESTION).await;
    window.sees("Saved on this phone").await;
    window.enters("Send").await;
    window.sees("It stays on this phone.").await;
    window.sees("Stays on this phone").await;
    window.sees(QUESTION).await;
}

/// Send is pressed and typing goes on, all before the program can say that the message went.
const SENDS_AND_TYPES_ON: &str = r#"
    const send = [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === "Send");
    const field = document.getElementById("message-words");
    send.click();
    for (const letter of arguments[0]) {
        field.value += letter;
        field.dispatchEvent(new Event("input", { bubbles: true }));
    }
"#;

#[tokio::test]
async fn letters_typed_while_send_is_at_work_are_kept_and_do_not_go_along() {
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    window.sees("Arrive").await;
    to_messages(&window).await;
    window.press("Write a new question").await;
    window.sees(NOT_NOW).await;
    window.types("Your message", QUESTION).await;
    window.sees("Saved on this phone").await;
    window.client.execute(SENDS_AND_TYPES_ON, vec![json!(" And with water?")]).await.unwrap();
    window.sees("It stays on this phone.").await;
    window.sees("You began to write. It is not sent.").await;
    window.kill();

    let window = phone.start(&[], &[]).await;
    window.sees("Arrive").await;
    to_messages(&window).await;
    window.sees("You began to write. It is not sent.").await;
    window.press_holding("Can I take my allergy").await;
    window.sees("And with water?").await;
    let letters = window.client.find_all(Locator::Css(".letter .sent-words")).await.unwrap();
    assert_eq!(letters.len(), 1, "it went once");
    assert_eq!(letters[0].text().await.unwrap(), QUESTION, "as it was when Send was pressed");
    window.press("Go on writing").await;
    assert_eq!(typed(&window).await, "And with water?");
}

/// Every state a patient can bring about, measured and kept as a picture.
async fn looked_at(look: Look) {
    let clinic = Clinic::shared_sample();
    let person = clinic.patient_like("sample").await;
    let phone = Phone::new();
    let window = look.at(&phone, &["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Arrive").await;
    window.has_all().await;
    to_messages(&window).await;
    window.sees("You have not written to your clinic yet.").await;
    look.of(&window, "messages-none").await;
    window.press("Write a new question").await;
    window.sees(NOT_NOW).await;
    look.of(&window, "message-new").await;
    window.press("Send").await;
    window.sees("Write something first.").await;
    window.types("Your message", QUESTION).await;
    window.sees("Saved on this phone").await;
    look.of(&window, "message-written").await;
    window.press("Send").await;
    window.sees("Will be sent in a moment").await;
    look.of(&window, "message-soon").await;
    eventually("the question at the clinic", async || clinic.written_by(&person).await.pop()).await;
    let id = clinic.written_by(&person).await.remove(0)["id"].clone();
    let mut spoilt = json!({
        "resourceType": "Communication", "id": format!("odd-{}", person.patient), "status": "completed",
        "subject": {"reference": format!("Patient/{}", person.patient)},
        "recipient": [{"reference": format!("Patient/{}", person.patient)}],
        "payload": [{"contentString": "?"}],
    });
    spoilt["modifierExtension"] = json!([{"url": "https://elsewhere.example/not", "valueBoolean": true}]);
    clinic.writes(&spoilt).await;
    eventually("the answer at the clinic", async || {
        clinic.has(&format!("Communication/re-{}", id.as_str().unwrap())).await
    })
    .await;
    window.press("More").await;
    window.press("Update now").await;
    window.press("Today").await;
    window.sees("2 new messages").await;
    look.of(&window, "today-new-messages").await;
    window.press("Read").await;
    window.sees("1 new message").await;
    look.of(&window, "messages-new").await;
    window.press_holding("Can I take my allergy").await;
    window.sees(ANSWER).await;
    look.of(&window, "message-answered").await;
    window.back().await;
    window.press_holding("Message from your clinic").await;
    window.sees("Your clinic wrote something Cairn cannot show").await;
    look.of(&window, "message-cannot-show").await;
    begun_and_alone(&window, clinic, &person, look).await;
}

/// More was begun under a message, and the clinic took that off its server: it is found, thrown away, brought back and sent.
async fn begun_and_alone(window: &Running, clinic: &Clinic, person: &Person, look: Look) {
    let patient = json!({"reference": format!("Patient/{}", person.patient)});
    let mut note = json!({
        "resourceType": "Communication", "id": format!("note-{}", person.patient), "status": "completed",
        "subject": patient, "recipient": [patient], "sent": "2026-05-12T17:00:00Z",
        "payload": [{"contentString": "Would you like another time?"}],
    });
    clinic.writes(&note).await;
    updated_until(window, "1 new message").await;
    window.press_holding("Would you like another time?").await;
    window.press("Write more").await;
    window.sees(NOT_NOW).await;
    window.types("Your message", "Yes, I would").await;
    window.sees("Saved on this phone").await;
    let practitioner = clinic.finds("Practitioner").await.remove(0)["id"].clone();
    note["recipient"] = json!([{"reference": format!("Practitioner/{}", practitioner.as_str().unwrap())}]);
    clinic.writes(&note).await;
    updated_until(window, "What you were answering is not here any more").await;
    look.of(window, "messages-begun-alone").await;
    window.press_holding("Yes, I would").await;
    window.sees("they go as a new question").await;
    look.of(window, "message-alone").await;
    window.press("Delete what you wrote").await;
    window.sees("Deleted. It was not sent.").await;
    window.sees_no_more("Yes, I would").await;
    window.undoes().await;
    window.press_holding("Yes, I would").await;
    assert_eq!(typed(window).await, "Yes, I would");
    window.press("Send").await;
    window.sees("Will be sent in a moment").await;
}

/// Asks the clinic until the list of messages shows these words.
async fn updated_until(window: &Running, words: &str) {
    for _ in 0..20 {
        window.press("More").await;
        window.press("Update now").await;
        window.press("See your messages").await;
        window.sees("Write a new question").await;
        if window.shows(words).await {
            break;
        }
    }
    window.sees(words).await;
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

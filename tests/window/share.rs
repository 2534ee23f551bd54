//! Sharing in the real window: a passage chosen, seen, shared, sent, listed and withdrawn; and nothing that was not shared
//! ever leaves the phone.

use crate::{
    driver::{Phone, Running},
    looks::{DARK, LARGE, LIGHT, Look},
    session_day::moved_to_now,
    support::{Clinic, Person, carries, eventually, is_in},
};
use serde_json::Value;

const SHARED: &str = "The sandpiper was not afraid.";
const KEPT: &str = "The lapwing stays with me.";
const PRIVATE: &str = "Nobody hears of the bittern.";
const SOFT: &str = "a curlew far away";
const INTENTION: &str = "To sit beside the godwit";
const QUESTION: &str = "May the avocet come along?";
const FELT: &str = "as light as a tern";
const BEFORE: &str = "The dunlin was there before.";
const WHEN: &str = "I hear the phalarope";
const THEN: &str = "look up for a turnstone";
const HELPED: &str = "the whinchat on the fence";
const TITLE: &str = "A wheatear in red";
const SOUGHT: &str = "goldcrest";

/// Everything there is to type in the journal, none of it shared: an earlier version, an insight, a step kept for the next
/// session, a drawing with a name, a line about a practice, words to look for.
async fn writes_all_over(window: &Running) {
    writes(window, BEFORE).await;
    window.press("Journal").await;
    window.press_holding(BEFORE).await;
    window.sees("Delete this page").await;
    window.types_instead("Your words", &format!("{PRIVATE} It sat quite still.")).await;
    window.sees("Saved on this phone").await;
    window.press("Read and mark").await;
    window.press("Mark whole sentences from a list").await;
    window.pick(PRIVATE).await;
    window.press("Back to the page").await;
    window.press("Make it a small step").await;
    window.types("When", WHEN).await;
    window.types("I will", THEN).await;
    window.press("Keep this step").await;
    window.sees("Your step is kept.").await;
    window.press("Journal").await;
    window.press_beginning("Small steps").await;
    window.press("Keep for my next session").await;
    window.press("Journal").await;
    window.press_beginning("For my next session").await;
    window.sees(THEN).await;
    window.press("Journal").await;
    window.press_holding(PRIVATE).await;
    window.sees("Earlier versions (1)").await;
    window.press("Draw").await;
    window.press("Add a shape without drawing").await;
    window.press("Put it on the paper").await;
    window.types("What is it? In your words", TITLE).await;
    window.back().await;
    window.sees(TITLE).await;
    window.press("Journal").await;
    window.press_beginning("Things to try").await;
    window.press_beginning("Sit still with a bell").await;
    window.press("What helped?").await;
    window.types("One line, if you like", HELPED).await;
    window.press("Add to my log").await;
    window.sees(HELPED).await;
    window.press("Journal").await;
    window.press("Search your pages").await;
    window.types("Words to look for", SOUGHT).await;
    window.sees("No page has all of this").await;
}

/// Begins a page and writes on it.
async fn writes(window: &Running, words: &str) {
    window.press("Journal").await;
    window.press("Write").await;
    window.sees("Saved on this phone while you type.").await;
    window.types("Your words", words).await;
    window.sees("Share with your clinic").await;
}

/// From a page to the preview of its first sentence.
async fn sees_preview(window: &Running) {
    window.press("Share with your clinic").await;
    window.sees("Nothing is sent yet.").await;
    window.pick("Parts of this page").await;
    window.pick(SHARED).await;
    window.sees("1 part is ticked.").await;
    window.press("See what will be sent").await;
    window.sees("This is what will be sent").await;
    window.sees(SHARED).await;
    assert!(!window.shows(KEPT).await, "only what was ticked");
}

async fn documents(clinic: &Clinic, person: &Person) -> Vec<Value> {
    clinic.finds(&format!("DocumentReference?patient={}", person.patient)).await
}

async fn a_passage(look: Look) {
    let clinic = Clinic::shared_sample();
    let person = clinic.patient_like("sample").await;
    let phone = Phone::new();
    let window = look.at(&phone, &["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Arrive").await;
    window.has_all().await;
    window.press("Journal").await;
    window.press_beginning("Shared with your clinic").await;
    window.sees("You have not shared a page yet.").await;
    look.of(&window, "shared-none").await;

    writes(&window, &format!("{SHARED} {KEPT}")).await;
    look.of(&window, "share-entry").await;
    window.press("Share with your clinic").await;
    window.sees("Nothing is sent yet.").await;
    window.press("See what will be sent").await;
    window.sees("Choose what you want to share first.").await;
    look.of(&window, "share-stuck").await;
    window.back().await;
    sees_preview(&window).await;
    look.of(&window, "share-preview").await;
    window.press("Change what I share").await;
    window.sees("1 part is ticked.").await;
    look.of(&window, "share-parts").await;
    window.press("See what will be sent").await;
    window.press("Share this").await;
    window.sees("It will be shared in 10 seconds.").await;
    window.sees("This is all you ever shared").await;
    window.sees("Will be sent in a moment").await;
    look.of(&window, "shared-fresh").await;

    // Its empty place may come before it.
    let passage = async || documents(clinic, &person).await.into_iter().find(|there| is_in(there, SHARED));
    let arrived = eventually("the passage", passage).await;
    assert!(!is_in(&arrived, KEPT));
    window.sees("Sent ").await;
    window.press("Open the page").await;
    window.sees("You shared a part of this page").await;
    look.of(&window, "share-entry-shared").await;
    window.press("See what you shared").await;
    window.press("Withdraw").await;
    window.sees("Withdrawn. Your clinic was told").await;
    look.of(&window, "shared-withdrawn").await;
    let left = documents(clinic, &person).await.remove(0);
    assert_eq!(left["status"].as_str(), Some("entered-in-error"));
    assert!(!is_in(&left, SHARED));
    window.kill();
    let window = look.at(&phone, &[], &person.browser()).await;
    window.press("Journal").await;
    window.press_beginning("Shared with your clinic").await;
    window.sees("Withdrawn. Your clinic was told").await;
}

#[tokio::test]
async fn a_passage_in_light() {
    a_passage(LIGHT).await;
}

#[tokio::test]
async fn a_passage_in_dark() {
    a_passage(DARK).await;
}

#[tokio::test]
async fn a_passage_narrow_with_large_text() {
    a_passage(LARGE).await;
}

/// A day with Cairn: words typed wherever there is a place for them, one passage shared and withdrawn.
#[tokio::test]
async fn what_was_not_shared_is_in_no_request_no_log_and_no_file() {
    let clinic = Clinic::shared_sample();
    let person = clinic.patient_like("sample").await;
    let phone = Phone::new();
    let window = phone.start(&["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Arrive").await;
    writes_all_over(&window).await;
    let title = window.client.title().await.unwrap();
    window.press("Journey").await;
    window.press_beginning("My questions").await;
    window.types("What do you want to ask?", QUESTION).await;
    window.press("Add to my questions").await;
    window.sees(QUESTION).await;
    window.press("Today").await;
    window.press("All things to do").await;
    window.press("Write or change it").await;
    window.types("What do I want to bring to this session?", INTENTION).await;
    window.press("Save").await;
    window.sees("Kept here:").await;
    window.press("Check-in").await;
    window.choose("Your mood", 5).await;
    window.choose("Your anxiety", 4).await;
    window.types("A few words, if you like", FELT).await;
    window.press("Save").await;
    window.sees("Check-in saved").await;

    writes(&window, &format!("{SHARED} {KEPT}")).await;
    sees_preview(&window).await;
    window.press("Share this").await;
    window.sees("Sent ").await;
    window.press("Withdraw").await;
    window.sees("Withdrawn. Your clinic was told").await;
    window.press("More").await;
    window.press("Update now").await;
    window.sees("things were sent to your clinic").await;
    window.kill();
    // And once more from the start, on the day of the session, with everything there is to bring up to date.
    moved_to_now(clinic, &person).await;
    let window = phone.start(&[], &person.browser()).await;
    window.sees("Nothing to eat or drink now").await;
    window.press("Rest now").await;
    window.press("Write a few words").await;
    window.types("Your words", SOFT).await;
    window.press("Back to rest").await;
    window.press("Show the whole app").await;
    window.press("Journal").await;
    window.sees("Your pages").await;
    // The driver passes over text that may be cut after two lines.
    let page = "return document.body.textContent;";
    let page = window.client.execute(page, Vec::new()).await.unwrap();
    assert!(is_in(&page, PRIVATE) && is_in(&page, SOFT), "it is all here: {page}");
    window.press("More").await;
    window.press("Update now").await;
    window.sees("Last update from your clinic").await;

    let requests = clinic.requests_of(&person).await;
    let asked = |word: &str| requests.iter().filter(|request| carries(request, word)).count();
    let kept = [PRIVATE, KEPT, SOFT, INTENTION, QUESTION, BEFORE, WHEN, THEN, HELPED, TITLE, SOUGHT];
    for word in kept {
        assert!(!title.contains(word), "{word} is in the title of the window");
        assert_eq!(asked(word), 0, "{word} left the phone");
    }
    // The control: what was shared and what was checked in is found by the same look.
    assert!(asked(SHARED) >= 1 && asked(FELT) >= 1, "{} and {}", asked(SHARED), asked(FELT));
    let everything = documents(clinic, &person).await;
    assert_eq!(everything.len(), 1);
    assert!(!is_in(&everything[0], SHARED), "withdrawn");

    for word in kept.into_iter().chain([SHARED, FELT]) {
        assert!(
            phone.keeps_secret(word),
            "{word} lies on the phone in clear, in a file, a list of rings or a log"
        );
    }
    let said = phone.said();
    assert!(said.contains("DEBUG cairn") || said.contains("INFO cairn"), "the program did speak");
    let planted = phone.data_dir().join("planted");
    std::fs::write(&planted, PRIVATE).unwrap();
    assert!(!phone.keeps_secret(PRIVATE), "the control: a planted word would have been found");
}

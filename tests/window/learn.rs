//! Somebody who is afraid at night looks a word up, reads, and notes what to ask: no clinic and no network needed.

use crate::{
    driver::{Phone, Running},
    looks::{DARK, LARGE, LIGHT, Look},
};

const CANARY: &str = "What if the heron calls?";

/// From the journey to an article and on to a question.
async fn reading(window: &Running) {
    window.sees("Arrive").await;
    window.press("Journey").await;
    window.press_beginning("Learn").await;
    window.sees("Short articles from your clinic.").await;
}

/// The words of a closed list are in the page, and nobody sees them.
async fn sources_in_sight(window: &Running) -> bool {
    let ask = "return document.querySelector('.sources li').checkVisibility();";
    window.client.execute(ask, Vec::new()).await.unwrap() == true
}

#[tokio::test]
async fn a_word_leads_to_an_article_and_the_article_to_a_question() {
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    reading(&window).await;
    window.types("Search", "BLADDER").await;
    window.sees("articles found").await;
    window.types_instead("Search", "zeppelin").await;
    window.sees("No article has all of these words").await;
    window.types_instead("Search", "scared").await;
    window.sees("1 article found").await;
    window.press_beginning("What it may feel like").await;
    window.sees("Not yet reviewed by a clinician").await;
    assert!(!sources_in_sight(&window).await, "they are folded away");
    window.press("Where this comes from").await;
    window.sees("sageintegrativehealth.org").await;
    assert!(sources_in_sight(&window).await);
    window.press("Add to my questions").await;
    window.sees("On my list").await;
    window.back().await;
    window.sees("1 article found").await;
    assert!(window.shows("My questions (1)").await, "and the search is as it was");

    window.press("My questions (1)").await;
    window.sees("What do you do if I get scared?").await;
    window.sees("From “What it may feel like”").await;
    window.types("What do you want to ask?", CANARY).await;
    window.press("Today").await;
    window.press("Journey").await;
    window.press_beginning("My questions").await;
    window.press("Add to my questions").await;
    window.sees(CANARY).await;
    assert!(phone.keeps_secret(CANARY));

    window.kill();
    let window = phone.start(&[], &[]).await;
    window.sees("Arrive").await;
    window.press("Journey").await;
    window.press_beginning("My questions").await;
    window.sees(CANARY).await;
    window.pick(CANARY).await;
    window.sees("Asked").await;
    window.press("Change").await;
    window.types_instead("Your question", "What if it rains?").await;
    window.press("Save").await;
    window.sees("What if it rains?").await;
    window.press("Change").await;
    window.press("Remove").await;
    window.sees("Question removed").await;
    window.sees_no_more("What if it rains?").await;
    window.press("Undo").await;
    window.sees("What if it rains?").await;
}

/// Every screen of reading and asking, measured and kept as a picture.
async fn looked_at(look: Look) {
    let phone = Phone::new();
    let window = look.at(&phone, &["--practice"], &[]).await;
    reading(&window).await;
    look.of(&window, "learn").await;
    window.types("Search", "blood pressure").await;
    window.sees("articles found").await;
    look.of(&window, "learn-found").await;
    window.types_instead("Search", "zeppelin").await;
    window.sees("No article has all of these words").await;
    look.of(&window, "learn-none").await;
    window.types_instead("Search", "help anxiety").await;
    window.press_beginning("Does it help anxiety?").await;
    window.sees("Not yet reviewed by a clinician").await;
    look.of(&window, "article").await;
    window.press("Add to my questions").await;
    window.sees("On my list").await;
    window.press("Where this comes from").await;
    window.sees("Glue 2017").await;
    look.of(&window, "article-sources").await;
    window.press("My questions").await;
    window
        .types("What do you want to ask?", "May I bring my own music, or a friend who waits outside?")
        .await;
    window.press("Add to my questions").await;
    window.pick("May I bring my own music, or a friend who waits outside?").await;
    window.sees("Asked").await;
    look.of(&window, "my-questions").await;
    window.press("Change").await;
    look.of(&window, "my-questions-changing").await;
}

#[tokio::test]
async fn learn_in_the_light() {
    looked_at(LIGHT).await;
}

#[tokio::test]
async fn learn_in_the_dark() {
    looked_at(DARK).await;
}

#[tokio::test]
async fn learn_narrow_with_large_text() {
    looked_at(LARGE).await;
}

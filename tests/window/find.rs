//! Somebody looks for what they wrote: by the start of a word, by what a page is, by its day, and back along the line of
//! time.

use crate::{
    driver::{Phone, Running},
    keyboard::ENTER,
    looks::{DARK, LARGE, LIGHT, Look},
};
use fantoccini::Locator;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const FIRST: &str = "El corazón latía despacio. Afterwards I heard the heron.";
const SECOND: &str = "A long walk by the river. Nothing else.";

/// A page with these words, begun from the journal.
async fn writes(window: &Running, words: &str) {
    window.press("Journal").await;
    window.press("Write").await;
    window.types("Your words", words).await;
    // As long as a hand rests before it goes elsewhere.
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    window.back().await;
    holds(window, &words[2..12]).await;
}

/// Waits until the list holds these words: what lies below the edge of the window, cut to some lines, the driver does
/// not call seen.
async fn holds(window: &Running, words: &str) {
    let ask = "return [...document.querySelectorAll('.beginning, .snippet')]
        .some(line => line.textContent.includes(arguments[0]));";
    let began = Instant::now();
    while window.client.execute(ask, vec![Value::from(words)]).await.unwrap() != json!(true) {
        assert!(
            began.elapsed() < Duration::from_secs(30),
            "{words:?} is not among:\n{}",
            window.text().await
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

async fn two_pages(window: &Running) {
    window.sees("Arrive").await;
    writes(window, FIRST).await;
    writes(window, SECOND).await;
}

/// What is marked on the page.
async fn marked(window: &Running) -> Value {
    let ask = "return [...document.querySelectorAll('mark')].map(mark => mark.textContent);";
    window.client.execute(ask, Vec::new()).await.unwrap()
}

/// How many pages the list has.
async fn lines(window: &Running) -> Value {
    let ask = "return document.querySelectorAll('.found .entry-line').length;";
    window.client.execute(ask, Vec::new()).await.unwrap()
}

/// What stands in the field of the search.
async fn typed(window: &Running) -> Value {
    let ask = "return document.getElementById('find-words').value;";
    window.client.execute(ask, Vec::new()).await.unwrap()
}

/// Opens the first page of a list.
async fn opens_first(window: &Running) {
    let line = window.client.find(Locator::Css(".found .entry-line")).await.unwrap();
    line.click().await.unwrap();
}

#[tokio::test]
async fn the_start_of_a_word_finds_a_page_and_the_way_back_keeps_the_search() {
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    two_pages(&window).await;
    window.press("Search your pages").await;
    window.types("Words to look for", "coraz").await;
    window.sees("Found. The newest pages come first.").await;
    assert_eq!(marked(&window).await, json!(["corazón"]));
    assert_eq!(lines(&window).await, json!(1), "the other page has no such word");
    opens_first(&window).await;
    window.sees("Delete this page").await;
    window.back().await;
    window.sees("Found. The newest pages come first.").await;
    assert_eq!((typed(&window).await, marked(&window).await), (json!("coraz"), json!(["corazón"])));

    window.types_instead("Words to look for", "zeppelin").await;
    window.sees("No page has all of this").await;
    window.types_instead("Words to look for", "walk").await;
    holds(&window, "A long walk").await;
    window.press("Narrow it down").await;
    window.pick("Weeks later").await;
    window.sees("No page has all of this").await;
    window.press("Narrow it down").await;
    window.press("Take out: Weeks later").await;
    holds(&window, "A long walk").await;
    assert!(phone.keeps_secret("the heron"), "what was written is in no file in clear");
    assert!(phone.keeps_secret("zeppelin"), "and so is what was looked for");
}

#[tokio::test]
async fn a_day_of_the_calendar_opens_by_keyboard() {
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    two_pages(&window).await;
    window.press("Calendar").await;
    window.sees("A dot marks each day you wrote").await;
    window.tabs_to("at.className === 'day'").await;
    window.key(ENTER).await;
    holds(&window, "A long walk").await;
    holds(&window, "heron").await;
    window.back().await;
    window.sees("A dot marks each day you wrote").await;
    window.back().await;
    window.press("Timeline").await;
    holds(&window, "A long walk").await;
    assert!(!window.shows("You wrote nothing on this day").await);
    window.pick("Show what I wrote on this day in other years").await;
    window.sees("You wrote nothing on this day in other years.").await;
}

/// Every screen of finding, measured and kept as a picture.
async fn looked_at(look: Look) {
    let phone = Phone::new();
    let window = look.at(&phone, &["--practice"], &[]).await;
    two_pages(&window).await;
    look.of(&window, "journal-ways").await;
    window.press("Search your pages").await;
    window.sees("The start of a word is enough").await;
    look.of(&window, "find").await;
    window.types("Words to look for", "heron").await;
    window.sees("Found. The newest pages come first.").await;
    look.of(&window, "find-found").await;
    window.press("Narrow it down").await;
    window.pick("Before the session").await;
    window.pick("Words").await;
    window.sees("What is on the page").await;
    look.of(&window, "find-choosing").await;
    window.press("Narrow it down").await;
    look.of(&window, "find-chosen").await;
    window.types_instead("Words to look for", "zeppelin").await;
    window.sees("No page has all of this").await;
    look.of(&window, "find-none").await;
    window.back().await;
    window.press("Calendar").await;
    window.sees("A dot marks each day you wrote").await;
    look.of(&window, "calendar").await;
    window.client.find(Locator::Css("button.day")).await.unwrap().click().await.unwrap();
    holds(&window, "A long walk").await;
    look.of(&window, "calendar-day").await;
    window.back().await;
    window.back().await;
    window.press("Timeline").await;
    holds(&window, "A long walk").await;
    window.pick("Show what I wrote on this day in other years").await;
    window.sees("You wrote nothing on this day in other years.").await;
    look.of(&window, "timeline").await;
}

#[tokio::test]
async fn finding_in_the_light() {
    looked_at(LIGHT).await;
}

#[tokio::test]
async fn finding_in_the_dark() {
    looked_at(DARK).await;
}

#[tokio::test]
async fn finding_narrow_with_large_text() {
    looked_at(LARGE).await;
}

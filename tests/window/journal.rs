//! Writing in the real window: through kills, at length, changed and brought back, deleted, and read as one story.

use crate::{
    driver::{Phone, Running},
    looks::{DARK, LARGE, LIGHT, Look},
};
use fantoccini::Locator;
use rand::Rng;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const CANARY: &str = "the kingfisher under the bridge";
/// What is typed is on the disk after this long, whatever happens then.
const A_SECOND: Duration = Duration::from_secs(1);

async fn words(window: &Running) -> String {
    let field = window.client.find(Locator::Id("entry-words")).await.unwrap();
    field.prop("value").await.unwrap().unwrap_or_default()
}

/// Today, and from there in one press to a page with the cursor in it.
async fn new_page(window: &Running) {
    window.sees("Arrive").await;
    window.press("Write in your journal").await;
    window.sees("Saved on this phone while you type.").await;
}

/// Types at the end of what is there.
async fn type_on(window: &Running, words: &str) {
    let end = "const field = document.getElementById('entry-words');
        field.focus();
        field.setSelectionRange(field.value.length, field.value.length);";
    window.client.execute(end, Vec::new()).await.unwrap();
    window.types("Your words", words).await;
}

async fn page_beginning(window: &Running, words: &str) {
    window.press("Journal").await;
    window.sees("Your pages").await;
    window.press_holding(words).await;
    window.sees("Delete this page").await;
}

#[tokio::test]
async fn eight_kills_while_typing_each_cost_less_than_a_second() {
    let phone = Phone::new();
    let mut sure = String::new();
    let mut typed_before_kills = 0;
    for kill in 0..8 {
        let window = phone.start(if kill == 0 { &["--practice"] } else { &[] }, &[]).await;
        if kill == 0 {
            new_page(&window).await;
            let focused = "return document.activeElement.id;";
            assert_eq!(window.client.execute(focused, Vec::new()).await.unwrap(), json!("entry-words"));
        } else {
            window.sees("Arrive").await;
            page_beginning(&window, "word").await;
        }
        let there = words(&window).await;
        assert!(
            there.starts_with(&sure),
            "kill {kill}: {sure:?} was typed a second before, there is {there:?}"
        );
        // Typed word by word until the kill, with the time at which each was in the field.
        let (mut said, mut times) = (there, Vec::new());
        let until = Instant::now() + Duration::from_millis(rand::rng().random_range(1500..3500));
        while Instant::now() < until {
            let word = format!("word{} ", times.len());
            type_on(&window, &word).await;
            said.push_str(&word);
            times.push((Instant::now(), said.clone()));
        }
        let killed = Instant::now();
        window.kill();
        let old = times.iter().rev().find(|(at, _)| killed - *at >= A_SECOND);
        if let Some((_, text)) = old {
            sure.clone_from(text);
            typed_before_kills += 1;
        }
    }
    assert!(typed_before_kills >= 6, "the kills came too early to mean anything");
    let window = phone.start(&[], &[]).await;
    window.sees("Arrive").await;
    page_beginning(&window, "word").await;
    assert!(words(&window).await.starts_with(&sure));
}

/// Puts text into the field as a paste does: all at once, with one event.
const PASTE: &str = "const field = document.getElementById('entry-words');
    const unit = 'One line of a long night, and then another. ';
    field.value = unit.repeat(Math.ceil(arguments[0] / unit.length)).slice(0, arguments[0]);
    const began = performance.now();
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
    return performance.now() - began;";

/// Types letters at the end, one event each; answers how long each took the page, in milliseconds.
const TYPE: &str = "const field = document.getElementById('entry-words');
    return [...arguments[0]].map((letter) => {
        const began = performance.now();
        field.setRangeText(letter, field.value.length, field.value.length, 'end');
        field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: letter }));
        return performance.now() - began;
    });";

#[tokio::test]
async fn a_hundred_thousand_letters_are_kept_and_typing_goes_on_smoothly() {
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    new_page(&window).await;
    let pasted = window.client.execute(PASTE, vec![json!(100_000)]).await.unwrap();
    let took = window.client.execute(TYPE, vec![json!("and the end of it".repeat(10))]).await.unwrap();
    let mut took: Vec<f64> = took.as_array().unwrap().iter().filter_map(Value::as_f64).collect();
    took.sort_by(f64::total_cmp);
    let (median, most) = (took[took.len() / 2], took[took.len() * 95 / 100]);
    eprintln!(
        "100,000 letters pasted in {pasted} ms; a letter at their end: median {median} ms, p95 {most} ms"
    );
    // Sixty letters a second would be a letter every 16 ms; a person types ten.
    assert!(median < 50.0 && most < 150.0, "typing at the end of it drags: median {median}, p95 {most} ms");
    // The real keyboard, and a click into all of it.
    let field = window.client.find(Locator::Id("entry-words")).await.unwrap();
    field.click().await.unwrap();
    type_on(&window, " Done.").await;
    window.sees("Saved on this phone").await;
    let text = words(&window).await;
    assert!(text.len() == 100_176 && text.ends_with("and the end of it Done."), "{} letters", text.len());
    tokio::time::sleep(A_SECOND).await;
    window.kill();
    let window = phone.start(&[], &[]).await;
    window.sees("Arrive").await;
    page_beginning(&window, "One line").await;
    assert!(words(&window).await == text, "after a kill all of it is there");
}

/// The keys of a keyboard that have no letter, as `WebDriver` names them.
const CONTROL: char = '\u{e009}';
const RELEASED: char = '\u{e000}';

/// Edits at random: letters of all planes, cuts, line ends, whole replacements; lone halves of letters as well.
const SCRIBBLE: &str = "const field = document.getElementById('entry-words');
    let seed = arguments[0];
    const random = (below) => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % below; };
    const bits = ['a', 'wort ', '\\u00e9', 'e\\u0301', '\\ud83d\\ude00', '\\ud83d\\udc69\\u200d\\ud83d\\ude80', '\\n', '\\r\\n',
        '\\u0645\\u0631', '\\u4f60', '\"', '\\\\', '\\ud83d', '\\ude00', '<b>', 'long '.repeat(700), '\\ud83d\\ude00'.repeat(1700)];
    for (let at = 0; at < arguments[1]; at += 1) {
        const length = field.value.length;
        const [from, to] = [random(length + 1), random(length + 1)].sort((a, b) => a - b);
        const end = random(3) === 0 ? to : Math.min(length, from + random(4));
        field.setRangeText(random(4) === 0 ? '' : bits[random(bits.length)], from, end, 'end');
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    return field.value.replace(/[\\ud800-\\udfff]/gu, '\\ufffd');";

#[tokio::test]
async fn whatever_is_done_to_the_field_both_sides_hold_the_same_text() {
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    new_page(&window).await;
    type_on(&window, "heron by the water").await;
    // Taken back with the keyboard and done again, cut out and put in twice.
    for keys in ["z", "y", "a", "x", "v", "v", "z"] {
        window.types("Your words", &format!("{CONTROL}{keys}{RELEASED}")).await;
    }
    type_on(&window, " heron").await;
    let there = words(&window).await;
    page_beginning(&window, "heron").await;
    assert_eq!(words(&window).await, there);
    for round in 0..6 {
        let scribbled =
            window.client.execute(SCRIBBLE, vec![json!(round * 7919 + 1), json!(120)]).await.unwrap();
        let field = "const field = document.getElementById('entry-words');
            field.setRangeText('heron ', 0, 0); field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
        window.client.execute(field, Vec::new()).await.unwrap();
        page_beginning(&window, "heron").await;
        let kept = words(&window).await;
        assert!(
            kept == format!("heron {}", scribbled.as_str().unwrap()),
            "round {round}: the two sides differ"
        );
    }
}

#[tokio::test]
async fn a_page_is_changed_brought_back_deleted_and_really_gone() {
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    new_page(&window).await;
    type_on(&window, CANARY).await;
    window.press("Today").await;
    page_beginning(&window, CANARY).await;
    assert!(!window.shows("Earlier versions").await, "one sitting makes one version");
    type_on(&window, ", and rain").await;
    window.sees("Saved on this phone").await;
    window.press("Journal").await;
    page_beginning(&window, "and rain").await;
    window.press("Earlier versions (1)").await;
    window.sees("As it is now").await;
    window.press("Bring this version back").await;
    window.sees("This version is back").await;
    window.back().await;
    window.sees("Earlier versions (2)").await;
    assert_eq!(words(&window).await, CANARY);

    window.press("Delete this page").await;
    window.sees("Page deleted").await;
    window.sees_no_more(CANARY).await;
    window.press("Undo").await;
    window.sees("The page is back").await;
    page_beginning(&window, CANARY).await;
    window.press("Delete this page").await;
    window.sees("Page deleted").await;
    window.sees_no_more("Undo").await;
    window.kill();
    let window = phone.start(&[], &[]).await;
    window.sees("Arrive").await;
    window.press("Journal").await;
    window.sees("No pages yet.").await;
    assert!(phone.keeps_secret("kingfisher"));
}

#[tokio::test]
async fn a_page_on_which_nothing_was_written_leaves_nothing_behind() {
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    new_page(&window).await;
    window.press("Help").await;
    window.sees("In danger right now").await;
    window.back().await;
    window.sees("Delete this page").await;
    window.press("Journal").await;
    window.sees("No pages yet.").await;
}

/// Every screen of the journal, measured and kept as a picture.
async fn looked_at(look: Look) {
    let phone = Phone::new();
    let window = look.at(&phone, &["--practice"], &[]).await;
    window.sees("Arrive").await;
    look.of(&window, "today-write").await;
    window.press("Journal").await;
    window.sees("No pages yet.").await;
    look.of(&window, "journal-none").await;
    window.press("Today").await;
    new_page(&window).await;
    look.of(&window, "journal-new").await;
    type_on(&window, "A blue door, and behind it the sea. I would like to go in without holding my breath.")
        .await;
    window.sees("Saved on this phone").await;
    window.press("Add your mood").await;
    window.choose("How is your mood?", 7).await;
    window.sees("Mood 7").await;
    window.press("Another question").await;
    window.press("Which session is it about?").await;
    look.of(&window, "journal-entry").await;
    window.press("Journal").await;
    window.sees("Your sessions").await;
    look.of(&window, "journal").await;
    page_beginning(&window, "blue door").await;
    type_on(&window, " Slowly.").await;
    window.sees("Saved on this phone").await;
    window.press("Journal").await;
    page_beginning(&window, "blue door").await;
    window.press("Earlier versions (1)").await;
    window.sees("As it is now").await;
    look.of(&window, "journal-earlier").await;
    window.back().await;
    window.press("Read the story of this session").await;
    window.sees("Before your session").await;
    look.of(&window, "journal-story").await;
}

#[tokio::test]
async fn journal_in_the_light() {
    looked_at(LIGHT).await;
}

#[tokio::test]
async fn journal_in_the_dark() {
    looked_at(DARK).await;
}

#[tokio::test]
async fn journal_narrow_with_large_text() {
    looked_at(LARGE).await;
}

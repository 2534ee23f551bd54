//! Words are selected in a page, by keys while writing and by pointer while reading, and are kept exactly; from there the
//! whole way from a session to the page for the next one; and a sitting that goes on when the app was closed.

use crate::{
    driver::{Phone, Running},
    keyboard::{ENTER, LEFT, RELEASED, SHIFT, TAB},
    looks::{DARK, LARGE, LIGHT, Look},
};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tokio::sync::Mutex;

const CANARY: &str = "a curlew over the mud flats";
/// A display has one primary selection: who selects takes it from the other windows. So one test selects at a time.
static SELECTION: Mutex<()> = Mutex::const_new(());

/// Selects the letters from one to the other of the text to read, over whatever pieces it is made of, as a finger would.
const SELECT: &str = "const [wanted] = arguments;
    const text = document.querySelector('[data-read]');
    const from = text.textContent.indexOf(wanted);
    if (from < 0) return false;
    const range = document.createRange();
    const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    let at = 0;
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const end = at + node.data.length;
        if (from >= at && from < end) range.setStart(node, from - at);
        if (from + wanted.length > at && from + wanted.length <= end) range.setEnd(node, from + wanted.length - at);
        at = end;
    }
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return true;";
const MARKED: &str =
    "return [...document.querySelectorAll('[data-read] mark')].map(mark => mark.textContent);";

async fn a_page(window: &Running, words: &str) {
    window.sees("Arrive").await;
    window.press("Write in your journal").await;
    window.types("Your words", words).await;
    window.sees("Read and mark").await;
}

async fn reads(window: &Running) {
    window.press("Read and mark").await;
    window.sees("Select words and press Keep as an insight.").await;
}

/// The page takes the focus when it appears, and with it what was selected before: one selects again, then.
async fn selects(window: &Running, words: &str) {
    let began = Instant::now();
    loop {
        let found = window.client.execute(SELECT, vec![json!(words)]).await.unwrap();
        assert_eq!(found, json!(true), "{words}");
        let offered = "return document.querySelector('[data-pick] > div').checkVisibility();";
        let mut stays = true;
        for _ in 0..4 {
            tokio::time::sleep(Duration::from_millis(150)).await;
            stays &= window.client.execute(offered, Vec::new()).await.unwrap() == json!(true);
        }
        if stays {
            return;
        }
        assert!(began.elapsed() < Duration::from_secs(30), "there is no button for {words}");
    }
}

/// Waits until exactly these are shown as marked.
async fn sees_marked(window: &Running, words: &[&str]) {
    let (began, expected) = (Instant::now(), json!(words));
    loop {
        let marked = window.client.execute(MARKED, Vec::new()).await.unwrap();
        if marked == expected {
            return;
        }
        assert!(began.elapsed() < Duration::from_secs(30), "{marked} is not {expected}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn words_selected_by_keys_or_pointer_are_kept_exactly_and_stay_marked_where_they_stand() {
    let _turn = SELECTION.lock().await;
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    a_page(&window, &format!("It rained quite a lot. Then {CANARY}. I was not alone")).await;
    assert!(!window.shows("Keep as an insight").await, "nothing is selected");
    // With the keyboard alone: the last three words, then to the button and back to where one wrote.
    let last = format!("{SHIFT}{}{RELEASED}", LEFT.repeat("not alone".len()));
    window.types("Your words", &last).await;
    window.sees("Keep as an insight").await;
    window.types("Your words", TAB).await;
    window.key(ENTER).await;
    window.sees("Kept, word for word.").await;
    window.sees_no_more("Keep as an insight").await;
    window.sees("What matters to me").await;
    let there = "return document.activeElement.id + ' ' + document.activeElement.selectionStart;";
    let cursor = window.client.execute(there, Vec::new()).await.unwrap();
    let end = format!("It rained quite a lot. Then {CANARY}. I was not alone").encode_utf16().count();
    assert_eq!(cursor, json!(format!("entry-words {end}")), "one writes on where one was");
    window.types("Your words", ".").await;

    reads(&window).await;
    sees_marked(&window, &["not alone"]).await;
    selects(&window, &format!("{CANARY}. I was not")).await;
    window.press("Keep as an insight").await;
    // Where two lie over each other they are one.
    sees_marked(&window, &[&format!("{CANARY}. I was not alone")]).await;
    selects(&window, "quite a").await;
    window.press("Keep as an insight").await;
    sees_marked(&window, &["quite a", &format!("{CANARY}. I was not alone")]).await;
    window.press("Back to the page").await;
    window.sees("What matters to me").await;
    assert!(!window.shows("earlier version of the page").await);

    // Written on above, all stay where they stand; written over, one is of an earlier version and says so.
    let begin = "const field = document.getElementById('entry-words');
        field.focus(); field.setSelectionRange(0, 0);";
    window.client.execute(begin, Vec::new()).await.unwrap();
    window.key("Slowly. ").await;
    reads(&window).await;
    sees_marked(&window, &["quite a", &format!("{CANARY}. I was not alone")]).await;
    window.press("Back to the page").await;
    window.types_instead("Your words", &format!("Only this: {CANARY}. I was not here.")).await;
    reads(&window).await;
    sees_marked(&window, &[&format!("{CANARY}. I was not")]).await;
    window.press("Back to the page").await;
    window.sees("This is from an earlier version of the page.").await;
    assert!(phone.keeps_secret(CANARY));
    window.kill();

    let window = phone.start(&[], &[]).await;
    window.sees("Arrive").await;
    window.press("Journal").await;
    window.press_holding("Only this").await;
    reads(&window).await;
    sees_marked(&window, &[&format!("{CANARY}. I was not")]).await;
}

/// What is pasted into the field, in lines.
const PASTE: &str = "const field = document.getElementById('entry-words');
    field.setRangeText('A line of a long night, and then another. '.repeat(2400), 0, 0, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return field.value.length;";

/// How long one change of the selection takes the page, in milliseconds, in the field and in the text.
const SELECTING: &str = "const field = document.getElementById('entry-words');
    const text = document.querySelector('[data-read]');
    return Array.from({ length: 60 }, (_, at) => {
        const began = performance.now();
        if (field) { field.focus(); field.setSelectionRange(90000, 90001 + at * 10); }
        else {
            const range = document.createRange();
            range.setStart(text.firstChild.firstChild, 90000);
            range.setEnd(text.firstChild.firstChild, 90001 + at * 10);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }
        document.dispatchEvent(new Event('selectionchange'));
        return performance.now() - began;
    });";

#[tokio::test]
async fn a_page_of_a_hundred_thousand_letters_is_read_and_marked_smoothly() {
    let _turn = SELECTION.lock().await;
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    a_page(&window, CANARY).await;
    let length = window.client.execute(PASTE, Vec::new()).await.unwrap();
    assert!(length.as_u64().unwrap() > 100_000);
    let usual = async |window: &Running| {
        let took = window.client.execute(SELECTING, Vec::new()).await.unwrap();
        let mut took: Vec<f64> = took.as_array().unwrap().iter().filter_map(Value::as_f64).collect();
        took.sort_by(f64::total_cmp);
        (took[took.len() / 2], took[took.len() - 1])
    };
    let (writing, writing_most) = usual(&window).await;
    // The button that goes away with the focus moves nothing from under the finger.
    let began = Instant::now();
    reads(&window).await;
    let opened = began.elapsed();
    let (reading, reading_most) = usual(&window).await;
    selects(&window, CANARY).await;
    let began = Instant::now();
    window.press("Keep as an insight").await;
    sees_marked(&window, &[CANARY]).await;
    let kept = began.elapsed();
    eprintln!(
        "100,000 letters, selecting: while writing {writing} ms, at most {writing_most}; while reading {reading} ms, at most \
         {reading_most}; opened to read in {opened:?}, kept and marked in {kept:?}"
    );
    assert!(writing < 50.0 && reading < 50.0, "selecting drags: {writing} and {reading} ms");
    assert!(kept < Duration::from_secs(10), "{kept:?}");
}

#[tokio::test]
async fn a_sitting_goes_on_when_the_app_was_closed_meanwhile() {
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    window.sees("Arrive").await;
    window.press("Journal").await;
    window.press_beginning("Things to try").await;
    window.press_beginning("Sit still with a bell").await;
    window.press("Start the timer").await;
    window.sees("3 minutes left").await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    window.kill();

    let window = phone.start(&[], &[]).await;
    window.sees("See the timer").await;
    window.press("See the timer").await;
    window.sees("minutes left").await;
    window.press("Stop the timer").await;
    window.sees("Start the timer").await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    window.kill();
    let window = phone.start(&[], &[]).await;
    window.sees("Arrive").await;
    assert!(!window.shows("See the timer").await, "stopped, it stays stopped");
}

/// The whole way, each page of it measured and kept as a picture.
async fn the_way(look: Look) {
    let _turn = SELECTION.lock().await;
    let phone = Phone::new();
    let window = look.at(&phone, &["--practice"], &[]).await;
    a_page(&window, &format!("It rained a lot. Then {CANARY}. I was not alone.")).await;
    window.press("Read the story of this session").await;
    window.sees("Before your session").await;
    window.sees(CANARY).await;
    look.of(&window, "way-1-story").await;
    window.back().await;
    reads(&window).await;
    selects(&window, "I was not alone").await;
    window.sees("Keep as an insight").await;
    look.of(&window, "way-2-select").await;
    window.press("Keep as an insight").await;
    sees_marked(&window, &["I was not alone"]).await;
    window.sees("Kept, word for word.").await;
    look.of(&window, "way-3-marked").await;
    window.press("Back to the page").await;
    window.press("Make it a small step").await;
    window.sees("I was not alone").await;
    window.types("When", "I feel alone").await;
    window.types("I will", "write to Sam and read it all again").await;
    window.press("Keep this step").await;
    window.sees("Your step is kept.").await;
    window.press("Journal").await;
    window.press_beginning("Small steps").await;
    window.pick("Remind me to look back").await;
    window.sees("Day").await;
    let bottom = "document.getElementById('look-back-title').scrollIntoView({ block: 'start' });";
    window.client.execute(bottom, Vec::new()).await.unwrap();
    look.of(&window, "way-4-look-back").await;
    window.press("How did it go?").await;
    window.press("Make it smaller").await;
    window.types_instead("I will", "write to Sam").await;
    window.press("Keep this step").await;
    window.sees("The step is changed").await;
    window.sees("When I feel alone, I will write to Sam.").await;
    window.press("Keep for my next session").await;
    window.press("Journal").await;
    window.press_beginning("For my next session").await;
    window.sees("When I feel alone, I will write to Sam.").await;
    window.press("Add something").await;
    window.press("Keep it for my next session").await;
    window.sees("What matters to me").await;
    look.of(&window, "way-5-next-session").await;
    assert!(phone.keeps_secret(CANARY));
}

#[tokio::test]
async fn from_a_session_to_the_next_in_the_light() {
    the_way(LIGHT).await;
}

#[tokio::test]
async fn from_a_session_to_the_next_in_the_dark() {
    the_way(DARK).await;
}

#[tokio::test]
async fn from_a_session_to_the_next_narrow_with_large_text() {
    the_way(LARGE).await;
}

//! Writing in the real window: through kills, at length, changed and brought back, deleted, and read as one story.

use crate::{
    driver::{Phone, Running},
    keyboard::{CONTROL, ENTER, RELEASED, TAB},
    looks::{DARK, LARGE, LIGHT, Look},
};
use fantoccini::Locator;
use rand::Rng;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const CANARY: &str = "the kingfisher under the bridge";
/// What is typed is on the disk after this long, whatever happens then.
const A_SECOND: Duration = Duration::from_secs(1);

pub(crate) async fn words(window: &Running) -> String {
    let field = window.client.find(Locator::Id("entry-words")).await.unwrap();
    field.prop("value").await.unwrap().unwrap_or_default()
}

/// Today, and from there in one press to a page with the cursor in it.
pub(crate) async fn new_page(window: &Running) {
    window.sees("Arrive").await;
    window.press("Write in your journal").await;
    window.sees("Saved on this phone while you type.").await;
}

/// Types at the end of what is there.
pub(crate) async fn type_on(window: &Running, words: &str) {
    let end = "const field = document.getElementById('entry-words');
        field.focus();
        field.setSelectionRange(field.value.length, field.value.length);";
    window.client.execute(end, Vec::new()).await.unwrap();
    window.types("Your words", words).await;
}

/// Waits until the page says that its words are on the disk; before the first of them it only says that they will be.
pub(crate) async fn is_saved(window: &Running) {
    window.sees_as("entry-kept", "Saved on this phone").await;
}

pub(crate) async fn page_beginning(window: &Running, words: &str) {
    window.press("Journal").await;
    window.sees("Your pages").await;
    window.press_holding(words).await;
    window.sees("Delete this page").await;
}

/// Kills of the usual run. `CAIRN_KILLS=200` asks for the long campaign.
const KILLS: usize = 12;
/// So many phones are typed on side by side.
const PHONES: usize = 2;

/// What was typed before a kill: when each word began to be put into the field, when it stood there, and all of the text.
type Typed = Vec<(Instant, Instant, String)>;

/// The age, at the kill, of the oldest word that is not `there` after it: since it stood in the field, and since it began
/// to be typed.
fn lost(there: &str, typed: &Typed, killed: Instant) -> Option<(Duration, Duration)> {
    let (began, stood, _) = typed.iter().find(|(_, _, text)| !there.starts_with(text))?;
    Some((killed - *stood, killed - *began))
}

/// Types on one phone through so many kills. Answers how many of them came more than a second after a word, and the age of
/// the oldest word that was ever lost.
async fn through(kills: usize) -> (usize, Duration) {
    let phone = Phone::new();
    let (mut before, mut told, mut most) = (None::<(Typed, Instant)>, 0, Duration::ZERO);
    for kill in 0..=kills {
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
        if let Some((typed, killed)) = before.take() {
            let (stood, began) = lost(&there, &typed, killed).unwrap_or_default();
            assert!(stood < A_SECOND, "kill {kill}: lost what stood there for {stood:?}; there is {there:?}");
            assert!(typed.last().unwrap().2.starts_with(&there), "kill {kill}: nobody typed this: {there:?}");
            most = most.max(began);
            let old = typed.iter().rposition(|(_, stood, _)| killed - *stood >= A_SECOND);
            told += usize::from(old.is_some());
            // The control: were the last old word not there, it would be noticed.
            if let Some(without) = old.and_then(|old| old.checked_sub(1)) {
                assert!(lost(&typed[without].2, &typed, killed).unwrap().0 >= A_SECOND);
            }
        }
        if kill == kills {
            break;
        }
        let (mut said, mut typed) = (there, Vec::new());
        let until = Instant::now() + Duration::from_millis(rand::rng().random_range(1300..2300));
        let field = window.client.find(Locator::Id("entry-words")).await.unwrap();
        let end = "arguments[0].focus(); arguments[0].setSelectionRange(9e9, 9e9);";
        window.client.execute(end, vec![serde_json::to_value(&field).unwrap()]).await.unwrap();
        while Instant::now() < until {
            let (word, began) = (format!("word{} ", typed.len()), Instant::now());
            field.send_keys(&word).await.unwrap();
            said.push_str(&word);
            typed.push((began, Instant::now(), said.clone()));
        }
        let killed = Instant::now();
        window.kill();
        before = Some((typed, killed));
    }
    (told, most)
}

#[tokio::test]
async fn a_kill_while_typing_costs_less_than_a_second() {
    let asked = std::env::var("CAIRN_KILLS").ok();
    let kills = asked.map_or(KILLS, |asked| asked.parse().expect("CAIRN_KILLS is a number"));
    let began = Instant::now();
    let mut phones = tokio::task::JoinSet::new();
    for phone in 0..PHONES {
        phones.spawn(through(kills / PHONES + usize::from(phone < kills % PHONES)));
    }
    let all = phones.join_all().await;
    let told: usize = all.iter().map(|(told, _)| told).sum();
    let most = all.iter().map(|(_, most)| *most).max().unwrap();
    eprintln!(
        "{kills} kills in {:?}: the oldest word lost was {most:?} old, begin of typing included",
        began.elapsed()
    );
    assert!(told * 4 >= kills * 3, "only {told} of {kills} kills came late enough to mean anything");
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

    // One version is deleted alone, by keyboard, after a question.
    window.press("Earlier versions (2)").await;
    window.sees("and rain").await;
    window.enters("Delete this version").await;
    window.sees("Only this version goes.").await;
    window.is_accessible().await;
    window.enters("Cancel").await;
    window.sees_no_more("Only this version goes.").await;
    let near = "return document.activeElement.querySelector('button')?.textContent;";
    assert_eq!(window.client.execute(near, Vec::new()).await.unwrap(), json!("Delete this version"));
    window.key(TAB).await;
    window.key(ENTER).await;
    window.sees("Only this version goes.").await;
    window.press("Delete it").await;
    window.sees("This version is deleted").await;
    window.sees_no_more("and rain").await;
    window.back().await;
    window.sees("Earlier versions (1)").await;
    assert_eq!(words(&window).await, CANARY, "the page itself stays");

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

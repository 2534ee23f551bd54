//! From a page into life, in the real window: a sentence becomes a step, is looked at again, and is on the page for the
//! next session; a practice with its bell and its log; a calm view that keeps still for who wants no motion.

use crate::{
    driver::{Phone, Running},
    looks::{DARK, LARGE, LIGHT, Look},
};
use fantoccini::Locator;
use serde_json::{Value, json};
use std::fs;

const CANARY: &str = "the bittern stood quite still";

/// A page of the journal with three sentences.
async fn a_page(window: &Running) {
    window.sees("Arrive").await;
    window.press("Journal").await;
    window.press("Write").await;
    window.types("Your words", &format!("It rained a lot. Then {CANARY}. I was not alone.")).await;
    // Words are saved while they are typed; the page offers to mark them once they are.
    window.sees("Read and mark").await;
}

async fn marks_one(window: &Running) {
    window.press("Read and mark").await;
    window.sees("Select words and press Keep as an insight.").await;
    window.press("Mark whole sentences from a list").await;
    window.pick(&format!("Then {CANARY}.")).await;
    let marked = "return document.querySelectorAll('.passage :checked').length;";
    sees_true(window, marked, 1).await;
}

/// Waits until the script answers this number.
async fn sees_true(window: &Running, script: &str, number: u32) {
    for _ in 0..600 {
        if window.client.execute(script, Vec::new()).await.unwrap() == json!(number) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("{script} never answered {number}");
}

/// Chooses the second day of the list, which is today or later.
async fn chooses_tomorrow(window: &Running) {
    window.client.wait().for_element(Locator::Id("step-day")).await.unwrap();
    let choose = "const list = document.getElementById('step-day');
        list.selectedIndex = 2;
        list.dispatchEvent(new Event('change', { bubbles: true }));";
    window.client.execute(choose, Vec::new()).await.unwrap();
    window.sees("No reminder").await;
}

#[tokio::test]
async fn a_sentence_becomes_a_step_and_is_on_the_page_for_the_next_session() {
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    a_page(&window).await;
    marks_one(&window).await;
    window.press("Back to the page").await;
    window.sees("What matters to me").await;
    window.press("Make it a small step").await;
    window.sees(&format!("Then {CANARY}.")).await;
    window.press("Keep this step").await;
    window.sees("Write both parts of the sentence first.").await;
    window.types("When", "I hear the rain").await;
    window.types("I will", "stand still for a minute").await;
    window.sees("When I hear the rain, I will stand still for a minute.").await;
    chooses_tomorrow(&window).await;
    // A look elsewhere loses nothing.
    window.press("Help").await;
    window.sees("In danger right now").await;
    window.back().await;
    window.sees("When I hear the rain, I will stand still for a minute.").await;
    window.pick("Remind me").await;
    window.press("Keep this step").await;
    window.sees("Write the time here, too.").await;
    window.pick("No reminder").await;
    window.press("Keep this step").await;
    window.sees("Your step is kept.").await;

    window.press("Journal").await;
    window.press_beginning("Small steps").await;
    window.press("Look at it").await;
    window.press("Make it smaller").await;
    window.types_instead("I will", "stand still").await;
    window.press("Keep this step").await;
    window.sees("The step is changed").await;
    window.sees("When I hear the rain, I will stand still.").await;
    window.press("Undo").await;
    window.sees("stand still for a minute.").await;
    window.press("Look at it").await;
    window.press("It is done").await;
    window.sees("The step is done").await;
    window.sees("No step yet.").await;

    window.press_beginning("When I hear the rain").await;
    window.press("Keep for my next session").await;
    window.press("Journal").await;
    window.press_beginning("For my next session").await;
    window.sees("When I hear the rain, I will stand still for a minute.").await;
    window.sees("Integration session").await;
    window.press("Add something").await;
    window.sees(&format!("Then {CANARY}.")).await;
    window.press("Keep it for my next session").await;
    window.sees("What matters to me").await;
    assert!(phone.keeps_secret(CANARY));
    window.kill();

    let window = phone.start(&[], &[]).await;
    window.sees("Arrive").await;
    window.press("Journal").await;
    window.press_beginning("For my next session").await;
    window.sees(&format!("Then {CANARY}.")).await;
    window.sees("I will stand still for a minute.").await;
}

/// Counts what the page's script sends to the loudspeaker, instead of hearing it.
const LISTEN: &str = "window.tones = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...when) { window.tones += 1; return start.apply(this, when); };";
const TONES: &str = "return window.tones;";

#[tokio::test]
async fn a_bell_rings_at_the_start_and_what_helped_is_kept_and_can_come_back() {
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    window.sees("Arrive").await;
    window.client.execute(LISTEN, Vec::new()).await.unwrap();
    window.press("Journal").await;
    window.press_beginning("Things to try").await;
    window.press_beginning("Sit still with a bell").await;
    window.press("Start the timer").await;
    window.sees("3 minutes left").await;
    sees_true(&window, TONES, 3).await;
    // It goes on while one looks elsewhere.
    window.press("Today").await;
    window.sees("Arrive").await;
    window.press("Journal").await;
    window.press_beginning("Things to try").await;
    window.press_beginning("Sit still with a bell").await;
    window.press("Stop the timer").await;
    window.pick("Off").await;
    window.press("Start the timer").await;
    window.sees("minutes left").await;
    assert_eq!(
        window.client.execute(TONES, Vec::new()).await.unwrap(),
        json!(3),
        "without a bell it is silent"
    );
    // What the app puts into the page at the end of a sitting rings as well.
    let end = "const bell = document.createElement('span'); bell.dataset.bell = '0.12'; bell.hidden = true;
        document.querySelector('.view').append(bell); bell.remove();";
    window.client.execute(end, Vec::new()).await.unwrap();
    sees_true(&window, TONES, 6).await;
    window.press("Stop the timer").await;

    window.press("What helped?").await;
    window.types("One line, if you like", CANARY).await;
    window.back().await;
    window.press_beginning("Sit still with a bell").await;
    window.press("Add to my log").await;
    window.sees("Added to your log").await;
    window.sees("What helped before").await;
    window.sees(CANARY).await;
    window.back().await;
    window.sees("Your own log").await;
    window.press("Remove").await;
    window.sees_no_more(CANARY).await;
    window.press("Undo").await;
    window.sees(CANARY).await;
    assert!(phone.keeps_secret(CANARY));
}

/// Opens the calm view on a phone whose owner wants motion, or none; answers how many things move.
async fn moving(still: bool) -> Value {
    let phone = Phone::new();
    let settings = phone.home().join("config/gtk-3.0");
    fs::create_dir_all(&settings).unwrap();
    fs::write(settings.join("settings.ini"), format!("[Settings]\ngtk-enable-animations={}\n", !still))
        .unwrap();
    let window = phone.start(&["--practice"], &[]).await;
    window.sees("Arrive").await;
    let query = "(prefers-reduced-motion: reduce)";
    assert_eq!(window.matches(query).await, still, "the page knows what its owner wants");
    window.press("Journal").await;
    window.press_beginning("Things to try").await;
    window.press_beginning("A calm view").await;
    window.press("Open the view").await;
    window.sees("Back").await;
    let count = "return document.querySelector('.calm-view').getAnimations({ subtree: true }).length;";
    let moving = window.client.execute(count, Vec::new()).await.unwrap();
    if still {
        window.is_accessible().await;
        window.picture("calm-view-still").await;
    }
    window.press("Back").await;
    window.sees("Open the view").await;
    moving
}

#[tokio::test]
async fn the_calm_view_keeps_still_for_who_wants_no_motion() {
    assert_eq!(moving(true).await, json!(0));
    assert!(moving(false).await.as_u64().unwrap() > 3, "for others the light wanders");
}

/// Every screen of this part, measured and kept as a picture.
async fn looked_at(look: Look) {
    let phone = Phone::new();
    let window = look.at(&phone, &["--practice"], &[]).await;
    a_page(&window).await;
    marks_one(&window).await;
    look.of(&window, "mark").await;
    window.press("Back to the page").await;
    window.sees("Make it a small step").await;
    bring_up(&window, "insights").await;
    look.of(&window, "carry-page").await;
    window.press("Make it a small step").await;
    window.types("When", "I hear the rain").await;
    window.types("I will", "stand still for a minute").await;
    chooses_tomorrow(&window).await;
    look.of(&window, "step-new").await;
    bring_up(&window, "step-day").await;
    look.of(&window, "step-new-end").await;
    window.press("Keep this step").await;
    window.sees("Your step is kept.").await;
    window.press("Journal").await;
    bring_up(&window, "carry").await;
    window.sees("For day-to-day life").await;
    look.of(&window, "journal-carry").await;
    window.press_beginning("Small steps").await;
    window.sees("One small step at a time is enough.").await;
    look.of(&window, "steps").await;
    window.press("Look at it").await;
    window.sees("No choice is better than another.").await;
    look.of(&window, "step-review").await;
    window.press("Make it smaller").await;
    window.sees("One small thing.").await;
    look.of(&window, "step-shrink").await;
    window.press("Keep this step").await;
    window.press("Look at it").await;
    window.press("Keep for my next session").await;

    window.press("Journal").await;
    window.press_beginning("Things to try").await;
    window.sees("There is no goal here.").await;
    look.of(&window, "practices").await;
    window.press_beginning("Sit still with a bell").await;
    window.sees("How long?").await;
    look.of(&window, "practice-sit").await;
    window.press("Start the timer").await;
    window.sees("Until").await;
    look.of(&window, "practice-sitting").await;
    window.press("Stop the timer").await;
    window.press("What helped?").await;
    window.types("One line, if you like", "Counting my breath, slowly").await;
    window.press("Add to my log").await;
    window.sees("What helped before").await;
    window.back().await;
    bring_up(&window, "practised").await;
    look.of(&window, "practices-log").await;
    window.press_beginning("VR at your clinic").await;
    window.sees("You wear a headset").await;
    look.of(&window, "practice-vr").await;
    window.back().await;
    window.press_beginning("A calm view").await;
    window.press("Open the view").await;
    window.sees("Back").await;
    // The light needs minutes for its way, and a picture cannot wait for its end.
    let stop = "document.getAnimations().forEach(one => one.cancel());";
    window.client.execute(stop, Vec::new()).await.unwrap();
    look.of(&window, "calm-view").await;
    window.press("Back").await;

    window.press("Journal").await;
    window.press_beginning("For my next session").await;
    window.press("Add something").await;
    window.sees("Nothing on this page is shared by itself.").await;
    look.of(&window, "for-session").await;
}

/// Scrolls so far that this stands at the top.
async fn bring_up(window: &Running, id: &str) {
    window.client.wait().for_element(Locator::Id(id)).await.unwrap();
    let there = format!("document.getElementById('{id}').scrollIntoView({{block: 'start'}});");
    window.client.execute(&there, Vec::new()).await.unwrap();
}

#[tokio::test]
async fn carrying_in_the_light() {
    looked_at(LIGHT).await;
}

#[tokio::test]
async fn carrying_in_the_dark() {
    looked_at(DARK).await;
}

#[tokio::test]
async fn carrying_narrow_with_large_text() {
    looked_at(LARGE).await;
}

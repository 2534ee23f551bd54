//! Check-ins in full and side effects, in the window: three presses by keyboard alone, more for who wants it, a change that
//! keeps what was there, another time, and a side effect from its beginning to its end.

use crate::{
    driver::{Phone, Running},
    keyboard::RIGHT,
    looks::{DARK, LARGE, LIGHT, Look},
};
use cairn::platform::zone::{LocalZone, SystemZone};
use chrono::Utc;
use fantoccini::Locator;
use serde_json::Value;

const CANARY: &str = "heron over the reeds";

impl Running {
    /// Chooses from the list with this id, once it is there, as the list's own window does.
    async fn selects(&self, id: &str, value: &str) {
        self.client.wait().for_element(Locator::Id(id)).await.unwrap();
        let choose = "const list = document.getElementById(arguments[0]);
            list.value = arguments[1];
            list.dispatchEvent(new Event('change', { bubbles: true }));
            return list.value;";
        let chosen = self.client.execute(choose, vec![Value::from(id), Value::from(value)]).await.unwrap();
        assert_eq!(chosen.as_str(), Some(value));
    }

    /// Writes a clock time as the field's own editor does: whole, and told of at once.
    async fn writes_time(&self, id: &str, time: &str) {
        self.client.wait().for_element(Locator::Id(id)).await.unwrap();
        let write = "const field = document.getElementById(arguments[0]);
            field.value = arguments[1];
            field.dispatchEvent(new Event('input', { bubbles: true }));
            return field.value;";
        let written = self.client.execute(write, vec![Value::from(id), Value::from(time)]).await.unwrap();
        assert_eq!(written.as_str(), Some(time));
    }
}

#[tokio::test]
async fn three_presses_and_no_pointer() {
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    window.sees("Arrive").await;
    window.press("Check-in").await;
    window.sees("Add more, if you like").await;
    // A radio group is one stop; the space bar takes the number, an arrow the next one.
    window.tabs_to("at.name === 'mood'").await;
    window.key(" ").await;
    window.key(RIGHT).await;
    window.tabs_to("at.name === 'anxiety'").await;
    window.key(" ").await;
    window.enters("Save").await;
    window.sees("Check-in saved").await;
    window.sees("Mood 1").await;
    window.sees("Anxiety 0").await;
}

#[tokio::test]
async fn changed_with_all_it_can_hold_and_looked_back_at_after_a_kill() {
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    window.sees("Arrive").await;
    window.press("Check-in").await;
    window.choose("Your mood", 6).await;
    window.choose("Your anxiety", 3).await;
    window.press("Save").await;
    window.sees("Check-in saved").await;

    window.press("Check-in").await;
    window.press("Earlier check-ins").await;
    window.press("See or change it").await;
    window.press("Change it").await;
    window.sees("Change your check-in").await;
    window.choose("Your mood", 2).await;
    window.press("Add more, if you like").await;
    window.pick("Calm").await;
    window.types("A word of your own", CANARY).await;
    window.press("Add it").await;
    window.pick("Another time").await;
    window.selects("when-day", &yesterday()).await;
    window.press("Save").await;
    window.sees("Write the time here, too.").await;
    window.writes_time("when-time", "07:05").await;
    window.sees_no_more("Write the time here, too.").await;
    window.selects("sleep-hours", "7").await;
    window.selects("sleep-minutes", "30").await;
    window.press("Save").await;
    window.sees("Your change is saved").await;
    window.sees("How it was before").await;
    window.kill();

    let window = phone.start(&[], &[]).await;
    window.sees("Arrive").await;
    window.press("Check-in").await;
    window.press("Earlier check-ins").await;
    for part in ["7:05 am yesterday", "Mood 2", "Calm", CANARY, "Sleep: 7 h 30 min", "Changed"] {
        window.sees(part).await;
    }
    window.press("See or change it").await;
    window.sees("Mood 6").await;
    assert!(phone.keeps_secret(CANARY));

    window.press("Remove it").await;
    window.sees("Nothing here yet").await;
    window.press("Undo").await;
    window.sees(CANARY).await;
    window.press("See or change it").await;
    window.sees("Mood 6").await;
}

#[tokio::test]
async fn half_filled_in_and_left_it_is_open_where_it_was() {
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    window.sees("Arrive").await;
    window.press("Check-in").await;
    window.press("Add more, if you like").await;
    window.pick("Tired").await;
    window.types("A word of your own", CANARY).await;
    window.press("Journey").await;
    window.sees("You are here").await;
    window.press("Check-in").await;
    window.sees("How do you feel?").await;
    let chosen = "return [...document.querySelectorAll('.choices input:checked')]
        .map(input => input.parentElement.textContent.trim()).join()
        + '|' + document.getElementById('own-feeling').value;";
    let left = window.client.execute(chosen, Vec::new()).await.unwrap();
    assert_eq!(left.as_str(), Some(format!("Tired,Now|{CANARY}").as_str()));
}

impl Look {
    /// The check-in in full, and the log from empty to a history.
    async fn measuring(self) {
        let phone = Phone::new();
        let window = self.at(&phone, &["--practice"], &[]).await;
        window.sees("Arrive").await;
        window.press("Check-in").await;
        window.sees("Add more, if you like").await;
        self.of(&window, "measure-check-in").await;
        window.choose("Your mood", 6).await;
        window.choose("Your anxiety", 3).await;
        window.press("Add more, if you like").await;
        window.pick("Calm").await;
        window.types("A word of your own", "Like after rain").await;
        window.press("Add it").await;
        window.pick("Another time").await;
        window.writes_time("when-time", "00:00").await;
        self.of(&window, "measure-check-in-more").await;
        window.press("Save").await;
        window.sees("Check-in saved").await;
        window.press("Check-in").await;
        window.press("Earlier check-ins").await;
        window.sees("Like after rain").await;
        self.of(&window, "measure-check-ins").await;
        window.press("See or change it").await;
        window.sees("Remove it").await;
        self.of(&window, "measure-one-check-in").await;

        window.press("More").await;
        window.press("Open side effects").await;
        window.sees("What do you notice?").await;
        self.of(&window, "measure-side-effects").await;
        // The page grows when the news at its foot goes, and nobody taps within that blink.
        window.sees_no_more("Check-in saved").await;
        window.pick("Passing urine").await;
        window.sees("Which part of it?").await;
        window.enters("Save").await;
        window.sees("Choose one here, too.").await;
        window.pick("I have to go often").await;
        window.pick("Quite a lot").await;
        self.of(&window, "measure-side-effects-form").await;
        window.enters("Save").await;
        window.sees("Still there").await;
        window.sees("Side effect saved").await;
        self.of(&window, "measure-still-there").await;
        window.press("Very strong").await;
        window.press("It is over").await;
        window.sees("Noted: it is over").await;
        window.sees_no_more("Still there").await;
        window.press("Undo").await;
        window.sees("Still there").await;
        window.press("It is over").await;
        window.sees_no_more("Still there").await;
        window.press("More").await;
        window.press("Open side effects").await;
        window.sees("Passing urine").await;
        self.whole(&window, "measure-side-effects-whole").await;
        window.press("See when to call").await;
        window.sees("In danger right now").await;
    }

    /// All of a page at once, for a person to look at.
    async fn whole(self, window: &Running, name: &str) {
        let (width, height) = window.client.get_window_size().await.unwrap();
        let all = "return document.querySelector('.view').scrollHeight + 300;";
        let tall = window.client.execute(all, Vec::new()).await.unwrap().as_u64().unwrap();
        window
            .client
            .set_window_size(u32::try_from(width).unwrap(), u32::try_from(tall).unwrap())
            .await
            .unwrap();
        self.of(window, name).await;
        window
            .client
            .set_window_size(u32::try_from(width).unwrap(), u32::try_from(height).unwrap())
            .await
            .unwrap();
    }
}

/// The day before today in the phone's zone, as the list of days has it.
fn yesterday() -> String {
    let today = Utc::now().with_timezone(&SystemZone.zone()).date_naive();
    today.pred_opt().unwrap().to_string()
}

#[tokio::test]
async fn light_measuring() {
    LIGHT.measuring().await;
}

#[tokio::test]
async fn dark_measuring() {
    DARK.measuring().await;
}

#[tokio::test]
async fn narrow_with_large_text_measuring() {
    LARGE.measuring().await;
}

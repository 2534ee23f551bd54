//! A timer for sitting still: it ends at an instant of the clock, so a phone that slept meanwhile is not late.

use super::Button;
use crate::ui::{here::use_here, when};
use chrono::{DateTime, TimeDelta, Utc};
use dioxus::{core::Task, prelude::*};
use std::time::Duration;

/// How long one may sit, in minutes.
const CHOICES: [i64; 4] = [3, 5, 10, 15];
const BEAT: Duration = Duration::from_millis(500);

/// Where the timer stands.
#[derive(Clone, Copy, PartialEq)]
enum Sitting {
    No,
    Until(DateTime<Utc>, i64),
    Over,
}

/// Choose how long, start, and be told at the end.
#[component]
pub fn QuietTimer(
    /// What time it is, asked at every beat.
    clock: Callback<(), DateTime<Utc>>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let mut minutes = use_signal(|| CHOICES.first().copied().unwrap_or_default());
    let mut sitting = use_signal(|| Sitting::No);
    let mut running = use_signal(|| None::<Task>);
    let start = move |()| {
        let until = clock.call(()) + TimeDelta::minutes(*minutes.peek());
        running.set(Some(spawn(async move {
            loop {
                let left = until - clock.call(());
                if left <= TimeDelta::zero() {
                    break;
                }
                // Whole minutes, so that the page is drawn anew once a minute and no more.
                let state = Sitting::Until(until, (left.num_seconds() + 59) / 60);
                if *sitting.peek() != state {
                    sitting.set(state);
                }
                tokio::time::sleep(BEAT).await;
            }
            sitting.set(Sitting::Over);
        })));
    };
    let stop = move |()| {
        if let Some(task) = running.take() {
            task.cancel();
        }
        sitting.set(Sitting::No);
    };
    rsx! {
        if let Sitting::Until(until, left) = sitting() {
            div { class: "stack close",
                p { class: "when",
                    {words.with("timer-until", [("time", when::time(words, until.with_timezone(&here.zone).time()).into())])}
                }
                p { class: "soft", {words.with("timer-left", [("count", left.into())])} }
            }
            Button { label: words.get("timer-stop"), on_press: stop }
        } else {
            // A fieldset is laid out anew by WebKit when something below it is pressed, and slips from under the finger.
            div { class: "stack close", role: "radiogroup", "aria-labelledby": "how-long",
                p { id: "how-long", class: "label", {words.get("timer-how-long")} }
                div { class: "choices minutes",
                    for choice in CHOICES {
                        label { key: "{choice}",
                            input {
                                r#type: "radio",
                                name: "minutes",
                                value: "{choice}",
                                checked: minutes() == choice,
                                onchange: move |_| minutes.set(choice),
                            }
                            {words.with("timer-minutes", [("count", choice.into())])}
                        }
                    }
                }
            }
            Button { label: words.get("timer-start"), on_press: start }
        }
        p { class: "label", role: "status",
            if sitting() == Sitting::Over {
                {words.get("timer-over")}
            }
        }
    }
}

//! A timer for sitting still, with a bell at both ends: it ends at an instant of the clock, so a phone that slept
//! meanwhile is not late, and it goes on while one looks elsewhere.

use super::Button;
use crate::{
    care::journal::Sitting,
    ui::{
        carrying::{Bell, Still},
        here::{use_here, use_shell},
        when,
        words::Key,
    },
};
use chrono::{DateTime, Utc};
use dioxus::prelude::*;

/// How long one may sit, in minutes.
const CHOICES: [u32; 5] = [3, 5, 10, 15, 20];
const BELLS: [(Bell, Key); 3] =
    [(Bell::Off, Key("bell-off")), (Bell::Soft, Key("bell-soft")), (Bell::Clear, Key("bell-clear"))];

/// Choose how long, start, and be told at the end.
#[component]
pub fn QuietTimer(
    /// What time it is, asked at the start.
    clock: Callback<(), DateTime<Utc>>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let mut draft = use_shell().draft;
    let still = use_memo(move || draft.read().carrying.still);
    let at = |sitting: Sitting| when::time(words, sitting.until.with_timezone(&here.zone).time());
    let running = match still() {
        Still::Sitting(sitting) => Some(sitting),
        Still::No | Still::Over(_) => None,
    };
    rsx! {
        if let Some(sitting) = running {
            div { class: "stack close",
                p { class: "when", {words.with("timer-until", [("time", at(sitting).into())])} }
                if let Some(left) = sitting.left(here.now) {
                    p { class: "soft", {words.with("timer-left", [("count", left.into())])} }
                }
            }
            Button {
                label: words.get("timer-stop"),
                on_press: move |()| draft.write().carrying.still = Still::No,
            }
        } else {
            Start { clock, first: still() == Still::No }
        }
        p { class: "label", role: "status",
            if let Still::Over(sitting) = still() {
                {words.get("timer-over")}
                " "
                {words.with("timer-was-over", [("time", here.stamp(sitting.until).into())])}
            }
        }
    }
}

/// How long, how loud, and the button to start.
#[component]
fn Start(
    clock: Callback<(), DateTime<Utc>>,
    /// Nobody has sat yet: it is the one thing to do here.
    first: bool,
) -> Element {
    let words = use_here().words();
    let mut draft = use_shell().draft;
    let mut minutes = use_signal(|| CHOICES.first().copied().unwrap_or_default());
    let bell = use_memo(move || draft.read().carrying.bell);
    rsx! {
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
        div { class: "stack close", role: "radiogroup", "aria-labelledby": "which-bell",
            p { id: "which-bell", class: "label", {words.get("bell")} }
            div { class: "choices minutes",
                for (choice, name) in BELLS {
                    label { key: "{name.0}",
                        input {
                            r#type: "radio",
                            name: "bell",
                            value: "{name.0}",
                            checked: bell() == choice,
                            onchange: move |_| draft.write().carrying.bell = choice,
                        }
                        {words.say(name)}
                    }
                }
            }
        }
        button {
            r#type: "button",
            class: if first { "button first" } else { "button" },
            // The page's own script rings: only what a press began may make a sound.
            "data-rings": bell().loudness(),
            onclick: move |_| {
                let sitting = Sitting::begin(clock.call(()), *minutes.peek());
                draft.write().carrying.still = Still::Sitting(sitting);
            },
            {words.get("timer-start")}
        }
    }
}

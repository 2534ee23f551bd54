//! A pacer for slow breathing, by a word and by a shape; without motion and without sight the word is enough.

use super::{Button, Tone};
use crate::ui::{here::use_words, words::Key};
use dioxus::{core::Task, prelude::*};
use std::time::Duration;

/// Box breathing, each step as long as the others (protocol.md, `breathing`: [S4] box breathing).
const STEPS: [(&str, Key); 4] = [
    ("in", Key("breathe-in")),
    ("hold", Key("breathe-hold")),
    ("out", Key("breathe-out")),
    ("rest", Key("breathe-rest")),
];
/// How many seconds a step takes.
const SECONDS: usize = 4;

/// Starts and stops when the patient likes.
#[component]
pub fn Pacer(
    /// Begins in this step, standing still.
    #[props(default)]
    at: Option<usize>,
) -> Element {
    let words = use_words();
    // The step, and how many seconds of it are left.
    let mut now = use_signal(move || at.map(|step| (step, SECONDS)));
    let mut running = use_signal(|| None::<Task>);
    let start = move |()| {
        running.set(Some(spawn(async move {
            for step in (0..STEPS.len()).cycle() {
                for left in (1..=SECONDS).rev() {
                    now.set(Some((step, left)));
                    tokio::time::sleep(Duration::from_secs(1)).await;
                }
            }
        })));
    };
    let stop = move |()| {
        if let Some(task) = running.take() {
            task.cancel();
        }
        now.set(None);
    };
    let step = now().and_then(|(step, left)| STEPS.get(step).map(|(name, word)| (*name, *word, left)));
    rsx! {
        div { class: "pacer", "data-step": step.map_or("still", |(name, ..)| name),
            div { class: "round", "aria-hidden": "true",
                span { class: "breath" }
                if let Some((.., left)) = step {
                    span { class: "count", "{left}" }
                }
            }
            // One or two words every four seconds, said when the reader has nothing else to say.
            p { class: "word", role: "status",
                if let Some((_, word, _)) = step {
                    {words.say(word)}
                }
            }
            if step.is_some() {
                Button { label: words.get("breathing-stop"), on_press: stop }
            } else {
                Button { tone: Tone::Plain, label: words.get("breathing-start"), on_press: start }
            }
        }
    }
}

//! Centering: breathing, a quiet timer, the sentence to carry in, and what settled the patient before.

use crate::{
    app::read::Centering,
    care::{Id, Private},
    ui::{
        here::use_words,
        parts::{Button, Frame, Pacer, QuietTimer, Tone, VitalsList},
    },
};
use chrono::{DateTime, Utc};
use dioxus::prelude::*;

/// A few words are enough here, and an event that carries much more does not get from the page to the app.
const MOST_WORDS: usize = 500;

/// A quiet while before the session.
#[component]
pub fn CenteringPage(
    model: Centering,
    clock: Callback<(), DateTime<Utc>>,
    /// Words to be kept for next time.
    on_settled: EventHandler<Private>,
    on_forget: EventHandler<Id>,
    /// The step the pacer begins in, standing still.
    #[props(default)]
    breath: Option<usize>,
) -> Element {
    let words = use_words();
    let mut typed = use_signal(String::new);
    // A new field for each time, since one is never written back.
    let mut kept = use_signal(|| 0_usize);
    rsx! {
        Frame { title: words.get("centering"),
            p { class: "lead", {words.get("centering-lead")} }
            if let Some(intention) = model.intention {
                section { class: "card", "aria-labelledby": "sentence",
                    h2 { id: "sentence", class: "kicker", {words.get("my-sentence")} }
                    p { class: "own-words sentence", "{intention.reveal()}" }
                }
            }
            section { class: "stack", "aria-labelledby": "breathing",
                h2 { id: "breathing", {words.get("breathing")} }
                p { class: "soft", {words.get("breathing-lead")} }
                Pacer { at: breath }
            }
            section { class: "stack", "aria-labelledby": "timer",
                h2 { id: "timer", {words.get("timer")} }
                p { class: "soft", {words.get("timer-lead")} }
                QuietTimer { clock }
            }
            section { class: "stack close", "aria-labelledby": "vr",
                h2 { id: "vr", {words.get("vr")} }
                p { {words.get("vr-about")} }
            }
            VitalsList { lines: model.vitals }
            section { class: "stack", "aria-labelledby": "settled",
                h2 { id: "settled", {words.get("settled")} }
                p { class: "soft", {words.get("settled-lead")} }
                if !model.settled.is_empty() {
                    ul { class: "lines",
                        for line in model.settled {
                            li { key: "{line.id}", class: "settled",
                                p { class: "own-words", "{line.words.reveal()}" }
                                Button {
                                    tone: Tone::Quiet,
                                    label: words.get("settled-remove"),
                                    on_press: move |()| on_forget.call(line.id.clone()),
                                }
                            }
                        }
                    }
                }
                for time in [kept()] {
                    div { class: "field", key: "{time}",
                        label { r#for: "settled-words", {words.get("settled-words")} }
                        textarea {
                            id: "settled-words",
                            rows: "2",
                            maxlength: "{MOST_WORDS}",
                            initial_value: "",
                            oninput: move |event| typed.set(event.value()),
                        }
                    }
                }
                Button {
                    wide: true,
                    label: words.get("settled-keep"),
                    on_press: move |()| {
                        let words = Private::new(typed.take());
                        if !words.is_blank() {
                            kept += 1;
                            on_settled.call(words);
                        }
                    },
                }
            }
        }
    }
}

//! What a check-in says, the same wherever it is shown.

use crate::{
    care::{CheckIn, Feeling, Listed, Sleep},
    ui::{
        here::use_words,
        words::{Key, Words},
    },
};
use dioxus::prelude::*;

/// The numbers, the feelings, the sleep and the patient's own words.
#[component]
pub fn CheckInFacts(made: CheckIn) -> Element {
    let words = use_words();
    let feelings: Vec<_> = made.feelings.iter().map(|feeling| feeling_words(words, feeling)).collect();
    rsx! {
        p { class: "scores",
            span { {words.get("mood")} " " b { "{made.mood.value()}" } }
            span { {words.get("anxiety")} " " b { "{made.anxiety.value()}" } }
        }
        if !feelings.is_empty() {
            ul { class: "felt", "aria-label": words.get("feelings"),
                for (at, feeling) in feelings.into_iter().enumerate() {
                    li { key: "{at}", "{feeling}" }
                }
            }
        }
        if let Some(sleep) = made.sleep {
            p { {sleep_words(words, sleep)} }
        }
        if let Some(written) = &made.words {
            p { class: "own-words", "{written.reveal()}" }
        }
    }
}

/// How long somebody slept.
#[must_use]
pub fn sleep_words(words: Words, sleep: Sleep) -> String {
    let gaps = [("hours", sleep.hours().into()), ("minutes", sleep.minutes().into())];
    if sleep.minutes() == 0 {
        words.with("slept-hours", [("hours", sleep.hours().into())])
    } else {
        words.with("slept", gaps)
    }
}

/// A feeling in the language of the screen; the patient's own as it was written.
#[must_use]
pub fn feeling_words(words: Words, feeling: &Feeling) -> String {
    match feeling {
        Feeling::Own(own) => own.reveal().to_owned(),
        Feeling::Listed(listed) => words.say(match listed {
            Listed::Calm => Key("feeling-calm"),
            Listed::Content => Key("feeling-content"),
            Listed::Glad => Key("feeling-glad"),
            Listed::Hopeful => Key("feeling-hopeful"),
            Listed::Grateful => Key("feeling-grateful"),
            Listed::Connected => Key("feeling-connected"),
            Listed::Curious => Key("feeling-curious"),
            Listed::Strong => Key("feeling-strong"),
            Listed::Tired => Key("feeling-tired"),
            Listed::Sad => Key("feeling-sad"),
            Listed::Worried => Key("feeling-worried"),
            Listed::Tense => Key("feeling-tense"),
            Listed::Restless => Key("feeling-restless"),
            Listed::Annoyed => Key("feeling-annoyed"),
            Listed::Lonely => Key("feeling-lonely"),
            Listed::Numb => Key("feeling-numb"),
        }),
    }
}

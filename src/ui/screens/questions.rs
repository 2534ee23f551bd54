//! The questions of the morning: an answer the clinic should hear of leads to its number, and no answer to advice.

use crate::{
    app::read::{HelpNumber, Questions},
    care::{ClockTime, Question, Readiness},
    ui::{
        here::{Here, use_here, use_shell},
        parts::{Button, Frame, Note, Numbers, Tone},
        when,
        words::{Key, Words},
    },
};
use dioxus::prelude::*;

/// One short list, each with yes and no.
#[component]
pub fn QuestionsPage(model: Questions, on_answer: EventHandler<(Question, bool)>) -> Element {
    let shell = use_shell();
    let here = use_here();
    let words = here.words();
    rsx! {
        Frame { title: words.get("readiness-title"),
            p { {words.get("readiness-lead")} }
            for (question, answer) in model.lines.clone() {
                YesOrNo {
                    key: "{question.name()}",
                    question,
                    asked: asked(here, &model, question),
                    answer,
                    number: model.numbers.first().cloned(),
                    on_answer,
                }
            }
            for (question, from) in model.later.clone() {
                if let Some(said) = asked_later(here, question, from) {
                    p { key: "{question.name()}-later", class: "soft", "{said}" }
                    if model.zone_differs {
                        p { key: "{question.name()}-clock", class: "small soft", {city(words, from)} }
                    }
                }
            }
            // It stands there from the start, or a screen reader would not notice it filled.
            div { class: "stack last", role: "status",
                match &model.outcome {
                    Readiness::Open(count) => rsx! {
                        p { class: "soft", {words.with("questions-left", [("count", (*count).into())])} }
                    },
                    Readiness::Call(_) => rsx! {
                        Note { warm: true, head: words.get("call-us"),
                            p { {words.get("call-us-lead")} }
                        }
                        if model.numbers.is_empty() {
                            p { {words.get("no-clinic-number")} }
                        }
                        Numbers { numbers: model.numbers, urgent: false }
                    },
                    Readiness::Kept => rsx! {
                        Note { head: words.get("answers-kept"),
                            p { {words.get("clinic-decides")} }
                        }
                        Button {
                            tone: Tone::First,
                            wide: true,
                            label: words.get("back-to-session"),
                            on_press: move |()| shell.way.back(),
                        }
                    },
                }
            }
        }
    }
}

/// The question in words, and what is to be kept in mind with it.
fn asked(here: Here, model: &Questions, question: Question) -> (String, Option<String>) {
    let words = here.words();
    let hinted = |at: Option<ClockTime>, hint: Option<Key>| {
        let clock = at.filter(|_| model.zone_differs).map(|at| city(words, at));
        let hints: Vec<_> = hint.map(|hint| words.say(hint)).into_iter().chain(clock).collect();
        (!hints.is_empty()).then(|| hints.join(" "))
    };
    let timed = |at: Option<ClockTime>, known: fn(Words, String) -> String, unknown: Key| match at {
        Some(at) => known(words, when::exact_clock(words, at, here.today())),
        None => words.say(unknown),
    };
    match question {
        Question::Ate => {
            let known = |words: Words, when: String| words.with("ask-ate", [("when", when.into())]);
            (timed(model.last_food, known, Key("ask-ate-unknown")), hinted(model.last_food, None))
        }
        Question::Drank => {
            let known = |words: Words, when: String| words.with("ask-drank", [("when", when.into())]);
            let hint = hinted(model.last_drink, Some(Key("ask-drank-hint")));
            (timed(model.last_drink, known, Key("ask-drank-unknown")), hint)
        }
        Question::DriverSet => (words.get("ask-driver"), None),
        Question::NewMedicine => (words.get("ask-medicine"), None),
        Question::Unwell => (words.get("ask-unwell"), None),
    }
}

/// Whose clock it is.
fn city(words: Words, at: ClockTime) -> String {
    words.with("clinic-clock", [("city", when::zone_name(at.zone).into())])
}

/// From when on a question is asked that nobody could answer before.
fn asked_later(here: Here, question: Question, from: ClockTime) -> Option<String> {
    let words = here.words();
    let key = match question {
        Question::Ate => Key("ask-ate-later"),
        Question::Drank => Key("ask-drank-later"),
        Question::DriverSet | Question::NewMedicine | Question::Unwell => return None,
    };
    Some(words.with(key.0, [("when", when::exact_clock(words, from, here.today()).into())]))
}

#[component]
fn YesOrNo(
    question: Question,
    asked: (String, Option<String>),
    answer: Option<bool>,
    /// The clinic's first number.
    number: Option<HelpNumber>,
    on_answer: EventHandler<(Question, bool)>,
) -> Element {
    let words = use_here().words();
    let unmet = answer.is_some_and(|yes| question.is_unmet_by(yes));
    let name = question.name();
    let (asked, hint) = asked;
    rsx! {
        fieldset { class: "yes-no", "aria-describedby": hint.as_ref().map(|_| format!("{name}-hint")),
            legend { "{asked}" }
            if let Some(hint) = &hint {
                p { id: "{name}-hint", class: "small soft", "{hint}" }
            }
            div { class: "two-ways",
                for (yes, label) in [(true, words.get("yes")), (false, words.get("no"))] {
                    button {
                        key: "{yes}",
                        r#type: "button",
                        class: "button",
                        "aria-pressed": if answer == Some(yes) { "true" } else { "false" },
                        onclick: move |_| on_answer.call((question, yes)),
                        "{label}"
                    }
                }
            }
            // At hand where the answer was given; said aloud once, at the end of the list.
            if unmet {
                Note { warm: true, head: words.get("call-us"),
                    Numbers { numbers: number.into_iter().collect::<Vec<_>>(), urgent: false }
                }
            }
        }
    }
}

#[cfg(test)]
#[path = "questions_tests.rs"]
mod tests;

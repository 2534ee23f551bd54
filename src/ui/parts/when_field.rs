//! "When was this?": now, or a day of the last two weeks and a clock time.

use crate::{
    care::backdate::{self, NotThen},
    ui::{
        half::{NoTime, When},
        here::use_here,
        when,
        words::Words,
    },
};
use chrono::{NaiveDate, NaiveTime};
use dioxus::prelude::*;

/// The question with its two answers, and the fields of the second.
#[component]
pub fn WhenField(
    /// Tells this group from the other ones on the screen.
    name: String,
    question: String,
    /// What the first answer is called: "Now", or the time as it was.
    kept: String,
    value: When,
    /// The patient wanted to save: what is missing is said.
    #[props(default)]
    asked: bool,
    on_choose: EventHandler<When>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let today = here.today();
    let (day, time) = match value {
        When::Kept => (today, None),
        When::Then { day, time } => (day, time),
    };
    let instant = value.instant(here.now, here.zone);
    // An empty field shows some time in grey, and looks as if it were set.
    let empty = !asked && matches!(instant, Err(NoTime::Missing));
    let mistake = match instant {
        Err(NoTime::Missing) if !asked => None,
        Err(why) => Some(mistake_words(words, why)),
        Ok(_) => None,
    };
    rsx! {
        fieldset { class: "part", role: "radiogroup", "aria-labelledby": "{name}-question",
            legend { id: "{name}-question", "{question}" }
            div { class: "choices",
                label {
                    input {
                        r#type: "radio",
                        name: "{name}",
                        value: "kept",
                        checked: value == When::Kept,
                        onchange: move |_| on_choose.call(When::Kept),
                    }
                    "{kept}"
                }
                label {
                    input {
                        r#type: "radio",
                        name: "{name}",
                        value: "then",
                        checked: value != When::Kept,
                        onchange: move |_| on_choose.call(When::Then { day: today, time: None }),
                    }
                    {words.get("another-time")}
                }
            }
            if value != When::Kept {
                div { class: "when-fields",
                    DayField {
                        id: "{name}-day",
                        value: day,
                        on_day: move |day| on_choose.call(When::Then { day, time }),
                    }
                    TimeField {
                        id: "{name}-time",
                        value: time,
                        on_time: move |time| on_choose.call(When::Then { day, time }),
                    }
                }
                if empty {
                    p { class: "small soft", {words.get("choose-a-time")} }
                }
                if let Some(mistake) = mistake {
                    p { class: "mistake", role: "alert", "{mistake}" }
                }
            }
        }
    }
}

#[component]
fn DayField(id: String, value: NaiveDate, on_day: EventHandler<NaiveDate>) -> Element {
    let here = use_here();
    let words = here.words();
    let name = |day| {
        let said = when::day_in_words(words, day, here.today());
        let mut letters = said.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    rsx! {
        div { class: "field",
            label { r#for: "{id}", {words.get("which-day")} }
            select {
                id: "{id}",
                onchange: move |event| {
                    if let Ok(day) = event.value().parse() {
                        on_day.call(day);
                    }
                },
                for day in backdate::days(here.now, here.zone) {
                    option { key: "{day}", value: "{day}", selected: day == value, {name(day)} }
                }
            }
        }
    }
}

/// A time of day, or none while it is none yet.
#[component]
fn TimeField(id: String, value: Option<NaiveTime>, on_time: EventHandler<Option<NaiveTime>>) -> Element {
    let words = use_here().words();
    // Given once, when the field appears: written back while somebody types, it would swallow digits.
    let before = use_hook(|| value.map_or_else(String::new, |time| time.format("%H:%M").to_string()));
    rsx! {
        div { class: "field",
            label { r#for: "{id}", {words.get("which-time")} }
            input {
                id: "{id}",
                r#type: "time",
                initial_value: "{before}",
                oninput: move |event| on_time.call(read_time(&event.value())),
            }
        }
    }
}

/// "21:30" as a time field gives it, also with seconds.
fn read_time(typed: &str) -> Option<NaiveTime> {
    let typed = typed.trim();
    ["%H:%M", "%H:%M:%S"].iter().find_map(|form| NaiveTime::parse_from_str(typed, form).ok())
}

fn mistake_words(words: Words, why: NoTime) -> String {
    match why {
        NoTime::Missing => words.get("choose-a-time"),
        NoTime::Not(NotThen::Future) => words.get("time-not-yet"),
        NoTime::Not(NotThen::TooLongAgo) => words.get("time-too-long-ago"),
        NoTime::Not(NotThen::BeforeItBegan) => words.get("time-before-it-began"),
    }
}

//! Putting a small step down: two halves of one sentence, a day, and a reminder if one is wanted.

use super::sentence::sentence;
use crate::{
    care::{Id, Private, journal::NewStep},
    ui::{
        carrying::{HalfStep, StepAbout},
        here::{use_here, use_shell},
        parts::{Button, Frame, Mistake, Tone},
        when,
        words::Key,
    },
};
use chrono::{Days, NaiveDate, NaiveTime};
use dioxus::prelude::*;

/// A half of the sentence: one that is longer is no small step, and an event that carries much more does not get from
/// the page to the app.
const MOST_LETTERS: usize = 300;
/// How many days there are to choose from.
const DAYS: u64 = 21;

/// A new step, of an insight or by itself.
#[component]
pub fn NewStepPage(
    /// The insight it comes from, and its words.
    of: Option<Id>,
    from: Option<Private>,
    on_save: EventHandler<NewStep>,
) -> Element {
    let words = use_here().words();
    let blank = NewStep { cue: Private::new(""), deed: Private::new(""), day: None, remind_at: None };
    rsx! {
        Frame { title: words.get("step-new"),
            if let Some(from) = from {
                blockquote { class: "own-words insight", "{from.reveal()}" }
            }
            p { {words.get("step-new-lead")} }
            StepForm { about: StepAbout::New(of), first: blank, on_save }
        }
    }
}

/// The fields, filled with what is half written or else with `first`.
#[component]
pub(super) fn StepForm(
    about: StepAbout,
    first: NewStep,
    /// Only the day and the reminder can be changed.
    #[props(default)]
    words_stay: bool,
    on_save: EventHandler<NewStep>,
) -> Element {
    let words = use_here().words();
    let mut draft = use_shell().draft;
    let own = about.clone();
    let before = use_hook(|| {
        let half = draft.peek().carrying.step.clone().filter(|half| half.about == own);
        half.map_or(first, |half| half.new)
    });
    let mut new = use_signal(|| before.clone());
    let mut asked = use_signal(|| false);
    let time_before = before.remind_at;
    let mut reminds = use_signal(|| time_before.is_some());
    let change = use_callback(move |changed: NewStep| {
        draft.write().carrying.step = Some(HalfStep { about: about.clone(), new: changed.clone() });
        new.set(changed);
    });
    // Cloned before anything changes it: what is looked at cannot be written to.
    let now = move || new.peek().clone();
    let whole = new().settled();
    let no_time = new().day.is_some() && reminds() && new().remind_at.is_none();
    rsx! {
        if !words_stay {
            Half {
                id: "step-cue",
                label: words.get("step-when"),
                hint: words.get("step-when-hint"),
                before: before.cue,
                on_type: move |cue| change.call(NewStep { cue, ..now() }),
            }
            Half {
                id: "step-deed",
                label: words.get("step-will"),
                hint: words.get("step-will-hint"),
                before: before.deed,
                on_type: move |deed| change.call(NewStep { deed, ..now() }),
            }
            if let Some(whole) = &whole {
                p { class: "own-words sentence read-back", {sentence(words, &whole.cue, &whole.deed)} }
            }
        }
        DayField {
            value: new().day,
            on_day: move |day| change.call(NewStep { day, ..now() }),
        }
        if new().day.is_some() {
            ReminderField {
                reminds: reminds(),
                before: time_before,
                missing: asked() && no_time,
                on_reminds: move |wanted| {
                    reminds.set(wanted);
                    change.call(NewStep { remind_at: time_before.filter(|_| wanted), ..now() });
                },
                on_time: move |remind_at| change.call(NewStep { remind_at, ..now() }),
            }
        }
        p { class: "small soft", {words.get("step-stays")} }
        div { class: "last stack",
            if asked() && whole.is_none() {
                p { class: "mistake", role: "alert", {words.get("step-both-halves")} }
            }
            Button {
                tone: Tone::First,
                wide: true,
                label: words.get("step-save"),
                on_press: move |()| match now().settled() {
                    Some(whole) if !no_time => on_save.call(whole),
                    _ => asked.set(true),
                },
            }
        }
    }
}

/// One half of the sentence.
#[component]
fn Half(id: String, label: String, hint: String, before: Private, on_type: EventHandler<Private>) -> Element {
    // Given once, when the field appears: written back while somebody types, it would swallow letters.
    let first = use_hook(|| before.reveal().to_owned());
    rsx! {
        div { class: "field",
            label { r#for: "{id}", "{label}" }
            textarea {
                id: "{id}",
                rows: "2",
                maxlength: "{MOST_LETTERS}",
                "aria-describedby": "{id}-hint",
                initial_value: "{first}",
                oninput: move |event| on_type.call(Private::new(event.value())),
            }
            p { id: "{id}-hint", class: "small soft", "{hint}" }
        }
    }
}

#[component]
fn DayField(value: Option<NaiveDate>, on_day: EventHandler<Option<NaiveDate>>) -> Element {
    let here = use_here();
    let words = here.words();
    let name = |day| {
        let said = when::day_in_words(words, day, here.today());
        let mut letters = said.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    let mut days: Vec<_> =
        (0..DAYS).filter_map(|ahead| here.today().checked_add_days(Days::new(ahead))).collect();
    // A day chosen earlier stays a choice.
    if let Some(day) = value.filter(|day| !days.contains(day)) {
        days.push(day);
        days.sort_unstable();
    }
    rsx! {
        div { class: "field",
            label { r#for: "step-day", {words.get("step-day")} }
            select {
                id: "step-day",
                onchange: move |event| on_day.call(event.value().parse().ok()),
                option { value: "", selected: value.is_none(), {words.get("step-no-day")} }
                for day in days {
                    option { key: "{day}", value: "{day}", selected: Some(day) == value, {name(day)} }
                }
            }
        }
    }
}

/// No reminder, or a minute of the day. The field for it is there only if one is wanted: an empty one shows some time in
/// grey, and looks as if it were set.
#[component]
fn ReminderField(
    reminds: bool,
    before: Option<NaiveTime>,
    /// A reminder is wanted, and no time of day was given.
    missing: bool,
    on_reminds: EventHandler<bool>,
    on_time: EventHandler<Option<NaiveTime>>,
) -> Element {
    let words = use_here().words();
    rsx! {
        // A fieldset is laid out anew by WebKit when something below it is pressed, and slips from under the finger.
        div { class: "part", role: "radiogroup", "aria-labelledby": "step-reminder",
            p { id: "step-reminder", class: "label", {words.get("step-reminder")} }
            div { class: "choices",
                for (wanted, name) in [(false, Key("step-no-reminder")), (true, Key("step-remind"))] {
                    label { key: "{wanted}",
                        input {
                            r#type: "radio",
                            name: "step-reminder",
                            checked: reminds == wanted,
                            onchange: move |_| on_reminds.call(wanted),
                        }
                        {words.say(name)}
                    }
                }
            }
            if reminds {
                ReminderTime { before, missing, on_time }
            }
            p { id: "step-remind-hint", class: "small soft", {words.get("step-remind-hint")} }
        }
    }
}

#[component]
fn ReminderTime(
    before: Option<NaiveTime>,
    missing: bool,
    on_time: EventHandler<Option<NaiveTime>>,
) -> Element {
    let words = use_here().words();
    // Given once, when the field appears: written back while somebody types, it would swallow digits.
    let first = use_hook(|| before.map_or_else(String::new, |time| time.format("%H:%M").to_string()));
    rsx! {
        div { class: "field",
            label { r#for: "step-remind", {words.get("which-time")} }
            input {
                id: "step-remind",
                r#type: "time",
                "aria-describedby": if missing { "step-remind-hint step-remind-mistake" } else { "step-remind-hint" },
                "aria-invalid": missing,
                initial_value: "{first}",
                oninput: move |event| {
                    let typed = event.value();
                    let read = |form| NaiveTime::parse_from_str(typed.trim(), form).ok();
                    on_time.call(["%H:%M", "%H:%M:%S"].into_iter().find_map(read));
                },
            }
            if missing {
                Mistake { id: "step-remind-mistake", said: words.get("choose-a-time") }
            }
        }
    }
}

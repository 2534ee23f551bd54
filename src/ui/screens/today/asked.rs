//! What the clinic would like to hear now: what it is, until when, and a way to leave it out.

use crate::{
    app::read::{AskedFor, AskedLine},
    ui::{
        here::{Here, use_shell},
        navigation::Screen,
        parts::{Button, Tone},
        when,
        words::{Key, Words},
    },
};
use chrono::{NaiveDateTime, NaiveTime, TimeDelta};
use chrono_tz::Tz;
use dioxus::prelude::*;

#[component]
pub(super) fn Asked(
    lines: Vec<AskedLine>,
    /// What is left out this time, by its keys.
    on_skip: EventHandler<Vec<String>>,
) -> Element {
    let here = *use_shell().here.read();
    let words = here.words();
    if lines.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "stack close", "aria-labelledby": "asked",
            h2 { id: "asked", {words.get("asked-now")} }
            ul { class: "asked",
                for (place, line) in lines.into_iter().enumerate() {
                    Line { key: "{line.key}", place, line, on_skip }
                }
            }
        }
    }
}

#[component]
fn Line(place: usize, line: AskedLine, on_skip: EventHandler<Vec<String>>) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let words = here.words();
    let name = format!("asked-{place}");
    let AskedLine { what, key, keys, optional, until, elsewhere } = line;
    let open = words.say(open_words(&what));
    rsx! {
        li {
            p { id: "{name}", class: "stack close",
                span { class: "name", {what_words(words, &what)} }
                span { class: "small soft", {until_words(here, until, elsewhere)} }
                if optional {
                    span { class: "small soft", {words.get("asked-if-you-like")} }
                }
            }
            div { class: "ways", role: "group", "aria-labelledby": "{name}",
                Button { label: open, on_press: move |()| shell.way.go(screen(&what, &key)) }
                Button {
                    tone: Tone::Quiet,
                    label: words.get("not-this-time"),
                    on_press: move |()| on_skip.call(keys.clone()),
                }
            }
        }
    }
}

fn screen(what: &AskedFor, key: &str) -> Screen {
    match what {
        AskedFor::CheckIn => Screen::CheckIn,
        AskedFor::SideEffects => Screen::SideEffects,
        AskedFor::Intention => Screen::Intention,
        AskedFor::Form { name, .. } => Screen::Form { name: name.clone(), due: Some(key.to_owned()) },
    }
}

const fn open_words(what: &AskedFor) -> Key {
    match what {
        AskedFor::Intention => Key("asked-read"),
        AskedFor::CheckIn | AskedFor::SideEffects | AskedFor::Form { .. } => Key("asked-begin"),
    }
}

/// What is asked, in words; a form that everybody knows by letters has a plain name before them.
fn what_words(words: Words, what: &AskedFor) -> String {
    match what {
        AskedFor::CheckIn => words.get("asked-check-in"),
        AskedFor::SideEffects => words.get("asked-side-effects"),
        AskedFor::Intention => words.get("asked-intention"),
        AskedFor::Form { name, title } => {
            // A name of letters and a number stays on one line.
            let whole = [("name", name.replace('-', "\u{2011}").into())];
            match name.as_str() {
                "PHQ-9" | "PHQ-8" | "PHQ-2" => words.with("asked-mood-form", whole),
                "GAD-7" | "GAD-2" => words.with("asked-worry-form", whole),
                "PHQ-4" => words.with("asked-both-form", whole),
                _ => title.clone().unwrap_or_else(|| name.clone()),
            }
        }
    }
}

/// "Until 11:59 pm today": people read the midnight at the end of a day as that of the day before.
pub(in crate::ui::screens) fn until_words(here: Here, until: NaiveDateTime, elsewhere: Option<Tz>) -> String {
    let last = if until.time() == NaiveTime::MIN { until - TimeDelta::minutes(1) } else { until };
    let when = when::moment_there(here.words(), last, here.today(), elsewhere);
    here.words().with("asked-until", [("when", when.into())])
}

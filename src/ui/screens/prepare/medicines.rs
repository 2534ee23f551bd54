//! Medicines: what a clinician wrote for this patient, word for word, as take, skip or ask; otherwise one fixed line.

use super::limits::filled;
use crate::{
    app::read::{Arrival, MedicineView, Medicines},
    care::{
        Days, Manner, Written,
        preparation::{DayLines, Limit, Rule, Seen, Shown},
        time,
    },
    ui::{
        here::{Here, use_here, use_shell},
        navigation::Screen,
        parts::{Button, Note, SyncLine, first_instant},
        when,
        words::{Key, Words},
    },
};
use chrono_tz::Tz;
use dioxus::prelude::*;

const GROUPS: [(Manner, Key); 3] =
    [(Manner::Take, Key("take")), (Manner::Skip, Key("skip")), (Manner::Ask, Key("ask-first"))];

/// Everything about medicines.
#[component]
pub(super) fn MedicinesPart(
    medicines: Medicines,
    /// What the clinic wrote about medicines for everyone.
    rules: Vec<Rule>,
    limits: Vec<Limit>,
    zone: Tz,
    arrival: Option<Arrival>,
    on_read: EventHandler<Shown>,
) -> Element {
    let shell = use_shell();
    let here = use_here();
    let words = here.words();
    let fixed = words.get("no-own-changes");
    let general: Vec<String> = rules
        .into_iter()
        .flat_map(|rule| [rule.words, rule.always])
        .flatten()
        // The template's line is the fixed one, in English.
        .filter(|said| *said != Words::default().get("no-own-changes"))
        .map(|said| filled(here, &said, None, &limits, zone))
        .collect();
    rsx! {
        section { class: "stack", "aria-labelledby": "medicines",
            h2 { id: "medicines", {words.get("medicines")} }
            p { class: "fixed", "{fixed}" }
            for (at, said) in general.into_iter().enumerate() {
                p { key: "{at}", "{said}" }
            }
            for name in taken_off(&medicines) {
                Note { key: "{name}", warm: true, head: words.with("taken-off-list", [("medicine", name.into())]),
                    p { {words.get("ask-before-medicine")} }
                    Button { label: words.get("call-clinic"), on_press: move |()| shell.way.go(Screen::Help) }
                }
            }
            match medicines {
                Medicines::Unreadable => rsx! {
                    Note { warm: true, head: words.get("medicines-unreadable"),
                        p { {words.get("no-older-medicine")} }
                        Button { label: words.get("call-clinic"), on_press: move |()| shell.way.go(Screen::Help) }
                    }
                },
                Medicines::Known { lines, .. } if lines.is_empty() => rsx! {
                    p { class: "soft", {words.get("no-medicine-lines")} }
                },
                Medicines::Known { lines, days, .. } => rsx! {
                    for (manner, name) in GROUPS {
                        Group { key: "{name.0}", manner, name, lines: lines.clone(), zone, on_read }
                    }
                    DayByDay { days, lines, last: arrival.map(|arrival| time::day_of(first_instant(arrival), zone)) }
                },
            }
        }
    }
}

fn taken_off(medicines: &Medicines) -> Vec<String> {
    match medicines {
        Medicines::Known { taken_off, .. } => taken_off.iter().map(|name| name.reveal().to_owned()).collect(),
        Medicines::Unreadable => Vec::new(),
    }
}

#[component]
fn Group(
    manner: Manner,
    name: Key,
    lines: Vec<MedicineView>,
    zone: Tz,
    on_read: EventHandler<Shown>,
) -> Element {
    let shell = use_shell();
    let words = use_here().words();
    let lines: Vec<_> = lines.into_iter().filter(|line| line.manner == manner).collect();
    if lines.is_empty() {
        return rsx! {};
    }
    rsx! {
        h3 { class: "manner", {words.say(name)} }
        if manner == Manner::Ask {
            p { class: "soft", {words.get("ask-first-lead")} }
        }
        ul { class: "stack",
            for view in lines {
                Line { key: "{view.shown.record:?}-{view.shown.line}", view, zone, on_read }
            }
        }
        if manner == Manner::Ask {
            Button { label: words.get("call-clinic"), on_press: move |()| shell.way.go(Screen::Help) }
        }
    }
}

/// One line: the medicine, the clinician's words, for which days, by whom and when; and whether it was read.
#[component]
fn Line(view: MedicineView, zone: Tz, on_read: EventHandler<Shown>) -> Element {
    let here = use_here();
    let words = here.words();
    let MedicineView { line, manner, shown, seen, delivery } = view;
    let held = line.days.and_then(|days| days_words(here, days, zone));
    let by = signature(here, line.author.as_deref(), line.written, zone);
    rsx! {
        li { class: "card medicine",
            if seen == Seen::Changed {
                p { class: "changed", {words.get("this-changed")} }
            }
            h4 { "{line.medicine.reveal()}" }
            if let Some(said) = &line.words {
                p { class: "own-words", "{said.reveal()}" }
            } else {
                p { {words.get("no-words-ask")} }
            }
            if manner == Manner::Ask && line.do_not_take {
                p { {words.get("not-to-take-ask")} }
            }
            if let Some(held) = held {
                p { class: "small", "{held}" }
            }
            if let Some(by) = by {
                p { class: "small soft", "{by}" }
            }
            match seen {
                Seen::Yes(at) => rsx! {
                    div { class: "where",
                        span { class: "small soft", {words.with("you-read-this", [("time", here.stamp(at).into())])} }
                        if let Some(delivery) = delivery {
                            SyncLine { delivery, leads: true }
                        }
                    }
                },
                Seen::Never | Seen::Changed | Seen::SentAgain => rsx! {
                    if seen == Seen::SentAgain {
                        p { class: "small", {words.get("sent-again-read")} }
                    }
                    Button { label: words.get("i-have-read-this"), on_press: move |()| on_read.call(shown.clone()) }
                },
            }
        }
    }
}

/// Which lines hold on which day: names only, for the words stand above.
#[component]
fn DayByDay(days: Vec<DayLines>, lines: Vec<MedicineView>, last: Option<chrono::NaiveDate>) -> Element {
    let here = use_here();
    let words = here.words();
    let names = |day: &DayLines, manner: Manner| {
        let of = day.lines.iter().filter(|(own, _)| *own == manner);
        let names: Vec<_> =
            of.filter_map(|(_, place)| Some(lines.get(*place)?.line.medicine.reveal())).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    rsx! {
        h3 { {words.get("day-by-day")} }
        p { class: "small soft", {words.get("day-by-day-lead")} }
        dl { class: "days",
            for day in days {
                div { key: "{day.day}",
                    dt {
                        {when::day_alone(words, day.day, here.today())}
                        if last == Some(day.day) {
                            span { class: "small soft", {words.get("day-of-the-visit")} }
                        }
                    }
                    for (manner, name) in GROUPS {
                        if let Some(names) = names(&day, manner) {
                            dd { key: "{name.0}",
                                b { {words.say(name)} }
                                ": {names}"
                            }
                        }
                    }
                    if day.lines.is_empty() {
                        dd { class: "soft", {words.get("no-line-that-day")} }
                    }
                }
            }
        }
    }
}

/// "Wednesday, 2 December to Thursday, 3 December".
fn days_words(here: Here, days: Days, zone: Tz) -> Option<String> {
    let words = here.words();
    let say = |day| when::day(words, day, here.today());
    match (days.first(zone), days.last(zone)) {
        (Some(first), Some(last)) if first == last => {
            Some(words.with("on-day", [("day", say(first).into())]))
        }
        (Some(first), Some(last)) => {
            Some(words.with("from-day-to-day", [("first", say(first).into()), ("last", say(last).into())]))
        }
        (Some(first), None) => Some(words.with("from-day", [("day", say(first).into())])),
        (None, Some(last)) => Some(words.with("until-day", [("day", say(last).into())])),
        (None, None) => None,
    }
}

/// Who wrote it and when, as far as the clinic says.
fn signature(here: Here, author: Option<&str>, written: Option<Written>, zone: Tz) -> Option<String> {
    let words = here.words();
    let day = written.map(|written| match written {
        Written::At(at) => time::day_of(at, zone),
        Written::On(day) => day,
    });
    let day = day.map(|day| when::day(words, day, here.today()));
    match (author, day) {
        (Some(name), Some(day)) => {
            Some(words.with("written-by-on", [("name", name.to_owned().into()), ("day", day.into())]))
        }
        (Some(name), None) => Some(words.with("written-by", [("name", name.to_owned().into())])),
        (None, Some(day)) => Some(words.with("written-on", [("day", day.into())])),
        (None, None) => None,
    }
}

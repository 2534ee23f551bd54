//! The page of a session's day: when to be there first, then everything else that matters until the door.

use super::{notices::NoticeNote, prepare::filled, visit::map_link};
use crate::{
    app::read::{SessionView, VisitView},
    care::{ClockTime, CutOffKind, Id, Readiness, preparation::Limit},
    ui::{
        here::{Here, use_here, use_shell},
        navigation::Screen,
        parts::{
            Button, Contacts, Frame, Icon, Note, PracticeNumbers, Sign, Tone, VitalsList, arrival_time,
            cut_off_name, state_words, to_read_words, visit_day_alone, zone_words,
        },
        when,
        words::{Key, Words},
    },
};
use chrono_tz::Tz;
use dioxus::prelude::*;

/// Today, from midnight before a session until it is over.
#[component]
pub fn SessionPage(
    model: SessionView,
    on_seen: EventHandler<Id>,
    /// The session is over, or as good as over.
    on_rest: EventHandler<()>,
    /// What comes before all else.
    #[props(default)]
    children: Element,
    /// What can wait.
    below: Option<Element>,
) -> Element {
    let shell = use_shell();
    let here = use_here();
    let words = here.words();
    let zone = model.visit.arrival.map_or(here.zone, |arrival| arrival.zone);
    let visit = model.visit.id.clone();
    let rows = lines(words, &model);
    let first = first_thing(words, &model);
    rsx! {
        Frame {
            title: words.get(if model.arrived { "session-here" } else { "session-today" }),
            sub: model.visit.arrival.map(|arrival| visit_day_alone(here, arrival)),
            {children}
            for notice in model.notices {
                NoticeNote { key: "{notice.id}", notice, zone, on_seen }
            }
            if let Some(state) = state_words(model.visit.state) {
                Note { head: words.say(state) }
            }
            Arriving { visit: model.visit.clone() }
            FoodAndDrink { cut_offs: model.cut_offs, zone }
            if let Some(to_read) = model.to_read {
                div { class: "facts",
                    div {
                        Icon { sign: Sign::Attention }
                        p { {words.say(to_read_words(to_read))} }
                    }
                }
            }
            Calling { visit: model.visit }
            ul { class: "lines",
                for (label, about, screen) in rows {
                    li { key: "{label}",
                        button {
                            r#type: "button",
                            class: "open-line",
                            onclick: move |_| shell.way.go(screen.clone()),
                            span { class: "stack close",
                                span { "{label}" }
                                span { class: "small soft", "{about}" }
                            }
                            Icon { sign: Sign::Forward }
                        }
                    }
                }
            }
            if !model.bring.is_empty() {
                section { class: "stack close", "aria-labelledby": "bring",
                    h2 { id: "bring", {words.get("session-bring")} }
                    ul { class: "dots",
                        for (at, thing) in model.bring.into_iter().enumerate() {
                            li { key: "{at}", "{thing}" }
                        }
                    }
                }
            }
            VitalsList { lines: model.vitals }
            {below}
            if model.arrived {
                section { class: "stack close", "aria-labelledby": "after",
                    h2 { id: "after", {words.get("after-session")} }
                    p { class: "soft", {words.get("after-session-about")} }
                    Button { label: words.get("rest-now"), on_press: move |()| on_rest.call(()) }
                }
            }
            div { class: "last",
                Button {
                    tone: Tone::First,
                    wide: true,
                    label: first.0,
                    on_press: move |()| shell.way.go(first.1.of(visit.clone())),
                }
            }
        }
    }
}

/// Where the page leads on.
#[derive(Clone, Copy)]
enum To {
    Questions,
    Driver,
    Centering,
}

impl To {
    const fn of(self, visit: Id) -> Screen {
        match self {
            Self::Questions => Screen::Questions(visit),
            Self::Driver => Screen::Driver(visit),
            Self::Centering => Screen::Centering(visit),
        }
    }
}

/// The one thing to do next.
fn first_thing(words: Words, model: &SessionView) -> (String, To) {
    let driven = model.driver.as_ref().is_some_and(|(_, certain)| *certain);
    match &model.readiness {
        Readiness::Call(_) => (words.get("questions-call"), To::Questions),
        _ if !driven && !model.arrived => (words.get("set-ride"), To::Driver),
        Readiness::Open(count) => {
            (words.with("answer-questions", [("count", (*count).into())]), To::Questions)
        }
        Readiness::Kept => (words.get("find-quiet"), To::Centering),
    }
}

/// The ways on from here, each with where it stands.
fn lines(words: Words, model: &SessionView) -> [(String, String, Screen); 4] {
    let ride = match &model.driver {
        None => words.get("ride-none"),
        Some((name, certain)) => {
            let gap = [("name", name.reveal().into())];
            if *certain { words.with("ride-set", gap) } else { words.with("ride-open", gap) }
        }
    };
    let asked = match &model.readiness {
        Readiness::Open(count) => words.with("questions-left", [("count", (*count).into())]),
        Readiness::Call(_) => words.get("questions-call"),
        Readiness::Kept => words.get("questions-kept"),
    };
    let id = &model.visit.id;
    [
        (words.get("how-to-prepare"), words.get("session-prepare-about"), Screen::Prepare(id.clone())),
        (words.get("my-ride"), ride, To::Driver.of(id.clone())),
        (words.get("questions-today"), asked, To::Questions.of(id.clone())),
        (words.get("centering"), words.get("centering-about"), To::Centering.of(id.clone())),
    ]
}

/// When to be there, and where that is.
#[component]
fn Arriving(visit: VisitView) -> Element {
    let words = use_here().words();
    let map = map_link(&visit.address);
    rsx! {
        section { class: "card", "aria-labelledby": "arrive",
            h2 { id: "arrive", class: "hidden", {words.get("session-where")} }
            if let Some(arrival) = visit.arrival {
                p { class: "when", {arrival_time(words, arrival)} }
                if let Some(zone) = zone_words(words, arrival) {
                    p { class: "small soft", "{zone}" }
                }
            }
            if visit.place_name.is_none() && visit.address.is_empty() {
                p { class: "soft", {words.get("no-place")} }
            }
            address { class: "stack close",
                if let Some(name) = &visit.place_name {
                    p { "{name}" }
                }
                for (at, line) in visit.address.iter().enumerate() {
                    p { key: "{at}", "{line}" }
                }
            }
            if let Some(note) = &visit.note {
                p { class: "own-words", "{note}" }
            }
            if let Some(href) = map {
                a { class: "button wide", href,
                    Icon { sign: Sign::Place }
                    {words.get("open-map")}
                }
            }
        }
    }
}

/// What is over is said in words; what is to come, with its clock time.
#[component]
fn FoodAndDrink(cut_offs: Vec<Limit>, zone: Tz) -> Element {
    let here = use_here();
    let words = here.words();
    let over = |what| cut_offs.iter().any(|line| line.what == what && line.over);
    let now = [
        (CutOffKind::ClearDrinks, Key("eat-nothing")),
        (CutOffKind::Food, Key("eat-no-food")),
        (CutOffKind::LargeMeal, Key("eat-no-large-meal")),
    ];
    let now = now.into_iter().find(|(what, _)| over(*what)).map(|(_, key)| key);
    let ahead: Vec<_> = cut_offs
        .iter()
        .filter(|limit| !limit.over)
        .filter_map(|limit| row(here, limit, &cut_offs, zone))
        .collect();
    rsx! {
        section { class: "stack close", "aria-labelledby": "food",
            h2 { id: "food", {words.get("session-food")} }
            if cut_offs.is_empty() {
                p { {words.get("food-unknown")} }
            }
            if let Some(now) = now {
                Note { warm: true, head: words.say(now),
                    p { {words.get("ate-call")} }
                }
            }
            if !ahead.is_empty() {
                dl { class: "times",
                    for (at, (label, when)) in ahead.into_iter().enumerate() {
                        div { key: "{at}",
                            dt { "{label}" }
                            dd { {words.with("session-by", [("when", when::exact_clock(words, when, here.today()).into())])} }
                        }
                    }
                }
            }
        }
    }
}

/// What a cut-off is called, and its time. Those of the days before are for the page of preparing.
fn row(here: Here, limit: &Limit, limits: &[Limit], zone: Tz) -> Option<(String, ClockTime)> {
    let label = match limit.what {
        CutOffKind::Alcohol | CutOffKind::Cannabis => return None,
        what => match cut_off_name(what) {
            Some(name) => here.words().say(name),
            None => filled(here, limit.words.as_ref()?, Some(limit), limits, zone),
        },
    };
    Some((label, ClockTime::of(limit.at, zone)))
}

#[component]
fn Calling(visit: VisitView) -> Element {
    let words = use_here().words();
    rsx! {
        section { class: "stack", "aria-labelledby": "call",
            h2 { id: "call", {words.get("session-call")} }
            PracticeNumbers {}
            Contacts { contacts: visit.contacts }
        }
    }
}

#[cfg(test)]
#[path = "session_tests.rs"]
mod tests;

//! A visit in words: what it is, when to be there and how sure it is.

use super::{Icon, Sign};
use crate::{
    app::read::{Arrival, VisitView},
    care::{VisitKind, VisitState},
    ui::{
        here::{Here, use_shell},
        navigation::Screen,
        when,
        words::{Key, Words},
    },
};
use chrono::{DateTime, Utc};
use dioxus::prelude::*;

/// What the visit is called: "Preparation meeting".
#[must_use]
pub fn visit_name(words: Words, kind: VisitKind) -> String {
    words.say(match kind {
        VisitKind::Consultation => Key("consultation"),
        VisitKind::Intake => Key("intake-visit"),
        VisitKind::Preparation => Key("preparation-meeting"),
        VisitKind::Session => Key("session"),
        VisitKind::Integration => Key("integration-session"),
        VisitKind::Other => Key("visit"),
    })
}

/// The visit as the patient's own, to begin a sentence: "Your preparation meeting".
#[must_use]
pub fn your_visit(words: Words, kind: VisitKind) -> String {
    words.say(match kind {
        VisitKind::Consultation => Key("your-consultation"),
        VisitKind::Intake => Key("your-intake-visit"),
        VisitKind::Preparation => Key("your-preparation-meeting"),
        VisitKind::Session => Key("your-session"),
        VisitKind::Integration => Key("your-integration-session"),
        VisitKind::Other => Key("your-visit"),
    })
}

/// The instant to be there, or the start where the clinic's rule for it is not known.
#[must_use]
pub fn first_instant(arrival: Arrival) -> DateTime<Utc> {
    arrival.arrive.unwrap_or(arrival.start)
}

/// The day of the visit on the clinic's own calendar.
#[must_use]
pub fn visit_day(here: Here, arrival: Arrival) -> String {
    when::day(here.words(), first_instant(arrival).with_timezone(&arrival.zone).date_naive(), here.today())
}

/// The day of the visit as a line of its own.
#[must_use]
pub fn visit_day_alone(here: Here, arrival: Arrival) -> String {
    let day = first_instant(arrival).with_timezone(&arrival.zone).date_naive();
    when::day_alone(here.words(), day, here.today())
}

/// When to be there on the clinic's own clock, or when it starts if only that is known: "Arrive 9:15 am".
#[must_use]
pub fn arrival_time(words: Words, arrival: Arrival) -> String {
    let local = first_instant(arrival).with_timezone(&arrival.zone).time();
    let gap = [("time", when::time(words, local).into())];
    if arrival.arrive.is_some() { words.with("arrive-at", gap) } else { words.with("starts-at", gap) }
}

/// Whose clock the times are, if the phone keeps another.
#[must_use]
pub fn zone_words(words: Words, arrival: Arrival) -> Option<String> {
    let city = when::zone_name(arrival.zone);
    arrival.zone_differs.then(|| words.with("clinic-clock", [("city", city.into())]))
}

/// How sure the visit is, where it is not simply confirmed.
#[must_use]
pub const fn state_words(state: VisitState) -> Option<Key> {
    match state {
        VisitState::Requested => Some(Key("visit-asked-for")),
        VisitState::Waiting => Some(Key("visit-waiting")),
        VisitState::UnderWay => Some(Key("visit-under-way")),
        VisitState::Finished => Some(Key("visit-took-place")),
        VisitState::Cancelled => Some(Key("visit-cancelled")),
        VisitState::Confirmed => None,
    }
}

/// One visit as a line that opens it.
#[component]
pub fn VisitLine(visit: VisitView, #[props(default)] named: bool) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let words = here.words();
    let state = state_words(visit.state).filter(|_| visit.state != VisitState::Finished);
    let time = visit.arrival.filter(|_| visit.state != VisitState::Finished);
    let id = visit.id.clone();
    rsx! {
        li {
            button {
                r#type: "button",
                class: "open-line",
                onclick: move |_| shell.way.go(Screen::Visit(id.clone())),
                span { class: "stack close",
                    if named {
                        span { {visit_name(words, visit.kind)} }
                    }
                    if let Some(arrival) = visit.arrival {
                        span { {visit_day_alone(here, arrival)} }
                    } else {
                        span { {words.get("no-time-yet")} }
                    }
                    if let Some(arrival) = time {
                        span { class: "small soft", {arrival_time(words, arrival)} }
                    }
                    if let Some(state) = state {
                        span { class: "small soft", {words.say(state)} }
                    }
                }
                Icon { sign: Sign::Forward }
            }
        }
    }
}

//! One visit: when to be there, where it is, who is there, and how to call.

use crate::{
    app::read::VisitView,
    care::{VisitKind, VisitState},
    ui::{
        here::{use_here, use_shell},
        navigation::Screen,
        parts::{
            Button, Contacts, Frame, Icon, Note, PracticeNumbers, Sign, Tone, arrival_time, state_words,
            visit_day_alone, visit_name, zone_words,
        },
        when,
    },
};
use dioxus::prelude::*;

/// Everything needed to find the visit.
#[component]
pub fn VisitPage(
    model: VisitView,
    /// What must be known before all that stands here is relied on.
    above: Option<Element>,
    /// Where else the visit leads.
    #[props(default)]
    children: Element,
) -> Element {
    let shell = use_shell();
    let here = use_here();
    let words = here.words();
    let over = matches!(model.state, VisitState::Finished | VisitState::Cancelled);
    let starts = model
        .arrival
        .filter(|arrival| arrival.arrive.is_some_and(|arrive| arrive != arrival.start))
        .map(|arrival| {
            let local = arrival.start.with_timezone(&arrival.zone).time();
            words.with("starts-at", [("time", when::time(words, local).into())])
        });
    let starts = starts.filter(|_| !over);
    let map = map_link(&model.address);
    let ahead = model.arrival.is_some_and(|arrival| arrival.start > here.now);
    let to_prepare = ahead && model.kind == VisitKind::Session && model.state == VisitState::Confirmed;
    rsx! {
        Frame { title: visit_name(words, model.kind), sub: model.arrival.map(|arrival| visit_day_alone(here, arrival)),
            {above}
            if let Some(state) = state_words(model.state) {
                Note { head: words.say(state) }
            }
            section { class: "card", "aria-labelledby": "when",
                h2 { id: "when", class: "hidden", {words.get("when")} }
                if let Some(arrival) = model.arrival {
                    p { class: "when",
                        if over {
                            {when::time(words, arrival.start.with_timezone(&arrival.zone).time())}
                        } else {
                            {arrival_time(words, arrival)}
                        }
                    }
                    if let Some(starts) = starts {
                        p { "{starts}" }
                    }
                    if let Some(zone) = zone_words(words, arrival) {
                        p { class: "soft", "{zone}" }
                    }
                } else {
                    p { class: "lead", {words.get("no-time-yet")} }
                }
            }
            section { class: "stack", "aria-labelledby": "where",
                h2 { id: "where", {words.get("where")} }
                if model.place_name.is_none() && model.address.is_empty() {
                    p { class: "soft", {words.get("no-place")} }
                }
                address { class: "stack close",
                    if let Some(name) = &model.place_name {
                        p { "{name}" }
                    }
                    for (at, line) in model.address.iter().enumerate() {
                        p { key: "{at}", "{line}" }
                    }
                }
                if let Some(href) = map {
                    a { class: "button wide", href,
                        Icon { sign: Sign::Place }
                        {words.get("open-map")}
                    }
                }
            }
            if !model.with.is_empty() {
                section { class: "stack close", "aria-labelledby": "who",
                    h2 { id: "who", {words.get("who")} }
                    ul {
                        for (at, name) in model.with.iter().enumerate() {
                            li { key: "{at}", "{name}" }
                        }
                    }
                }
            }
            if let Some(note) = &model.note {
                section { class: "stack close", "aria-labelledby": "note",
                    h2 { id: "note", {words.get("clinic-wrote")} }
                    p { class: "own-words", "{note}" }
                }
            }
            section { class: "stack", "aria-labelledby": "call",
                h2 { id: "call", {words.get("questions")} }
                PracticeNumbers {}
                Contacts { contacts: model.contacts.clone() }
            }
            Button {
                wide: true,
                label: words.get("write-to-clinic"),
                on_press: move |()| shell.way.go(Screen::Messages),
            }
            {children}
            if model.kind == VisitKind::Integration && !over {
                Button {
                    wide: true,
                    label: words.get("for-session-open"),
                    on_press: move |()| shell.way.go(Screen::ForSession),
                }
            }
            if to_prepare {
                Button {
                    tone: Tone::First,
                    wide: true,
                    label: words.get("see-how-to-prepare"),
                    on_press: move |()| shell.way.go(Screen::Prepare(model.id.clone())),
                }
            }
        }
    }
}

/// A link that opens the address in the maps of this system.
pub(super) fn map_link(address: &[String]) -> Option<String> {
    if address.is_empty() {
        return None;
    }
    let query: String = url::form_urlencoded::byte_serialize(address.join(", ").as_bytes()).collect();
    Some(if cfg!(target_os = "android") {
        format!("geo:0,0?q={query}")
    } else if cfg!(target_os = "ios") {
        format!("maps:?q={query}")
    } else {
        format!("https://www.openstreetmap.org/search?query={query}")
    })
}

/// The visit is not there any more.
#[component]
pub fn NoVisitPage(
    /// What is left to do about it.
    #[props(default)]
    children: Element,
) -> Element {
    let shell = use_shell();
    let words = use_here().words();
    rsx! {
        Frame { title: words.get("visit"),
            p { class: "lead", {words.get("visit-gone")} }
            {children}
            Button { label: words.get("call-clinic"), on_press: move |()| shell.way.go(Screen::Help) }
        }
    }
}

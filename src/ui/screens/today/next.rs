//! The card of Today: the next visit with the times that decide the evening before it, or the first thing to do.

use crate::{
    app::read::{DueLine, Times, ToRead, VisitView, Whose},
    care::{ClockTime, CutOffKind, Id, preparation::Fasting},
    ui::{
        here::{use_here, use_shell},
        navigation::Screen,
        parts::{
            Button, Icon, Sign, ToDoLine, Tone, arrival_time, state_words, to_read_words, visit_day,
            visit_day_alone, visit_name, your_visit, zone_words,
        },
        screens::prepare::FastingNow,
        when,
        words::Key,
    },
};
use chrono_tz::Tz;
use dioxus::prelude::*;

/// Before the plan has come: what will be here and why it is not yet.
#[component]
pub(super) fn FirstTime() -> Element {
    let words = use_here().words();
    rsx! {
        section { class: "card", "aria-labelledby": "next",
            h2 { id: "next", {words.get("plan-not-here")} }
            p { {words.get("plan-not-here-lead")} }
        }
    }
}

/// The first thing to do, when it comes before the next visit.
#[component]
pub(super) fn NextDue(line: DueLine, on_tick: EventHandler<(Whose, bool)>) -> Element {
    let words = use_here().words();
    rsx! {
        section { class: "card next-due", "aria-labelledby": "next-due",
            h2 { id: "next-due", class: "kicker", {words.get("next")} }
            ul { class: "todo",
                ToDoLine { line, on_tick }
            }
        }
    }
}

#[component]
pub(super) fn NextVisit(
    visit: VisitView,
    days: Option<i64>,
    /// It is the one next thing; otherwise something to do comes before it.
    first: bool,
    /// The times before it, if there is something to prepare.
    prepare: Option<Times>,
    to_read: Option<ToRead>,
) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let words = here.words();
    let head = match (visit.arrival, days) {
        (Some(arrival), Some(days)) => {
            let day = visit_day(here, arrival);
            let whose = your_visit(words, visit.kind);
            words.with("next-visit", [("visit", whose.into()), ("days", days.into()), ("day", day.into())])
        }
        _ => visit_name(words, visit.kind),
    };
    let near = days.is_some_and(|days| (0..=1).contains(&days));
    let place = [visit.place_name.clone(), visit.address.first().cloned()];
    let id = visit.id.clone();
    rsx! {
        section { class: "card", "aria-labelledby": "next",
            div { class: "stack close",
                if first {
                    p { class: "kicker", {words.get("next")} }
                }
                h2 { id: "next", "{head}" }
            }
            if let Some(arrival) = visit.arrival {
                div { class: "stack close",
                    p { class: "when", {arrival_time(words, arrival)} }
                    if near {
                        p { {visit_day_alone(here, arrival)} }
                    }
                    if let Some(zone) = zone_words(words, arrival) {
                        p { class: "small soft", "{zone}" }
                    }
                }
            }
            if let Some(state) = state_words(visit.state) {
                p { {words.say(state)} }
            }
            if let Some(times) = prepare.clone() {
                FoodAndDrink { times, near, zone: visit.arrival.map(|arrival| arrival.zone) }
            }
            if place.iter().any(Option::is_some) {
                div { class: "facts",
                    div {
                        Icon { sign: Sign::Place }
                        p { class: "stack close",
                            for line in place.into_iter().flatten() {
                                span { "{line}" }
                            }
                        }
                    }
                }
            }
            if let Some(to_read) = to_read {
                div { class: "facts",
                    div {
                        Icon { sign: Sign::Attention }
                        p { {words.say(to_read_words(to_read))} }
                    }
                }
            }
            Ways { id, prepare: prepare.is_some() }
        }
    }
}

/// Where the card leads: to how to prepare, if there is something to prepare, and to the visit.
#[component]
fn Ways(id: Id, prepare: bool) -> Element {
    let shell = use_shell();
    let words = use_here().words();
    let visit = id.clone();
    rsx! {
        if prepare {
            Button {
                tone: Tone::First,
                wide: true,
                label: words.get("see-how-to-prepare"),
                on_press: move |()| shell.way.go(Screen::Prepare(id.clone())),
            }
        }
        Button {
            tone: if prepare { Tone::Quiet } else { Tone::First },
            wide: true,
            label: words.get("see-the-visit"),
            on_press: move |()| shell.way.go(Screen::Visit(visit.clone())),
        }
    }
}

/// The last food and the last clear drink, once the visit is near; after a cut-off, what holds from then on.
#[component]
fn FoodAndDrink(times: Times, near: bool, zone: Option<Tz>) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let words = here.words();
    let (limits, fasting) = match (times, zone) {
        (times, _) if times.must_call() => {
            return rsx! {
                div { class: "stack close",
                    p { {words.get("times-not-shown")} }
                    Button { label: words.get("call-clinic"), on_press: move |()| shell.way.go(Screen::Help) }
                }
            };
        }
        (Times::Known { limits, fasting, .. }, Some(zone)) => {
            let shown = limits.into_iter().filter_map(move |limit| {
                let name = match limit.what {
                    CutOffKind::Food => Key("last-food"),
                    CutOffKind::ClearDrinks => Key("last-clear-drink"),
                    _ => return None,
                };
                (!limit.over).then(|| (name, ClockTime::of(limit.at, zone)))
            });
            (shown.collect::<Vec<_>>(), fasting)
        }
        _ => return rsx! {},
    };
    let begun = matches!(fasting, Fasting::NoLargeMeal | Fasting::NoFood | Fasting::Nothing);
    rsx! {
        if begun {
            FastingNow { fasting }
        }
        if (near || begun) && fasting != Fasting::Nothing {
            dl { class: "limits",
                for (name, at) in limits {
                    div { key: "{name.0}",
                        dt { {words.say(name)} }
                        dd { {when::exact_clock(words, at, here.today())} }
                    }
                }
            }
        }
    }
}

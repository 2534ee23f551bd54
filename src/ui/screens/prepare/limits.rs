//! The times: when to be there, and until when what may be had; what holds now, once a time is over.

use crate::{
    app::read::{Times, VisitView},
    care::{
        ClockTime,
        preparation::{Fasting, Limit},
        protocol::fill,
    },
    ui::{
        here::{Here, use_here, use_shell},
        navigation::Screen,
        parts::{Button, Note, arrival_time, cut_off_name},
        when,
        words::Key,
    },
};
use chrono_tz::Tz;
use dioxus::prelude::*;

/// The card with the times.
#[component]
pub(super) fn LimitsCard(
    visit: VisitView,
    times: Times,
    clear: Option<(Vec<String>, Vec<String>)>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let Times::Known { limits, fasting, zone_differs } = times else { return rsx! {} };
    let zone = visit.arrival.map_or(here.zone, |arrival| arrival.zone);
    let city = when::zone_name(zone);
    let ahead: Vec<_> = limits.iter().filter(|limit| !limit.over).cloned().collect();
    rsx! {
        section { class: "card", "aria-labelledby": "times",
            h2 { id: "times", {words.get("times-title")} }
            if zone_differs {
                p { {words.with("clinic-clock", [("city", city.into())])} }
            }
            FastingNow { fasting }
            dl { class: "limits",
                for limit in limits.clone() {
                    LimitRow { key: "{limit.id}", zone, limits: limits.clone(), limit }
                }
                if let Some(arrival) = visit.arrival {
                    div {
                        dt { {words.get("be-there")} }
                        dd { {arrival_time(words, arrival)} }
                    }
                }
            }
            if let Some((allowed, not_allowed)) = clear {
                Things { head: Key("clear-drinks"), things: allowed, not: false }
                Things { head: Key("not-clear-drinks"), things: not_allowed, not: true }
            }
            if !ahead.is_empty() {
                details { class: "no-print",
                    summary { {words.get("how-long-is-that")} }
                    ul { class: "stack close",
                        for limit in ahead {
                            li { key: "{limit.id}", {left(here, &limit)} }
                        }
                    }
                }
            }
        }
    }
}

/// What holds from now on, and what to do if it was forgotten.
#[component]
pub fn FastingNow(fasting: Fasting) -> Element {
    let shell = use_shell();
    let words = use_here().words();
    let head = match fasting {
        Fasting::NoRule | Fasting::NotYet => return rsx! {},
        Fasting::NoLargeMeal => Key("no-large-meal-now"),
        Fasting::NoFood => Key("nothing-to-eat-now"),
        Fasting::Nothing => Key("nothing-by-mouth-now"),
    };
    rsx! {
        Note { warm: true, head: words.say(head),
            p { {words.get(if fasting == Fasting::NoLargeMeal { "had-a-large-meal" } else { "ate-something" })} }
            Button { label: words.get("call-clinic"), on_press: move |()| shell.way.go(Screen::Help) }
        }
    }
}

#[component]
fn LimitRow(limit: Limit, zone: Tz, limits: Vec<Limit>) -> Element {
    let here = use_here();
    let words = here.words();
    let at = when::exact_clock(words, ClockTime::of(limit.at, zone), here.today());
    let name = cut_off_name(limit.what).map(|name| words.say(name));
    // A rule of the clinic's own has no name but its words.
    let said = limit.words.as_ref().map(|said| filled(here, said, Some(&limit), &limits, zone));
    let (name, said) = match name {
        Some(name) => (name, said),
        None => (said.unwrap_or_default(), None),
    };
    rsx! {
        div { class: if limit.over { "over" },
            dt { "{name}" }
            dd {
                span { class: "at", "{at}" }
                if limit.over {
                    span { class: "small", {words.get("time-is-over")} }
                }
                if let Some(said) = said {
                    span { class: "small soft", "{said}" }
                }
            }
        }
    }
}

#[component]
fn Things(head: Key, things: Vec<String>, not: bool) -> Element {
    let words = use_here().words();
    if things.is_empty() {
        return rsx! {};
    }
    rsx! {
        div { class: "stack close",
            h3 { {words.say(head)} }
            ul { class: if not { "things not" } else { "things" },
                for (at, thing) in things.into_iter().enumerate() {
                    li { key: "{at}", "{thing}" }
                }
            }
        }
    }
}

/// How long it is until then: "Last food: in 5 hours and 20 minutes", cut to the minute so that it never says more.
fn left(here: Here, limit: &Limit) -> String {
    let words = here.words();
    let minutes = (limit.at - here.now).num_minutes().max(0);
    let gaps = [("hours", (minutes / 60).into()), ("minutes", (minutes % 60).into())];
    let long = words.with(if minutes < 60 { "in-minutes" } else { "in-hours-and-minutes" }, gaps);
    let what = cut_off_name(limit.what)
        .map(|name| words.say(name))
        .or_else(|| limit.words.clone())
        .unwrap_or_default();
    words.with("what-in-time", [("what", what.into()), ("long", long.into())])
}

/// The clinic's words with the times in their gaps: `{time}` and `{h}` of the rule itself, and any other rule's time
/// by its name.
pub(in crate::ui::screens) fn filled(
    here: Here,
    said: &str,
    own: Option<&Limit>,
    limits: &[Limit],
    zone: Tz,
) -> String {
    let clock = |limit: &Limit| when::exact_clock(here.words(), ClockTime::of(limit.at, zone), here.today());
    let mut values: Vec<(String, String)> =
        limits.iter().map(|limit| (limit.id.clone(), clock(limit))).collect();
    if let Some(own) = own {
        values.push(("time".to_owned(), clock(own)));
        values.extend(own.hours.map(|hours| ("h".to_owned(), hours.to_string())));
    }
    fill(said, &values)
}

//! Find a time: the days with free times, how old that is, and why some are not offered.

use super::{CallInstead, Kept, NoticeLine, filters::Filters, refused::NotOfferedTimes, times::Days};
use crate::{
    app::read::{BookingDoor, FreeDay, FreeTimeLine, FreeTimes},
    ui::{
        here::{use_here, use_shell},
        parts::{Button, Frame, NotGranted, Note, Setting, Tone, trouble_words, visit_name},
        when,
        words::Key,
    },
};
use dioxus::prelude::*;

/// The free times of one kind of visit.
#[component]
pub fn FindTimePage(
    model: FreeTimes,
    /// Ask the clinic again now.
    on_again: EventHandler<()>,
    on_further: EventHandler<()>,
    on_choose: EventHandler<FreeTimeLine>,
) -> Element {
    let words = use_here().words();
    let title = words.say(if model.moving.is_some() { Key("book-find-other") } else { Key("book-find") });
    let call_first = model.moving.is_some() && !model.notice.by_app;
    let arrival = model.moving.as_ref().and_then(|visit| visit.arrival);
    rsx! {
        Frame { title, sub: visit_name(words, model.sought.kind),
            if let Some(visit) = model.moving.clone() {
                Kept { visit }
            }
            if let Some(arrival) = arrival {
                NoticeLine { notice: model.notice, zone: arrival.zone, differs: arrival.zone_differs }
            }
            if model.door == BookingDoor::NotGranted {
                NotGranted { head: Key("book-not-granted"), next: Key("book-not-granted-next") }
            } else if !call_first {
                if model.door == BookingDoor::Practice {
                    Note { head: words.get("book-practice") }
                }
                Found { model: model.clone(), on_again, on_further, on_choose }
            }
            CallInstead { call: model.call }
        }
    }
}

/// What was found, or why nothing was.
#[component]
fn Found(
    model: FreeTimes,
    on_again: EventHandler<()>,
    on_further: EventHandler<()>,
    on_choose: EventHandler<FreeTimeLine>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let all = model.days.iter().flat_map(|day| &day.times);
    let refused: Vec<_> = all.clone().filter(|time| time.refused.is_some()).cloned().collect();
    let elsewhere = all.clone().find(|time| time.zone_differs).map(|time| time.zone);
    let days = offered(&model.days);
    let none = days.is_empty();
    rsx! {
        AsOf { model: model.clone(), on_again }
        if model.as_of.is_some() {
            Filters { model: model.clone() }
        }
        if let Some(zone) = elsewhere {
            p { class: "small soft", {words.with("book-clock", [("city", when::zone_name(zone).into())])} }
        }
        Days { days, on_choose }
        if none && model.as_of.is_some() {
            Nothing { model: model.clone(), refused: !refused.is_empty() }
        }
        NotOfferedTimes { times: refused, open: none }
        if model.unreadable > 0 {
            p { class: "small soft", {words.with("book-unreadable", [("count", model.unreadable.into())])} }
        }
        if model.more && model.as_of.is_some() {
            Button { wide: true, label: words.get("book-further"), on_press: move |()| on_further.call(()) }
        }
    }
}

/// The days with what can be asked for on them.
fn offered(days: &[FreeDay]) -> Vec<FreeDay> {
    let of_day = |day: &FreeDay| FreeDay {
        day: day.day,
        times: day.times.iter().filter(|time| time.refused.is_none()).cloned().collect(),
    };
    days.iter().map(of_day).filter(|day| !day.times.is_empty()).collect()
}

/// How old what is shown is, and whether the clinic is being asked. Old times are plainly not shown as free.
#[component]
fn AsOf(model: FreeTimes, on_again: EventHandler<()>) -> Element {
    let here = use_here();
    let words = here.words();
    if model.door == BookingDoor::Practice {
        return rsx! {};
    }
    let as_of = model.as_of.map(|at| here.stamp(at));
    let trouble = model.trouble.map(|trouble| trouble_words(here, trouble, Setting::Asked));
    rsx! {
        div { class: "stack", role: "status",
            if model.asking {
                p { class: "small soft", {words.get("book-looking")} }
                if as_of.is_none() {
                    div { class: "skeleton", "aria-hidden": "true",
                        span {}
                        span {}
                    }
                }
            }
            if let Some((happened, next)) = trouble.filter(|_| !model.asking) {
                Note { warm: true, head: happened,
                    if let Some(time) = &as_of {
                        p { {words.with("book-old-trouble", [("time", time.clone().into())])} }
                    } else {
                        p { {words.get("book-none-known")} }
                        p { "{next}" }
                    }
                    Again { on_again }
                }
            } else if let Some(time) = as_of {
                if model.fresh {
                    p { class: "small soft", {words.with("book-as-of", [("time", time.into())])} }
                } else if !model.asking {
                    Note { warm: true, head: words.with("book-old", [("time", time.into())]),
                        p { {words.get("book-old-ask")} }
                        Again { on_again }
                    }
                } else {
                    p { {words.with("book-old", [("time", time.into())])} }
                }
            }
        }
    }
}

#[component]
fn Again(on_again: EventHandler<()>) -> Element {
    let words = use_here().words();
    rsx! {
        Button { tone: Tone::Quiet, label: words.get("book-again"), on_press: move |()| on_again.call(()) }
    }
}

/// Nothing can be asked for: because there is nothing, because nothing fits, or because of the clinic's rules.
#[component]
fn Nothing(model: FreeTimes, refused: bool) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    let sought = &model.sought;
    let filtered = sought.with.is_some() || sought.part.is_some() || sought.place.is_some();
    rsx! {
        div { role: "status",
            if refused {
                Note { head: words.get("book-none-offered") }
            } else if filtered && model.of_kind > 0 {
                Note { head: words.get("book-none-fit"),
                    Button {
                        label: words.get("book-show-all"),
                        on_press: move |()| {
                            let mut draft = shell.draft;
                            draft.write().booking.show_all();
                        },
                    }
                }
            } else {
                Note { head: words.with("book-none", [("weeks", model.weeks.into())]),
                    p { {words.get("book-none-next")} }
                }
            }
        }
    }
}

//! Find a time: the days with free times, how old that is, and why some are not offered.

use super::{CallInstead, Kept, NoticeLine, filters::Filters, refused::NotOfferedTimes, times::Days};
use crate::{
    app::read::{Door, FreeDay, FreeTimeLine, FreeTimes, SyncTrouble},
    ui::{
        here::{use_here, use_shell, use_words},
        parts::{Button, Frame, NotGranted, Note, Setting, Tone, trouble_words, visit_name},
        when,
        words::Key,
    },
};
use chrono::{DateTime, Utc};
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
    let call = model.call.clone();
    rsx! {
        Frame { title, sub: visit_name(words, model.sought.kind),
            if let Some(visit) = model.moving.clone() {
                Kept { visit }
            }
            if let Some(arrival) = arrival {
                NoticeLine { notice: model.notice, zone: arrival.zone, differs: arrival.zone_differs }
            }
            if model.door == Door::NotGranted {
                NotGranted { head: Key("book-not-granted"), next: Key("book-not-granted-next") }
            } else if !call_first {
                if model.door == Door::Practice {
                    Note { head: words.get("book-practice") }
                }
                Found { model, on_again, on_further, on_choose }
            }
            CallInstead { call, first: call_first }
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
    let words = use_words();
    let FreeTimes { door, as_of, fresh, asking, trouble, sought, of_kind, weeks, .. } = model;
    let mut times = model.days.iter().flat_map(|day| &day.times);
    let elsewhere = times.find(|time| time.zone_differs).map(|time| time.zone);
    let (days, refused) = parted(model.days);
    let (none, known) = (days.is_empty(), as_of.is_some());
    let filtered = sought.with.is_some() || sought.part.is_some() || sought.place.is_some();
    rsx! {
        if door != Door::Practice {
            AsOf { as_of, fresh, asking, trouble, on_again }
        }
        if known {
            Filters { parts: model.parts, clinicians: model.clinicians, places: model.places }
        }
        if let Some(zone) = elsewhere {
            p { class: "small soft", {words.with("book-clock", [("city", when::zone_name(zone).into())])} }
        }
        Days { days, on_choose }
        if none && known {
            Nothing { refused: !refused.is_empty(), unfit: filtered && of_kind > 0, weeks }
        }
        NotOfferedTimes { times: refused, open: none }
        if model.unreadable > 0 {
            p { class: "small soft", {words.with("book-unreadable", [("count", model.unreadable.into())])} }
        }
        if model.more && known {
            Button { wide: true, label: words.get("book-further"), on_press: move |()| on_further.call(()) }
        }
    }
}

/// The days with what can be asked for on them, and all times that cannot.
fn parted(days: Vec<FreeDay>) -> (Vec<FreeDay>, Vec<FreeTimeLine>) {
    let mut refused = Vec::new();
    let of_day = |FreeDay { day, times }| {
        let (not_offered, times): (Vec<_>, Vec<_>) =
            times.into_iter().partition(|time: &FreeTimeLine| time.refused.is_some());
        refused.extend(not_offered);
        FreeDay { day, times }
    };
    let offered = days.into_iter().map(of_day).filter(|day| !day.times.is_empty()).collect();
    (offered, refused)
}

/// How old what is shown is, and whether the clinic is being asked. Old times are plainly not shown as free.
#[component]
fn AsOf(
    as_of: Option<DateTime<Utc>>,
    fresh: bool,
    asking: bool,
    trouble: Option<SyncTrouble>,
    on_again: EventHandler<()>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let as_of = as_of.map(|at| here.stamp(at));
    let trouble = trouble.map(|trouble| trouble_words(here, trouble, Setting::Asked));
    rsx! {
        div { class: "stack", role: "status",
            if asking {
                p { class: "small soft", {words.get("book-looking")} }
                if as_of.is_none() {
                    div { class: "skeleton", "aria-hidden": "true",
                        span {}
                        span {}
                    }
                }
            }
            if let Some((happened, next)) = trouble.filter(|_| !asking) {
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
                if fresh {
                    p { class: "small soft", {words.with("book-as-of", [("time", time.into())])} }
                } else if !asking {
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
fn Nothing(
    /// There are times, and none of them is offered.
    refused: bool,
    /// There are times, and none of them is what is sought.
    unfit: bool,
    weeks: u32,
) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    rsx! {
        div { role: "status",
            if refused {
                Note { head: words.get("book-none-offered") }
            } else if unfit {
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
                Note { head: words.with("book-none", [("weeks", weeks.into())]),
                    p { {words.get("book-none-next")} }
                }
            }
        }
    }
}

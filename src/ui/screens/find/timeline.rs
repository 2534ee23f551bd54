//! The journal as a line of time: month by month, with sessions and intentions between the pages.

use super::line::{Line, Lines};
use crate::{
    app::read::{Timeline, TimelineItem},
    ui::{
        here::use_here,
        parts::{Button, Frame, Switch},
        when,
    },
};
use dioxus::prelude::*;

/// The newest first; older ones are added on request. What was written on this day in other years is there only if the
/// patient asked for it.
#[component]
pub fn TimelinePage(
    model: Timeline,
    on_older: EventHandler<()>,
    /// Whether to show what was written on this day in other years.
    on_this_day: EventHandler<bool>,
) -> Element {
    let words = use_here().words();
    let asked = model.on_this_day.is_some();
    let of_this_day = model.on_this_day.unwrap_or_default();
    let none = asked && of_this_day.is_empty();
    rsx! {
        Frame { title: words.get("timeline"),
            if !of_this_day.is_empty() {
                section { class: "stack", "aria-labelledby": "this-day",
                    h2 { id: "this-day", {words.get("this-day")} }
                    Lines { pages: of_this_day }
                }
            }
            if model.months.is_empty() {
                p { class: "soft", {words.get("journal-none")} }
            }
            for month in model.months {
                section { key: "{month.first}", class: "stack close", "aria-labelledby": "month-{month.first}",
                    h2 { id: "month-{month.first}", {when::month_and_year(words, month.first)} }
                    ul { class: "lines found",
                        for item in month.items {
                            Item { key: "{key(&item)}", item }
                        }
                    }
                }
            }
            if model.more {
                Button { wide: true, label: words.get("show-older"), on_press: move |()| on_older.call(()) }
            }
            div { class: "stack close",
                Switch { label: words.get("this-day-show"), on: asked, on_turn: move |on| on_this_day.call(on) }
                div { role: "status",
                    if none {
                        p { class: "small soft", {words.get("this-day-none")} }
                    }
                }
            }
        }
    }
}

/// What tells an item from all others.
fn key(item: &TimelineItem) -> String {
    match item {
        TimelineItem::Page(page) => page.id.to_string(),
        TimelineItem::Session { number, .. } => format!("session-{number}"),
        TimelineItem::Intention { id, .. } => id.to_string(),
    }
}

#[component]
fn Item(item: TimelineItem) -> Element {
    let here = use_here();
    let words = here.words();
    let day = when::day_alone(words, item.day(), here.today());
    match item {
        TimelineItem::Page(page) => rsx! {
            li { Line { page } }
        },
        TimelineItem::Session { number, .. } => rsx! {
            li { class: "mark-line",
                p { class: "kicker", {words.with("timeline-session", [("number", number.into())])} }
                p { class: "small soft", "{day}" }
            }
        },
        TimelineItem::Intention { words: meant, .. } => rsx! {
            li { class: "mark-line",
                p { class: "kicker", {words.get("timeline-intention")} }
                p { class: "small soft", "{day}" }
                p { class: "own-words", {meant.reveal()} }
            }
        },
    }
}

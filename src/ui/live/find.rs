//! The search, the calendar and the line of time, tied to the app.

use super::{
    changes::{Reading, use_read},
    deeds::Deeds,
    screens::shown,
};
use crate::{
    care::journal::search::Filters,
    ui::{
        here::Shell,
        screens::{CalendarPage, DayPage, FindPage, TimelinePage},
    },
};
use chrono::NaiveDate;
use dioxus::prelude::*;
use std::time::Duration;

/// How long a hand rests before what it typed is looked for.
const REST: Duration = Duration::from_millis(150);

#[component]
pub(super) fn FindScreen() -> Element {
    let mut draft = use_context::<Shell>().draft;
    let (choices, _) = use_read(|cairn| async move { cairn.session_choices().await });
    let sessions = if let Reading::Ready(sessions) = choices { sessions } else { Vec::new() };
    // Only what is looked for makes the search begin anew, and each new one ends the one before.
    let sought = use_memo(move || {
        let draft = draft.read();
        (draft.sought.wanted.clone(), draft.sought.parts)
    });
    let reading = use_read(move |cairn| {
        let (wanted, parts) = sought();
        async move {
            if wanted.is_nothing() {
                return Ok(None);
            }
            tokio::time::sleep(REST).await;
            cairn.find_pages(wanted, parts).await.map(Some)
        }
    });
    shown("find", reading, |found| {
        rsx! {
            FindPage {
                found,
                sessions,
                on_search: move |typed| draft.write().sought.look_for(typed),
                on_filters: move |filters: Filters| draft.write().sought.look_at(filters),
                on_choosing: move |open| draft.write().sought.choosing = open,
                on_older: move |()| draft.write().sought.parts += 1,
            }
        }
    })
}

#[component]
pub(super) fn CalendarScreen() -> Element {
    let mut draft = use_context::<Shell>().draft;
    let month = use_memo(move || draft.read().sought.month);
    let reading = use_read(move |cairn| {
        let month = month();
        async move { cairn.journal_month(month).await }
    });
    shown("calendar", reading, |model| {
        rsx! {
            CalendarPage { model, on_month: move |first| draft.write().sought.month = Some(first) }
        }
    })
}

#[component]
pub(super) fn JournalDayScreen(day: NaiveDate) -> Element {
    let reading = use_read(move |cairn| async move { cairn.journal_day(day).await });
    shown("journal-day", reading, |pages| {
        rsx! {
            DayPage { day, pages }
        }
    })
}

#[component]
pub(super) fn TimelineScreen() -> Element {
    let deeds = use_context::<Deeds>();
    let mut draft = use_context::<Shell>().draft;
    let parts = use_memo(move || draft.read().sought.timeline);
    let reading = use_read(move |cairn| {
        let parts = parts();
        async move { cairn.journal_timeline(parts).await }
    });
    let on_this_day = move |show| {
        let cairn = deeds.cairn().clone();
        deeds.carry_out(async move { cairn.show_on_this_day(show).await }, |_| ());
    };
    shown("timeline", reading, |model| {
        rsx! {
            TimelinePage { model, on_older: move |()| draft.write().sought.timeline += 1, on_this_day }
        }
    })
}

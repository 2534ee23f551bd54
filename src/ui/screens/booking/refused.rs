//! Why a time is not offered, in plain words; times with the same reason stand together below it.

use super::moment;
use crate::{
    app::read::FreeTimeLine,
    care::booking::NotOffered,
    ui::{
        here::{Here, use_here},
        when,
    },
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use dioxus::prelude::*;

/// The rule behind it. Times are told on the clock of `zone`.
pub(super) fn not_offered_words(here: Here, why: NotOffered, zone: Tz) -> String {
    let words = here.words();
    let when = |at: DateTime<Utc>| moment(here, at, zone, false).into();
    let day = |day| when::day(words, day, here.today()).into();
    match why {
        NotOffered::Past => words.get("book-no-past"),
        NotOffered::TooSoon { from } => words.with("book-no-soon", [("moment", when(from))]),
        NotOffered::TooFewClinicians { needed, .. } => {
            words.with("book-no-people", [("needed", needed.into())])
        }
        NotOffered::RulesUnknown => words.get("book-no-rules"),
        NotOffered::Busy { start } => words.with("book-no-busy", [("moment", when(start))]),
        NotOffered::NeedsPreparation { needed, .. } => {
            words.with("book-no-preparation", [("needed", needed.into())])
        }
        NotOffered::AfterSession { start } => words.with("book-no-after", [("moment", when(start))]),
        NotOffered::NearSession { start, days } => {
            words.with("book-no-near", [("days", days.into()), ("moment", when(start))])
        }
        NotOffered::NoSession => words.get("book-no-session"),
        NotOffered::OutsideWindow { from, until } if from == until => {
            words.with("book-no-window-day", [("day", day(from))])
        }
        NotOffered::OutsideWindow { from, until } => {
            words.with("book-no-window", [("from", day(from)), ("until", day(until))])
        }
    }
}

/// All times that are not offered, folded away until somebody asks why; open where there is nothing else.
#[component]
pub(super) fn NotOfferedTimes(times: Vec<FreeTimeLine>, open: bool) -> Element {
    let here = use_here();
    let words = here.words();
    let count = times.len();
    let groups = grouped(times);
    if groups.is_empty() {
        return rsx! {};
    }
    rsx! {
        details { class: "fold why", open,
            summary { {words.with("book-not-offered", [("count", count.into())])} }
            for (at, (why, times)) in groups.into_iter().enumerate() {
                div { key: "{at}", class: "stack close",
                    p {
                        if let Some(time) = times.first() {
                            {not_offered_words(here, why, time.zone)}
                        }
                    }
                    ul { class: "small soft",
                        for (at, time) in times.into_iter().enumerate() {
                            li { key: "{at}", {moment(here, time.start, time.zone, time.zone_differs)} }
                        }
                    }
                }
            }
        }
    }
}

/// Times with the same reason, in the order in which the reasons are met.
fn grouped(times: Vec<FreeTimeLine>) -> Vec<(NotOffered, Vec<FreeTimeLine>)> {
    let mut groups: Vec<(NotOffered, Vec<FreeTimeLine>)> = Vec::new();
    for time in times {
        let Some(why) = time.refused else { continue };
        match groups.iter_mut().find(|(known, _)| *known == why) {
            Some((_, group)) => group.push(time),
            None => groups.push((why, vec![time])),
        }
    }
    groups
}

//! Trends: what was measured, drawn over time or around sessions, told in words, and the same as a table.

mod measure;
mod numbers;
mod summary;
mod table;

pub use summary::trend_summary;
pub use table::{TablePage, TableRow, pages_around, pages_over_time};

use crate::{
    app::read::{AroundSessions, Marked, Trends},
    care::trends::{Measure, Range, Series, Span},
    ui::{
        here::{use_here, use_shell, use_words},
        navigation::Screen,
        parts::{Button, Frame, Tone, by_date},
        when,
        words::{Key, Words},
    },
};
use chrono::NaiveDate;
use dioxus::prelude::*;
pub(super) use measure::measure_name;
use measure::{Legend, MeasureAroundSessions, MeasureOverTime};
use numbers::WhatNumbersSay;
use std::collections::BTreeSet;
use table::SameAsTable;

/// What the patient looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrendsLook {
    OverTime(Range),
    AroundSessions,
}

impl Default for TrendsLook {
    fn default() -> Self {
        Self::OverTime(Range::default())
    }
}

/// What there is to see of it.
#[derive(Debug, Clone, PartialEq)]
pub enum TrendsModel {
    OverTime(Trends),
    AroundSessions(AroundSessions),
}

impl TrendsModel {
    const fn look(&self) -> TrendsLook {
        match self {
            Self::OverTime(trends) => TrendsLook::OverTime(trends.range),
            Self::AroundSessions(_) => TrendsLook::AroundSessions,
        }
    }
}

/// The whole page.
#[component]
pub fn TrendsPage(model: TrendsModel, on_look: EventHandler<TrendsLook>) -> Element {
    let words = use_words();
    let look = model.look();
    rsx! {
        Frame { title: words.get("trends"),
            Looks { look, on_look }
            match model {
                TrendsModel::OverTime(trends) => rsx! { OverTime { trends } },
                TrendsModel::AroundSessions(around) => rsx! { Around { around } },
            }
        }
    }
}

/// The two ways of looking and, for one of them, how far back.
#[component]
fn Looks(look: TrendsLook, on_look: EventHandler<TrendsLook>) -> Element {
    let words = use_words();
    // Who looks around sessions and comes back finds the range as it was.
    let mut range = use_signal(Range::default);
    let over_time = matches!(look, TrendsLook::OverTime(_));
    let views = [
        (over_time, TrendsLook::OverTime(range()), Key("trends-over-time")),
        (!over_time, TrendsLook::AroundSessions, Key("trends-around")),
    ];
    rsx! {
        div { class: "stack",
            fieldset { role: "radiogroup", "aria-labelledby": "trends-view",
                span { id: "trends-view", class: "hidden", {words.get("trends-view")} }
                div { class: "choices",
                    for (at, (chosen, wanted, name)) in views.into_iter().enumerate() {
                        label { key: "{at}",
                            input {
                                r#type: "radio",
                                name: "trends-view",
                                value: "{at}",
                                checked: chosen,
                                onchange: move |_| on_look.call(wanted),
                            }
                            {words.say(name)}
                        }
                    }
                }
            }
            if let TrendsLook::OverTime(now) = look {
                fieldset { role: "radiogroup", "aria-labelledby": "trends-range",
                    span { id: "trends-range", class: "hidden", {words.get("trends-range")} }
                    div { class: "choices ranges",
                        for (at, one) in Range::ALL.into_iter().enumerate() {
                            label { key: "{at}",
                                input {
                                    r#type: "radio",
                                    name: "trends-range",
                                    value: "{at}",
                                    checked: one == now,
                                    onchange: move |_| {
                                        range.set(one);
                                        on_look.call(TrendsLook::OverTime(one));
                                    },
                                }
                                {words.say(range_name(one))}
                            }
                        }
                    }
                }
            }
        }
    }
}

pub(super) const fn range_name(range: Range) -> Key {
    match range {
        Range::FourWeeks => Key("trends-four-weeks"),
        Range::ThreeMonths => Key("trends-three-months"),
        Range::Year => Key("trends-year"),
        Range::All => Key("trends-all"),
    }
}

#[component]
fn OverTime(trends: Trends) -> Element {
    let shell = use_shell();
    let here = use_here();
    let words = here.words();
    let Trends { span, series, marked, newest, article, .. } = trends;
    let Some(newest) = newest else {
        return rsx! {
            p { {words.get("trends-first-time")} }
            Button {
                tone: Tone::First,
                wide: true,
                label: words.get("check-in"),
                on_press: move |()| shell.way.go(Screen::CheckIn),
            }
        };
    };
    if series.iter().all(|one| one.points.is_empty()) {
        let day = when::date(words, newest, here.today());
        return rsx! {
            p { {words.with("trends-empty", [("day", day.into())])} }
            Marks { marked }
        };
    }
    let ticks = by_date(words, span);
    let pages = pages_over_time(words, &series, &marked);
    rsx! {
        p { class: "sub small", {span_words(words, span, here.today())} }
        for one in series.clone() {
            MeasureOverTime {
                key: "{one.measure:?}",
                series: one,
                span,
                ticks: ticks.clone(),
                marked: marked.clone(),
            }
        }
        Legend { series: series.clone(), span, marked: marked.clone() }
        Marks { marked }
        SameAsTable { pages }
        WhatNumbersSay { series, article }
    }
}

#[component]
fn Around(around: AroundSessions) -> Element {
    let here = use_here();
    let words = here.words();
    let AroundSessions { sessions, marked, article } = around;
    if sessions.is_empty() {
        return rsx! {
            p { {words.get("trends-no-session")} }
        };
    }
    let pages = pages_around(words, here.today(), &sessions, &marked);
    let all: Vec<Series> = sessions.iter().flat_map(|one| one.series.clone()).collect();
    let measures: BTreeSet<Measure> = all.iter().map(|one| one.measure).collect();
    let near = |day: &NaiveDate| sessions.iter().any(|one| one.span.holds(*day));
    let marked =
        Marked { medicines: marked.medicines.iter().filter(|day| near(day)).copied().collect(), ..marked };
    let span = sessions.first().map_or(Span::around(here.today()), |one| one.span);
    rsx! {
        p { class: "sub small", {words.get("trends-around-lead")} }
        for measure in measures {
            MeasureAroundSessions { key: "{measure:?}", measure, sessions: sessions.clone(), marked: marked.clone() }
        }
        Legend { series: all.clone(), span, marked: marked.clone() }
        Marks { marked }
        SameAsTable { pages }
        WhatNumbersSay { series: all, article }
    }
}

/// What is marked on the drawings, in words.
#[component]
fn Marks(marked: Marked) -> Element {
    let here = use_here();
    let words = here.words();
    let day = |day| when::date(words, day, here.today());
    let nothing = marked.sessions.is_empty() && marked.medicines.is_empty() && !marked.incomplete;
    if nothing {
        return rsx! {};
    }
    rsx! {
        section { class: "stack close", "aria-labelledby": "marked",
            h2 { id: "marked", class: "minor", {words.get("trends-marked")} }
            ul { class: "marked",
                for session in marked.sessions {
                    li { key: "session-{session.number}",
                        {words.with("trends-session", [("number", session.number.into()), ("day", day(session.day).into())])}
                    }
                }
                for changed in marked.medicines {
                    li { key: "{changed}",
                        {words.with("trends-medicine-on", [("day", day(changed).into())])}
                    }
                }
            }
            if marked.incomplete {
                p { class: "small", {words.get("trends-incomplete")} }
            }
        }
    }
}

/// From the first day to the last.
fn span_words(words: Words, span: Span, today: NaiveDate) -> String {
    let gaps = [
        ("first", when::date(words, span.first, today).into()),
        ("last", when::date(words, span.last, today).into()),
    ];
    words.with("trends-span", gaps)
}

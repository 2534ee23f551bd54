//! One measure with its name, its drawing, what it says in words, and what the strokes mean.

use super::summary::{summary_around, trend_summary};
use crate::{
    app::read::{AroundSession, Marked},
    care::trends::{Measure, Series, Shape, Span},
    ui::{
        here::{use_here, use_words},
        parts::{Plot, Tick, around_session},
        when,
        words::Words,
    },
};
use dioxus::prelude::*;

/// What a measure is called.
pub(in crate::ui::screens) fn measure_name(words: Words, measure: Measure) -> String {
    match measure {
        Measure::Mood => words.get("mood"),
        Measure::Anxiety => words.get("anxiety"),
        // Instruments have the same name in every language.
        Measure::Score(instrument) => instrument.name().to_owned(),
    }
}

/// What the ends of its axis mean.
fn ends(words: Words, measure: Measure) -> String {
    match measure {
        Measure::Mood => words.get("trends-mood-ends"),
        Measure::Anxiety => words.get("trends-anxiety-ends"),
        Measure::Score(_) => words.with("trends-score-ends", [("top", measure.top().into())]),
    }
}

/// What an element about it is called in the page.
fn id_of(measure: Measure) -> String {
    match measure {
        Measure::Mood => "mood".to_owned(),
        Measure::Anxiety => "anxiety".to_owned(),
        Measure::Score(instrument) => instrument.name().to_lowercase(),
    }
}

/// The name of a measure, what its numbers mean, and what is drawn of it.
#[component]
fn Head(measure: Measure, children: Element) -> Element {
    let words = use_words();
    let id = id_of(measure);
    let bands: Vec<_> = measure.bands().into_iter().filter(|band| band.from > 0).collect();
    rsx! {
        section { class: "measure", "aria-labelledby": "{id}",
            div { class: "measure-head",
                h2 { id: "{id}", {measure_name(words, measure)} }
                p { class: "small soft", {ends(words, measure)} }
            }
            if let Some(first) = bands.first().copied() {
                // The words of the source, which are English.
                p { class: "small soft",
                    {words.with("trends-bands", [("source", first.source.into())])}
                    " "
                    for band in bands {
                        span { key: "{band.from}", class: "band-words",
                            span { lang: "en", "{band.words}" }
                            " {band.from}–{band.to}"
                        }
                    }
                }
            }
            {children}
        }
    }
}

/// One measure over time.
#[component]
pub(super) fn MeasureOverTime(series: Series, span: Span, ticks: Vec<Tick>, marked: Marked) -> Element {
    let here = use_here();
    let measure = series.measure;
    let id = id_of(measure);
    let said = trend_summary(here.words(), &series, here.today());
    rsx! {
        Head { measure,
            if !series.points.is_empty() {
                Plot { named_by: "{id}", described_by: "{id}-said", series, span, ticks, marked }
            }
            p { id: "{id}-said", class: "plot-words small", "{said}" }
        }
    }
}

/// How many sessions are drawn at once; the older ones are there on request.
const AT_ONCE: usize = 4;

/// One measure around each session, below each other, so that a day stands above the same day of another session.
#[component]
pub(super) fn MeasureAroundSessions(
    measure: Measure,
    sessions: Vec<AroundSession>,
    marked: Marked,
) -> Element {
    let words = use_words();
    let mut newest = sessions;
    let older = newest.split_off(newest.len().min(AT_ONCE));
    rsx! {
        Head { measure,
            for one in newest {
                AroundOne { key: "{one.session.number}", measure, one, marked: marked.clone() }
            }
            if !older.is_empty() {
                details { class: "sources",
                    summary { {words.with("trends-older-sessions", [("count", older.len().into())])} }
                    for one in older {
                        AroundOne { key: "{one.session.number}", measure, one, marked: marked.clone() }
                    }
                }
            }
        }
    }
}

#[component]
fn AroundOne(measure: Measure, one: AroundSession, marked: Marked) -> Element {
    let here = use_here();
    let words = here.words();
    let AroundSession { session, span, series } = one;
    let series = series.into_iter().find(|series| series.measure == measure);
    let series = series.unwrap_or(Series { measure, points: Vec::new() });
    let id = format!("{}-{}", id_of(measure), session.number);
    let day = when::date(words, session.day, here.today());
    let said = summary_around(words, &series, session.day);
    rsx! {
        h3 { id: "{id}", class: "small",
            {words.with("trends-session", [("number", session.number.into()), ("day", day.into())])}
        }
        if !series.points.is_empty() {
            Plot {
                named_by: "{id_of(measure)} {id}",
                described_by: "{id}-said",
                series,
                span,
                ticks: around_session(words, span, session.day),
                marked: marked.within(span),
                little: true,
                around: session.number,
            }
        }
        p { id: "{id}-said", class: "plot-words small", "{said}" }
    }
}

/// What the strokes mean.
#[component]
pub(super) fn Legend(series: Vec<Series>, span: Span, marked: Marked) -> Element {
    let words = use_words();
    let shapes: Vec<_> = series.iter().map(|one| (one, Shape::of(one, span))).collect();
    let days = shapes.iter().find_map(|(_, shape)| match shape {
        Shape::Columns { days, .. } => Some(*days),
        Shape::Points(_) => None,
    });
    let dots = shapes.iter().any(|(one, shape)| !one.measure.is_score() && matches!(shape, Shape::Points(_)));
    let blank = Measure::Mood.most_days() - 1;
    let weeks = series.iter().find(|one| one.measure.is_score()).map(|one| one.measure.most_days() / 7);
    rsx! {
        ul { class: "legend small",
            if let Some(days) = days {
                li { class: "of-columns", {words.with("trends-key-columns", [("days", days.into())])} }
            }
            if dots {
                li { class: "of-mood", {words.get("trends-key-mood")} }
                li { class: "of-anxiety", {words.get("trends-key-anxiety")} }
                li { {words.with("trends-key-line", [("days", blank.into())])} }
            }
            if let Some(weeks) = weeks {
                li { class: "of-scores", {words.with("trends-key-scores", [("weeks", weeks.into())])} }
            }
            if !marked.sessions.is_empty() {
                li { class: "of-sessions", {words.get("trends-key-session")} }
            }
            if !marked.medicines.is_empty() {
                li { class: "of-medicines", {words.get("trends-key-medicine")} }
            }
        }
    }
}

//! One measure with its name, its drawing, what it says in words, and what the strokes mean.

use super::summary::{summary_around, trend_summary};
use crate::{
    app::read::Marked,
    care::trends::{Measure, Series, SessionMark, Shape, Span},
    ui::{
        here::{use_here, use_words},
        parts::{Plot, Tick},
        words::Words,
    },
};
use dioxus::prelude::*;

/// What a measure is called.
pub(super) fn measure_name(words: Words, measure: &Measure) -> String {
    match measure {
        Measure::Mood => words.get("mood"),
        Measure::Anxiety => words.get("anxiety"),
        // Instruments have the same name in every language.
        Measure::Score(name) => name.clone(),
    }
}

/// The name, the drawing and the summary, each tied to the other.
#[component]
pub(super) fn MeasureFigure(
    /// It is a part of the page of its own, not of a session's.
    heading: bool,
    /// The session it is drawn around.
    around: Option<SessionMark>,
    series: Series,
    span: Span,
    ticks: Vec<Tick>,
    marked: Marked,
) -> Element {
    let here = use_here();
    let words = here.words();
    let name = measure_name(words, &series.measure);
    let ends = match &series.measure {
        Measure::Mood => Some(words.get("trends-mood-ends")),
        Measure::Anxiety => Some(words.get("trends-anxiety-ends")),
        Measure::Score(_) => Some(words.with("trends-score-ends", [("top", series.scale.top.into())])),
    };
    let number = around.map(|session| session.number);
    let id = match (&series.measure, number) {
        (Measure::Mood, None) => "mood".to_owned(),
        (Measure::Anxiety, None) => "anxiety".to_owned(),
        (Measure::Score(name), None) => format!("score-{}", plain(name)),
        (measure, Some(number)) => format!("{}-{number}", plain(&format!("{measure:?}"))),
    };
    let said = match around {
        None => trend_summary(words, &series, span, here.today()),
        Some(session) => summary_around(words, &series, session.day),
    };
    rsx! {
        section { class: "measure", "aria-labelledby": "{id}-name",
            div { class: "measure-head",
                if heading {
                    h2 { id: "{id}-name", "{name}" }
                } else {
                    h3 { id: "{id}-name", "{name}" }
                }
                if let Some(ends) = ends {
                    p { class: "small soft", "{ends}" }
                }
            }
            if series.points.is_empty() {
                p { id: "{id}-said", class: "small", "{said}" }
            } else {
                Plot {
                    named_by: "{id}-name",
                    described_by: "{id}-said",
                    series,
                    span,
                    ticks,
                    marked,
                    little: !heading,
                    around: number,
                }
                p { id: "{id}-said", class: "said small", "{said}" }
            }
        }
    }
}

/// Only letters and digits: an id may hold nothing else.
fn plain(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).collect()
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
    let points = |score: bool| {
        shapes.iter().any(|(one, shape)| {
            matches!(one.measure, Measure::Score(_)) == score && matches!(shape, Shape::Points(_))
        })
    };
    let most = |measure: &Measure| measure.most_days() - 1;
    let weeks = series.iter().find(|one| matches!(one.measure, Measure::Score(_)));
    rsx! {
        ul { class: "legend small",
            if let Some(days) = days {
                li { class: "of-columns", {words.with("trends-key-columns", [("days", days.into())])} }
            }
            if points(false) {
                li { class: "of-dots", {words.with("trends-key-dots", [("days", most(&Measure::Mood).into())])} }
            }
            if let Some(one) = weeks {
                li { class: "of-scores", {words.with("trends-key-scores", [("weeks", (one.measure.most_days() / 7).into())])} }
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

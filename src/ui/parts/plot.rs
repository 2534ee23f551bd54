//! One measure drawn over days: dots where there is data, a line only between neighbours, gaps left open.
//!
//! The drawing stretches with the page while strokes and dots keep their size; every word stands beside it as HTML
//! and grows with the text. To a screen reader the drawing is one image with a name and a summary.

mod axis;
mod paths;

pub use axis::{Tick, around_session, by_date};

use crate::{
    app::read::Marked,
    care::trends::{Measure, Series, Shape, Span},
};
use dioxus::prelude::*;
use paths::{Dots, HEIGHT, WIDTH, across, down, level, upright};

/// Labels of sessions nearer to each other than this part of the width share one.
const ONE_LABEL: f64 = 0.09;

/// Further to the right, in percent, a label ends at its upright so that it stays on the page.
const NEAR_THE_END: f64 = 95.0;
/// The words of the bands stand within the drawing only while few totals could stand in their way.
const ROOM_FOR_WORDS: usize = 4;

/// A drawing. `described_by` is the id of its summary, `named_by` that of its heading.
#[component]
pub fn Plot(
    named_by: String,
    described_by: String,
    series: Series,
    span: Span,
    ticks: Vec<Tick>,
    marked: Marked,
    /// One of several below each other: lower.
    #[props(default)]
    little: bool,
    /// The number of the session the drawing is around, which needs no label.
    around: Option<usize>,
) -> Element {
    let top = series.measure.top();
    let shape = Shape::of(&series, span);
    let (line, dots, count) = match &shape {
        Shape::Points(runs) => {
            (paths::lines(runs, span, top), paths::dots(runs, span, top), series.points.len())
        }
        Shape::Columns { columns, .. } => {
            (paths::uprights(columns, span, top), paths::middles(columns, span, top), columns.len())
        }
    };
    let bands: Vec<_> = series.measure.bands().into_iter().filter(|band| band.from > 0).collect();
    let values = values(series.measure);
    let words = if series.points.len() <= ROOM_FOR_WORDS { bands.clone() } else { Vec::new() };
    let is_band = |value: u8| bands.iter().any(|band| band.from == value);
    let grid: String =
        values.iter().filter(|value| !is_band(**value)).map(|value| level(*value, top)).collect();
    let band_lines: String = bands.iter().map(|band| level(band.from, top)).collect();
    let days: String = ticks.iter().map(|tick| upright(tick.place)).collect();
    let sessions: String = marked.sessions.iter().map(|one| upright(span.place_of_day(one.day))).collect();
    let rings = series.measure.is_score().then(|| dots.clone());
    let labels = labels(&marked, span, around);
    let kind = if matches!(shape, Shape::Columns { .. }) { "columns" } else { Dots::of(count, span).class() };
    let little = if little { "little" } else { "" };
    rsx! {
        div { class: "plot {form_of(series.measure)} {kind} {little}",
            div { class: "plot-sessions", "aria-hidden": "true",
                for (place, label) in labels {
                    span {
                        key: "{label}",
                        class: if place > NEAR_THE_END { "at-right" },
                        style: "left: {place}%",
                        "{label}"
                    }
                }
            }
            div { class: "plot-values", "aria-hidden": "true",
                for value in values {
                    span { key: "{value}", style: "top: {down(value, top)}%", "{value}" }
                }
            }
            div { class: "plot-field",
                // Below the drawing: a word never covers a number.
                for band in words {
                    span {
                        key: "{band.from}",
                        class: "plot-band",
                        lang: "en",
                        "aria-hidden": "true",
                        style: "bottom: {100.0 - down(band.from, top)}%",
                        "{band.words}"
                    }
                }
                svg {
                    role: "img",
                    "aria-labelledby": named_by,
                    "aria-describedby": described_by,
                    view_box: "0 0 {WIDTH} {HEIGHT}",
                    preserve_aspect_ratio: "none",
                    path { class: "grid", d: "{grid}{days}" }
                    path { class: "band", d: band_lines }
                    path { class: "session", d: sessions }
                    path { class: "line", d: line }
                    path { class: "dots", d: dots }
                    if let Some(rings) = rings {
                        path { class: "dots inside", d: rings }
                    }
                }
                for day in marked.medicines {
                    span {
                        key: "{day}",
                        class: "plot-medicine",
                        "aria-hidden": "true",
                        style: "left: {across(span.place_of_day(day))}%",
                    }
                }
            }
            div { class: "plot-days", "aria-hidden": "true",
                for tick in ticks.into_iter().filter(|tick| !tick.label.is_empty()) {
                    span {
                        key: "{tick.label}",
                        class: tick.class(),
                        style: "left: {across(tick.place)}%",
                        "{tick.label}"
                    }
                }
            }
        }
    }
}

/// The numbers of the sessions above their uprights, as percentages of the width; sessions that stand too near
/// share a label.
fn labels(marked: &Marked, span: Span, around: Option<usize>) -> Vec<(f64, String)> {
    let others = marked.sessions.iter().filter(|session| Some(session.number) != around);
    let placed: Vec<_> = others.map(|session| (span.place_of_day(session.day), session.number)).collect();
    let groups = placed.chunk_by(|(one, _), (next, _)| next - one < ONE_LABEL);
    let label = |group: &[(f64, usize)]| {
        let ((first, from), (last, to)) = (*group.first()?, *group.last()?);
        let label = if from == to { from.to_string() } else { format!("{from}–{to}") };
        Some((across(f64::midpoint(first, last)), label))
    };
    groups.filter_map(label).collect()
}

/// The numbers beside the axis: both ends and the middle or, where there are bands, where these begin.
fn values(measure: Measure) -> Vec<u8> {
    let bands: Vec<_> = measure.bands().iter().map(|band| band.from).collect();
    let between = if bands.is_empty() { vec![measure.top() / 2] } else { bands };
    let mut all = [vec![0, measure.top()], between].concat();
    all.sort_unstable();
    all.dedup();
    all
}

/// What tells the measures apart without colour: the form of their dots and lines.
const fn form_of(measure: Measure) -> &'static str {
    match measure {
        Measure::Mood => "mood",
        Measure::Anxiety => "anxiety",
        Measure::Score(_) => "score",
    }
}

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

/// A drawing. `described_by` is the id of its summary, `named_by` that of its heading.
#[component]
pub fn Plot(
    named_by: String,
    described_by: String,
    series: Series,
    span: Span,
    ticks: Vec<Tick>,
    marked: Marked,
    /// One of several below each other: lower, and without the labels of the days.
    #[props(default)]
    little: bool,
    /// The number of the session the drawing is around, which needs no label.
    around: Option<usize>,
) -> Element {
    let top = series.scale.top;
    let shape = Shape::of(&series, span);
    let (line, dots, count) = match &shape {
        Shape::Points(runs) => (paths::lines(runs, span, top), paths::dots(runs, span, top), series.points.len()),
        Shape::Columns { columns, .. } => {
            (paths::uprights(columns, span, top), paths::middles(columns, span, top), columns.len())
        }
    };
    let columns = matches!(shape, Shape::Columns { .. });
    let grid: String = [0, top / 2, top].map(|value| level(value, top)).concat();
    let bands: String = series.scale.bands.iter().map(|(from, _)| level(*from, top)).collect();
    let days: String = ticks.iter().map(|tick| upright(tick.place)).collect();
    let sessions: String = marked.sessions.iter().map(|one| upright(span.place_of_day(one.day))).collect();
    let labels = labels(&marked, span, around);
    let kind = if columns { "columns" } else { Dots::of(count, span).class() };
    let little = if little { "little" } else { "" };
    rsx! {
        div { class: "plot {form_of(&series.measure)} {kind} {little}",
            div { class: "plot-sessions", "aria-hidden": "true",
                for (place, label) in labels {
                    span { key: "{label}", style: "left: {place}%", "{label}" }
                }
            }
            div { class: "plot-values", "aria-hidden": "true",
                for value in [top, top / 2, 0] {
                    span { key: "{value}", style: "top: {down(value, top)}%", "{value}" }
                }
            }
            div { class: "plot-field",
                svg {
                    role: "img",
                    "aria-labelledby": named_by,
                    "aria-describedby": described_by,
                    view_box: "0 0 {WIDTH} {HEIGHT}",
                    preserve_aspect_ratio: "none",
                    path { class: "grid", d: "{grid}{days}" }
                    path { class: "band", d: bands }
                    path { class: "session", d: sessions }
                    path { class: "line", d: line }
                    path { class: "dots", d: dots }
                }
                for (from, name) in series.scale.bands.iter().filter(|(from, _)| *from > 0) {
                    span {
                        key: "{from}",
                        class: "plot-band",
                        "aria-hidden": "true",
                        style: "bottom: {100.0 - down(*from, top)}%",
                        "{name} {from}"
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

/// What tells the measures apart without colour: the form of their dots and lines.
const fn form_of(measure: &Measure) -> &'static str {
    match measure {
        Measure::Mood => "mood",
        Measure::Anxiety => "anxiety",
        Measure::Score(_) => "score",
    }
}

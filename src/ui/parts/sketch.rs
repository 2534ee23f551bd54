//! A drawing as it is seen: lines of numbers on light paper, by day and by night.

use crate::care::journal::{Colour, HIGH, Stroke, WIDE, written};
use dioxus::prelude::*;

/// The lines of a drawing, the newest on top.
#[component]
pub fn Lines(strokes: Vec<Stroke>) -> Element {
    rsx! {
        for stroke in strokes {
            polyline {
                key: "{stroke.place}",
                stroke: stroke.line.colour.rgb(),
                stroke_width: "{stroke.line.width.steps()}",
                points: as_line(&stroke),
            }
        }
    }
}

/// A small picture of a drawing; what it shows is said beside it.
#[component]
pub fn Sketch(strokes: Vec<Stroke>) -> Element {
    rsx! {
        svg { class: "sketch", view_box: "0 0 {WIDE} {HIGH}", "aria-hidden": "true",
            rect { width: "{WIDE}", height: "{HIGH}", fill: Colour::PAPER }
            g { class: "drawn",
                Lines { strokes }
            }
        }
    }
}

/// A line of one point has no length: it is seen as a dot only if it ends where it began.
fn as_line(stroke: &Stroke) -> String {
    let points = written(&stroke.line.points);
    if stroke.line.points.len() == 1 { format!("{points} {points}") } else { points }
}

//! Days and numbers as the paths of an SVG: digits and letters of our own making, never text from elsewhere.

use crate::care::trends::{Column, Point, Span};
use std::fmt::Write;

/// The width of the drawing in its own units.
pub(super) const WIDTH: f64 = 1000.0;
/// The height of the drawing in its own units.
pub(super) const HEIGHT: f64 = 100.0;

/// How large dots may be, so that neighbours do not run into one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dots {
    Large,
    Small,
    /// No larger than the line: they only keep a check-in without neighbours in sight.
    Tiny,
}

impl Dots {
    /// For `count` points among the days of `span`.
    pub(super) fn of(count: usize, span: Span) -> Self {
        match (count, span.days()) {
            (0..=60, 0..=40) | (0..=20, _) => Self::Large,
            (0..=140, _) => Self::Small,
            _ => Self::Tiny,
        }
    }

    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Large => "large",
            Self::Small => "small-dots",
            Self::Tiny => "tiny",
        }
    }
}

/// How far from the left, in percent; what stands at the very edge stays within.
pub(super) fn across(place: f64) -> f64 {
    (place * 1000.0).round().clamp(0.0, 1000.0) / 10.0
}

/// How far from the top `value` stands, in percent, where the axis goes from 0 to `top`.
pub(super) fn down(value: u8, top: u8) -> f64 {
    let part = f64::from(value) / f64::from(top.max(1));
    ((1.0 - part) * 1000.0).round() / 10.0
}

/// A line over the whole width.
pub(super) fn level(value: u8, top: u8) -> String {
    format!("M0 {}H{WIDTH}", down(value, top))
}

/// A line over the whole height.
pub(super) fn upright(place: f64) -> String {
    format!("M{} 0V{HEIGHT}", x(place))
}

/// The lines of the runs: each run is one, and none leads to the next.
pub(super) fn lines(runs: &[Vec<Point>], span: Span, top: u8) -> String {
    let mut path = String::new();
    for run in runs.iter().filter(|run| run.len() > 1) {
        for (at, point) in run.iter().enumerate() {
            corner(&mut path, if at == 0 { 'M' } else { 'L' }, span.place_of(*point), down(point.value, top));
        }
    }
    path
}

/// A dot for every point.
pub(super) fn dots(runs: &[Vec<Point>], span: Span, top: u8) -> String {
    let mut path = String::new();
    for point in runs.iter().flatten() {
        dot(&mut path, span.place_of(*point), down(point.value, top));
    }
    path
}

/// An upright from the lowest to the highest of each column.
pub(super) fn uprights(columns: &[Column], span: Span, top: u8) -> String {
    let mut path = String::new();
    for column in columns {
        corner(&mut path, 'M', middle(column, span), down(column.highest, top));
        // Writing to a String cannot fail.
        let _ = write!(path, "V{}", down(column.lowest, top));
    }
    path
}

/// A dot at the middle of each column.
pub(super) fn middles(columns: &[Column], span: Span, top: u8) -> String {
    let mut path = String::new();
    for column in columns {
        dot(&mut path, middle(column, span), down(column.middle, top));
    }
    path
}

/// The middle of the days of a column that lie within the span.
fn middle(column: &Column, span: Span) -> f64 {
    f64::midpoint(span.place(column.first, 0), span.place(column.last.min(span.last), 1440))
}

/// A stroke almost without length: its cap is the dot, and keeps its size and form however the drawing stretches.
fn dot(path: &mut String, place: f64, down: f64) {
    corner(path, 'M', place, down);
    path.push_str("h.01");
}

fn corner(path: &mut String, letter: char, place: f64, down: f64) {
    let _ = write!(path, "{letter}{} {down}", x(place));
}

/// From the left in units, to the tenth: a third of a point on a phone.
fn x(place: f64) -> f64 {
    (place * WIDTH * 10.0).round() / 10.0
}

//! A drawing: strokes on a sheet of paper, kept as whole numbers, so that a drawing is never anything but lines.

mod image;
mod shape;
mod simpler;

pub use image::image;
pub use shape::{Shape, Spot};
pub use simpler::simpler;

use std::fmt;

/// How wide the paper is, in steps of its grid: on a phone's screen about thirty to a pixel.
pub const WIDE: u16 = 10_000;
/// How high the paper is, in the same steps.
pub const HIGH: u16 = 12_500;
/// How much one drawing may hold, in bytes of its points: some hours of drawing.
pub const LARGEST_DRAWING: u64 = 2 * 1024 * 1024;

/// A place on the paper, from its upper left corner.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Point {
    x: u16,
    y: u16,
}

impl Point {
    /// The place, or the nearest one on the paper.
    #[must_use]
    pub fn new(x: i32, y: i32) -> Self {
        let within = |value: i32, most: u16| u16::try_from(value.max(0)).unwrap_or(most).min(most);
        Self { x: within(x, WIDE), y: within(y, HIGH) }
    }

    /// Steps from the left edge.
    #[must_use]
    pub const fn x(self) -> u16 {
        self.x
    }

    /// Steps from the upper edge.
    #[must_use]
    pub const fn y(self) -> u16 {
        self.y
    }
}

/// What somebody draws is as much theirs as what they write: it stands in no log.
impl fmt::Debug for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Point(…)")
    }
}

/// The colours of the box of pencils. Each has at least 4.5 : 1 against the paper, which is light by day and by night.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Colour {
    #[default]
    Black,
    Blue,
    Green,
    Orange,
    Red,
    Violet,
}

impl Colour {
    /// All of them, in the order of the box.
    pub const ALL: [Self; 6] = [Self::Black, Self::Blue, Self::Green, Self::Orange, Self::Red, Self::Violet];
    /// The paper they are seen on.
    pub const PAPER: &'static str = "#fffdf8";

    /// The name it has in the store.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Black => "black",
            Self::Blue => "blue",
            Self::Green => "green",
            Self::Orange => "orange",
            Self::Red => "red",
            Self::Violet => "violet",
        }
    }

    /// The one with this name.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|colour| colour.code() == code)
    }

    /// Red, green and blue as the web writes them.
    #[must_use]
    pub const fn rgb(self) -> &'static str {
        match self {
            Self::Black => "#1f2a2e",
            Self::Blue => "#1d4f91",
            Self::Green => "#1f6b46",
            Self::Orange => "#a84e0c",
            Self::Red => "#a3263a",
            Self::Violet => "#6a3d8f",
        }
    }
}

/// How wide a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum LineWidth {
    Fine,
    #[default]
    Medium,
    Broad,
}

impl LineWidth {
    /// All widths, the finest first.
    pub const ALL: [Self; 3] = [Self::Fine, Self::Medium, Self::Broad];

    /// In steps of the paper's grid.
    #[must_use]
    pub const fn steps(self) -> u16 {
        match self {
            Self::Fine => 60,
            Self::Medium => 150,
            Self::Broad => 340,
        }
    }

    /// The width of so many steps.
    #[must_use]
    pub fn of_steps(steps: u16) -> Option<Self> {
        Self::ALL.into_iter().find(|width| width.steps() == steps)
    }
}

/// A line that is about to be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub colour: Colour,
    pub width: LineWidth,
    /// At least one.
    pub points: Vec<Point>,
    /// It goes on from the line before: a long stroke is kept in parts while it is drawn, and taken back as a whole.
    pub goes_on: bool,
}

/// A line that was drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stroke {
    /// Where it comes among all strokes; later ones lie on top.
    pub place: i64,
    pub line: Line,
}

/// The points as text: `12,840 15,838`.
#[must_use]
pub fn written(points: &[Point]) -> String {
    let pairs: Vec<String> = points.iter().map(|point| format!("{},{}", point.x, point.y)).collect();
    pairs.join(" ")
}

/// Reads what [`written`] makes. `None` for anything else, and for no points at all.
#[must_use]
pub fn read_points(text: &str) -> Option<Vec<Point>> {
    let number = |text: &str| text.parse::<u16>().ok().map(i32::from);
    let point = |pair: &str| {
        let (x, y) = pair.split_once(',')?;
        Some(Point::new(number(x)?, number(y)?))
    };
    let points: Vec<Point> = text.split_ascii_whitespace().map(point).collect::<Option<_>>()?;
    (!points.is_empty()).then_some(points)
}

#[cfg(test)]
#[path = "stroke_tests.rs"]
mod tests;

//! Shapes to put on the paper without drawing: for whom a finger, a mouse or arrow keys are too much.

use super::{HIGH, Point, WIDE};

/// What can be put on the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Shape {
    #[default]
    Circle,
    Line,
    Wave,
    Spiral,
    Square,
    Triangle,
    Star,
    Heart,
}

/// Where on the paper: a third from the top and a third from the left, each counted from 0 to 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Spot {
    row: u8,
    column: u8,
}

impl Default for Spot {
    fn default() -> Self {
        Self { row: 1, column: 1 }
    }
}

impl Spot {
    /// All nine, line by line.
    pub const ALL: [Self; 9] = [
        Self::at(0, 0),
        Self::at(0, 1),
        Self::at(0, 2),
        Self::at(1, 0),
        Self::at(1, 1),
        Self::at(1, 2),
        Self::at(2, 0),
        Self::at(2, 1),
        Self::at(2, 2),
    ];

    const fn at(row: u8, column: u8) -> Self {
        Self { row, column }
    }

    /// From 0 (upper left) to 8 (lower right).
    #[must_use]
    pub const fn number(self) -> u8 {
        self.row * 3 + self.column
    }

    /// The spot with this number.
    #[must_use]
    pub fn of_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|spot| spot.number() == number)
    }
}

/// How far a shape reaches from its middle, in steps.
const REACH: f64 = 1_250.0;

impl Shape {
    /// All shapes, in the order of the list.
    pub const ALL: [Self; 8] = [
        Self::Circle,
        Self::Line,
        Self::Wave,
        Self::Spiral,
        Self::Square,
        Self::Triangle,
        Self::Star,
        Self::Heart,
    ];

    /// The name it has in a list.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Circle => "circle",
            Self::Line => "line",
            Self::Wave => "wave",
            Self::Spiral => "spiral",
            Self::Square => "square",
            Self::Triangle => "triangle",
            Self::Star => "star",
            Self::Heart => "heart",
        }
    }

    /// The one with this name.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shape| shape.code() == code)
    }

    /// Its line, on this spot of the paper.
    #[must_use]
    pub fn at(self, spot: Spot) -> Vec<Point> {
        let third = |size: u16, nth: u8| f64::from(size) * (2.0 * f64::from(nth) + 1.0) / 6.0;
        let (middle_x, middle_y) = (third(WIDE, spot.column), third(HIGH, spot.row));
        let steps = self.steps();
        (0..=steps)
            .map(|nth| {
                let (x, y) = self.place(f64::from(nth) / f64::from(steps));
                Point::new(whole(middle_x + x * REACH), whole(middle_y + y * REACH))
            })
            .collect()
    }

    const fn steps(self) -> u16 {
        match self {
            Self::Line => 1,
            Self::Triangle => 3,
            Self::Square => 4,
            Self::Star => 10,
            Self::Wave => 24,
            Self::Circle | Self::Heart => 36,
            Self::Spiral => 60,
        }
    }

    /// Where its line is after so much of its way (0 to 1), a full reach being 1 in each direction.
    fn place(self, way: f64) -> (f64, f64) {
        let turn = way * std::f64::consts::TAU;
        match self {
            Self::Circle | Self::Triangle => (turn.sin(), -turn.cos()),
            Self::Line => (2.0 * way - 1.0, 0.0),
            Self::Wave => (2.0 * way - 1.0, -0.4 * (2.0 * turn).sin()),
            Self::Spiral => (way * (3.0 * turn).sin(), -way * (3.0 * turn).cos()),
            Self::Square => {
                let corner = turn + std::f64::consts::FRAC_PI_4;
                (1.2 * corner.sin(), -1.2 * corner.cos())
            }
            Self::Star => {
                // Every second corner lies further in.
                let inner = (way * 10.0).round().rem_euclid(2.0) > 0.5;
                let reach = if inner { 0.42 } else { 1.0 };
                (reach * turn.sin(), -reach * turn.cos())
            }
            // The usual curve of sixteen, five, two and one.
            Self::Heart => {
                let y = 13.0 * turn.cos()
                    - 5.0 * (2.0 * turn).cos()
                    - 2.0 * (3.0 * turn).cos()
                    - (4.0 * turn).cos();
                (turn.sin().powi(3), -y / 16.0)
            }
        }
    }
}

/// The nearest whole step. What is drawn lies within the paper, so nothing is cut off.
#[allow(clippy::cast_possible_truncation, reason = "a paper of a few thousand steps")]
fn whole(steps: f64) -> i32 {
    steps.round() as i32
}

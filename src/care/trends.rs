//! What the patient measured, day by day, ready to be drawn: nothing is averaged, bridged, moved or left out.
//!
//! How it is drawn, and why a clinician can trust it:
//! - Each check-in is one point, on the day and at the time of day its own clock showed ([`Point::of`]). Several
//!   on one day are several points; there is no mean and no smoothing, for neither was ever felt by anybody.
//! - A line joins a point to the next only while that is near ([`Measure::joins`]); otherwise it stays open.
//! - Where points are too many to be told apart, an upright per few days goes from the lowest to the highest of
//!   them ([`columns`]), so what was extreme stays in sight.
//! - Around a session, days are counted on calendars ([`Span::around`]), so a change of clocks shifts nothing.
//! - Nothing here says why a number is what it is.

mod columns;
mod medicines;
mod sessions;
mod span;
mod summary;

pub use columns::{Column, Shape, columns};
pub use medicines::medicine_changes;
pub use sessions::{SessionMark, sessions};
pub use span::{Range, Span};
pub use summary::{Extreme, Summary};

use super::{
    Score,
    instruments::{Band, Instrument},
    time,
};
use chrono::{DateTime, NaiveDate, Timelike, Utc};
use chrono_tz::Tz;

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    Mood,
    Anxiety,
    /// The total of an instrument.
    Score(Instrument),
}

/// One number that was given, where and when its own clock says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The calendar day where it was made.
    pub day: NaiveDate,
    /// The minute of that day on the clock where it was made, 0 to 1439.
    pub minute: u16,
    pub value: u8,
}

/// The points of one measure in the order of their days and clocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    pub measure: Measure,
    pub points: Vec<Point>,
}

impl Measure {
    /// A check-in is meant for each day: across more than two days without one no line is drawn.
    const CHECK_IN_DAYS: i64 = 3;
    /// Forms ask about two weeks (care/instruments.md) and come every two to four: one that comes two weeks late
    /// is still joined to the one before.
    const SCORE_DAYS: i64 = 42;

    /// True if a line may lead from a point on one day to the next point on the other.
    #[must_use]
    pub fn joins(self, one: NaiveDate, next: NaiveDate) -> bool {
        next.signed_duration_since(one).num_days() <= self.most_days()
    }

    /// The highest number it can be; the lowest is 0.
    #[must_use]
    pub fn top(self) -> u8 {
        match self {
            Self::Mood | Self::Anxiety => Score::MAX,
            Self::Score(instrument) => instrument.most(),
        }
    }

    /// The bands of an instrument in the words of its source, the lowest first. Mood and anxiety have none
    /// (care/instruments.md).
    #[must_use]
    pub fn bands(self) -> Vec<Band> {
        let Self::Score(instrument) = self else { return Vec::new() };
        let mut bands: Vec<_> = (0..=self.top()).filter_map(|total| instrument.band(total)).collect();
        bands.dedup();
        bands
    }

    /// True for the total of an instrument.
    #[must_use]
    pub const fn is_score(self) -> bool {
        matches!(self, Self::Score(_))
    }

    /// How many days later the next point may be and still be joined.
    #[must_use]
    pub const fn most_days(self) -> i64 {
        match self {
            Self::Mood | Self::Anxiety => Self::CHECK_IN_DAYS,
            Self::Score(_) => Self::SCORE_DAYS,
        }
    }
}

impl Point {
    /// `value`, given at `at` by the clock of `zone`.
    #[must_use]
    pub fn of(at: DateTime<Utc>, zone: Tz, value: u8) -> Self {
        let clock = at.with_timezone(&zone).time();
        let minute = clock.hour() * 60 + clock.minute();
        Self { day: time::day_of(at, zone), minute: u16::try_from(minute).unwrap_or_default(), value }
    }
}

impl Series {
    /// The points in their order. Whoever flies west makes a later check-in by an earlier clock: it stands where
    /// that clock says, so that a line never runs backwards.
    #[must_use]
    pub fn new(measure: Measure, mut points: Vec<Point>) -> Self {
        points.sort_by_key(|point| (point.day, point.minute));
        Self { measure, points }
    }

    /// Only what lies within `span`.
    #[must_use]
    pub fn within(&self, span: Span) -> Self {
        let points = self.points.iter().filter(|point| span.holds(point.day)).copied().collect();
        Self { measure: self.measure, points }
    }

    /// The points in runs that a line may join, in order; between runs the line stays open.
    pub fn runs(&self) -> impl Iterator<Item = &[Point]> {
        self.points.chunk_by(|one, next| self.measure.joins(one.day, next.day))
    }
}

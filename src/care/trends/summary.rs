//! What a drawing shows, in the few numbers that can be said aloud.

use super::{Point, Series};
use chrono::NaiveDate;

/// A series in words' reach. There is none of a series without points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// On how many days there is at least one point.
    pub days: usize,
    /// How many points there are.
    pub count: usize,
    pub lowest: Extreme,
    pub highest: Extreme,
    pub last: Point,
}

/// A lowest or highest number, and when it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extreme {
    pub value: u8,
    /// On how many days.
    pub days: usize,
    /// The last of these days.
    pub last: NaiveDate,
}

impl Summary {
    /// Sums `series` up; `None` if it has no points.
    #[must_use]
    pub fn of(series: &Series) -> Option<Self> {
        let points = &series.points;
        let extreme = |value: u8| {
            let days = days(points.iter().filter(|point| point.value == value));
            Some(Extreme { value, days: days.len(), last: days.last().copied()? })
        };
        Some(Self {
            days: days(points.iter()).len(),
            count: points.len(),
            lowest: extreme(points.iter().map(|point| point.value).min()?)?,
            highest: extreme(points.iter().map(|point| point.value).max()?)?,
            last: points.last().copied()?,
        })
    }
}

/// Each day once, in order.
fn days<'a>(points: impl Iterator<Item = &'a Point>) -> Vec<NaiveDate> {
    let mut days: Vec<_> = points.map(|point| point.day).collect();
    days.dedup();
    days
}

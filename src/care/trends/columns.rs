//! Very many points as uprights from the lowest to the highest of a few days, so that no extreme is hidden.

use super::{Point, Series, Span};
use chrono::{Days, NaiveDate};

/// How a series is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// Each point by itself, in runs that a line joins.
    Points(Vec<Vec<Point>>),
    /// In uprights of that many days.
    Columns { days: u32, columns: Vec<Column> },
}

/// The points of a few days that follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    pub first: NaiveDate,
    pub last: NaiveDate,
    pub lowest: u8,
    /// As many are at or below it as above it, or one more: it is one of the numbers given, not a mean.
    pub middle: u8,
    pub highest: u8,
    /// How many points it stands for, one at least.
    pub count: usize,
}

impl Shape {
    /// More points than this cannot be told apart on a phone: a year with one a day still can.
    pub const MOST_POINTS: usize = 500;
    /// An upright and the space beside it need two of the 360 points a phone's drawing is wide.
    pub const MOST_COLUMNS: u32 = 180;

    /// How to draw `series` over `span`.
    #[must_use]
    pub fn of(series: &Series, span: Span) -> Self {
        if series.points.len() <= Self::MOST_POINTS {
            return Self::Points(series.runs().map(<[Point]>::to_vec).collect());
        }
        let days = span.days().div_ceil(Self::MOST_COLUMNS);
        Self::Columns { days, columns: columns(&series.points, span, days) }
    }
}

/// The `points`, which are in order, in columns of `days` days from the first of `span`; those without any are not
/// there.
#[must_use]
pub fn columns(points: &[Point], span: Span, days: u32) -> Vec<Column> {
    let wide = i64::from(days.max(1));
    let place = |point: &Point| point.day.signed_duration_since(span.first).num_days().div_euclid(wide);
    points
        .chunk_by(|one, next| place(one) == place(next))
        .filter_map(|points| {
            let mut values: Vec<_> = points.iter().map(|point| point.value).collect();
            values.sort_unstable();
            let behind = u64::try_from(place(points.first()?).checked_mul(wide)?).ok()?;
            let first = span.first.checked_add_days(Days::new(behind))?;
            Some(Column {
                first,
                last: first.checked_add_days(Days::new(u64::from(days.max(1)) - 1))?,
                lowest: *values.first()?,
                middle: *values.get((values.len() - 1) / 2)?,
                highest: *values.last()?,
                count: values.len(),
            })
        })
        .collect()
}

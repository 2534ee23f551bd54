//! Finding a time that suits: by clinician, part of the day and place, day by day, and the nearest to one that is gone.

use super::{FreeTime, Party};
use crate::care::{Id, VisitKind, time};
use chrono::{DateTime, NaiveDate, Timelike, Utc};
use chrono_tz::Tz;
use std::collections::BTreeMap;

/// What is looked for. A field without a value leaves everything in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought {
    pub kind: VisitKind,
    /// The id of a clinician or of their place at the clinic.
    pub with: Option<Id>,
    pub part: Option<PartOfDay>,
    pub place: Option<Id>,
}

/// A part of the day on the clinic's clock, by when a visit starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartOfDay {
    /// Before 12:00.
    Morning,
    /// From 12:00 until 17:00.
    Afternoon,
    /// From 17:00.
    Evening,
}

impl PartOfDay {
    /// The part `instant` falls into in `zone`.
    #[must_use]
    pub fn of(instant: DateTime<Utc>, zone: Tz) -> Self {
        match instant.with_timezone(&zone).hour() {
            ..12 => Self::Morning,
            12..17 => Self::Afternoon,
            _ => Self::Evening,
        }
    }
}

impl Sought {
    /// Every time of this kind.
    #[must_use]
    pub const fn all(kind: VisitKind) -> Self {
        Self { kind, with: None, part: None, place: None }
    }

    /// True if `free` is what is looked for; `zone` is that of its place.
    #[must_use]
    pub fn fits(&self, free: &FreeTime, zone: Tz) -> bool {
        free.kind == self.kind
            && self.with.as_ref().is_none_or(|id| free.with.iter().map(Party::id).any(|with| with == id))
            && self.part.is_none_or(|part| part == PartOfDay::of(free.start, zone))
            && self.place.as_ref().is_none_or(|place| free.place.as_ref() == Some(place))
    }
}

/// The times by calendar days of the clinic; `zone_of` tells the zone of a time's place.
#[must_use]
pub fn by_day(times: Vec<FreeTime>, zone_of: impl Fn(&FreeTime) -> Tz) -> BTreeMap<NaiveDate, Vec<FreeTime>> {
    let mut days: BTreeMap<NaiveDate, Vec<FreeTime>> = BTreeMap::new();
    for free in times {
        days.entry(time::day_of(free.start, zone_of(&free))).or_default().push(free);
    }
    for day in days.values_mut() {
        day.sort_by(|one, other| (one.start, one.end, &one.with).cmp(&(other.start, other.end, &other.with)));
    }
    days
}

/// The `most` offered times nearest to `wanted`, the nearest first and of two as near the earlier.
#[must_use]
pub fn nearest(times: &[FreeTime], wanted: DateTime<Utc>, most: usize) -> Vec<&FreeTime> {
    let mut offered: Vec<_> = times.iter().filter(|free| free.refused.is_none()).collect();
    offered.sort_by_key(|free| ((free.start - wanted).abs(), free.start, free.with.clone()));
    offered.truncate(most);
    offered
}

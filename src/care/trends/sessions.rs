//! The sessions that took place, counted from the first.

use crate::care::{Visit, VisitKind, journey::took_place, time};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

/// A session that took place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionMark {
    /// The first session is 1.
    pub number: usize,
    /// Its day on the clinic's calendar.
    pub day: NaiveDate,
}

/// The sessions among `visits` that took place before `now`, oldest first, each on its day in the zone that
/// `zone_of` gives for its visit.
#[must_use]
pub fn sessions(visits: &[Visit], now: DateTime<Utc>, zone_of: impl Fn(&Visit) -> Tz) -> Vec<SessionMark> {
    let took_place = |visit: &&Visit| visit.kind == VisitKind::Session && took_place(visit, now);
    let mut dated: Vec<_> =
        visits.iter().filter(took_place).filter_map(|visit| Some((visit.start?, zone_of(visit)))).collect();
    dated.sort_by_key(|(start, _)| *start);
    let numbered = (1..).zip(dated);
    numbered.map(|(number, (start, zone))| SessionMark { number, day: time::day_of(start, zone) }).collect()
}

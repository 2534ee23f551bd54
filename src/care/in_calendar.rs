//! A visit in the patient's own calendar: what may be put there, and whether what was put there still holds.

use super::Visit;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// From when to when a calendar has the patient away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarTimes {
    /// When to be there; the start of the visit where the clinic's rule for that is not known.
    pub from: DateTime<Utc>,
    /// `None` where the clinic gave no end.
    pub to: Option<DateTime<Utc>>,
}

/// What the last file for a calendar said about a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct InCalendar {
    pub times: CalendarTimes,
    /// How often it was changed (`SEQUENCE` of iCalendar): a calendar keeps what has the higher number.
    pub sequence: u32,
    /// The last file took the visit out.
    pub out: bool,
}

/// What there is to do about a visit and the patient's calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalendarStep {
    /// It can be put there.
    Add(CalendarTimes),
    /// The file that was made says what the clinic says.
    Same(CalendarTimes),
    /// The calendar may still have other times.
    Change { had: CalendarTimes, now: CalendarTimes },
    /// The calendar may still have it, and the clinic does not expect the patient then.
    TakeOut(CalendarTimes),
}

impl CalendarStep {
    /// What to do about `visit`, where `arrival` is when to be there and `before` what the last file said. `None` where
    /// there is nothing: nothing is certain, or it is over.
    ///
    /// Without the visit (the clinic took it back) only what a file said can be taken out.
    #[must_use]
    pub fn of(
        visit: Option<(&Visit, Option<DateTime<Utc>>)>,
        before: Option<&InCalendar>,
        now: DateTime<Utc>,
    ) -> Option<Self> {
        let before = before.filter(|before| !before.out).map(|before| before.times);
        let certain = visit.filter(|(visit, _)| visit.is_firm(now));
        let times = certain.and_then(|(visit, arrival)| {
            let from = arrival.or(visit.start)?;
            Some(CalendarTimes { from, to: visit.end.filter(|end| *end > from) })
        });
        match (times, before) {
            (Some(now), None) => Some(Self::Add(now)),
            (Some(now), Some(had)) if had == now => Some(Self::Same(now)),
            (Some(now), Some(had)) => Some(Self::Change { had, now }),
            (None, Some(had)) if had.to.unwrap_or(had.from) > now && !is_done(visit) => {
                Some(Self::TakeOut(had))
            }
            (None, _) => None,
        }
    }
}

/// True for a visit that took place: what the calendar has of it was so.
fn is_done(visit: Option<(&Visit, Option<DateTime<Utc>>)>) -> bool {
    visit.is_some_and(|(visit, _)| visit.state == super::VisitState::Finished)
}

impl CalendarStep {
    /// The times it is about: those of the visit as it stands, else those a calendar may still have.
    #[must_use]
    pub const fn times(self) -> CalendarTimes {
        match self {
            Self::Add(times) | Self::Same(times) | Self::TakeOut(times) | Self::Change { now: times, .. } => {
                times
            }
        }
    }
}

impl InCalendar {
    /// What the next file says, at `now`: the times, or that the visit is out. `before` is what the last one said.
    ///
    /// The number rises with the minutes since 1970, so that it rises also after a phone was restored from an old copy.
    #[must_use]
    pub fn next(before: Option<&Self>, times: CalendarTimes, out: bool, now: DateTime<Utc>) -> Self {
        let minutes = u32::try_from(now.timestamp().div_euclid(60)).unwrap_or(0);
        let after = before.map_or(0, |before| before.sequence.saturating_add(1));
        Self { times, sequence: minutes.max(after), out }
    }
}

#[cfg(test)]
#[path = "in_calendar_tests.rs"]
mod tests;

//! The times a made-up clinic keeps free for visits, week by week.

use super::Weekday;
use crate::care::Id;
use crate::care::protocol::{Clock, Minutes, VisitWord};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// The same times on the same weekdays, as long as they are offered. Where several clinicians are named, a visit needs
/// all of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeSheet {
    /// What they can be used for.
    #[serde(rename = "for")]
    pub kinds: Vec<VisitWord>,
    /// Ids of clinicians.
    pub with: Vec<Id>,
    pub place: Id,
    pub minutes: Minutes,
    pub days: Vec<Weekday>,
    /// The starts, on the clock of the place.
    pub at: Vec<Clock>,
    /// The first day, counted from today at the clinic.
    pub from: i32,
    /// The last day.
    pub to: i32,
}

impl TimeSheet {
    /// How many days a sheet may span at most: nobody books further ahead, and each day is written out.
    pub const MOST_DAYS: i32 = 366;

    /// True if there are times on `day`.
    #[must_use]
    pub fn is_on(&self, day: NaiveDate) -> bool {
        self.days.iter().any(|weekday| weekday.is(day))
    }
}

impl Weekday {
    fn is(self, day: NaiveDate) -> bool {
        let of_day = match day.weekday() {
            chrono::Weekday::Mon => Self::Mon,
            chrono::Weekday::Tue => Self::Tue,
            chrono::Weekday::Wed => Self::Wed,
            chrono::Weekday::Thu => Self::Thu,
            chrono::Weekday::Fri => Self::Fri,
            chrono::Weekday::Sat => Self::Sat,
            chrono::Weekday::Sun => Self::Sun,
        };
        self == of_day
    }
}

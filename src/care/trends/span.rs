//! The days a drawing covers, and where on it a point stands.

use super::Point;
use chrono::{Days, NaiveDate};

/// How much of the past is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Range {
    /// 28 days.
    #[default]
    FourWeeks,
    /// 13 weeks.
    ThreeMonths,
    /// 365 days.
    Year,
    /// From the first day there is anything of.
    All,
}

/// Days of the calendar, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub first: NaiveDate,
    pub last: NaiveDate,
}

impl Range {
    /// All of them, the shortest first.
    pub const ALL: [Self; 4] = [Self::FourWeeks, Self::ThreeMonths, Self::Year, Self::All];

    /// How many days it has; `None` for all there are.
    #[must_use]
    pub const fn days(self) -> Option<u64> {
        match self {
            Self::FourWeeks => Some(28),
            Self::ThreeMonths => Some(91),
            Self::Year => Some(365),
            Self::All => None,
        }
    }

    /// The days it covers on `today`, where the days with anything run from the first to the last of `known`.
    ///
    /// It ends today, or tomorrow for whoever made a check-in further east. What a phone with a wrong clock put
    /// beyond that is in [`Range::All`] and does not push today out of the others.
    #[must_use]
    pub fn span(self, today: NaiveDate, known: Option<(NaiveDate, NaiveDate)>) -> Span {
        let newest = known.map_or(today, |(_, last)| last.max(today));
        let tomorrow = today.succ_opt().unwrap_or(today);
        let of_days = |last: NaiveDate, days: u64| Span {
            first: last.checked_sub_days(Days::new(days.saturating_sub(1))).unwrap_or(last),
            last,
        };
        if let Some(days) = self.days() {
            return of_days(if newest == tomorrow { tomorrow } else { today }, days);
        }
        // A few days are not drawn wider than they would be among four weeks.
        let least = of_days(today, 28).first;
        Span { first: known.map_or(least, |(first, _)| first.min(least)), last: newest }
    }
}

impl Span {
    /// How many days before a session are looked at.
    pub const BEFORE: u64 = 7;
    /// How many days after a session are looked at.
    pub const AFTER: u64 = 28;

    /// The days around a session on `day`.
    #[must_use]
    pub fn around(day: NaiveDate) -> Self {
        Self {
            first: day.checked_sub_days(Days::new(Self::BEFORE)).unwrap_or(day),
            last: day.checked_add_days(Days::new(Self::AFTER)).unwrap_or(day),
        }
    }

    /// How many days it has, one at least.
    #[must_use]
    pub fn days(self) -> u32 {
        let days = self.last.signed_duration_since(self.first).num_days().saturating_add(1);
        u32::try_from(days).unwrap_or_default().max(1)
    }

    /// True if `day` is one of them.
    #[must_use]
    pub fn holds(self, day: NaiveDate) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// Where the middle of `day` stands, from 0 at the beginning of the first day to 1 at the end of the last.
    #[must_use]
    pub fn place_of_day(self, day: NaiveDate) -> f64 {
        self.place(day, 12 * 60)
    }

    /// Where a point stands, from 0 at the beginning of the first day to 1 at the end of the last.
    #[must_use]
    pub fn place_of(self, point: Point) -> f64 {
        self.place(point.day, point.minute)
    }

    /// Where a minute of a day stands. Every day is as wide as every other, whatever its clocks did.
    #[must_use]
    pub fn place(self, day: NaiveDate, minute: u16) -> f64 {
        let days = i32::try_from(day.signed_duration_since(self.first).num_days()).unwrap_or(i32::MAX);
        (f64::from(days) + f64::from(minute) / 1440.0) / f64::from(self.days())
    }
}

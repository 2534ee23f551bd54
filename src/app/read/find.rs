//! Pages of the journal that were looked for, a month of it, a day, and all of it as a line of time.

use crate::care::{
    Id, Private,
    journal::search::{Filters, Found},
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What somebody looks for in their journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// As it was typed.
    pub typed: Private,
    pub filters: Filters,
}

/// Pages that were found, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FoundPages {
    pub pages: Vec<Found>,
    /// There are older ones.
    pub more: bool,
}

/// A session that pages may belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionChoice {
    pub id: Id,
    /// Its day on the clinic's calendar.
    pub day: NaiveDate,
}

/// A month of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalMonth {
    /// Its first day.
    pub first: NaiveDate,
    /// The days on which pages were begun.
    pub written: BTreeSet<NaiveDate>,
    /// The first days of the months to turn to: back to the oldest page, and on to today.
    pub before: Option<NaiveDate>,
    pub after: Option<NaiveDate>,
}

/// The journal as a line of time, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    pub months: Vec<TimelineMonth>,
    /// There are older pages.
    pub more: bool,
    /// What was written on this day in other years, the newest first; `None` while nobody asked to see it.
    pub on_this_day: Option<Vec<Found>>,
}

/// What stands in one month of the line of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineMonth {
    /// Its first day.
    pub first: NaiveDate,
    pub items: Vec<TimelineItem>,
}

/// One thing in the line of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimelineItem {
    Page(Found),
    /// A session that took place; the first one is 1.
    Session {
        number: usize,
        day: NaiveDate,
    },
    /// What the patient wanted to bring to a session, on the day it was written.
    Intention {
        id: Id,
        day: NaiveDate,
        words: Private,
    },
}

impl Wanted {
    /// True if nothing is looked for.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.typed.is_blank() && self.filters.is_empty()
    }
}

impl Default for Wanted {
    fn default() -> Self {
        Self { typed: Private::new(""), filters: Filters::default() }
    }
}

impl TimelineItem {
    /// The calendar day it stands on.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        match self {
            Self::Page(page) => page.day(),
            Self::Session { day, .. } | Self::Intention { day, .. } => *day,
        }
    }
}

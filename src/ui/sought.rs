//! What somebody was looking for in their journal, and how far they had come. It outlives the screens, so that the way
//! back from a page leads to where it was found.

use crate::{
    app::read::Wanted,
    care::{Private, journal::search::Filters},
};
use chrono::NaiveDate;

/// A search, a place in the line of time and a month of the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought {
    pub wanted: Wanted,
    /// How many parts of what was found are shown.
    pub parts: usize,
    /// The choices of what to look at are open.
    pub choosing: bool,
    /// How many parts of the line of time are shown.
    pub timeline: usize,
    /// A day of the month that is shown; `None` is the month of today.
    pub month: Option<NaiveDate>,
}

impl Default for Sought {
    fn default() -> Self {
        Self { wanted: Wanted::default(), parts: 1, choosing: false, timeline: 1, month: None }
    }
}

impl Sought {
    /// Looks for other words, from the newest page on.
    pub fn look_for(&mut self, typed: String) {
        self.wanted.typed = Private::new(typed);
        self.parts = 1;
    }

    /// Looks at other pages, from the newest on.
    pub fn look_at(&mut self, filters: Filters) {
        self.wanted.filters = filters;
        self.parts = 1;
    }
}

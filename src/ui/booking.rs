//! What is half chosen while somebody looks for a time. It outlives the screens, so that the way back leads to the same times.

use super::{here::Shell, navigation::Screen};
use crate::{
    app::read::FreeTimes,
    care::{
        Id, Private, VisitKind,
        booking::{PartOfDay, Sought},
    },
};
use dioxus::prelude::*;

/// What is looked for, and what is half written about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HalfBooking {
    pub with: Option<Id>,
    pub part: Option<PartOfDay>,
    pub place: Option<Id>,
    /// How many weeks from now are looked at.
    pub weeks: u32,
    /// For the clinic, with what is asked for.
    pub words: Option<Private>,
}

impl Default for HalfBooking {
    fn default() -> Self {
        Self { with: None, part: None, place: None, weeks: FreeTimes::WEEKS, words: None }
    }
}

impl HalfBooking {
    /// What is looked for among the times for visits of `kind`.
    #[must_use]
    pub fn sought(&self, kind: VisitKind) -> Sought {
        Sought { kind, with: self.with.clone(), part: self.part, place: self.place.clone() }
    }

    /// Looks for another time. What was written for the clinic stays until it is asked with it.
    fn begin_anew(&mut self) {
        *self = Self { words: self.words.take(), ..Self::default() };
    }

    /// Looks at every time again.
    pub fn show_all(&mut self) {
        (self.with, self.part, self.place) = (None, None, None);
    }

    /// Looks as many weeks further ahead as at first.
    pub fn look_further(&mut self) {
        self.weeks = self.weeks.saturating_add(FreeTimes::WEEKS).min(FreeTimes::MOST_WEEKS);
    }
}

impl Shell {
    /// Begins to book a visit of a kind that is not chosen yet.
    pub fn book(self) {
        let mut draft = self.draft;
        draft.write().booking.begin_anew();
        self.way.go(Screen::Book);
    }

    /// Begins to look for a time of `kind`, for the visit `moving` if one is to be moved there.
    pub fn find_time(self, kind: VisitKind, moving: Option<Id>) {
        let mut draft = self.draft;
        draft.write().booking.begin_anew();
        self.way.go(Screen::FindTime { kind, moving });
    }
}

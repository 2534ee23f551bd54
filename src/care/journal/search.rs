//! What somebody looks for in their journal: what was typed, read as words, and what else a page must be.
//!
//! Nothing of it is a language: each letter that was typed is looked for or is a gap between words.

mod letters;
mod query;

pub use letters::{EVERY, signs};
pub use query::{LONGEST, Query, Term};

use super::{Phase, Thread};
use crate::care::{Id, Private};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

/// What a page must be to be found. Each part that is `None` asks nothing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Filters {
    /// It belongs to this session.
    pub visit: Option<Id>,
    pub thread: Option<Thread>,
    /// It holds something of this kind.
    pub kind: Option<Kind>,
    /// The mood that was given with it, 0 to 10, both ends included.
    pub mood: Option<MoodRange>,
    /// Something of it is with the clinic: shared, and not withdrawn.
    pub shared: bool,
    /// It was begun on one of these days.
    pub days: Option<Days>,
}

/// What a page can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Words,
    Drawing,
    Photo,
    Voice,
    File,
}

/// From `low` to `high`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct MoodRange {
    pub low: u8,
    pub high: u8,
}

/// From the first to the last calendar day, both included, each on the clock of the place where the page was begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Days {
    pub first: NaiveDate,
    pub last: NaiveDate,
}

/// A page that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub id: Id,
    /// When it was begun, and in which zone.
    pub at: DateTime<Utc>,
    pub zone: Tz,
    pub phase: Option<Phase>,
    /// The question that opened the page; empty where none did.
    pub prompt: Vec<Piece>,
    /// The titles of what hangs on it that hold something that was looked for.
    pub titles: Vec<Vec<Piece>>,
    /// What hangs on it besides words, each kind once.
    pub kinds: Vec<Kind>,
    /// A few of its words, around the first that was looked for; how it begins where none was. Empty for a page
    /// without words.
    pub passage: Vec<Piece>,
}

/// A stretch of a page's words that was looked for, or was not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub words: Private,
    pub hit: bool,
}

impl Filters {
    /// True if nothing is asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Kind {
    /// All kinds in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Words, Self::Drawing, Self::Photo, Self::Voice, Self::File];

    /// Its short name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Drawing => "drawing",
            Self::Photo => "photo",
            Self::Voice => "voice",
            Self::File => "file",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

impl Days {
    /// One day.
    #[must_use]
    pub const fn only(day: NaiveDate) -> Self {
        Self { first: day, last: day }
    }

    /// True if it is one of these days at `at` on the clock of `zone`.
    #[must_use]
    pub fn hold(self, at: DateTime<Utc>, zone: Tz) -> bool {
        (self.first..=self.last).contains(&crate::care::time::day_of(at, zone))
    }
}

impl Found {
    /// The calendar day it was begun on, where it was begun.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        crate::care::time::day_of(self.at, self.zone)
    }
}

impl Piece {
    /// A stretch of words.
    #[must_use]
    pub fn new(words: impl Into<String>, hit: bool) -> Self {
        Self { words: Private::new(words), hit }
    }
}

#[cfg(test)]
#[path = "search_tests.rs"]
mod tests;

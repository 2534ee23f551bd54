//! Trends: what was measured over time and around each session, with what is marked beside it.

use crate::care::trends::{Range, Series, SessionMark, Span};
use chrono::NaiveDate;

/// What was measured in a range of time.
#[derive(Debug, Clone, PartialEq)]
pub struct Trends {
    pub range: Range,
    pub span: Span,
    /// Mood and anxiety first; then each instrument that has a total in this time.
    pub series: Vec<Series>,
    pub marked: Marked,
    /// The day of the newest check-in or total of all, also outside of this time.
    pub newest: Option<NaiveDate>,
    /// The clinic has the article on what numbers can say.
    pub article: bool,
}

/// What was measured around each session that took place.
#[derive(Debug, Clone, PartialEq)]
pub struct AroundSessions {
    /// The newest first.
    pub sessions: Vec<AroundSession>,
    /// As in [`Trends`], of all time.
    pub marked: Marked,
    pub article: bool,
}

/// From some days before a session to some weeks after it.
#[derive(Debug, Clone, PartialEq)]
pub struct AroundSession {
    pub session: SessionMark,
    pub span: Span,
    /// As in [`Trends`].
    pub series: Vec<Series>,
}

/// What is marked beside the numbers. It stands there for its day alone and explains nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marked {
    /// Oldest first.
    pub sessions: Vec<SessionMark>,
    /// Days on which a medicine line of the clinic changed, oldest first.
    pub medicines: Vec<NaiveDate>,
    /// The clinic sent a visit or a medicine line that cannot be read: a mark may be missing.
    pub incomplete: bool,
}

impl Marked {
    /// Only what lies within `span`.
    #[must_use]
    pub fn within(&self, span: Span) -> Self {
        Self {
            sessions: self.sessions.iter().filter(|session| span.holds(session.day)).copied().collect(),
            medicines: self.medicines.iter().filter(|day| span.holds(**day)).copied().collect(),
            incomplete: self.incomplete,
        }
    }
}

//! The journal: its pages as a list, one page to write on, and the story of a session.

use crate::care::{
    Id, Intention, Private,
    journal::{Entry, Phase},
    story::Part,
};
use chrono::NaiveDate;

pub use crate::store::{EarlierWords, EntryPlace};

/// The journal as it opens.
#[derive(Debug, Clone, PartialEq)]
pub struct Journal {
    /// The newest entries first.
    pub lines: Vec<EntryLine>,
    /// Where the older ones go on, if there are any.
    pub on: Option<EntryPlace>,
    /// What could be written about right now.
    pub moment: Moment,
    /// The sessions that were written about, the newest first.
    pub stories: Vec<SessionOn>,
}

/// Where the patient is on the way, and what the clinic's protocol asks there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Moment {
    pub phase: Option<Phase>,
    /// In the clinic's own words and order.
    pub prompts: Vec<String>,
}

/// What to write about right now, and what can be read again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Writing {
    pub moment: Moment,
    /// The session one comes from, where it was written about.
    pub story: Option<SessionOn>,
}

/// A session and its day on the clinic's calendar; none while it has no time, or the clinic has it no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionOn {
    pub visit: Id,
    pub day: Option<NaiveDate>,
}

/// An entry in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryLine {
    /// Of its words only the beginning.
    pub entry: Entry,
    /// Its beginning, as much as fits a line or two.
    pub beginning: Private,
}

/// One entry, to be read and written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryView {
    pub entry: Entry,
    /// How many earlier forms of its words there are.
    pub earlier: usize,
    /// What else the clinic asks where it was begun.
    pub prompts: Vec<String>,
    /// The sessions it may belong to, the newest first; the one it belongs to among them.
    pub sessions: Vec<SessionOn>,
    /// The intention it looks at.
    pub intention: Option<Intention>,
}

/// How an entry read before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierView {
    pub entry: Entry,
    /// The newest first.
    pub earlier: Vec<EarlierWords>,
}

/// All that was written about one session, to be read from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    pub session: SessionOn,
    pub parts: Vec<Part>,
}

//! The journal: its pages as a list, and one page to write on.

use crate::care::{
    Private,
    journal::{Entry, Phase},
};

pub use crate::store::EntryPlace;

/// The journal as it opens.
#[derive(Debug, Clone, PartialEq)]
pub struct Journal {
    /// The newest entries first.
    pub lines: Vec<EntryLine>,
    /// Where the older ones go on, if there are any.
    pub on: Option<EntryPlace>,
    /// What could be written about right now.
    pub moment: Moment,
}

/// Where the patient is on the way, and what the clinic's protocol asks there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Moment {
    pub phase: Option<Phase>,
    /// In the clinic's own words and order.
    pub prompts: Vec<String>,
}

/// An entry in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryLine {
    pub entry: Entry,
    /// Its beginning, as much as fits a line or two.
    pub beginning: Private,
}

/// One entry, to be read and written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryView {
    pub entry: Entry,
}

//! What was marked in a page of the journal, and the page as sentences to mark.

use crate::care::{Id, Private, journal::Insight};

/// What came of a page so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageMarks {
    pub entry: Id,
    /// In the order in which they were marked.
    pub insights: Vec<InsightLine>,
    /// The page itself is kept for the next session.
    pub kept: bool,
    /// There are words to mark something in.
    pub has_words: bool,
}

/// One insight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InsightLine {
    pub insight: Insight,
    /// It is kept for the next session.
    pub kept: bool,
}

/// A page as sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marking {
    pub entry: Id,
    pub passages: Vec<Passage>,
    /// What was marked and does not stand in the page like this any more.
    pub others: Vec<Insight>,
}

/// One sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    pub words: Private,
    /// The insight it is, if it was marked.
    pub marked: Option<Id>,
}

//! What was marked in a page of the journal, and the page to be read with its marks.

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
    /// The page still says it, letter for letter.
    pub stands: bool,
    /// It is kept for the next session.
    pub kept: bool,
}

/// A page to be read and marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marking {
    pub entry: Id,
    /// All its words, in order.
    pub text: Vec<Stretch>,
    /// The same as sentences.
    pub passages: Vec<Passage>,
    /// What was marked and does not stand in the page like this any more.
    pub others: Vec<Insight>,
}

/// Words that are marked, or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    pub words: Private,
    pub marked: bool,
}

/// One sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    pub words: Private,
    /// Behind so many bytes of the page's words.
    pub at: usize,
    /// The insight it is, if it was marked.
    pub marked: Option<Id>,
}

//! What was answered: a tree alike a `QuestionnaireResponse`, with the answers of items that are not asked right now.

use super::Value;

/// All answers of one filled-in form, those of disabled items too: they come back when the item does.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answers {
    pub items: Vec<Given>,
}

/// What was given for one item. A repeated group has one for each time.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    pub link_id: String,
    /// None for a group.
    pub answers: Vec<GivenAnswer>,
    /// Below a group; what lies below a question is under its answers.
    pub items: Vec<Given>,
}

/// One answer with what was given below it.
#[derive(Debug, Clone, PartialEq)]
pub struct GivenAnswer {
    pub value: Value,
    pub items: Vec<Given>,
}

/// One step from an item to the next below it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Step {
    pub link_id: String,
    /// Which time of a repeated group, or which answer of a question the next step lies below; counts from 0.
    pub nth: usize,
}

/// The way from the form to one item. The last step's `nth` counts for a group only.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Path(pub Vec<Step>);

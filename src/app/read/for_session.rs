//! What the patient keeps for the next integration session. Nothing of it is shared by being here.

use super::{StepLine, VisitView};
use crate::care::{
    OwnQuestion,
    journal::{Entry, Insight, Kept, Practised},
};

/// The page to take along.
#[derive(Debug, Clone, PartialEq)]
pub struct ForSession {
    /// The next integration session; `None` where there is none or where it cannot be read.
    pub visit: Option<VisitView>,
    /// By kind, in each in the order in which it was marked.
    pub kept: Vec<KeptLine>,
    /// What could be kept as well.
    pub more: Vec<KeptLine>,
}

/// One thing that can be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptLine {
    Insight(Insight),
    Step(StepLine),
    Practised(Practised),
    Question(OwnQuestion),
    Entry(Entry),
}

impl KeptLine {
    /// Which thing it is.
    #[must_use]
    pub fn what(&self) -> Kept {
        match self {
            Self::Insight(insight) => Kept::Insight(insight.id.clone()),
            Self::Step(line) => Kept::Step(line.step.id.clone()),
            Self::Practised(one) => Kept::Practised(one.id.clone()),
            Self::Question(question) => Kept::Question(question.id.clone()),
            Self::Entry(entry) => Kept::Entry(entry.id.clone()),
        }
    }
}

//! What the patient marked for the next integration session: which thing, not what it says.

use crate::care::Id;

/// Something that can be kept for a session.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kept {
    Insight(Id),
    Entry(Id),
    Step(Id),
    Practised(Id),
    Question(Id),
}

impl Kept {
    /// The name of its kind, and which one it is.
    #[must_use]
    pub const fn named(&self) -> (&'static str, &Id) {
        match self {
            Self::Insight(id) => ("insight", id),
            Self::Entry(id) => ("entry", id),
            Self::Step(id) => ("step", id),
            Self::Practised(id) => ("practised", id),
            Self::Question(id) => ("question", id),
        }
    }

    /// The thing of this kind with this id; `None` for a kind that is not known here.
    #[must_use]
    pub fn of(kind: &str, id: Id) -> Option<Self> {
        let make = match kind {
            "insight" => Self::Insight,
            "entry" => Self::Entry,
            "step" => Self::Step,
            "practised" => Self::Practised,
            "question" => Self::Question,
            _ => return None,
        };
        Some(make(id))
    }
}

//! The questions of the morning: which answer is one the clinic should hear of. No answer ever means "ready".

use chrono::{DateTime, Utc};

/// One question, answered with yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Question {
    /// Eaten after the last time for food.
    Ate,
    /// Drunk after the last time for clear drinks, or anything else than those before it.
    Drank,
    /// Somebody drives the patient home.
    DriverSet,
    /// Began a medicine the clinic does not know of.
    NewMedicine,
    /// Is ill, or may be pregnant.
    Unwell,
}

/// One answer, as it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    pub question: Question,
    pub yes: bool,
    pub at: DateTime<Utc>,
}

/// What the answers come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Readiness {
    /// So many are not answered yet, and none of the others has to be heard by the clinic.
    Open(usize),
    /// The clinic should hear of these, whatever else is answered.
    Call(Vec<Question>),
    /// Every one is answered as the clinic hopes. What that means, the clinic decides.
    Kept,
}

impl Question {
    /// All of them, in the order they are asked.
    pub const ALL: [Self; 5] = [Self::Ate, Self::Drank, Self::DriverSet, Self::NewMedicine, Self::Unwell];

    /// The name under which the answer is kept.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ate => "ate",
            Self::Drank => "drank",
            Self::DriverSet => "driver",
            Self::NewMedicine => "new-medicine",
            Self::Unwell => "unwell",
        }
    }

    /// The question of this name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|question| question.name() == name)
    }

    /// True if the clinic should hear of this answer (protocol.md: `fast_solids`, `fast_clear`, `driver`, `sick`).
    #[must_use]
    pub const fn is_unmet_by(self, yes: bool) -> bool {
        match self {
            Self::DriverSet => !yes,
            Self::Ate | Self::Drank | Self::NewMedicine | Self::Unwell => yes,
        }
    }
}

/// What `answers` come to; of a question answered twice the later one counts.
#[must_use]
pub fn readiness(answers: &[(Question, bool)]) -> Readiness {
    let answer = |question| answers.iter().rev().find(|(asked, _)| *asked == question).map(|(_, yes)| *yes);
    let unmet: Vec<_> = Question::ALL
        .into_iter()
        .filter(|question| answer(*question).is_some_and(|yes| question.is_unmet_by(yes)))
        .collect();
    let open = Question::ALL.into_iter().filter(|question| answer(*question).is_none()).count();
    match (unmet.is_empty(), open) {
        (false, _) => Readiness::Call(unmet),
        (true, 0) => Readiness::Kept,
        (true, open) => Readiness::Open(open),
    }
}

#[cfg(test)]
#[path = "readiness_tests.rs"]
mod tests;

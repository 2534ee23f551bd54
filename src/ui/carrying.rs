//! What is half done while a session is carried into life: a step being put down, a line for the log, a sitting that
//! runs. A look elsewhere loses nothing of it.

use crate::care::{
    Id, Private,
    journal::{NewStep, Practice, Review, Sitting},
};

/// All of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Carrying {
    pub step: Option<HalfStep>,
    /// What helped, as far as it is typed, and with what.
    pub helped: Option<(Practice, Private)>,
    pub still: Still,
    pub bell: Bell,
}

/// A step as far as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HalfStep {
    pub about: StepAbout,
    pub new: NewStep,
}

/// What is being written about a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepAbout {
    /// A new one, of this insight or by itself.
    New(Option<Id>),
    /// Another look at this one.
    Review(Id, Review),
}

/// Where a sitting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Still {
    #[default]
    No,
    Sitting(Sitting),
    Over(Sitting),
}

/// How loud the bell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Bell {
    Off,
    #[default]
    Soft,
    Clear,
}

impl Bell {
    /// How loud, from 0 to 1, as the page's script reads it; `None` without a bell.
    #[must_use]
    pub const fn loudness(self) -> Option<&'static str> {
        match self {
            Self::Off => None,
            Self::Soft => Some("0.12"),
            Self::Clear => Some("0.4"),
        }
    }
}

//! The patient's small steps: those before them, and those that are done.

use crate::care::{
    Private,
    journal::{Reviewed, Step},
};

/// All small steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Steps {
    /// The oldest first.
    pub open: Vec<StepLine>,
    /// The one done last comes first.
    pub done: Vec<StepLine>,
}

/// One small step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepLine {
    pub step: Step,
    /// The insight it came from.
    pub from: Option<Private>,
    /// The looks back at it, the oldest first.
    pub reviews: Vec<Reviewed>,
    /// It is kept for the next session.
    pub kept: bool,
}

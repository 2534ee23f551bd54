//! The journey: four steps, what is behind and what is ahead.

use super::VisitView;
use crate::care::journey::{Stage, Step};

/// The whole journey.
#[derive(Debug, Clone, PartialEq)]
pub struct Journey {
    pub steps: Vec<JourneyLine>,
    /// Visits that belong to no step.
    pub other_ahead: Vec<VisitView>,
    /// A visit arrived that cannot be read, so what is shown may be incomplete.
    pub incomplete: bool,
    /// The clinic's visits have not fully arrived on this phone yet, and there is none to show.
    pub first_time: bool,
}

/// One step with its visits.
#[derive(Debug, Clone, PartialEq)]
pub struct JourneyLine {
    pub step: Step,
    pub stage: Stage,
    /// Oldest first.
    pub behind: Vec<VisitView>,
    /// Soonest first.
    pub ahead: Vec<VisitView>,
}

//! Practices: what there is to do, and the log of what helped.

use super::VisitView;
use crate::care::journal::{Practice, Practised};

/// All practices.
#[derive(Debug, Clone, PartialEq)]
pub struct Practices {
    /// In the order of the page.
    pub offered: Vec<Practice>,
    /// How many minutes the clinic suggests.
    pub minutes: Option<i64>,
    /// The newest first.
    pub log: Vec<PractisedLine>,
}

/// One line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PractisedLine {
    pub practised: Practised,
    /// It is kept for the next session.
    pub kept: bool,
}

/// One practice.
#[derive(Debug, Clone, PartialEq)]
pub struct OnePractice {
    pub practice: Practice,
    /// How many minutes the clinic suggests.
    pub minutes: Option<i64>,
    /// What helped before, the newest first.
    pub helped: Vec<Practised>,
    /// The next visit, for what is practised at the clinic.
    pub visit: Option<VisitView>,
}

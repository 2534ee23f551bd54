//! The side effects the patient logged: those still there, those that are over, and what there is to choose from.

use crate::care::{Delivery, Earlier, LoggedEffect, protocol::SideEffect};

/// The log.
#[derive(Debug, Clone, PartialEq)]
pub struct SideEffects {
    /// The clinic's list, in its order; empty where there is none that can be read.
    pub choices: Vec<SideEffect>,
    /// Newest first.
    pub still_there: Vec<SideEffectLine>,
    /// Newest first.
    pub over: Vec<SideEffectLine>,
    /// There are older ones than these.
    pub more: bool,
}

/// One entry.
#[derive(Debug, Clone, PartialEq)]
pub struct SideEffectLine {
    pub effect: LoggedEffect,
    pub delivery: Delivery,
    /// The oldest first.
    pub earlier: Vec<Earlier<LoggedEffect>>,
}

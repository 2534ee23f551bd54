//! The check-ins made so far, each with where it is, and one of them with all its earlier forms.

use crate::care::{CheckIn, Delivery, Earlier};
use chrono::{DateTime, Utc};

/// A page of check-ins.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckIns {
    /// Newest first.
    pub lines: Vec<CheckInLine>,
    /// There are older ones than these.
    pub more: bool,
}

/// One check-in.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckInLine {
    pub check_in: CheckIn,
    pub delivery: Delivery,
    /// Until this instant it can be taken back as if it had never been made.
    pub undo_until: Option<DateTime<Utc>>,
}

/// One check-in by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct OneCheckIn {
    pub check_in: CheckIn,
    pub delivery: Delivery,
    /// The oldest first.
    pub earlier: Vec<Earlier<CheckIn>>,
}

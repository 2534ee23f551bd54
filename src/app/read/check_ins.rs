//! The check-ins made so far, each with where it is.

use crate::care::{CheckIn, Delivery};
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

//! How something was before it was changed: kept, so that a change hides nothing.

use chrono::{DateTime, Utc};

/// An earlier form of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier<T> {
    /// The record as it was.
    pub form: T,
    /// When it was changed into the next one.
    pub until: DateTime<Utc>,
}

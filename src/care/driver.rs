//! Who drives the patient home from a visit, as the patient wrote it.

use super::{Id, Private};
use chrono::{DateTime, Utc};

/// The person who drives the patient home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Driver {
    /// The visit it is about.
    pub visit: Id,
    /// The record of this person; made on the phone.
    pub person: Id,
    pub name: Private,
    pub phone: Private,
    /// The record that says whether it is certain; made on the phone.
    pub confirmation: Id,
    /// Since when the patient says that it is certain; `None` while it is not.
    pub confirmed: Option<DateTime<Utc>>,
    /// When the visit started that it was certain for: a visit that moved has to be asked for again.
    pub confirmed_for: Option<DateTime<Utc>>,
}

impl Driver {
    /// True if it is certain for the visit as it starts now.
    #[must_use]
    pub fn is_certain_for(&self, start: Option<DateTime<Utc>>) -> bool {
        self.confirmed.is_some() && self.confirmed_for == start
    }
}

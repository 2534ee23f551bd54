//! What a patient makes around a session: ticks on the plan, things to do of their own, and the intention.

use super::{Id, Private};
use chrono::{DateTime, Utc};

/// Which thing to do of the clinic's.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ItemKey {
    /// The plan it stands in; none for a task that stands by itself.
    pub plan: Option<Id>,
    /// Its id there, or the task's own.
    pub item: String,
}

/// Whether the patient ticked it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    pub key: ItemKey,
    /// The id of the answer that tells the clinic; the same however often the tick changes.
    pub record: Id,
    pub done: bool,
    pub changed_at: DateTime<Utc>,
}

/// A thing to do the patient wrote for themselves. It never leaves the phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnItem {
    pub id: Id,
    pub title: Private,
    pub made_at: DateTime<Utc>,
    pub done_at: Option<DateTime<Utc>>,
}

/// What the patient wants to bring to the session, as it was at one time. It never leaves the phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intention {
    pub id: Id,
    pub at: DateTime<Utc>,
    pub words: Private,
}

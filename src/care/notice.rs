//! What the patient must be told because the clinic changed something.

use super::Id;
use chrono::{DateTime, Utc};

/// What a notice is about: the things a patient acts upon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    Visit,
    Plan,
    Protocol,
    Medicine,
    /// Something the patient asked for: [`Notice::about`] is a [`super::booking::Wish`].
    Wish,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Happened {
    /// It arrived in a form this app cannot read, or changed and is not handed out. The older version is not
    /// shown; the clinic must be called.
    Unreadable,
    /// The clinic took it back, or a visit that was certain has no time any more. Of a wish: the time it had offered.
    Withdrawn,
    /// A visit is off because the patient cancelled it, but not on this phone.
    Cancelled,
    /// The visit is at another time. Instants of the start before and after.
    Moved { from: DateTime<Utc>, to: DateTime<Utc> },
    /// The clinic said yes to a wish.
    Confirmed,
    /// The clinic said no to a wish.
    Declined,
    /// The clinic said no to a wish because somebody else has the time.
    Gone,
    /// The clinic offers a time to somebody on its list for an earlier one.
    Offered,
    /// The time the clinic had offered went by without an answer: the patient is on its list as before.
    OfferLapsed,
    /// The patient cancelled a visit that the clinic had changed before: it is not cancelled.
    NotCancelled,
    /// The clinic put a visit back that the patient had cancelled: it starts then.
    StandsAgain { at: DateTime<Utc> },
}

/// One thing to tell. It stays until the patient has seen it, [`Happened::Unreadable`] until it is readable again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub id: Id,
    pub subject: Subject,
    pub happened: Happened,
    /// The clinic's record it is about, or the patient's wish.
    pub about: Id,
    /// When the phone learnt of it.
    pub at: DateTime<Utc>,
}

impl Notice {
    /// True if the patient cannot make it go away by having read it.
    #[must_use]
    pub fn stays(&self) -> bool {
        self.happened == Happened::Unreadable
    }
}

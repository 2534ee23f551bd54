//! Where something the patient made is: the only source of the words "on this phone" and "sent".

use chrono::{DateTime, Utc};

/// The true state of one record on its way to the clinic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// Saved here; the clinic has not acknowledged it.
    OnThisPhone,
    /// The clinic's server acknowledged this very record at that instant.
    Sent(DateTime<Utc>),
    /// It was set aside, for the most part because the clinic's server refused it; it is kept here and needs a person.
    NeedsAttention(Refusal),
    /// It stays here: there is no clinic to send it to (practice mode).
    StaysHere,
}

/// Why a record was set aside: the clinic's server refused it, or nobody knows whether it may still go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// The server found the content wrong.
    NotUnderstood,
    /// The server does not let this patient write it.
    NotAllowed,
    /// Another version is there already.
    Conflict,
    /// The server no longer has a place for it.
    Gone,
    /// It is larger than the server accepts.
    TooLarge,
    /// It waited when a copy was made and came back with it; since then it may have been sent and withdrawn.
    CameBack,
}

/// How everything stands, for one quiet line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DeliveryCount {
    pub waiting: usize,
    pub needs_attention: usize,
    /// Acknowledged by the clinic.
    pub sent: usize,
    /// When the oldest of the waiting was made.
    pub oldest_waiting: Option<DateTime<Utc>>,
}

//! A slot: a time of one clinician or place that the clinic keeps for visits, as the clinic last wrote it.

use crate::care::{Id, VisitKind};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Whose times: somebody who sees patients, by their own id or by that of their place at the clinic.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Party {
    /// `Practitioner`.
    Clinician(Id),
    /// `PractitionerRole`.
    Role(Id),
}

impl Party {
    /// The id, of whichever type.
    #[must_use]
    pub const fn id(&self) -> &Id {
        match self {
            Self::Clinician(id) | Self::Role(id) => id,
        }
    }
}

/// A calendar of the clinic's: whose it is, where, and what for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    pub id: Id,
    /// The clinic uses it.
    pub active: bool,
    /// The kinds of visits it is for; none if it does not say.
    pub kinds: Vec<VisitKind>,
    /// Who sees the patient.
    pub with: Vec<Party>,
    /// Where, as the id of a [`crate::care::Place`].
    pub place: Option<Id>,
}

/// One time of a schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    pub id: Id,
    pub schedule: Id,
    pub state: SlotState,
    /// The kinds of visits it is for; none if it does not say, and then its schedule does.
    pub kinds: Vec<VisitKind>,
    pub start: DateTime<Utc>,
    /// After `start`.
    pub end: DateTime<Utc>,
}

/// Whether a slot can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SlotState {
    /// `free`.
    Free,
    /// Somebody has it or may get it, or nobody can (`busy`, `busy-tentative`, `busy-unavailable`).
    Taken,
    /// It never should have been there (`entered-in-error`).
    Void,
}

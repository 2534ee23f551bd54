//! A visit to the clinic and the instants that follow from it.

use super::Id;
use chrono::{DateTime, TimeDelta, Utc};

/// What a visit is for. The order is the order of care.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum VisitKind {
    /// A first talk before being a patient.
    Consultation,
    Intake,
    Preparation,
    /// The KAP session itself.
    Session,
    Integration,
    /// Something the clinic does that is none of the steps.
    Other,
}

impl VisitKind {
    /// All of them, in the order of care.
    pub const ALL: [Self; 6] =
        [Self::Consultation, Self::Intake, Self::Preparation, Self::Session, Self::Integration, Self::Other];

    /// The name it has in the store, and as a code on the wire.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Consultation => "consultation",
            Self::Intake => "intake",
            Self::Preparation => "preparation",
            Self::Session => "session",
            Self::Integration => "integration",
            Self::Other => "other",
        }
    }

    /// The one with this name.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// How sure the visit is. Only the clinic makes one [`VisitState::Confirmed`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VisitState {
    /// Asked for, not answered (FHIR `proposed`, `pending`).
    Requested,
    /// On the list for an earlier time (`waitlist`).
    Waiting,
    /// The clinic said yes (`booked`).
    Confirmed,
    /// The patient is there (`arrived`, `checked-in`).
    UnderWay,
    /// It took place (`fulfilled`).
    Finished,
    /// It will not take place, or did not (`cancelled`, `noshow`, `entered-in-error`).
    Cancelled,
}

impl VisitState {
    /// True if the clinic said yes to it and did not take that back: it is to take place, does, or did.
    #[must_use]
    pub const fn stands(self) -> bool {
        matches!(self, Self::Confirmed | Self::UnderWay | Self::Finished)
    }
}

/// One visit as the clinic last wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    pub id: Id,
    pub kind: VisitKind,
    pub state: VisitState,
    /// When the visit itself starts. A request may have none yet.
    pub start: Option<DateTime<Utc>>,
    pub end: Option<DateTime<Utc>>,
    /// When it was booked, if the clinic noted the instant; a day alone is none.
    pub booked: Option<DateTime<Utc>>,
    /// Where, as the id of a [`super::Place`].
    pub place: Option<Id>,
    /// Who will be there, as ids of [`super::Clinician`]s.
    pub with: Vec<Id>,
    /// What the clinic wrote for the patient about this visit.
    pub note: Option<String>,
}

impl Visit {
    /// How long a visit of which the clinic gave no end counts as not over: long enough that somebody who is
    /// late still finds the way, and no statement about how long it takes.
    pub const WITHOUT_AN_END: TimeDelta = TimeDelta::hours(2);

    /// The instant the patient is asked to be there: the start less the clinic's `early`.
    #[must_use]
    pub fn arrival(&self, early: TimeDelta) -> Option<DateTime<Utc>> {
        self.start.and_then(|start| start.checked_sub_signed(early))
    }

    /// When it counts as over: at its end, or without one some time ([`Self::WITHOUT_AN_END`]) after its start.
    fn over_at(&self) -> Option<DateTime<Utc>> {
        let stated = self.end.filter(|end| self.start.is_none_or(|start| *end > start));
        stated.or_else(|| {
            self.start.map(|start| start.checked_add_signed(Self::WITHOUT_AN_END).unwrap_or(start))
        })
    }

    /// True while the visit may still take place and is not over.
    #[must_use]
    pub fn is_ahead(&self, now: DateTime<Utc>) -> bool {
        let open = matches!(
            self.state,
            VisitState::Confirmed | VisitState::UnderWay | VisitState::Requested | VisitState::Waiting
        );
        open && self.over_at().is_some_and(|over| over > now)
    }

    /// True if the patient can rely on it: the clinic said yes and it is not over.
    #[must_use]
    pub fn is_firm(&self, now: DateTime<Utc>) -> bool {
        matches!(self.state, VisitState::Confirmed | VisitState::UnderWay) && self.is_ahead(now)
    }
}

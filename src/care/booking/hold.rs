//! A time that the clinic's server keeps for the patient while they make up their mind: nobody else gets it until then, and
//! it is not theirs either.

use crate::care::{Id, VisitKind};
use chrono::{DateTime, TimeDelta, Utc};

/// A time that is kept, or is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// The name of the wish it becomes once the patient asks for the time.
    pub record: Id,
    /// For which kind of visit, where that was written down: the same slots may serve several.
    pub kind: Option<VisitKind>,
    /// All slots of the time.
    pub slots: Vec<Id>,
    /// The `Appointment` the server keeps it by, once that is known.
    pub there: Option<Id>,
    pub state: HoldState,
    /// Until when it is kept, where the server says so.
    pub until: Option<DateTime<Utc>>,
    pub made: DateTime<Utc>,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HoldState {
    /// It is to be asked for.
    Wanted,
    /// It was asked for. Until the answer comes nobody knows whether it is kept.
    Asked,
    /// The server keeps it.
    Kept,
    /// The patient turned to something else: the server is to let it go.
    GivenUp,
    /// The server is being told to let it go: whoever comes back to it has to have it kept anew.
    LettingGo,
    /// It is not kept any more.
    Over,
}

/// Whether a time is kept for the patient who looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Keeping {
    /// It is not, and nobody was asked to.
    #[default]
    Not,
    /// The clinic's server is being asked.
    Asking,
    /// It is kept, until this instant where the server says so.
    Kept(Option<DateTime<Utc>>),
    /// It was kept until this instant.
    Over(DateTime<Utc>),
}

/// A time that is not going to be kept that much longer may be gone before anybody pressed a button.
const TOO_SHORT: TimeDelta = TimeDelta::seconds(5);

impl Hold {
    /// What there is to say about it at `now`.
    #[must_use]
    pub fn keeping(&self, now: DateTime<Utc>) -> Keeping {
        match (self.state, self.until) {
            (HoldState::Kept, Some(until)) if until <= now => Keeping::Over(until),
            (HoldState::Kept, until) => Keeping::Kept(until),
            (HoldState::Wanted | HoldState::Asked, _) => Keeping::Asking,
            (HoldState::GivenUp | HoldState::LettingGo | HoldState::Over, _) => Keeping::Not,
        }
    }

    /// True if it is for this kind of visit and just these slots.
    #[must_use]
    pub fn is_for(&self, kind: VisitKind, slots: &[Id]) -> bool {
        self.kind == Some(kind)
            && self.slots.len() == slots.len()
            && self.slots.iter().all(|slot| slots.contains(slot))
    }

    /// True while the server keeps it as far as is known, also where it was given up and not given back yet.
    #[must_use]
    pub fn is_kept(&self, now: DateTime<Utc>) -> bool {
        let lasts = |until: DateTime<Utc>| until - now > TOO_SHORT;
        match self.state {
            HoldState::Kept => self.until.is_none_or(lasts),
            HoldState::GivenUp => self.until.is_some_and(lasts),
            HoldState::Wanted | HoldState::Asked | HoldState::LettingGo | HoldState::Over => false,
        }
    }
}

//! A wish: what the patient asks the clinic for, and how it stands. Only the clinic makes it a visit.

use super::Party;
use crate::care::{Delivery, Id, Private, Refusal, VisitKind, VisitState};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// Something asked for. It is one `Appointment` at the clinic from the first word to the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// The record that tells the clinic.
    pub id: Id,
    pub kind: VisitKind,
    pub time: WishTime,
    /// The visit it is to take the place of, with the start the patient knew. That visit stays until this is confirmed.
    pub replaces: Option<(Id, DateTime<Utc>)>,
    /// What the patient wrote to the clinic about it.
    pub words: Option<Private>,
    pub made: DateTime<Utc>,
    /// The phone's zone then.
    pub zone: Tz,
    /// The last that is known of the clinic's answer, and when the phone learnt of it.
    pub answer: Option<(WishAnswer, DateTime<Utc>)>,
}

/// Which time is wished for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WishTime {
    /// This one.
    At { start: DateTime<Utc>, end: DateTime<Utc>, slots: Vec<Id>, with: Vec<Party>, place: Option<Id> },
    /// Any that begins between these instants: the waitlist.
    Earlier { from: DateTime<Utc>, until: DateTime<Utc> },
}

impl WishTime {
    /// When the visit would start, if that is certain.
    #[must_use]
    pub const fn start(&self) -> Option<DateTime<Utc>> {
        match self {
            Self::At { start, .. } => Some(*start),
            Self::Earlier { .. } => None,
        }
    }
}

/// What the clinic said to a wish, or the patient about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WishAnswer {
    /// A time came free and is offered until the patient says yes or lets it pass.
    Offered { start: DateTime<Utc>, end: Option<DateTime<Utc>> },
    /// The patient said yes to what was offered.
    Accepted { start: DateTime<Utc>, end: Option<DateTime<Utc>> },
    /// The clinic said yes: this visit, at this start.
    Confirmed { visit: Id, start: DateTime<Utc> },
    /// The clinic said no. `gone`: somebody else has the time.
    Declined { said: Option<Private>, gone: bool },
    /// The patient took it back.
    TakenBack,
    /// The time went by before anybody answered.
    Lapsed,
}

impl WishAnswer {
    /// Nothing more is expected of it.
    #[must_use]
    pub const fn is_last(&self) -> bool {
        matches!(self, Self::Confirmed { .. } | Self::Declined { .. } | Self::TakenBack | Self::Lapsed)
    }
}

/// How a wish stands, for the one word that is shown about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WishState {
    /// It waits on this phone to be sent.
    OnThisPhone,
    /// The same, and the clinic's server keeps the time for the patient until this instant.
    Held(DateTime<Utc>),
    /// The clinic's server has it since then; the clinic has not answered.
    Asked(DateTime<Utc>),
    /// It is on the clinic's list for an earlier time since then.
    Waiting(DateTime<Utc>),
    /// The clinic offers this time; the patient has not answered.
    Offered { start: DateTime<Utc>, end: Option<DateTime<Utc>> },
    /// The patient said yes to that time; the clinic has not confirmed it. `sent`: the clinic's server has the yes.
    Accepted { start: DateTime<Utc>, sent: bool },
    /// The clinic said yes: this visit.
    Confirmed { visit: Id, start: DateTime<Utc> },
    /// The clinic said no, maybe with words.
    Declined { said: Option<Private> },
    /// The clinic said no because somebody else has the time.
    Gone { said: Option<Private> },
    /// The time went by before anybody answered.
    Lapsed,
    /// The patient took it back. `heard`: the clinic knows, or never heard of the wish.
    TakenBack { heard: bool },
    /// The clinic's server did not take it.
    NeedsAttention(Refusal),
    /// Practice mode: it stays here and nobody answers.
    StaysHere,
}

impl Wish {
    /// How it stands, given where its record is. `practice`: there is no clinic to ask.
    #[must_use]
    pub fn state(&self, delivery: Option<Delivery>, practice: bool) -> WishState {
        use WishAnswer as Said;
        let sent = match delivery {
            Some(Delivery::Sent(at)) => Some(at),
            _ => None,
        };
        match (self.answer.as_ref().map(|(answer, _)| answer), delivery) {
            (Some(Said::Confirmed { visit, start }), _) => {
                WishState::Confirmed { visit: visit.clone(), start: *start }
            }
            (Some(Said::Declined { said, gone: true }), _) => WishState::Gone { said: said.clone() },
            (Some(Said::Declined { said, gone: false }), _) => WishState::Declined { said: said.clone() },
            (Some(Said::Lapsed), _) => WishState::Lapsed,
            // The clinic may still say yes to it.
            (Some(Said::TakenBack), Some(Delivery::NeedsAttention(why))) => WishState::NeedsAttention(why),
            (Some(Said::TakenBack), None) => WishState::TakenBack { heard: true },
            (Some(Said::TakenBack), Some(_)) => WishState::TakenBack { heard: sent.is_some() },
            (_, Some(Delivery::NeedsAttention(why))) => WishState::NeedsAttention(why),
            _ if practice => WishState::StaysHere,
            (Some(Said::Offered { start, end }), _) => WishState::Offered { start: *start, end: *end },
            (Some(Said::Accepted { start, .. }), _) => {
                WishState::Accepted { start: *start, sent: sent.is_some() }
            }
            (None, _) => match (sent, &self.time) {
                (Some(at), WishTime::At { .. }) => WishState::Asked(at),
                (Some(at), WishTime::Earlier { .. }) => WishState::Waiting(at),
                (None, _) => WishState::OnThisPhone,
            },
        }
    }

    /// Still to be answered by somebody.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.answer.as_ref().is_none_or(|(answer, _)| !answer.is_last())
    }
}

/// A visit the patient cancelled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cancellation {
    pub visit: Id,
    /// The start the patient knew: a visit the clinic moved meanwhile is another one.
    pub start: Option<DateTime<Utc>>,
    pub reason: Option<Private>,
    pub made: DateTime<Utc>,
    /// How it ended: true when the visit is cancelled, false when the clinic had changed it before.
    pub done: Option<bool>,
}

/// Why a visit is to be cancelled, while it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CancelReason {
    pub visit: Id,
    pub words: Private,
    pub changed: DateTime<Utc>,
}

/// How a cancellation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CancelState {
    /// It waits on this phone: the clinic still expects the patient.
    OnThisPhone,
    /// The clinic's server has it since then.
    Sent(DateTime<Utc>),
    /// The visit is cancelled.
    Done,
    /// The clinic had changed the visit before it arrived: the visit is not cancelled.
    NotDone,
    /// The visit was cancelled, and the clinic put it back.
    PutBack,
    /// The clinic's server did not take it: the visit is not cancelled.
    NeedsAttention(Refusal),
    /// Practice mode: it stays here.
    StaysHere,
}

impl Cancellation {
    /// How it stands, given where what tells the clinic is.
    #[must_use]
    pub fn state(&self, delivery: Option<Delivery>, practice: bool) -> CancelState {
        match (self.done, delivery) {
            (Some(false), _) => CancelState::NotDone,
            (Some(true), _) => CancelState::Done,
            _ if practice => CancelState::StaysHere,
            (_, Some(Delivery::Sent(at))) => CancelState::Sent(at),
            (_, Some(Delivery::NeedsAttention(why))) => CancelState::NeedsAttention(why),
            _ => CancelState::OnThisPhone,
        }
    }
}

impl CancelState {
    /// The same beside the visit as the clinic has it now.
    #[must_use]
    pub const fn beside(self, visit: VisitState) -> Self {
        match self {
            Self::Done if visit.stands() => Self::PutBack,
            state => state,
        }
    }
}

impl WishState {
    /// The same, where the clinic's server keeps the time until an instant that is still to come.
    #[must_use]
    pub fn held(self, until: Option<DateTime<Utc>>) -> Self {
        match (self, until) {
            (Self::OnThisPhone, Some(until)) => Self::Held(until),
            (state, _) => state,
        }
    }

    /// True if the next step is the patient's: to say yes or no, or to ask again. Else somebody else's, or nobody's.
    #[must_use]
    pub const fn needs_patient(&self) -> bool {
        matches!(
            self,
            Self::Offered { .. }
                | Self::Declined { .. }
                | Self::Gone { .. }
                | Self::Lapsed
                | Self::NeedsAttention(_)
        )
    }

    /// The start it is about by the clinic's word: what was offered or confirmed.
    #[must_use]
    pub const fn start(&self) -> Option<DateTime<Utc>> {
        match self {
            Self::Offered { start, .. } | Self::Accepted { start, .. } | Self::Confirmed { start, .. } => {
                Some(*start)
            }
            _ => None,
        }
    }
}

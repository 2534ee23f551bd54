//! When something is: a distance from an anchor, or from another rule of the protocol.

use super::{Clock, Offset, Range};
use serde::{Deserialize, Serialize};
use std::fmt;

/// One of the instants everything of a session is reckoned from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Anchor {
    /// When the patient is asked to be there: the start of the visit less the time to arrive early.
    Arrival,
    /// The injection; until the clinic marks it, reckoned from the start and the centering before it.
    Injection,
    /// The end of the session; until the clinic marks it, reckoned from the injection.
    End,
    /// When the visit was booked.
    Booking,
}

/// A moment as the protocol states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Moment {
    pub from: Origin,
    pub offset: Offset,
    /// The time of day to use on the day arrived at, on the clinic's clock.
    pub clock: Option<Clock>,
    /// What was seen elsewhere; for the clinic.
    pub range: Option<Range>,
}

/// What a moment is reckoned from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Origin {
    Anchor(Anchor),
    /// The cut-off of the instruction with this id.
    Instruction(String),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Anchor(Anchor::Arrival) => "arrival",
            Self::Anchor(Anchor::Injection) => "injection",
            Self::Anchor(Anchor::End) => "end",
            Self::Anchor(Anchor::Booking) => "booking",
            Self::Instruction(id) => id,
        })
    }
}

impl Moment {
    /// A name for this moment, the same for the same rule: `arrival-P7D`, `arrival-P1D-1800`.
    #[must_use]
    pub fn key(&self) -> String {
        let sign = if self.offset.nominal() < chrono::TimeDelta::zero() { "" } else { "+" };
        let clock = self.clock.map(|clock| format!("-{}", clock.time().format("%H%M"))).unwrap_or_default();
        format!("{}{sign}{}{clock}", self.from, self.offset)
    }
}

#[derive(Clone, Serialize, Deserialize)]
struct Written {
    anchor: Option<Anchor>,
    #[serde(rename = "ref")]
    reference: Option<String>,
    offset: Option<Offset>,
    clock: Option<Clock>,
    range: Option<Range>,
}

/// A moment must be reckoned from one thing.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error(
    "a time needs either `anchor` (arrival, injection, end or booking) or `ref` (the id of an instruction)"
)]
struct NoAnchor;

impl TryFrom<Written> for Moment {
    type Error = NoAnchor;
    fn try_from(written: Written) -> Result<Self, NoAnchor> {
        let from = match (written.anchor, written.reference) {
            (Some(anchor), None) => Origin::Anchor(anchor),
            (None, Some(id)) => Origin::Instruction(id),
            _ => return Err(NoAnchor),
        };
        let offset = written.offset.unwrap_or(Offset::ZERO);
        Ok(Self { from, offset, clock: written.clock, range: written.range })
    }
}

impl From<Moment> for Written {
    fn from(moment: Moment) -> Self {
        let (anchor, reference) = match moment.from {
            Origin::Anchor(anchor) => (Some(anchor), None),
            Origin::Instruction(id) => (None, Some(id)),
        };
        Self { anchor, reference, offset: Some(moment.offset), clock: moment.clock, range: moment.range }
    }
}

//! What the clinic decides about an answer above zero to the question about harming oneself.

use super::{Hours, Minutes, Setting};
use crate::care::Id;
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// When to ask the patient to call, how long the card stays, and whom to tell. Every part may be left out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Safety {
    /// Not at the clinic after so many minutes, the patient is asked to call. Without it 15, our own choice.
    pub call_after_min: Option<Setting<Minutes>>,
    /// For so many hours the card stays on the first page, unless the patient puts it away. Without it 24, our own
    /// choice.
    pub pinned_hours: Option<Setting<Hours>>,
    /// Who is told; without it the care team of the plan.
    pub tell: Option<Recipient>,
}

/// A record of the clinic's server that can be told something: `PractitionerRole/on-call`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Recipient {
    kind: String,
    id: Id,
}

/// The text names nobody who can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "not somebody to tell: write CareTeam, Organization, Practitioner, PractitionerRole or HealthcareService, \
     a slash and the id"
)]
pub struct BadRecipient;

const KINDS: [&str; 5] =
    ["CareTeam", "Organization", "Practitioner", "PractitionerRole", "HealthcareService"];

impl Safety {
    /// How long after the answer the patient is asked to call, if it has not reached the clinic.
    #[must_use]
    pub fn call_after(&self) -> TimeDelta {
        self.call_after_min.as_ref().map_or(TimeDelta::minutes(15), |setting| setting.value.length())
    }

    /// How long after the answer the card stays on the first page.
    #[must_use]
    pub fn pinned_for(&self) -> TimeDelta {
        self.pinned_hours.as_ref().map_or(TimeDelta::hours(24), |setting| setting.value.length())
    }
}

impl FromStr for Recipient {
    type Err = BadRecipient;
    fn from_str(text: &str) -> Result<Self, BadRecipient> {
        let (kind, id) = text.split_once('/').ok_or(BadRecipient)?;
        let kind = KINDS.into_iter().find(|known| *known == kind).ok_or(BadRecipient)?;
        Ok(Self { kind: kind.to_owned(), id: Id::new(id).map_err(|_| BadRecipient)? })
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind, self.id)
    }
}

impl TryFrom<String> for Recipient {
    type Error = BadRecipient;
    fn try_from(text: String) -> Result<Self, BadRecipient> {
        text.parse()
    }
}

impl From<Recipient> for String {
    fn from(recipient: Recipient) -> Self {
        recipient.to_string()
    }
}

#[cfg(test)]
#[path = "safety_tests.rs"]
mod tests;

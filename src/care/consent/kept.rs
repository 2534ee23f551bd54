//! A signature as it stands: as the patient put it, with what the clinic's own record says of it by now.

use super::Signature;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// What the clinic's record of a signature says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// It is in force, until then if it says so.
    InForce { until: Option<DateTime<Utc>> },
    /// It is not any more, since then if it says so. Nothing in it tells whether the patient withdrew it or the clinic ended it.
    Ended(Option<DateTime<Utc>>),
    /// It was put there by mistake.
    Mistake,
    /// It was not accepted.
    NotAccepted,
    /// It changed, and cannot be read.
    Unclear,
}

/// A patient's signature as the clinic's server has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct There {
    /// In UTC where the record does not name the zone of the patient's clock.
    pub signature: Signature,
    /// The zone, where it does.
    pub zone: Option<Tz>,
    pub word: Word,
}

/// A signature with all that is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub signature: Signature,
    /// It was put on this phone, or withdrawn on it; else it came from the clinic.
    pub here: bool,
    /// What the clinic's record says; `None` where none has come from there.
    pub word: Option<Word>,
}

impl Kept {
    /// True if the patient's word stands at `now`: neither withdrawn here nor out of force at the clinic. What is unclear is
    /// not asked for again.
    #[must_use]
    pub fn holds(&self, now: DateTime<Utc>) -> bool {
        self.signature.withdrawn.is_none() && self.over(now).is_none()
    }

    /// Why it does not hold at `now` by the clinic's word; `None` where the patient withdrew it here, which says it all.
    #[must_use]
    pub fn over(&self, now: DateTime<Utc>) -> Option<Word> {
        let word = self.word.filter(|_| self.signature.withdrawn.is_none())?;
        match word {
            Word::InForce { until: Some(until) } if until <= now => Some(Word::Ended(Some(until))),
            Word::InForce { .. } | Word::Unclear => None,
            Word::Ended(_) | Word::Mistake | Word::NotAccepted => Some(word),
        }
    }
}

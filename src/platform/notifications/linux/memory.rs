//! What rang already, so that nothing rings twice, also after the ringer was killed or the phone switched off.

use super::super::{Ring, RingList};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// How long a ring is remembered after its instant once no list names it any more.
const KEPT: TimeDelta = TimeDelta::days(30);

/// What rang, by name and instant.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Memory {
    rang: Vec<Rang>,
}

/// One thing that rang.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Rang {
    id: String,
    #[serde(with = "chrono::serde::ts_milliseconds")]
    at: DateTime<Utc>,
    /// Put off by the patient until then.
    #[serde(with = "chrono::serde::ts_milliseconds_option")]
    again: Option<DateTime<Utc>>,
}

impl Memory {
    /// When `ring` rings next; `None` if it rang and was not put off.
    pub(super) fn next(&self, ring: &Ring) -> Option<DateTime<Utc>> {
        let known = self.rang.iter().find(|known| known.is(ring));
        known.map_or(Some(ring.at), |known| known.again)
    }

    /// It rang just now.
    pub(super) fn rang(&mut self, ring: &Ring) {
        self.note(ring, None);
    }

    /// The patient wants to be told again at `again`.
    pub(super) fn put_off(&mut self, ring: &Ring, again: DateTime<Utc>) {
        self.note(ring, Some(again));
    }

    /// Forgets what is long over and in no list; true if there was any.
    pub(super) fn tidy(&mut self, list: &RingList, now: DateTime<Utc>) -> bool {
        let before = self.rang.len();
        let listed = |known: &Rang| list.rings.iter().any(|ring| known.is(ring));
        self.rang.retain(|known| now - known.at < KEPT || listed(known));
        self.rang.len() < before
    }

    fn note(&mut self, ring: &Ring, again: Option<DateTime<Utc>>) {
        match self.rang.iter_mut().find(|known| known.is(ring)) {
            Some(known) => known.again = again,
            None => self.rang.push(Rang { id: ring.id.clone(), at: ring.at, again }),
        }
    }
}

impl Rang {
    fn is(&self, ring: &Ring) -> bool {
        self.id == ring.id && self.at == ring.at
    }
}

//! When a visit is, as far as the patient was told: remembered with the visit, so that a change is told against
//! it, however unreadable or undecided the visit was in between.

use crate::{
    care::{Id, Visit},
    store::{Reader, StoreError, Tx},
};
use chrono::{DateTime, SecondsFormat, Utc};

/// What the patient was last told about when a visit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known {
    /// The last start that was certain, or that was told in place of a certain one.
    pub(super) start: DateTime<Utc>,
    /// It was told that this does not hold any more.
    pub(super) withdrawn: bool,
}

/// Stands before a start that does not hold any more.
const WITHDRAWN: &str = "withdrawn ";

impl Known {
    /// True if the patient may still be counting on it.
    pub(super) fn holds(&self, now: DateTime<Utc>) -> bool {
        !self.withdrawn && now.signed_duration_since(self.start) < Visit::WITHOUT_AN_END
    }

    pub(super) fn load(reader: &Reader<'_>, visit: &Id) -> Result<Option<Self>, StoreError> {
        Ok(reader.get(&key(visit))?.as_deref().and_then(Self::parse))
    }

    pub(super) fn save(&self, tx: &Tx<'_>, visit: &Id) -> Result<(), StoreError> {
        let mark = if self.withdrawn { WITHDRAWN } else { "" };
        let start = self.start.to_rfc3339_opts(SecondsFormat::AutoSi, true);
        tx.set(&key(visit), &format!("{mark}{start}"))
    }

    fn parse(text: &str) -> Option<Self> {
        let (withdrawn, start) = match text.strip_prefix(WITHDRAWN) {
            Some(start) => (true, start),
            None => (false, text),
        };
        let start = DateTime::parse_from_rfc3339(start).ok()?.with_timezone(&Utc);
        Some(Self { start, withdrawn })
    }
}

fn key(visit: &Id) -> String {
    format!("visit.start.{visit}")
}

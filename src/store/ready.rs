//! What the outbox lets go next: in order about each record, the urgent first, no record held up by another.

use super::{
    Outgoing, Over, Reader, StoreError, came_back,
    columns::{Millis, limit},
    shares::is_away,
    wishes::{is_open, rests},
};
use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{params, types::FromSqlError};

/// A request that is waiting to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queued {
    pub outgoing: Outgoing,
    /// How often it was tried.
    pub attempts: u32,
    /// Nothing about this record was acknowledged before it.
    pub first: bool,
    /// As which version the clinic's server took what was acknowledged last about this record, if it said so.
    pub acknowledged: Option<String>,
    /// It came back from a copy: the clinic may have a later word on this record.
    pub came_back: bool,
    /// Over what alone it may go.
    pub over: Option<Over>,
}

/// No honest wait is longer, neither for the patient to think again nor after a failure: an instant further
/// ahead was written by a clock that has been set back since, and holds nothing up.
pub const LONGEST_WAIT: TimeDelta = TimeDelta::minutes(15);

/// True of a row of `outbox` that is held back: what it shares is of a page that may be gone for good, or what it asks for is
/// taken back with a visit as soon as the word that cancels that has left.
pub(super) const IS_HELD: &str = concat!(
    "(",
    is_away!(),
    " OR EXISTS (SELECT 1 FROM wish WHERE wish.record = outbox.record AND ",
    rests!(),
    "))"
);

/// The heads that were not set aside or held back, each with the instants it waits for: 0 for one that is
/// no honest wait. `?1` is the latest honest instant.
fn all_heads() -> String {
    format!(
        "SELECT place, head.urgent AS before_others,
             iif(not_before > ?1, 0, not_before) AS undoable_until,
             iif(next_try > ?1, 0, next_try) AS put_off_until
         FROM outbox_head AS head JOIN outbox USING (place) WHERE refusal IS NULL AND NOT {IS_HELD}"
    )
}

impl Reader<'_> {
    /// What can be sent at `now`: at most one request about each record, the urgent first, then in the order
    /// they were queued. A row that has to wait, or was set aside, holds up its own record and no other.
    pub fn ready(&self, now: DateTime<Utc>, limit: usize) -> Result<Vec<Queued>, StoreError> {
        self.heads("max(undoable_until, put_off_until) <= ?2", now, limit)
    }

    /// The same, and also what was put off after a failure; never what can still be undone.
    pub fn ready_in_a_hurry(&self, now: DateTime<Utc>, limit: usize) -> Result<Vec<Queued>, StoreError> {
        self.heads("undoable_until <= ?2", now, limit)
    }

    /// The heads that fit `condition`.
    fn heads(&self, condition: &str, now: DateTime<Utc>, limit: usize) -> Result<Vec<Queued>, StoreError> {
        let heads = all_heads();
        self.all(
            &format!(
                "WITH heads AS ({heads}) SELECT outbox.*,
                     NOT EXISTS (SELECT 1 FROM outbox AS earlier WHERE earlier.record = outbox.record
                         AND earlier.sent_at IS NOT NULL) AS first,
                     (SELECT version FROM outbox AS earlier WHERE earlier.record = outbox.record
                         AND earlier.sent_at IS NOT NULL ORDER BY earlier.place DESC LIMIT 1) AS acknowledged,
                     place <= {} AS came_back
                 FROM heads JOIN outbox USING (place)
                 WHERE {condition} ORDER BY before_others DESC, place LIMIT ?3",
                came_back::UP_TO
            ),
            params![latest(now), Millis(now), self::limit(limit)],
            |row| {
                let (Millis(made), Millis(not_before)) = (row.get("made")?, row.get("not_before")?);
                let guard: Option<String> = row.get("guard")?;
                let over =
                    guard.map(|text| Over::parse(&text).ok_or(FromSqlError::InvalidType)).transpose()?;
                Ok(Queued {
                    over,
                    outgoing: Outgoing {
                        id: row.get("id")?,
                        kind: row.get("kind")?,
                        record: row.get("record")?,
                        path: row.get("path")?,
                        body: row.get("body")?,
                        urgent: row.get("urgent")?,
                        made,
                        not_before,
                    },
                    attempts: row.get("attempts")?,
                    first: row.get("first")?,
                    acknowledged: row.get("acknowledged")?,
                    came_back: row.get("came_back")?,
                })
            },
        )
    }

    /// True if something urgent waits to be sent, now or later.
    pub fn urgent_waits(&self) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM outbox_head AS head JOIN outbox USING (place)
                   WHERE head.urgent AND refusal IS NULL LIMIT 1";
        Ok(self.one(sql, [], |_| Ok(()))?.is_some())
    }

    /// The instant from which [`Reader::ready`] has something to say, as far as can be known at `now`; it may
    /// have passed. `None` while nothing waits but what was set aside.
    pub fn next_ready_at(&self, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, StoreError> {
        let heads = all_heads();
        let sql =
            format!("WITH heads AS ({heads}) SELECT min(max(undoable_until, put_off_until)) FROM heads");
        let next: Option<Option<Millis>> = self.one(&sql, [latest(now)], |row| row.get(0))?;
        Ok(next.flatten().map(|Millis(at)| at))
    }
}

/// The latest instant that somebody can honestly be waiting for.
fn latest(now: DateTime<Utc>) -> Millis {
    Millis(now.checked_add_signed(LONGEST_WAIT).unwrap_or(DateTime::<Utc>::MAX_UTC))
}

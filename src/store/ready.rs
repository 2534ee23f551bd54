//! What the outbox lets go next: in order about each record, the urgent first, no record held up by another.

use super::{
    Outgoing, Reader, StoreError,
    columns::{Millis, limit},
};
use chrono::{DateTime, Utc};
use rusqlite::params;

/// A request that is waiting to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queued {
    pub outgoing: Outgoing,
    /// How often it was tried.
    pub attempts: u32,
}

impl Reader<'_> {
    /// What can be sent at `now`: at most one request about each record, the urgent first, then in the order
    /// they were queued. A row that has to wait, or was set aside, holds up its own record and no other.
    pub fn ready(&self, now: DateTime<Utc>, limit: usize) -> Result<Vec<Queued>, StoreError> {
        self.all(
            "SELECT outbox.* FROM outbox_head AS head JOIN outbox USING (place)
             WHERE refusal IS NULL AND next_try <= ?1 ORDER BY head.urgent DESC, place LIMIT ?2",
            params![Millis(now), self::limit(limit)],
            |row| {
                let (Millis(made), Millis(not_before)) = (row.get("made")?, row.get("not_before")?);
                Ok(Queued {
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
                })
            },
        )
    }

    /// The instant from which [`Reader::ready`] has something to say; it may have passed. `None` while
    /// nothing waits but what was set aside.
    pub fn next_ready_at(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let sql = "SELECT min(next_try) FROM outbox_head JOIN outbox USING (place) WHERE refusal IS NULL";
        let next: Option<Option<Millis>> = self.one(sql, [], |row| row.get(0))?;
        Ok(next.flatten().map(|Millis(at)| at))
    }
}

//! Where everything the patient made is: read from the outbox, and from nothing else.

use super::{
    Outgoing, Over, Reader, StoreError,
    columns::{Millis, count, limit},
};
use crate::care::{Delivery, DeliveryCount, Id, Refusal};
use chrono::{DateTime, Utc};
use rusqlite::{Row, params};

/// One request in the outbox, without its body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueRow {
    pub id: Id,
    /// The FHIR type.
    pub kind: String,
    /// The record it is about.
    pub record: Id,
    pub path: String,
    pub urgent: bool,
    pub made: DateTime<Utc>,
    /// Until then it can be undone, if it was not tried.
    pub not_before: DateTime<Utc>,
    /// How this one request stands; [`Reader::delivery`] is about the record.
    pub delivery: Delivery,
    pub attempts: u32,
}

impl Reader<'_> {
    /// Where the newest form of `record` is. Sent only once all that was ever queued about it is acknowledged.
    /// `None` if nothing was.
    pub fn delivery(&self, record: &Id) -> Result<Option<Delivery>, StoreError> {
        let sql = "SELECT refusal, sent_at FROM outbox WHERE record = ?1 ORDER BY place";
        let rows = self.all(sql, [record], delivery_of_row)?;
        let refused = rows.iter().find(|row| matches!(row, Delivery::NeedsAttention(_)));
        let waiting = rows.iter().find(|row| **row == Delivery::OnThisPhone);
        Ok(refused.or(waiting).or(rows.last()).copied())
    }

    /// True if anything about `record` was ever tried, so that the clinic may have it.
    pub fn may_be_there(&self, record: &Id) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM outbox WHERE record = ?1 AND (attempts > 0 OR sent_at IS NOT NULL) LIMIT 1";
        Ok(self.one(sql, [record], |_| Ok(()))?.is_some())
    }

    /// Over what alone the next request about `record` goes, where it is guarded so.
    pub fn goes_over(&self, record: &Id) -> Result<Option<Over>, StoreError> {
        let sql = "SELECT guard FROM outbox WHERE record = ?1 AND sent_at IS NULL ORDER BY place LIMIT 1";
        let guard: Option<Option<String>> = self.one(sql, [record], |row| row.get(0))?;
        Ok(guard.flatten().and_then(|text| Over::parse(&text)))
    }

    /// True if what goes next about the same record is this request: over the same version, or, where the server names none,
    /// with the same words.
    pub fn waits_so(&self, outgoing: &Outgoing, over: &Over) -> Result<bool, StoreError> {
        if self.goes_over(&outgoing.record)?.as_ref() != Some(over) {
            return Ok(false);
        }
        let sql = "SELECT body FROM outbox WHERE record = ?1 AND sent_at IS NULL ORDER BY place LIMIT 1";
        let body: Option<String> = self.one(sql, [&outgoing.record], |row| row.get(0))?;
        Ok(!matches!(over, Over::AsKnown(_)) || body.as_ref() == Some(&outgoing.body))
    }

    /// The records of a FHIR type of which something was set aside for this reason, in the order it was queued.
    pub fn set_aside_for(&self, kind: &str, why: Refusal) -> Result<Vec<Id>, StoreError> {
        let sql =
            "SELECT record FROM outbox WHERE kind = ?1 AND refusal = ?2 GROUP BY record ORDER BY min(place)";
        self.all(sql, params![kind, why], |row| row.get(0))
    }

    /// How many records wait, need attention or were sent, each counted once, as [`Reader::delivery`] has it.
    pub fn delivery_count(&self) -> Result<DeliveryCount, StoreError> {
        let counted = self.one(
            "WITH open AS (
                 SELECT max(refusal IS NOT NULL) AS refused, min(made) AS made
                 FROM outbox WHERE sent_at IS NULL GROUP BY record)
             SELECT count(*) FILTER (WHERE NOT refused) AS waiting,
                    count(*) FILTER (WHERE refused) AS refused,
                    (SELECT count(DISTINCT record) FROM outbox) - count(*) AS sent,
                    min(made) FILTER (WHERE NOT refused) AS oldest
             FROM open",
            [],
            |row| {
                Ok(DeliveryCount {
                    waiting: count(row.get("waiting")?),
                    needs_attention: count(row.get("refused")?),
                    sent: count(row.get("sent")?),
                    oldest_waiting: row.get::<_, Option<Millis>>("oldest")?.map(|Millis(at)| at),
                })
            },
        )?;
        Ok(counted.unwrap_or_default())
    }

    /// All requests that are not acknowledged, and the last `limit` of those that are, newest first.
    pub fn queue(&self, limit: usize) -> Result<Vec<QueueRow>, StoreError> {
        self.all(
            "SELECT id, kind, record, path, urgent, made, not_before, attempts, refusal, sent_at
             FROM outbox
             WHERE sent_at IS NULL OR place IN (
                 SELECT place FROM outbox WHERE sent_at IS NOT NULL ORDER BY place DESC LIMIT ?1)
             ORDER BY place DESC",
            [self::limit(limit)],
            |row| {
                let (Millis(made), Millis(not_before)) = (row.get("made")?, row.get("not_before")?);
                Ok(QueueRow {
                    id: row.get("id")?,
                    kind: row.get("kind")?,
                    record: row.get("record")?,
                    path: row.get("path")?,
                    urgent: row.get("urgent")?,
                    made,
                    not_before,
                    delivery: delivery_of_row(row)?,
                    attempts: row.get("attempts")?,
                })
            },
        )
    }
}

fn delivery_of_row(row: &Row<'_>) -> rusqlite::Result<Delivery> {
    let refusal: Option<Refusal> = row.get("refusal")?;
    let sent: Option<Millis> = row.get("sent_at")?;
    Ok(match (sent, refusal) {
        (Some(Millis(at)), _) => Delivery::Sent(at),
        (None, Some(refusal)) => Delivery::NeedsAttention(refusal),
        (None, None) => Delivery::OnThisPhone,
    })
}

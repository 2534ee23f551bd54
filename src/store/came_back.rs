//! An outbox that came back from a copy takes nothing for granted: what it holds may have been sent, changed and withdrawn
//! since the copy was made.

use super::{StoreError, Tx, columns::Millis};
use crate::care::{Id, Refusal};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

/// Up to which place the outbox came back from a copy, as SQL.
pub(super) const UP_TO: &str =
    "coalesce((SELECT CAST(value AS INTEGER) FROM setting WHERE key = 'outbox.came-back'), 0)";

/// What the patient may have withdrawn or taken back since, by its records: of that only they know whether it is still meant.
const MAY_BE_OFF: &str = "SELECT record FROM share WHERE withdrawn_at IS NULL
    UNION ALL SELECT record FROM consent WHERE withdrawn_at IS NULL
    UNION ALL SELECT record FROM wish WHERE answer IS NULL OR answer IN ('offered', 'accepted')
    UNION ALL SELECT visit FROM cancellation WHERE done IS NULL
    UNION ALL SELECT id FROM message";

/// An id of the shape of those the phone makes, as SQL.
const NEW_ID: &str =
    "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2)
    || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))";

/// Marks everything that waits as come back from a copy that was made at `made`. It counts as tried, so that nobody
/// believes the clinic never heard of it. What the patient gave, asked for or called off, and had not taken back by then, is
/// set aside: whether it goes again, the patient says. A withdrawal goes by itself. What is being written to the clinic may
/// have been sent since under the id it had, so it becomes another message.
pub(super) fn mark(conn: &Connection, made: DateTime<Utc>) -> rusqlite::Result<()> {
    conn.execute("UPDATE outbox SET attempts = max(attempts, 1) WHERE sent_at IS NULL", [])?;
    conn.execute(
        &format!(
            "UPDATE outbox SET refusal = ?1, refused_at = ?2
             WHERE sent_at IS NULL AND record IN ({MAY_BE_OFF})
                 AND (refusal IS NULL OR (kind = 'Appointment' AND refusal = ?3))"
        ),
        // What came too late for the clinic is else said again without asking.
        params![Refusal::CameBack, Millis(made), Refusal::Conflict],
    )?;
    conn.execute(&format!("UPDATE message_draft SET id = {NEW_ID}"), [])?;
    conn.execute(
        "INSERT INTO setting (key, value)
         SELECT 'outbox.came-back', max(place) FROM outbox HAVING max(place) IS NOT NULL
         ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        [],
    )?;
    Ok(())
}

impl Tx<'_> {
    /// Lets what came back of `record` go as if it had been made here: the patient says that it is still meant, whatever was
    /// said of it since the copy. It counts as tried all the same.
    pub fn means_it_still(&self, record: &Id) -> Result<(), StoreError> {
        self.change(
            "UPDATE outbox SET place = place + (SELECT max(place) FROM outbox)
             WHERE record = ?1 AND refusal = ?2",
            params![record, Refusal::CameBack],
        )?;
        self.put_back(record).map(drop)
    }

    /// Takes it that the clinic had the first word on `record` all along, as of `at`, as `version`: it came back from a copy
    /// and was found there. Nobody need be asked whether it goes. What is a later word on it still waits to be asked about.
    pub fn found_there(
        &self,
        record: &Id,
        at: DateTime<Utc>,
        version: Option<&str>,
    ) -> Result<(), StoreError> {
        self.change(
            "UPDATE outbox SET body = NULL, refusal = NULL, refused_at = NULL, sent_at = ?3, version = ?4
             WHERE record = ?1 AND refusal = ?2 AND guard IS NULL
                 AND NOT EXISTS (SELECT 1 FROM outbox AS sent WHERE sent.record = ?1 AND sent.sent_at IS NOT NULL)",
            params![record, Refusal::CameBack, Millis(at), version],
        )?;
        Ok(())
    }
}

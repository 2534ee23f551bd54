//! An outbox that came back from a copy takes nothing for granted: what it holds may have been sent, changed and withdrawn
//! since the copy was made.

use super::columns::Millis;
use crate::care::Refusal;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

/// Up to which place the outbox came back from a copy, as SQL.
pub(super) const UP_TO: &str =
    "coalesce((SELECT CAST(value AS INTEGER) FROM setting WHERE key = 'outbox.came-back'), 0)";

/// Marks everything that waits as come back from a copy that was made at `made`. It counts as tried, so that nobody
/// believes the clinic never heard of it. A slice of the journal or a signature that was not withdrawn by then is set aside:
/// whether it goes again, the patient says.
pub(super) fn mark(conn: &Connection, made: DateTime<Utc>) -> rusqlite::Result<()> {
    conn.execute("UPDATE outbox SET attempts = max(attempts, 1) WHERE sent_at IS NULL", [])?;
    conn.execute(
        "UPDATE outbox SET refusal = ?1, refused_at = ?2 WHERE sent_at IS NULL AND refusal IS NULL
         AND record IN (SELECT record FROM share WHERE withdrawn_at IS NULL
             UNION ALL SELECT record FROM consent WHERE withdrawn_at IS NULL)",
        params![Refusal::CameBack, Millis(made)],
    )?;
    conn.execute(
        "INSERT INTO setting (key, value)
         SELECT 'outbox.came-back', max(place) FROM outbox HAVING max(place) IS NOT NULL
         ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        [],
    )?;
    Ok(())
}

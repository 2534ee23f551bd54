//! Brings a store of any released schema to the newest one, whole or not at all.

use super::StoreError;
use rusqlite::{Connection, TransactionBehavior};

/// Every schema since the first, in order. A file is never edited once it was released: see
/// `migrations/NOTES.md`.
pub(super) const MIGRATIONS: &[&str] = &[
    include_str!("migrations/001_start.sql"),
    include_str!("migrations/002_prepare.sql"),
    include_str!("migrations/003_measure.sql"),
    include_str!("migrations/004_journal.sql"),
    include_str!("migrations/005_found.sql"),
    include_str!("migrations/006_carry.sql"),
    include_str!("migrations/007_booking.sql"),
    include_str!("migrations/008_messages.sql"),
    include_str!("migrations/009_consent.sql"),
    include_str!("migrations/010_hold.sql"),
    include_str!("migrations/011_cancelling.sql"),
    include_str!("migrations/012_drafts.sql"),
    include_str!("migrations/013_hold_kind.sql"),
];

/// Runs what `conn` has not seen yet of `migrations`; the schema's number is how many it has seen.
///
/// # Errors
/// [`StoreError::TooNew`] if it has seen more than there are.
pub(super) fn migrate(conn: &mut Connection, migrations: &[&str]) -> Result<(), StoreError> {
    let known = i64::try_from(migrations.len()).unwrap_or(i64::MAX);
    if schema_of(conn)? == known {
        return Ok(());
    }
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Asked again now that nobody else can be migrating.
    let found = schema_of(&tx)?;
    let Some(missing) = usize::try_from(found).ok().and_then(|seen| migrations.get(seen..)) else {
        return Err(StoreError::TooNew { found, known });
    };
    for sql in missing {
        tx.execute_batch(sql)?;
    }
    tx.pragma_update(None, "user_version", known)?;
    tx.commit()?;
    Ok(())
}

fn schema_of(conn: &Connection) -> Result<i64, StoreError> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

#[cfg(test)]
#[path = "migrate_tests.rs"]
mod tests;

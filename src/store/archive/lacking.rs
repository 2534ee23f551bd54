//! What one store has that another has not: asked before the other takes its place.

use super::{ArchiveError, TABLES, rows};
use crate::store::{Reader, Store, StoreError};
use sha2::{Digest, Sha256};
use std::collections::HashSet;

/// Tables of what the patient did not make, or what nobody would miss: what the clinic sent comes again from the clinic,
/// and so do notices about it; choices and snoozes are quickly made again.
const NOT_MISSED: [&str; 5] = ["mirror", "pull", "notice", "setting", "snooze"];

/// How many rows `here` has, made by the patient, that `there` has not, or has otherwise; and how many of its requests
/// to the clinic wait that `there` does not know of.
///
/// # Errors
/// Whatever keeps either from being read.
pub fn lacking(here: &Store, there: &Store) -> Result<u64, ArchiveError> {
    let mut missing = 0;
    for table in TABLES.iter().filter(|table| !NOT_MISSED.contains(table)) {
        let mut known = HashSet::new();
        there.read(|reader| {
            Ok(each(reader, table, |mark| {
                known.insert(mark);
            }))
        })??;
        here.read(|reader| Ok(each(reader, table, |mark| missing += u64::from(!known.contains(&mark)))))??;
    }
    Ok(missing)
}

/// A mark of each row: equal rows have equal marks. Where a row stands among others is not part of it, nor the id under which
/// a message is being written, and of what waits to be sent only that it does.
fn each(reader: &Reader<'_>, table: &str, mut mark: impl FnMut([u8; 32])) -> Result<(), ArchiveError> {
    let sql = match table {
        "outbox" => "SELECT id FROM outbox WHERE sent_at IS NULL".to_owned(),
        _ => format!("SELECT * FROM {table}"),
    };
    reader.each(&sql, [], |row| {
        let mut row = rows::to_json(table, row)?;
        row.remove("place");
        if table == "message_draft" {
            // What comes back from a copy gets another one.
            row.remove("id");
        }
        let text = serde_json::to_vec(&row).map_err(|_| StoreError::bug("a row is no JSON"))?;
        mark(Sha256::digest(text).into());
        Ok(())
    })
}

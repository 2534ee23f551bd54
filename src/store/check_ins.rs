//! The patient's check-ins, newest first.

use super::{
    Reader, StoreError, Tx,
    columns::{Millis, Zone, limit},
};
use crate::care::{CheckIn, Id};
use chrono::{DateTime, Utc};
use rusqlite::{Row, params};

impl Tx<'_> {
    /// Saves a check-in, in place of the one with the same id. `at` is kept to the millisecond.
    pub fn save_check_in(&self, check_in: &CheckIn) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO check_in (id, at, zone, mood, anxiety, words) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET at = excluded.at, zone = excluded.zone, mood = excluded.mood,
                 anxiety = excluded.anxiety, words = excluded.words",
            params![
                check_in.id,
                Millis(check_in.at),
                Zone(check_in.zone),
                check_in.mood,
                check_in.anxiety,
                check_in.words
            ],
        )?;
        Ok(())
    }

    /// Removes a check-in; true if it was there.
    pub fn remove_check_in(&self, id: &Id) -> Result<bool, StoreError> {
        Ok(self.change("DELETE FROM check_in WHERE id = ?1", [id])? > 0)
    }
}

impl Reader<'_> {
    /// The check-in with this id.
    pub fn check_in(&self, id: &Id) -> Result<Option<CheckIn>, StoreError> {
        self.one("SELECT * FROM check_in WHERE id = ?1", [id], check_in)
    }

    /// The newest `limit` check-ins made before `before`, newest first. Those made in the same millisecond as
    /// the last of them come along, so that asking again with that instant skips none.
    pub fn check_ins(&self, before: Option<DateTime<Utc>>, limit: usize) -> Result<Vec<CheckIn>, StoreError> {
        self.all(
            "SELECT * FROM check_in
             WHERE at < ?1
               AND at >= (SELECT min(at) FROM (SELECT at FROM check_in WHERE at < ?1 ORDER BY at DESC LIMIT ?2))
             ORDER BY at DESC, id DESC",
            params![Millis(before.unwrap_or(DateTime::<Utc>::MAX_UTC)), self::limit(limit)],
            check_in,
        )
    }
}

fn check_in(row: &Row<'_>) -> rusqlite::Result<CheckIn> {
    let (Millis(at), Zone(zone)) = (row.get("at")?, row.get("zone")?);
    Ok(CheckIn {
        id: row.get("id")?,
        at,
        zone,
        mood: row.get("mood")?,
        anxiety: row.get("anxiety")?,
        words: row.get("words")?,
    })
}

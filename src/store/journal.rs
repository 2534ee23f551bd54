//! The journal's entries, newest first: what is being written, what stands, and what was taken away.

use super::{
    Reader, StoreError, Tx,
    columns::{Millis, Zone, limit},
};
use crate::care::{
    Id,
    journal::{Entry, Phase},
};
use chrono::{DateTime, Utc};
use rusqlite::{
    Row, named_params, params,
    types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef},
};

/// A place in the list of entries, to go on from: entries may have been begun in the same millisecond.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryPlace {
    at: DateTime<Utc>,
    place: i64,
}

impl ToSql for Phase {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.code().into())
    }
}

impl FromSql for Phase {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::of_code(value.as_str()?).ok_or(FromSqlError::InvalidType)
    }
}

impl Tx<'_> {
    /// Saves an entry, in place of the one with the same id. When it was begun stays as it was at first.
    pub fn save_entry(&self, entry: &Entry) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO journal_entry (id, at, zone, changed_at, words, visit, phase, prompt, intention, mood)
             VALUES (:id, :at, :zone, :changed, :words, :visit, :phase, :prompt, :intention, :mood)
             ON CONFLICT (id) DO UPDATE SET changed_at = excluded.changed_at, words = excluded.words,
                 visit = excluded.visit, phase = excluded.phase, prompt = excluded.prompt,
                 intention = excluded.intention, mood = excluded.mood",
            named_params! {
                ":id": entry.id,
                ":at": Millis(entry.at),
                ":zone": Zone(entry.zone),
                ":changed": Millis(entry.changed),
                ":words": entry.words,
                ":visit": entry.visit,
                ":phase": entry.phase,
                ":prompt": entry.prompt,
                ":intention": entry.intention,
                ":mood": entry.mood,
            },
        )?;
        Ok(())
    }

    /// Takes an entry away: no list and no search finds it from now on, and until [`Tx::purge_entries`] it can be
    /// brought back. True if it was there.
    pub fn remove_entry(&self, id: &Id, at: DateTime<Utc>) -> Result<bool, StoreError> {
        let sql = "UPDATE journal_entry SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL";
        Ok(self.change(sql, params![id, Millis(at)])? > 0)
    }

    /// Brings an entry back that was taken away; true if it was still there.
    pub fn bring_entry_back(&self, id: &Id) -> Result<bool, StoreError> {
        let sql = "UPDATE journal_entry SET removed_at = NULL WHERE id = ?1 AND removed_at IS NOT NULL";
        Ok(self.change(sql, [id])? > 0)
    }

    /// Deletes what was taken away at `before` or earlier, with everything that hangs on it, for good. Says how many.
    pub fn purge_entries(&self, before: DateTime<Utc>) -> Result<usize, StoreError> {
        self.change("DELETE FROM journal_entry WHERE removed_at <= ?1", [Millis(before)])
    }
}

impl Reader<'_> {
    /// The entry with this id, unless it was taken away.
    pub fn entry(&self, id: &Id) -> Result<Option<Entry>, StoreError> {
        let sql = "SELECT * FROM journal_entry WHERE id = ?1 AND removed_at IS NULL";
        self.one(sql, [id], entry)
    }

    /// At most `limit` entries, the newest first, and where to go on; `None` at the end. `after` is where the last
    /// call ended.
    pub fn entries(
        &self,
        after: Option<EntryPlace>,
        limit: usize,
    ) -> Result<(Vec<Entry>, Option<EntryPlace>), StoreError> {
        let (at, place) = after.map_or((DateTime::<Utc>::MAX_UTC, i64::MAX), |after| (after.at, after.place));
        let rows = self.all(
            "SELECT * FROM journal_entry WHERE removed_at IS NULL AND (at, place) < (?1, ?2)
             ORDER BY at DESC, place DESC LIMIT ?3",
            params![Millis(at), place, self::limit(limit)],
            |row| Ok((entry(row)?, row.get("place")?)),
        )?;
        let on = rows.last().filter(|_| rows.len() == limit);
        let on = on.map(|(entry, place)| EntryPlace { at: entry.at, place: *place });
        Ok((rows.into_iter().map(|(entry, _)| entry).collect(), on))
    }

    /// The entries that belong to this session, the oldest first.
    pub fn entries_of(&self, visit: &Id) -> Result<Vec<Entry>, StoreError> {
        let sql = "SELECT * FROM journal_entry WHERE visit = ?1 AND removed_at IS NULL ORDER BY at, place";
        self.all(sql, [visit], entry)
    }
}

/// An entry as it stands in its row.
pub(super) fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let (Millis(at), Zone(zone), Millis(changed)) =
        (row.get("at")?, row.get("zone")?, row.get("changed_at")?);
    Ok(Entry {
        id: row.get("id")?,
        at,
        zone,
        changed,
        words: row.get("words")?,
        visit: row.get("visit")?,
        phase: row.get("phase")?,
        prompt: row.get("prompt")?,
        intention: row.get("intention")?,
        mood: row.get("mood")?,
    })
}

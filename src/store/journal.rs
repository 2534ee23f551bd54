//! The journal's entries, newest first: what stands in them, where they belong, and what was taken away.

use super::{
    Reader, StoreError, Tx,
    columns::{Millis, Zone, limit},
    shares::Told,
};
use crate::care::{
    Id, Score,
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

    /// Deletes one that was taken away, with everything that hangs on it, for good; true if there was one. What was shared
    /// of it and waits is withdrawn at `at`, which the clinic is `told` where it may have it. Its words stay in the log
    /// beside the file until [`super::Store::empty_log`].
    pub fn purge_entry(&self, id: &Id, at: DateTime<Utc>, told: Told<'_>) -> Result<bool, StoreError> {
        let away = "SELECT 1 FROM journal_entry WHERE id = ?1 AND removed_at IS NOT NULL";
        if self.one(away, [id], |_| Ok(()))?.is_none() {
            return Ok(false);
        }
        self.withdraw_what_waits(self.shares_of(id)?, at, told)?;
        Ok(self.delete("DELETE FROM journal_entry WHERE id = ?1", [id])? > 0)
    }

    /// Deletes all that were taken away at `before` or earlier, as [`Tx::purge_entry`] does one. Says how many.
    pub fn purge_entries(
        &self,
        before: DateTime<Utc>,
        at: DateTime<Utc>,
        told: Told<'_>,
    ) -> Result<usize, StoreError> {
        let sql = "SELECT id FROM journal_entry WHERE removed_at <= ?1";
        let away: Vec<Id> = self.all(sql, [Millis(before)], |row| row.get(0))?;
        for id in &away {
            self.purge_entry(id, at, told)?;
        }
        Ok(away.len())
    }

    /// Says how the mood was; `None` takes that back.
    pub fn set_entry_mood(&self, id: &Id, mood: Option<Score>) -> Result<(), StoreError> {
        self.change("UPDATE journal_entry SET mood = ?2 WHERE id = ?1", params![id, mood])?;
        Ok(())
    }

    /// Puts it beside a session, and where on the way to it or from it.
    pub fn place_entry(&self, id: &Id, visit: Option<&Id>, phase: Option<Phase>) -> Result<(), StoreError> {
        let sql = "UPDATE journal_entry SET visit = ?2, phase = ?3 WHERE id = ?1";
        self.change(sql, params![id, visit, phase])?;
        Ok(())
    }

    /// Puts another question above it, or none.
    pub fn set_entry_prompt(&self, id: &Id, prompt: Option<&str>) -> Result<(), StoreError> {
        self.change("UPDATE journal_entry SET prompt = ?2 WHERE id = ?1", params![id, prompt])?;
        Ok(())
    }
}

impl Reader<'_> {
    /// The entry with this id as it stands, with what is just being written; unless it was taken away.
    pub fn entry(&self, id: &Id) -> Result<Option<Entry>, StoreError> {
        let sql = "SELECT * FROM journal_now WHERE id = ?1 AND removed_at IS NULL";
        self.one(sql, [id], entry)
    }

    /// At most `limit` entries, the newest first, and where to go on; `None` at the end. `after` is where the last
    /// call ended. Of the words only the first `letters` come, without the white space before them: enough for a list.
    pub fn entry_beginnings(
        &self,
        after: Option<EntryPlace>,
        limit: usize,
        letters: usize,
    ) -> Result<(Vec<Entry>, Option<EntryPlace>), StoreError> {
        let (at, place) = after.map_or((DateTime::<Utc>::MAX_UTC, i64::MAX), |after| (after.at, after.place));
        let rows = self.all(
            "SELECT place, id, at, zone, changed_at, visit, phase, prompt, intention, mood,
                 substr(ltrim(words, char(9, 10, 13, 32)), 1, ?4) AS words
             FROM journal_now WHERE removed_at IS NULL AND (at, place) < (?1, ?2)
             ORDER BY at DESC, place DESC LIMIT ?3",
            params![Millis(at), place, self::limit(limit), self::limit(letters)],
            |row| Ok((entry(row)?, row.get("place")?)),
        )?;
        let on = rows.last().filter(|_| rows.len() == limit);
        let on = on.map(|(entry, place)| EntryPlace { at: entry.at, place: *place });
        Ok((rows.into_iter().map(|(entry, _)| entry).collect(), on))
    }

    /// The entries that belong to this session, the oldest first.
    pub fn entries_of(&self, visit: &Id) -> Result<Vec<Entry>, StoreError> {
        let sql = "SELECT * FROM journal_now WHERE visit = ?1 AND removed_at IS NULL ORDER BY at, place";
        self.all(sql, [visit], entry)
    }

    /// The sessions that entries belong to, in no order.
    pub fn visits_written_about(&self) -> Result<Vec<Id>, StoreError> {
        let sql = "SELECT DISTINCT visit FROM journal_entry WHERE visit IS NOT NULL AND removed_at IS NULL";
        self.all(sql, [], |row| row.get(0))
    }
}

/// An entry from a row of `journal_now`, or of the table.
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

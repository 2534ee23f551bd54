//! Words while they are written: kept apart until the page is left, then made the entry's own without losing the ones
//! before.

use super::{Reader, StoreError, Tx, columns::Millis};
use crate::care::{Id, Private};
use chrono::{DateTime, Utc};
use rusqlite::{Row, params};

/// How an entry read before it was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierWords {
    /// Tells it from the others; the later, the greater.
    pub place: i64,
    /// When it was changed.
    pub until: DateTime<Utc>,
    pub words: Private,
}

/// Nothing was written, and nothing hangs on it.
const BLANK: &str = "trim(words, char(9, 10, 13, 32)) = '' AND mood IS NULL
    AND NOT EXISTS (SELECT 1 FROM journal_draft WHERE entry = journal_entry.id)
    AND NOT EXISTS (SELECT 1 FROM journal_earlier WHERE entry = journal_entry.id)
    AND NOT EXISTS (SELECT 1 FROM piece WHERE entry = journal_entry.id)
    AND NOT EXISTS (SELECT 1 FROM insight WHERE entry = journal_entry.id)
    AND NOT EXISTS (SELECT 1 FROM share WHERE entry = journal_entry.id)";

impl Tx<'_> {
    /// Keeps the words of a page as they are at `at`, while they are written. True if there is such an entry, also one
    /// that was taken away: it may come back.
    pub fn save_draft(&self, entry: &Id, words: &Private, at: DateTime<Utc>) -> Result<bool, StoreError> {
        let kept = self.change(
            "INSERT INTO journal_draft (entry, changed_at, words)
             SELECT id, ?2, ?3 FROM journal_entry WHERE id = ?1
             ON CONFLICT (entry) DO UPDATE SET changed_at = excluded.changed_at, words = excluded.words",
            params![entry, Millis(at), words],
        )?;
        Ok(kept > 0)
    }

    /// Makes what was being written the words of the entry. The ones before are kept, if there were any. True if
    /// something is not as it was.
    pub fn fold_draft(&self, entry: &Id) -> Result<bool, StoreError> {
        let sql = "SELECT changed_at, words FROM journal_draft WHERE entry = ?1";
        let row = |row: &Row<'_>| Ok((row.get::<_, Millis>(0)?, row.get::<_, Private>(1)?));
        let Some((Millis(at), words)) = self.one(sql, [entry], row)? else { return Ok(false) };
        self.change("DELETE FROM journal_draft WHERE entry = ?1", [entry])?;
        self.replace_words(entry, &words, at)
    }

    /// Writes other words in place of those of an entry, which are kept as earlier ones unless they were blank. True if
    /// they are others.
    pub fn replace_words(&self, entry: &Id, words: &Private, at: DateTime<Utc>) -> Result<bool, StoreError> {
        let sql = "SELECT words FROM journal_entry WHERE id = ?1";
        let before: Option<Private> = self.one(sql, [entry], |row| row.get(0))?;
        let Some(before) = before.filter(|before| before != words) else { return Ok(false) };
        if !before.is_blank() {
            self.change(
                "INSERT INTO journal_earlier (entry, until, words) VALUES (?1, ?2, ?3)",
                params![entry, Millis(at), before],
            )?;
        }
        let sql = "UPDATE journal_entry SET words = ?2, changed_at = ?3 WHERE id = ?1";
        self.change(sql, params![entry, words, Millis(at)])?;
        Ok(true)
    }

    /// Deletes one earlier form of an entry for good; true if there was one. Its words stay in the log beside the file until
    /// [`super::Store::empty_log`].
    pub fn delete_earlier_words(&self, entry: &Id, place: i64) -> Result<bool, StoreError> {
        let sql = "DELETE FROM journal_earlier WHERE entry = ?1 AND place = ?2";
        Ok(self.delete(sql, params![entry, place])? > 0)
    }

    /// Folds every draft there is, as after a kill. Says how many there were.
    pub fn fold_drafts(&self) -> Result<usize, StoreError> {
        let waiting: Vec<Id> = self.all("SELECT entry FROM journal_draft", [], |row| row.get(0))?;
        for entry in &waiting {
            self.fold_draft(entry)?;
        }
        Ok(waiting.len())
    }

    /// Deletes an entry on which nothing was written and nothing hangs; true if it was one.
    pub fn drop_blank_entry(&self, entry: &Id) -> Result<bool, StoreError> {
        Ok(self.change(&format!("DELETE FROM journal_entry WHERE id = ?1 AND {BLANK}"), [entry])? > 0)
    }

    /// Deletes all of those. Says how many there were.
    pub fn drop_blank_entries(&self) -> Result<usize, StoreError> {
        self.change(&format!("DELETE FROM journal_entry WHERE {BLANK}"), [])
    }
}

impl Reader<'_> {
    /// What is being written on a page, where something is.
    pub fn draft(&self, entry: &Id) -> Result<Option<Private>, StoreError> {
        self.one("SELECT words FROM journal_draft WHERE entry = ?1", [entry], |row| row.get(0))
    }

    /// How an entry read before, the newest first.
    pub fn earlier_words(&self, entry: &Id) -> Result<Vec<EarlierWords>, StoreError> {
        let sql = "SELECT place, until, words FROM journal_earlier WHERE entry = ?1 ORDER BY place DESC";
        self.all(sql, [entry], |row| {
            let Millis(until) = row.get("until")?;
            Ok(EarlierWords { place: row.get("place")?, until, words: row.get("words")? })
        })
    }

    /// How many earlier forms there are.
    pub fn count_earlier_words(&self, entry: &Id) -> Result<usize, StoreError> {
        let sql = "SELECT count(*) FROM journal_earlier WHERE entry = ?1";
        Ok(self.one(sql, [entry], |row| row.get(0))?.map_or(0, super::columns::count))
    }
}

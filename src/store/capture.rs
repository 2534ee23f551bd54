//! Words caught after a session: a journal entry that grows while it is written, so that a kill costs one pause.

use super::{
    Reader, StoreError, Tx,
    columns::{Millis, Zone},
};
use crate::care::{Id, Private, journal::Phase};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use rusqlite::params;

/// What was caught after a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capture {
    /// The journal entry.
    pub entry: Id,
    pub visit: Id,
    /// When it was begun, and in which zone.
    pub at: DateTime<Utc>,
    pub zone: Tz,
    pub words: Private,
}

impl Tx<'_> {
    /// Keeps the words as they are now, `changed` at that instant. When it was begun stays as it was at first.
    pub fn save_capture(&self, capture: &Capture, changed: DateTime<Utc>) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO journal_entry (id, at, zone, changed_at, words, visit, phase)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (id) DO UPDATE SET changed_at = excluded.changed_at, words = excluded.words",
            params![
                capture.entry,
                Millis(capture.at),
                Zone(capture.zone),
                Millis(changed),
                capture.words,
                capture.visit,
                Phase::Day0
            ],
        )?;
        self.change(
            "INSERT INTO capture (entry, visit) VALUES (?1, ?2) ON CONFLICT (entry) DO NOTHING",
            params![capture.entry, capture.visit],
        )?;
        Ok(())
    }
}

impl Reader<'_> {
    /// What was caught after this visit; of several the one begun last. One that was taken away since is left alone.
    pub fn capture(&self, visit: &Id) -> Result<Option<Capture>, StoreError> {
        self.one(
            "SELECT entry, capture.visit, at, zone, words FROM capture JOIN journal_now ON journal_now.id = entry
             WHERE capture.visit = ?1 AND removed_at IS NULL ORDER BY at DESC, place DESC LIMIT 1",
            [visit],
            |row| {
                let (Millis(at), Zone(zone)) = (row.get("at")?, row.get("zone")?);
                Ok(Capture {
                    entry: row.get("entry")?,
                    visit: row.get("visit")?,
                    at,
                    zone,
                    words: row.get("words")?,
                })
            },
        )
    }
}

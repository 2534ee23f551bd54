//! What was done and what was left out, in one look: enough to know what is still asked.

use super::{Reader, StoreError, Tx, columns::Millis};
use crate::care::schedule::{Done, FinishedForm};
use chrono::{DateTime, Utc};
use rusqlite::params;
use std::collections::BTreeSet;

impl Tx<'_> {
    /// The patient chose not to do what has these keys.
    pub fn skip(&self, keys: &[String], at: DateTime<Utc>) -> Result<(), StoreError> {
        for key in keys {
            self.change(
                "INSERT INTO skipped (due, at) VALUES (?1, ?2) ON CONFLICT (due) DO UPDATE SET at = excluded.at",
                params![key, Millis(at)],
            )?;
        }
        Ok(())
    }

    /// They may be asked again.
    pub fn unskip(&self, keys: &[String]) -> Result<(), StoreError> {
        for key in keys {
            self.change("DELETE FROM skipped WHERE due = ?1", [key])?;
        }
        Ok(())
    }
}

impl Reader<'_> {
    /// Everything done and left out from `since` on, and every visit after which words were kept.
    pub fn done_since(&self, since: DateTime<Utc>) -> Result<Done, StoreError> {
        let since = [Millis(since)];
        let instants = |sql| {
            self.all(sql, since, |row| {
                let Millis(at) = row.get(0)?;
                Ok(at)
            })
        };
        let forms = self.all(
            "SELECT name, due, finished_at FROM filled_form WHERE finished_at >= ?1",
            since,
            |row| {
                let Millis(at) = row.get(2)?;
                Ok(FinishedForm { name: row.get(0)?, due: row.get(1)?, at })
            },
        )?;
        let skipped = self.all("SELECT due, at FROM skipped WHERE at >= ?1", since, |row| {
            let Millis(at) = row.get(1)?;
            Ok((row.get(0)?, at))
        })?;
        let captured =
            "SELECT DISTINCT capture.visit FROM capture JOIN journal_entry ON journal_entry.id = entry
                        WHERE trim(words) <> ''";
        Ok(Done {
            check_ins: instants("SELECT at FROM check_in WHERE at >= ?1")?,
            side_effects: instants("SELECT changed_at FROM side_effect WHERE changed_at >= ?1")?,
            captures: self.all(captured, [], |row| row.get(0))?.into_iter().collect(),
            forms,
            not_here: BTreeSet::new(),
            skipped: skipped.into_iter().collect(),
        })
    }
}

//! How far the phone has read what the clinic has: a watermark and a place to resume, for each FHIR type.

use super::{Reader, StoreError, Tx, columns::Millis};
use chrono::{DateTime, Utc};
use rusqlite::params;

impl Tx<'_> {
    /// Notes that everything of `kind` up to `at`, by the server's clock, has been read.
    pub fn set_watermark(&self, kind: &str, at: DateTime<Utc>) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO pull (kind, watermark) VALUES (?1, ?2)
             ON CONFLICT (kind) DO UPDATE SET watermark = excluded.watermark",
            params![kind, Millis(at)],
        )?;
        Ok(())
    }

    /// Notes the page of `kind` to go on with after an interruption; `None` when the last page was read.
    pub fn set_cursor(&self, kind: &str, next: Option<&str>) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO pull (kind, cursor) VALUES (?1, ?2)
             ON CONFLICT (kind) DO UPDATE SET cursor = excluded.cursor",
            params![kind, next],
        )?;
        Ok(())
    }
}

impl Reader<'_> {
    /// Up to when everything of `kind` has been read, by the server's clock, to the millisecond.
    pub fn watermark(&self, kind: &str) -> Result<Option<DateTime<Utc>>, StoreError> {
        let found: Option<Option<Millis>> =
            self.one("SELECT watermark FROM pull WHERE kind = ?1", [kind], |row| row.get(0))?;
        Ok(found.flatten().map(|Millis(at)| at))
    }

    /// The page of `kind` to go on with.
    pub fn cursor(&self, kind: &str) -> Result<Option<String>, StoreError> {
        let found: Option<Option<String>> =
            self.one("SELECT cursor FROM pull WHERE kind = ?1", [kind], |row| row.get(0))?;
        Ok(found.flatten())
    }
}

//! The mirror: what the clinic last sent, word for word, whether or not we can read it.

use super::{Reader, StoreError, Tx, columns::Millis};
use crate::care::Id;
use chrono::{DateTime, Utc};
use rusqlite::{Row, params};
use std::fmt;

/// One record of the clinic, as it arrived.
#[derive(Clone, PartialEq, Eq)]
pub struct Mirrored {
    /// The FHIR type.
    pub kind: String,
    pub id: Id,
    /// The server's name for this version; opaque.
    pub version: Option<String>,
    /// The server's `meta.lastUpdated`, kept to the millisecond.
    pub updated: Option<DateTime<Utc>>,
    /// The JSON, verbatim; that of an earlier version while a later one is not handed out.
    pub body: String,
    /// Why it cannot be read or is not current, without its content. Such a record is never shown as it was
    /// before.
    pub problem: Option<String>,
}

impl fmt::Debug for Mirrored {
    /// Leaves the body out: it holds health text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mirrored")
            .field("kind", &self.kind)
            .field("id", &self.id)
            .field("version", &self.version)
            .field("updated", &self.updated)
            .field("problem", &self.problem)
            .finish_non_exhaustive()
    }
}

/// What was mirrored before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Was {
    /// Nothing.
    New,
    /// The very same.
    Same,
    /// Something else: this.
    Changed(Mirrored),
}

impl Tx<'_> {
    /// Keeps what the clinic sent, in place of what it sent before, and says what that was.
    pub fn mirror(&self, arrived: &Mirrored) -> Result<Was, StoreError> {
        let before = self.mirrored_one(&arrived.kind, &arrived.id)?;
        let to_the_millisecond = arrived.updated.map(|at| at.timestamp_millis());
        let same = before.as_ref().is_some_and(|before| {
            before.updated.map(|at| at.timestamp_millis()) == to_the_millisecond
                && (&before.version, &before.body, &before.problem)
                    == (&arrived.version, &arrived.body, &arrived.problem)
        });
        if same {
            return Ok(Was::Same);
        }
        self.change(
            "INSERT INTO mirror (kind, id, version, updated, body, problem) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (kind, id) DO UPDATE SET version = excluded.version, updated = excluded.updated,
                 body = excluded.body, problem = excluded.problem",
            params![
                arrived.kind,
                arrived.id,
                arrived.version,
                arrived.updated.map(Millis),
                arrived.body,
                arrived.problem
            ],
        )?;
        Ok(before.map_or(Was::New, Was::Changed))
    }

    /// Forgets a record the clinic withdrew, and says what it was.
    pub fn unmirror(&self, kind: &str, id: &Id) -> Result<Option<Mirrored>, StoreError> {
        let before = self.mirrored_one(kind, id)?;
        self.change("DELETE FROM mirror WHERE kind = ?1 AND id = ?2", params![kind, id])?;
        Ok(before)
    }
}

impl Reader<'_> {
    /// Every record of a FHIR type, by id, also those that cannot be read.
    pub fn mirrored(&self, kind: &str) -> Result<Vec<Mirrored>, StoreError> {
        self.all("SELECT * FROM mirror WHERE kind = ?1 ORDER BY id", [kind], mirrored)
    }

    /// One record.
    pub fn mirrored_one(&self, kind: &str, id: &Id) -> Result<Option<Mirrored>, StoreError> {
        self.one("SELECT * FROM mirror WHERE kind = ?1 AND id = ?2", params![kind, id], mirrored)
    }

    /// The FHIR types of which there is any record, by name.
    pub fn mirrored_kinds(&self) -> Result<Vec<String>, StoreError> {
        self.all("SELECT DISTINCT kind FROM mirror ORDER BY kind", [], |row| row.get(0))
    }

    /// The id and the version of every record of a FHIR type, by id: enough to find what the clinic withdrew.
    pub fn mirrored_ids(&self, kind: &str) -> Result<Vec<(Id, Option<String>)>, StoreError> {
        let sql = "SELECT id, version FROM mirror WHERE kind = ?1 ORDER BY id";
        self.all(sql, [kind], |row| Ok((row.get(0)?, row.get(1)?)))
    }

    /// Every record that cannot be read or is not current.
    pub fn problems(&self) -> Result<Vec<Mirrored>, StoreError> {
        self.all("SELECT * FROM mirror WHERE problem IS NOT NULL ORDER BY kind, id", [], mirrored)
    }
}

fn mirrored(row: &Row<'_>) -> rusqlite::Result<Mirrored> {
    Ok(Mirrored {
        kind: row.get("kind")?,
        id: row.get("id")?,
        version: row.get("version")?,
        updated: row.get::<_, Option<Millis>>("updated")?.map(|Millis(at)| at),
        body: row.get("body")?,
        problem: row.get("problem")?,
    })
}

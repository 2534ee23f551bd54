//! Which medicine lines were read and in which form, and the intention with its earlier versions. Nothing here is
//! ever changed, only followed by something newer.

use super::{Reader, StoreError, Tx, columns::Millis};
use crate::care::{
    Id, Intention, MedicineRecord,
    preparation::{Acknowledged, Shown},
};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Row, params};

impl Tx<'_> {
    /// Keeps that a line was read.
    pub fn save_acknowledgement(&self, read: &Acknowledged) -> Result<(), StoreError> {
        let Shown { record, line, version, digest } = &read.shown;
        self.change(
            "INSERT INTO acknowledgement (record, kind, line, version, digest, at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![read.record, record, line, version, digest, Millis(read.at)],
        )?;
        Ok(())
    }

    /// Keeps an intention as the newest one.
    pub fn save_intention(&self, intention: &Intention) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO intention (id, at, words) VALUES (?1, ?2, ?3)",
            params![intention.id, Millis(intention.at), intention.words],
        )?;
        Ok(())
    }
}

impl Reader<'_> {
    /// The newest acknowledgement of a line.
    pub fn acknowledgement(
        &self,
        record: MedicineRecord,
        line: &Id,
    ) -> Result<Option<Acknowledged>, StoreError> {
        self.one(
            "SELECT * FROM acknowledgement WHERE kind = ?1 AND line = ?2 ORDER BY place DESC LIMIT 1",
            params![record, line],
            acknowledged,
        )
    }

    /// The intention and its earlier versions, the newest first.
    pub fn intentions(&self) -> Result<Vec<Intention>, StoreError> {
        self.all("SELECT * FROM intention ORDER BY place DESC", [], |row| {
            let Millis(at) = row.get("at")?;
            Ok(Intention { id: row.get("id")?, at, words: row.get("words")? })
        })
    }
}

fn acknowledged(row: &Row<'_>) -> rusqlite::Result<Acknowledged> {
    let Millis(at) = row.get("at")?;
    let shown = Shown {
        record: row.get("kind")?,
        line: row.get("line")?,
        version: row.get("version")?,
        digest: row.get("digest")?,
    };
    Ok(Acknowledged { record: row.get("record")?, shown, at })
}

impl ToSql for MedicineRecord {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Request => "request",
            Self::Statement => "statement",
        }
        .into())
    }
}

impl FromSql for MedicineRecord {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "request" => Ok(Self::Request),
            "statement" => Ok(Self::Statement),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}

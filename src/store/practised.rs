//! What was practised and what of it helped, the newest first.

use super::{
    Reader, StoreError, Tx,
    columns::{Millis, Zone, limit},
};
use crate::care::{
    Id,
    journal::{Practice, Practised},
};
use rusqlite::{
    Row, params,
    types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef},
};

impl ToSql for Practice {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.code().into())
    }
}

impl FromSql for Practice {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::of_code(value.as_str()?).ok_or(FromSqlError::InvalidType)
    }
}

impl Tx<'_> {
    /// Adds to the log, in place of what has the same id.
    pub fn save_practised(&self, one: &Practised) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO practised (id, practice, at, zone, minutes, words) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET practice = excluded.practice, at = excluded.at,
                 zone = excluded.zone, minutes = excluded.minutes, words = excluded.words",
            params![one.id, one.practice, Millis(one.at), Zone(one.zone), one.minutes, one.words],
        )?;
        Ok(())
    }

    /// Takes something off the log; true if it was there.
    pub fn remove_practised(&self, id: &Id) -> Result<bool, StoreError> {
        Ok(self.delete("DELETE FROM practised WHERE id = ?1", [id])? > 0)
    }
}

impl Reader<'_> {
    /// What has this id in the log.
    pub fn one_practised(&self, id: &Id) -> Result<Option<Practised>, StoreError> {
        self.one("SELECT * FROM practised WHERE id = ?1", [id], practised)
    }

    /// At most `limit` lines of the log, the newest first.
    pub fn practised(&self, limit: usize) -> Result<Vec<Practised>, StoreError> {
        let sql = "SELECT * FROM practised ORDER BY at DESC, id DESC LIMIT ?1";
        self.all(sql, [self::limit(limit)], practised)
    }
}

fn practised(row: &Row<'_>) -> rusqlite::Result<Practised> {
    let (Millis(at), Zone(zone)) = (row.get("at")?, row.get("zone")?);
    Ok(Practised {
        id: row.get("id")?,
        practice: row.get("practice")?,
        at,
        zone,
        minutes: row.get("minutes")?,
        words: row.get("words")?,
    })
}

//! Totals of finished forms, oldest first.

use super::{Reader, StoreError, Tx, columns::Millis};
use crate::care::{Id, instruments::Instrument};
use chrono::{DateTime, Utc};
use rusqlite::{
    Row, params,
    types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef},
};

/// A total that was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoreRow {
    /// The record that tells the clinic.
    pub record: Id,
    /// The filled-in form it comes from.
    pub form: Id,
    pub instrument: Instrument,
    pub total: u8,
    /// When the form was finished, to the millisecond.
    pub at: DateTime<Utc>,
}

impl Tx<'_> {
    /// Keeps a total, in place of the one of the same instrument and form; the record that tells the clinic stays.
    pub fn save_score(&self, score: &ScoreRow) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO score (record, form, instrument, total, at) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (form, instrument) DO UPDATE SET total = excluded.total, at = excluded.at",
            params![score.record, score.form, score.instrument, score.total, Millis(score.at)],
        )?;
        Ok(())
    }
}

impl Reader<'_> {
    /// Every total, oldest first.
    pub fn scores(&self) -> Result<Vec<ScoreRow>, StoreError> {
        self.all("SELECT * FROM score ORDER BY at, record", [], score)
    }

    /// The totals of one form.
    pub fn scores_of(&self, form: &Id) -> Result<Vec<ScoreRow>, StoreError> {
        self.all("SELECT * FROM score WHERE form = ?1 ORDER BY record", [form], score)
    }
}

fn score(row: &Row<'_>) -> rusqlite::Result<ScoreRow> {
    let Millis(at) = row.get("at")?;
    Ok(ScoreRow {
        record: row.get("record")?,
        form: row.get("form")?,
        instrument: row.get("instrument")?,
        total: row.get("total")?,
        at,
    })
}

impl ToSql for Instrument {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.name().into())
    }
}

impl FromSql for Instrument {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::named(value.as_str()?).ok_or(FromSqlError::InvalidType)
    }
}

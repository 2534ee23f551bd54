//! Answers above zero to the question about harming oneself, with the records that tell the clinic.

use super::{Reader, StoreError, Tx, columns::Millis};
use crate::care::Id;
use chrono::{DateTime, Utc};
use rusqlite::{Row, params};

/// One such answer as it was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UrgentAnswer {
    /// The record that tells the clinic.
    pub record: Id,
    /// The filled-in form.
    pub form: Id,
    /// Since when the record waits to tell of it, to the millisecond: when it was answered, or when the lower answer was
    /// that it replaced.
    pub at: DateTime<Utc>,
    /// 1 to 3.
    pub value: u8,
    /// When the patient put the card away.
    pub dismissed_at: Option<DateTime<Utc>>,
}

impl Tx<'_> {
    /// Keeps an answer, in place of the one with the same record. Its form must be kept before.
    pub fn save_urgent_answer(&self, answer: &UrgentAnswer) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO urgent_answer (record, form, at, value, dismissed_at) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (record) DO UPDATE SET at = excluded.at, value = excluded.value,
                 dismissed_at = excluded.dismissed_at",
            params![
                answer.record,
                answer.form,
                Millis(answer.at),
                answer.value,
                answer.dismissed_at.map(Millis)
            ],
        )?;
        Ok(())
    }

    /// Notes that the patient put the card about the answers of this form away.
    pub fn dismiss_urgent_answers(&self, form: &Id, at: DateTime<Utc>) -> Result<(), StoreError> {
        self.change("UPDATE urgent_answer SET dismissed_at = ?2 WHERE form = ?1", params![form, Millis(at)])?;
        Ok(())
    }
}

impl Reader<'_> {
    /// What was told of this form, in the order in which it was.
    pub fn urgent_answers(&self, form: &Id) -> Result<Vec<UrgentAnswer>, StoreError> {
        self.all("SELECT * FROM urgent_answer WHERE form = ?1 ORDER BY value", [form], urgent_answer)
    }

    /// The forms with such an answer, the one answered last first.
    pub fn forms_with_urgent_answers(&self) -> Result<Vec<Id>, StoreError> {
        let sql = "SELECT form FROM urgent_answer GROUP BY form ORDER BY max(at) DESC, form DESC";
        self.all(sql, [], |row| row.get(0))
    }

    /// When the clinic's server refused something about `record`, if it still stands so.
    pub fn refused_at(&self, record: &Id) -> Result<Option<DateTime<Utc>>, StoreError> {
        let sql = "SELECT max(refused_at) FROM outbox WHERE record = ?1 AND sent_at IS NULL";
        let found: Option<Option<Millis>> = self.one(sql, [record], |row| row.get(0))?;
        Ok(found.flatten().map(|Millis(at)| at))
    }
}

fn urgent_answer(row: &Row<'_>) -> rusqlite::Result<UrgentAnswer> {
    let (Millis(at), dismissed): (_, Option<Millis>) = (row.get("at")?, row.get("dismissed_at")?);
    Ok(UrgentAnswer {
        record: row.get("record")?,
        form: row.get("form")?,
        at,
        value: row.get("value")?,
        dismissed_at: dismissed.map(|Millis(at)| at),
    })
}

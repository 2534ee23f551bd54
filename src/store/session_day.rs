//! What the patient keeps around a session: the driver, the answers of the morning, and what settled them.

use super::{Reader, StoreError, Tx, columns::Millis};
use crate::care::{Answer, Driver, Id, Private, Question};
use chrono::{DateTime, Utc};
use rusqlite::{Row, params};

/// Something that settled the patient, in their own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    pub id: Id,
    pub at: DateTime<Utc>,
    pub words: Private,
}

impl Tx<'_> {
    /// Keeps who drives the patient home from a visit, in place of who did before.
    pub fn save_driver(&self, driver: &Driver, at: DateTime<Utc>) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO driver (visit, person, name, phone, confirmation, confirmed_at, confirmed_for, changed_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (visit) DO UPDATE SET person = excluded.person, name = excluded.name,
                 phone = excluded.phone, confirmation = excluded.confirmation,
                 confirmed_at = excluded.confirmed_at, confirmed_for = excluded.confirmed_for,
                 changed_at = excluded.changed_at",
            params![
                driver.visit,
                driver.person,
                driver.name,
                driver.phone,
                driver.confirmation,
                driver.confirmed.map(Millis),
                driver.confirmed_for.map(Millis),
                Millis(at)
            ],
        )?;
        Ok(())
    }

    /// Keeps the answer to a question before a visit, in place of the one before.
    pub fn save_answer(
        &self,
        visit: &Id,
        question: Question,
        yes: bool,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO readiness (visit, question, answer, at) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (visit, question) DO UPDATE SET answer = excluded.answer, at = excluded.at",
            params![visit, question.name(), yes, Millis(at)],
        )?;
        Ok(())
    }

    /// Keeps what settled the patient, for next time.
    pub fn save_settled(&self, settled: &Settled) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO settled (id, words, made_at) VALUES (?1, ?2, ?3)",
            params![settled.id, settled.words, Millis(settled.at)],
        )?;
        Ok(())
    }

    /// Lets go of it; true if it was there.
    pub fn remove_settled(&self, id: &Id) -> Result<bool, StoreError> {
        Ok(self.delete("DELETE FROM settled WHERE id = ?1", [id])? > 0)
    }
}

impl Reader<'_> {
    /// Who drives the patient home from this visit.
    pub fn driver(&self, visit: &Id) -> Result<Option<Driver>, StoreError> {
        self.one("SELECT * FROM driver WHERE visit = ?1", [visit], driver)
    }

    /// The driver written last, for whichever visit.
    pub fn last_driver(&self) -> Result<Option<Driver>, StoreError> {
        self.one("SELECT * FROM driver ORDER BY changed_at DESC, visit LIMIT 1", [], driver)
    }

    /// What was answered before this visit. A question a later version asked is passed over.
    pub fn answers(&self, visit: &Id) -> Result<Vec<Answer>, StoreError> {
        let rows: Vec<(String, bool, Millis)> = self.all(
            "SELECT question, answer, at FROM readiness WHERE visit = ?1 ORDER BY at, question",
            [visit],
            |row| Ok((row.get("question")?, row.get("answer")?, row.get("at")?)),
        )?;
        let answer = |(name, yes, Millis(at)): (String, bool, Millis)| {
            Some(Answer { question: Question::of_name(&name)?, yes, at })
        };
        Ok(rows.into_iter().filter_map(answer).collect())
    }

    /// What settled the patient, the newest first.
    pub fn settled(&self) -> Result<Vec<Settled>, StoreError> {
        self.all("SELECT * FROM settled ORDER BY made_at DESC, id DESC", [], |row| {
            let Millis(at) = row.get("made_at")?;
            Ok(Settled { id: row.get("id")?, at, words: row.get("words")? })
        })
    }
}

fn driver(row: &Row<'_>) -> rusqlite::Result<Driver> {
    Ok(Driver {
        visit: row.get("visit")?,
        person: row.get("person")?,
        name: row.get("name")?,
        phone: row.get("phone")?,
        confirmation: row.get("confirmation")?,
        confirmed: row.get::<_, Option<Millis>>("confirmed_at")?.map(|Millis(at)| at),
        confirmed_for: row.get::<_, Option<Millis>>("confirmed_for")?.map(|Millis(at)| at),
    })
}

//! Forms the patient fills in: kept whole after each answer, with the form as it was when it was begun.

use super::{
    Reader, StoreError, Tx,
    columns::{Millis, Zone},
};
use crate::care::Id;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use rusqlite::{Row, params};
use std::fmt;

/// One form as it is being filled in, or as it was.
#[derive(Clone, PartialEq, Eq)]
pub struct FilledForm {
    /// Also the id of the record that brings it to the clinic.
    pub id: Id,
    /// What it is known as: an instrument's name or the form's canonical address.
    pub name: String,
    /// What it was due for, if anything.
    pub due: Option<String>,
    /// The `Questionnaire` as it was when this was begun.
    pub questionnaire: String,
    /// The answers as a tree, those of items that are not asked any more, too.
    pub answers: String,
    /// The page the patient is on, counted from 0.
    pub step: u32,
    pub started_at: DateTime<Utc>,
    /// The zone the phone kept when it was begun.
    pub zone: Tz,
    pub changed_at: DateTime<Utc>,
    pub state: Filling,
}

/// One form in a list, without what it asks and what was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormRow {
    pub id: Id,
    pub name: String,
    pub due: Option<String>,
    pub title: Option<String>,
    pub started_at: DateTime<Utc>,
    pub changed_at: DateTime<Utc>,
    pub state: Filling,
}

/// Where filling in stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filling {
    /// It can be gone on with.
    Open,
    Finished(DateTime<Utc>),
    /// Given up or overtaken by a newer one. It is kept and not sent.
    Left(DateTime<Utc>),
}

impl fmt::Debug for FilledForm {
    /// Leaves the answers out, and the form, which may be as telling.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FilledForm")
            .field("id", &self.id)
            .field("step", &self.step)
            .field("started_at", &self.started_at)
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

impl Tx<'_> {
    /// Begins a form. Instants are kept to the millisecond.
    pub fn begin_form(&self, form: &FilledForm) -> Result<(), StoreError> {
        let (finished, left) = match form.state {
            Filling::Open => (None, None),
            Filling::Finished(at) => (Some(Millis(at)), None),
            Filling::Left(at) => (None, Some(Millis(at))),
        };
        self.change(
            "INSERT INTO filled_form (id, name, due, questionnaire, answers, at_step, started_at, zone,
                 changed_at, finished_at, left_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            params![
                form.id,
                form.name,
                form.due,
                form.questionnaire,
                form.answers,
                form.step,
                Millis(form.started_at),
                Zone(form.zone),
                Millis(form.changed_at),
                finished,
                left
            ],
        )?;
        Ok(())
    }

    /// Keeps all answers as they are now, and the page the patient is on.
    ///
    /// # Errors
    /// [`StoreError::NoSuchRow`] if it is finished or given up: what was sent is not changed in silence.
    pub fn keep_answers(
        &self,
        id: &Id,
        answers: &str,
        step: u32,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let changed = self.change(
            "UPDATE filled_form SET answers = ?2, at_step = ?3, changed_at = ?4
             WHERE id = ?1 AND finished_at IS NULL AND left_at IS NULL",
            params![id, answers, step, Millis(at)],
        )?;
        one_row(changed)
    }

    /// It is finished: its answers stay as they are.
    ///
    /// # Errors
    /// [`StoreError::NoSuchRow`] if it was finished or given up already.
    pub fn finish_form(&self, id: &Id, at: DateTime<Utc>) -> Result<(), StoreError> {
        let changed = self.change(
            "UPDATE filled_form SET finished_at = ?2, changed_at = ?2
             WHERE id = ?1 AND finished_at IS NULL AND left_at IS NULL",
            params![id, Millis(at)],
        )?;
        one_row(changed)
    }

    /// It is not finished after all, and its scores are gone: to be called only while nothing of it has left.
    ///
    /// # Errors
    /// [`StoreError::NoSuchRow`] if it was not finished.
    pub fn reopen_form(&self, id: &Id) -> Result<(), StoreError> {
        self.change("DELETE FROM score WHERE form = ?1", [id])?;
        let sql = "UPDATE filled_form SET finished_at = NULL WHERE id = ?1 AND finished_at IS NOT NULL";
        one_row(self.change(sql, [id])?)
    }

    /// Gives up every form of this name that is still open.
    pub fn give_up_forms(&self, name: &str, at: DateTime<Utc>) -> Result<(), StoreError> {
        self.change(
            "UPDATE filled_form SET left_at = ?2
             WHERE name = ?1 AND finished_at IS NULL AND left_at IS NULL",
            params![name, Millis(at)],
        )?;
        Ok(())
    }
}

impl Reader<'_> {
    /// The form that was begun with this id.
    pub fn filled_form(&self, id: &Id) -> Result<Option<FilledForm>, StoreError> {
        self.one("SELECT * FROM filled_form WHERE id = ?1", [id], filled_form)
    }

    /// The form of this name that can be gone on with: the one begun for `due`, or without it the newest.
    pub fn open_form(&self, name: &str, due: Option<&str>) -> Result<Option<FilledForm>, StoreError> {
        self.one(
            "SELECT * FROM filled_form
             WHERE name = ?1 AND (?2 IS NULL OR due = ?2) AND finished_at IS NULL AND left_at IS NULL
             ORDER BY started_at DESC, id DESC LIMIT 1",
            params![name, due],
            filled_form,
        )
    }

    /// The form that was finished for what was due; of several the newest.
    pub fn finished_form_for(&self, due: &str) -> Result<Option<FilledForm>, StoreError> {
        self.one(
            "SELECT * FROM filled_form WHERE due = ?1 AND finished_at IS NOT NULL
             ORDER BY finished_at DESC, id DESC LIMIT 1",
            [due],
            filled_form,
        )
    }

    /// All forms that were ever begun, the one changed last first.
    pub fn form_rows(&self) -> Result<Vec<FormRow>, StoreError> {
        self.all(
            "SELECT id, name, due, questionnaire ->> '$.title' AS title, started_at, changed_at, finished_at,
                 left_at
             FROM filled_form ORDER BY changed_at DESC, id DESC",
            [],
            |row| {
                let (Millis(started_at), Millis(changed_at)) =
                    (row.get("started_at")?, row.get("changed_at")?);
                Ok(FormRow {
                    id: row.get("id")?,
                    name: row.get("name")?,
                    due: row.get("due")?,
                    title: row.get("title")?,
                    started_at,
                    changed_at,
                    state: state(row)?,
                })
            },
        )
    }
}

fn one_row(changed: usize) -> Result<(), StoreError> {
    if changed == 1 { Ok(()) } else { Err(StoreError::NoSuchRow) }
}

fn filled_form(row: &Row<'_>) -> rusqlite::Result<FilledForm> {
    let (Millis(started_at), Zone(zone)) = (row.get("started_at")?, row.get("zone")?);
    let Millis(changed_at) = row.get("changed_at")?;
    Ok(FilledForm {
        id: row.get("id")?,
        name: row.get("name")?,
        due: row.get("due")?,
        questionnaire: row.get("questionnaire")?,
        answers: row.get("answers")?,
        step: row.get("at_step")?,
        started_at,
        zone,
        changed_at,
        state: state(row)?,
    })
}

fn state(row: &Row<'_>) -> rusqlite::Result<Filling> {
    Ok(match (row.get("finished_at")?, row.get("left_at")?) {
        (Some(Millis(at)), _) => Filling::Finished(at),
        (None, Some(Millis(at))) => Filling::Left(at),
        (None, None) => Filling::Open,
    })
}

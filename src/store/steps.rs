//! Small steps, with every form they had before they were looked at again.

use super::{Reader, StoreError, Tx, columns::Millis};
use crate::care::{
    Id,
    journal::{Review, Reviewed, Step},
};
use chrono::{NaiveDate, NaiveTime, Timelike};
use rusqlite::{
    Row, params,
    types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef},
};

/// A day of the calendar, as ISO 8601.
struct Day(NaiveDate);

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.to_string().into())
    }
}

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str()?.parse().map(Self).map_err(FromSqlError::other)
    }
}

/// A minute of the day.
struct MinuteOfDay(NaiveTime);

impl ToSql for MinuteOfDay {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok((self.0.num_seconds_from_midnight() / 60).into())
    }
}

impl FromSql for MinuteOfDay {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let minute = u32::column_result(value)?;
        let time = NaiveTime::from_hms_opt(minute / 60, minute % 60, 0);
        time.map(Self).ok_or(FromSqlError::OutOfRange(minute.into()))
    }
}

impl ToSql for Review {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.code().into())
    }
}

impl FromSql for Review {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::of_code(value.as_str()?).ok_or(FromSqlError::InvalidType)
    }
}

impl Tx<'_> {
    /// Saves a step, in place of the one with the same id. When it was made stays as it was at first.
    pub fn save_step(&self, step: &Step) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO step (id, insight, cue, deed, day, remind_at, made_at, done_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (id) DO UPDATE SET insight = excluded.insight, cue = excluded.cue, deed = excluded.deed,
                 day = excluded.day, remind_at = excluded.remind_at, done_at = excluded.done_at",
            params![
                step.id,
                step.insight,
                step.cue,
                step.deed,
                step.day.map(Day),
                step.remind_at.map(MinuteOfDay),
                Millis(step.made_at),
                step.done_at.map(Millis)
            ],
        )?;
        Ok(())
    }

    /// Adds a look back at a step, with the form it had until then.
    pub fn add_review(&self, step: &Id, look: &Reviewed) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO step_review (step, at, what, cue, deed) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![step, Millis(look.at), look.what, look.cue, look.deed],
        )?;
        Ok(())
    }

    /// Takes the last look back at a step away again.
    pub fn forget_last_review(&self, step: &Id) -> Result<(), StoreError> {
        let last = "SELECT max(place) FROM step_review WHERE step = ?1";
        self.delete(&format!("DELETE FROM step_review WHERE place = ({last})"), [step])?;
        Ok(())
    }

    /// Removes a step with all its earlier forms; true if it was there.
    pub fn remove_step(&self, id: &Id) -> Result<bool, StoreError> {
        Ok(self.delete("DELETE FROM step WHERE id = ?1", [id])? > 0)
    }
}

impl Reader<'_> {
    /// The step with this id.
    pub fn step(&self, id: &Id) -> Result<Option<Step>, StoreError> {
        self.one("SELECT * FROM step WHERE id = ?1", [id], step)
    }

    /// The steps that are still before the patient, the oldest first.
    pub fn open_steps(&self) -> Result<Vec<Step>, StoreError> {
        self.all("SELECT * FROM step WHERE done_at IS NULL ORDER BY made_at, id", [], step)
    }

    /// The steps that are done, the last one first.
    pub fn done_steps(&self) -> Result<Vec<Step>, StoreError> {
        let sql = "SELECT * FROM step WHERE done_at IS NOT NULL ORDER BY done_at DESC, id DESC";
        self.all(sql, [], step)
    }

    /// The steps that came of this insight.
    pub fn steps_of(&self, insight: &Id) -> Result<Vec<Step>, StoreError> {
        self.all("SELECT * FROM step WHERE insight = ?1 ORDER BY made_at, id", [insight], step)
    }

    /// The looks back at a step, the oldest first.
    pub fn reviews(&self, step: &Id) -> Result<Vec<Reviewed>, StoreError> {
        self.all("SELECT * FROM step_review WHERE step = ?1 ORDER BY place", [step], |row| {
            let Millis(at) = row.get("at")?;
            Ok(Reviewed { at, what: row.get("what")?, cue: row.get("cue")?, deed: row.get("deed")? })
        })
    }
}

fn step(row: &Row<'_>) -> rusqlite::Result<Step> {
    let (Millis(made_at), done): (_, Option<Millis>) = (row.get("made_at")?, row.get("done_at")?);
    Ok(Step {
        id: row.get("id")?,
        insight: row.get("insight")?,
        cue: row.get("cue")?,
        deed: row.get("deed")?,
        day: row.get::<_, Option<Day>>("day")?.map(|Day(day)| day),
        remind_at: row.get::<_, Option<MinuteOfDay>>("remind_at")?.map(|MinuteOfDay(time)| time),
        made_at,
        done_at: done.map(|Millis(at)| at),
    })
}

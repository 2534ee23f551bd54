//! The patient's check-ins, newest first, each with the forms it had before it was changed.

use super::{
    Reader, StoreError, Tx,
    columns::{Millis, Zone, limit},
    measured::{CheckInForm, Feelings, Json},
};
use crate::care::{CheckIn, Earlier, Id, Private};
use chrono::{DateTime, Utc};
use rusqlite::{Row, named_params, params};

impl Tx<'_> {
    /// Saves a check-in, in place of the one with the same id. Instants are kept to the millisecond.
    pub fn save_check_in(&self, check_in: &CheckIn) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO check_in (id, at, zone, mood, anxiety, feelings, sleep_minutes, words, changed_at)
             VALUES (:id, :at, :zone, :mood, :anxiety, :feelings, :sleep, :words, :changed)
             ON CONFLICT (id) DO UPDATE SET at = excluded.at, zone = excluded.zone, mood = excluded.mood,
                 anxiety = excluded.anxiety, feelings = excluded.feelings,
                 sleep_minutes = excluded.sleep_minutes, words = excluded.words,
                 changed_at = excluded.changed_at",
            named_params! {
                ":id": check_in.id,
                ":at": Millis(check_in.at),
                ":zone": Zone(check_in.zone),
                ":mood": check_in.mood,
                ":anxiety": check_in.anxiety,
                ":feelings": Feelings(check_in.feelings.clone()),
                ":sleep": check_in.sleep,
                ":words": check_in.words,
                ":changed": check_in.changed.map(Millis),
            },
        )?;
        Ok(())
    }

    /// Keeps how a check-in was until `earlier.until`, behind the earlier forms it has already.
    pub fn keep_earlier_check_in(&self, earlier: &Earlier<CheckIn>) -> Result<(), StoreError> {
        let form = Json(CheckInForm::from(&earlier.form));
        self.change(
            "INSERT INTO check_in_earlier (check_in, until, body) VALUES (?1, ?2, ?3)",
            params![earlier.form.id, Millis(earlier.until), form],
        )?;
        Ok(())
    }

    /// Removes a check-in with all its earlier forms; true if it was there.
    pub fn remove_check_in(&self, id: &Id) -> Result<bool, StoreError> {
        Ok(self.delete("DELETE FROM check_in WHERE id = ?1", [id])? > 0)
    }

    /// Adds a word to the patient's own feelings. One that is there stays where it is.
    pub fn add_own_feeling(&self, word: &Private, at: DateTime<Utc>) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO own_feeling (word, made_at) VALUES (?1, ?2) ON CONFLICT (word) DO NOTHING",
            params![word, Millis(at)],
        )?;
        Ok(())
    }

    /// Takes a word off the patient's own feelings; true if it was there. Check-ins keep it.
    pub fn remove_own_feeling(&self, word: &Private) -> Result<bool, StoreError> {
        Ok(self.delete("DELETE FROM own_feeling WHERE word = ?1", [word])? > 0)
    }
}

impl Reader<'_> {
    /// The check-in with this id.
    pub fn check_in(&self, id: &Id) -> Result<Option<CheckIn>, StoreError> {
        self.one("SELECT * FROM check_in WHERE id = ?1", [id], check_in)
    }

    /// The newest `limit` check-ins made before `before`, newest first. Those made in the same millisecond as
    /// the last of them come along, so that asking again with that instant skips none.
    pub fn check_ins(&self, before: Option<DateTime<Utc>>, limit: usize) -> Result<Vec<CheckIn>, StoreError> {
        self.all(
            "SELECT * FROM check_in
             WHERE at < ?1
               AND at >= (SELECT min(at) FROM (SELECT at FROM check_in WHERE at < ?1 ORDER BY at DESC LIMIT ?2))
             ORDER BY at DESC, id DESC",
            params![Millis(before.unwrap_or(DateTime::<Utc>::MAX_UTC)), self::limit(limit)],
            check_in,
        )
    }

    /// The forms a check-in had before, the oldest first.
    pub fn earlier_check_ins(&self, id: &Id) -> Result<Vec<Earlier<CheckIn>>, StoreError> {
        let sql = "SELECT until, body FROM check_in_earlier WHERE check_in = ?1 ORDER BY place";
        self.all(sql, [id], |row| {
            let (Millis(until), Json(form)): (_, Json<CheckInForm>) = (row.get("until")?, row.get("body")?);
            Ok(Earlier { form: form.of(id.clone())?, until })
        })
    }

    /// The words the patient added to the list of feelings, the oldest first.
    pub fn own_feelings(&self) -> Result<Vec<Private>, StoreError> {
        self.all("SELECT word FROM own_feeling ORDER BY made_at, word", [], |row| row.get("word"))
    }
}

fn check_in(row: &Row<'_>) -> rusqlite::Result<CheckIn> {
    let (Millis(at), Zone(zone), Feelings(feelings)) =
        (row.get("at")?, row.get("zone")?, row.get("feelings")?);
    Ok(CheckIn {
        id: row.get("id")?,
        at,
        zone,
        mood: row.get("mood")?,
        anxiety: row.get("anxiety")?,
        feelings,
        sleep: row.get("sleep_minutes")?,
        words: row.get("words")?,
        changed: row.get::<_, Option<Millis>>("changed_at")?.map(|Millis(at)| at),
    })
}

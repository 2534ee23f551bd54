//! What the patient keeps for the next integration session, by kind and id. A mark outlives what it is on.

use super::{Reader, StoreError, Tx, columns::Millis};
use crate::care::{Id, journal::Kept};
use chrono::{DateTime, Utc};
use rusqlite::params;

impl Tx<'_> {
    /// Marks something for the next session; marked already, it keeps its place.
    pub fn keep_for_session(&self, what: &Kept, at: DateTime<Utc>) -> Result<(), StoreError> {
        let (kind, item) = what.named();
        self.change(
            "INSERT INTO for_session (kind, item, at) VALUES (?1, ?2, ?3) ON CONFLICT (kind, item) DO NOTHING",
            params![kind, item, Millis(at)],
        )?;
        Ok(())
    }

    /// Takes the mark away; when it was made, if it was there.
    pub fn let_go_for_session(&self, what: &Kept) -> Result<Option<DateTime<Utc>>, StoreError> {
        let (kind, item) = what.named();
        let made = "SELECT at FROM for_session WHERE kind = ?1 AND item = ?2";
        let at: Option<Millis> = self.one(made, params![kind, item], |row| row.get(0))?;
        self.change("DELETE FROM for_session WHERE kind = ?1 AND item = ?2", params![kind, item])?;
        Ok(at.map(|Millis(at)| at))
    }
}

impl Reader<'_> {
    /// Everything marked, in the order in which it was. A kind a later version knows is passed over.
    pub fn kept_for_session(&self) -> Result<Vec<Kept>, StoreError> {
        let rows: Vec<(String, Id)> =
            self.all("SELECT kind, item FROM for_session ORDER BY at, kind, item", [], |row| {
                Ok((row.get("kind")?, row.get("item")?))
            })?;
        Ok(rows.into_iter().filter_map(|(kind, id)| Kept::of(&kind, id)).collect())
    }
}

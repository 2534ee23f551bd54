//! Why visits are to be cancelled, while it is written: safe with each pause in typing, and gone once it is said or pointless.

use super::{Reader, StoreError, Tx, columns::Millis};
use crate::care::{Id, booking::CancelReason};
use rusqlite::{Row, params};

impl Tx<'_> {
    /// Keeps what is being written, in place of what stood there; also that nothing stands there any more.
    pub fn save_cancel_reason(&self, reason: &CancelReason) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO cancel_reason (visit, changed_at, words) VALUES (?1, ?2, ?3)
             ON CONFLICT (visit) DO UPDATE SET changed_at = excluded.changed_at, words = excluded.words",
            params![reason.visit, Millis(reason.changed), reason.words],
        )?;
        Ok(())
    }

    /// Forgets what is being written about a visit; true if there was something.
    pub fn remove_cancel_reason(&self, visit: &Id) -> Result<bool, StoreError> {
        Ok(self.delete("DELETE FROM cancel_reason WHERE visit = ?1", [visit])? > 0)
    }
}

impl Reader<'_> {
    /// What is being written about why this visit is to be cancelled.
    pub fn cancel_reason(&self, visit: &Id) -> Result<Option<CancelReason>, StoreError> {
        self.one("SELECT * FROM cancel_reason WHERE visit = ?1", [visit], reason)
    }

    /// All that is being written so.
    pub fn cancel_reasons(&self) -> Result<Vec<CancelReason>, StoreError> {
        self.all("SELECT * FROM cancel_reason ORDER BY visit", [], reason)
    }
}

fn reason(row: &Row<'_>) -> rusqlite::Result<CancelReason> {
    let Millis(changed) = row.get("changed_at")?;
    Ok(CancelReason { visit: row.get("visit")?, words: row.get("words")?, changed })
}

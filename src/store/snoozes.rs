//! Reminders the patient put off inside the app.

use super::{Reader, StoreError, Tx, columns::Millis};
use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::params;

/// How long a snooze that is over is kept.
const KEPT: TimeDelta = TimeDelta::days(7);

/// One reminder put off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snooze {
    /// The alarm's id.
    pub alarm: String,
    /// The instant it was for: the same alarm at another instant is not put off by this.
    pub at: DateTime<Utc>,
    /// When it is to ring instead.
    pub until: DateTime<Utc>,
}

impl Tx<'_> {
    /// Puts an alarm off, in place of any time it was put off to before.
    pub fn snooze(&self, snooze: &Snooze) -> Result<(), StoreError> {
        self.change("DELETE FROM snooze WHERE until < ?1", [Millis(snooze.until - KEPT)])?;
        self.change(
            "INSERT INTO snooze (alarm, at, until) VALUES (?1, ?2, ?3)
             ON CONFLICT (alarm) DO UPDATE SET at = excluded.at, until = excluded.until",
            params![snooze.alarm, Millis(snooze.at), Millis(snooze.until)],
        )?;
        Ok(())
    }
}

impl Reader<'_> {
    /// Everything put off, in no order.
    pub fn snoozes(&self) -> Result<Vec<Snooze>, StoreError> {
        self.all("SELECT alarm, at, until FROM snooze", [], |row| {
            let (Millis(at), Millis(until)) = (row.get(1)?, row.get(2)?);
            Ok(Snooze { alarm: row.get(0)?, at, until })
        })
    }
}

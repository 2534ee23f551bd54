//! What the patient measured, for drawing: numbers with their instants and zones, and no words.

use super::{
    Reader, StoreError,
    columns::{Millis, Zone},
};
use crate::care::{Score, instruments::Instrument};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use rusqlite::{Row, params};

/// The two numbers of a check-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rated {
    pub at: DateTime<Utc>,
    pub zone: Tz,
    pub mood: Score,
    pub anxiety: Score,
}

/// The total of an instrument that was filled in whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scored {
    pub instrument: Instrument,
    pub total: u8,
    pub at: DateTime<Utc>,
    /// The phone's zone when the form was begun.
    pub zone: Tz,
}

impl Reader<'_> {
    /// The numbers of all check-ins made at `since` or later, oldest first.
    pub fn rated(&self, since: DateTime<Utc>) -> Result<Vec<Rated>, StoreError> {
        self.all(
            "SELECT at, zone, mood, anxiety FROM check_in WHERE at >= ?1 ORDER BY at, id",
            params![Millis(since)],
            rated,
        )
    }

    /// All totals, oldest first within each instrument.
    pub fn scored(&self) -> Result<Vec<Scored>, StoreError> {
        self.all(
            "SELECT instrument, total, score.at, filled_form.zone FROM score
             JOIN filled_form ON filled_form.id = score.form
             ORDER BY instrument, score.at, record",
            [],
            |row| {
                let (Millis(at), Zone(zone)) = (row.get(2)?, row.get(3)?);
                Ok(Scored { instrument: row.get(0)?, total: row.get(1)?, at, zone })
            },
        )
    }

    /// The numbers of the newest check-in.
    pub fn newest_rated(&self) -> Result<Option<Rated>, StoreError> {
        self.one("SELECT at, zone, mood, anxiety FROM check_in ORDER BY at DESC, id DESC LIMIT 1", [], rated)
    }
}

fn rated(row: &Row<'_>) -> rusqlite::Result<Rated> {
    let (Millis(at), Zone(zone)) = (row.get(0)?, row.get(1)?);
    Ok(Rated { at, zone, mood: row.get(2)?, anxiety: row.get(3)? })
}

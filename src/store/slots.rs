//! The clinic's free times as it last sent them, word for word, and how old they are.

use super::{Reader, StoreError, Tx, columns::Millis};
use crate::care::{Id, VisitKind, booking::Slot};
use chrono::{DateTime, Utc};
use rusqlite::{Row, named_params, params};
use std::fmt;

/// A `Schedule` or a `Slot` as it arrived.
#[derive(Clone, PartialEq, Eq)]
pub struct Kept {
    pub id: Id,
    /// The JSON, verbatim.
    pub body: String,
    /// Why it cannot be read, without its content.
    pub problem: Option<String>,
}

impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Kept").field("id", &self.id).field("problem", &self.problem).finish_non_exhaustive()
    }
}

/// A walk through the clinic's pages that is not over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walk {
    pub began: DateTime<Utc>,
    /// The slots asked for begin before this instant.
    pub until: DateTime<Utc>,
    /// The page to go on with.
    pub cursor: Option<String>,
}

/// When all times of a kind were asked for the last time, and up to which start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AskedFor {
    pub at: DateTime<Utc>,
    pub until: DateTime<Utc>,
}

impl Tx<'_> {
    /// Keeps the schedules the clinic has now, in place of all it had before.
    pub fn keep_schedules(&self, schedules: &[Kept]) -> Result<(), StoreError> {
        self.change("DELETE FROM schedule", [])?;
        for one in schedules {
            self.change(
                "INSERT OR REPLACE INTO schedule (id, body, problem) VALUES (?1, ?2, ?3)",
                params![one.id, one.body, one.problem],
            )?;
        }
        Ok(())
    }

    /// Keeps a slot that the walk which began at `seen` came by; `read` is what it says, if it can be read.
    pub fn keep_slot(&self, slot: &Kept, read: Option<&Slot>, seen: DateTime<Utc>) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO slot (id, schedule, start_at, body, problem, seen_at)
             VALUES (:id, :schedule, :start, :body, :problem, :seen)
             ON CONFLICT (id) DO UPDATE SET schedule = excluded.schedule, start_at = excluded.start_at,
                 body = excluded.body, problem = excluded.problem, seen_at = excluded.seen_at",
            named_params! {
                ":id": slot.id,
                ":schedule": read.map(|slot| &slot.schedule),
                ":start": read.map(|slot| Millis(slot.start)),
                ":body": slot.body,
                ":problem": slot.problem,
                ":seen": Millis(seen),
            },
        )?;
        Ok(())
    }

    /// Notes where the walk for times of `kind` is.
    pub fn set_walk(&self, kind: VisitKind, walk: &Walk) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO slot_walk (kind, began_at, to_be, cursor) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (kind) DO UPDATE SET began_at = excluded.began_at, to_be = excluded.to_be,
                 cursor = excluded.cursor",
            params![kind, Millis(walk.began), Millis(walk.until), walk.cursor],
        )?;
        Ok(())
    }

    /// Notes that `walk` came to its end: slots of these schedules it should have seen and did not are gone, and so are those
    /// that began before it. Those that are kept for this patient are not free for anybody else, and stay.
    pub fn end_walk(&self, kind: VisitKind, walk: &Walk, schedules: &[Id]) -> Result<(), StoreError> {
        for schedule in schedules {
            self.change(
                "DELETE FROM slot WHERE schedule = ?1 AND seen_at <> ?2 AND (start_at IS NULL OR start_at < ?3)
                     AND id NOT IN (
                         SELECT kept.value FROM hold, json_each(hold.slots) AS kept
                         WHERE hold.state IN ('asked', 'kept', 'given-up', 'letting-go')
                             AND (hold.until_at IS NULL OR hold.until_at > ?2)
                     )",
                params![schedule, Millis(walk.began), Millis(walk.until)],
            )?;
        }
        self.change(
            "DELETE FROM slot WHERE start_at < ?1 OR (schedule IS NULL AND seen_at <> ?1)",
            [Millis(walk.began)],
        )?;
        self.change(
            "INSERT INTO slot_walk (kind, asked_at, up_to) VALUES (?1, ?2, ?3)
             ON CONFLICT (kind) DO UPDATE SET asked_at = excluded.asked_at, up_to = excluded.up_to,
                 began_at = NULL, to_be = NULL, cursor = NULL",
            params![kind, Millis(walk.began), Millis(walk.until)],
        )?;
        Ok(())
    }

    /// Forgets a slot that the clinic said is not free.
    pub fn drop_slot(&self, id: &Id) -> Result<(), StoreError> {
        self.change("DELETE FROM slot WHERE id = ?1", [id])?;
        Ok(())
    }
}

impl Reader<'_> {
    /// Every schedule, by id.
    pub fn schedules(&self) -> Result<Vec<Kept>, StoreError> {
        self.all("SELECT id, body, problem FROM schedule ORDER BY id", [], kept)
    }

    /// The slots that begin from `from` on and before `until`, the soonest first, and those of which nobody knows when they
    /// begin.
    pub fn slots(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> Result<Vec<Kept>, StoreError> {
        let sql = "SELECT id, body, problem FROM slot
                   WHERE start_at IS NULL OR (start_at >= ?1 AND start_at < ?2) ORDER BY start_at, id";
        self.all(sql, params![Millis(from), Millis(until)], kept)
    }

    /// The walk for times of `kind` that was cut off, if one was.
    pub fn walk(&self, kind: VisitKind) -> Result<Option<Walk>, StoreError> {
        let sql = "SELECT began_at, to_be, cursor FROM slot_walk
                   WHERE kind = ?1 AND began_at IS NOT NULL AND to_be IS NOT NULL";
        self.one(sql, [kind], |row| {
            let (Millis(began), Millis(until)) = (row.get("began_at")?, row.get("to_be")?);
            Ok(Walk { began, until, cursor: row.get("cursor")? })
        })
    }

    /// When the times of `kind` were asked for, all of them.
    pub fn slots_asked(&self, kind: VisitKind) -> Result<Option<AskedFor>, StoreError> {
        let sql = "SELECT asked_at, up_to FROM slot_walk
                   WHERE kind = ?1 AND asked_at IS NOT NULL AND up_to IS NOT NULL";
        self.one(sql, [kind], |row| {
            let (Millis(at), Millis(until)) = (row.get("asked_at")?, row.get("up_to")?);
            Ok(AskedFor { at, until })
        })
    }
}

fn kept(row: &Row<'_>) -> rusqlite::Result<Kept> {
    Ok(Kept { id: row.get("id")?, body: row.get("body")?, problem: row.get("problem")? })
}

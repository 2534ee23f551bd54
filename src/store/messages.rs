//! Messages of the patient's: what was sent off, what is being written, and which of the clinic's were read.

use super::{
    Reader, StoreError, Tx,
    columns::{Millis, Zone},
};
use crate::care::{
    Id,
    message::{Draft, Mine},
};
use chrono::{DateTime, Utc};
use rusqlite::{Row, named_params, params};
use std::collections::BTreeSet;

impl Tx<'_> {
    /// Keeps a message that is sent off from now on.
    pub fn save_message(&self, message: &Mine) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO message (id, thread, answers, at, zone, words, recipient, shared)
             VALUES (:id, :thread, :answers, :at, :zone, :words, :recipient, :shared)",
            named_params! {
                ":id": message.id,
                ":thread": message.thread,
                ":answers": message.answers,
                ":at": Millis(message.at),
                ":zone": Zone(message.zone),
                ":words": message.words,
                ":recipient": message.recipient,
                ":shared": message.shared,
            },
        )?;
        Ok(())
    }

    /// Forgets a message that was taken back before it left; true if it was there.
    pub fn remove_message(&self, id: &Id) -> Result<bool, StoreError> {
        Ok(self.delete("DELETE FROM message WHERE id = ?1", [id])? > 0)
    }

    /// Keeps what is being written, in place of what stood in this draft. Where nothing stands any more and nothing goes
    /// along, nothing is kept.
    pub fn save_message_draft(&self, draft: &Draft) -> Result<(), StoreError> {
        if draft.words.reveal().is_empty() && draft.shared.is_none() {
            return self.remove_message_draft(&draft.id).map(drop);
        }
        self.change(
            "INSERT INTO message_draft (id, thread, changed_at, words, shared) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (id) DO UPDATE SET thread = excluded.thread, changed_at = excluded.changed_at,
                 words = excluded.words, shared = excluded.shared",
            params![draft.id, draft.thread, Millis(draft.changed), draft.words, draft.shared],
        )?;
        Ok(())
    }

    /// Forgets a draft, for it was sent off or is not wanted; true if it was there.
    pub fn remove_message_draft(&self, id: &Id) -> Result<bool, StoreError> {
        Ok(self.delete("DELETE FROM message_draft WHERE id = ?1", [id])? > 0)
    }

    /// Notes that the patient has read a message of the clinic's; true if that is new.
    pub fn see_message(&self, there: &Id, at: DateTime<Utc>) -> Result<bool, StoreError> {
        let sql = "INSERT INTO message_seen (message, at) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
        Ok(self.change(sql, params![there, Millis(at)])? > 0)
    }
}

impl Reader<'_> {
    /// All that was sent off, in the order in which it was.
    pub fn messages(&self) -> Result<Vec<Mine>, StoreError> {
        self.all("SELECT * FROM message ORDER BY place", [], mine)
    }

    /// The message with this id.
    pub fn message(&self, id: &Id) -> Result<Option<Mine>, StoreError> {
        self.one("SELECT * FROM message WHERE id = ?1", [id], mine)
    }

    /// All that is being written, the newest first.
    pub fn message_drafts(&self) -> Result<Vec<Draft>, StoreError> {
        self.all("SELECT * FROM message_draft ORDER BY changed_at DESC, id DESC", [], draft)
    }

    /// The draft with this id.
    pub fn message_draft(&self, id: &Id) -> Result<Option<Draft>, StoreError> {
        self.one("SELECT * FROM message_draft WHERE id = ?1", [id], draft)
    }

    /// Which of the clinic's messages the patient has read.
    pub fn messages_seen(&self) -> Result<BTreeSet<Id>, StoreError> {
        Ok(self.all("SELECT message FROM message_seen", [], |row| row.get(0))?.into_iter().collect())
    }
}

fn mine(row: &Row<'_>) -> rusqlite::Result<Mine> {
    let (Millis(at), Zone(zone)) = (row.get("at")?, row.get("zone")?);
    Ok(Mine {
        id: row.get("id")?,
        thread: row.get("thread")?,
        answers: row.get("answers")?,
        at,
        zone,
        words: row.get("words")?,
        recipient: row.get("recipient")?,
        shared: row.get("shared")?,
    })
}

fn draft(row: &Row<'_>) -> rusqlite::Result<Draft> {
    let Millis(changed) = row.get("changed_at")?;
    Ok(Draft {
        id: row.get("id")?,
        thread: row.get("thread")?,
        changed,
        words: row.get("words")?,
        shared: row.get("shared")?,
    })
}

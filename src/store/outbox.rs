//! The outbox: what the patient made and the clinic does not have yet, each request frozen when it was made.
//!
//! A row waits, is tried, and ends acknowledged; or it is set aside and waits for a person. No row is ever
//! lost: only one that was never tried can be taken back.

use super::{StoreError, Tx, columns::Millis, ready::IS_HELD};
use crate::care::{Id, Refusal};
use chrono::{DateTime, Utc};
use rusqlite::{named_params, params};
use std::fmt;

/// One request to the clinic.
#[derive(Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// The row's own id.
    pub id: Id,
    /// The FHIR type, such as `Observation`.
    pub kind: String,
    /// The record this is about. Requests about the same record reach the clinic in the order they were queued.
    pub record: Id,
    /// Where it goes, below the server's base address: `Observation/ID`.
    pub path: String,
    /// The JSON as it will be sent, unchanged however often it is tried.
    pub body: String,
    /// Goes before all that is not urgent.
    pub urgent: bool,
    /// When the patient made it.
    pub made: DateTime<Utc>,
    /// Not sent before this instant: until then it can be undone.
    pub not_before: DateTime<Utc>,
}

impl Outgoing {
    /// The request that puts `body` as the record `record` of the FHIR type `kind`. `id`: the row's own.
    #[must_use]
    pub fn put(
        id: Id,
        kind: &str,
        record: &Id,
        body: String,
        made: DateTime<Utc>,
        not_before: DateTime<Utc>,
    ) -> Self {
        let (path, record) = (format!("{kind}/{record}"), record.clone());
        Self { id, kind: kind.to_owned(), record, path, body, urgent: false, made, not_before }
    }
}

impl fmt::Debug for Outgoing {
    /// Leaves the body out: it holds health text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outgoing")
            .field("id", &self.id)
            .field("path", &self.path)
            .field("urgent", &self.urgent)
            .field("made", &self.made)
            .field("not_before", &self.not_before)
            .finish_non_exhaustive()
    }
}

/// Over what alone a request may go, where it must not go over whatever the clinic made of the record since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Over {
    /// This version.
    Version(String),
    /// What the patient asked for and nobody has answered.
    Unanswered,
    /// What stands as it did when the patient saw it, in the words of whoever wrote the request: for a server that names no
    /// versions.
    AsKnown(String),
}

const UNANSWERED: &str = "unanswered";
/// Stands before the name of a version.
const VERSION: &str = "version ";
/// Stands before how it stood.
const AS_KNOWN: &str = "as known ";

impl Over {
    /// What was seen in this version, or, where the server names none, as it stood then.
    #[must_use]
    pub fn seen(version: Option<&str>, stood: String) -> Self {
        version.map_or(Self::AsKnown(stood), |version| Self::Version(version.to_owned()))
    }

    fn text(&self) -> String {
        match self {
            Self::Version(version) => format!("{VERSION}{version}"),
            Self::Unanswered => UNANSWERED.to_owned(),
            Self::AsKnown(stood) => format!("{AS_KNOWN}{stood}"),
        }
    }

    /// Reads what [`Over::text`] wrote.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let version = text.strip_prefix(VERSION).map(|version| Self::Version(version.to_owned()));
        let known = || text.strip_prefix(AS_KNOWN).map(|stood| Self::AsKnown(stood.to_owned()));
        version.or_else(known).or_else(|| (text == UNANSWERED).then_some(Self::Unanswered))
    }
}

impl Tx<'_> {
    /// Puts a request at the end of the queue, in the transaction that saves the record itself.
    ///
    /// # Errors
    /// [`StoreError::NoOwner`] before [`Tx::bind`]: what is queued must never be sent as somebody else's.
    pub fn enqueue(&self, outgoing: &Outgoing) -> Result<(), StoreError> {
        if self.owner()?.is_none() {
            return Err(StoreError::NoOwner);
        }
        self.change(
            "INSERT INTO outbox (id, kind, record, path, body, urgent, made, not_before, next_try)
             VALUES (:id, :kind, :record, :path, :body, :urgent, :made, :not_before, :not_before)",
            named_params! {
                ":id": outgoing.id,
                ":kind": outgoing.kind,
                ":record": outgoing.record,
                ":path": outgoing.path,
                ":body": outgoing.body,
                ":urgent": outgoing.urgent,
                ":made": Millis(outgoing.made),
                ":not_before": Millis(outgoing.not_before),
            },
        )?;
        Ok(())
    }

    /// The same, in place of what waits about the same record and was never tried: the clinic hears only the last
    /// word. What was tried may have arrived, so it keeps its turn and this comes after it.
    ///
    /// # Errors
    /// As [`Tx::enqueue`].
    pub fn enqueue_latest(&self, outgoing: &Outgoing) -> Result<(), StoreError> {
        self.change(
            "DELETE FROM outbox WHERE record = ?1 AND attempts = 0 AND sent_at IS NULL AND refusal IS NULL",
            [&outgoing.record],
        )?;
        self.enqueue(outgoing)
    }

    /// The same, in place of everything about the same record that is not acknowledged: none of that leaves any more,
    /// not even again. What was tried may have arrived all the same, so `first` goes ahead, which is settled as soon as
    /// anything of the record is found there, and `then` makes sure that it is the last word there.
    ///
    /// # Errors
    /// As [`Tx::enqueue`].
    pub fn enqueue_instead(&self, first: &Outgoing, then: &Outgoing) -> Result<(), StoreError> {
        let tried = "SELECT 1 FROM outbox WHERE record = ?1 AND sent_at IS NULL AND attempts > 0 LIMIT 1";
        let may_be_there = self.one(tried, [&then.record], |_| Ok(()))?.is_some();
        self.delete("DELETE FROM outbox WHERE record = ?1 AND sent_at IS NULL", [&then.record])?;
        if may_be_there {
            self.enqueue(first)?;
            self.change("UPDATE outbox SET attempts = 1 WHERE id = ?1", [&first.id])?;
        }
        self.enqueue(then)
    }

    /// The same as [`Tx::enqueue`], to go over this alone.
    ///
    /// # Errors
    /// As [`Tx::enqueue`].
    pub fn enqueue_over(&self, outgoing: &Outgoing, over: &Over) -> Result<(), StoreError> {
        self.enqueue(outgoing)?;
        self.change("UPDATE outbox SET guard = ?2 WHERE id = ?1", params![outgoing.id, over.text()])?;
        Ok(())
    }

    /// The same, in place of everything about the same record that is not acknowledged: none of that leaves any more, not
    /// even again. Whether any of it arrived all the same is found out before this goes.
    ///
    /// # Errors
    /// As [`Tx::enqueue`].
    pub fn enqueue_instead_over(&self, outgoing: &Outgoing, over: &Over) -> Result<(), StoreError> {
        self.let_go(&outgoing.record)?;
        self.enqueue_over(outgoing, over)
    }

    /// Lets go of what was set aside about `record`: the patient does not want it any more, or says it anew. False if nothing
    /// was.
    pub fn let_go_of_set_aside(&self, record: &Id) -> Result<bool, StoreError> {
        let sql = "DELETE FROM outbox WHERE record = ?1 AND sent_at IS NULL AND refusal IS NOT NULL";
        Ok(self.delete(sql, [record])? > 0)
    }

    /// Lets go of everything about `record` that is not acknowledged: the clinic's own word on it makes it pointless.
    pub fn let_go(&self, record: &Id) -> Result<(), StoreError> {
        self.delete("DELETE FROM outbox WHERE record = ?1 AND sent_at IS NULL", [record])?;
        Ok(())
    }

    /// Takes back everything queued about `record`, if the clinic's server refused each of it at the first try, so that
    /// nothing of it is there. False changes nothing.
    pub fn take_back_refused(&self, record: &Id) -> Result<bool, StoreError> {
        let open = "SELECT 1 FROM outbox WHERE record = ?1
            AND (sent_at IS NOT NULL OR refusal IS NULL OR refusal IN (?2, ?3) OR attempts > 1) LIMIT 1";
        // A conflict says that something is there; of what came back from a copy nobody knows.
        if self.one(open, params![record, Refusal::Conflict, Refusal::CameBack], |_| Ok(()))?.is_some() {
            return Ok(false);
        }
        self.delete("DELETE FROM outbox WHERE record = ?1", [record])?;
        Ok(true)
    }

    /// Takes back everything queued about `record`, if none of it was ever tried. True means that the clinic
    /// has not heard of the record and will not; also where nothing was queued at all. False changes nothing.
    pub fn take_back(&self, record: &Id) -> Result<bool, StoreError> {
        if self.may_be_there(record)? {
            return Ok(false);
        }
        self.delete("DELETE FROM outbox WHERE record = ?1", [record])?;
        Ok(true)
    }

    /// Takes back what waits about `record`, if none of that was ever tried; what was acknowledged before stays so. False changes
    /// nothing, also where nothing waits.
    pub fn take_back_waiting(&self, record: &Id) -> Result<bool, StoreError> {
        let tried = "SELECT 1 FROM outbox WHERE record = ?1 AND sent_at IS NULL AND attempts > 0 LIMIT 1";
        if self.one(tried, [record], |_| Ok(()))?.is_some() {
            return Ok(false);
        }
        Ok(self.delete("DELETE FROM outbox WHERE record = ?1 AND sent_at IS NULL", [record])? > 0)
    }

    /// Takes care that nothing of `record` leaves any more. Where the clinic cannot have heard of it, it never will; else
    /// `told`, which stands in its place, goes there and is the last word about it.
    ///
    /// # Errors
    /// As [`Tx::enqueue`].
    pub fn recall(&self, record: &Id, told: impl Fn() -> Outgoing) -> Result<(), StoreError> {
        if self.take_back(record)? || self.take_back_refused(record)? {
            return Ok(());
        }
        self.enqueue_instead(&told(), &told())
    }

    /// Counts an attempt, and puts the next one off to `next_try`.
    ///
    /// Commit this *before* the request leaves the phone: from then on the row cannot be taken back, whatever
    /// becomes of the request or of the app. An attempt does not bring forward what can still be undone:
    /// [`Outgoing::not_before`] holds by itself.
    ///
    /// # Errors
    /// [`StoreError::NoSuchRow`] if there is no such row or it is acknowledged, set aside, or held back.
    pub fn mark_tried(&self, row: &Id, next_try: DateTime<Utc>) -> Result<(), StoreError> {
        let changed = self.change(
            &format!(
                "UPDATE outbox SET attempts = attempts + 1, next_try = ?2
                 WHERE id = ?1 AND sent_at IS NULL AND refusal IS NULL AND NOT {IS_HELD}"
            ),
            params![row, Millis(next_try)],
        )?;
        one_row(changed)
    }

    /// Notes that the clinic's server has it, as of `at`, as `version`. The body is dropped; that it was sent,
    /// and when, stays for ever. A second acknowledgement changes nothing.
    ///
    /// # Errors
    /// [`StoreError::NoSuchRow`] if there is no such row.
    pub fn acknowledge(&self, row: &Id, at: DateTime<Utc>, version: Option<&str>) -> Result<(), StoreError> {
        let changed = self.change(
            "UPDATE outbox SET body = NULL, refusal = NULL, refused_at = NULL,
                 sent_at = coalesce(sent_at, ?2), version = iif(sent_at IS NULL, ?3, version)
             WHERE id = ?1",
            params![row, Millis(at), version],
        )?;
        one_row(changed)
    }

    /// Sets a row aside until a person has looked at it. What is queued behind it about the same record waits
    /// too; other records do not. It counts as tried: a refusal is an answer.
    ///
    /// # Errors
    /// [`StoreError::NoSuchRow`] if there is no such row or it is acknowledged.
    pub fn set_aside(&self, row: &Id, why: Refusal, at: DateTime<Utc>) -> Result<(), StoreError> {
        let changed = self.change(
            "UPDATE outbox SET refusal = ?2, refused_at = ?3, attempts = max(attempts, 1)
             WHERE id = ?1 AND sent_at IS NULL",
            params![row, why, Millis(at)],
        )?;
        one_row(changed)
    }

    /// Lets everything about `record` that was set aside be tried again at once. False if nothing is.
    pub fn put_back(&self, record: &Id) -> Result<bool, StoreError> {
        let changed = self.change(
            "UPDATE outbox SET refusal = NULL, refused_at = NULL, next_try = not_before
             WHERE record = ?1 AND refusal IS NOT NULL",
            [record],
        )?;
        Ok(changed > 0)
    }
}

fn one_row(changed: usize) -> Result<(), StoreError> {
    if changed == 1 { Ok(()) } else { Err(StoreError::NoSuchRow) }
}

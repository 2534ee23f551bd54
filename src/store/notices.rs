//! What the patient must be told and has not seen yet.

use super::{Reader, StoreError, Tx, columns::Millis};
use crate::care::{Happened, Id, Notice, Subject};
use chrono::{DateTime, Utc};
use rusqlite::{Row, named_params, params, types::FromSqlError};

const UNREADABLE: &str = "unreadable";
const WITHDRAWN: &str = "withdrawn";
const MOVED: &str = "moved";
const CONFIRMED: &str = "confirmed";
const DECLINED: &str = "declined";
const GONE: &str = "gone";
const OFFERED: &str = "offered";
const OFFER_LAPSED: &str = "offer-lapsed";
const CANCELLED: &str = "cancelled";
const NOT_CANCELLED: &str = "not-cancelled";
const STANDS_AGAIN: &str = "stands-again";

impl Tx<'_> {
    /// Keeps a notice for the patient. Until it is seen, telling again of the same thing adds none. A visit
    /// that moves twice makes one notice, from the time the patient knows to the newest one; moved back to
    /// where it was, there is nothing left to tell. What was not seen yet and is not so any more goes: nothing
    /// is told to be at another time and to be taken back.
    pub fn tell(&self, notice: &Notice) -> Result<(), StoreError> {
        let (code, from, to) = match notice.happened {
            Happened::Unreadable => (UNREADABLE, None, None),
            Happened::Withdrawn => (WITHDRAWN, None, None),
            Happened::Cancelled => (CANCELLED, None, None),
            Happened::Moved { from, to } => (MOVED, Some(Millis(from)), Some(Millis(to))),
            Happened::Confirmed => (CONFIRMED, None, None),
            Happened::Declined => (DECLINED, None, None),
            Happened::Gone => (GONE, None, None),
            Happened::Offered => (OFFERED, None, None),
            Happened::OfferLapsed => (OFFER_LAPSED, None, None),
            Happened::NotCancelled => (NOT_CANCELLED, None, None),
            Happened::StandsAgain { at } => (STANDS_AGAIN, None, Some(Millis(at))),
        };
        match (notice.happened, notice.subject) {
            // Of what was said to a wish only the last word is news.
            (
                Happened::Confirmed
                | Happened::Declined
                | Happened::Gone
                | Happened::Offered
                | Happened::OfferLapsed,
                _,
            )
            | (Happened::Withdrawn, Subject::Wish) => {
                self.change(
                    "DELETE FROM notice WHERE subject = ?1 AND about = ?2 AND happened <> ?3 AND seen_at IS NULL",
                    params![notice.subject, notice.about, code],
                )?;
            }
            (Happened::Withdrawn | Happened::Cancelled, _) => {
                self.untell_moved(notice.subject, &notice.about)?;
            }
            (Happened::Moved { .. }, _) => {
                self.untell_withdrawn(notice.subject, &notice.about)?;
                // That it stands again is told with the time it has.
                self.change(
                    "UPDATE notice SET moved_to = ?4
                     WHERE subject = ?1 AND about = ?2 AND happened = ?3 AND seen_at IS NULL",
                    params![notice.subject, notice.about, STANDS_AGAIN, to],
                )?;
            }
            (Happened::Unreadable | Happened::NotCancelled | Happened::StandsAgain { .. }, _) => {}
        }
        self.change(
            "INSERT INTO notice (id, subject, happened, about, at, moved_from, moved_to)
             VALUES (:id, :subject, :happened, :about, :at, :from, :to)
             ON CONFLICT (subject, happened, about) WHERE seen_at IS NULL
             DO UPDATE SET at = excluded.at, moved_to = excluded.moved_to
                WHERE moved_to IS NOT excluded.moved_to",
            named_params! {
                ":id": notice.id,
                ":subject": notice.subject,
                ":happened": code,
                ":about": notice.about,
                ":at": Millis(notice.at),
                ":from": from,
                ":to": to,
            },
        )?;
        self.change(
            "DELETE FROM notice
             WHERE subject = ?1 AND about = ?2 AND seen_at IS NULL AND moved_from = moved_to",
            params![notice.subject, notice.about],
        )?;
        Ok(())
    }

    /// Notes that the patient saw a notice at `at`. One that [stays](Notice::stays) is still told.
    pub fn seen(&self, notice: &Id, at: DateTime<Utc>) -> Result<(), StoreError> {
        self.change(
            "UPDATE notice SET seen_at = ?2
             WHERE id = ?1 AND seen_at IS NULL AND happened <> 'unreadable'",
            params![notice, Millis(at)],
        )?;
        Ok(())
    }

    /// Takes back that a record cannot be read, because now it can; true if that had been told.
    pub fn untell_unreadable(&self, subject: Subject, about: &Id) -> Result<bool, StoreError> {
        self.untell(UNREADABLE, subject, about)
    }

    /// Takes back that a record was taken back, by whomever; true if that had been told and was not seen yet.
    pub fn untell_withdrawn(&self, subject: Subject, about: &Id) -> Result<bool, StoreError> {
        let by_the_clinic = self.untell(WITHDRAWN, subject, about)?;
        Ok(self.untell(CANCELLED, subject, about)? || by_the_clinic)
    }

    /// Takes back that a visit is at another time, or stands again; true if that had been told and was not seen yet.
    pub fn untell_moved(&self, subject: Subject, about: &Id) -> Result<bool, StoreError> {
        let stood_again = self.untell(STANDS_AGAIN, subject, about)?;
        Ok(self.untell(MOVED, subject, about)? || stood_again)
    }

    fn untell(&self, happened: &str, subject: Subject, about: &Id) -> Result<bool, StoreError> {
        let sql =
            "DELETE FROM notice WHERE subject = ?1 AND happened = ?2 AND about = ?3 AND seen_at IS NULL";
        Ok(self.change(sql, params![subject, happened, about])? > 0)
    }
}

impl Reader<'_> {
    /// What is still to be told, newest first. While a record cannot be read, that alone is told about it:
    /// nobody knows whether what was told before is still so.
    pub fn notices(&self) -> Result<Vec<Notice>, StoreError> {
        self.all(
            "SELECT * FROM notice WHERE seen_at IS NULL AND (happened = 'unreadable' OR NOT EXISTS (
                 SELECT 1 FROM notice AS other
                 WHERE other.subject = notice.subject AND other.about = notice.about
                     AND other.happened = 'unreadable' AND other.seen_at IS NULL))
             ORDER BY at DESC, place DESC",
            [],
            notice,
        )
    }
}

fn notice(row: &Row<'_>) -> rusqlite::Result<Notice> {
    let happened = match row.get_ref("happened")?.as_str()? {
        UNREADABLE => Happened::Unreadable,
        WITHDRAWN => Happened::Withdrawn,
        CANCELLED => Happened::Cancelled,
        MOVED => {
            let (Millis(from), Millis(to)) = (row.get("moved_from")?, row.get("moved_to")?);
            Happened::Moved { from, to }
        }
        CONFIRMED => Happened::Confirmed,
        DECLINED => Happened::Declined,
        GONE => Happened::Gone,
        OFFERED => Happened::Offered,
        OFFER_LAPSED => Happened::OfferLapsed,
        NOT_CANCELLED => Happened::NotCancelled,
        STANDS_AGAIN => {
            let Millis(at) = row.get("moved_to")?;
            Happened::StandsAgain { at }
        }
        _ => return Err(FromSqlError::InvalidType.into()),
    };
    let Millis(at) = row.get("at")?;
    Ok(Notice { id: row.get("id")?, subject: row.get("subject")?, happened, about: row.get("about")?, at })
}

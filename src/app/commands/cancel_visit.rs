//! Cancelling a visit: it leaves once it cannot be undone any more, and goes over the visit as the patient saw it alone.

use super::{
    UNDO,
    booking::{BOOKED, take_back},
    queue::request,
};
use crate::{
    app::{
        AppError, Cairn, CannotBook,
        load::{Records, may_change},
    },
    care::{
        Id, Private,
        booking::{Cancellation, Wish},
    },
    fhir,
    store::Over,
};
use chrono::{DateTime, Utc};

impl Cairn {
    /// Cancels a visit, and takes back what was asked for in its place. Until the clinic's server has it, the visit stands.
    /// Answers until when [`Cairn::undo_cancel`] takes it back.
    ///
    /// # Errors
    /// [`AppError::CannotBook`].
    pub async fn cancel_visit(&self, visit: Id, reason: Option<Private>) -> Result<DateTime<Utc>, AppError> {
        let now = self.now();
        let undo_until = now + UNDO;
        self.with_bookings(move |home, tx| {
            let records = Records::load(home, tx)?;
            let found = records.visits.iter().find(|known| known.id == visit);
            let Some((found, notice)) =
                found.and_then(|found| Some((found, may_change(&records, found, now)?)))
            else {
                return Ok(Err(CannotBook::Unknown));
            };
            if tx.cancellation(&visit)?.is_some_and(|known| known.done != Some(false)) {
                return Ok(Err(CannotBook::AlreadyAsked(visit)));
            }
            if !notice.by_app {
                return Ok(Err(CannotBook::CallInstead));
            }
            let reason = reason.filter(|reason| !reason.is_blank());
            if home.patient().is_some() {
                let there = tx.mirrored_one(BOOKED, &visit)?;
                let raw = there.as_ref().and_then(|there| serde_json::from_str(&there.body).ok());
                let Some((there, raw)) = there.as_ref().zip(raw.as_ref()) else {
                    return Ok(Err(CannotBook::Unknown));
                };
                let body = fhir::booking::cancelled(raw, reason.as_ref());
                let row = request(BOOKED, &visit, &body, now, undo_until);
                match &there.version {
                    Some(version) => tx.enqueue_over(&row, &Over::Version(version.clone()))?,
                    None => tx.enqueue(&row)?,
                }
            }
            for wish in tx.wishes_replacing(&visit)?.iter().filter(|wish| Wish::is_open(wish)) {
                take_back(home, tx, wish, now)?;
            }
            let start = found.start;
            tx.save_cancellation(&Cancellation { visit, start, reason, made: now, done: None })?;
            Ok(Ok(undo_until))
        })
        .await
    }

    /// Takes a cancellation back as if it had never been, if nothing of it has left the phone. What was asked for in place of the
    /// visit stays taken back.
    ///
    /// # Errors
    /// [`AppError::TooLate`] if it has left.
    pub async fn undo_cancel(&self, visit: Id) -> Result<(), AppError> {
        let undone = self
            .with_bookings(move |home, tx| {
                let open = tx.cancellation(&visit)?.is_some_and(|known| known.done.is_none());
                let ours = open && (home.is_practice() || tx.take_back_waiting(&visit)?);
                if ours {
                    tx.remove_cancellation(&visit)?;
                }
                Ok(Ok(ours))
            })
            .await?;
        if undone { Ok(()) } else { Err(AppError::TooLate) }
    }
}

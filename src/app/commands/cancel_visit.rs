//! Cancelling a visit: it leaves once it cannot be undone any more, and goes over the visit as the patient saw it alone.

use super::{UNDO, booking::BOOKED, queue::request};
use crate::{
    app::{
        AppError, Cairn, CannotBook, background,
        home::Home,
        load::{Records, may_change},
    },
    care::{
        Delivery, Id, Private,
        booking::{CancelReason, Cancellation},
    },
    fhir,
    store::{Reader, StoreError, Tx},
    sync,
};
use chrono::{DateTime, Utc};

impl Cairn {
    /// Keeps why a visit is to be cancelled, while it is written. When this answers, it is committed and synced to the disk.
    /// Nobody is told: nobody else can see it. Of a visit that cannot be cancelled nothing is kept.
    pub async fn keep_cancel_reason(&self, visit: Id, words: Private) -> Result<(), AppError> {
        let (home, now) = (self.home()?, self.now());
        background(move || {
            Ok(home.store.write(|tx| {
                let records = Records::load(&home, tx)?;
                let known = records.visits.iter().find(|known| known.id == visit);
                match known.and_then(|visit| may_change(&records, visit, now)) {
                    Some(_) => tx.save_cancel_reason(&CancelReason { visit, words, changed: now }),
                    None => Ok(()),
                }
            })?)
        })
        .await
    }

    /// Cancels a visit, with `reason` or else with what was written of it. Until the clinic's server has it, the visit stands;
    /// what was asked for in its place is taken back with it. A cancellation that was set aside before is said anew. Answers
    /// until when [`Cairn::undo_cancel`] brings back both.
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
            if is_being_cancelled(tx, &visit)? {
                return Ok(Err(CannotBook::AlreadyAsked(visit)));
            }
            if !notice.by_app {
                return Ok(Err(CannotBook::CallInstead));
            }
            let written = tx.cancel_reason(&visit)?.map(|written| written.words);
            // One that was done was for the visit before the clinic put it back.
            let before = tx.cancellation(&visit)?.filter(|before| before.done != Some(true));
            let before = before.and_then(|before| before.reason);
            let reason = reason.or(written).or(before).filter(|reason| !reason.is_blank());
            if home.patient().is_some() {
                let there = tx.mirrored_one(BOOKED, &visit)?;
                let raw = there.as_ref().and_then(|there| serde_json::from_str(&there.body).ok());
                let Some((there, raw)) = there.as_ref().zip(raw.as_ref()) else {
                    return Ok(Err(CannotBook::Unknown));
                };
                tx.let_go_of_set_aside(&visit)?;
                let body = fhir::booking::cancelled(raw, reason.as_ref());
                let row = request(BOOKED, &visit, &body, now, undo_until);
                tx.enqueue_over(&row, &sync::over(there, raw))?;
            }
            tx.remove_cancel_reason(&visit)?;
            let start = found.start;
            tx.save_cancellation(&Cancellation { visit, start, reason, made: now, done: None })?;
            Ok(Ok(undo_until))
        })
        .await
    }

    /// Takes a cancellation back as if it had never been, if nothing of it has left the phone: what was asked for in place of the
    /// visit is as it was, and what was written is on the page again.
    ///
    /// # Errors
    /// [`AppError::TooLate`] if it has left.
    pub async fn undo_cancel(&self, visit: Id) -> Result<(), AppError> {
        let now = self.now();
        let undone = self
            .with_bookings(move |home, tx| {
                let open = tx.cancellation(&visit)?.filter(|known| known.done.is_none());
                let Some(cancellation) = open else { return Ok(Ok(false)) };
                let ours = home.is_practice() || tx.take_back_waiting(&visit)?;
                if ours {
                    tx.remove_cancellation(&visit)?;
                    if let Some(words) = cancellation.reason {
                        tx.save_cancel_reason(&CancelReason { visit, words, changed: now })?;
                    }
                }
                Ok(Ok(ours))
            })
            .await?;
        if undone { Ok(()) } else { Err(AppError::TooLate) }
    }

    /// Lets go of a cancellation that was set aside: the patient keeps the visit.
    ///
    /// # Errors
    /// [`AppError::TooLate`] if none is set aside (any more).
    pub async fn keep_visit(&self, visit: Id) -> Result<(), AppError> {
        let kept = self.with_bookings(move |_, tx| Ok(Ok(forget_refused(tx, &visit)?))).await?;
        if kept { Ok(()) } else { Err(AppError::TooLate) }
    }
}

/// True while a visit that stands may be cancelled soon: neither where the clinic had changed it before or put it back since,
/// nor while the word that cancels it is set aside.
pub(super) fn is_being_cancelled(reader: &Reader<'_>, visit: &Id) -> Result<bool, StoreError> {
    let open = reader.cancellation(visit)?.is_some_and(|known| known.done.is_none());
    Ok(open && !is_set_aside(reader, visit)?)
}

/// Forgets a cancellation whose word is set aside: the visit stands. False if there is none.
pub(super) fn forget_refused(tx: &Tx<'_>, visit: &Id) -> Result<bool, StoreError> {
    let open = tx.cancellation(visit)?.is_some_and(|known| known.done.is_none());
    if !open || !is_set_aside(tx, visit)? {
        return Ok(false);
    }
    tx.let_go_of_set_aside(visit)?;
    tx.remove_cancellation(visit)?;
    Ok(true)
}

fn is_set_aside(reader: &Reader<'_>, visit: &Id) -> Result<bool, StoreError> {
    Ok(matches!(reader.delivery(visit)?, Some(Delivery::NeedsAttention(_))))
}

/// Forgets why visits were to be cancelled that are over, off or gone: nobody cancels them any more. One that cannot be read
/// just now may still be.
pub(in crate::app) fn tidy_reasons(home: &Home, now: DateTime<Utc>) -> Result<(), StoreError> {
    home.store.write(|tx| {
        let reasons = tx.cancel_reasons()?;
        if reasons.is_empty() {
            return Ok(());
        }
        let records = Records::load(home, tx)?;
        for CancelReason { visit, .. } in reasons {
            let may_be = match records.visits.iter().find(|known| known.id == visit) {
                Some(known) => may_change(&records, known, now).is_some(),
                None => tx.mirrored_one(BOOKED, &visit)?.is_some(),
            };
            if !may_be {
                tx.remove_cancel_reason(&visit)?;
            }
        }
        Ok(())
    })
}

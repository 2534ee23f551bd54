//! What was asked for is off: the patient took it back, it went with the visit it was to take the place of, or its time went by.
//! The clinic is told wherever it may have heard of it.

use super::{there_of, told_off};
use crate::{
    care::{
        Id,
        booking::{Cancellation, HoldState, Wish, WishAnswer},
    },
    fhir,
    store::{Over, StoreError, Tx},
};
use chrono::{DateTime, Utc};

/// Gives a wish its last answer, `why`, and queues what tells the clinic under `name`, where it may have heard of the wish.
///
/// # Errors
/// Whatever keeps the store from being written.
pub fn drop_wish(
    tx: &Tx<'_>,
    wish: &Wish,
    why: &WishAnswer,
    patient: &Id,
    name: Id,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    tx.answer_wish(&wish.id, Some(why), now)?;
    end_hold(tx, wish, why)?;
    let there = there_of(tx, &wish.id)?;
    // What another phone asked for is there, although nothing was ever queued here.
    if there.is_none() && (tx.take_back(&wish.id)? || tx.take_back_refused(&wish.id)?) {
        return Ok(());
    }
    let there = there.map_or_else(|| fhir::booking::ask(wish, patient), |(_, raw)| raw);
    tx.enqueue_instead_over(&told_off(wish, &there, name, now), &Over::Unanswered)
}

/// What was kept for a wish is booked, or is to be let go, once the wish has its `last` answer.
pub(super) fn end_hold(tx: &Tx<'_>, wish: &Wish, last: &WishAnswer) -> Result<(), StoreError> {
    let confirmed = matches!(last, WishAnswer::Confirmed { .. });
    let ended = if confirmed { HoldState::Over } else { HoldState::GivenUp };
    tx.move_hold(&wish.id, &[HoldState::Wanted, HoldState::Asked, HoldState::Kept], ended).map(drop)
}

/// Takes back what was asked for in place of a visit that is being cancelled. To be done once the word that cancels it has left
/// or is needless, and never before: until then the patient can undo both at once.
pub(in crate::sync) fn with_cancelled(
    tx: &Tx<'_>,
    cancellation: &Cancellation,
    now: DateTime<Utc>,
    name: &dyn Fn() -> Id,
) -> Result<(), StoreError> {
    let Some(owner) = tx.owner()? else { return Ok(()) };
    for wish in tx.wishes_going_with(&cancellation.visit)? {
        drop_wish(tx, &wish, &WishAnswer::TakenBack, &owner.patient, name(), now)?;
    }
    Ok(())
}

/// The same when the word that cancels a visit was taken or refused; nothing where the patient cancels no such visit.
pub(in crate::sync) fn with_visit(
    tx: &Tx<'_>,
    visit: &Id,
    now: DateTime<Utc>,
    name: &dyn Fn() -> Id,
) -> Result<(), StoreError> {
    match tx.cancellation(visit)?.filter(|known| known.done.is_none()) {
        Some(cancellation) => with_cancelled(tx, &cancellation, now, name),
        None => Ok(()),
    }
}

//! What the server's own operation booked after the patient took the wish back: it is cancelled, unless it is all that is left
//! to the patient of a visit they moved.

use super::{KIND, answer, outgoing, over, resolve::read, wish_of};
use crate::{
    care::{
        Id, Notice, Subject, Visit, VisitState,
        booking::{Cancellation, Wish, WishAnswer, WishTime},
    },
    fhir::{self, Reading},
    store::{Mirrored, Reader, StoreError, Tx},
    sync::{Room, SyncError, manners::books_by_operation},
};
use chrono::{DateTime, Utc};
use serde_json::Value;
use std::sync::Arc;

/// The visits to be decided about, by the clinic's names.
const UNDECIDED: &str = "sync.booked-late";

/// Takes care of a visit that was booked by the server's own operation after the patient took the wish back: no place could be
/// kept for it, and nobody at the clinic decided. True if that is so.
pub(super) fn came_too_late(
    tx: &Tx<'_>,
    wish: &Wish,
    visit: &Visit,
    there: (&Mirrored, &Value),
    now: DateTime<Utc>,
    name: &dyn Fn() -> Id,
) -> Result<bool, StoreError> {
    if !is_late(tx, wish, visit, now)? {
        return Ok(false);
    }
    if wish.replaces.is_none() {
        call_off(tx, visit, there, now, name)?;
        return Ok(true);
    }
    // The old visit may have been given up for it: how that stands is known once everything was fetched.
    let mut undecided = undecided(tx)?;
    if !undecided.contains(&visit.id) {
        undecided.push(visit.id.clone());
        tx.set_json(UNDECIDED, &undecided)?;
    }
    Ok(true)
}

/// Decides about the visits that came too late in place of another, now that everything was fetched: while the other is the
/// patient's still, or was called off by them as well, the new one is cancelled. Else it is the one they have.
pub(in crate::sync) async fn decide_late(room: &Room) -> Result<(), SyncError> {
    if room.read(undecided).await?.is_empty() {
        return Ok(());
    }
    let now = room.now();
    let name = Arc::clone(&room.sources.new_id);
    room.write(move |tx| {
        for visit in undecided(tx)? {
            decide(tx, &visit, now, &*name)?;
        }
        tx.set_json(UNDECIDED, &Vec::<Id>::new())
    })
    .await
}

fn undecided(reader: &Reader<'_>) -> Result<Vec<Id>, StoreError> {
    Ok(reader.get_json(UNDECIDED)?.unwrap_or_default())
}

fn decide(tx: &Tx<'_>, visit: &Id, now: DateTime<Utc>, name: &dyn Fn() -> Id) -> Result<(), StoreError> {
    let Some(there) = tx.mirrored_one(KIND, visit)? else { return Ok(()) };
    let Some(Reading::Visit(visit)) = read(&there) else { return Ok(()) };
    let raw: Value = serde_json::from_str(&there.body).unwrap_or_default();
    let Some(wish) = wish_of(tx, &fhir::booking::told(&raw), &visit.id)? else { return Ok(()) };
    let (true, Some((old, _))) = (is_late(tx, &wish, &visit, now)?, &wish.replaces) else { return Ok(()) };
    if is_needless(tx, old)? {
        return call_off(tx, &visit, (&there, &raw), now, name);
    }
    let Some(start) = visit.start else { return Ok(()) };
    tx.let_go(&wish.id)?;
    let confirmed = WishAnswer::Confirmed { visit: visit.id, start };
    if let Some(happened) = answer(tx, &wish, Some(&confirmed), now)? {
        tx.tell(&Notice { id: name(), subject: Subject::Wish, happened, about: wish.id.clone(), at: now })?;
    }
    // That the old one is off is told with it.
    tx.untell_withdrawn(Subject::Visit, old).map(drop)
}

fn is_late(reader: &Reader<'_>, wish: &Wish, visit: &Visit, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let taken_back = matches!(wish.answer, Some((WishAnswer::TakenBack, _)));
    let asked_of_nobody = taken_back && matches!(wish.time, WishTime::At { .. });
    Ok(asked_of_nobody && visit.state == VisitState::Confirmed && books_by_operation(reader, now)?)
}

/// True if the patient does not need a visit in the place of `old`: they have that still, or do not want it, either.
fn is_needless(reader: &Reader<'_>, old: &Id) -> Result<bool, StoreError> {
    let called_off = reader.cancellation(old)?.is_some_and(|known| known.done != Some(false));
    let there = reader.mirrored_one(KIND, old)?;
    let stands = matches!(there.as_ref().and_then(read), Some(Reading::Visit(old)) if old.state.stands());
    Ok(called_off || stands)
}

fn call_off(
    tx: &Tx<'_>,
    visit: &Visit,
    (there, raw): (&Mirrored, &Value),
    now: DateTime<Utc>,
    name: &dyn Fn() -> Id,
) -> Result<(), StoreError> {
    if tx.cancellation(&visit.id)?.is_some() {
        return Ok(());
    }
    let (id, start) = (visit.id.clone(), visit.start);
    tx.save_cancellation(&Cancellation { visit: id, start, reason: None, made: now, done: None })?;
    let off = fhir::booking::cancelled(raw, None);
    tx.enqueue_over(&outgoing(&visit.id, &off, name(), now), &over(there, raw))
}

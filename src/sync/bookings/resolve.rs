//! What is left to do about wishes and cancellations beside taking answers: words that came too late, and times that went by.

use super::{
    KIND, drop_wish, has_been_replaced, is_as_known, is_dropped, late::came_too_late, outgoing, over,
    told_off,
};
use crate::{
    care::{
        Delivery, Happened, Id, Notice, Refusal, Subject,
        booking::{self, Cancellation, Wish, WishAnswer, WishTime},
    },
    fhir::{self, Reading, withdrawn},
    store::{Mirrored, Over, Reader, StoreError, Tx},
    sync::{Room, SyncError, known_there},
};
use chrono::{DateTime, Utc};
use serde_json::Value;
use std::sync::Arc;

/// Lets go of wishes whose time has come without an answer, and of words about visits that are over. What was never sent is not
/// sent any more; what the clinic may have is taken back there, so that no clinic decides about yesterday.
pub(in crate::sync) async fn lapse(room: &Room) -> Result<(), SyncError> {
    let (now, patient) = (room.now(), room.owner.patient.clone());
    let name = Arc::clone(&room.sources.new_id);
    let any = move |reader: &Reader<'_>| {
        let wishes = reader.open_wishes()?;
        let went_by = wishes.iter().any(|wish| is_over(wish, now) || has_missed(wish, now));
        Ok(went_by || !reader.set_aside_for(KIND, Refusal::CameBack)?.is_empty())
    };
    if !room.read(any).await? {
        return Ok(());
    }
    room.write(move |tx| {
        forget_late(tx, now)?;
        for wish in tx.open_wishes()? {
            if is_over(&wish, now) {
                drop_wish(tx, &wish, &WishAnswer::Lapsed, &patient, name(), now)?;
            } else if has_missed(&wish, now) {
                wait_on(tx, &wish, &patient, now, &*name)?;
            }
        }
        Ok(())
    })
    .await
}

/// Forgets words that came back from a copy, nobody sent since, and would cancel a visit whose time has come.
fn forget_late(tx: &Tx<'_>, now: DateTime<Utc>) -> Result<(), StoreError> {
    for visit in tx.set_aside_for(KIND, Refusal::CameBack)? {
        let open = tx.cancellation(&visit)?.filter(|known| known.done.is_none());
        if open.and_then(|known| known.start).is_some_and(|start| start <= now) {
            tx.let_go_of_set_aside(&visit)?;
            tx.remove_cancellation(&visit)?;
        }
    }
    Ok(())
}

/// The start asked for has passed, or the stretch it was to begin in.
fn is_over(wish: &Wish, now: DateTime<Utc>) -> bool {
    let last = match &wish.time {
        WishTime::At { start, .. } => offered(wish).unwrap_or(*start),
        WishTime::Earlier { until, .. } => offered(wish).map_or(*until, |start| start.max(*until)),
    };
    last <= now
}

/// What was offered has passed, and the patient still waits for an earlier time.
fn has_missed(wish: &Wish, now: DateTime<Utc>) -> bool {
    let waits = matches!(wish.time, WishTime::Earlier { until, .. } if until > now);
    waits && offered(wish).is_some_and(|start| start <= now)
}

/// The start of the time that is offered.
fn offered(wish: &Wish) -> Option<DateTime<Utc>> {
    match &wish.answer {
        Some((WishAnswer::Offered { start, .. } | WishAnswer::Accepted { start, .. }, _)) => Some(*start),
        _ => None,
    }
}

/// Lets an offer pass that nobody answered or confirmed in time: the patient did not leave the list.
fn wait_on(
    tx: &Tx<'_>,
    wish: &Wish,
    patient: &Id,
    now: DateTime<Utc>,
    name: &dyn Fn() -> Id,
) -> Result<(), StoreError> {
    let there = there_of(tx, &wish.id)?.filter(|(there, _)| there.problem.is_none());
    // While the clinic's last word cannot be read, nobody knows whether it is an offer still.
    let Some((there, raw)) = there else { return Ok(()) };
    let body = fhir::booking::let_pass(&raw, patient);
    tx.enqueue_instead_over(&outgoing(&wish.id, &body, name(), now), &over(&there, &raw))?;
    tx.answer_wish(&wish.id, None, now)?;
    let (id, about) = (name(), wish.id.clone());
    tx.tell(&Notice { id, subject: Subject::Wish, happened: Happened::OfferLapsed, about, at: now })
}

/// Looks at every word of the patient's that came too late, now that the clinic's own word is here: where the record is still
/// what the patient meant, it is said again over the newer version; else it is let go, and the patient is told.
pub(in crate::sync) async fn resolve(room: &Room) -> Result<(), SyncError> {
    let now = room.now();
    let name = Arc::clone(&room.sources.new_id);
    if room.read(|reader| reader.set_aside_for(KIND, Refusal::Conflict)).await?.is_empty() {
        return Ok(());
    }
    room.write(move |tx| {
        for record in tx.set_aside_for(KIND, Refusal::Conflict)? {
            // A wish that became a visit has the visit's name: what is said of it now is about the visit.
            let cancellation = tx.cancellation(&record)?.filter(|known| known.done.is_none());
            if let Some(cancellation) = cancellation {
                of_cancellation(tx, &cancellation, now, &*name)?;
            } else if let Some(wish) = tx.wish_as_answered(&record)? {
                of_wish(tx, &wish, now, &*name)?;
            }
        }
        Ok(())
    })
    .await
}

fn of_wish(tx: &Tx<'_>, wish: &Wish, now: DateTime<Utc>, name: &dyn Fn() -> Id) -> Result<(), StoreError> {
    let Some((there, raw)) = there_of(tx, &wish.id)? else { return Ok(()) };
    let Some(Reading::Visit(visit)) = read(&there) else { return Ok(()) };
    tx.let_go(&wish.id)?;
    if came_too_late(tx, wish, &visit, (&there, &raw), now, name)? {
        return Ok(());
    }
    let told = fhir::booking::told(&raw);
    let dropped = is_dropped(wish);
    // A yes that did not arrive was never said.
    let unsaid = if dropped { wish.clone() } else { Wish { answer: None, ..wish.clone() } };
    let answer = booking::answer(&unsaid, &visit, &told);
    tx.answer_wish(&wish.id, answer.as_ref(), now)?;
    if dropped && super::is_unanswered(&visit) {
        tx.enqueue_over(&told_off(wish, &raw, name(), now), &Over::Unanswered)?;
    }
    Ok(())
}

fn of_cancellation(
    tx: &Tx<'_>,
    cancellation: &Cancellation,
    now: DateTime<Utc>,
    name: &dyn Fn() -> Id,
) -> Result<(), StoreError> {
    let visit = &cancellation.visit;
    let Some(there) = tx.mirrored_one(KIND, visit)? else { return Ok(()) };
    let Some(Reading::Visit(read)) = read(&there) else { return Ok(()) };
    let raw: Value = serde_json::from_str(&there.body).unwrap_or_default();
    if is_as_known(cancellation, &read) && !has_been_replaced(tx, visit)? {
        let over = over(&there, &raw);
        let body = fhir::booking::cancelled(&raw, cancellation.reason.as_ref());
        let again = outgoing(visit, &body, name(), now);
        // The same again would be refused again.
        if !tx.waits_so(&again, &over)? {
            tx.enqueue_instead_over(&again, &over)?;
        }
        return Ok(());
    }
    tx.let_go(visit)?;
    if tx.end_cancellation(visit, false)? && read.is_ahead(now) {
        let (id, about) = (name(), visit.clone());
        tx.tell(&Notice { id, subject: Subject::Visit, happened: Happened::NotCancelled, about, at: now })?;
    }
    Ok(())
}

/// The clinic's record of a wish and its JSON: under the name the server is known to have given it or under its own, else
/// under whichever it has there. The place that was kept for it is none.
///
/// # Errors
/// Whatever keeps the store from being read.
pub fn there_of(reader: &Reader<'_>, wish: &Id) -> Result<Option<(Mirrored, Value)>, StoreError> {
    let with_raw = |one: Mirrored| {
        let raw = serde_json::from_str(&one.body).ok()?;
        (!withdrawn::is_empty(&raw)).then_some((one, raw))
    };
    let known = known_there(reader, KIND, wish)?;
    if let Some(there) = reader.mirrored_one(KIND, known.as_ref().unwrap_or(wish))? {
        return Ok(with_raw(there));
    }
    let all = reader.mirrored(KIND)?.into_iter().filter_map(with_raw);
    Ok(all.into_iter().find(|(_, raw): &(_, Value)| fhir::booking::told(raw).record.as_ref() == Some(wish)))
}

/// What a mirrored record says, if it is current and can be read.
pub(super) fn read(mirrored: &Mirrored) -> Option<Reading> {
    fhir::read_kept(&mirrored.body, mirrored.problem.as_deref())
}

/// When something was last asked of the clinic that it has and did not answer; `None` if nothing was.
pub(in crate::sync) fn unanswered_since(reader: &Reader<'_>) -> Result<Option<DateTime<Utc>>, StoreError> {
    let mut newest = None;
    for wish in reader.open_wishes()? {
        if let Some(Delivery::Sent(at)) = reader.delivery(&wish.id)? {
            newest = newest.max(Some(at));
        }
    }
    Ok(newest)
}

//! What the patient asked for, followed to its end: the clinic's answer as it lands, what the clinic changed before a word of
//! the patient's arrived, and wishes whose time went by.
//!
//! What an answer means is decided in `care::booking`; here it is kept, told, and what is left to say to the clinic is queued.

mod late;
mod off;
mod put_back;
mod resolve;

use late::came_too_late;
pub(super) use late::decide_late;
pub use off::drop_wish;
pub(super) use off::with_visit;
pub use resolve::there_of;
pub(super) use resolve::{lapse, resolve, unanswered_since};

use super::{deliver::known_as, manners::books_by_operation, tidings::Arrived};
use crate::{
    care::{
        Happened, Id, Notice, Subject, Visit, VisitState,
        booking::{self, Cancellation, Told, Wish, WishAnswer, WishTime},
    },
    fhir::{self, Reading},
    store::{Mirrored, Outgoing, Over, Reader, StoreError, Tx},
};
use chrono::{DateTime, Utc};
use serde_json::Value;

/// The FHIR type of what is asked for.
pub(super) const KIND: &str = "Appointment";

/// What landing a visit means for what the patient asked for.
#[derive(Debug, Default)]
pub(super) struct Landed {
    /// That the visit is off is no news: the patient wanted it so, or hears of it as the answer to a wish.
    pub(super) quiet: bool,
    /// It is off because the patient said so, on another phone or by calling.
    pub(super) by_patient: bool,
    /// What else the patient must be told.
    pub(super) news: Vec<(Subject, Happened, Id)>,
}

/// Takes the clinic's answer from a visit that landed. `name`: a new name for a request to be queued.
pub(super) fn landed(
    tx: &Tx<'_>,
    arrived: &Arrived,
    now: DateTime<Utc>,
    name: &dyn Fn() -> Id,
) -> Result<Landed, StoreError> {
    let mut landed = Landed::default();
    let Some(Reading::Visit(visit)) = &arrived.reading else { return Ok(landed) };
    let raw: Value = serde_json::from_str(&arrived.mirrored.body).unwrap_or_default();
    let told = fhir::booking::told(&raw);
    adopt(tx, visit, &told, &raw, now)?;
    let stands_again = put_back::stands_again(tx, visit, now)?;
    if let Some(wish) = wish_of(tx, &told, &visit.id)? {
        if stands_again.is_none() && came_too_late(tx, &wish, visit, (&arrived.mirrored, &raw), now, name)? {
            return Ok(Landed { quiet: true, ..landed });
        }
        of_wish(tx, &wish, visit, &told, now, &mut landed)?;
        let wish = tx.wish_as_answered(&wish.id)?.unwrap_or(wish);
        if is_dropped(&wish) && is_unanswered(visit) && tx.delivery(&wish.id)?.is_none_or(is_sent) {
            // Whatever was said before, the clinic still has it as asked for.
            tx.enqueue_over(&told_off(&wish, &raw, name(), now), &Over::Unanswered)?;
        } else if wish.is_open() {
            let at = arrived.mirrored.updated.unwrap_or(now);
            tx.found_there(&wish.id, at, arrived.mirrored.version.as_deref())?;
        }
    }
    if let Some(again) = stands_again {
        put_back::end(tx, visit, now, name)?;
        // Whatever it once answered: what the patient knew is that it was off.
        landed.news = vec![again];
    } else if let Some(cancellation) = tx.cancellation(&visit.id)?.filter(|known| known.done.is_none()) {
        of_cancelled(tx, &cancellation, visit, (now, name), &mut landed)?;
    }
    if !visit.is_ahead(now) {
        tx.remove_cancel_reason(&visit.id)?;
    }
    if visit.state == VisitState::Cancelled && has_been_replaced(tx, &visit.id)? {
        landed.quiet = true;
    }
    landed.by_patient = told.by_patient;
    Ok(landed)
}

/// Keeps as a wish what was asked for by another phone of this patient, or by this one before it was set up anew: it can be
/// taken back here as well, and its answer is told.
fn adopt(tx: &Tx<'_>, visit: &Visit, told: &Told, raw: &Value, now: DateTime<Utc>) -> Result<(), StoreError> {
    let Some(record) = &told.record else { return Ok(()) };
    if !is_unanswered(visit) || tx.wish(record)?.is_some() {
        return Ok(());
    }
    let replaced = match &told.replaces {
        Some(old) => {
            tx.mirrored_one(KIND, old)?.and_then(|old| start_of(&old)).map(|start| (old.clone(), start))
        }
        None => None,
    };
    let Some(wish) = fhir::booking::wish(raw, visit, replaced, now) else { return Ok(()) };
    if wish.id != visit.id {
        // Nothing this phone sent could teach it under which id the server keeps it.
        tx.set(&known_as(KIND, &wish.id), visit.id.as_str())?;
    }
    tx.save_wish(&wish)
}

fn start_of(mirrored: &Mirrored) -> Option<DateTime<Utc>> {
    match resolve::read(mirrored)? {
        Reading::Visit(visit) => visit.start,
        _ => None,
    }
}

/// Takes it that a visit is not at the clinic any more.
pub(super) fn lost(
    tx: &Tx<'_>,
    visit: &Id,
    body: &str,
    now: DateTime<Utc>,
    name: &dyn Fn() -> Id,
) -> Result<Landed, StoreError> {
    let mut landed = Landed::default();
    let raw: Value = serde_json::from_str(body).unwrap_or_default();
    if let Some(wish) = wish_of(tx, &fhir::booking::told(&raw), visit)?.filter(Wish::is_open) {
        let declined = WishAnswer::Declined { said: None, gone: false };
        landed.quiet = true;
        let happened = answer(tx, &wish, Some(&declined), now)?;
        landed.news.extend(happened.map(|happened| (Subject::Wish, happened, wish.id)));
    }
    tx.remove_cancel_reason(visit)?;
    if tx.cancellation(visit)?.is_some_and(|known| known.done.is_none()) {
        off::with_visit(tx, visit, now, name)?;
        tx.end_cancellation(visit, true)?;
        tx.let_go(visit)?;
        landed.quiet = true;
    }
    Ok(landed)
}

/// Takes it that a wish was refused as it was sent: there is no record of it.
pub(super) fn not_given(
    tx: &Tx<'_>,
    wish: &Id,
    gone: bool,
    now: DateTime<Utc>,
    name: &dyn Fn() -> Id,
) -> Result<(), StoreError> {
    let Some(wish) = tx.wish_as_answered(wish)?.filter(Wish::is_open) else { return tx.let_go(wish) };
    match answer(tx, &wish, Some(&WishAnswer::Declined { said: None, gone }), now)? {
        Some(happened) => {
            tx.tell(&Notice { id: name(), subject: Subject::Wish, happened, about: wish.id, at: now })
        }
        None => Ok(()),
    }
}

/// Notes what was last said about a wish, with all that follows on this phone. Answers what there is to tell about it.
fn answer(
    tx: &Tx<'_>,
    wish: &Wish,
    answer: Option<&WishAnswer>,
    now: DateTime<Utc>,
) -> Result<Option<Happened>, StoreError> {
    if !tx.answer_wish(&wish.id, answer, now)? {
        return Ok(None);
    }
    if let Some(last) = answer.filter(|answer| answer.is_last()) {
        off::end_hold(tx, wish, last)?;
    }
    if let (
        Some(WishAnswer::Confirmed { .. } | WishAnswer::Declined { gone: true, .. }),
        WishTime::At { slots, .. },
    ) = (answer, &wish.time)
    {
        // Whoever has them, they are not free any more.
        slots.iter().try_for_each(|slot| tx.drop_slot(slot))?;
    }
    let confirmed = matches!(answer, Some(WishAnswer::Confirmed { .. }));
    // By the server's own operation the old visit is given up after the new one is booked: what waits still has that to do.
    let moves = confirmed && wish.replaces.is_some() && books_by_operation(tx, now)?;
    if answer.is_some_and(WishAnswer::is_last) && !moves {
        // Nothing that still waits about it is of use.
        tx.let_go(&wish.id)?;
    }
    let before = wish.answer.as_ref().map(|(answer, _)| answer);
    Ok(match answer {
        Some(WishAnswer::Confirmed { .. }) => Some(Happened::Confirmed),
        Some(WishAnswer::Declined { gone: true, .. }) => Some(Happened::Gone),
        Some(WishAnswer::Declined { gone: false, .. }) => Some(Happened::Declined),
        Some(WishAnswer::Offered { .. }) => Some(Happened::Offered),
        None if matches!(before, Some(WishAnswer::Offered { .. } | WishAnswer::Accepted { .. })) => {
            Some(Happened::Withdrawn)
        }
        _ => None,
    })
}

/// The wish a record of the clinic's is the answer to: by the name the phone gave it, also where the server gave another.
fn wish_of(reader: &Reader<'_>, told: &Told, visit: &Id) -> Result<Option<Wish>, StoreError> {
    match &told.record {
        Some(record) => reader.wish_as_answered(record),
        // A time that was kept is booked as the record that kept it, which need not carry our name.
        None => match reader.hold_of(visit)? {
            Some(hold) => reader.wish_as_answered(&hold.record),
            None => reader.wish_as_answered(visit),
        },
    }
}

fn of_wish(
    tx: &Tx<'_>,
    wish: &Wish,
    visit: &Visit,
    told: &Told,
    now: DateTime<Utc>,
    landed: &mut Landed,
) -> Result<(), StoreError> {
    let before = wish.answer.as_ref().map(|(answer, _)| answer);
    // A visit that was certain is told about as such.
    landed.quiet |= !matches!(before, Some(WishAnswer::Confirmed { .. }));
    let said = booking::answer(wish, visit, told);
    let Some(happened) = answer(tx, wish, said.as_ref(), now)? else { return Ok(()) };
    if tx.wish_rests(&wish.id)? {
        // The patient calls off both: only a last word on it is news to them.
        return Ok(());
    }
    landed.news.push((Subject::Wish, happened, wish.id.clone()));
    if let (Some(WishAnswer::Confirmed { .. }), Some((old, _))) = (&said, &wish.replaces) {
        // That the old one is off is what was wished for.
        tx.untell_withdrawn(Subject::Visit, old)?;
    }
    Ok(())
}

fn of_cancelled(
    tx: &Tx<'_>,
    cancellation: &Cancellation,
    visit: &Visit,
    (now, name): (DateTime<Utc>, &dyn Fn() -> Id),
    landed: &mut Landed,
) -> Result<(), StoreError> {
    let done = visit.state == VisitState::Cancelled;
    if !done && is_as_known(cancellation, visit) {
        return Ok(());
    }
    off::with_cancelled(tx, cancellation, now, name)?;
    tx.end_cancellation(&visit.id, done)?;
    tx.let_go(&visit.id)?;
    landed.quiet |= done;
    if !done && visit.is_ahead(now) {
        landed.news.push((Subject::Visit, Happened::NotCancelled, visit.id.clone()));
    }
    Ok(())
}

/// True while it is the visit the patient cancelled: certain, and at the time they knew.
fn is_as_known(cancellation: &Cancellation, visit: &Visit) -> bool {
    visit.state == VisitState::Confirmed
        && (cancellation.start.is_none() || cancellation.start == visit.start)
}

fn has_been_replaced(reader: &Reader<'_>, visit: &Id) -> Result<bool, StoreError> {
    let confirmed = |wish: &Wish| matches!(wish.answer, Some((WishAnswer::Confirmed { .. }, _)));
    Ok(reader.wishes_replacing(visit)?.iter().any(confirmed))
}

/// The patient does not want it any more, or it is too late for it.
fn is_dropped(wish: &Wish) -> bool {
    matches!(wish.answer, Some((WishAnswer::TakenBack | WishAnswer::Lapsed, _)))
}

fn is_unanswered(visit: &Visit) -> bool {
    matches!(visit.state, VisitState::Requested | VisitState::Waiting)
}

fn is_sent(delivery: crate::care::Delivery) -> bool {
    matches!(delivery, crate::care::Delivery::Sent(_))
}

/// Over what alone a word on a visit may go that was seen as `raw`.
#[must_use]
pub fn over(seen: &Mirrored, raw: &Value) -> Over {
    Over::seen(seen.version.as_deref(), fhir::booking::stands(raw))
}

/// What takes `wish` back, made from the record as the clinic has it.
fn told_off(wish: &Wish, raw: &Value, name: Id, now: DateTime<Utc>) -> Outgoing {
    outgoing(&wish.id, &fhir::booking::cancelled(raw, None), name, now)
}

fn outgoing(record: &Id, body: &Value, name: Id, now: DateTime<Utc>) -> Outgoing {
    Outgoing::put(name, KIND, record, body.to_string(), now, now)
}

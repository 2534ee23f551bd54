//! Has the clinic's server keep a time while the patient makes up their mind, where it does that, and gives back what they
//! turned away from.

use super::{
    Room, SyncError,
    bookings::KIND,
    deliver::{find_named, found, known_there, see_record, write_over},
    judge::{self, Meaning, Settle},
    manners::{self, Manner, Manners},
    offer::offer,
    tidings::Arrived,
};
use crate::{
    care::{
        Delivery, Id, VisitState,
        booking::{Hold, HoldState, Wish, WishAnswer, WishTime},
    },
    clinic::Answer,
    fhir::{
        Reading,
        booking::{
            self,
            operation::{self, Dialect},
        },
    },
    store::{StoreError, Tx},
};
use chrono::TimeDelta;
use serde_json::Value;

/// Whoever looked at a time before is not here any more.
pub(super) async fn forsake(room: &Room) -> Result<(), SyncError> {
    room.write(|tx| tx.give_up_holds(None).map(drop)).await
}

/// Has the time of `wish` kept, if that is still wanted and this server does it.
///
/// # Errors
/// Why nobody knows whether it is kept.
pub(super) async fn keep(room: &Room, wish: &Wish) -> Result<(), SyncError> {
    let manners = Manners::load(room).await?;
    let Some(offer) = offer(room, &manners).await?.filter(|offer| offer.holds) else {
        return end(room, wish, HoldState::Wanted).await;
    };
    let asked = booking::ask(wish, &room.owner.patient);
    let proposal = match offer.dialect {
        Dialect::Argonaut => None,
        Dialect::Ihe => match find(room, &asked).await? {
            Some(proposal) => Some(proposal),
            None => return end(room, wish, HoldState::Wanted).await,
        },
    };
    let (record, there) = (wish.id.clone(), proposal.as_ref().and_then(operation::id));
    let goes_on = room.write(move |tx| {
        let goes_on = tx.move_hold(&record, &[HoldState::Wanted], HoldState::Asked)?;
        if let Some(there) = there.filter(|_| goes_on) {
            tx.set_hold_there(&record, &there)?;
        }
        Ok(goes_on)
    });
    if !goes_on.await? {
        return Ok(());
    }
    let body = operation::to_hold(&asked, proposal.as_ref()).to_string();
    let answer = room.clinic.post(operation::HOLD_AT, &body, None).await?;
    take(room, wish, &answer).await
}

/// What the server proposes for what is `asked`; `None` where it proposes something else, or is not to be asked.
async fn find(room: &Room, asked: &Value) -> Result<Option<Value>, SyncError> {
    let answer = room.clinic.post(operation::FIND_AT, &operation::to_find(asked).to_string(), None).await?;
    if judge::is_not_for_patients(&answer) {
        manners::note(room, Manner::NoHold).await?;
        return Ok(None);
    }
    match judge::meaning(&answer) {
        Meaning::Taken => Ok(answer.body.as_ref().and_then(|body| operation::proposed(body, asked)).cloned()),
        Meaning::Refused(_) => Ok(None),
        Meaning::Later(error) => Err(error.into()),
    }
}

async fn take(room: &Room, wish: &Wish, answer: &Answer) -> Result<(), SyncError> {
    let body = answer.body.as_ref().filter(|_| (200..300).contains(&answer.status));
    let held = body.and_then(operation::answered).filter(|one| operation::is_held(one));
    if let Some(there) = held.and_then(operation::id) {
        let until =
            answer.holds_for.and_then(|left| TimeDelta::from_std(left).ok()).map(|left| room.now() + left);
        let record = wish.id.clone();
        return room
            .write(move |tx| {
                tx.set_hold_there(&record, &there)?;
                tx.set_hold_until(&record, until)?;
                // Given up meanwhile, it is given back in a moment.
                tx.move_hold(&record, &[HoldState::Asked], HoldState::Kept).map(drop)
            })
            .await;
    }
    if judge::is_not_for_patients(answer) {
        manners::note(room, Manner::NoHold).await?;
        return end(room, wish, HoldState::Asked).await;
    }
    match (answer.status, judge::meaning(answer)) {
        (_, Meaning::Later(error)) => Err(error.into()),
        (409 | 410, Meaning::Refused(_)) | (_, Meaning::Taken) => gone(room, wish).await,
        (_, Meaning::Refused(_)) => end(room, wish, HoldState::Asked).await,
    }
}

/// It is not kept, and nothing is to be done about it.
async fn end(room: &Room, wish: &Wish, so_far: HoldState) -> Result<(), SyncError> {
    let record = wish.id.clone();
    room.write(move |tx| tx.move_hold(&record, &[so_far], HoldState::Over).map(drop)).await
}

/// Somebody else has the time: it is not offered any more.
async fn gone(room: &Room, wish: &Wish) -> Result<(), SyncError> {
    let (record, time) = (wish.id.clone(), wish.time.clone());
    room.write(move |tx| {
        tx.move_hold(&record, &[HoldState::Asked, HoldState::GivenUp], HoldState::Over)?;
        if let WishTime::At { slots, .. } = &time {
            slots.iter().try_for_each(|slot| tx.drop_slot(slot))?;
        }
        Ok(())
    })
    .await
}

/// True if a record that arrived does no more than keep a time, or did: it is no visit, and no answer to a wish. Only once it
/// is booked it is both.
pub(super) fn is_only_kept(tx: &Tx<'_>, arrived: &Arrived) -> Result<bool, StoreError> {
    let Some(Reading::Visit(visit)) = &arrived.reading else { return Ok(false) };
    if visit.state.stands() {
        return Ok(false);
    }
    let known = match tx.hold_of(&visit.id)? {
        Some(known) => Some(known),
        None => named_in(tx, &arrived.mirrored.body, &visit.id)?,
    };
    let Some(hold) = known else { return Ok(false) };
    if has_become(tx, &hold, &visit.id)? {
        return Ok(false);
    }
    if visit.state == VisitState::Cancelled {
        tx.move_hold(&hold.record, &ASKED_FOR, HoldState::Over)?;
    }
    Ok(true)
}

/// True if a record that is gone did no more than keep a time. That is over, and no answer to the wish for it.
pub(super) fn was_only_kept(tx: &Tx<'_>, id: &Id) -> Result<bool, StoreError> {
    let Some(hold) = tx.hold_of(id)? else { return Ok(false) };
    if has_become(tx, &hold, id)? {
        return Ok(false);
    }
    tx.move_hold(&hold.record, &ASKED_FOR, HoldState::Over)?;
    Ok(true)
}

/// The states of a time the server was asked to keep.
const ASKED_FOR: [HoldState; 4] =
    [HoldState::Asked, HoldState::Kept, HoldState::GivenUp, HoldState::LettingGo];

/// True if what kept a time is a visit by now, as far as the clinic said, or is the wish itself: its server took it as that, and
/// a person has to approve of it.
fn has_become(tx: &Tx<'_>, hold: &Hold, id: &Id) -> Result<bool, StoreError> {
    let Some(wish) = tx.wish(&hold.record)? else { return Ok(false) };
    match wish.answer {
        Some((WishAnswer::Confirmed { visit, .. }, _)) => Ok(visit == *id),
        Some(_) => Ok(false),
        None => {
            let sent = matches!(tx.delivery(&wish.id)?, Some(Delivery::Sent(_)));
            Ok(sent && known_there(tx, KIND, &wish.id)?.as_ref() == Some(id))
        }
    }
}

/// The one that this record keeps, although the answer that said so was lost; it is remembered.
fn named_in(tx: &Tx<'_>, body: &str, id: &Id) -> Result<Option<Hold>, StoreError> {
    let raw: Value = serde_json::from_str(body).unwrap_or_default();
    let Some(record) = booking::told(&raw).record.filter(|_| operation::is_held(&raw)) else {
        return Ok(None);
    };
    let unknown =
        |hold: &Hold| hold.there.is_none() && !matches!(hold.state, HoldState::Wanted | HoldState::Over);
    let hold = tx.hold(&record)?.filter(unknown);
    if let Some(hold) = &hold {
        tx.set_hold_there(&hold.record, id)?;
    }
    Ok(hold)
}

/// What the server is to let go.
pub(super) async fn given_up(room: &Room) -> Result<Vec<Hold>, SyncError> {
    room.read(|reader| reader.holds_given_up()).await
}

/// Gives back what was given up.
///
/// # Errors
/// What kept the server from hearing of one; the others were given back, or wait as well.
pub(super) async fn release(room: &Room, given_up: Vec<Hold>) -> Result<(), SyncError> {
    let dialect = offer(room, &Manners::load(room).await?).await?.map_or(Dialect::Ihe, |offer| offer.dialect);
    for hold in given_up {
        // From here on nobody who comes back to it has it still.
        if !moved(room, &hold.record, &[HoldState::GivenUp, HoldState::LettingGo], HoldState::LettingGo)
            .await?
        {
            continue;
        }
        if hold.until.is_none_or(|until| until > room.now()) {
            match give_back(room, &hold, dialect).await {
                Err(Settle::Later(error)) => return Err(error.into()),
                // It ends by itself; there is nothing a person could do about it.
                Ok(()) | Err(Settle::SetAside(_)) => {}
            }
        }
        moved(room, &hold.record, &[HoldState::LettingGo], HoldState::Over).await?;
    }
    Ok(())
}

async fn moved(
    room: &Room,
    record: &Id,
    from: &'static [HoldState],
    to: HoldState,
) -> Result<bool, SyncError> {
    let record = record.clone();
    room.write(move |tx| tx.move_hold(&record, from, to)).await
}

async fn give_back(room: &Room, hold: &Hold, dialect: Dialect) -> Result<(), Settle> {
    let there = match &hold.there {
        Some(there) => Some(there.clone()),
        None => {
            find_named(room, KIND, &booking::token(&hold.record), |_| true).await?.map(|(there, _)| there)
        }
    };
    let Some(there) = there else { return Ok(()) };
    let seen = see_record(room, KIND, &there).await?;
    match found(&seen).filter(|record| operation::is_held(record)) {
        Some(record) => let_go(room, (&there, record), seen.etag.as_deref(), dialect).await,
        None => Ok(()),
    }
}

/// Cancels what only keeps a time.
async fn let_go(
    room: &Room,
    (there, held): (&Id, &Value),
    etag: Option<&str>,
    dialect: Dialect,
) -> Result<(), Settle> {
    let off = booking::cancelled(held, None);
    match dialect {
        Dialect::Ihe => {
            let body = operation::to_cancel(&off).to_string();
            let answer = room.clinic.post(operation::BOOK_AT, &body, None).await.map_err(Settle::Later)?;
            match judge::meaning(&answer) {
                Meaning::Later(error) => Err(Settle::Later(error)),
                Meaning::Taken | Meaning::Refused(_) => Ok(()),
            }
        }
        Dialect::Argonaut => write_over(room, KIND, there, &off, etag).await,
    }
}

//! The patient's wishes with how they stand, and what can be done about a visit.

use super::{
    super::{Records, help},
    differs, door,
    known::{may_change, notice, open_move},
    times::{age, nearest_lines},
};
use crate::{
    app::{
        AppError, Cairn, commands,
        home::Home,
        read::{Bookings, CancelLine, VisitBooking, VisitView, WishLine, WishView, WishesNow},
    },
    care::{
        Delivery, Id, Notice, Subject, Visit, VisitState,
        booking::{CancelState, Keeping, Wish, WishAnswer, WishState, WishTime},
    },
    store::{Reader, StoreError},
    sync,
};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

/// How long Today tells that a time went by before anybody answered.
const TOLD_FOR: TimeDelta = TimeDelta::days(3);

impl Cairn {
    /// Everything the patient asked for.
    pub async fn bookings(&self) -> Result<Bookings, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            Ok(Bookings {
                open: lines(home, reader, &records, reader.open_wishes()?, (now, phone))?,
                ended: lines(home, reader, &records, reader.ended_wishes(Bookings::ENDED)?, (now, phone))?,
            })
        })
        .await
    }

    /// One wish; `None` if there is none with this id (any more).
    pub async fn booking(&self, wish: Id) -> Result<Option<WishView>, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| {
            let Some(wish) = reader.wish(&wish)? else { return Ok(None) };
            let records = Records::load(home, reader)?;
            let (kind, age) = (wish.kind, age(home, reader, wish.kind, now)?);
            let unreadable = is_unreadable(reader, &wish)?;
            let unmet = matches!(wish.answer, Some((WishAnswer::Declined { .. } | WishAnswer::Lapsed, _)));
            let nearest = match wish.time.start().filter(|_| unmet) {
                Some(wanted) => {
                    let moved = wish.replaces.as_ref().map(|(visit, _)| visit);
                    nearest_lines(&records, reader, (kind, moved), wanted, WishView::NEAREST, (now, phone))?
                }
                None => Vec::new(),
            };
            let refused = matches!(reader.delivery(&wish.id)?, Some(Delivery::NeedsAttention(_)));
            let line = line(home, reader, &records, wish, (now, phone))?;
            let confirmed = matches!(line.state, WishState::Confirmed { .. });
            let stands = |old: &VisitView| old.state == VisitState::Confirmed;
            Ok(Some(WishView {
                has_both: refused && confirmed && line.replaces.as_ref().is_some_and(stands),
                line,
                unreadable,
                nearest,
                as_of: age.as_of,
                fresh: age.fresh,
                call: help::of_clinic(home, &records),
            }))
        })
        .await
    }

    /// What can be done about a visit; `None` if it is gone or cannot be read any more.
    pub async fn visit_booking(&self, visit: Id) -> Result<Option<VisitBooking>, AppError> {
        let (now, phone) = (self.now(), self.zone());
        let door = door(&*self.home()?).await;
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            let Some(visit) = records.visits.iter().find(|known| known.id == visit) else { return Ok(None) };
            let wish = |earlier| -> Result<Option<WishLine>, StoreError> {
                let found = open_move(reader, &visit.id, earlier)?;
                found.map(|wish| line(home, reader, &records, wish, (now, phone))).transpose()
            };
            let cancelling = cancelling(home, reader, visit, now)?;
            let view = records.view(visit, phone);
            let off = cancelling.as_ref().filter(|line| is_off(line.state));
            let stands = cancelling.is_none() || off.is_some();
            let written = reader.cancel_reason(&visit.id)?.map(|written| written.words);
            let reason = written.or_else(|| off.and_then(|line| line.reason.clone()));
            Ok(Some(VisitBooking {
                door,
                can_change: stands && may_change(&records, visit, now).is_some(),
                notice: notice(&records, visit.start, now),
                asked: asked(home, reader, &records, &visit.id, (now, phone))?,
                moving: wish(false)?,
                waiting: wish(true)?,
                cancelling,
                reason,
                contacts: view.contacts.clone(),
                visit: view,
            }))
        })
        .await
    }
}

/// What was asked for and waits for somebody, the patient or the clinic; without what `notices` tell of already.
pub(in crate::app) fn now_open(
    home: &Home,
    reader: &Reader<'_>,
    records: &Records,
    notices: &[Notice],
    (now, phone): (DateTime<Utc>, Tz),
) -> Result<WishesNow, StoreError> {
    let mut wishes = WishesNow::default();
    let mut concerning = reader.open_wishes()?;
    for wish in reader.ended_wishes(Bookings::ENDED)? {
        if still_concerns(reader, &wish, now)? {
            concerning.push(wish);
        }
    }
    for wish in concerning {
        let told = |notice: &Notice| notice.subject == Subject::Wish && notice.about == wish.id;
        if notices.iter().any(told) {
            continue;
        }
        let unreadable = is_unreadable(reader, &wish)?;
        wishes.unreadable.extend(unreadable.then(|| wish.id.clone()));
        let line = line(home, reader, records, wish, (now, phone))?;
        let yours = unreadable || line.state.needs_patient();
        if yours { &mut wishes.yours } else { &mut wishes.waiting }.push(line);
    }
    Ok(wishes)
}

/// True of a wish whose time went by lately, and of one the clinic may still say yes to, as its server did not let the patient
/// take it back.
fn still_concerns(reader: &Reader<'_>, wish: &Wish, now: DateTime<Utc>) -> Result<bool, StoreError> {
    Ok(match wish.answer {
        Some((WishAnswer::Lapsed, at)) => now - at < TOLD_FOR,
        Some((WishAnswer::TakenBack, _)) => {
            matches!(reader.delivery(&wish.id)?, Some(Delivery::NeedsAttention(_)))
        }
        _ => false,
    })
}

/// True if the clinic's last word on an open wish arrived in a form that cannot be read.
fn is_unreadable(reader: &Reader<'_>, wish: &Wish) -> Result<bool, StoreError> {
    if !wish.is_open() {
        return Ok(false);
    }
    Ok(sync::there_of(reader, &wish.id)?.is_some_and(|(there, _)| there.problem.is_some()))
}

/// True for a cancellation that came to nothing.
const fn is_off(state: CancelState) -> bool {
    matches!(state, CancelState::NotDone | CancelState::PutBack | CancelState::NeedsAttention(_))
}

/// The open wish that this visit is, as the clinic has it.
fn asked(
    home: &Home,
    reader: &Reader<'_>,
    records: &Records,
    visit: &Id,
    at: (DateTime<Utc>, Tz),
) -> Result<Option<WishLine>, StoreError> {
    for wish in reader.open_wishes()? {
        if there(reader, &wish)? == *visit {
            return line(home, reader, records, wish, at).map(Some);
        }
    }
    Ok(None)
}

/// The id under which the clinic has what was asked for, or would have it.
fn there(reader: &Reader<'_>, wish: &Wish) -> Result<Id, StoreError> {
    Ok(sync::known_there(reader, commands::BOOKED, &wish.id)?.unwrap_or_else(|| wish.id.clone()))
}

fn lines(
    home: &Home,
    reader: &Reader<'_>,
    records: &Records,
    wishes: Vec<Wish>,
    at: (DateTime<Utc>, Tz),
) -> Result<Vec<WishLine>, StoreError> {
    wishes.into_iter().map(|wish| line(home, reader, records, wish, at)).collect()
}

fn line(
    home: &Home,
    reader: &Reader<'_>,
    records: &Records,
    wish: Wish,
    (now, phone): (DateTime<Utc>, Tz),
) -> Result<WishLine, StoreError> {
    let there = there(reader, &wish)?;
    let known = |id: &Id| records.visits.iter().find(|visit| visit.id == *id);
    // What another phone asked for was never queued here, and is there all the same.
    let elsewhere = || known(&there).map(|_| Delivery::Sent(wish.made));
    let delivery = reader.delivery(&wish.id)?.or_else(elsewhere);
    let delivery =
        if reader.wish_rests(&wish.id)? { taken_back(reader, &wish.id, delivery)? } else { delivery };
    let state = wish.state(delivery, home.is_practice());
    let state = state.held(held_until(reader, &wish.id, now)?);
    let (names, place) = match &wish.time {
        WishTime::At { with, place, .. } => (records.names(with), place.as_ref()),
        WishTime::Earlier { .. } => (Vec::new(), None),
    };
    let zone = records.zone_at(place, phone);
    let shown = state.start().or_else(|| wish.time.start());
    Ok(WishLine {
        visit: known(&there).map(|visit| visit.id.clone()),
        replaces: wish
            .replaces
            .as_ref()
            .and_then(|(id, _)| known(id))
            .map(|visit| records.view(visit, phone)),
        with: names,
        place_name: records.place_name(place),
        zone,
        zone_differs: differs(shown.unwrap_or(wish.made), zone, phone),
        can_take_back: wish.is_open(),
        state,
        wish,
    })
}

/// Until when the clinic's server keeps the time of a wish, while it does.
fn held_until(
    reader: &Reader<'_>,
    wish: &Id,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>, StoreError> {
    Ok(match reader.hold(wish)?.map(|hold| hold.keeping(now)) {
        Some(Keeping::Kept(until)) => until,
        _ => None,
    })
}

/// Where the word is that takes back a wish which rests with a cancelled visit: on this phone, if the clinic may have heard of
/// the wish; else none is needed.
fn taken_back(
    reader: &Reader<'_>,
    wish: &Id,
    delivery: Option<Delivery>,
) -> Result<Option<Delivery>, StoreError> {
    let known = matches!(delivery, Some(Delivery::Sent(_))) || reader.may_be_there(wish)?;
    Ok(known.then_some(Delivery::OnThisPhone))
}

fn cancelling(
    home: &Home,
    reader: &Reader<'_>,
    visit: &Visit,
    now: DateTime<Utc>,
) -> Result<Option<CancelLine>, StoreError> {
    let Some(cancellation) = reader.cancellation(&visit.id)? else { return Ok(None) };
    let state = cancellation.state(reader.delivery(&visit.id)?, home.is_practice()).beside(visit.state);
    let put_back = state == CancelState::PutBack;
    if put_back && !visit.is_ahead(now) {
        // It took place, whatever was said before.
        return Ok(None);
    }
    let undo = cancellation.made + commands::UNDO;
    let here = matches!(state, CancelState::OnThisPhone | CancelState::StaysHere);
    Ok(Some(CancelLine {
        state,
        // Why it was off says nothing about another time.
        reason: cancellation.reason.filter(|_| !put_back),
        made: cancellation.made,
        undo_until: Some(undo).filter(|undo| here && *undo > now),
    }))
}

//! Asking the clinic for a time, and taking that back: one record from the first word to the last.

use super::{
    cancel_visit::{forget_refused, is_being_cancelled},
    queue::request,
};
use crate::{
    app::{
        AppError, Cairn, CannotBook, Changed, background,
        home::Home,
        load::{Known, Records, is_granted, may_change, open_move, within},
        read::FreeTimes,
    },
    care::{
        Id, Private, VisitKind,
        booking::{HoldState, Wish, WishAnswer, WishTime},
    },
    fhir,
    platform::ids,
    store::{Reader, StoreError, Tx},
    sync::{self, Wanted},
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use std::sync::Arc;

/// The FHIR type of what is asked for.
pub(in crate::app) const BOOKED: &str = "Appointment";

/// A time asked for, as it was shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWish {
    pub kind: VisitKind,
    /// All slots of the time.
    pub slots: Vec<Id>,
    /// The visit to be moved there.
    pub replaces: Option<Id>,
    /// For the clinic; blank is the same as none.
    pub words: Option<Private>,
}

/// What a transaction about bookings comes to: something, or why nothing was saved.
pub(super) type Booked<T> = Result<Result<T, CannotBook>, StoreError>;

impl Cairn {
    /// Lets the sync ask the clinic for the free times of this kind in the next `weeks` weeks. Answers at once; screens hear of
    /// [`Changed::Booking`] when some came or could not. Nothing is asked in practice.
    pub fn ask_for_free_times(&self, kind: VisitKind, weeks: u32) -> Result<(), AppError> {
        let weeks = weeks.min(FreeTimes::MOST_WEEKS);
        self.home()?.look_for_times(Wanted { kind, weeks });
        self.tell(Changed::Booking);
        Ok(())
    }

    /// Asks for a time, or to move a visit there: the visit stays until the clinic confirmed. It leaves the phone at once;
    /// [`Cairn::take_back_wish`] takes it back. Answers the wish.
    ///
    /// # Errors
    /// [`AppError::CannotBook`].
    pub async fn ask_for_time(&self, new: NewWish) -> Result<Id, AppError> {
        let (now, zone) = (self.now(), self.zone());
        self.with_bookings(move |home, tx| {
            let mut wish = match new_wish(home, tx, new, (now, zone))? {
                Ok(wish) => wish,
                Err(cannot) => return Ok(Err(cannot)),
            };
            if let WishTime::At { slots, .. } = &wish.time
                && let Some(hold) = tx.open_holds()?.into_iter().find(|hold| hold.is_for(wish.kind, slots))
            {
                // What is kept for this wish is found by its name; whether it is kept still, the server says.
                tx.move_hold(&hold.record, &[HoldState::GivenUp], HoldState::Asked)?;
                wish.id = hold.record;
            }
            wish_for(home, tx, &wish)?;
            Ok(Ok(wish.id))
        })
        .await
    }

    /// Takes back a wish nobody has answered; also one for an earlier time. If nothing of it can be at the clinic, the clinic
    /// never hears of it; else it is cancelled there, unless the clinic was faster: then the patient hears of that.
    ///
    /// # Errors
    /// [`AppError::TooLate`] where it was answered.
    pub async fn take_back_wish(&self, wish: Id) -> Result<(), AppError> {
        let now = self.now();
        let done = self
            .with_bookings(move |home, tx| {
                let Some(wish) = tx.wish(&wish)?.filter(Wish::is_open) else { return Ok(Ok(false)) };
                take_back(home, tx, &wish, now)?;
                Ok(Ok(true))
            })
            .await?;
        if done { Ok(()) } else { Err(AppError::TooLate) }
    }

    /// One transaction on what is asked of the clinic.
    pub(super) async fn with_bookings<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Home, &Tx<'_>) -> Booked<T> + Send + 'static,
    ) -> Result<T, AppError> {
        let home = self.home()?;
        if !is_granted(&home).await {
            return Err(CannotBook::NotGranted.into());
        }
        let open = Arc::clone(&home);
        let done = background(move || Ok(open.store.write(|tx| work(&open, tx))?)).await?;
        self.tell(Changed::Booking);
        self.delivery_changed()?;
        Ok(done?)
    }
}

/// The wish for a time as it was shown, where the time is known, offered and not asked for yet. Nothing is written.
pub(super) fn new_wish(
    home: &Home,
    tx: &Tx<'_>,
    new: NewWish,
    (now, zone): (DateTime<Utc>, Tz),
) -> Booked<Wish> {
    let records = Records::load(home, tx)?;
    let replaces = match given_up(&records, tx, new.replaces.as_ref(), now)? {
        Ok(replaces) => replaces,
        Err(cannot) => return Ok(Err(cannot)),
    };
    if let Some((visit, _)) = &replaces
        && let Some(open) = open_move(tx, visit, false)?
    {
        return Ok(Err(CannotBook::AlreadyAsked(open.id)));
    }
    let known = Known::load(&records, tx, now, within(now, FreeTimes::MOST_WEEKS))?;
    let moved = replaces.as_ref().map(|(visit, _)| visit);
    let Some(free) = known.time_of(&records, new.kind, &new.slots, moved, now, zone) else {
        return Ok(Err(CannotBook::Unknown));
    };
    if let Some(open) = asked(tx, &free.slots)? {
        return Ok(Err(CannotBook::AlreadyAsked(open)));
    }
    if let Some(why) = free.refused {
        return Ok(Err(CannotBook::NotOffered(why)));
    }
    let time = WishTime::At {
        start: free.start,
        end: free.end,
        slots: free.slots,
        with: free.with,
        place: free.place,
    };
    let words = new.words.filter(|words| !words.is_blank());
    Ok(Ok(Wish { id: ids::new(), kind: new.kind, time, replaces, words, made: now, zone, answer: None }))
}

/// Keeps a wish and queues what tells the clinic, where there is one. Whoever asks for another time in place of a visit does not
/// call that off any more.
pub(super) fn wish_for(home: &Home, tx: &Tx<'_>, wish: &Wish) -> Result<(), StoreError> {
    if let Some((visit, _)) = &wish.replaces {
        forget_refused(tx, visit)?;
    }
    tx.save_wish(wish)?;
    match home.patient() {
        Some(patient) => {
            let body = fhir::booking::ask(wish, patient);
            tx.enqueue(&request(BOOKED, &wish.id, &body, wish.made, wish.made))
        }
        None => Ok(()),
    }
}

/// The visit that is to be given up for another time, with its start.
pub(super) fn given_up(
    records: &Records,
    reader: &Reader<'_>,
    visit: Option<&Id>,
    now: DateTime<Utc>,
) -> Booked<Option<(Id, DateTime<Utc>)>> {
    let Some(visit) = visit else { return Ok(Ok(None)) };
    let found = records.visits.iter().find(|known| known.id == *visit);
    let firm = found.and_then(|visit| Some((visit, visit.start?, may_change(records, visit, now)?)));
    let Some((visit, start, notice)) = firm else { return Ok(Err(CannotBook::Unknown)) };
    if is_being_cancelled(reader, &visit.id)? {
        return Ok(Err(CannotBook::Unknown));
    }
    if !notice.by_app {
        return Ok(Err(CannotBook::CallInstead));
    }
    Ok(Ok(Some((visit.id.clone(), start))))
}

/// The open wish for one of these slots.
fn asked(reader: &Reader<'_>, slots: &[Id]) -> Result<Option<Id>, StoreError> {
    let names = |wish: &Wish| match &wish.time {
        WishTime::At { slots: asked, .. } => asked.iter().any(|slot| slots.contains(slot)),
        WishTime::Earlier { .. } => false,
    };
    Ok(reader.open_wishes()?.into_iter().find(names).map(|wish| wish.id))
}

/// Takes a wish back, and queues what tells the clinic where it may have heard of it.
fn take_back(home: &Home, tx: &Tx<'_>, wish: &Wish, now: DateTime<Utc>) -> Result<(), StoreError> {
    let off = WishAnswer::TakenBack;
    match home.patient() {
        Some(patient) => sync::drop_wish(tx, wish, &off, patient, ids::new(), now),
        None => tx.answer_wish(&wish.id, Some(&off), now).map(drop),
    }
}

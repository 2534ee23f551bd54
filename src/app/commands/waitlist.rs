//! The clinic's list for an earlier time: a place on it, and the answer to what is offered.

use super::{
    booking::{BOOKED, given_up, wish_for},
    queue::request,
};
use crate::{
    app::{
        AppError, Cairn, CannotBook,
        load::{Records, open_move, rules},
    },
    care::{
        Id, Private, VisitKind,
        booking::{BOOKABLE, Wish, WishAnswer, WishTime},
    },
    fhir,
    platform::ids,
    sync,
};
use chrono::{DateTime, Utc};

/// A place on the list for an earlier time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWaiting {
    pub kind: VisitKind,
    /// The visit that would be given up for it.
    pub replaces: Option<Id>,
    /// It has to begin before this instant.
    pub until: DateTime<Utc>,
    /// For the clinic; blank is the same as none.
    pub words: Option<Private>,
}

impl Cairn {
    /// Asks the clinic to offer an earlier time when one comes free. Answers the wish; [`Cairn::take_back_wish`] leaves the
    /// list.
    ///
    /// # Errors
    /// [`AppError::CannotBook`].
    pub async fn join_waitlist(&self, new: NewWaiting) -> Result<Id, AppError> {
        let (now, zone) = (self.now(), self.zone());
        self.with_bookings(move |home, tx| {
            let records = Records::load(home, tx)?;
            let replaces = match given_up(&records, tx, new.replaces.as_ref(), now)? {
                Ok(replaces) => replaces,
                Err(cannot) => return Ok(Err(cannot)),
            };
            let open = match &replaces {
                Some((visit, _)) => open_move(tx, visit, true)?,
                None => tx.open_wishes()?.into_iter().find(|wish| {
                    wish.kind == new.kind && wish.replaces.is_none() && wish.time.start().is_none()
                }),
            };
            if let Some(open) = open {
                return Ok(Err(CannotBook::AlreadyAsked(open.id)));
            }
            let from = rules(&records, new.kind).earliest(now);
            if !BOOKABLE.contains(&new.kind) || new.until <= from {
                return Ok(Err(CannotBook::Unknown));
            }
            let words = new.words.filter(|words| !words.is_blank());
            let time = WishTime::Earlier { from, until: new.until };
            let wish =
                Wish { id: ids::new(), kind: new.kind, time, replaces, words, made: now, zone, answer: None };
            wish_for(home, tx, &wish)?;
            Ok(Ok(wish.id))
        })
        .await
    }

    /// Says yes to the time the clinic offers, or lets it pass and waits on.
    ///
    /// # Errors
    /// [`AppError::TooLate`] where nothing is offered any more.
    pub async fn answer_offer(&self, wish: Id, accept: bool) -> Result<(), AppError> {
        let now = self.now();
        let said = self
            .with_bookings(move |home, tx| {
                let Some(wish) = tx.wish(&wish)? else { return Ok(Ok(false)) };
                let Some((WishAnswer::Offered { start, end }, _)) = &wish.answer else {
                    return Ok(Ok(false));
                };
                let there = sync::there_of(tx, &wish.id)?.filter(|(there, _)| there.problem.is_none());
                let offered = home.patient().zip(there);
                let Some((patient, (there, raw))) = offered.filter(|_| *start > now) else {
                    return Ok(Ok(false));
                };
                let body = if accept {
                    fhir::booking::accepted(&raw, patient)
                } else {
                    fhir::booking::let_pass(&raw, patient)
                };
                let row = request(BOOKED, &wish.id, &body, now, now);
                tx.enqueue_instead_over(&row, &sync::over(&there, &raw))?;
                let answer = accept.then_some(WishAnswer::Accepted { start: *start, end: *end });
                tx.answer_wish(&wish.id, answer.as_ref(), now)?;
                Ok(Ok(true))
            })
            .await?;
        if said { Ok(()) } else { Err(AppError::TooLate) }
    }
}

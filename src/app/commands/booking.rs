//! Asking the clinic for a time, and taking that back: one record from the first word to the last.

use crate::{
    app::{AppError, Cairn},
    care::{Id, Private, VisitKind},
};
use chrono::{DateTime, Utc};

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
    /// Lets the sync ask the clinic for the free times of the next `weeks` weeks. Answers at once; screens hear of
    /// [`crate::app::Changed::Booking`]. Nothing is asked in practice.
    pub fn ask_for_free_times(&self, kind: VisitKind, weeks: u32) -> Result<(), AppError> {
        let _ = (kind, weeks);
        Err(AppError::Interrupted)
    }

    /// Asks for a time, or to move a visit there: the visit stays until the clinic confirmed. Answers the wish.
    ///
    /// # Errors
    /// [`AppError::CannotBook`].
    pub async fn ask_for_time(&self, new: NewWish) -> Result<Id, AppError> {
        let _ = new;
        Err(AppError::Interrupted)
    }

    /// Takes back a wish nobody has answered; also one for an earlier time. If nothing of it left the phone, the clinic
    /// never hears of it.
    ///
    /// # Errors
    /// [`AppError::TooLate`] where it was answered.
    pub async fn take_back_wish(&self, wish: Id) -> Result<(), AppError> {
        let _ = wish;
        Err(AppError::Interrupted)
    }

    /// Cancels a visit. It leaves the phone once the time to undo it is over; until the clinic's server has it, the visit
    /// stands. Answers until when [`Cairn::undo_cancel`] takes it back.
    ///
    /// # Errors
    /// [`AppError::CannotBook`].
    pub async fn cancel_visit(&self, visit: Id, reason: Option<Private>) -> Result<DateTime<Utc>, AppError> {
        let _ = (visit, reason);
        Err(AppError::Interrupted)
    }

    /// Takes a cancellation back as if it had never been, if nothing of it has left the phone.
    ///
    /// # Errors
    /// [`AppError::TooLate`] if it has.
    pub async fn undo_cancel(&self, visit: Id) -> Result<(), AppError> {
        let _ = visit;
        Err(AppError::Interrupted)
    }

    /// Asks the clinic to offer an earlier time when one comes free. Answers the wish.
    ///
    /// # Errors
    /// [`AppError::CannotBook`].
    pub async fn join_waitlist(&self, new: NewWaiting) -> Result<Id, AppError> {
        let _ = new;
        Err(AppError::Interrupted)
    }

    /// Says yes to the time the clinic offers, or lets it pass and waits on.
    ///
    /// # Errors
    /// [`AppError::TooLate`] where nothing is offered any more.
    pub async fn answer_offer(&self, wish: Id, accept: bool) -> Result<(), AppError> {
        let _ = (wish, accept);
        Err(AppError::Interrupted)
    }
}

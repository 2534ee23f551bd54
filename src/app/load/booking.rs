//! Puts the free times, the wishes and what can be done about a visit together.

use crate::{
    app::{
        AppError, Cairn,
        read::{Bookings, FreeTimes, VisitBooking, WishView},
    },
    care::{Id, booking::Sought},
};

impl Cairn {
    /// The free times of the next `weeks` weeks, as far as they are known; `moving` is a visit to be moved there.
    pub async fn free_times(
        &self,
        sought: Sought,
        moving: Option<Id>,
        weeks: u32,
    ) -> Result<FreeTimes, AppError> {
        let _ = (sought, moving, weeks);
        Err(AppError::Interrupted)
    }

    /// Everything the patient asked for.
    pub async fn bookings(&self) -> Result<Bookings, AppError> {
        Err(AppError::Interrupted)
    }

    /// One wish; `None` if there is none with this id (any more).
    pub async fn booking(&self, wish: Id) -> Result<Option<WishView>, AppError> {
        let _ = wish;
        Err(AppError::Interrupted)
    }

    /// What can be done about a visit; `None` if it is gone or cannot be read any more.
    pub async fn visit_booking(&self, visit: Id) -> Result<Option<VisitBooking>, AppError> {
        let _ = visit;
        Err(AppError::Interrupted)
    }
}

//! The clinic's notice: until when a visit is moved or cancelled without calling first.

use crate::care::protocol::{Booking, LateChange};
use chrono::{DateTime, Utc};

/// How a change of one visit stands to the notice the clinic asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Notice {
    /// The last instant at which there is enough notice; `None` where the clinic asks for none.
    pub until: Option<DateTime<Utc>>,
    /// It is later than that.
    pub late: bool,
    /// The app passes it on all the same. False where it is late and the clinic wants to be called instead.
    pub by_app: bool,
}

impl Notice {
    /// As it stands at `now` for a visit that starts at `start`. What the clinic did not say it does not ask for.
    #[must_use]
    pub fn of(booking: Option<&Booking>, start: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Self {
        let notice = booking.and_then(|booking| booking.notice_hours.as_ref());
        let until =
            start.zip(notice).and_then(|(start, notice)| start.checked_sub_signed(notice.value.length()));
        let late = until.is_some_and(|until| now > until);
        let call = booking.is_some_and(|booking| booking.late == LateChange::Call);
        Self { until, late, by_app: !(late && call) }
    }
}

//! The ring that says that the clinic wrote: once for each new message, of several the newest, and never what it is about
//! on a locked screen.

use super::{Reasons, Wanted, Wishes, settled};
use crate::care::{Alarm, AlarmKind, Detail, Id, VisitKind};
use chrono::{DateTime, TimeDelta, Utc};

/// A message of the clinic's that the patient has not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub id: Id,
    /// When the clinic sent it.
    pub at: DateTime<Utc>,
}

/// How long it is worth a ring, for a phone that hears of it late. Our own choice.
const LASTS: TimeDelta = TimeDelta::days(2);

/// The ring for what is new among `answers` at `now`. It is late by nature: it rings as soon as the phone has it, and after
/// the quiet hours where it comes in them.
#[must_use]
pub fn answer(
    answers: &[Answer],
    reasons: &Reasons<'_>,
    wishes: &Wishes,
    now: DateTime<Utc>,
) -> Option<Alarm> {
    let newest = answers.iter().max_by_key(|one| (one.at, &one.id))?;
    // A clinic whose clock is ahead of the phone's does not make anybody wait for the news.
    let at = newest.at.min(now);
    let wanted = Wanted {
        id: format!("answer:{}", newest.id),
        at,
        until: at.checked_add_signed(LASTS).unwrap_or(DateTime::<Utc>::MAX_UTC),
        kind: AlarmKind::Answer,
        detail: Detail::Answer,
        step: VisitKind::Other,
        cut_off: None,
        not_before: Some(at),
    };
    let alarm = wishes.wants(AlarmKind::Answer).then(|| settled(wanted, reasons, wishes))?;
    (alarm.until > now).then_some(alarm)
}

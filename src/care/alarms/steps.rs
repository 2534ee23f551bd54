//! The reminder of a small step: on its day at the minute the patient chose, as long as it is open.

use super::{Reasons, Wanted};
use crate::care::journal::Step;
use crate::care::{AlarmKind, Detail, VisitKind, time};
use chrono_tz::Tz;

pub(super) fn wanted(reasons: &Reasons<'_>) -> Vec<Wanted> {
    reasons.steps.iter().filter_map(|step| one(step, reasons.phone)).collect()
}

/// The day and the minute are the patient's own: they are of the phone's clock, wherever the clinic is.
fn one(step: &Step, phone: Tz) -> Option<Wanted> {
    let (day, clock) = step.day.zip(step.remind_at).filter(|_| step.is_open())?;
    Some(Wanted {
        id: format!("step:{}", step.id),
        at: time::instant_of(day.and_time(clock), phone),
        until: time::end_of_day(day, phone),
        kind: AlarmKind::Step,
        detail: Detail::Step,
        step: VisitKind::Integration,
        cut_off: None,
        not_before: None,
    })
}

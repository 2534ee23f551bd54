//! The reminder to look back at the small steps: once a week, if the patient asked for it, and while one is open.

use super::{Reasons, Wanted, Window, Wishes};
use crate::care::journal::Step;
use crate::care::{AlarmKind, Detail, VisitKind, time};
use chrono::{Datelike, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

/// When the patient wants to look back each week, on the phone's calendar and clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookBack {
    pub day: Weekday,
    pub at: NaiveTime,
}

impl LookBack {
    /// What the choice begins with: the evening of the last day of the week. Our own choice.
    pub const FIRST: Self = Self { day: Weekday::Sun, at: Wishes::EVENING };
}

pub(super) fn wanted(reasons: &Reasons<'_>, wishes: &Wishes, window: Window) -> Vec<Wanted> {
    let Some(LookBack { day, at }) = wishes.look_back.filter(|_| reasons.steps.iter().any(Step::is_open))
    else {
        return Vec::new();
    };
    let phone = reasons.phone;
    let last = time::day_of(window.until, phone);
    // One that is late is of use until its day is over.
    let days = time::day_of(window.from, phone).iter_days().take_while(|one| *one <= last);
    let ring = |one: chrono::NaiveDate| Wanted {
        id: format!("look-back:{one}"),
        at: time::instant_of(one.and_time(at), phone),
        until: time::end_of_day(one, phone),
        kind: AlarmKind::LookBack,
        detail: Detail::LookBack,
        step: VisitKind::Integration,
        cut_off: None,
        not_before: None,
    };
    let rings = days.filter(|one| one.weekday() == day).map(|one| (one, ring(one)));
    // A day that a zone skipped is nowhere on the phone's calendar.
    rings.filter(|(one, ring)| time::day_of(ring.at, phone) == *one).map(|(_, ring)| ring).collect()
}

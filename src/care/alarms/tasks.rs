//! Things to do: each rings once, on the day it is due or, where that would be too late, on the evening before.

use super::{Reasons, Wanted, Wishes};
use crate::care::{AlarmKind, Detail, Due, ItemState, PlanItem, VisitKind, time};
use chrono_tz::Tz;

/// Something open of the clinic's plan, with a time by which it is due. What patients note for themselves rings nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToDo {
    /// Unique among all of them and the same in every version of the plan.
    pub id: String,
    pub title: String,
    pub due: Due,
    /// The step it belongs to; the quiet hours of that step hold.
    pub step: Option<VisitKind>,
}

impl ToDo {
    /// An item of the plan; `None` if it is not open or has no date. Whether it is ticked on this phone is the
    /// caller's to know.
    #[must_use]
    pub fn of(item: &PlanItem) -> Option<Self> {
        let due = item.due.filter(|_| item.state == ItemState::Open)?;
        Some(Self { id: item.id.clone(), title: item.title.clone(), due, step: item.step })
    }
}

pub(super) fn wanted(reasons: &Reasons<'_>, wishes: &Wishes) -> Vec<Wanted> {
    reasons.to_do.iter().map(|to_do| one(to_do, wishes, reasons.clinic)).collect()
}

fn one(to_do: &ToDo, wishes: &Wishes, zone: Tz) -> Wanted {
    let until = to_do.due.last_instant(zone);
    let day = match to_do.due {
        Due::At(instant) => time::day_of(instant, zone),
        Due::On(day) => day,
    };
    let clock = wishes.clock(AlarmKind::Task).unwrap_or(Wishes::TASKS);
    let on_the_day = time::instant_of(day.and_time(clock), zone);
    let at = if on_the_day < until {
        on_the_day
    } else {
        time::instant_of(time::day_before(day, zone).and_time(Wishes::EVENING), zone)
    };
    Wanted {
        id: format!("task:{}", to_do.id),
        at,
        until,
        kind: AlarmKind::Task,
        detail: Detail::Task { title: to_do.title.clone() },
        step: to_do.step.unwrap_or(VisitKind::Session),
        cut_off: None,
        not_before: None,
    }
}

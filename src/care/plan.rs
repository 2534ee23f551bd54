//! The plan a clinician wrote for one patient: what to do, by when.

use super::protocol::{Anchor, Origin, Protocol};
use super::{Id, MedicineRecord, SessionTimes, VisitKind};
use chrono::{DateTime, NaiveDate, Utc};

/// A patient's plan (FHIR `CarePlan`), only ever written by the clinic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub id: Id,
    pub title: Option<String>,
    pub state: PlanState,
    /// The protocol document this plan follows, as the id of the clinic's Library.
    pub protocol: Option<Id>,
    pub team: Option<Id>,
    pub items: Vec<PlanItem>,
    /// The medicine lines this plan names: only these are instructions.
    pub medicines: Vec<(MedicineRecord, Id)>,
}

/// Whether a plan counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PlanState {
    /// In force.
    Active,
    /// Set aside for now.
    OnHold,
    /// Being written, or over: not shown as something to do.
    NotInForce,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanItem {
    /// Unique within its plan and the same in every version of it.
    pub id: String,
    pub title: String,
    /// More words from the clinic.
    pub note: Option<String>,
    pub state: ItemState,
    /// As the clinic wrote it down; see [`PlanItem::due_around`].
    pub due: Option<Due>,
    /// The protocol's task it stands for, by its id there.
    pub task: Option<String>,
    /// The step it belongs to, if the clinic said so.
    pub step: Option<VisitKind>,
    /// The form it asks to fill in: its lasting address, with the version behind a bar where one was named.
    pub form: Option<String>,
}

/// Where a thing to do stands, as the clinic knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ItemState {
    Open,
    Done,
    /// Not wanted any more.
    Dropped,
}

/// By when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Due {
    /// An instant.
    At(DateTime<Utc>),
    /// A calendar day of the clinic.
    On(NaiveDate),
}

impl Plan {
    /// The things still to do, soonest first, those without a date last; the clinic's order otherwise.
    /// `zone` is the clinic's, in which a day ends.
    #[must_use]
    pub fn open_items(&self, zone: chrono_tz::Tz) -> Vec<&PlanItem> {
        let mut open: Vec<_> = self.items.iter().filter(|item| item.state == ItemState::Open).collect();
        open.sort_by_key(|item| item.due.map_or(DateTime::<Utc>::MAX_UTC, |due| due.last_instant(zone)));
        open
    }
}

impl PlanItem {
    /// By when it is due around `sessions`: reckoned anew where the protocol has a rule for it, so that it moves with
    /// the session, else as the clinic wrote it down.
    ///
    /// Of several sessions it is the one whose time is nearest to what the clinic wrote; where it wrote none, the next
    /// one at `now`, or else the last. A rule counted from a booking says nothing about a session: the written day holds.
    #[must_use]
    pub fn due_around(
        &self,
        protocol: &Protocol,
        sessions: &[SessionTimes],
        now: DateTime<Utc>,
    ) -> Option<Due> {
        let rule =
            self.task.as_deref().and_then(|id| protocol.task(id)).and_then(|(_, task)| task.due.as_ref());
        let Some(rule) = rule.filter(|rule| rule.from != Origin::Anchor(Anchor::Booking)) else {
            return self.due;
        };
        let reckoned = sessions.iter().filter_map(|times| Some((times, times.instant(protocol, rule)?)));
        let chosen = if let Some(written) = self.due {
            let far =
                |times: &SessionTimes, due: DateTime<Utc>| (due - written.last_instant(times.zone)).abs();
            reckoned.min_by_key(|(times, due)| far(times, *due)).map(|(_, due)| due)
        } else {
            let (ahead, behind): (Vec<_>, Vec<_>) = reckoned.map(|(_, due)| due).partition(|due| *due > now);
            ahead.into_iter().min().or(behind.into_iter().max())
        };
        chosen.map(Due::At).or(self.due)
    }
}

impl Due {
    /// The last instant that is still in time. A day lasts until the clinic's next midnight.
    #[must_use]
    pub fn last_instant(self, zone: chrono_tz::Tz) -> DateTime<Utc> {
        match self {
            Self::At(instant) => instant,
            Self::On(day) => super::time::end_of_day(day, zone),
        }
    }
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;

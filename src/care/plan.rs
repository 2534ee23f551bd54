//! The plan a clinician wrote for one patient: what to do, by when.

use super::{Id, VisitKind};
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
    pub medicines: Vec<Id>,
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
    pub due: Option<Due>,
    /// The step it belongs to, if the clinic said so.
    pub step: Option<VisitKind>,
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

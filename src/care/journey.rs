//! The four steps of care with what is behind and what is ahead.

use super::{Id, Visit, VisitKind, VisitState};
use chrono::{DateTime, Utc};

/// One of the four steps, in the order of care.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    Intake,
    Preparation,
    Session,
    Integration,
}

impl Step {
    /// All steps in order.
    pub const ALL: [Self; 4] = [Self::Intake, Self::Preparation, Self::Session, Self::Integration];

    /// The step a visit of this kind belongs to; a consultation comes before all of them.
    #[must_use]
    pub const fn of(kind: VisitKind) -> Option<Self> {
        match kind {
            VisitKind::Intake => Some(Self::Intake),
            VisitKind::Preparation => Some(Self::Preparation),
            VisitKind::Session => Some(Self::Session),
            VisitKind::Integration => Some(Self::Integration),
            VisitKind::Consultation | VisitKind::Other => None,
        }
    }
}

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Visits of this step took place, and none is ahead.
    Behind,
    /// The next visit belongs to this step.
    Here,
    /// A visit of this step is arranged, after another step's.
    Ahead,
    /// Nothing is arranged yet.
    Open,
}

/// One step with its visits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JourneyStep {
    pub step: Step,
    pub stage: Stage,
    /// Visits that took place, oldest first.
    pub behind: Vec<Id>,
    /// Visits that may still take place, soonest first.
    pub ahead: Vec<Id>,
}

/// Sorts the visits into the four steps as they stand at `now`.
#[must_use]
pub fn journey(visits: &[Visit], now: DateTime<Utc>) -> [JourneyStep; 4] {
    let mut by_time: Vec<_> = visits.iter().collect();
    by_time.sort_by_key(|visit| visit.start);
    let here = next_visit(visits, now).and_then(|next| Step::of(next.kind));
    Step::ALL.map(|step| {
        let of_step = |wanted: &dyn Fn(&Visit) -> bool| -> Vec<Id> {
            let fits = |visit: &&&Visit| Step::of(visit.kind) == Some(step) && wanted(visit);
            by_time.iter().filter(fits).map(|visit| visit.id.clone()).collect()
        };
        let behind = of_step(&|visit| took_place(visit, now));
        let ahead = of_step(&|visit| visit.is_ahead(now));
        let stage = match (here == Some(step), ahead.is_empty(), behind.is_empty()) {
            (true, ..) => Stage::Here,
            (false, false, _) => Stage::Ahead,
            (false, true, false) => Stage::Behind,
            (false, true, true) => Stage::Open,
        };
        JourneyStep { step, stage, behind, ahead }
    })
}

/// The next visit the patient can rely on; if there is none, the next one asked for.
#[must_use]
pub fn next_visit(visits: &[Visit], now: DateTime<Utc>) -> Option<&Visit> {
    let soonest =
        |wanted: &dyn Fn(&Visit) -> bool| visits.iter().filter(|v| wanted(v)).min_by_key(|v| v.start);
    soonest(&|visit| visit.is_firm(now)).or_else(|| soonest(&|visit| visit.is_ahead(now)))
}

/// A confirmed visit whose time is over counts as having taken place until the clinic says otherwise.
pub(super) fn took_place(visit: &Visit, now: DateTime<Utc>) -> bool {
    match visit.state {
        VisitState::Finished => true,
        VisitState::Confirmed | VisitState::UnderWay => visit.start.is_some() && !visit.is_ahead(now),
        VisitState::Requested | VisitState::Waiting | VisitState::Cancelled => false,
    }
}

#[cfg(test)]
#[path = "journey_tests.rs"]
mod tests;

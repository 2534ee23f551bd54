//! What the patient must be told when a visit changes: measured by what the patient knows, decided purely.

use super::{
    known::Known,
    tidings::{Before, Tiding},
};
use crate::{
    care::{Happened, Visit, VisitState},
    fhir::Reading,
};
use chrono::{DateTime, Utc};

/// What to say, and what the patient knows from then on.
pub(super) type Told = (Vec<Tiding>, Option<Known>);

/// What to say when the visit `new` takes the place of `before`.
pub(super) fn of_arrival(before: &Before, new: &Visit, known: Option<Known>, now: DateTime<Utc>) -> Told {
    let old = match before {
        Before::Read(Reading::Visit(old)) => Some(old),
        _ => None,
    };
    let known = known.or_else(|| old.and_then(certain));
    let withdrawn = known.is_some_and(|known| known.withdrawn);
    let mattered = match (old, before) {
        (Some(old), _) => is_open(old, now),
        // Nobody knows what it said in between; what the patient knows is older.
        (None, Before::Unread) => {
            known.map_or_else(|| new.start.is_none_or(|start| start > now), |known| known.holds(now))
        }
        (None, _) => false,
    };
    match (new.state, new.start) {
        (VisitState::Cancelled, _) if mattered => taken_back(known),
        (VisitState::Cancelled | VisitState::Finished, _) => (vec![Tiding::Over], known),
        // It was at a certain time and is at none.
        (_, None) if mattered && known.is_some() && !withdrawn => taken_back(known),
        (_, None) if mattered || withdrawn => (Vec::new(), known),
        (_, None) => (vec![Tiding::Stands(None)], known),
        (_, Some(to)) => {
            let moved = known.filter(|known| known.start != to && (mattered || new.is_ahead(now)));
            let moved = moved.map(|known| Happened::Moved { from: known.start, to });
            let mut tidings = Vec::new();
            if withdrawn {
                tidings.push(Tiding::Stands(moved));
            } else {
                if !mattered || matches!(before, Before::Unread) {
                    tidings.push(Tiding::Stands(None));
                }
                tidings.extend(moved.map(Tiding::Tell));
            }
            let from_now_on = known.map(|_| Known { start: to, withdrawn: false }).or_else(|| certain(new));
            (tidings, from_now_on)
        }
    }
}

/// What to say when a visit is not at the clinic any more.
pub(super) fn of_loss(before: &Before, known: Option<Known>, now: DateTime<Utc>) -> Told {
    let mattered = match before {
        Before::Read(Reading::Visit(old)) => is_open(old, now),
        // What could not be read may have mattered.
        _ => known.is_none_or(|known| !known.withdrawn),
    };
    let certain = match before {
        Before::Read(Reading::Visit(old)) => certain(old),
        _ => None,
    };
    if mattered { taken_back(known.or(certain)) } else { (vec![Tiding::Over], known) }
}

fn taken_back(known: Option<Known>) -> Told {
    let known = known.map(|known| Known { withdrawn: true, ..known });
    (vec![Tiding::Tell(Happened::Withdrawn)], known)
}

/// The start of a visit the clinic had confirmed.
fn certain(visit: &Visit) -> Option<Known> {
    let firm = matches!(visit.state, VisitState::Confirmed | VisitState::UnderWay);
    visit.start.filter(|_| firm).map(|start| Known { start, withdrawn: false })
}

/// Ahead, or asked for and without a time yet.
fn is_open(visit: &Visit, now: DateTime<Utc>) -> bool {
    let asked_for = matches!(visit.state, VisitState::Requested | VisitState::Waiting);
    visit.is_ahead(now) || (asked_for && visit.start.is_none())
}

#[cfg(test)]
#[path = "visits_tests.rs"]
mod tests;

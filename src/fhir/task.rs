//! `Task`: one thing to do, where the clinic's server lets patients have tasks.

use super::element::Element;
use super::moment::Moment;
use super::{Resource, Unreadable, concept, visit_kind};
use crate::care::{ItemState, PlanItem};

const STATES: [(&str, ItemState); 12] = [
    ("requested", ItemState::Open),
    ("received", ItemState::Open),
    ("accepted", ItemState::Open),
    ("ready", ItemState::Open),
    ("in-progress", ItemState::Open),
    ("completed", ItemState::Done),
    ("draft", ItemState::Dropped),
    ("rejected", ItemState::Dropped),
    ("cancelled", ItemState::Dropped),
    ("on-hold", ItemState::Dropped),
    ("failed", ItemState::Dropped),
    ("entered-in-error", ItemState::Dropped),
];

/// Whether something with each `intent` was really asked for.
pub(super) const ASKED_FOR: [(&str, bool); 9] = [
    ("unknown", true),
    ("plan", true),
    ("order", true),
    ("original-order", true),
    ("reflex-order", true),
    ("filler-order", true),
    ("instance-order", true),
    ("proposal", false),
    ("option", false),
];

/// The task as an item; its id is the task's own. A proposal is an idea, not a thing to do: dropped.
pub(super) fn read(resource: &Resource) -> Result<PlanItem, Unreadable> {
    let root = Element::root(resource)?;
    let state = root.need("status", root.code("status", &STATES)?)?;
    let asked_for = root.need("intent", root.code("intent", &ASKED_FOR)?)?;
    let label = concept::words_of(&root, "code")?;
    let description = root.text("description")?;
    let title = root.need("description", label.or(description))?;
    let reason: Vec<_> = root.child("reasonCode")?.into_iter().collect();

    let mut due = None;
    if let Some(period) = root.child("restriction")?.map_or(Ok(None), |limits| limits.child("period"))? {
        due = period.moment("end")?;
    }
    if let (None, Some(period)) = (due, root.child("executionPeriod")?) {
        due = period.moment("end")?;
    }
    Ok(PlanItem {
        id: resource.id.as_str().to_owned(),
        title: title.to_owned(),
        note: label.and(description).map(str::to_owned),
        state: if asked_for { state } else { ItemState::Dropped },
        due: due.map(Moment::due),
        task: super::care_plan::task_of(&root)?,
        step: visit_kind::coded(&reason)?,
        form: super::care_plan::form_of(&root.text("instantiatesCanonical")?.into_iter().collect::<Vec<_>>()),
    })
}

//! `Slot`: one time of a schedule, and whether it can be asked for.

use super::{Resource, Unreadable, What, element::Element, reference::Reference, visit_kind};
use crate::care::booking::{Slot, SlotState};

const STATES: [(&str, SlotState); 5] = [
    ("free", SlotState::Free),
    ("busy", SlotState::Taken),
    ("busy-tentative", SlotState::Taken),
    ("busy-unavailable", SlotState::Taken),
    ("entered-in-error", SlotState::Void),
];

/// A time without an end, or that ends before it begins, is unreadable rather than as long as one likes.
pub(super) fn read(resource: &Resource) -> Result<Slot, Unreadable> {
    let root = Element::root(resource)?;
    let schedule = root.need("schedule", Reference::one(&root, "schedule")?)?;
    let schedule = schedule.to(&["Schedule"]).cloned().ok_or_else(|| schedule.wrong(What::OutOfReach))?;
    let start = root.need("start", root.instant("start")?)?;
    let end = root.need("end", root.instant("end")?)?;
    if end <= start {
        return Err(root.wrong("end", What::BadDate));
    }
    let mut concepts = root.children("serviceType")?;
    concepts.extend(root.child("appointmentType")?);
    Ok(Slot {
        id: resource.id.clone(),
        schedule,
        state: root.need("status", root.code("status", &STATES)?)?,
        kinds: visit_kind::all(&concepts)?,
        start,
        end,
    })
}

//! `Schedule`: whose times a clinic keeps, where, and what for.

use super::{Resource, Unreadable, element::Element, reference::Reference, visit_kind};
use crate::care::booking::{Party, Schedule};

/// One that does not say whether it is used is.
pub(super) fn read(resource: &Resource) -> Result<Schedule, Unreadable> {
    let root = Element::root(resource)?;
    let (mut with, mut place) = (Vec::new(), None);
    for actor in Reference::many(&root, "actor")? {
        if let Some(id) = actor.to(&["Practitioner"]) {
            with.push(Party::Clinician(id.clone()));
        } else if let Some(id) = actor.to(&["PractitionerRole"]) {
            with.push(Party::Role(id.clone()));
        }
        place = place.or_else(|| actor.to(&["Location"]).cloned());
    }
    Ok(Schedule {
        id: resource.id.clone(),
        active: root.boolean("active")?.unwrap_or(true),
        kinds: visit_kind::all(&root.children("serviceType")?)?,
        with,
        place,
    })
}

//! `Encounter`: that the patient was there for a visit, and when they left.

use super::{Resource, Unreadable, What, element::Element, moment::Moment, reference::Reference};
use crate::care::Stay;

/// Whether the patient has left, for each state of `Encounter.status`; `None`: it says nothing about a stay.
const STATES: [(&str, Option<bool>); 9] = [
    ("planned", Some(false)),
    ("arrived", Some(false)),
    ("triaged", Some(false)),
    ("in-progress", Some(false)),
    ("onleave", Some(false)),
    ("finished", Some(true)),
    ("cancelled", None),
    ("entered-in-error", None),
    ("unknown", None),
];

/// `None` for one that did not take place. An end counts only once the clinic says that the stay is over.
pub(super) fn read(resource: &Resource) -> Result<Option<Stay>, Unreadable> {
    let root = Element::root(resource)?;
    let Some(left) = root.need("status", root.code("status", &STATES)?)? else { return Ok(None) };
    let visits = Reference::many(&root, "appointment")?;
    let period = root.child("period")?.map_or(Ok(None), |period| period.without_modifiers().map(Some))?;
    let end = match period {
        Some(period) => {
            let (start, end) = (period.moment("start")?, period.moment("end")?);
            if let (Some(Moment::At(start)), Some(Moment::At(end))) = (start, end)
                && end < start
            {
                return Err(period.wrong("end", What::BadDate));
            }
            // A day alone is no time at which anybody left.
            end.and_then(|end| if let Moment::At(end) = end { Some(end) } else { None })
        }
        None => None,
    };
    Ok(Some(Stay {
        id: resource.id.clone(),
        visits: visits.iter().filter_map(|visit| visit.to(&["Appointment"])).cloned().collect(),
        end: end.filter(|_| left),
    }))
}

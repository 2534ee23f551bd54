//! `Patient`: whom this store belongs to.

use super::element::Element;
use super::{Resource, Unreadable, name};
use crate::care::{Patient, Private};

pub(super) fn read(resource: &Resource) -> Result<Patient, Unreadable> {
    let root = Element::root(resource)?;
    let best = name::best(&root)?;
    let line = best.as_ref().map_or(Ok(None), name::line)?;
    let given = best.map_or(Ok(Vec::new()), |best| best.texts("given"))?;
    Ok(Patient {
        id: resource.id.clone(),
        name: line.map(Private::new),
        given: given.first().copied().map(Private::new),
    })
}

//! `Organization`: the clinic, its numbers and the zone it keeps its clock in.

use super::element::Element;
use super::{Resource, Unreadable, contact, moment};
use crate::care::Clinic;

pub(super) fn read(resource: &Resource) -> Result<Clinic, Unreadable> {
    let root = Element::root(resource)?;
    Ok(Clinic {
        id: resource.id.clone(),
        name: root.need("name", root.text("name")?)?.to_owned(),
        contacts: contact::contacts(&root)?,
        zone: moment::zone(&root)?,
    })
}

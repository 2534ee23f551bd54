//! `Location`: where a visit happens and which clock hangs on its wall.

use super::element::Element;
use super::{Resource, Unreadable, contact, moment};
use crate::care::Place;

pub(super) fn read(resource: &Resource) -> Result<Place, Unreadable> {
    let root = Element::root(resource)?;
    Ok(Place {
        id: resource.id.clone(),
        name: root.text("name")?.map(str::to_owned),
        address: root.child("address")?.map_or(Ok(Vec::new()), |address| contact::address(&address))?,
        contacts: contact::contacts(&root)?,
        zone: moment::zone(&root)?,
    })
}

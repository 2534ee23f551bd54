//! `Practitioner` and `PractitionerRole`: who a clinician is, and under which other ids visits name them.

use super::element::Element;
use super::reference::Reference;
use super::{Resource, Unreadable, concept, name};
use crate::care::{Clinician, Id};

/// A clinician's place at a clinic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    pub id: Id,
    /// The `Practitioner` who fills it, where the clinic keeps one.
    pub clinician: Option<Id>,
    /// The clinician's name as written here; the `Practitioner` is the better source.
    pub name: Option<String>,
    /// What the person does, in the clinic's words.
    pub does: Option<String>,
}

pub(super) fn read(resource: &Resource) -> Result<Clinician, Unreadable> {
    let root = Element::root(resource)?;
    let line = name::best(&root)?.map_or(Ok(None), |best| name::line(&best))?;
    Ok(Clinician { id: resource.id.clone(), name: root.need("name", line)? })
}

pub(super) fn read_role(resource: &Resource) -> Result<Role, Unreadable> {
    let root = Element::root(resource)?;
    let practitioner = Reference::one(&root, "practitioner")?;
    let mut does = None;
    for code in root.children("code")? {
        does = does.or(concept::words(&code)?);
    }
    Ok(Role {
        id: resource.id.clone(),
        clinician: practitioner.as_ref().and_then(|who| who.to(&["Practitioner"])).cloned(),
        name: practitioner.and_then(|who| who.display).map(str::to_owned),
        does: does.map(str::to_owned),
    })
}

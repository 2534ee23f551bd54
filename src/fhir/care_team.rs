//! `CareTeam`: the people the clinic named for this patient.

use super::element::Element;
use super::reference::Reference;
use super::{Resource, Unreadable, concept};
use crate::care::{CareTeam, Member};

/// Whether the team in each state of `CareTeam.status` is one to show.
const IN_FORCE: [(&str, bool); 5] = [
    ("active", true),
    ("suspended", true),
    ("proposed", false),
    ("inactive", false),
    ("entered-in-error", false),
];

/// The team, or nothing if it is not in force. A team without a status is in force: FHIR makes it optional.
pub(super) fn read(resource: &Resource) -> Result<Option<CareTeam>, Unreadable> {
    let root = Element::root(resource)?;
    if root.code("status", &IN_FORCE)? == Some(false) {
        return Ok(None);
    }
    let mut members = Vec::new();
    for participant in root.acted_upon("participant")? {
        members.extend(member(&participant)?);
    }
    let clinics = Reference::many(&root, "managingOrganization")?;
    let clinic = clinics.iter().find_map(|clinic| clinic.to(&["Organization"])).cloned();
    Ok(Some(CareTeam { id: resource.id.clone(), members, clinic }))
}

/// A member of the team other than the patient.
fn member(participant: &Element<'_>) -> Result<Option<Member>, Unreadable> {
    let who = Reference::one(participant, "member")?;
    if who.as_ref().is_some_and(|who| who.to(&["Patient"]).is_some()) {
        return Ok(None);
    }
    let mut role = None;
    for each in participant.children("role")? {
        role = role.or(concept::words(&each)?);
    }
    Ok(Some(Member {
        clinician: who.as_ref().and_then(|who| who.to(&["Practitioner", "PractitionerRole"])).cloned(),
        name: who.and_then(|who| who.display).map(str::to_owned),
        role: role.map(str::to_owned),
    }))
}

//! `Patient` and `CareTeam`: whom it is about, and who cares for them.

use super::Desk;
use super::clinic::name;
use crate::care::Id;
use serde_json::{Value, json};

pub(super) fn patient(desk: &Desk<'_>) -> Value {
    json!({
        "resourceType": "Patient",
        "id": desk.patient.id,
        "active": true,
        "name": [name(&desk.patient.name)],
        "birthDate": desk.patient.birth_date,
        "managingOrganization": { "reference": format!("Organization/{}", desk.sample.clinic.id) },
    })
}

pub(super) fn team(desk: &Desk<'_>) -> Value {
    let member = |id: &Id| {
        let role = desk.sample.clinician(id).map(|found| json!({ "text": found.role }));
        json!({ "role": [role], "member": desk.clinician(id) })
    };
    json!({
        "resourceType": "CareTeam",
        "id": desk.patient.team.id,
        "status": "active",
        "subject": desk.subject(),
        "participant": desk.patient.team.members.iter().map(member).collect::<Vec<_>>(),
        "managingOrganization": [{ "reference": format!("Organization/{}", desk.sample.clinic.id) }],
    })
}

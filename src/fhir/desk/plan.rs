//! `CarePlan`: what this patient is to do, which medicine lines hold, and which protocol it follows.

use super::super::{systems::protocol_url, visit_kind};
use super::{Desk, DeskError, on_the_wall};
use crate::care::protocol::Task;
use crate::care::sample::{DueSheet, ItemSheet, ItemStage};
use serde_json::{Value, json};

pub(super) fn care_plan(desk: &Desk<'_>) -> Result<Value, DeskError> {
    let (plan, template) = (&desk.patient.plan, &desk.protocol.template);
    let version = template.version_id().ok_or(DeskError::NoVersionId)?;
    let follows = format!("{}|{}", protocol_url("PlanDefinition", &template.id), template.version);
    let mut supporting = vec![json!({ "reference": format!("Library/{version}") })];
    let lines = plan.medicines.iter().map(|id| json!({ "reference": format!("MedicationRequest/{id}") }));
    supporting.extend(lines);
    let written = desk.dates().day(plan.written_day)?;
    let activities: Result<Vec<_>, _> = plan.items.iter().map(|item| activity(desk, item)).collect();
    Ok(json!({
        "resourceType": "CarePlan",
        "id": plan.id,
        "instantiatesCanonical": [follows],
        "status": "active",
        "intent": "plan",
        "title": plan.title,
        "subject": desk.subject(),
        "period": { "start": written },
        "created": written,
        "careTeam": [{ "reference": format!("CareTeam/{}", desk.patient.team.id) }],
        "supportingInfo": supporting,
        "activity": activities?,
    }))
}

/// One thing to do. Its id is the same in every version of the plan: ticks hang on it.
fn activity(desk: &Desk<'_>, item: &ItemSheet) -> Result<Value, DeskError> {
    let task = item.task.as_deref().and_then(|id| desk.protocol.task(id));
    let step = item.step.map(|step| step.0).or_else(|| task.and_then(|(phase, _)| phase.kind()));
    let task = task.map(|(_, task)| task);
    let status = match item.state {
        ItemStage::Open => "not-started",
        ItemStage::Done => "completed",
        ItemStage::Dropped => "cancelled",
    };
    let due = item.due.map(|due| until(desk, due)).transpose()?;
    let reason = step.map(visit_kind::write);
    Ok(json!({
        "id": item.id,
        "detail": {
            "code": {
                "coding": [task.map(|task| coding(desk, task))],
                "text": item.title.as_ref().or(task.map(|task| &task.title)),
            },
            "reasonCode": [reason],
            "status": status,
            "scheduledPeriod": { "end": due },
            "description": item.note.as_ref().or(task.and_then(|task| task.note.as_ref())),
        },
    }))
}

/// The protocol's task as a code: its system is the protocol itself.
fn coding(desk: &Desk<'_>, task: &Task) -> Value {
    let system = protocol_url("PlanDefinition", &desk.protocol.template.id);
    json!({ "system": system, "code": task.id, "display": task.title })
}

fn until(desk: &Desk<'_>, due: DueSheet) -> Result<String, DeskError> {
    let dates = desk.dates();
    Ok(match due.at {
        Some(at) => on_the_wall(dates.instant(due.day, at)?, dates.zone),
        None => dates.day(due.day)?.to_string(),
    })
}

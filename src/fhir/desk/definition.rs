//! `PlanDefinition`: the protocol's phases, tasks and instructions in words other systems understand.
//!
//! Phones do not read it; they read the `Library` it names.

use super::super::systems::{PLAN_DEFINITION_TYPE, protocol_url};
use super::{DeskError, Document, form};
use crate::care::Id;
use crate::care::protocol::{Instruction, Phase, Task};
use serde_json::{Value, json};

pub(super) fn plan_definition(document: Document<'_>, version: &Id) -> Result<Value, DeskError> {
    let template = &document.protocol.template;
    let library = format!("{}|{}", protocol_url("Library", &template.id), template.version);
    let phases = document.protocol.phases.iter().map(|one| phase(document, one));
    let phases = phases.collect::<Result<Vec<_>, _>>()?;
    Ok(json!({
        "resourceType": "PlanDefinition",
        "id": version,
        "url": protocol_url("PlanDefinition", &template.id),
        "version": template.version.to_string(),
        "title": template.id,
        "type": { "coding": [{ "system": PLAN_DEFINITION_TYPE, "code": "clinical-protocol" }] },
        "status": "active",
        "publisher": document.publisher,
        "author": [{ "name": template.author }],
        "reviewer": [{ "name": document.protocol.reviewed_by() }],
        "lastReviewDate": template.reviewed_on,
        "library": [library],
        "action": phases,
    }))
}

fn phase(document: Document<'_>, phase: &Phase) -> Result<Value, DeskError> {
    let tasks = phase.tasks.iter().map(|one| task(document, one));
    let mut steps = tasks.collect::<Result<Vec<_>, _>>()?;
    steps.extend(phase.instructions.iter().filter_map(instruction));
    Ok(json!({ "id": phase.id, "title": phase.id, "action": steps }))
}

fn task(document: Document<'_>, task: &Task) -> Result<Value, DeskError> {
    let form = document.forms.iter().find(|form| Some(&form.name) == task.form.as_ref());
    let form = form.map(|form| form::canonical(document, form)).transpose()?;
    Ok(json!({
        "id": task.id, "title": task.title, "description": task.note, "definitionCanonical": form,
    }))
}

/// An instruction nobody has written yet is none.
fn instruction(instruction: &Instruction) -> Option<Value> {
    let words = instruction.shown_text().map(str::to_owned);
    let list = (!instruction.items.is_empty()).then(|| instruction.items.join("; "));
    let words = words.or(list).or_else(|| instruction.always_shown.clone())?;
    Some(json!({ "id": instruction.id, "title": instruction.id, "textEquivalent": words }))
}

//! `MedicationRequest`: what a clinician wrote about one medicine, word for word.

use super::super::systems::MEDICINE_ACTION;
use super::{Desk, DeskError};
use crate::care::sample::{Action, LineStage, MedicineSheet};
use serde_json::{Value, json};

pub(super) fn request(desk: &Desk<'_>, line: &MedicineSheet) -> Result<Value, DeskError> {
    let dates = desk.dates();
    let bounds = line.days.map(|days| Ok::<_, DeskError>((dates.day(days.from)?, dates.day(days.to)?)));
    let bounds = bounds.transpose()?.map(|(start, end)| json!({ "start": start, "end": end }));
    let action = match line.action {
        Action::Take => "take",
        Action::Skip => "skip",
        Action::Ask => "ask",
    };
    let status = match line.state {
        LineStage::Active => "active",
        LineStage::Stopped => "stopped",
    };
    Ok(json!({
        "resourceType": "MedicationRequest",
        "id": line.id,
        "status": status,
        "intent": "order",
        "category": [{ "coding": [{ "system": MEDICINE_ACTION, "code": action }] }],
        // Another system that knows nothing of our codes must not take it for an order to give.
        "doNotPerform": (line.action == Action::Skip).then_some(true),
        "medicationCodeableConcept": { "text": line.medicine },
        "subject": desk.subject(),
        "authoredOn": dates.day(line.written_day)?,
        "requester": desk.clinician(&line.written_by),
        "dosageInstruction": [{
            "sequence": 1,
            "patientInstruction": line.words,
            "timing": { "repeat": { "boundsPeriod": bounds } },
        }],
    }))
}

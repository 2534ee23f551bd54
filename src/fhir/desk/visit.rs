//! `Appointment`: one visit with its place, its people and the code of its kind.

use super::super::visit_kind;
use super::{Desk, DeskError, on_the_wall};
use crate::care::sample::{OffCalendar, VisitSheet, VisitStage};
use serde_json::{Value, json};

pub(super) fn appointment(desk: &Desk<'_>, visit: &VisitSheet) -> Result<Value, DeskError> {
    let dates = desk.dates_at(&visit.place);
    let start = dates.instant(visit.day, visit.at)?;
    let end = start.checked_add_signed(visit.minutes.length()).ok_or(OffCalendar)?;
    let (status, answer) = match visit.state {
        VisitStage::Requested => ("proposed", "needs-action"),
        VisitStage::Confirmed => ("booked", "accepted"),
        VisitStage::Finished => ("fulfilled", "accepted"),
        VisitStage::Cancelled => ("cancelled", "declined"),
    };
    let comes = |actor: Value, status: &str| json!({ "actor": actor, "status": status });
    let mut participants = vec![comes(desk.subject(), "accepted")];
    participants.push(comes(json!({ "reference": format!("Location/{}", visit.place) }), answer));
    participants.extend(visit.with.iter().map(|id| comes(desk.clinician(id), answer)));
    Ok(json!({
        "resourceType": "Appointment",
        "id": visit.id,
        "status": status,
        "appointmentType": visit_kind::write(visit.kind.0),
        "start": on_the_wall(start, dates.zone),
        "end": on_the_wall(end, dates.zone),
        "patientInstruction": visit.note,
        "participant": participants,
    }))
}

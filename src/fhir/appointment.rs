//! `Appointment`: when and where the patient is expected, and how sure that is.

use super::element::Element;
use super::moment::Moment;
use super::reference::Reference;
use super::{Resource, Unreadable, What, concept, visit_kind};
use crate::care::{Id, Visit, VisitKind, VisitState};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

const STATES: [(&str, VisitState); 10] = [
    ("proposed", VisitState::Requested),
    ("pending", VisitState::Requested),
    ("waitlist", VisitState::Waiting),
    ("booked", VisitState::Confirmed),
    ("arrived", VisitState::UnderWay),
    ("checked-in", VisitState::UnderWay),
    ("fulfilled", VisitState::Finished),
    ("cancelled", VisitState::Cancelled),
    ("noshow", VisitState::Cancelled),
    ("entered-in-error", VisitState::Cancelled),
];

/// Whether a participant in each state of `participant.status` is expected.
const EXPECTED: [(&str, bool); 4] =
    [("accepted", true), ("tentative", true), ("needs-action", true), ("declined", false)];

/// A visit that is certain must have a start; without one it is unreadable rather than a visit some time.
pub(super) fn read(resource: &Resource) -> Result<Visit, Unreadable> {
    let root = Element::root(resource)?;
    let state = root.need("status", root.code("status", &STATES)?)?;
    let start = root.instant("start")?;
    if matches!(state, VisitState::Confirmed | VisitState::UnderWay) {
        root.need("start", start)?;
    }
    let (place, with) = expected(&root)?;
    Ok(Visit {
        id: resource.id.clone(),
        kind: kind(&root)?,
        state,
        start,
        end: end(&root, start)?,
        booked: booked(&root)?,
        place,
        with,
        note: root.text("patientInstruction")?.map(str::to_owned),
    })
}

/// The kind of visit an `Appointment` is for, also of one that is no visit yet; `None` where what says so cannot be read.
pub(super) fn kind_of(raw: &Value) -> Option<VisitKind> {
    kind(&Element::enter("Appointment".to_owned(), raw).ok()?).ok()
}

/// By code where the clinic uses ours, else by a label that is the name of a step and nothing more.
fn kind(root: &Element<'_>) -> Result<VisitKind, Unreadable> {
    let mut concepts: Vec<_> = root.child("appointmentType")?.into_iter().collect();
    concepts.extend(root.children("serviceType")?);
    if let Some(kind) = visit_kind::coded(&concepts)? {
        return Ok(kind);
    }
    for concept in &concepts {
        if let Some(kind) = concept::words(concept)?.and_then(visit_kind::named) {
            return Ok(kind);
        }
    }
    Ok(VisitKind::Other)
}

/// The stated end, else the start and the stated minutes.
fn end(root: &Element<'_>, start: Option<DateTime<Utc>>) -> Result<Option<DateTime<Utc>>, Unreadable> {
    if let Some(end) = root.instant("end")? {
        let backwards = start.is_some_and(|start| end < start);
        return if backwards { Err(root.wrong("end", What::BadDate)) } else { Ok(Some(end)) };
    }
    let Some(minutes) = root.whole_number("minutesDuration")? else { return Ok(None) };
    let lasts = u32::try_from(minutes).ok().map(|minutes| TimeDelta::minutes(minutes.into()));
    let lasts = lasts.ok_or_else(|| root.wrong("minutesDuration", What::OutOfRange))?;
    Ok(start.and_then(|start| start.checked_add_signed(lasts)))
}

/// When it was booked; a day alone says no instant to reckon from.
fn booked(root: &Element<'_>) -> Result<Option<DateTime<Utc>>, Unreadable> {
    Ok(match root.moment("created")? {
        Some(Moment::At(instant)) => Some(instant),
        Some(Moment::Within(..)) | None => None,
    })
}

/// The place, and the clinicians in the order given; who declined is left out.
fn expected(root: &Element<'_>) -> Result<(Option<Id>, Vec<Id>), Unreadable> {
    let (mut place, mut with) = (None, Vec::new());
    for participant in root.acted_upon("participant")? {
        let comes = participant.code("status", &EXPECTED)?;
        let Some(actor) = Reference::one(&participant, "actor")?.filter(|_| comes != Some(false)) else {
            continue;
        };
        place = place.or_else(|| actor.to(&["Location"]).cloned());
        with.extend(actor.to(&["Practitioner", "PractitionerRole"]).cloned());
    }
    Ok((place, with))
}

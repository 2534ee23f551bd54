//! The types of records the clinic keeps for the app, and how each is asked for.

use super::{manners::Manner, papers};
use crate::{
    care::Subject,
    fhir::message::{is_kept, record_of},
};
use serde_json::Value;

/// How changes of a type are noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Watch {
    /// Every pull compares the server's list of ids and versions with ours, so that what was withdrawn is
    /// noticed even where the server keeps its history to itself. For what the patient acts upon.
    List,
    /// Only what changed since the last pull is asked for. For what ends by changing, not by going away.
    Changes,
}

/// A type of which everything about this patient is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OwnKind {
    pub(super) kind: &'static str,
    pub(super) watch: Watch,
    /// Only these records of the type, as a parameter of the search.
    pub(super) only: Option<(&'static str, &'static str)>,
    /// A server may deny it although the token names it, and the app does without: remembered as this.
    pub(super) denied: Option<Manner>,
}

impl OwnKind {
    /// True if the app does without it where it is not handed out.
    pub(super) const fn is_optional(&self) -> bool {
        self.denied.is_some()
    }
}

const fn listed(kind: &'static str) -> OwnKind {
    OwnKind { kind, watch: Watch::List, only: None, denied: None }
}

/// What the clinic adds around a visit, or keeps of what the patient sent; most clinics let patients have it, some do not.
const fn added(kind: &'static str, denied: Manner) -> OwnKind {
    OwnKind { kind, watch: Watch::Changes, only: None, denied: Some(denied) }
}

/// The types of the patient's own, in the order they are asked for: what matters most first.
pub(super) const OWN: [OwnKind; 10] = [
    listed("Appointment"),
    // Before the plan that asks for them: nobody is asked to sign again what was signed on another phone.
    added(papers::KIND, Manner::NoConsents),
    listed("CarePlan"),
    listed("MedicationRequest"),
    listed("MedicationStatement"),
    OwnKind { watch: Watch::Changes, ..listed("CareTeam") },
    OwnKind { denied: Some(Manner::NoTask), ..listed("Task") },
    added("Encounter", Manner::NoEncounter),
    // What the patient wrote is of this type, too, and is not asked for.
    OwnKind { only: Some(("category", "vital-signs")), ..added("Observation", Manner::NoVitals) },
    // What the patient wrote, for what the clinic marks in it, and what the clinic writes to the patient: an answer need
    // carry no code, so no search tells it from the rest, and [`is_for_the_phone`] does.
    added("Communication", Manner::NoMessages),
];

/// False for a record of the patient's that has no business on their phone, such as what people at the clinic write to each
/// other about them, or a consent that was not signed on a phone.
pub(super) fn is_for_the_phone(kind: &str, raw: &Value) -> bool {
    match kind {
        "Communication" => is_kept(raw),
        papers::KIND => record_of(raw).is_some(),
        _ => true,
    }
}

/// The types that belong to no patient: read where something of the patient's names them.
pub(super) const NAMED: [&str; 5] =
    ["Library", "Organization", "Location", "Practitioner", "PractitionerRole"];

/// What a notice about a record of this type is about, if the patient must be told at all.
pub(super) fn subject(kind: &str) -> Option<Subject> {
    match kind {
        "Appointment" => Some(Subject::Visit),
        "CarePlan" => Some(Subject::Plan),
        "Library" => Some(Subject::Protocol),
        "MedicationRequest" | "MedicationStatement" => Some(Subject::Medicine),
        _ => None,
    }
}

//! The types of records the clinic keeps for the app, and how each is asked for.

use crate::care::Subject;

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
    /// A server may deny it although the token names it, and the app does without.
    pub(super) optional: bool,
}

const fn listed(kind: &'static str) -> OwnKind {
    OwnKind { kind, watch: Watch::List, optional: false }
}

/// The types of the patient's own, in the order they are asked for: what matters most first.
pub(super) const OWN: [OwnKind; 6] = [
    listed("Appointment"),
    listed("CarePlan"),
    listed("MedicationRequest"),
    listed("MedicationStatement"),
    OwnKind { kind: "CareTeam", watch: Watch::Changes, optional: false },
    OwnKind { kind: "Task", watch: Watch::List, optional: true },
];

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

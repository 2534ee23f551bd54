//! What the clinic last sent, read: only what can be read counts, and what cannot is remembered.

use crate::{
    app::home::Home,
    care::{
        CareTeam, Clinic, Clinician, Id, Marks, MedicineLine, MedicineRecord, Patient, Place, Plan, PlanItem,
        PlanState, Stay, Visit, Vitals, protocol::Protocol,
    },
    fhir::{self, DocumentStatus, Reading, Role},
    store::{Reader, StoreError},
    sync,
};
use chrono_tz::Tz;
use std::collections::HashMap;

/// The FHIR types the app shows, in no order.
const KINDS: [&str; 14] = [
    "Patient",
    "CareTeam",
    "Organization",
    "Location",
    "Practitioner",
    "PractitionerRole",
    "CarePlan",
    "Library",
    "Appointment",
    "Task",
    "MedicationRequest",
    "MedicationStatement",
    "Encounter",
    "Observation",
];

/// Everything of the clinic that is current and readable.
#[derive(Debug, Default)]
pub(in crate::app) struct Records {
    pub(in crate::app) patient: Option<Patient>,
    pub(in crate::app) teams: Vec<CareTeam>,
    pub(in crate::app) clinics: HashMap<Id, Clinic>,
    pub(in crate::app) places: HashMap<Id, Place>,
    pub(in crate::app) clinicians: HashMap<Id, Clinician>,
    pub(in crate::app) roles: Vec<Role>,
    pub(in crate::app) plans: Vec<Plan>,
    pub(in crate::app) protocols: HashMap<Id, Protocol>,
    pub(in crate::app) visits: Vec<Visit>,
    pub(in crate::app) medicines: Vec<MedicineLine>,
    /// The server's names for the versions of the medicine lines.
    pub(in crate::app) versions: HashMap<(MedicineRecord, Id), Option<String>>,
    /// The types of which something arrived that cannot be read.
    pub(in crate::app) unreadable: Vec<String>,
    pub(in crate::app) tasks: Vec<PlanItem>,
    stays: Vec<Stay>,
    /// What the clinic measured, in no order.
    pub(in crate::app) vitals: Vec<Vitals>,
    /// Everything the clinic has for this patient has arrived at least once.
    complete: bool,
}

impl Records {
    /// Reads everything the mirror holds.
    pub(in crate::app) fn load(home: &Home, reader: &Reader<'_>) -> Result<Self, StoreError> {
        let complete = home.is_practice() || sync::last_pull(reader)?.is_some();
        let mut records = Self { complete, ..Self::default() };
        let mut retired = Vec::new();
        let only_kept = reader.only_kept()?;
        for kind in KINDS {
            for mirrored in reader.mirrored(kind)? {
                match fhir::read_kept(&mirrored.body, mirrored.problem.as_deref()) {
                    Some(Reading::Medicine(line)) => {
                        records.versions.insert((line.record, line.id.clone()), mirrored.version);
                        records.medicines.push(line);
                    }
                    Some(Reading::Protocol(document)) if document.status == DocumentStatus::Retired => {
                        retired.push(document.id);
                    }
                    // It keeps a time while the patient makes up their mind.
                    Some(Reading::Visit(visit)) if !visit.state.stands() && only_kept.contains(&visit.id) => {
                    }
                    Some(reading) => records.add(reading),
                    None => records.unreadable.push(kind.to_owned()),
                }
            }
        }
        // Its words hold no more, and a plan in force says that they do: nobody could say which is so.
        let relied_on = |id: &Id| records.active_plans().any(|plan| plan.protocol.as_ref() == Some(id));
        if retired.iter().any(relied_on) {
            records.unreadable.push("Library".to_owned());
        }
        Ok(records)
    }

    fn add(&mut self, reading: Reading) {
        match reading {
            Reading::Patient(patient) => self.patient = Some(patient),
            Reading::CareTeam(team) => self.teams.push(team),
            Reading::Clinic(clinic) => drop(self.clinics.insert(clinic.id.clone(), clinic)),
            Reading::Place(place) => drop(self.places.insert(place.id.clone(), place)),
            Reading::Clinician(person) => drop(self.clinicians.insert(person.id.clone(), person)),
            Reading::Plan(plan) => self.plans.push(plan),
            Reading::Visit(visit) => self.visits.push(visit),
            Reading::Role(role) => self.roles.push(role),
            // Read whole before it is kept, so a protocol that cannot be read is already a problem.
            Reading::Protocol(document) => match document.document() {
                Ok(protocol) => drop(self.protocols.insert(document.id, protocol)),
                Err(_) => self.unreadable.push("Library".to_owned()),
            },
            Reading::Task(task) => self.tasks.push(task),
            Reading::Stay(stay) => self.stays.push(stay),
            Reading::Vitals(vitals) => self.vitals.push(vitals),
            // Kept with its version by whoever reads it from the mirror.
            Reading::Schedule(_)
            | Reading::Slot(_)
            | Reading::Medicine(_)
            | Reading::CheckIn(_)
            | Reading::CheckInTakenBack(_)
            | Reading::Message(_)
            | Reading::Signed(_)
            | Reading::NotOurs => {}
        }
    }

    /// The clinic answerable for this patient: the care team's, else the only one there is.
    pub(in crate::app) fn clinic(&self) -> Option<&Clinic> {
        let of_team = self.teams.iter().find_map(|team| self.clinics.get(team.clinic.as_ref()?));
        of_team.or_else(|| self.clinics.values().next().filter(|_| self.clinics.len() == 1))
    }

    /// The plans in force.
    pub(in crate::app) fn active_plans(&self) -> impl Iterator<Item = &Plan> {
        self.plans.iter().filter(|plan| plan.state == PlanState::Active)
    }

    /// The protocol of the plan in force.
    pub(in crate::app) fn protocol(&self) -> Option<&Protocol> {
        self.active_plans().find_map(|plan| self.protocols.get(plan.protocol.as_ref()?))
    }

    /// The protocol whose words still hold after a session: that of the plan in force, else of one that is not any
    /// more, for a plan may end with its last session. None while the clinic's last word cannot be read.
    pub(in crate::app) fn protocol_of_after(&self) -> Option<&Protocol> {
        let ended = || self.plans.iter().find_map(|plan| self.protocols.get(plan.protocol.as_ref()?));
        self.protocol().or_else(|| if self.may_be_outdated() { None } else { ended() })
    }

    /// What the clinic marked about a visit as it took place; of several ends the latest.
    pub(in crate::app) fn marks(&self, visit: &Id) -> Marks {
        let of_visit = self.stays.iter().filter(|stay| stay.visits.contains(visit));
        Marks { injection: None, end: of_visit.filter_map(|stay| stay.end).max() }
    }

    /// The zone in which the clinic keeps its clock; the phone's where the clinic never said.
    pub(in crate::app) fn zone(&self, phone: Tz) -> Tz {
        let place =
            || self.visits.iter().filter_map(|v| self.places.get(v.place.as_ref()?)).find_map(|p| p.zone);
        self.clinic().and_then(|clinic| clinic.zone).or_else(place).unwrap_or(phone)
    }

    /// True if a record of this type arrived that cannot be read.
    pub(in crate::app) fn has_unreadable(&self, kind: &str) -> bool {
        self.unreadable.iter().any(|unreadable| unreadable == kind)
    }

    /// True if the protocol in force, or the plan that names it, arrived in a form that cannot be read: which words hold
    /// is then not known, and no older ones stand in their place.
    pub(super) fn may_be_outdated(&self) -> bool {
        self.has_unreadable("Library") || self.has_unreadable("CarePlan")
    }

    /// True while nobody can say whether something is planned: the first look at the clinic is not over, and
    /// what has arrived of it shows no visit and no plan.
    pub(in crate::app) fn not_yet_known(&self) -> bool {
        !self.complete && self.visits.is_empty() && self.plans.is_empty()
    }

    /// True if something arrived that a patient acts upon and that cannot be shown.
    pub(in crate::app) fn must_call(&self) -> bool {
        self.unreadable.iter().any(|kind| {
            matches!(
                kind.as_str(),
                "Appointment" | "CarePlan" | "Library" | "MedicationRequest" | "MedicationStatement"
            )
        })
    }
}

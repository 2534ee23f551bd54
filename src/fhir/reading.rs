//! The one door in: a clinic's resource becomes the value of `care` it stands for.

use super::{
    ProtocolDocument, Resource, Role, Unreadable, What, appointment, booking, care_plan, care_team, check_in,
    consent, encounter, library, location, medication, message, organization, patient, practitioner,
    questionnaire, schedule, slot, task, vitals,
};
use crate::care::{
    CareTeam, CheckIn, Clinic, Clinician, Id, MedicineLine, Patient, Place, Plan, PlanItem, Stay, Visit,
    Vitals,
    booking::{Schedule, Slot},
    consent::There as Signed,
    message::There,
};

/// What a resource says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    Patient(Patient),
    CareTeam(CareTeam),
    /// `Organization`.
    Clinic(Clinic),
    /// `Location`.
    Place(Place),
    /// `Practitioner`.
    Clinician(Clinician),
    /// `PractitionerRole`: visits and teams may name it in place of the clinician.
    Role(Role),
    /// `CarePlan`.
    Plan(Plan),
    /// `Library`.
    Protocol(ProtocolDocument),
    /// `Appointment`.
    Visit(Visit),
    Task(PlanItem),
    /// `MedicationRequest` or `MedicationStatement`.
    Medicine(MedicineLine),
    /// `Observation` with our code.
    CheckIn(CheckIn),
    /// A check-in that was taken back: its `Observation` is marked as entered in error or cancelled.
    CheckInTakenBack(Id),
    /// `Encounter`.
    Stay(Stay),
    /// `Observation` of the category vital signs.
    Vitals(Vitals),
    /// `Schedule`.
    Schedule(Schedule),
    /// `Slot`.
    Slot(Slot),
    /// `Communication`: an ordinary message, in either direction.
    Message(Box<There>),
    /// `Consent`: a paper that was signed on a phone of the patient's.
    Signed(Box<Signed>),
    /// Nothing this app shows: another type, another observation, a team that is not in force.
    NotOurs,
}

/// What a record says that is kept here as it arrived; `None` where something was wrong with it (`problem`), or is now.
#[must_use]
pub fn read_kept(body: &str, problem: Option<&str>) -> Option<Reading> {
    let resource = Resource::parse(body).ok().filter(|_| problem.is_none())?;
    read(&resource).ok()
}

/// Reads `resource` by its type.
///
/// # Errors
/// [`Unreadable`] when something this app would rely on is missing, wrong or unknown.
pub fn read(resource: &Resource) -> Result<Reading, Unreadable> {
    match resource.kind.as_str() {
        "Patient" => patient::read(resource).map(Reading::Patient),
        "CareTeam" => Ok(care_team::read(resource)?.map_or(Reading::NotOurs, Reading::CareTeam)),
        "Organization" => organization::read(resource).map(Reading::Clinic),
        "Location" => location::read(resource).map(Reading::Place),
        "Practitioner" => practitioner::read(resource).map(Reading::Clinician),
        "PractitionerRole" => practitioner::read_role(resource).map(Reading::Role),
        "CarePlan" => care_plan::read(resource).map(Reading::Plan),
        "Library" => library::read(resource).map(Reading::Protocol),
        // Nobody has asked for anything yet.
        "Appointment" if booking::is_place(&resource.raw) => Ok(Reading::NotOurs),
        "Appointment" => appointment::read(resource).map(Reading::Visit),
        "Schedule" => schedule::read(resource).map(Reading::Schedule),
        "Slot" => slot::read(resource).map(Reading::Slot),
        "Task" => task::read(resource).map(Reading::Task),
        "MedicationRequest" | "MedicationStatement" => medication::read(resource).map(Reading::Medicine),
        "Observation" if check_in::is_one(resource) => {
            let taken_back = || Reading::CheckInTakenBack(resource.id.clone());
            Ok(check_in::read(resource)?.map_or_else(taken_back, Reading::CheckIn))
        }
        "Observation" if vitals::is_one(resource) => {
            Ok(vitals::read(resource)?.map_or(Reading::NotOurs, Reading::Vitals))
        }
        // Whoever fills it in reads it from the mirror; here it is only told apart whether that can be done.
        "Questionnaire" => match questionnaire::read(&resource.raw) {
            Ok(_) => Ok(Reading::NotOurs),
            Err(_) => Err(Unreadable::new("Questionnaire", What::NotSupported)),
        },
        "Communication" => {
            let message = |there| Reading::Message(Box::new(there));
            Ok(message::read(resource)?.map_or(Reading::NotOurs, message))
        }
        "Consent" => {
            let signed = |there| Reading::Signed(Box::new(there));
            Ok(consent::read(resource)?.map_or(Reading::NotOurs, signed))
        }
        "Encounter" => Ok(encounter::read(resource)?.map_or(Reading::NotOurs, Reading::Stay)),
        _ => Ok(Reading::NotOurs),
    }
}

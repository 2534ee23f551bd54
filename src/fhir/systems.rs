//! The names under which codes, identifiers and extensions travel: each is written in this one place.

use crate::care::Id;

/// The `CodeSystem` of the kinds of visits; the codes are those of [`crate::care::VisitKind`].
///
/// A clinic codes `Appointment.appointmentType` or `Appointment.serviceType` with it, and
/// `CarePlan.activity.detail.reasonCode` or `Task.reasonCode` to say which step a thing to do belongs to.
pub const VISIT_KIND: &str = "https://cairn.example/fhir/CodeSystem/visit-kind";

/// The `CodeSystem` of a mood and anxiety check-in: LOINC has no code for these two self-ratings.
pub const CHECK_IN: &str = "https://cairn.example/fhir/CodeSystem/check-in";
/// Codes of [`CHECK_IN`]: the whole check-in.
pub const CHECK_IN_PANEL: &str = "mood-and-anxiety";
/// Codes of [`CHECK_IN`]: mood from 0, the lowest, to 10.
pub const CHECK_IN_MOOD: &str = "mood-0-10";
/// Codes of [`CHECK_IN`]: anxiety from 0, none, to 10.
pub const CHECK_IN_ANXIETY: &str = "anxiety-0-10";
/// Codes of [`CHECK_IN`]: one feeling, a code of [`FEELING`] or the patient's own words.
pub const CHECK_IN_FEELING: &str = "feeling";

/// The `CodeSystem` of the feelings a patient can choose from; the codes are those of `care::Listed`.
pub const FEELING: &str = "https://cairn.example/fhir/CodeSystem/feeling";

/// How long somebody slept, as LOINC numbers it; HL7's guide for personal health records uses it for what patients
/// report (<http://hl7.org/fhir/uv/phr/ValueSet/pcd-sleep-observation-code>).
pub(super) const SLEEP_DURATION: &str = "93832-4";

/// That one `Appointment` is to take the place of another: R5's `Appointment.replaces`, as R4 carries it.
pub const REPLACES: &str = "http://hl7.org/fhir/5.0/StructureDefinition/extension-Appointment.replaces";

/// HL7's reasons why an `Appointment` was cancelled.
pub(super) const CANCELLATION_REASON: &str =
    "http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason";
/// Codes of [`CANCELLATION_REASON`]: the patient cancelled it.
pub(super) const CANCELLED_BY_PATIENT: &str = "pat";

/// The `CodeSystem` of what a clinic says to a wish in `Appointment.cancelationReason`, for which HL7 has no code.
pub const BOOKING: &str = "https://cairn.example/fhir/CodeSystem/booking";
/// Codes of [`BOOKING`]: somebody else has the time.
pub const BOOKING_GONE: &str = "time-gone";

/// Units of measure.
pub(super) const UCUM: &str = "http://unitsofmeasure.org";

/// The `CodeSystem` of a side effect log: LOINC has no panel for it.
pub const SIDE_EFFECT: &str = "https://cairn.example/fhir/CodeSystem/side-effect";
/// Codes of [`SIDE_EFFECT`]: one entry of the log.
pub const SIDE_EFFECT_ENTRY: &str = "entry";
/// Codes of [`SIDE_EFFECT`]: which side effect, by its name in the clinic's protocol.
pub const SIDE_EFFECT_NAME: &str = "name";
/// Codes of [`SIDE_EFFECT`]: which part of it, by its name in the clinic's protocol.
pub const SIDE_EFFECT_PART: &str = "part";
/// Codes of [`SIDE_EFFECT`]: how much of it, from 0, none, to 3.
pub const SIDE_EFFECT_SEVERITY: &str = "severity-0-3";

/// Identifiers of records made on a patient's phone. The value is the record's id, so a clinic whose server
/// gives it another id can still tell that it is the same record.
pub const RECORD: &str = "https://cairn.example/fhir/NamingSystem/record";

/// What was measured, as LOINC numbers it.
pub(super) const LOINC: &str = "http://loinc.org";

/// HL7's categories of observations.
pub(super) const OBSERVATION_CATEGORY: &str = "http://terminology.hl7.org/CodeSystem/observation-category";

/// The IANA time zone of a place, an organisation or a point in time: today's name first, which is written,
/// then the name the same extension has in R4.
pub(super) const TIME_ZONE: [&str; 2] =
    ["http://hl7.org/fhir/StructureDefinition/timezone", "http://hl7.org/fhir/StructureDefinition/tz-code"];

/// HL7's remark beside a phone number or an address ("after hours").
pub(super) const CONTACT_REMARK: &str = "http://hl7.org/fhir/StructureDefinition/contactpoint-comment";

/// The `CodeSystem` of what a clinician asks for with a medicine line: `take`, `skip` or `ask`.
pub const MEDICINE_ACTION: &str = "https://cairn.example/fhir/CodeSystem/medicine-action";

/// Where the codes of protocols' tasks are named: what follows is the protocol's own name.
pub(super) const PROTOCOLS: &str = "https://cairn.example/fhir/PlanDefinition/";

/// The lasting address of a protocol as a `Library` or a `PlanDefinition`, the same in every version.
#[must_use]
pub fn protocol_url(kind: &str, template: &Id) -> String {
    format!("https://cairn.example/fhir/{kind}/{template}")
}

/// The lasting address of a question this app answers by itself: see [`super::answers`].
#[must_use]
pub fn question(name: &str) -> String {
    format!("https://cairn.example/fhir/Questionnaire/{name}")
}

/// The `CodeSystem` of what the app writes to the clinic as a `Communication`.
pub const MESSAGE: &str = "https://cairn.example/fhir/CodeSystem/message";
/// Codes of [`MESSAGE`]: the question about harming oneself was answered above zero.
pub const URGENT_ANSWER: &str = "urgent-answer";
/// Codes of [`MESSAGE`]: the patient asks that what the clinic has of them be deleted.
pub const DELETION_REQUEST: &str = "deletion-request";

/// Codes of [`MESSAGE`]: an ordinary message, in either direction. Never together with [`URGENT_ANSWER`].
pub const PATIENT_MESSAGE: &str = "message";

/// The `CodeSystem` of totals LOINC is not known to have a code for: the instrument's name.
pub const INSTRUMENT: &str = "https://cairn.example/fhir/CodeSystem/instrument-total";

/// The `CodeSystem` of what a patient shares of their journal.
pub const JOURNAL: &str = "https://cairn.example/fhir/CodeSystem/journal";
/// Codes of [`JOURNAL`]: what was shared, the patient's own words and pictures.
pub const JOURNAL_SHARED: &str = "shared-by-patient";

/// A note by the patient, as LOINC numbers it ("Patient Note"); it is in HL7's own list of document types for R4
/// (<http://hl7.org/fhir/ValueSet/c80-doc-typecodes>).
pub(super) const PATIENT_NOTE: &str = "51855-5";

/// A paper a patient agreed to, as LOINC numbers it ("Patient Consent"); R4 names it among the categories of a consent
/// (<http://hl7.org/fhir/R4/valueset-consent-category.html>).
pub(super) const PATIENT_CONSENT: &str = "59284-0";

/// HL7's list of what a consent is about.
pub(super) const CONSENT_SCOPE: &str = "http://terminology.hl7.org/CodeSystem/consentscope";

/// HL7's categories of communications.
pub(super) const COMMUNICATION_CATEGORY: &str =
    "http://terminology.hl7.org/CodeSystem/communication-category";

/// HL7's types of libraries.
pub(super) const LIBRARY_TYPE: &str = "http://terminology.hl7.org/CodeSystem/library-type";

/// HL7's types of plan definitions.
pub(super) const PLAN_DEFINITION_TYPE: &str = "http://terminology.hl7.org/CodeSystem/plan-definition-type";

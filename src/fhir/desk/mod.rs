//! What a clinic's desk writes: the resources this app reads, made from a protocol and a sample of patients.
//!
//! Pure: the same input makes the same resources, under the same ids, so that writing them again repairs
//! whatever an interrupted run left behind. Everything written here is read back by [`super::read`] as it
//! was meant.

mod clinic;
mod definition;
mod document;
mod form;
mod medicine;
mod patient;
mod plan;
mod prune;
mod times;
mod visit;

pub use document::canonical;

use crate::care::Id;
use crate::care::protocol::Protocol;
use crate::care::sample::{Dates, OffCalendar, PatientSheet, Sample};
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use chrono_tz::Tz;
use serde_json::{Value, json};

/// A protocol ready to be published.
#[derive(Debug, Clone, Copy)]
pub struct Document<'a> {
    pub protocol: &'a Protocol,
    /// The file as the clinic wrote it, for people who want to look at it.
    pub source: Option<&'a str>,
    /// Who publishes it, by name.
    pub publisher: Option<&'a str>,
    /// The forms it brings along.
    pub forms: &'a [FormFile],
}

/// A clinic's form, by the name its protocol has for it.
#[derive(Debug, Clone, PartialEq)]
pub struct FormFile {
    pub name: String,
    /// The `Questionnaire` as the clinic wrote it. It must be one that [`super::questionnaire::read`] accepts.
    pub questionnaire: Value,
}

/// Why no resources could be made.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    #[error(transparent)]
    OffCalendar(#[from] OffCalendar),
    /// `template.id` is too long to carry the version.
    #[error("the template's id and version together are too long for an identifier")]
    NoVersionId,
    /// The name of a form makes no identifier with that of the protocol.
    #[error("the form's name {name:?} is too long for an identifier")]
    FormName { name: String },
    /// Names of clinicians and places are too long to name their times.
    #[error("the time's name {name:?} is too long for an identifier")]
    TimeId { name: String },
    #[error("the protocol cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

/// Everything to be written, each resource in its final form.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Publication {
    /// The forms, `Library` and `PlanDefinition` of this very version of the protocol.
    pub documents: Vec<Value>,
    /// The clinic, its people, its patients and what is arranged: each stands only on those before it.
    pub records: Vec<Value>,
    /// The patients' plans. Nothing in `records` is an instruction until a plan in force names it.
    pub plans: Vec<Value>,
}

impl Publication {
    /// All resources, in an order in which each stands only on those before it.
    pub fn into_all(self) -> impl Iterator<Item = Value> {
        self.documents.into_iter().chain(self.records).chain(self.plans)
    }
}

/// The resources of a protocol alone.
///
/// # Errors
/// [`DeskError`] when its id is too long or it cannot be written.
pub fn protocol(document: Document<'_>) -> Result<Publication, DeskError> {
    let version = document.protocol.template.version_id().ok_or(DeskError::NoVersionId)?;
    // The forms first: the protocol stands on them. They are the clinic's to the letter, so nothing is left out.
    let forms = document.forms.iter().map(|form| form::questionnaire(document, &version, form));
    let mut documents = forms.collect::<Result<Vec<_>, _>>()?;
    let of_protocol =
        [document::library(document, &version)?, definition::plan_definition(document, &version)?];
    documents.extend(of_protocol.map(prune::pruned));
    Ok(Publication { documents, ..Publication::default() })
}

/// The resources of a whole sample with the protocol its patients follow; dates are counted from `today`,
/// the calendar day it is at the clinic.
///
/// # Errors
/// As [`protocol`], and when a date lies beyond the calendar.
pub fn sample(sample: &Sample, document: Document<'_>, today: NaiveDate) -> Result<Publication, DeskError> {
    let mut publication = protocol(document)?;
    let mut records = clinic::records(sample);
    records.extend(times::records(sample, today)?);
    for one in &sample.patients {
        let desk = Desk { sample, protocol: document.protocol, patient: one, today };
        records.push(patient::patient(&desk));
        records.push(patient::team(&desk));
        for visit in &one.visits {
            records.push(visit::appointment(&desk, visit)?);
        }
        for line in &one.medicines {
            records.push(medicine::request(&desk, line)?);
        }
        publication.plans.push(plan::care_plan(&desk)?);
    }
    publication.plans = publication.plans.into_iter().map(prune::pruned).collect();
    publication.records = records.into_iter().map(prune::pruned).collect();
    Ok(publication)
}

/// What is at hand while one patient's records are written.
struct Desk<'a> {
    sample: &'a Sample,
    protocol: &'a Protocol,
    patient: &'a PatientSheet,
    today: NaiveDate,
}

impl Desk<'_> {
    /// Dates on the clinic's clock.
    fn dates(&self) -> Dates {
        Dates { today: self.today, zone: self.sample.clinic.zone }
    }

    /// Dates on the clock of a place.
    fn dates_at(&self, place: &Id) -> Dates {
        Dates { today: self.today, zone: self.sample.zone_of(place) }
    }

    fn subject(&self) -> Value {
        json!({ "reference": format!("Patient/{}", self.patient.id), "display": self.patient.name.line() })
    }

    fn clinician(&self, id: &Id) -> Value {
        let name = self.sample.clinician(id).map(|found| found.name.line());
        json!({ "reference": format!("Practitioner/{id}"), "display": name })
    }
}

/// An instant with the offset that the clock on the wall has at that moment.
fn on_the_wall(instant: DateTime<Utc>, zone: Tz) -> String {
    instant.with_timezone(&zone).to_rfc3339_opts(SecondsFormat::Secs, true)
}

#[cfg(test)]
#[path = "desk_tests.rs"]
mod tests;

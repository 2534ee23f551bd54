//! The sample patient of practice mode as the resources a real clinic would send, laid around any day.

use super::desk::{self, DeskError, Document};
use crate::care::protocol::Protocol;
use crate::care::sample::Sample;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Made from the clinic's files by `cairn-clinic bundle`; a test keeps the two the same.
const BUNDLED: &str = include_str!("../../assets/practice/sample.json");

/// A sample with its protocol, as it travels inside the app.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Practice {
    pub protocol: Protocol,
    pub sample: Sample,
}

/// Why the sample could not be laid out.
#[derive(Debug, thiserror::Error)]
pub enum PracticeError {
    /// The bundled file is damaged.
    #[error("the bundled sample cannot be read (line {line}, column {column})")]
    Unreadable { line: usize, column: usize },
    #[error(transparent)]
    Desk(#[from] DeskError),
}

impl Practice {
    /// The sample bundled with this app.
    ///
    /// # Errors
    /// [`PracticeError::Unreadable`] when it is damaged.
    pub fn bundled() -> Result<Self, PracticeError> {
        let damaged = |error: serde_json::Error| PracticeError::Unreadable {
            line: error.line(),
            column: error.column(),
        };
        serde_json::from_str(BUNDLED).map_err(damaged)
    }

    /// The resources of the first patient, with dates counted from `today`, the calendar day of the phone's
    /// owner, in an order in which each stands only on those before it.
    ///
    /// # Errors
    /// [`DeskError`] when a date lies beyond the calendar.
    pub fn resources(mut self, today: NaiveDate) -> Result<Vec<Value>, DeskError> {
        self.sample.patients.truncate(1);
        let publisher = Some(self.sample.clinic.name.as_str());
        let document = Document { protocol: &self.protocol, source: None, publisher, forms: &[] };
        let all = desk::sample(&self.sample, document, today)?.into_all();
        // No phone asks a clinic for it: it mirrors the protocol for other systems.
        Ok(all
            .filter(|resource| resource.get("resourceType") != Some(&Value::from("PlanDefinition")))
            .collect())
    }
}

/// The resources of the bundled sample's first patient; see [`Practice::resources`].
///
/// # Errors
/// [`PracticeError`] when the sample is damaged or a date lies beyond the calendar.
pub fn resources(today: NaiveDate) -> Result<Vec<Value>, PracticeError> {
    Ok(Practice::bundled()?.resources(today)?)
}

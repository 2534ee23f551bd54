//! A made-up clinic with its patients, whose dates are counted from today, so that something is always due.
//!
//! A clinic tries Cairn with it, practice mode shows it, and tests live in it. The file is written by hand;
//! `fhir` turns it into the resources a real clinic would write.

mod dates;
mod findings;
mod patient;
mod sheet;
mod times;

pub use dates::{Dates, OffCalendar};
pub use findings::Problem;
pub use patient::{
    Action, DueSheet, ItemSheet, ItemStage, LineStage, MedicineSheet, PatientSheet, PlanSheet, Span,
    TeamSheet, VisitSheet, VisitStage,
};
pub use sheet::{
    AddressSheet, ClinicSheet, ClinicianSheet, NameSheet, Opening, PlaceSheet, ProtocolSheet, Weekday,
};
pub use times::TimeSheet;

use super::protocol::Protocol;
use super::{Finding, Id};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// The whole file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sample {
    /// The protocol its patients follow.
    pub protocol: ProtocolSheet,
    pub clinic: ClinicSheet,
    pub places: Vec<PlaceSheet>,
    pub clinicians: Vec<ClinicianSheet>,
    /// The times that can be booked.
    #[serde(default)]
    pub times: Vec<TimeSheet>,
    /// The first one is the patient of practice mode.
    pub patients: Vec<PatientSheet>,
}

impl Sample {
    /// What must be mended before anything is made of it: references that lead nowhere, ids used twice.
    #[must_use]
    pub fn findings(&self, protocol: &Protocol) -> Vec<Finding<Problem>> {
        findings::of(self, protocol)
    }

    /// The zone a place keeps its clock in: its own, else the clinic's.
    #[must_use]
    pub fn zone_of(&self, place: &Id) -> Tz {
        let own = self.places.iter().find(|found| found.id == *place).and_then(|found| found.zone);
        own.unwrap_or(self.clinic.zone)
    }

    /// The clinician of this id.
    #[must_use]
    pub fn clinician(&self, id: &Id) -> Option<&ClinicianSheet> {
        self.clinicians.iter().find(|found| found.id == *id)
    }
}

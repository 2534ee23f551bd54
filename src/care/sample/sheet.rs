//! The clinic of a sample: the house, the people who work in it, and the protocol they follow.

use crate::care::Id;
use crate::care::protocol::{Clock, HelpLine};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Which protocol the patients follow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProtocolSheet {
    /// The protocol's file, beside this one.
    pub file: String,
    /// What to put in the place of values in that file, by where they stand (`template.id`).
    #[serde(default)]
    pub fill: BTreeMap<String, String>,
}

/// The clinic as an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClinicSheet {
    pub id: Id,
    pub name: String,
    /// The IANA zone of its clock.
    pub zone: Tz,
    pub phone: HelpLine,
    pub phone_after_hours: Option<HelpLine>,
    pub email: Option<String>,
    pub web: Option<String>,
    pub address: Option<AddressSheet>,
}

/// Where visits happen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceSheet {
    pub id: Id,
    pub name: String,
    pub address: AddressSheet,
    pub phone: Option<HelpLine>,
    /// The IANA zone of its clock, where it is not the clinic's.
    pub zone: Option<Tz>,
    #[serde(default)]
    pub hours: Vec<Opening>,
}

/// A postal address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddressSheet {
    pub lines: Vec<String>,
    pub city: String,
    pub state: Option<String>,
    pub postal_code: Option<String>,
    /// ISO 3166, two capital letters.
    pub country: Option<String>,
}

/// When a place is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    pub days: Vec<Weekday>,
    pub from: Clock,
    pub to: Clock,
}

/// A day of the week, written `mon` to `sun` as in FHIR.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

/// Somebody who works at the clinic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClinicianSheet {
    pub id: Id,
    pub name: NameSheet,
    /// What the person does, as patients read it.
    pub role: String,
}

/// A person's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameSheet {
    pub prefix: Option<String>,
    pub given: Vec<String>,
    pub family: String,
    pub suffix: Option<String>,
}

impl NameSheet {
    /// The whole name as one line.
    #[must_use]
    pub fn line(&self) -> String {
        let mut parts: Vec<&str> = self.prefix.iter().map(String::as_str).collect();
        parts.extend(self.given.iter().map(String::as_str));
        parts.push(&self.family);
        parts.extend(self.suffix.as_deref());
        parts.join(" ")
    }
}

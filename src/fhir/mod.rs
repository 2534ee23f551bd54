//! FHIR R4 resources to the values of `care` and back, purely: what cannot be read for certain is named, not guessed.
//!
//! Every resource is kept as the JSON it arrived as ([`Resource::raw`]); reading looks at that JSON and
//! writing patches it, so fields this app does not know survive. Numbers keep their digits.
//!
//! Three rules hold for every type: `implicitRules` or an unknown `modifierExtension` may turn the meaning
//! of what follows around, so either makes a resource [`Unreadable`]; so does a wrong type in a field that
//! is read; fields that are not read are not judged.

mod answer_value;
pub mod answers;
mod appointment;
pub mod booking;
pub mod built_in;
pub mod bundle;
pub mod care_plan;
mod care_team;
pub mod check_in;
pub mod communication;
mod concept;
pub mod consent;
mod contact;
pub mod deletion;
pub mod desk;
pub mod document_reference;
mod element;
mod encounter;
pub mod fhirpath;
mod form_moment;
pub mod form_names;
mod inline;
mod library;
mod location;
mod medication;
pub mod message;
mod moment;
mod name;
mod organization;
pub mod outcome;
mod patient;
pub mod practice;
mod practitioner;
pub mod questionnaire;
pub mod questionnaire_response;
mod reading;
mod reference;
pub mod related_person;
mod resource;
mod schedule;
pub mod score;
pub mod side_effect;
mod slot;
pub mod systems;
mod task;
mod unreadable;
mod visit_kind;
mod vitals;
pub mod withdrawn;

pub use fhirpath::FhirPath;
pub use library::{DocumentStatus, ProtocolDocument};
pub use practitioner::Role;
pub use reading::{Reading, read, read_kept};
pub use resource::{Resource, Unread, same_but_meta};
pub use unreadable::{Unreadable, What};

/// Text without the characters FHIR does not allow in it: controls other than tab and line ends, for which a server
/// would refuse the whole record.
fn allowed(words: &str) -> String {
    words.chars().filter(|c| *c >= ' ' || matches!(c, '\t' | '\n' | '\r')).collect()
}

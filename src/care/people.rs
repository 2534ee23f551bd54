//! Who cares for the patient and where: as the clinic wrote it, ready to be shown and called.

use super::{Id, Private};
use chrono_tz::Tz;

/// The person this store belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patient {
    pub id: Id,
    /// The whole name as one line.
    pub name: Option<Private>,
    /// What to call the person: the first given name.
    pub given: Option<Private>,
}

/// A way to reach somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    pub way: Way,
    /// A number or an address, exactly as the clinic wrote it.
    pub value: String,
    /// When this one is for, in the clinic's words ("after hours"), if it said so.
    pub label: Option<String>,
}

/// How a [`Contact`] is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Phone,
    Text,
    Email,
    Web,
}

/// The clinic as an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clinic {
    pub id: Id,
    pub name: String,
    pub contacts: Vec<Contact>,
    /// The zone the clinic keeps its clock in, if it said so.
    pub zone: Option<Tz>,
}

/// Where a visit happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub id: Id,
    pub name: Option<String>,
    /// Lines of the address, ready to be shown one under the other.
    pub address: Vec<String>,
    pub contacts: Vec<Contact>,
    /// The zone this place keeps its clock in, if the clinic said so.
    pub zone: Option<Tz>,
}

/// One clinician.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clinician {
    pub id: Id,
    pub name: String,
}

/// The people named for this patient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CareTeam {
    pub id: Id,
    pub members: Vec<Member>,
    /// The clinic answerable for the team.
    pub clinic: Option<Id>,
}

/// One place in a care team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The clinician's id, where the clinic keeps one.
    pub clinician: Option<Id>,
    /// The name as written in the team; the clinician's own resource is the better source.
    pub name: Option<String>,
    /// What the person does, in the clinic's words.
    pub role: Option<String>,
}

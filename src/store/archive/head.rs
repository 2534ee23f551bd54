//! The first and the last entry of an archive: what it is, whose it is, and how much is in it.

use super::{ArchiveError, FORMAT};
use crate::{care::Id, store::Owner};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What marks an archive of ours among other JSON.
const NAME: &str = "cairn archive";

/// What an archive says of itself, before everything else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    pub made: DateTime<Utc>,
    /// The number of the schema its rows follow: `user_version` of the store they come from.
    pub schema: u32,
    pub whose: Whose,
}

/// Whose records an archive holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// The sample patient's.
    Practice,
    /// A patient's, at their clinic.
    Patient(Owner),
}

/// How many rows there are of each table; pieces are counted by their chunks.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Inventory {
    pub rows: BTreeMap<String, u64>,
}

impl Inventory {
    pub(super) fn count(&mut self, table: &str) {
        *self.rows.entry(table.to_owned()).or_default() += 1;
    }
}

/// The head as it is written.
#[derive(Serialize, Deserialize)]
struct Written {
    name: String,
    format: u32,
    made: DateTime<Utc>,
    schema: u32,
    #[serde(default)]
    practice: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    issuer: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    patient: Option<Id>,
}

/// What can be told of a head of any version.
#[derive(Deserialize)]
struct AnyVersion {
    name: String,
    format: u32,
}

impl Head {
    pub(super) fn to_json(&self) -> Result<Vec<u8>, serde_json::Error> {
        let (issuer, patient) = match &self.whose {
            Whose::Practice => (None, None),
            Whose::Patient(owner) => (Some(owner.issuer.clone()), Some(owner.patient.clone())),
        };
        serde_json::to_vec_pretty(&Written {
            name: NAME.to_owned(),
            format: FORMAT,
            made: self.made,
            schema: self.schema,
            practice: self.whose == Whose::Practice,
            issuer,
            patient,
        })
    }

    /// Reads a head; `schemas` is how many schemas are known here.
    pub(super) fn from_json(bytes: &[u8], schemas: u32) -> Result<Self, ArchiveError> {
        let any: AnyVersion = serde_json::from_slice(bytes).map_err(|_| ArchiveError::NotAnArchive)?;
        if any.name != NAME {
            return Err(ArchiveError::NotAnArchive);
        }
        if any.format > FORMAT {
            return Err(ArchiveError::TooNew);
        }
        let head: Written = serde_json::from_slice(bytes).map_err(|_| ArchiveError::Damaged)?;
        if head.schema > schemas {
            return Err(ArchiveError::TooNew);
        }
        let whose = match (head.practice, head.issuer, head.patient) {
            (true, None, None) => Whose::Practice,
            (false, Some(issuer), Some(patient)) => Whose::Patient(Owner { issuer, patient }),
            _ => return Err(ArchiveError::Damaged),
        };
        if head.schema == 0 {
            return Err(ArchiveError::Damaged);
        }
        Ok(Self { made: head.made, schema: head.schema, whose })
    }
}

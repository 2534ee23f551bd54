//! Compares what the clinic lists with what the phone holds, and says what to look at: decided purely.
//!
//! Nothing is withdrawn by a comparison alone. A record missing from a list that is known to be complete is
//! only looked at, and the server's own word on that very record decides ([`fate`]).

use super::{
    references::names_patient,
    tidings::{Arrived, arrived},
};
use crate::{care::Id, clinic::Answer, fhir::Resource};
use std::collections::{BTreeMap, BTreeSet};

/// What the server lists of one type, as far as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Listing {
    /// The records with their versions, where the server names versions.
    pub(super) found: BTreeMap<Id, Option<String>>,
    /// Every page was read, every entry said which record it is, and none was skipped by resuming.
    pub(super) complete: bool,
}

/// What to look at, record by record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Difference {
    /// New, or in another version than ours, or without a version to compare.
    pub(super) changed: Vec<Id>,
    /// Ours, and not in the list.
    pub(super) missing: Vec<Id>,
}

/// Compares `ours` (ids and versions) with the list. `covered`: the sign-in lets us see every record of the
/// type, so that what is not listed may really be gone.
pub(super) fn compare(ours: &[(Id, Option<String>)], listing: &Listing, covered: bool) -> Difference {
    let known: BTreeMap<_, _> = ours.iter().map(|(id, version)| (id, version)).collect();
    let unchanged = |id: &Id, version: &Option<String>| version.is_some() && known.get(id) == Some(&version);
    let changed = listing.found.iter().filter(|(id, version)| !unchanged(id, version));
    let missing =
        ours.iter().filter(|(id, _)| covered && listing.complete && !listing.found.contains_key(id));
    Difference {
        changed: changed.map(|(id, _)| id.clone()).collect(),
        missing: missing.map(|(id, _)| id.clone()).collect(),
    }
}

/// What became of one record, in the server's own words.
#[derive(Debug)]
pub(super) enum Fate {
    /// It is there.
    Here(Box<Arrived>),
    /// The server says that there is no such record for this patient (any more).
    Gone,
    /// Nothing can be concluded; the next pull looks again.
    Unclear,
}

/// Judges the answer to reading the record `id` of `kind`. `missing`: it was not in a complete list, and it
/// must be of this `patient` if one is given.
pub(super) fn fate(answer: Answer, kind: &str, id: &Id, missing: Option<&Id>) -> Fate {
    let says_so = answer.kind() == Some("OperationOutcome");
    match (answer.status, answer.body) {
        (200, Some(body)) => {
            if missing.is_some_and(|patient| !names_patient(&body, patient)) {
                return Fate::Gone;
            }
            match arrived(Resource::from_value(body), kind) {
                Ok(Some(arrived)) if arrived.mirrored.id == *id => Fate::Here(Box::new(arrived)),
                _ => Fate::Unclear,
            }
        }
        (410, _) => Fate::Gone,
        // A gateway that lost its way also says 404, but not in FHIR.
        (404, _) if says_so => Fate::Gone,
        // Not ours to see any more, and not listed as ours: it is somebody else's now.
        (403, _) if missing.is_some() && says_so => Fate::Gone,
        _ => Fate::Unclear,
    }
}

/// Records of a shared type that nothing of the patient's names any more.
pub(super) fn orphans(ours: &[(Id, Option<String>)], named: Option<&BTreeSet<Id>>) -> Vec<Id> {
    let named = |id: &Id| named.is_some_and(|named| named.contains(id));
    ours.iter().map(|(id, _)| id).filter(|id| !named(id)).cloned().collect()
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;

//! Every signature of the patient's once: those put on this phone, and those the clinic's server has of another one, each with
//! what the clinic's record says of it.

use super::Records;
use crate::{
    app::commands::CONSENT,
    care::{
        Id,
        consent::{Kept, Signature, There, Word},
    },
    fhir::{self, Reading, Resource, message::record_of},
    store::{Mirrored, Reader, StoreError},
};
use chrono_tz::Tz;
use std::collections::{BTreeMap, BTreeSet};

/// What was signed.
pub(in crate::app) struct Signatures {
    /// The newest first.
    pub(in crate::app) all: Vec<Kept>,
    /// Something that was signed is at the clinic in a form that cannot be read, and is not known here.
    pub(in crate::app) unshown: bool,
}

impl Signatures {
    /// `phone`: the zone in which a time is told whose record does not name one.
    pub(in crate::app) fn load(
        reader: &Reader<'_>,
        records: &Records,
        phone: Tz,
    ) -> Result<Self, StoreError> {
        let mut there = AtClinic::of(reader.mirrored(CONSENT)?);
        let here = |signature: Signature| Kept { word: there.word(&signature.record), here: true, signature };
        let mut all: Vec<_> = reader.signatures()?.into_iter().map(here).collect();
        all.extend(there.read.into_values().map(|(one, _)| {
            let clinic = one.signature.clinic.as_ref().and_then(|id| records.clinics.get(id));
            let recipient = clinic.map(|clinic| clinic.name.clone());
            let signature = Signature { recipient, zone: one.zone.unwrap_or(phone), ..one.signature };
            Kept { signature, here: false, word: Some(one.word) }
        }));
        all.sort_by(|one, other| {
            let key = |kept: &Kept| (kept.signature.at, kept.signature.record.clone());
            key(other).cmp(&key(one))
        });
        Ok(Self { all, unshown: !there.unread.is_empty() })
    }
}

/// A signature as the clinic's server has it, with its own record.
pub(in crate::app) fn at_clinic(
    reader: &Reader<'_>,
    record: &Id,
) -> Result<Option<(There, String)>, StoreError> {
    Ok(AtClinic::of(reader.mirrored(CONSENT)?).read.remove(record))
}

/// What the clinic's server has, by the records they were made as.
struct AtClinic {
    read: BTreeMap<Id, (There, String)>,
    unread: BTreeSet<Id>,
}

impl AtClinic {
    fn of(mirrored: Vec<Mirrored>) -> Self {
        let mut all = Self { read: BTreeMap::new(), unread: BTreeSet::new() };
        for one in mirrored {
            match fhir::read_kept(&one.body, one.problem.as_deref()) {
                Some(Reading::Signed(there)) => all.put(*there, one.body),
                Some(_) => {}
                None => all.unread.extend(signed_as(&one.body)),
            }
        }
        all
    }

    /// A server that has it twice has it in force if one of them is.
    fn put(&mut self, there: There, body: String) {
        let record = there.signature.record.clone();
        let stands = |(known, _): &(There, String)| matches!(known.word, Word::InForce { .. });
        if !self.read.get(&record).is_some_and(stands) {
            self.read.insert(record, (there, body));
        }
    }

    /// Takes out what is said of one that is known here.
    fn word(&mut self, record: &Id) -> Option<Word> {
        let unclear = self.unread.remove(record).then_some(Word::Unclear);
        self.read.remove(record).map(|(there, _)| there.word).or(unclear)
    }
}

/// The record of a signature that cannot be read; `None` for what is not known to be one.
fn signed_as(body: &str) -> Option<Id> {
    let resource = Resource::parse(body).ok()?;
    record_of(&resource.raw).filter(|_| fhir::consent::is_signed(&resource))
}

//! A signed paper as it lands: under which id the clinic's server keeps it is remembered, so that a phone which did not sign it
//! can withdraw it, too.

use super::{deliver::known_as, tidings::Arrived};
use crate::{
    fhir::Reading,
    store::{StoreError, Tx},
};

/// The FHIR type of a signed paper.
pub(super) const KIND: &str = "Consent";

/// Takes note of a paper that arrived. What this phone found out by sending it stays.
pub(super) fn landed(tx: &Tx<'_>, arrived: &Arrived) -> Result<(), StoreError> {
    let Some(Reading::Signed(there)) = &arrived.reading else { return Ok(()) };
    let (record, id) = (&there.signature.record, &arrived.mirrored.id);
    let known_as = known_as(KIND, record);
    if record == id || tx.get(&known_as)?.is_some() {
        return Ok(());
    }
    tx.set(&known_as, id.as_str())
}

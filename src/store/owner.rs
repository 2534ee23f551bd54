//! Whose store this is: one clinic and one patient, for as long as the file lives.

use super::{Reader, StoreError, Tx};
use crate::care::Id;
use rusqlite::params;

/// The one patient, at the one clinic, a store belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// The base address of the clinic's FHIR server, which makes the patient's id unique.
    pub issuer: String,
    /// The patient's id at that server.
    pub patient: Id,
}

impl Tx<'_> {
    /// Says whose store this is. Saying it again is fine. Nothing can be queued before.
    ///
    /// # Errors
    /// [`StoreError::OtherOwner`] if it is somebody else's already.
    pub fn bind(&self, owner: &Owner) -> Result<(), StoreError> {
        match self.owner()? {
            Some(bound) if bound == *owner => Ok(()),
            Some(_) => Err(StoreError::OtherOwner),
            None => {
                let sql = "INSERT INTO owner (one, issuer, patient) VALUES (1, ?1, ?2)";
                self.change(sql, params![owner.issuer, owner.patient])?;
                Ok(())
            }
        }
    }
}

impl Reader<'_> {
    /// Whose store this is, if that was ever said.
    pub fn owner(&self) -> Result<Option<Owner>, StoreError> {
        self.one("SELECT issuer, patient FROM owner", [], |row| {
            Ok(Owner { issuer: row.get(0)?, patient: row.get(1)? })
        })
    }
}

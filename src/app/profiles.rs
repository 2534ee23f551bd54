//! Whose stores are on this phone: a small book kept in the keystore, so that no file names a clinic.

use super::AppError;
use crate::{
    care::Id,
    platform::{ids, secrets::Secrets},
    store::{self, StoreKey},
};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

const BOOK: &str = "profiles";
/// What stands for an issuer in practice mode. No clinic can have it: it is no address.
const PRACTICE: &str = "practice";

/// One patient's place on this phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Profile {
    /// Names the file and the secrets; says nothing about anybody.
    pub(super) place: Id,
    pub(super) owner: Owner,
}

/// Whose place it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Owner {
    /// The sample patient of practice mode.
    Practice,
    /// A patient of a clinic: the issuer and the id together are one person.
    Patient { issuer: String, patient: Id, address: String },
}

/// All places, and whose turn it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Book {
    /// The place that opens when the app starts.
    pub(super) current: Option<Id>,
    pub(super) profiles: Vec<Profile>,
}

impl Profile {
    /// A place nobody has had before.
    pub(super) fn new(owner: Owner) -> Self {
        Self { place: ids::new(), owner }
    }

    /// The store's file below `data_dir`.
    pub(super) fn file(&self, data_dir: &Path) -> PathBuf {
        data_dir.join(format!("{}.db", self.place))
    }

    /// The name of the store's key in the keystore.
    fn key_name(&self) -> String {
        format!("key-{}", self.place)
    }

    /// The name of the sign-in in the keystore.
    pub(super) fn sign_in_name(&self) -> String {
        format!("sign-in-{}", self.place)
    }

    /// True for the sample patient's place.
    pub(super) fn is_practice(&self) -> bool {
        self.owner == Owner::Practice
    }

    /// The owner as the store itself remembers it, so that a file can never be taken for another person's.
    pub(super) fn in_store(&self) -> store::Owner {
        self.owner.in_store(&self.place)
    }

    /// The store's key, if the keystore still has it.
    pub(super) fn key(&self, secrets: &dyn Secrets) -> Result<Option<StoreKey>, AppError> {
        let Some(bytes) = secrets.get(&self.key_name())? else { return Ok(None) };
        let bytes: [u8; 32] = bytes.as_slice().try_into().map_err(|_| AppError::Keybook)?;
        Ok(Some(StoreKey::from_bytes(bytes)))
    }

    /// Makes a key and keeps it. The key is in the keystore before any file is written with it.
    pub(super) fn make_key(&self, secrets: &dyn Secrets) -> Result<StoreKey, AppError> {
        let bytes = Zeroizing::new(ids::key_bytes()?);
        secrets.set(&self.key_name(), bytes.as_slice())?;
        Ok(StoreKey::from_bytes(*bytes))
    }

    /// Removes every secret of this place.
    pub(super) fn forget(&self, secrets: &dyn Secrets) -> Result<(), AppError> {
        secrets.delete(&self.sign_in_name())?;
        Ok(secrets.delete(&self.key_name())?)
    }
}

impl Book {
    /// Reads the book; an empty one if nobody has ever been here.
    pub(super) fn load(secrets: &dyn Secrets) -> Result<Self, AppError> {
        match secrets.get(BOOK)? {
            Some(bytes) => serde_json::from_slice(&bytes).map_err(|_| AppError::Keybook),
            None => Ok(Self::default()),
        }
    }

    /// Keeps the book.
    pub(super) fn save(&self, secrets: &dyn Secrets) -> Result<(), AppError> {
        let bytes = Zeroizing::new(serde_json::to_vec(self).map_err(|_| AppError::Keybook)?);
        Ok(secrets.set(BOOK, &bytes)?)
    }

    /// The place that opens when the app starts.
    pub(super) fn current(&self) -> Option<&Profile> {
        let current = self.current.as_ref()?;
        self.profiles.iter().find(|profile| profile.place == *current)
    }

    /// The place of this patient of this issuer, if there is one on the phone.
    pub(super) fn of(&self, wanted_issuer: &str, wanted: &Id) -> Option<&Profile> {
        self.profiles.iter().find(|profile| match &profile.owner {
            Owner::Patient { issuer, patient, .. } => issuer == wanted_issuer && patient == wanted,
            Owner::Practice => false,
        })
    }

    /// Puts `profile` first in line, adding or replacing it.
    pub(super) fn enter(&mut self, profile: Profile) {
        self.current = Some(profile.place.clone());
        self.profiles.retain(|other| other.place != profile.place);
        self.profiles.push(profile);
    }

    /// Nobody is here any more; the place stays for a later return unless `remove`.
    pub(super) fn leave(&mut self, place: &Id, remove: bool) {
        if self.current.as_ref() == Some(place) {
            self.current = None;
        }
        if remove {
            self.profiles.retain(|profile| profile.place != *place);
        }
    }
}

impl Owner {
    fn in_store(&self, place: &Id) -> store::Owner {
        match self {
            Self::Practice => store::Owner { issuer: PRACTICE.to_owned(), patient: place.clone() },
            Self::Patient { issuer, patient, .. } => {
                store::Owner { issuer: issuer.clone(), patient: patient.clone() }
            }
        }
    }
}

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
/// What stands for a clinic's address in practice mode. No clinic can have it: it is no address.
const PRACTICE: &str = "practice";
/// What the store of a place is called after the place's own name.
pub(super) const STORE: &str = "db";

/// A place on this phone: it names the file and the secrets, and says nothing about anybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Place(Id);

/// One patient's place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Profile {
    pub(super) place: Place,
    pub(super) owner: Owner,
}

/// Whose place it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Owner {
    /// The sample patient of practice mode.
    Practice,
    /// A patient of a clinic. The server's address and the id together are one person: an address cannot be
    /// claimed by another server, as a name that a server gives itself could.
    Patient { base: String, patient: Id },
}

/// All places, and whose turn it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Book {
    /// The place that opens when the app starts.
    pub(super) current: Option<Place>,
    pub(super) profiles: Vec<Profile>,
    /// Places whose files and secrets are to be removed, and may not be yet.
    #[serde(default)]
    pub(super) leaving: Vec<Place>,
}

impl Place {
    /// The place a store's file belongs to, if its name is that of one.
    pub(super) fn of_file(file: &Path) -> Option<Self> {
        let is_store = file.extension().is_some_and(|extension| extension == STORE);
        let name = file.file_stem().filter(|_| is_store)?.to_str()?;
        Id::new(name).ok().map(Self)
    }

    /// The store's file below `data_dir`.
    pub(super) fn file(&self, data_dir: &Path) -> PathBuf {
        data_dir.join(format!("{}.{STORE}", self.0))
    }

    fn key_name(&self) -> String {
        format!("key-{}", self.0)
    }

    /// The name of the sign-in in the keystore.
    pub(super) fn sign_in_name(&self) -> String {
        format!("sign-in-{}", self.0)
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

    /// Ends the sign-in on this phone.
    pub(super) fn forget_sign_in(&self, secrets: &dyn Secrets) -> Result<(), AppError> {
        Ok(secrets.delete(&self.sign_in_name())?)
    }

    /// Removes every secret. Without its key the file is unreadable for ever.
    pub(super) fn forget(&self, secrets: &dyn Secrets) -> Result<(), AppError> {
        secrets.delete(&self.key_name())?;
        self.forget_sign_in(secrets)
    }
}

impl Profile {
    /// A place nobody has had before.
    pub(super) fn new(owner: Owner) -> Self {
        Self { place: Place(ids::new()), owner }
    }

    /// True for the sample patient's place.
    pub(super) fn is_practice(&self) -> bool {
        self.owner == Owner::Practice
    }

    /// The owner as the store itself remembers it, so that a file can never be taken for another person's.
    pub(super) fn in_store(&self) -> store::Owner {
        match &self.owner {
            Owner::Practice => store::Owner { issuer: PRACTICE.to_owned(), patient: self.place.0.clone() },
            Owner::Patient { base, patient } => {
                store::Owner { issuer: base.clone(), patient: patient.clone() }
            }
        }
    }
}

impl Book {
    /// Reads the book. `None` if the keystore has never had one, or has lost it.
    pub(super) fn load(secrets: &dyn Secrets) -> Result<Option<Self>, AppError> {
        let bytes = secrets.get(BOOK)?;
        bytes.map(|bytes| serde_json::from_slice(&bytes).map_err(|_| AppError::Keybook)).transpose()
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

    /// The place of this owner, if there is one on the phone.
    pub(super) fn of(&self, owner: &Owner) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.owner == *owner)
    }

    /// Puts `profile` first in line, adding it if it is new.
    pub(super) fn enter(&mut self, profile: Profile) {
        self.current = Some(profile.place.clone());
        self.profiles.retain(|other| other.place != profile.place);
        self.profiles.push(profile);
    }

    /// Nobody is there any more; the place stays for a later return unless `remove`.
    pub(super) fn leave(&mut self, place: &Place, remove: bool) {
        self.current.take_if(|current| current == place);
        if remove {
            self.profiles.retain(|profile| profile.place != *place);
            self.leaving.push(place.clone());
        }
    }

    /// Forgets a place whose file is kept aside.
    pub(super) fn strike(&mut self, place: &Place) {
        self.current.take_if(|current| current == place);
        self.profiles.retain(|profile| profile.place != *place);
    }
}

//! The place of whoever is here now: their store, open, and the worker that speaks with their clinic.

use super::{
    AppError,
    profiles::{Owner, Profile},
    read::SyncTrouble,
};
use crate::{
    care::Id,
    clinic::Session,
    platform::{Platform, paths, secrets::Secrets},
    store::{self, Store, StoreKey},
    sync::Worker,
};
use std::sync::{Mutex, PoisonError};

/// An open place.
pub(super) struct Home {
    pub(super) profile: Profile,
    pub(super) store: Store,
    /// There is none in practice mode, and none once the sign-in is gone from the keystore.
    pub(super) session: Option<Session>,
    pub(super) worker: Mutex<Option<Worker>>,
    pub(super) standing: Mutex<Standing>,
}

/// How the last attempt to reach the clinic went.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Standing {
    pub(super) busy: bool,
    pub(super) trouble: Option<SyncTrouble>,
}

/// What opening a place came to.
pub(super) enum Opened {
    Open(Store),
    /// The keystore answered, and has no key for this place.
    KeyLost,
}

impl Home {
    pub(super) fn new(profile: Profile, store: Store, session: Option<Session>) -> Self {
        let gone = session.is_none() && !profile.is_practice();
        let trouble = gone.then_some(SyncTrouble::SignInAgain);
        let standing = Mutex::new(Standing { busy: false, trouble });
        Self { profile, store, session, worker: Mutex::default(), standing }
    }

    pub(super) fn is_practice(&self) -> bool {
        self.profile.is_practice()
    }

    /// Whose records these are; nobody's in practice mode, where nothing is sent.
    pub(super) fn patient(&self) -> Option<&Id> {
        match &self.profile.owner {
            Owner::Patient { patient, .. } => Some(patient),
            Owner::Practice => None,
        }
    }

    pub(super) fn standing(&self) -> Standing {
        *self.standing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn set_standing(&self, standing: Standing) {
        *self.standing.lock().unwrap_or_else(PoisonError::into_inner) = standing;
    }
}

/// Opens the store of a place that was made before. Waits for the keystore and the disk.
pub(super) fn open(platform: &Platform, profile: &Profile) -> Result<Opened, AppError> {
    match profile.key(platform.secrets.as_ref())? {
        Some(key) => Ok(Opened::Open(open_with(platform, profile, &key)?)),
        None => Ok(Opened::KeyLost),
    }
}

/// Opens a place, and makes it first if `profile` is new.
pub(super) fn open_or_make(platform: &Platform, profile: &Profile) -> Result<Store, AppError> {
    let secrets: &dyn Secrets = platform.secrets.as_ref();
    let file = profile.file(&platform.data_dir);
    match profile.key(secrets)? {
        Some(key) => open_with(platform, profile, &key),
        None if file.exists() => Err(store::StoreError::WrongKey.into()),
        None => open_with(platform, profile, &profile.make_key(secrets)?),
    }
}

fn open_with(platform: &Platform, profile: &Profile, key: &StoreKey) -> Result<Store, AppError> {
    paths::prepare(&platform.data_dir).map_err(store::StoreError::from)?;
    let store = Store::open(&profile.file(&platform.data_dir), key)?;
    let owner = profile.in_store();
    store.write(|tx| tx.bind(&owner))?;
    Ok(store)
}

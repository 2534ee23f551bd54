//! The place of whoever is here now: their store, open, and the worker that speaks with their clinic.

use super::{
    AppError,
    profiles::{Book, Owner, Place, Profile},
    read::SyncTrouble,
};
use crate::{
    care::Id,
    clinic::Session,
    platform::{Platform, paths},
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
    /// Free times are being asked for.
    pub(super) asking: bool,
    /// The server is being asked to keep a time.
    pub(super) keeping: bool,
    /// Why they could not be the last time.
    pub(super) no_times: Option<SyncTrouble>,
}

/// What opening a place came to.
pub(super) enum Opened {
    Open(Store),
    /// There is a file, and the keystore, which answered, has no key for it.
    KeyLost,
    /// There is no file, or an empty one, where something was saved before.
    FileGone,
}

impl Home {
    pub(super) fn new(profile: Profile, store: Store, session: Option<Session>) -> Self {
        let gone = session.is_none() && !profile.is_practice();
        let trouble = gone.then_some(SyncTrouble::SignInAgain);
        let standing = Mutex::new(Standing { trouble, ..Standing::default() });
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

    pub(super) fn change_standing(&self, change: impl FnOnce(&mut Standing)) {
        change(&mut self.standing.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

/// Opens the store of a place that was made before; never makes one. Waits for the keystore and the disk.
pub(super) fn open(platform: &Platform, profile: &Profile) -> Result<Opened, AppError> {
    let key = profile.place.key(platform.secrets.as_ref())?;
    if !paths::has_content(&profile.place.file(&platform.data_dir)) {
        return Ok(Opened::FileGone);
    }
    key.map_or(Ok(Opened::KeyLost), |key| open_with(platform, profile, &key).map(Opened::Open))
}

/// Makes the store of a new place. If that fails, what there is of it is removed again.
pub(super) fn make(platform: &Platform, profile: &Profile) -> Result<Store, AppError> {
    let made =
        profile.place.make_key(platform.secrets.as_ref()).and_then(|key| open_with(platform, profile, &key));
    if made.is_err() {
        remove(platform, &profile.place)?;
    }
    made
}

/// Removes a place: its key first, for without it the file cannot be read, then the file. No store may be open.
pub(super) fn remove(platform: &Platform, place: &Place) -> Result<(), AppError> {
    place.forget(platform.secrets.as_ref())?;
    let file = place.file(&platform.data_dir);
    if platform.data_dir.exists() {
        Ok(Store::erase(&file).map_err(store::StoreError::from)?)
    } else {
        Ok(())
    }
}

/// The places of files that the book does not name: it was lost together with their keys.
pub(super) fn orphans(platform: &Platform, book: Option<&Book>) -> Result<Vec<Place>, AppError> {
    let named = |place: &Place| {
        let all = book
            .iter()
            .flat_map(|book| book.profiles.iter().map(|profile| &profile.place).chain(&book.leaving));
        all.into_iter().any(|known| known == place)
    };
    let mut found = Vec::new();
    for file in paths::files(&platform.data_dir).map_err(store::StoreError::from)? {
        let Some(place) = Place::of_file(&file).filter(|place| !named(place)) else { continue };
        // One that still has its key is left over from a making that was cut off: nothing was in it yet.
        if paths::has_content(&file) && place.key(platform.secrets.as_ref())?.is_none() {
            found.push(place);
        }
    }
    Ok(found)
}

fn open_with(platform: &Platform, profile: &Profile, key: &StoreKey) -> Result<Store, AppError> {
    paths::prepare(&platform.data_dir).map_err(store::StoreError::from)?;
    let store = Store::open(&profile.place.file(&platform.data_dir), key)?;
    let owner = profile.in_store();
    store.write(|tx| tx.bind(&owner))?;
    Ok(store)
}

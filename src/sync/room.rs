//! What a run works with: the store, the clinic, and where time, names and chance come from.

use super::SyncError;
use crate::{
    care::Id,
    clinic::{FhirClient, Now},
    store::{Owner, Reader, Store, StoreError, Tx},
};
use chrono::{DateTime, Utc};
use std::{fmt, sync::Arc};
use tokio::task::spawn_blocking;

/// Where time, names and chance come from; given by whoever owns the platform.
#[derive(Clone)]
pub struct Sources {
    /// The instant it is.
    pub now: Now,
    /// A new name for a record.
    pub new_id: Arc<dyn Fn() -> Id + Send + Sync>,
    /// A number from 0 up to 1.
    pub chance: Arc<dyn Fn() -> f64 + Send + Sync>,
}

/// Everything one patient's sync works with. Cheap to clone.
#[derive(Clone)]
pub struct Room {
    pub store: Store,
    pub clinic: FhirClient,
    /// Whose store and sign-in these are.
    pub owner: Owner,
    pub sources: Sources,
    /// How many records to ask for at once.
    pub page: usize,
}

impl Room {
    /// As many records on a page as are quick to fetch and to save.
    pub const PAGE: usize = 100;

    pub(super) fn now(&self) -> DateTime<Utc> {
        (self.sources.now)()
    }

    /// Reads from the store, away from the async threads.
    pub(super) async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Reader<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, SyncError> {
        let store = self.store.clone();
        finished(spawn_blocking(move || store.read(work)).await)
    }

    /// Writes one transaction to the store, away from the async threads.
    pub(super) async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, SyncError> {
        let store = self.store.clone();
        finished(spawn_blocking(move || store.write(work)).await)
    }

    /// Refuses to go on unless store and sign-in are this owner's: nothing of one patient is ever sent as
    /// another's, nor shown to another.
    pub(super) async fn check_owner(&self) -> Result<(), SyncError> {
        let bound = self.read(|reader| reader.owner()).await?;
        let signed_in = self.clinic.patient().await;
        let same = bound.as_ref() == Some(&self.owner)
            && signed_in.is_none_or(|patient| patient == self.owner.patient);
        if same { Ok(()) } else { Err(SyncError::OtherOwner) }
    }
}

/// A task that panicked did not commit anything.
fn finished<T>(done: Result<Result<T, StoreError>, tokio::task::JoinError>) -> Result<T, SyncError> {
    match done {
        Ok(done) => Ok(done?),
        Err(_) => Err(StoreError::Bug("work on the store did not come to an end".to_owned()).into()),
    }
}

impl fmt::Debug for Sources {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sources")
    }
}

impl fmt::Debug for Room {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Room").finish_non_exhaustive()
    }
}

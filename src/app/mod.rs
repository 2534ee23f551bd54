//! Everything a patient can do, as commands (verbs) and read models (nouns).
//!
//! A command is one transaction: the record and its outbox row together; it answers what changed.
//! No SQL, no HTTP and no widgets here.

mod changed;
mod commands;
mod error;
mod home;
mod ical;
mod load;
pub mod paper;
mod profiles;
pub mod read;
mod ringing;
mod sign_in;
mod situation;
mod syncing;
mod trouble;

pub use crate::store::archive::{Passphrase, TooShort};
pub use changed::Changed;
pub use commands::{
    Adding, Finishing, NewCheckIn, NewShare, NewSideEffect, NewSignature, NewWaiting, NewWish,
    RemovedCheckIn, RemovedInsight, RemovedPractised, RemovedSideEffect, RemovedStep, Saved,
};
pub use error::{AppError, CannotBook};
pub use ical::CalendarWords;
pub use read::SyncTrouble;
pub use ringing::ReminderWords;
pub use sign_in::{Connecting, Farewell};
pub use situation::{CannotOpen, Situation};

use crate::{
    care::Id,
    platform::{Platform, microphone::Stop},
    store::{Reader, StoreError},
};
use home::Home;
use std::{
    collections::BTreeSet,
    sync::{Arc, PoisonError, RwLock},
};
use tokio::{
    sync::{Mutex, broadcast},
    task::spawn_blocking,
};

/// How many changes a screen may be behind before it is told to read everything again.
const CHANGES_KEPT: usize = 64;

/// The app: cheap to clone, safe to share, never waiting on the disk in the caller's thread.
#[derive(Clone)]
pub struct Cairn(Arc<Inner>);

struct Inner {
    platform: Platform,
    home: RwLock<Option<Arc<Home>>>,
    changes: broadcast::Sender<Changed>,
    /// Held while somebody moves in or out, so that two of those never mix.
    moving: Mutex<()>,
    ringing: ringing::Ringing,
    /// Held while a file of the person's own is written, so that there is one at a time.
    writing: std::sync::Mutex<()>,
    /// What was taken away from the journal and can still be brought back.
    on_offer: std::sync::Mutex<BTreeSet<Id>>,
    /// The recording that goes on, and what ends it; without that it is about to begin.
    recording: std::sync::Mutex<Option<(Id, Option<Stop>)>>,
}

impl std::fmt::Debug for Cairn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Cairn")
    }
}

impl Cairn {
    /// The app on this system. Nothing is opened yet: [`Cairn::start`] does that.
    #[must_use]
    pub fn new(platform: Platform) -> Self {
        let (changes, _) = broadcast::channel(CHANGES_KEPT);
        Self(Arc::new(Inner {
            platform,
            home: RwLock::new(None),
            changes,
            moving: Mutex::new(()),
            ringing: ringing::Ringing::default(),
            writing: std::sync::Mutex::default(),
            on_offer: std::sync::Mutex::default(),
            recording: std::sync::Mutex::default(),
        }))
    }

    /// What changed from now on. A receiver that falls behind reads everything again.
    #[must_use]
    pub fn changes(&self) -> broadcast::Receiver<Changed> {
        self.0.changes.subscribe()
    }

    /// The instant it is now on this phone.
    #[must_use]
    pub fn now(&self) -> chrono::DateTime<chrono::Utc> {
        self.0.platform.clock.now()
    }

    /// The zone the phone is set to.
    #[must_use]
    pub fn zone(&self) -> chrono_tz::Tz {
        self.0.platform.zone.zone()
    }

    fn tell(&self, changed: Changed) {
        // Nobody listening is fine: a screen that opens later reads everything anyway.
        let _ = self.0.changes.send(changed);
    }

    fn home(&self) -> Result<Arc<Home>, AppError> {
        let home = self.0.home.read().unwrap_or_else(PoisonError::into_inner);
        home.clone().ok_or(AppError::NobodyHere)
    }

    fn put_home(&self, home: Option<Arc<Home>>) -> Option<Arc<Home>> {
        let mut place = self.0.home.write().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut *place, home)
    }

    /// Reads from the store of whoever is here.
    async fn look<T: Send + 'static>(
        &self,
        look: impl FnOnce(&Home, &Reader<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, AppError> {
        let home = self.home()?;
        background(move || Ok(home.store.read(|reader| look(&home, reader))?)).await
    }
}

/// Runs what waits for the disk or the keystore on a thread of its own.
async fn background<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, AppError> + Send + 'static,
) -> Result<T, AppError> {
    spawn_blocking(work).await.map_err(|_| AppError::Interrupted)?
}

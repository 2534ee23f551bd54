//! Moving in and out: starting the app, signing out, setting a damaged place aside.
//!
//! Each move is written down in the book before anybody sees it, and a move that was cut off is finished at
//! the next start.

use crate::{
    app::{
        AppError, Cairn, CannotOpen, Changed, Situation, background,
        commands::{tidy, tidy_reasons},
        home::{self, Home, Opened},
        profiles::{Book, Place, Profile},
    },
    clinic::{Http, Session},
    platform::Platform,
    store::{self, Store, StoreError},
};
use chrono::{DateTime, Utc};
use std::{io, sync::Arc, thread, time::Duration};
use tokio::time::timeout;

/// How long signing out waits for the clinic to be told; on this phone it is over by then.
const TELLING: Duration = Duration::from_secs(5);
/// How long removing waits for screens that are still reading.
const READING: Duration = Duration::from_secs(2);

impl Cairn {
    /// Opens the place of whoever was here last. To be called when the app starts, and to try again.
    pub async fn start(&self) -> Situation {
        let _moving = self.0.moving.lock().await;
        if let Ok(home) = self.home() {
            return Situation::from(&home.profile.owner);
        }
        self.sweep_files().await;
        let situation = match self.reopen().await {
            Ok(situation) => situation,
            Err(error) => {
                tracing::warn!(%error, "the place of this patient does not open");
                Situation::CannotOpen(CannotOpen::because(&error))
            }
        };
        self.tell(Changed::Situation);
        situation
    }

    /// Opens the place that is first in line. The caller holds the lock on moving.
    pub(in crate::app) async fn reopen(&self) -> Result<Situation, AppError> {
        let cairn = self.clone();
        let found = background(move || look_for_place(&cairn.0.platform)).await?;
        Ok(match found {
            Found::Nobody => {
                self.silence().await;
                Situation::Welcome
            }
            Found::Place(Opened::KeyLost, _) | Found::KeysLost => Situation::CannotOpen(CannotOpen::KeyLost),
            Found::Place(Opened::FileGone, _) => Situation::CannotOpen(CannotOpen::FileGone),
            Found::Place(Opened::Open(store), profile) => {
                let situation = Situation::from(&profile.owner);
                self.move_in(Http::new()?, profile, store).await;
                situation
            }
        })
    }

    /// Puts a place that does not open aside, kept as it is, so that the phone can be used again.
    pub async fn set_aside(&self) -> Result<(), AppError> {
        let _moving = self.0.moving.lock().await;
        if self.home().is_ok() {
            // Trying again opened it meanwhile.
            return Ok(());
        }
        let (cairn, now) = (self.clone(), self.now());
        background(move || put_aside(&cairn.0.platform, now)).await?;
        self.silence().await;
        self.tell(Changed::Situation);
        Ok(())
    }

    /// Leaves this place and signs out at the clinic. With `remove` everything of it on this phone goes,
    /// also what the clinic has not got yet; without, it waits for the same patient to return.
    pub async fn sign_out(&self, remove: bool) -> Result<(), AppError> {
        self.undisturbed(move |cairn| async move {
            let _moving = cairn.0.moving.lock().await;
            let home = cairn.home()?;
            let session = home.session.clone();
            cairn.move_out(home, remove).await?;
            cairn.tell(Changed::Situation);
            if let Some(session) = session {
                match timeout(TELLING, session.sign_out()).await {
                    Ok(Ok(())) => {}
                    Ok(Err(error)) => tracing::warn!(%error, "the sign-in was not cleared twice"),
                    Err(_) => tracing::info!("the clinic was not told of the sign-out in time"),
                }
            }
            Ok(())
        })
        .await
    }

    /// Makes `store` the place everything reads from, and begins to speak with its clinic if it can.
    pub(in crate::app) async fn move_in(&self, http: Http, profile: Profile, store: Store) {
        let session = if profile.is_practice() {
            None
        } else {
            // Whatever is wrong with the sign-in, the place itself is fully usable without it.
            let opened =
                Session::open(http.clone(), self.token_store(&profile.place), self.clinic_now()).await;
            opened.unwrap_or_else(|error| {
                tracing::warn!(%error, "the sign-in cannot be used");
                None
            })
        };
        let home = Arc::new(Home::new(profile, store, session));
        let (untidy, now) = (Arc::clone(&home), self.now());
        let tidied = background(move || Ok(tidy(&untidy, now).and_then(|()| tidy_reasons(&untidy, now))?));
        if let Err(error) = tidied.await {
            tracing::warn!(%error, "what was being written was not tidied up");
        }
        self.put_home(Some(Arc::clone(&home)));
        self.begin_sync(http, &home).await;
    }

    /// Leaves a place. With `remove` its file and its secrets go as well; otherwise only the sign-in. If the
    /// leaving cannot be written down, everything stays as it was.
    pub(in crate::app) async fn move_out(&self, home: Arc<Home>, remove: bool) -> Result<(), AppError> {
        home.stop().await;
        let (cairn, place) = (self.clone(), home.profile.place.clone());
        let written = background(move || {
            let secrets = cairn.0.platform.secrets.as_ref();
            let mut book = Book::load(secrets)?.unwrap_or_default();
            book.leave(&place, remove);
            book.save(secrets)?;
            place.forget_sign_in(secrets)
        });
        if let Err(error) = written.await {
            self.begin_sync(Http::new()?, &home).await;
            return Err(error);
        }
        self.put_home(None);
        self.silence().await;
        if !remove {
            return Ok(());
        }
        self.sweep_files().await;
        let cairn = self.clone();
        background(move || {
            close(home);
            finish_leaving(&cairn.0.platform)
        })
        .await
    }

    /// Nothing rings for somebody who left. What cannot be silenced now is tried again at the next start.
    async fn silence(&self) {
        if let Err(error) = self.let_go_of_reminders().await {
            tracing::warn!(%error, "the reminders were not let go of");
        }
    }

    /// Does `work` to its end, even if whoever asked for it stops waiting.
    pub(in crate::app) async fn undisturbed<F>(
        &self,
        work: impl FnOnce(Self) -> F + Send + 'static,
    ) -> Result<(), AppError>
    where
        F: Future<Output = Result<(), AppError>> + Send + 'static,
    {
        tokio::spawn(work(self.clone())).await.map_err(|_| AppError::Interrupted)?
    }
}

/// Who is first in line.
enum Found {
    Nobody,
    Place(Opened, Profile),
    /// Files are here whose keys, and the book with them, are gone from the keystore.
    KeysLost,
}

fn look_for_place(platform: &Platform) -> Result<Found, AppError> {
    let book = Book::load(platform.secrets.as_ref())?;
    let left = match &book {
        Some(book) if !book.leaving.is_empty() => finish_leaving(platform),
        _ => Ok(()),
    };
    if let Some(profile) = book.as_ref().and_then(Book::current) {
        if let Err(error) = left {
            // Whoever is here is not kept out by it; the next start tries again.
            tracing::warn!(%error, "a place is to be removed and is still there");
        }
        return Ok(Found::Place(home::open(platform, profile)?, profile.clone()));
    }
    left?;
    let lost = !home::orphans(platform, book.as_ref())?.is_empty();
    Ok(if lost { Found::KeysLost } else { Found::Nobody })
}

fn put_aside(platform: &Platform, now: DateTime<Utc>) -> Result<(), AppError> {
    let secrets = platform.secrets.as_ref();
    let mut book = Book::load(secrets)?.unwrap_or_default();
    let mut places = home::orphans(platform, Some(&book))?;
    places.extend(book.current.clone());
    for place in &places {
        match store::quarantine(&place.file(&platform.data_dir), now) {
            Ok(_) => {}
            // Gone already, or put aside by a move that was cut off.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(StoreError::from(error).into()),
        }
        // The key, if it is still there, stays: with it the file can be opened where it is kept.
        place.forget_sign_in(secrets)?;
        book.strike(place);
    }
    book.save(secrets)
}

/// Removes the places that are to be removed. Cut off, it is done again at the next start.
pub(super) fn finish_leaving(platform: &Platform) -> Result<(), AppError> {
    let secrets = platform.secrets.as_ref();
    let mut book = Book::load(secrets)?.unwrap_or_default();
    let leaving: Vec<Place> = std::mem::take(&mut book.leaving);
    leaving.iter().try_for_each(|place| home::remove(platform, place))?;
    book.save(secrets)
}

/// As [`finish_leaving`], where something else is told: what cannot be removed now is removed at the next start.
pub(super) fn try_to_finish_leaving(platform: &Platform) {
    if let Err(error) = finish_leaving(platform) {
        tracing::warn!(%error, "a place is to be removed and is still there");
    }
}

/// Closes the store, once the screens that are still reading from it are done.
pub(super) fn close(home: Arc<Home>) {
    let step = Duration::from_millis(20);
    let mut waited = Duration::ZERO;
    while Arc::strong_count(&home) > 1 && waited < READING {
        thread::sleep(step);
        waited += step;
    }
    drop(home);
}

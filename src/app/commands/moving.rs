//! Moving in and out: starting the app, signing out, setting a damaged place aside.

use crate::{
    app::{
        AppError, Cairn, CannotOpen, Changed, Situation, background,
        home::{self, Home, Opened},
        profiles::{Book, Profile},
    },
    clinic::{ClinicError, Http, Session},
    store::{self, Store},
};
use std::sync::Arc;

impl Cairn {
    /// Opens the place of whoever was here last. To be called when the app starts, and to try again.
    pub async fn start(&self) -> Situation {
        let _moving = self.0.moving.lock().await;
        if let Ok(home) = self.home() {
            return Situation::from(&home.profile.owner);
        }
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

    async fn reopen(&self) -> Result<Situation, AppError> {
        let cairn = self.clone();
        let opened = background(move || {
            let platform = &cairn.0.platform;
            let Some(profile) = Book::load(platform.secrets.as_ref())?.current().cloned() else {
                return Ok(None);
            };
            Ok(Some((home::open(platform, &profile)?, profile)))
        })
        .await?;
        Ok(match opened {
            None => Situation::Welcome,
            Some((Opened::KeyLost, _)) => Situation::CannotOpen(CannotOpen::KeyLost),
            Some((Opened::Open(store), profile)) => {
                let situation = Situation::from(&profile.owner);
                self.move_in(Http::new()?, profile, store).await?;
                situation
            }
        })
    }

    /// Puts a place that does not open aside, kept as it is, so that the phone can be used again.
    pub async fn set_aside(&self) -> Result<(), AppError> {
        let _moving = self.0.moving.lock().await;
        let (cairn, now) = (self.clone(), self.now());
        background(move || {
            let platform = &cairn.0.platform;
            let mut book = Book::load(platform.secrets.as_ref())?;
            if let Some(profile) = book.current().cloned() {
                store::quarantine(&profile.file(&platform.data_dir), now).map_err(store::StoreError::from)?;
                book.leave(&profile.place, true);
                book.save(platform.secrets.as_ref())?;
            }
            Ok(())
        })
        .await?;
        self.tell(Changed::Situation);
        Ok(())
    }

    /// Signs out at the clinic and leaves this place. With `remove` everything of it on this phone goes,
    /// also what the clinic has not got yet; without, it waits for the same patient to return.
    pub async fn sign_out(&self, remove: bool) -> Result<(), AppError> {
        let _moving = self.0.moving.lock().await;
        let home = self.home()?;
        if let Some(session) = &home.session {
            home.stop().await;
            if let Err(error) = session.sign_out().await {
                // Still signed in, so everything goes on as before.
                self.begin_sync(Http::new()?, &home).await;
                return Err(ClinicError::from(error).into());
            }
        }
        self.move_out(&home, remove).await?;
        self.tell(Changed::Situation);
        Ok(())
    }

    /// Makes `store` the place everything reads from, and begins to speak with its clinic if it has one.
    pub(in crate::app) async fn move_in(
        &self,
        http: Http,
        profile: Profile,
        store: Store,
    ) -> Result<(), AppError> {
        let session = if profile.is_practice() {
            None
        } else {
            Session::open(http.clone(), self.token_store(&profile), self.clinic_now()).await?
        };
        let home = Arc::new(Home::new(profile, store, session));
        self.put_home(Some(Arc::clone(&home)));
        self.begin_sync(http, &home).await;
        Ok(())
    }

    /// Leaves a place. With `remove` its file and its secrets go as well.
    pub(in crate::app) async fn move_out(&self, home: &Arc<Home>, remove: bool) -> Result<(), AppError> {
        home.stop().await;
        self.put_home(None);
        let (cairn, home) = (self.clone(), Arc::clone(home));
        background(move || {
            let platform = &cairn.0.platform;
            let mut book = Book::load(platform.secrets.as_ref())?;
            book.leave(&home.profile.place, remove);
            book.save(platform.secrets.as_ref())?;
            if remove {
                Store::erase(&home.profile.file(&platform.data_dir)).map_err(store::StoreError::from)?;
                home.profile.forget(platform.secrets.as_ref())?;
            }
            Ok(())
        })
        .await
    }
}

//! Bringing everything back from a copy: into a place of its own, which takes the old one's turn in one step or not at
//! all.
//!
//! The new place is written down as one to be removed before anything is in it. So whatever cuts the work off, the next
//! start finds the old place as it was and removes the half-made one; only the one write to the book that makes the new
//! place current also puts the old one on the list.

use super::moving::{close, try_to_finish_leaving};
use crate::{
    app::{
        AppError, Cairn, Changed, background,
        home::{self, Home, Opened},
        load::remember_copy,
        profiles::{Book, Owner, Profile},
    },
    clinic::Http,
    platform::Platform,
    store::{
        Store, StoreError,
        archive::{self, ArchiveError, Head, Passphrase, Target, Whose},
    },
};
use std::{
    fs::File,
    path::{Path, PathBuf},
    sync::Arc,
};

impl Cairn {
    /// Opens the copy in `file` and puts what is in it in the place of what is here. Whoever is here stays signed in;
    /// where nobody is, signing in comes next.
    ///
    /// # Errors
    /// [`AppError::Archive`] for a copy that does not open; [`AppError::OtherPatient`] for somebody else's;
    /// [`AppError::WouldLose`] if there are things here that the copy has not, unless `replace`. After any error everything
    /// here is as it was. Where none is told, the copy is here; whether it opens, [`Cairn::start`] says.
    pub async fn bring_back(
        &self,
        file: PathBuf,
        passphrase: Passphrase,
        replace: bool,
    ) -> Result<(), AppError> {
        self.undisturbed(move |cairn| async move {
            let _moving = cairn.0.moving.lock().await;
            let phone = cairn.clone();
            let here = cairn.home().ok().map(|home| home.profile.owner.clone());
            let made = background(move || {
                let made = make(&phone.0.platform, &file, &passphrase, here.as_ref());
                if made.is_err() {
                    try_to_finish_leaving(&phone.0.platform);
                }
                made
            });
            let profile = made.await?;
            cairn.change_over(profile, replace).await?;
            cairn.tell(Changed::Situation);
            Ok(())
        })
        .await
    }

    /// Nothing is written here from now on; then the new place is compared with this one and takes its turn, or this one
    /// goes on.
    async fn change_over(&self, new: Profile, replace: bool) -> Result<(), AppError> {
        let home = self.put_home(None);
        if let Some(home) = &home {
            home.stop().await;
            if let Some(session) = &home.session {
                // A renewal that is under way holds this; once it is over the sign-in can be handed on.
                session.tokens().await;
            }
        }
        let (cairn, open) = (self.clone(), home.clone());
        let changed = background(move || {
            let platform = &cairn.0.platform;
            let turned = turn(platform, open.as_deref(), &new, replace);
            if turned.is_err() {
                try_to_finish_leaving(platform);
            }
            turned
        });
        if let Err(error) = changed.await {
            if let Some(home) = home {
                self.put_home(Some(Arc::clone(&home)));
                self.begin_sync(Http::new()?, &home).await;
            }
            return Err(error);
        }
        // From here on it is done: an error would say that nothing was changed.
        let cairn = self.clone();
        let closed = background(move || {
            if let Some(home) = home {
                close(home);
            }
            try_to_finish_leaving(&cairn.0.platform);
            Ok(())
        });
        let reopened = match closed.await {
            Ok(()) => self.reopen().await.map(drop),
            Err(error) => Err(error),
        };
        if let Err(error) = reopened {
            tracing::warn!(%error, "what was brought back does not open yet");
        }
        Ok(())
    }
}

/// Reads the copy into a new place that is on the list of those to be removed.
fn make(
    platform: &Platform,
    file: &Path,
    passphrase: &Passphrase,
    here: Option<&Owner>,
) -> Result<Profile, AppError> {
    let from = File::open(file).map_err(ArchiveError::Io)?;
    let mut made = None;
    archive::restore(from, passphrase, |head| {
        let (profile, target) = begin(platform, head, here)?;
        made = Some((profile, head.made));
        Ok::<_, AppError>(target)
    })?;
    let (profile, at) = made.ok_or(AppError::Interrupted)?;
    let store = opened(platform, &profile)?.ok_or(AppError::Interrupted)?;
    store.write(|tx| remember_copy(tx, at))?;
    Ok(profile)
}

/// A new place for whose copy this is, if they may come in.
fn begin(platform: &Platform, head: &Head, here: Option<&Owner>) -> Result<(Profile, Target), AppError> {
    let owner = match &head.whose {
        Whose::Practice => Owner::Practice,
        Whose::Patient(owner) => {
            Owner::Patient { base: owner.issuer.clone(), patient: owner.patient.clone() }
        }
    };
    if here.is_some_and(|here| *here != owner) {
        return Err(AppError::OtherPatient);
    }
    let secrets = platform.secrets.as_ref();
    let profile = Profile::new(owner);
    let mut book = Book::load(secrets)?.unwrap_or_default();
    book.leaving.push(profile.place.clone());
    book.save(secrets)?;
    crate::platform::paths::prepare(&platform.data_dir).map_err(StoreError::from)?;
    let target = Target {
        path: profile.place.file(&platform.data_dir),
        key: profile.place.make_key(secrets)?,
        owner: profile.in_store(),
    };
    Ok((profile, target))
}

/// Gives the new place the turn of the old one of the same owner, if there is one.
fn turn(platform: &Platform, open: Option<&Home>, new: &Profile, replace: bool) -> Result<(), AppError> {
    let secrets = platform.secrets.as_ref();
    let mut book = Book::load(secrets)?.unwrap_or_default();
    let old = book.of(&new.owner).cloned();
    if let Some(old) = old.as_ref().filter(|_| !replace) {
        let there = opened(platform, new)?.ok_or(AppError::Interrupted)?;
        let kept = open.map_or_else(|| opened(platform, old), |home| Ok(Some(home.store.clone())))?;
        // One whose key or file is lost has nothing that could be kept.
        let missing = kept.map_or(Ok(0), |kept| archive::lacking(&kept, &there))?;
        if missing > 0 {
            return Err(AppError::WouldLose(missing));
        }
    }
    if let Some(old) = &old {
        if let Some(sign_in) = secrets.get(&old.place.sign_in_name())? {
            secrets.set(&new.place.sign_in_name(), &sign_in)?;
        }
        book.leave(&old.place, true);
    }
    book.leaving.retain(|place| *place != new.place);
    book.enter(new.clone());
    // With this one write the new place is the one that opens, and the old one is to be removed.
    book.save(secrets)
}

fn opened(platform: &Platform, profile: &Profile) -> Result<Option<Store>, AppError> {
    Ok(match home::open(platform, profile)? {
        Opened::Open(store) => Some(store),
        Opened::KeyLost | Opened::FileGone => None,
    })
}

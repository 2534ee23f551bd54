//! Taking everything along: one sealed file in the person's own folder, tried at once before it is said to be there.

use super::share::telling;
use crate::{
    app::{
        AppError, Cairn, Changed, background,
        home::Home,
        load::{self, own::COPY},
        profiles::Owner,
        read::Taken,
    },
    care::time,
    platform::files::{self, Files, Fresh},
    store::{
        StoreError,
        archive::{self, ArchiveError, Effort, Passphrase, Whose},
    },
};
use chrono::{DateTime, NaiveDate, Utc};
use std::{
    io::{BufWriter, Write},
    path::Path,
    sync::{MutexGuard, PoisonError},
};

impl Cairn {
    /// Writes everything that is kept here into one file under `passphrase`, and reads it back before it gets its name:
    /// when this returns, there is a file that opens. What the patient removed and can no longer bring back is not in it.
    pub async fn take_along(&self, passphrase: Passphrase) -> Result<Taken, AppError> {
        let (cairn, home) = (self.clone(), self.home()?);
        let (now, day) = (self.now(), time::day_of(self.now(), self.zone()));
        let taken = background(move || {
            let _alone = cairn.one_file_at_a_time();
            let spared = cairn.offers().clone();
            telling(&home, now, |told| home.store.purge_all_but(&spared, now, told))?;
            let fresh = begin(cairn.0.platform.files.as_ref())?;
            let fresh = write(&home, fresh, &passphrase, now)?;
            archive::check(fresh.read_back().map_err(ArchiveError::Io)?, &passphrase)?;
            keep(fresh, day, COPY)
        })
        .await?;
        self.tell(Changed::Journal);
        Ok(taken)
    }

    /// Writes `bytes` into a file of the person's own, its name ending in `.ending`.
    pub(in crate::app) async fn hand_over(
        &self,
        bytes: Vec<u8>,
        ending: &'static str,
    ) -> Result<Taken, AppError> {
        let (cairn, day) = (self.clone(), time::day_of(self.now(), self.zone()));
        background(move || {
            let _alone = cairn.one_file_at_a_time();
            let mut fresh = begin(cairn.0.platform.files.as_ref())?;
            fresh.write_all(&bytes).map_err(StoreError::from)?;
            keep(fresh, day, ending)
        })
        .await
    }
}

impl Cairn {
    /// Removes what a kill left half written in the person's folder: it may be in clear. Where a file is just being written
    /// there is nothing to remove. What cannot be removed is tried again at the next start.
    pub(in crate::app) async fn sweep_files(&self) {
        let cairn = self.clone();
        let swept = background(move || {
            let Ok(_alone) = cairn.0.writing.try_lock() else { return Ok(()) };
            match cairn.0.platform.files.folder() {
                Ok(folder) => Ok(files::sweep(&folder).map_err(StoreError::from)?),
                Err(_) => Ok(()),
            }
        });
        if let Err(error) = swept.await {
            tracing::warn!(%error, "what was left half written is still there");
        }
    }

    fn one_file_at_a_time(&self) -> MutexGuard<'_, ()> {
        self.0.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn begin(files: &dyn Files) -> Result<Fresh, AppError> {
    Ok(Fresh::begin(&files.folder()?).map_err(StoreError::from)?)
}

fn write(home: &Home, fresh: Fresh, passphrase: &Passphrase, now: DateTime<Utc>) -> Result<Fresh, AppError> {
    let whose = match &home.profile.owner {
        Owner::Practice => Whose::Practice,
        Owner::Patient { .. } => Whose::Patient(home.profile.in_store()),
    };
    let (written, _) = home.store.export(
        BufWriter::new(fresh),
        (passphrase, Effort::PHONE),
        (whose, now),
        |reader, shelf| load::lay_out(home.patient(), reader, shelf),
    )?;
    Ok(written.into_inner().map_err(|error| StoreError::from(error.into_error()))?)
}

/// Makes the file last, gives it its name, and says where it is.
fn keep(fresh: Fresh, day: NaiveDate, ending: &str) -> Result<Taken, AppError> {
    let path = fresh.keep(day, ending).map_err(StoreError::from)?;
    let shown = |part: Option<&Path>| part.map(|part| part.display().to_string()).unwrap_or_default();
    let size = std::fs::metadata(&path).map_err(StoreError::from)?.len();
    Ok(Taken { name: shown(path.file_name().map(Path::new)), folder: shown(path.parent()), size })
}

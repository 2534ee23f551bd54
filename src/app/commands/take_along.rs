//! Taking everything along: one sealed file in the person's own folder, tried at once before it is said to be there.

use super::{UNDO, share::telling};
use crate::{
    app::{
        AppError, Cairn, Changed, background,
        home::Home,
        load::{self, own::COPY},
        profiles::Owner,
        read::Taken,
    },
    care::time,
    platform::files::{Files, Fresh},
    store::{
        StoreError,
        archive::{self, ArchiveError, Effort, Passphrase, Whose},
    },
};
use chrono::{DateTime, NaiveDate, Utc};
use std::{
    fs::File,
    io::{BufWriter, Write},
    path::Path,
};

impl Cairn {
    /// Writes everything that is kept here into one file under `passphrase`, and reads it back before it gets its name:
    /// when this returns, there is a file that opens. What the patient removed and can no longer bring back is not in it.
    pub async fn take_along(&self, passphrase: Passphrase) -> Result<Taken, AppError> {
        let (cairn, home) = (self.clone(), self.home()?);
        let (now, day) = (self.now(), time::day_of(self.now(), self.zone()));
        let taken = background(move || {
            telling(&home, now, |told| home.store.write(|tx| tx.purge_entries(now - UNDO, now, told)))?;
            let fresh = begin(cairn.0.platform.files.as_ref())?;
            let fresh = write(&home, fresh, &passphrase, now)?;
            archive::check(File::open(fresh.path()).map_err(ArchiveError::Io)?, &passphrase)?;
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
            let mut fresh = begin(cairn.0.platform.files.as_ref())?;
            fresh.write_all(&bytes).map_err(StoreError::from)?;
            keep(fresh, day, ending)
        })
        .await
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

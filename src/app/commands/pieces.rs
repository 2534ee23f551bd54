//! Adding to a page what is no words, naming it, taking it away and bringing it back. It goes nowhere by itself.

mod cleaned;

use super::{journal::back_or_too_late, share::telling};
use crate::{
    app::{AppError, Cairn, Changed, background},
    care::{
        Id, Private,
        journal::{Cleaner, Media, NotTaken, Piece, Unclean},
    },
    platform::{ids, paths},
    store::{NotCopied, Store, StoreError},
};
use chrono::{DateTime, TimeDelta, Utc};
use cleaned::Cleaned;
use std::{
    fs::File,
    io::{self, Cursor, Read},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

/// How long a piece that was taken away can be brought back: the ten seconds it is offered, and the time somebody may hold
/// the offer open by pointing at it. Then its bytes are overwritten.
const KEPT_FOR: TimeDelta = TimeDelta::seconds(30);
const KEPT_FOR_AT_MOST: Duration = Duration::from_secs(31);
/// Room that is left alone, in bytes: the phone itself needs some, and so does the next line that is written.
const SPARE: u64 = 32 * 1024 * 1024;

/// What became of adding a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Adding {
    Added(Id),
    /// Nothing was added.
    Refused(NotTaken),
}

impl Cairn {
    /// Copies a file the patient chose onto the page `entry`, without the notes it carries on where and when it was made.
    /// What it is, its own bytes say; its name is not kept. It is there for others to see once all of it is on the disk.
    pub async fn add_piece(&self, entry: Id, file: PathBuf) -> Result<Adding, AppError> {
        let (home, now) = (self.home()?, self.now());
        let folder = self.0.platform.data_dir.clone();
        let open = Arc::clone(&home);
        let adding = background(move || add(&open.store, &folder, entry, &file, now)).await?;
        self.tell(Changed::Journal);
        Ok(adding)
    }

    /// Keeps what a piece shows or says, in the patient's words. Blank words are none.
    pub async fn name_piece(&self, id: Id, title: Private) -> Result<(), AppError> {
        self.with_journal(move |_, tx| tx.name_piece(&id, Some(&title).filter(|title| !title.is_blank())))
            .await
    }

    /// Takes a piece away. For a while it can be brought back; then it is deleted for good. Nothing of it leaves meanwhile.
    pub async fn remove_piece(&self, id: Id) -> Result<(), AppError> {
        let now = self.now();
        self.offers().insert(id.clone());
        self.with_journal(move |_, tx| tx.remove_piece(&id, now).map(drop)).await?;
        self.purge_pieces_later();
        Ok(())
    }

    /// Sees to it that what was just taken away is deleted once it cannot be brought back any more.
    pub(in crate::app) fn purge_pieces_later(&self) {
        let cairn = self.clone();
        tokio::spawn(async move {
            tokio::time::sleep(KEPT_FOR_AT_MOST).await;
            if let Err(error) = cairn.purge_pieces().await {
                // The next start does it.
                tracing::warn!(%error, "what was taken away is not deleted yet");
            }
        });
    }

    /// Brings a piece back that was just taken away.
    ///
    /// # Errors
    /// [`AppError::TooLate`] once it is deleted.
    pub async fn bring_piece_back(&self, id: Id) -> Result<(), AppError> {
        let piece = id.clone();
        let back = self.with_journal(move |_, tx| tx.bring_piece_back(&piece)).await?;
        self.offers().remove(&id);
        back_or_too_late(back)?;
        self.delivery_changed()
    }

    /// Deletes a piece that was taken away for good, unless it was brought back: nobody offers that any more. What was shared
    /// with it in it and did not leave yet does not leave any more; see [`Store::purge_piece`].
    pub async fn purge_piece(&self, id: Id) -> Result<(), AppError> {
        let (home, now) = (self.home()?, self.now());
        self.offers().remove(&id);
        let gone =
            background(move || Ok(telling(&home, now, |told| home.store.purge_piece(&id, now, told))?));
        if gone.await? { self.delivery_changed() } else { Ok(()) }
    }

    /// Deletes for good what was taken away long enough ago, as [`Cairn::purge_piece`] does.
    pub async fn purge_pieces(&self) -> Result<(), AppError> {
        let (home, now) = (self.home()?, self.now());
        let gone = background(move || {
            Ok(telling(&home, now, |told| home.store.purge_pieces(now - KEPT_FOR, now, told))?)
        });
        if gone.await? > 0 { self.delivery_changed() } else { Ok(()) }
    }
}

fn add(store: &Store, folder: &Path, entry: Id, file: &Path, now: DateTime<Utc>) -> Result<Adding, AppError> {
    let (media, source) = match look(folder, file) {
        Ok(found) => found,
        Err(why) => return Ok(Adding::Refused(why)),
    };
    let piece = Piece { id: ids::new(), entry, media, title: None, made: now, size: 0 };
    let most = media.kind().most();
    let copied = match Cleaner::of(media) {
        Some(cleaner) => store.copy_piece(&piece, &mut Cleaned::new(source, cleaner), most),
        None => store.copy_piece(&piece, &mut { source }, most),
    };
    match copied {
        Ok(_) => Ok(Adding::Added(piece.id)),
        Err(NotCopied::TooLarge { most }) => Ok(Adding::Refused(NotTaken::TooLarge { most })),
        Err(NotCopied::Source(error)) => {
            let broken = error.downcast::<Unclean>().is_ok();
            Ok(Adding::Refused(if broken { NotTaken::Broken } else { NotTaken::Unread }))
        }
        Err(NotCopied::Store(StoreError::NoSpace)) => Ok(Adding::Refused(NotTaken::NoRoom)),
        Err(NotCopied::Store(error)) => Err(error.into()),
    }
}

type Source = io::Chain<Cursor<Vec<u8>>, File>;

/// What a file is, and its bytes from the first on, if it may be taken at all.
fn look(folder: &Path, file: &Path) -> Result<(Media, Source), NotTaken> {
    let (mut file, size) = paths::open_chosen(file).map_err(|_| NotTaken::Unread)?;
    let mut beginning = Vec::with_capacity(Media::BEGINNING);
    let first = file.by_ref().take(Media::BEGINNING as u64).read_to_end(&mut beginning);
    first.map_err(|_| NotTaken::Unread)?;
    let media = Media::of_beginning(&beginning)?;
    let most = media.kind().most();
    if size > most {
        return Err(NotTaken::TooLarge { most });
    }
    if paths::room_left(folder).is_some_and(|left| left < size + SPARE) {
        return Err(NotTaken::NoRoom);
    }
    Ok((media, Cursor::new(beginning).chain(file)))
}

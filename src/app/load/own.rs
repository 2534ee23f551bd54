//! Puts together what there is to know about the patient's own record, and finds the copies of it.

use crate::{
    app::{
        AppError, Cairn, background,
        commands::ASKED,
        read::{Copies, CopyFound, DeletionAsked, OwnRecord},
    },
    care::{Delivery, Id},
    platform::files,
    store::{Reader, StoreError},
};

/// What the files of copies end in: age's own ending, so that a person knows what opens them.
pub(in crate::app) const COPY: &str = "age";

impl Cairn {
    /// What there is to know before the record is taken along or deleted.
    pub async fn own_record(&self) -> Result<OwnRecord, AppError> {
        self.look(|home, reader| {
            Ok(OwnRecord {
                practice: home.is_practice(),
                counts: reader.delivery_count()?,
                asked: asked(reader)?.map(|(_, asked)| asked),
            })
        })
        .await
    }

    /// The copies where the person keeps files. Needs nobody to be here.
    pub async fn copies(&self) -> Result<Copies, AppError> {
        let cairn = self.clone();
        background(move || {
            let Ok(folder) = cairn.0.platform.files.folder() else {
                return Ok(Copies { folder: None, found: Vec::new() });
            };
            let found = files::found(&folder, COPY).map_err(StoreError::from)?;
            let copy = |one: files::Found| CopyFound {
                path: one.path,
                name: one.name,
                size: one.size,
                changed: one.changed,
            };
            Ok(Copies {
                folder: Some(folder.display().to_string()),
                found: found.into_iter().map(copy).collect(),
            })
        })
        .await
    }
}

/// The request to the clinic that was made last, and where it is. A request that was taken back was never made.
pub(in crate::app) fn asked(reader: &Reader<'_>) -> Result<Option<(Id, DeletionAsked)>, StoreError> {
    let Some((id, at)) = reader.get(ASKED)?.as_deref().and_then(parse) else { return Ok(None) };
    let delivery: Option<Delivery> = reader.delivery(&id)?;
    Ok(delivery.map(|delivery| (id, DeletionAsked { at, delivery })))
}

fn parse(kept: &str) -> Option<(Id, chrono::DateTime<chrono::Utc>)> {
    let (id, at) = kept.split_once(' ')?;
    Some((Id::new(id).ok()?, chrono::DateTime::parse_from_rfc3339(at).ok()?.to_utc()))
}

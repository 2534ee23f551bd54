//! Puts the settings together: the truth about what is where.

use super::Records;
use crate::{
    app::{
        AppError, Cairn,
        commands::LANGUAGE,
        profiles::Owner,
        read::{Language, QueueLine, SignIn, SyncDetails, SyncState, SyncTrouble, UnreadLine},
    },
    care::Delivery,
    sync,
};

/// How many lines of what was sent the details show.
const QUEUE_SHOWN: usize = 200;

impl Cairn {
    /// How the phone and the clinic stand.
    pub async fn sync_state(&self) -> Result<SyncState, AppError> {
        self.look(|home, reader| {
            let records = Records::load(home, reader)?;
            let standing = home.standing();
            let sign_in = match (&home.profile.owner, standing.trouble) {
                (Owner::Practice, _) => SignIn::Practice,
                (_, Some(SyncTrouble::SignInAgain)) => SignIn::SignInAgain,
                _ => SignIn::SignedIn,
            };
            let clinic_address = match &home.profile.owner {
                Owner::Practice => None,
                Owner::Patient { base, .. } => Some(base.clone()),
            };
            Ok(SyncState {
                sign_in,
                clinic_name: records.clinic().map(|clinic| clinic.name.clone()),
                clinic_address,
                patient: records.patient.as_ref().and_then(|patient| patient.name.clone()),
                counts: reader.delivery_count()?,
                last_pull: sync::last_pull(reader)?,
                busy: standing.busy,
                trouble: standing.trouble,
                unread: reader.problems()?.len(),
                pieces: reader.size_of_pieces()?,
            })
        })
        .await
    }

    /// Everything a curious patient or a helper at the clinic may ask.
    pub async fn sync_details(&self) -> Result<SyncDetails, AppError> {
        self.look(|_, reader| {
            let mut queue = reader.queue(QUEUE_SHOWN)?;
            queue.sort_by_key(|row| matches!(row.delivery, Delivery::Sent(_)));
            let queue = queue.into_iter().map(|row| QueueLine {
                record: row.record,
                kind: row.kind,
                made: row.made,
                delivery: row.delivery,
                attempts: row.attempts,
            });
            let unread = reader.problems()?.into_iter().map(|mirrored| UnreadLine {
                kind: mirrored.kind,
                id: mirrored.id,
                why: mirrored.problem.unwrap_or_default(),
            });
            Ok(SyncDetails { queue: queue.collect(), unread: unread.collect() })
        })
        .await
    }

    /// The language the patient chose in this place, if any.
    pub async fn language(&self) -> Result<Option<Language>, AppError> {
        self.look(|_, reader| Ok(reader.get(LANGUAGE)?.as_deref().and_then(Language::of_tag))).await
    }
}

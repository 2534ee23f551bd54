//! Saving a check-in, and taking it back while it is still only here.

use super::queue::request;
use crate::{
    app::{AppError, Cairn, Changed, background},
    care::{CheckIn, Id, Private, Score},
    fhir,
    platform::ids,
};
use chrono::{DateTime, TimeDelta, Utc};

/// How long a check-in waits before it may leave, so that it can be taken back as if it had never been made.
pub(in crate::app) const UNDO: TimeDelta = TimeDelta::seconds(10);

/// What the patient put in.
#[derive(Debug, Clone)]
pub struct NewCheckIn {
    pub mood: Score,
    pub anxiety: Score,
    /// Blank is the same as none.
    pub words: Option<Private>,
}

/// A check-in that is on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    pub id: Id,
    /// Until then [`Cairn::undo_check_in`] takes it back.
    pub undo_until: DateTime<Utc>,
}

impl Cairn {
    /// Saves a check-in made now. When this returns, it is committed and synced to the disk.
    pub async fn save_check_in(&self, new: NewCheckIn) -> Result<Saved, AppError> {
        let home = self.home()?;
        let check_in = CheckIn {
            id: ids::new(),
            at: self.now(),
            zone: self.zone(),
            mood: new.mood,
            anxiety: new.anxiety,
            feelings: Vec::new(),
            sleep: None,
            words: new.words.filter(|words| !words.is_blank()),
            changed: None,
        };
        let saved = Saved { id: check_in.id.clone(), undo_until: check_in.at + UNDO };
        let (open, not_before) = (std::sync::Arc::clone(&home), saved.undo_until);
        background(move || {
            let outgoing = open.patient().map(|patient| {
                let body = fhir::check_in::write(&check_in, patient);
                request("Observation", &check_in.id, &body, check_in.at, not_before)
            });
            Ok(open.store.write(|tx| {
                tx.save_check_in(&check_in)?;
                outgoing.as_ref().map_or(Ok(()), |outgoing| tx.enqueue(outgoing))
            })?)
        })
        .await?;
        self.tell(Changed::CheckIns);
        self.tell(Changed::Delivery);
        home.wake();
        Ok(saved)
    }

    /// Takes a check-in back, if nothing of it has left the phone.
    pub async fn undo_check_in(&self, id: Id) -> Result<(), AppError> {
        let home = self.home()?;
        background(move || {
            let taken_back = home.store.write(|tx| {
                let ours = home.is_practice() || tx.take_back(&id)?;
                if ours {
                    tx.remove_check_in(&id)?;
                }
                Ok(ours)
            })?;
            if taken_back { Ok(()) } else { Err(AppError::TooLate) }
        })
        .await?;
        self.tell(Changed::CheckIns);
        self.tell(Changed::Delivery);
        Ok(())
    }
}

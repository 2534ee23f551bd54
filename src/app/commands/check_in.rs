//! A check-in saved, changed, removed and put back; each change keeps what was there before.

use super::queue::request;
use crate::{
    app::{AppError, Cairn, Changed, background, home::Home},
    care::{CheckIn, Earlier, Feeling, Id, Private, Score, Sleep, backdate::NotThen},
    fhir,
    platform::ids,
    store::{Outgoing, StoreError, Tx},
};
use chrono::{DateTime, TimeDelta, Utc};
use std::sync::Arc;

/// How long a check-in waits before it may leave, so that it can be taken back as if it had never been made.
pub(in crate::app) const UNDO: TimeDelta = TimeDelta::seconds(10);

/// What the patient put in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCheckIn {
    pub mood: Score,
    pub anxiety: Score,
    pub feelings: Vec<Feeling>,
    pub sleep: Option<Sleep>,
    /// Blank is the same as none.
    pub words: Option<Private>,
    /// The moment it is about, where it is not this one; never in the future.
    pub at: Option<DateTime<Utc>>,
}

impl NewCheckIn {
    /// The two numbers alone, about this moment.
    #[must_use]
    pub const fn new(mood: Score, anxiety: Score) -> Self {
        Self { mood, anxiety, feelings: Vec::new(), sleep: None, words: None, at: None }
    }
}

/// A check-in that is on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    pub id: Id,
    /// Until then [`Cairn::undo_check_in`] takes it back.
    pub undo_until: DateTime<Utc>,
}

/// A check-in that was removed, whole, so that it can be put back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemovedCheckIn {
    check_in: CheckIn,
    earlier: Vec<Earlier<CheckIn>>,
}

impl Cairn {
    /// Saves a check-in. When this returns, it is committed and synced to the disk.
    ///
    /// # Errors
    /// [`AppError::NotThen`] for a moment in the future.
    pub async fn save_check_in(&self, new: NewCheckIn) -> Result<Saved, AppError> {
        let now = self.now();
        let undo_until = now + UNDO;
        let check_in = CheckIn {
            id: ids::new(),
            at: then(&new, now)?.unwrap_or(now),
            zone: self.zone(),
            mood: new.mood,
            anxiety: new.anxiety,
            feelings: new.feelings,
            sleep: new.sleep,
            words: new.words.filter(|words| !words.is_blank()),
            changed: None,
        };
        let saved = Saved { id: check_in.id.clone(), undo_until };
        self.with_check_ins(move |home, tx| {
            tx.save_check_in(&check_in)?;
            outgoing(home, &check_in, now, undo_until).map_or(Ok(()), |row| tx.enqueue(&row))
        })
        .await?;
        Ok(saved)
    }

    /// Takes a check-in back, if nothing of it has left the phone.
    ///
    /// # Errors
    /// [`AppError::TooLate`] if something has.
    pub async fn undo_check_in(&self, id: Id) -> Result<(), AppError> {
        let taken_back = self
            .with_check_ins(move |home, tx| {
                let ours = home.is_practice() || tx.take_back(&id)?;
                if ours {
                    tx.remove_check_in(&id)?;
                }
                Ok(ours)
            })
            .await?;
        if taken_back { Ok(()) } else { Err(AppError::TooLate) }
    }

    /// Changes a check-in and keeps how it was. The clinic hears of it under the same id. Without a new moment
    /// it stays at its own; one that says the same as before is not changed, and neither is one that is gone.
    ///
    /// # Errors
    /// [`AppError::NotThen`] for a moment in the future.
    pub async fn change_check_in(&self, id: Id, new: NewCheckIn) -> Result<(), AppError> {
        let (now, zone) = (self.now(), self.zone());
        let at = then(&new, now)?;
        self.with_check_ins(move |home, tx| {
            let Some(before) = tx.check_in(&id)? else { return Ok(()) };
            let mut after = CheckIn {
                id,
                at: at.unwrap_or(before.at),
                zone: if at.is_some() { zone } else { before.zone },
                mood: new.mood,
                anxiety: new.anxiety,
                feelings: new.feelings,
                sleep: new.sleep,
                words: new.words.filter(|words| !words.is_blank()),
                changed: before.changed,
            };
            if after == before {
                return Ok(());
            }
            after.changed = Some(now);
            tx.save_check_in(&after)?;
            tx.keep_earlier_check_in(&Earlier { form: before, until: now })?;
            outgoing(home, &after, now, now).map_or(Ok(()), |row| tx.enqueue_latest(&row))
        })
        .await
    }

    /// Removes a check-in and all its earlier forms from this phone. If the clinic may have it, the clinic is told
    /// that it was an error, but not before it can no longer be put back. `None` if it was gone already.
    pub async fn remove_check_in(&self, id: Id) -> Result<Option<RemovedCheckIn>, AppError> {
        let now = self.now();
        self.with_check_ins(move |home, tx| {
            let Some(check_in) = tx.check_in(&id)? else { return Ok(None) };
            let earlier = tx.earlier_check_ins(&id)?;
            if let Some(patient) = home.patient()
                && !tx.take_back(&id)?
            {
                let error = fhir::check_in::entered_in_error(&fhir::check_in::write(&check_in, patient));
                let row = error.ok().map(|body| request("Observation", &id, &body, now, now + UNDO));
                row.map_or(Ok(()), |row| tx.enqueue_latest(&row))?;
            }
            tx.remove_check_in(&id)?;
            Ok(Some(RemovedCheckIn { check_in, earlier }))
        })
        .await
    }

    /// Puts back a check-in that was just removed, with its earlier forms.
    pub async fn put_check_in_back(&self, removed: RemovedCheckIn) -> Result<(), AppError> {
        let now = self.now();
        self.with_check_ins(move |home, tx| {
            tx.save_check_in(&removed.check_in)?;
            removed.earlier.iter().try_for_each(|earlier| tx.keep_earlier_check_in(earlier))?;
            outgoing(home, &removed.check_in, now, now).map_or(Ok(()), |row| tx.enqueue_latest(&row))
        })
        .await
    }

    /// Adds a word to the patient's own feelings, which stay on this phone until one is part of a check-in.
    /// `None` for blank words.
    pub async fn add_own_feeling(&self, words: Private) -> Result<Option<Feeling>, AppError> {
        let now = self.now();
        let Some(Feeling::Own(word)) = Feeling::own(&words) else { return Ok(None) };
        let added = Feeling::Own(word.clone());
        self.with_check_ins(move |_, tx| tx.add_own_feeling(&word, now)).await?;
        Ok(Some(added))
    }

    /// Takes a word off the patient's own feelings; check-ins that have it keep it.
    pub async fn remove_own_feeling(&self, word: Private) -> Result<(), AppError> {
        self.with_check_ins(move |_, tx| tx.remove_own_feeling(&word).map(drop)).await
    }

    /// One transaction on the check-ins and what is queued about them.
    async fn with_check_ins<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Home, &Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, AppError> {
        let home = self.home()?;
        let open = Arc::clone(&home);
        let done = background(move || Ok(open.store.write(|tx| work(&open, tx))?)).await?;
        self.tell(Changed::CheckIns);
        self.tell(Changed::Delivery);
        home.wake();
        Ok(done)
    }
}

/// The moment the patient named, if any.
fn then(new: &NewCheckIn, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, NotThen> {
    if new.at.is_some_and(|at| at > now) { Err(NotThen::Future) } else { Ok(new.at) }
}

/// The request that brings a check-in to the clinic as it is now, made at `now`; none in practice.
fn outgoing(
    home: &Home,
    check_in: &CheckIn,
    now: DateTime<Utc>,
    not_before: DateTime<Utc>,
) -> Option<Outgoing> {
    let body = fhir::check_in::write(check_in, home.patient()?);
    Some(request("Observation", &check_in.id, &body, now, not_before))
}

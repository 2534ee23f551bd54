//! A side effect logged, changed, ended and removed; the clinic hears what the patient says, and nobody judges it.

use super::{check_in::UNDO, queue::request};
use crate::{
    app::{AppError, Cairn, Changed, background, home::Home},
    care::{Earlier, Id, LoggedEffect, Private, Severity, backdate::NotThen},
    fhir::side_effect::{self, Standing},
    platform::ids,
    store::{StoreError, Tx},
};
use chrono::{DateTime, Utc};
use std::sync::Arc;

/// What the patient put in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSideEffect {
    /// Its name in the protocol's list.
    pub effect: String,
    pub part: Option<String>,
    /// `None` for a reading, which is over as soon as it is taken. Severity none is over at once, too.
    pub severity: Option<Severity>,
    /// When it began, where that is not now; never in the future.
    pub began: Option<DateTime<Utc>>,
    /// Blank is the same as none.
    pub note: Option<Private>,
}

/// A side effect that was removed, whole, so that it can be put back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemovedSideEffect {
    effect: LoggedEffect,
    earlier: Vec<Earlier<LoggedEffect>>,
}

impl Cairn {
    /// Logs a side effect. Answers its id.
    ///
    /// # Errors
    /// [`AppError::NotThen`] for one that begins in the future.
    pub async fn log_side_effect(&self, new: NewSideEffect) -> Result<Id, AppError> {
        let now = self.now();
        let began = new.began.unwrap_or(now);
        if began > now {
            return Err(NotThen::Future.into());
        }
        let lasts = new.severity.is_some_and(|severity| severity > Severity::None);
        let effect = LoggedEffect {
            id: ids::new(),
            effect: new.effect,
            part: new.part,
            severity: new.severity,
            began,
            zone: self.zone(),
            ended: (!lasts).then_some(began),
            note: new.note.filter(|note| !note.is_blank()),
            changed: now,
        };
        let id = effect.id.clone();
        self.with_side_effects(move |home, tx| {
            tx.save_side_effect(&effect)?;
            tell_clinic(home, tx, &effect, Standing::First, now)
        })
        .await?;
        Ok(id)
    }

    /// Says how much of it there is now. None is the same as over. How it was is kept; as much as before is said
    /// anew, so that it counts as an answer and can be taken back by itself.
    pub async fn grade_side_effect(&self, id: Id, severity: Severity) -> Result<(), AppError> {
        self.change_side_effect(id, move |before, now| {
            let ended = (severity == Severity::None).then_some(now).or(before.ended);
            Ok(LoggedEffect { severity: Some(severity), ended, ..before })
        })
        .await
    }

    /// Says that it is over: now, or since `at`. How it was is kept.
    ///
    /// # Errors
    /// [`AppError::NotThen`] for the future, and for a time before it began.
    pub async fn end_side_effect(&self, id: Id, at: Option<DateTime<Utc>>) -> Result<(), AppError> {
        self.change_side_effect(id, move |before, now| match at.unwrap_or(now) {
            at if at > now => Err(NotThen::Future),
            at if at < before.began => Err(NotThen::BeforeItBegan),
            at => Ok(LoggedEffect { ended: Some(at), ..before }),
        })
        .await
    }

    /// Takes the last change back, as if it had not been made.
    pub async fn undo_side_effect_change(&self, id: Id) -> Result<(), AppError> {
        let now = self.now();
        self.with_side_effects(move |home, tx| {
            let mut earlier = tx.earlier_side_effects(&id)?;
            let Some(last) = earlier.pop() else { return Ok(()) };
            tx.save_side_effect(&last.form)?;
            tx.forget_last_earlier_side_effect(&id)?;
            let standing = if earlier.is_empty() { Standing::First } else { Standing::Changed };
            tell_clinic(home, tx, &last.form, standing, now)
        })
        .await
    }

    /// Removes a side effect and all its earlier forms from this phone. If the clinic may have it, the clinic is told
    /// that it was an error, but not before it can no longer be put back. `None` if it was gone already.
    pub async fn remove_side_effect(&self, id: Id) -> Result<Option<RemovedSideEffect>, AppError> {
        let now = self.now();
        self.with_side_effects(move |home, tx| {
            let Some(effect) = tx.side_effect(&id)? else { return Ok(None) };
            let earlier = tx.earlier_side_effects(&id)?;
            if !tx.take_back(&id)? {
                tell_clinic(home, tx, &effect, Standing::Removed, now)?;
            }
            tx.remove_side_effect(&id)?;
            Ok(Some(RemovedSideEffect { effect, earlier }))
        })
        .await
    }

    /// Puts back a side effect that was just removed, with its earlier forms.
    pub async fn put_side_effect_back(&self, removed: RemovedSideEffect) -> Result<(), AppError> {
        let now = self.now();
        self.with_side_effects(move |home, tx| {
            let RemovedSideEffect { effect, earlier } = removed;
            tx.save_side_effect(&effect)?;
            earlier.iter().try_for_each(|earlier| tx.keep_earlier_side_effect(earlier))?;
            let standing = if earlier.is_empty() { Standing::First } else { Standing::Changed };
            tell_clinic(home, tx, &effect, standing, now)
        })
        .await
    }

    /// Changes a side effect, be it only in when it was last said, and keeps how it was.
    async fn change_side_effect(
        &self,
        id: Id,
        change: impl FnOnce(LoggedEffect, DateTime<Utc>) -> Result<LoggedEffect, NotThen> + Send + 'static,
    ) -> Result<(), AppError> {
        let now = self.now();
        let done = self.with_side_effects(move |home, tx| {
            let Some(before) = tx.side_effect(&id)? else { return Ok(Ok(())) };
            let after = match change(before.clone(), now) {
                Ok(after) => LoggedEffect { changed: now, ..after },
                Err(why) => return Ok(Err(why)),
            };
            tx.save_side_effect(&after)?;
            tx.keep_earlier_side_effect(&Earlier { form: before, until: now })?;
            tell_clinic(home, tx, &after, Standing::Changed, now).map(Ok)
        });
        Ok(done.await??)
    }

    /// One transaction on the side effects and what is queued about them.
    async fn with_side_effects<T: Send + 'static>(
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

/// Queues it as it is now, in place of what was not tried yet; in practice there is nobody to tell.
fn tell_clinic(
    home: &Home,
    tx: &Tx<'_>,
    effect: &LoggedEffect,
    standing: Standing,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let Some(patient) = home.patient() else { return Ok(()) };
    let body = side_effect::write(effect, standing, patient);
    tx.enqueue_latest(&request("Observation", &effect.id, &body, now, now + UNDO))
}

//! Small steps: chosen, looked at again, taken away and put back. They never leave the phone by themselves.

use super::journal::back_or_too_late;
use crate::{
    app::{AppError, Cairn, Changed},
    care::{
        Id,
        journal::{Kept, NewStep, Review, Reviewed, Step},
    },
    platform::ids,
    store::{StoreError, Tx},
};
use chrono::{DateTime, Utc};

/// A step that was just taken away, with its earlier forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemovedStep {
    step: Step,
    reviews: Vec<Reviewed>,
    /// When it was marked for the next session.
    kept: Option<DateTime<Utc>>,
}

impl Cairn {
    /// Keeps a small step, of an insight or by itself. Answers its id; `None` while one half of the sentence is blank.
    pub async fn add_step(&self, insight: Option<Id>, new: NewStep) -> Result<Option<Id>, AppError> {
        let now = self.now();
        let Some(NewStep { cue, deed, day, remind_at }) = new.settled() else { return Ok(None) };
        let id = ids::new();
        let step = Step { id: id.clone(), insight, cue, deed, day, remind_at, made_at: now, done_at: None };
        self.with_steps(move |tx| save(tx, step)).await?;
        Ok(Some(id))
    }

    /// Looks back at a step: it is kept, made smaller, changed or done, and the form it had stays beside it. Answers
    /// the step as it was; `None` if it is gone, or if its new words are blank.
    pub async fn review_step(&self, id: Id, what: Review, new: NewStep) -> Result<Option<Step>, AppError> {
        let now = self.now();
        self.with_steps(move |tx| {
            let Some(before) = tx.step(&id)? else { return Ok(None) };
            let Some((after, look)) = before.clone().reviewed(what, new, now) else { return Ok(None) };
            tx.save_step(&after)?;
            tx.add_review(&id, &look)?;
            Ok(Some(before))
        })
        .await
    }

    /// Takes the last look back at a step away: it is as it was before.
    ///
    /// # Errors
    /// [`AppError::TooLate`] if the step is gone.
    pub async fn take_review_back(&self, before: Step) -> Result<(), AppError> {
        let back = self.with_steps(move |tx| {
            if tx.step(&before.id)?.is_none() {
                return Ok(false);
            }
            tx.forget_last_review(&before.id)?;
            save(tx, before).map(|()| true)
        });
        back_or_too_late(back.await?)
    }

    /// Takes a step away with all its earlier forms. `None` if it was gone already.
    pub async fn remove_step(&self, id: Id) -> Result<Option<RemovedStep>, AppError> {
        self.with_steps(move |tx| {
            let Some(step) = tx.step(&id)? else { return Ok(None) };
            let reviews = tx.reviews(&id)?;
            let kept = tx.let_go_for_session(&Kept::Step(id.clone()))?;
            tx.remove_step(&id)?;
            Ok(Some(RemovedStep { step, reviews, kept }))
        })
        .await
    }

    /// Puts a step back that was just taken away, with its earlier forms.
    pub async fn put_step_back(&self, removed: RemovedStep) -> Result<(), AppError> {
        let RemovedStep { step, reviews, kept } = removed;
        self.with_steps(move |tx| {
            let id = step.id.clone();
            save(tx, step)?;
            reviews.iter().try_for_each(|look| tx.add_review(&id, look))?;
            kept.map_or(Ok(()), |at| tx.keep_for_session(&Kept::Step(id), at))
        })
        .await
    }

    /// One transaction on the steps; nothing of it is ever queued for the clinic. Their reminders are planned anew.
    async fn with_steps<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, AppError> {
        let done = self.with_journal(move |_, tx| work(tx)).await?;
        self.tell(Changed::Reminders);
        Ok(done)
    }
}

/// A step whose insight is gone meanwhile stands by itself.
fn save(tx: &Tx<'_>, step: Step) -> Result<(), StoreError> {
    let insight = match step.insight {
        Some(insight) => tx.insight(&insight)?.map(|known| known.id),
        None => None,
    };
    tx.save_step(&Step { insight, ..step })
}

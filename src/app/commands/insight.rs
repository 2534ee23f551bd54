//! Marking a sentence of a page, and taking the mark back. It goes nowhere.

use super::journal::back_or_too_late;
use crate::{
    app::{AppError, Cairn},
    care::{
        Id, Private,
        journal::{Insight, Kept, Step},
    },
    platform::ids,
};
use chrono::{DateTime, Utc};

/// An insight that was just taken back, with what hung on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemovedInsight {
    insight: Insight,
    /// The steps that came of it.
    steps: Vec<Id>,
    /// When it was marked for the next session.
    kept: Option<DateTime<Utc>>,
}

impl Cairn {
    /// Keeps a sentence of this page word for word; marked already, it is not kept twice. Answers its id; `None` for
    /// blank words, or if the page is gone.
    pub async fn mark_insight(&self, entry: Id, words: Private) -> Result<Option<Id>, AppError> {
        let now = self.now();
        self.with_journal(move |_, tx| {
            if words.is_blank() || tx.entry(&entry)?.is_none() {
                return Ok(None);
            }
            let words = Private::new(words.reveal().trim());
            if let Some(known) = tx.insights_of(&entry)?.into_iter().find(|known| known.words == words) {
                return Ok(Some(known.id));
            }
            let insight = Insight { id: ids::new(), entry, words, at: now };
            tx.save_insight(&insight)?;
            Ok(Some(insight.id))
        })
        .await
    }

    /// Takes a mark back. A step that came of it keeps its own words. `None` if it was gone already.
    pub async fn unmark_insight(&self, id: Id) -> Result<Option<RemovedInsight>, AppError> {
        self.with_journal(move |_, tx| {
            let Some(insight) = tx.insight(&id)? else { return Ok(None) };
            let steps = tx.steps_of(&id)?.into_iter().map(|step| step.id).collect();
            let kept = tx.let_go_for_session(&Kept::Insight(id.clone()))?;
            tx.remove_insight(&id)?;
            Ok(Some(RemovedInsight { insight, steps, kept }))
        })
        .await
    }

    /// Puts a mark back that was just taken away.
    ///
    /// # Errors
    /// [`AppError::TooLate`] with its page gone: there is nothing to put it back on.
    pub async fn put_insight_back(&self, removed: RemovedInsight) -> Result<(), AppError> {
        let RemovedInsight { insight, steps, kept } = removed;
        let back = self.with_journal(move |_, tx| {
            if tx.entry(&insight.entry)?.is_none() {
                return Ok(false);
            }
            tx.save_insight(&insight)?;
            for id in &steps {
                if let Some(step) = tx.step(id)? {
                    tx.save_step(&Step { insight: Some(insight.id.clone()), ..step })?;
                }
            }
            kept.map_or(Ok(()), |at| tx.keep_for_session(&Kept::Insight(insight.id), at))?;
            Ok(true)
        });
        back_or_too_late(back.await?)
    }
}

//! Marking words of a page, and taking the mark back. It goes nowhere.

use super::journal::back_or_too_late;
use crate::{
    app::{AppError, Cairn},
    care::{
        Id, Private,
        journal::{Insight, Kept, Selected, Step, Stood, nearest, one_line_end, standing},
    },
    platform::ids,
    store::{StoreError, Tx},
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
    /// Keeps words of this page as they are, those nearest to the byte `at` of it; marked there already, they are not kept
    /// twice. Answers the id; `None` for blank words, or if the page is gone.
    pub async fn mark_insight(
        &self,
        entry: Id,
        words: Private,
        at: Option<usize>,
    ) -> Result<Option<Id>, AppError> {
        let now = self.now();
        self.with_journal(move |_, tx| {
            let Some(page) = tx.entry(&entry)?.filter(|_| !words.is_blank()) else { return Ok(None) };
            let text = one_line_end(page.words.reveal());
            let words = words.reveal().trim();
            let stood = nearest(&text, words, at).map(|range| Stood::of(&text, &range));
            let words = Private::new(words);
            mark(tx, &text, Insight { id: ids::new(), entry, words, stood, at: now }).map(Some)
        })
        .await
    }

    /// Keeps exactly what was selected on this page. Answers the id; `None` if the page has other words by now or is gone,
    /// or if nothing but white space was selected: nothing is kept then.
    pub async fn mark_selected(&self, entry: Id, selected: Selected) -> Result<Option<Id>, AppError> {
        let now = self.now();
        self.with_journal(move |_, tx| {
            let Some(page) = tx.entry(&entry)? else { return Ok(None) };
            let text = one_line_end(page.words.reveal());
            let Some(range) = selected.within(&text) else { return Ok(None) };
            let Some(words) = text.get(range.clone()).map(Private::new) else { return Ok(None) };
            let stood = Some(Stood::of(&text, &range));
            mark(tx, &text, Insight { id: ids::new(), entry, words, stood, at: now }).map(Some)
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

/// Keeps an insight, unless the same words are marked in the same place.
fn mark(tx: &Tx<'_>, text: &str, new: Insight) -> Result<Id, StoreError> {
    let place = standing(text, &new);
    let same = |known: &Insight| known.words == new.words && standing(text, known) == place;
    if let Some(known) = tx.insights_of(&new.entry)?.into_iter().find(same) {
        return Ok(known.id);
    }
    tx.save_insight(&new)?;
    Ok(new.id)
}

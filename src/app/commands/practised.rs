//! The patient's own log of what they practised and what helped: added to, taken off, put back.

use crate::{
    app::{AppError, Cairn},
    care::{
        Id, Private,
        journal::{Kept, Practice, Practised},
    },
    platform::ids,
};
use chrono::{DateTime, Utc};

/// A line that was just taken off the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemovedPractised {
    practised: Practised,
    /// When it was marked for the next session.
    kept: Option<DateTime<Utc>>,
}

impl Cairn {
    /// Notes that this was practised, for so many minutes if that is known, and what helped. Answers its id.
    pub async fn note_practised(
        &self,
        practice: Practice,
        minutes: Option<u32>,
        words: Private,
    ) -> Result<Id, AppError> {
        let words = Some(Private::new(words.reveal().trim())).filter(|words| !words.is_blank());
        let id = ids::new();
        let one = Practised { id: id.clone(), practice, at: self.now(), zone: self.zone(), minutes, words };
        self.with_journal(move |_, tx| tx.save_practised(&one)).await?;
        Ok(id)
    }

    /// Takes a line off the log. `None` if it was gone already.
    pub async fn remove_practised(&self, id: Id) -> Result<Option<RemovedPractised>, AppError> {
        self.with_journal(move |_, tx| {
            let Some(practised) = tx.one_practised(&id)? else { return Ok(None) };
            let kept = tx.let_go_for_session(&Kept::Practised(id.clone()))?;
            tx.remove_practised(&id)?;
            Ok(Some(RemovedPractised { practised, kept }))
        })
        .await
    }

    /// Puts a line back that was just taken off the log.
    pub async fn put_practised_back(&self, removed: RemovedPractised) -> Result<(), AppError> {
        let RemovedPractised { practised, kept } = removed;
        self.with_journal(move |_, tx| {
            tx.save_practised(&practised)?;
            kept.map_or(Ok(()), |at| tx.keep_for_session(&Kept::Practised(practised.id), at))
        })
        .await
    }
}

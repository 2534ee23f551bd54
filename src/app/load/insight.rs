//! Puts together what was marked in a page, and the page as sentences to mark.

use crate::{
    app::{
        AppError, Cairn,
        read::{InsightLine, Marking, PageMarks, Passage},
    },
    care::{
        Id, Private,
        journal::{Insight, Kept, sentences},
    },
};

impl Cairn {
    /// What was marked in this page; `None` if the page is gone.
    pub async fn marks(&self, entry: Id) -> Result<Option<PageMarks>, AppError> {
        self.look(move |_, reader| {
            let Some(page) = reader.entry(&entry)? else { return Ok(None) };
            let kept = reader.kept_for_session()?;
            let line = |insight: Insight| {
                let kept = kept.contains(&Kept::Insight(insight.id.clone()));
                InsightLine { insight, kept }
            };
            Ok(Some(PageMarks {
                insights: reader.insights_of(&entry)?.into_iter().map(line).collect(),
                kept: kept.contains(&Kept::Entry(entry.clone())),
                has_words: !page.words.is_blank(),
                entry,
            }))
        })
        .await
    }

    /// The sentences of this page as it is now; `None` if the page is gone.
    pub async fn marking(&self, entry: Id) -> Result<Option<Marking>, AppError> {
        self.look(move |_, reader| {
            let Some(page) = reader.entry(&entry)? else { return Ok(None) };
            let insights = reader.insights_of(&entry)?;
            let marked = |words: &str| {
                insights.iter().find(|one| one.words.reveal() == words).map(|one| one.id.clone())
            };
            let all = sentences(page.words.reveal()).into_iter().map(str::trim);
            let passages: Vec<_> = all
                .filter(|words| !words.is_empty())
                .map(|words| Passage { words: Private::new(words), marked: marked(words) })
                .collect();
            let stands = |one: &Insight| passages.iter().any(|passage| passage.words == one.words);
            let others = insights.iter().filter(|one| !stands(one)).cloned().collect();
            Ok(Some(Marking { entry, passages, others }))
        })
        .await
    }

    /// The words of an insight; `None` if it is gone.
    pub async fn insight_words(&self, id: Id) -> Result<Option<Private>, AppError> {
        self.look(move |_, reader| Ok(reader.insight(&id)?.map(|insight| insight.words))).await
    }
}

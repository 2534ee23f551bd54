//! Puts together what was marked in a page, and the page to be read with its marks.

use crate::{
    app::{
        AppError, Cairn,
        read::{InsightLine, Marking, PageMarks, Passage, Stretch},
    },
    care::{
        Id, Private,
        journal::{Insight, Kept, one_line_end, sentences, standing, stretches},
    },
};
use std::ops::Range;

impl Cairn {
    /// What was marked in this page; `None` if the page is gone.
    pub async fn marks(&self, entry: Id) -> Result<Option<PageMarks>, AppError> {
        self.look(move |_, reader| {
            let Some(page) = reader.entry(&entry)? else { return Ok(None) };
            let kept = reader.kept_for_session()?;
            let text = one_line_end(page.words.reveal());
            let line = |insight: Insight| {
                let kept = kept.contains(&Kept::Insight(insight.id.clone()));
                InsightLine { stands: standing(&text, &insight).is_some(), insight, kept }
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

    /// This page as it is now, with its marks; `None` if the page is gone.
    pub async fn marking(&self, entry: Id) -> Result<Option<Marking>, AppError> {
        self.look(move |_, reader| {
            let Some(page) = reader.entry(&entry)? else { return Ok(None) };
            let text = one_line_end(page.words.reveal());
            let insights = reader.insights_of(&entry)?;
            let places: Vec<_> = insights.iter().map(|insight| (insight, standing(&text, insight))).collect();
            let marked = |at: usize, words: &str| {
                let same =
                    |(_, place): &&(&Insight, Option<Range<usize>>)| *place == Some(at..at + words.len());
                places.iter().find(same).map(|(insight, _)| insight.id.clone())
            };
            let mut behind = 0;
            let passages = sentences(&text).into_iter().filter_map(|sentence| {
                let words = sentence.trim();
                let at = behind + sentence.len() - sentence.trim_start().len();
                behind += sentence.len();
                let marked = marked(at, words);
                (!words.is_empty()).then(|| Passage { words: Private::new(words), at, marked })
            });
            let passages = passages.collect();
            let others = places.iter().filter(|(_, place)| place.is_none());
            let others = others.map(|(insight, _)| (*insight).clone()).collect();
            let ranges = places.iter().filter_map(|(_, place)| place.clone()).collect();
            let stretch = |(words, marked)| Stretch { words: Private::new(words), marked };
            let text = stretches(&text, ranges).into_iter().map(stretch).collect();
            Ok(Some(Marking { entry, text, passages, others }))
        })
        .await
    }

    /// The words of an insight; `None` if it is gone.
    pub async fn insight_words(&self, id: Id) -> Result<Option<Private>, AppError> {
        self.look(move |_, reader| Ok(reader.insight(&id)?.map(|insight| insight.words))).await
    }
}

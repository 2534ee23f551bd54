//! One article as people read it: the marks of its sources are numbers that lead to a list below.

use crate::care::protocol::{Article, Protocol, marks, without_marks};
use chrono::NaiveDate;

/// An article, ready to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub id: String,
    pub title: String,
    pub lead: Option<String>,
    pub facts: Vec<Line>,
    pub studies: Vec<Line>,
    pub unknown: Vec<Line>,
    pub risks: Vec<Line>,
    /// Questions for the clinic, word for word as they can be taken over into the patient's own list.
    pub ask: Vec<String>,
    /// In the order of their numbers.
    pub sources: Vec<Source>,
    /// Who reviewed it, and on which day.
    pub reviewed: Option<(String, NaiveDate)>,
    /// Words it is found by although it does not say them.
    pub(super) search: Vec<String>,
}

/// One thing an article says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub text: String,
    /// The numbers of its sources.
    pub sources: Vec<usize>,
}

/// Where something an article says comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Counted from 1 within the article.
    pub number: usize,
    /// What the clinic's document calls it, such as `S9`.
    pub mark: String,
    pub text: String,
}

impl Page {
    pub(super) fn of(article: &Article, protocol: &Protocol) -> Self {
        let mut sources = Vec::new();
        let mut lines = |list: &[String]| -> Vec<Line> {
            list.iter().map(|text| line(text, protocol, &mut sources)).collect()
        };
        let (facts, studies) = (lines(&article.facts), lines(&article.studies));
        let (unknown, risks) = (lines(&article.unknown), lines(&article.risks));
        Self {
            id: article.id.clone(),
            title: article.title(),
            lead: article.lead.as_deref().map(without_marks).filter(|lead| !lead.is_empty()),
            facts,
            studies,
            unknown,
            risks,
            ask: article.ask.iter().map(|text| without_marks(text)).collect(),
            sources,
            reviewed: article.reviewed().map(|(by, on)| (by.to_owned(), on)),
            search: article.search.clone(),
        }
    }

    /// Everything it says below its title, one text at a time, in the order of reading.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        let lists = [&self.facts, &self.studies, &self.unknown, &self.risks];
        let lines = lists.into_iter().flatten().map(|line| line.text.as_str());
        self.lead.as_deref().into_iter().chain(lines).chain(self.ask.iter().map(String::as_str))
    }
}

/// The text without its marks. A mark that stands for nothing is left out: the clinic was told.
fn line(text: &str, protocol: &Protocol, sources: &mut Vec<Source>) -> Line {
    let mut numbers = Vec::new();
    for mark in marks(text) {
        let number =
            sources.iter().find(|known| known.mark == mark).map(|known| known.number).or_else(|| {
                let number = sources.len() + 1;
                let text = protocol.sources.get(mark)?.clone();
                sources.push(Source { number, mark: mark.to_owned(), text });
                Some(number)
            });
        numbers.extend(number);
    }
    numbers.sort_unstable();
    numbers.dedup();
    Line { text: without_marks(text), sources: numbers }
}

//! Puts Learn together from the protocol in force; nothing of it needs a network.

use super::Records;
use crate::{
    app::{
        AppError, Cairn,
        read::{Article, ArticleView, Learn, MyQuestion, MyQuestions, Shelf},
    },
    care::{Private, VisitKind, learn, protocol::Protocol},
};
use icu_normalizer::DecomposingNormalizerBorrowed;

impl Cairn {
    /// The articles in which each word of `query` begins a word; all of them for a blank one.
    pub async fn learn(&self, query: Private) -> Result<Learn, AppError> {
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            let questions =
                reader.own_questions()?.iter().filter(|question| question.asked_at.is_none()).count();
            Ok(records.learn(&query, questions))
        })
        .await
    }

    /// The article with this id.
    pub async fn article(&self, id: String) -> Result<Article, AppError> {
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            let open = reader.own_questions()?.into_iter().filter(|question| question.asked_at.is_none());
            Ok(records.article(&id, &open.map(|question| question.words).collect::<Vec<_>>()))
        })
        .await
    }

    /// The patient's questions, with the meeting to take them to.
    pub async fn my_questions(&self) -> Result<MyQuestions, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            let title = |id: &str| Some(records.articles()?.page(id)?.title);
            let lines = reader.own_questions()?.into_iter().map(|question| {
                let from = question.article.as_deref().and_then(title);
                MyQuestion { question, from }
            });
            let (open, mut asked): (Vec<_>, Vec<_>) =
                lines.partition(|line| line.question.asked_at.is_none());
            asked.sort_by_key(|line| std::cmp::Reverse(line.question.asked_at));
            let readable = !records.has_unreadable("Appointment");
            let meetings = records.visits.iter().filter(|visit| visit.kind == VisitKind::Preparation);
            let meeting =
                meetings.filter(|visit| readable && visit.is_ahead(now)).min_by_key(|visit| visit.start);
            Ok(MyQuestions { open, asked, meeting: meeting.map(|visit| records.view(visit, phone)) })
        })
        .await
    }
}

impl Records {
    fn learn(&self, query: &Private, questions: usize) -> Learn {
        let pages = self.articles().map(Protocol::pages).unwrap_or_default();
        let state = match pages.is_empty() {
            _ if self.may_be_outdated() => Shelf::Unreadable,
            true => Shelf::Empty,
            false => Shelf::Open,
        };
        Learn { shelf: state, found: learn::find(&pages, query.reveal(), fold), questions }
    }

    /// `open` are the words of the questions still to be asked.
    fn article(&self, id: &str, open: &[Private]) -> Article {
        if self.may_be_outdated() {
            return Article::Unreadable;
        }
        let Some((page, protocol)) = self.articles().and_then(|all| Some((all.page(id)?, all))) else {
            return Article::Gone;
        };
        let is_open = |ask: &&String| open.iter().any(|words| words.reveal() == *ask);
        let taken_over = page.ask.iter().filter(is_open).cloned().collect();
        Article::Here(Box::new(ArticleView { page, version: protocol.template.version, taken_over }))
    }

    /// The protocol whose articles may be shown.
    pub(super) fn articles(&self) -> Option<&Protocol> {
        self.protocol().filter(|_| !self.may_be_outdated())
    }
}

/// Small letters without the marks above and below them (U+0300 to U+036F): "Café" is "cafe".
fn fold(word: &str) -> String {
    let apart = DecomposingNormalizerBorrowed::new_nfd().normalize(word);
    apart
        .chars()
        .filter(|letter| !('\u{300}'..='\u{36f}').contains(letter))
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
#[path = "learn_tests.rs"]
mod tests;

//! Walks through the pages of a search, on servers with and without signposts, and knows whether it saw all.

use crate::{
    care::Id,
    clinic::{Answer, Ask, ClinicError, FhirClient},
    fhir::{Resource, Unread, bundle},
};
use chrono::{DateTime, Utc};
use serde_json::Value;
use std::collections::BTreeSet;

/// No search of one patient's records has more pages than this; a server that never ends is not followed.
const MOST_PAGES: usize = 1_000;

/// A walk under way.
#[derive(Debug)]
pub(super) struct Pages {
    ask: Ask,
    size: usize,
    next: Next,
    turned: usize,
    resumed: bool,
    seen: BTreeSet<Id>,
    /// The server's clock when the first page was asked for.
    pub(super) began: Option<DateTime<Utc>>,
    /// True once the last page was read and none is known to be missing.
    pub(super) complete: bool,
}

#[derive(Debug)]
enum Next {
    Ask(Ask),
    Answer(Box<Answer>),
    Link(String),
    End,
}

/// One page's entries.
pub(super) type Entries = Vec<Result<Resource, Box<Unread>>>;

impl Pages {
    /// Begins with `ask`, which must name `size` as its `_count`.
    pub(super) fn begin(ask: Ask, size: usize) -> Self {
        let next = Next::Ask(ask.clone());
        Self {
            ask,
            size,
            next,
            turned: 0,
            resumed: false,
            seen: BTreeSet::new(),
            began: None,
            complete: false,
        }
    }

    /// Begins with the first page at hand, the answer to `ask`.
    pub(super) fn begun(ask: Ask, size: usize, first: Answer) -> Self {
        Self { next: Next::Answer(Box::new(first)), ..Self::begin(ask, size) }
    }

    /// Goes on at a page left at [`Pages::cursor`]. What came before is not seen again, so it is never complete.
    pub(super) fn resume(ask: Ask, size: usize, cursor: &str) -> Option<Self> {
        let (began, link) = cursor.split_once(' ')?;
        let began = DateTime::parse_from_rfc3339(began).ok().map(|at| at.with_timezone(&Utc));
        Some(Self { next: Next::Link(link.to_owned()), began, resumed: true, ..Self::begin(ask, size) })
    }

    /// Where to go on after an interruption; `None` at the end and where the server gives no signposts.
    pub(super) fn cursor(&self) -> Option<String> {
        match &self.next {
            Next::Link(link) => {
                let began = self.began.map_or_else(|| "-".to_owned(), |at| at.to_rfc3339());
                Some(format!("{began} {link}"))
            }
            _ => None,
        }
    }

    /// The next page; `None` after the last.
    pub(super) async fn turn(&mut self, clinic: &FhirClient) -> Result<Option<Entries>, ClinicError> {
        let (answer, by_count) = match std::mem::replace(&mut self.next, Next::End) {
            Next::End => return Ok(None),
            Next::Answer(answer) => (*answer, false),
            Next::Ask(ask) => (clinic.ask(&ask).await?, self.turned > 0),
            Next::Link(link) => (clinic.follow(&link).await?, false),
        };
        if by_count && (400..=499).contains(&answer.status) {
            // It does not count pages either: what it gave is what there is to have.
            return Ok(None);
        }
        let answer = answer.ok()?;
        self.turned += 1;
        self.began = self.began.or(answer.date);
        let body = answer.body.unwrap_or_default();
        let total = body.get("total").and_then(Value::as_u64).and_then(|total| usize::try_from(total).ok());
        let page = bundle::Page::from_value(body).map_err(|_| ClinicError::NotUnderstood("page"))?;
        let before = self.seen.len();
        self.seen.extend(page.entries.iter().filter_map(id_of).cloned());
        self.next_after(page.next, page.entries.len(), total, self.seen.len() > before);
        Ok(Some(page.entries))
    }

    /// Decides where the next page is. `news`: this page held something not seen before.
    fn next_after(&mut self, link: Option<String>, length: usize, total: Option<usize>, news: bool) {
        let too_many = self.turned >= MOST_PAGES;
        let more_by_count =
            !self.resumed && total.map_or(length >= self.size, |total| total > self.seen.len());
        self.next = match link {
            // A signpost back to where we came from would lead round for ever.
            Some(_) if too_many || (!news && length > 0) => Next::End,
            Some(link) => Next::Link(link),
            None if more_by_count && news && !too_many => {
                Next::Ask(self.ask.clone().with("_offset", self.seen.len().to_string()))
            }
            None => {
                self.complete = !self.resumed && !more_by_count && (news || length == 0);
                Next::End
            }
        };
    }
}

fn id_of(entry: &Result<Resource, Box<Unread>>) -> Option<&Id> {
    match entry {
        Ok(resource) => Some(&resource.id),
        Err(unread) => unread.id.as_ref(),
    }
}

#[cfg(test)]
#[path = "pages_tests.rs"]
mod tests;

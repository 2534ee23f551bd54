//! Learn: the clinic's articles as people read them, and a search that finds the right one by any of its words.
//!
//! A dozen articles of a few hundred words are searched faster than an index of them could be kept in step, so
//! there is none. How letters are folded (accents, capitals) is an argument, for that needs tables of Unicode.

mod page;
mod search;

pub use page::{Line, Page, Source};
pub use search::{Found, Piece, find};

use super::protocol::Protocol;

impl Protocol {
    /// Every article as a page, in the clinic's order. The app knows none of their ids.
    #[must_use]
    pub fn pages(&self) -> Vec<Page> {
        self.learn.iter().map(|article| Page::of(article, self)).collect()
    }

    /// The article of this name as a page.
    #[must_use]
    pub fn page(&self, id: &str) -> Option<Page> {
        self.learn.iter().find(|article| article.id == id).map(|article| Page::of(article, self))
    }
}

#[cfg(test)]
#[path = "learn/learn_tests.rs"]
mod tests;

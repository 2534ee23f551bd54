//! Learn: the clinic's articles, one of them, and the questions they leave.

use super::VisitView;
use crate::care::{
    OwnQuestion,
    learn::{Found, Page},
};
use std::collections::BTreeSet;

/// What there is to read, or what a search found in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Learn {
    pub shelf: Shelf,
    /// Best first for a search, else in the clinic's order.
    pub found: Vec<Found>,
    /// How many questions are still to be asked.
    pub questions: usize,
}

/// Whether the clinic's articles can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    Open,
    /// The clinic has sent no articles, or not yet.
    Empty,
    /// The clinic changed something that cannot be read: nothing older may be shown, and the patient must call.
    Unreadable,
}

/// What became of one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Article {
    Here(Box<ArticleView>),
    /// The clinic has taken it out.
    Gone,
    /// As [`Shelf::Unreadable`].
    Unreadable,
}

/// One article as the clinic published it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleView {
    pub page: Page,
    /// The version of the clinic's document it stands in.
    pub version: u32,
    /// Which of the article's questions are open on the patient's list.
    pub taken_over: BTreeSet<String>,
}

/// The patient's questions.
#[derive(Debug, Clone, PartialEq)]
pub struct MyQuestions {
    /// Still to be asked, oldest first.
    pub open: Vec<MyQuestion>,
    /// Asked already, the last one first.
    pub asked: Vec<MyQuestion>,
    /// The preparation meeting ahead; `None` where there is none or where it cannot be read.
    pub meeting: Option<VisitView>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MyQuestion {
    pub question: OwnQuestion,
    /// The title of the article it came from, while the clinic still has it.
    pub from: Option<String>,
}

//! Writes a few pages for paper as PDF: text with its accents, plain tables, page numbers, and nothing lost in silence.
//!
//! What a sign cannot be printed with our typefaces is marked in its place, and counted. The words come from the screens,
//! which have the catalogue; here is only how they are laid out.

mod chart;
mod face;
mod layout;
mod render;

pub use chart::{Chart, Place};

use crate::{
    app::{AppError, Cairn, read::Taken},
    care::Private,
};

/// What is to be printed, from the top of the first page to the foot of the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// The title of the document and of the first page.
    pub title: String,
    /// The BCP 47 tag of its language.
    pub language: &'static str,
    pub size: PaperSize,
    /// What stands at the foot of every page, before its number.
    pub foot: Private,
    pub parts: Vec<Part>,
    /// What stands at the end where signs could not be printed; it has the gaps of the catalogue filled by whoever knows
    /// how many: `count` is put for `#`.
    pub unprinted: String,
}

/// The size of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PaperSize {
    /// 210 mm by 297 mm (ISO 216).
    A4,
    /// 8.5 in by 11 in (ANSI A).
    Letter,
}

/// One part after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Heading(String),
    /// The app's own words.
    Words(String),
    /// A line that explains, smaller.
    Small(String),
    /// The patient's own words, line ends kept, under a line that says when.
    Own {
        head: String,
        words: Private,
    },
    Table(Table),
    Chart(Chart),
}

/// A table whose head stands on each page it goes over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Private>>,
}

/// A column with the share of the width it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub head: String,
    pub share: u8,
}

/// A document that is ready to be written, and how many signs in it could not be printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Printed {
    pub bytes: Vec<u8>,
    pub pages: usize,
    pub unprinted: usize,
}

impl std::fmt::Debug for Printed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Printed")
            .field("pages", &self.pages)
            .field("unprinted", &self.unprinted)
            .finish_non_exhaustive()
    }
}

/// The document cannot be made: a fault in the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the paper cannot be made: {0}")]
pub struct CannotPrint(&'static str);

/// Lays `paper` out and writes it as PDF.
///
/// # Errors
/// [`CannotPrint`] if our own typefaces cannot be used.
pub fn print(paper: &Paper) -> Result<Printed, CannotPrint> {
    render::print(paper)
}

impl Cairn {
    /// Writes `paper` into a file of the person's own. It is not sealed: whoever has the file can read it.
    pub async fn print(&self, paper: Paper) -> Result<Taken, AppError> {
        let printed = super::background(move || Ok(print(&paper)?)).await?;
        self.hand_over(printed.bytes, "pdf").await
    }
}

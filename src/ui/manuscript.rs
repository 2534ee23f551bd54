//! The words of a long field on this side of the page: kept in step with the field by what was cut and what was put.
//!
//! An event carries the whole field in a header of the page's request, and a header has little room. So a field that may
//! grow long sends what changed, in pieces (assets/index.html), and this puts the pieces together. It never guesses: what
//! does not fit is asked for anew.

use crate::care::Private;
use serde::Deserialize;
use std::fmt;

/// One piece of what changed in a field. Places and lengths are in UTF-16 units, as the page counts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Piece {
    /// Where something changed.
    pub at: usize,
    /// How much was there and is not any more.
    pub cut: usize,
    /// What is there instead.
    pub put: Private,
    /// How long the text is with it.
    pub length: usize,
    /// More pieces of the same change follow.
    #[serde(default)]
    pub more: bool,
    /// The first piece of everything that stands in the field, whatever was known before.
    #[serde(default)]
    pub whole: bool,
}

/// What a piece came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// The words are those of the field.
    All,
    /// They are once the next pieces have come.
    MoreToCome,
    /// They are not, and everything has to be asked for.
    Lost,
}

/// The words of one field.
#[derive(Clone, PartialEq, Eq)]
pub struct Manuscript {
    words: String,
    /// The length in UTF-16 units.
    units: usize,
    lost: bool,
}

impl fmt::Debug for Manuscript {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Manuscript({} units)", self.units)
    }
}

impl Manuscript {
    /// The words a field begins with. A field knows only one kind of line end, so there is only one here.
    #[must_use]
    pub fn new(words: &Private) -> Self {
        let words = words.reveal().replace("\r\n", "\n").replace('\r', "\n");
        Self { units: units(&words), words, lost: false }
    }

    /// The words as they were last known.
    #[must_use]
    pub fn words(&self) -> Private {
        Private::new(self.words.as_str())
    }

    /// Takes a piece in. One that does not fit changes nothing, and so does everything after it until the whole comes.
    pub fn hear(&mut self, piece: &Piece) -> Heard {
        if piece.whole {
            *self = Self { words: String::new(), units: 0, lost: false };
        }
        if self.lost || !self.fits(piece) {
            self.lost = true;
            return Heard::Lost;
        }
        if piece.more { Heard::MoreToCome } else { Heard::All }
    }

    fn fits(&mut self, piece: &Piece) -> bool {
        let put = piece.put.reveal();
        let Some(end) = piece.at.checked_add(piece.cut) else { return false };
        let after = self.units.checked_sub(piece.cut).and_then(|rest| rest.checked_add(units(put)));
        if after != Some(piece.length) {
            return false;
        }
        let (Some(from), Some(to)) = (self.byte(piece.at), self.byte(end)) else { return false };
        self.words.replace_range(from..to, put);
        self.units = piece.length;
        true
    }

    /// The byte at which the unit `at` begins; `None` beyond the end and within a letter.
    fn byte(&self, at: usize) -> Option<usize> {
        // Most is written at the end.
        if at > self.units / 2 {
            let mut left = self.units.checked_sub(at)?;
            let mut letters = self.words.char_indices();
            let mut place = self.words.len();
            while left > 0 {
                let (byte, letter) = letters.next_back()?;
                left = left.checked_sub(letter.len_utf16())?;
                place = byte;
            }
            return Some(place);
        }
        let mut left = at;
        let mut letters = self.words.chars();
        while left > 0 {
            left = left.checked_sub(letters.next()?.len_utf16())?;
        }
        Some(self.words.len() - letters.as_str().len())
    }
}

fn units(words: &str) -> usize {
    words.chars().map(char::len_utf16).sum()
}

#[cfg(test)]
#[path = "manuscript_tests.rs"]
mod tests;

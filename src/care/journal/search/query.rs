//! Reads what was typed as words, phrases and signs; every text is a query, and none is a mistake.

use super::{
    Piece,
    letters::{Class, class, is_known, is_sign, run},
};
use crate::care::Private;

/// Letters of a query that are read; a search for more is no search.
pub const LONGEST: usize = 200;

/// What is looked for: a page is found if it holds every term, and nothing that is to be left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    terms: Vec<Term>,
    left_out: Vec<Vec<Term>>,
}

/// One thing to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// Words that follow one another, in a script that parts words by gaps: case and accents are all the same.
    /// Several of them are a phrase.
    Words {
        text: Private,
        /// The last word may go on.
        open: bool,
    },
    /// Letters as they are, wherever they stand: emoji, and scripts that write words without gaps.
    Letters(Private),
}

impl Term {
    /// The runs of signs in letters that are looked for as they are, each as [`super::signs`] writes it.
    #[must_use]
    pub fn runs(&self) -> Vec<String> {
        let Self::Letters(letters) = self else { return Vec::new() };
        let letters: Vec<char> = letters.reveal().chars().collect();
        letters.split(|letter| !is_sign(*letter)).filter(|signs| !signs.is_empty()).map(run).collect()
    }

    /// True if a page that holds its [`Term::runs`] holds it: there is nothing in it but signs.
    #[must_use]
    pub fn is_signs(&self) -> bool {
        matches!(self, Self::Letters(letters) if letters.reveal().chars().all(is_sign))
    }
}

impl Query {
    /// Reads what was typed. Quotation marks hold a phrase together; the last word may go on, unless its phrase is
    /// closed. A minus before a word or a phrase leaves pages out that hold it, whole: while a word is being typed
    /// behind a minus, no other is left out because it begins so. Of a very long text only the first [`LONGEST`]
    /// letters are read.
    #[must_use]
    pub fn read(typed: &str) -> Self {
        let typed: Vec<char> = typed.chars().take(LONGEST).collect();
        let mut query = Self::default();
        // Between an odd quotation mark and the next one stands a phrase; the last one may not be closed yet.
        let parts: Vec<&[char]> = typed.split(|letter| class(*letter) == Class::Quote).collect();
        let last = parts.len().saturating_sub(1);
        let mut without = false;
        for (at, part) in parts.into_iter().enumerate() {
            let open = at == last;
            if at % 2 == 0 {
                loose(part, open, &mut query);
                without = ends_with_minus(part, at == 0);
            } else if without {
                query.leave_out(part);
            } else {
                phrase(part, open, &mut query.terms);
            }
        }
        query
    }

    /// Leaves out pages that hold this.
    fn leave_out(&mut self, part: &[char]) {
        let mut terms = Vec::new();
        phrase(part, false, &mut terms);
        if terms.iter().any(|term| matches!(term, Term::Letters(_)) && !term.is_signs()) {
            // Only as it is can it be told from what is alike.
            let text: String = part.iter().collect();
            terms = vec![Term::Letters(Private::new(text.trim()))];
        }
        if !terms.is_empty() {
            self.left_out.push(terms);
        }
    }

    /// What to look for, in the order in which it was typed.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// What to leave out: a page that holds every term of one of these.
    #[must_use]
    pub fn left_out(&self) -> &[Vec<Term>] {
        &self.left_out
    }

    /// True if there is nothing to look for and nothing to leave out.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.left_out.is_empty()
    }

    /// The terms that are looked for letter by letter.
    pub fn letters(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().filter_map(|term| match term {
            Term::Letters(letters) => Some(letters.reveal()),
            Term::Words { .. } => None,
        })
    }

    /// `pieces` with the letters that are looked for as they are marked, too.
    #[must_use]
    pub fn mark_letters(&self, pieces: Vec<Piece>) -> Vec<Piece> {
        self.letters().fold(pieces, |pieces, wanted| {
            pieces.into_iter().flat_map(|piece| split(piece, wanted)).collect()
        })
    }
}

/// The pieces of `piece` that are `wanted` and those between.
fn split(piece: Piece, wanted: &str) -> Vec<Piece> {
    if piece.hit || !piece.words.reveal().contains(wanted) {
        return vec![piece];
    }
    let mut pieces = Vec::new();
    for (at, between) in piece.words.reveal().split(wanted).enumerate() {
        if at > 0 {
            pieces.push(Piece::new(wanted, true));
        }
        if !between.is_empty() {
            pieces.push(Piece::new(between, false));
        }
    }
    pieces
}

/// A quoted part: one phrase, unless there is something in it that no phrase can hold.
fn phrase(part: &[char], open: bool, terms: &mut Vec<Term>) {
    let simple = |letter: &char| matches!(class(*letter), Class::Known | Class::Gap);
    if part.iter().all(simple) {
        let spaced = |letter: &char| if class(*letter) == Class::Gap { ' ' } else { *letter };
        let text: String = part.iter().map(spaced).collect();
        if part.iter().any(|letter| is_known(*letter)) {
            let words: Vec<&str> = text.split_whitespace().collect();
            terms.push(Term::Words { text: Private::new(words.join(" ")), open });
        }
    } else {
        words(part, open, terms);
    }
}

/// Words one by one; those behind a minus are left out.
fn loose(part: &[char], open: bool, query: &mut Query) {
    let chunks: Vec<&[char]> = part
        .split(|letter| letter.is_whitespace())
        .filter(|chunk| chunk.iter().copied().any(is_word))
        .collect();
    let last = chunks.len().saturating_sub(1);
    for (at, chunk) in chunks.into_iter().enumerate() {
        match chunk {
            [first, rest @ ..] if is_minus(*first) && rest.first().copied().is_some_and(is_word) => {
                query.leave_out(rest);
            }
            _ => words(chunk, open && at == last, &mut query.terms),
        }
    }
}

/// True for a letter that a word or a sign has, and a gap does not.
fn is_word(letter: char) -> bool {
    !matches!(class(letter), Class::Gap | Class::Quote)
}

const fn is_minus(letter: char) -> bool {
    matches!(letter, '-' | '\u{2212}')
}

/// True if a quotation that follows `part` is behind a minus, and not behind a hyphen of a word.
fn ends_with_minus(part: &[char], first: bool) -> bool {
    match part {
        [minus] => first && is_minus(*minus),
        [.., before, minus] => is_minus(*minus) && before.is_whitespace(),
        [] => false,
    }
}

/// Words one by one, with gaps of any kind between them.
fn words(part: &[char], open: bool, terms: &mut Vec<Term>) {
    let runs: Vec<&[char]> =
        part.split(|letter| class(*letter) == Class::Gap).filter(|run| !run.is_empty()).collect();
    let last = runs.len().saturating_sub(1);
    for (at, run) in runs.into_iter().enumerate() {
        word(run, open && at == last, terms);
    }
}

/// Letters without a gap between them. Where some of them are of a script without gaps, the index has them as one
/// word with who knows what else: then they are looked for as they are.
fn word(run: &[char], open: bool, terms: &mut Vec<Term>) {
    if run.iter().any(|letter| class(*letter) == Class::Foreign) {
        terms.push(Term::Letters(Private::new(run.iter().collect::<String>())));
        return;
    }
    let chunks: Vec<&[char]> = run.chunk_by(|one, next| class(*one) == class(*next)).collect();
    let last = chunks.len().saturating_sub(1);
    for (at, chunk) in chunks.into_iter().enumerate() {
        let text = Private::new(chunk.iter().collect::<String>());
        if chunk.iter().any(|letter| class(*letter) == Class::Sign) {
            terms.push(Term::Letters(text));
        } else if chunk.iter().any(|letter| is_known(*letter)) {
            terms.push(Term::Words { text, open: open && at == last });
        }
    }
}

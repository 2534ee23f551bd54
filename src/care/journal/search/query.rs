//! Reads what was typed as words, phrases and signs; every text is a query, and none is a mistake.

use super::Piece;
use crate::care::Private;

/// Letters of a query that are read; a search for more is no search.
pub const LONGEST: usize = 200;

/// What is looked for: a page is found if it holds every term.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    terms: Vec<Term>,
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

/// What a letter is to a search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Of a word the index knows, or an apostrophe within one.
    Known,
    /// Of a script the index cannot part into words.
    Foreign,
    /// An emoji or another sign that is no letter.
    Sign,
    Quote,
    Gap,
}

impl Query {
    /// Reads what was typed. Quotation marks hold a phrase together; the last word may go on, unless its phrase is
    /// closed. Of a very long text only the first [`LONGEST`] letters are read.
    #[must_use]
    pub fn read(typed: &str) -> Self {
        let typed: Vec<char> = typed.chars().take(LONGEST).collect();
        let mut terms = Vec::new();
        // Between an odd quotation mark and the next one stands a phrase; the last one may not be closed yet.
        let parts: Vec<&[char]> = typed.split(|letter| class(*letter) == Class::Quote).collect();
        let last = parts.len().saturating_sub(1);
        for (at, part) in parts.into_iter().enumerate() {
            let open = at == last;
            if at % 2 == 1 { phrase(part, open, &mut terms) } else { loose(part, open, &mut terms) }
        }
        Self { terms }
    }

    /// What to look for, in the order in which it was typed.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// True if there is nothing to look for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
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
        loose(part, open, terms);
    }
}

/// Words one by one.
fn loose(part: &[char], open: bool, terms: &mut Vec<Term>) {
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

/// Known are letters of the scripts of which it is certain that the index (`unicode61` of `SQLite`) has them in words as
/// people part them. Whatever is not certain is looked for as it is, which is slower and as true.
fn class(letter: char) -> Class {
    match letter {
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' => Class::Quote,
        '\'' | '’' | '\u{300}'..='\u{331}' => Class::Known,
        // Holds an emoji of several parts together.
        '\u{200d}' => Class::Sign,
        _ if letter.is_whitespace() || letter.is_control() || letter.is_ascii_punctuation() => Class::Gap,
        '\u{a1}'..='\u{a9}'
        | '\u{ab}'..='\u{b1}'
        | '\u{b4}'
        | '\u{b6}'..='\u{b8}'
        | '\u{bf}'
        // Dashes, quotes, dots and what says which way to write.
        | '\u{2000}'..='\u{206f}'
        // Punctuation of East Asia, of Hebrew, of Arabic.
        | '\u{3000}'..='\u{3003}'
        | '\u{3008}'..='\u{3020}'
        | '\u{30fb}'
        | '\u{ff01}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}'
        | '\u{5be}'
        | '\u{60c}'
        | '\u{61b}'
        | '\u{61f}'
        | '\u{6d4}'
        | '\u{feff}' => Class::Gap,
        _ if is_known(letter) => Class::Known,
        // A letter, a mark on one, or a sign for private use, which the index takes for a letter.
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => Class::Foreign,
        _ if letter.is_alphanumeric() => Class::Foreign,
        _ => Class::Sign,
    }
}

/// Letters and digits of Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic and Korean.
const fn is_known(letter: char) -> bool {
    matches!(letter,
        '0'..='9' | 'A'..='Z' | 'a'..='z'
        | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{24f}'
        | '\u{386}' | '\u{388}'..='\u{38a}' | '\u{38c}' | '\u{38e}'..='\u{3a1}' | '\u{3a3}'..='\u{3ff}'
        | '\u{400}'..='\u{481}' | '\u{48a}'..='\u{523}'
        | '\u{531}'..='\u{556}' | '\u{561}'..='\u{587}'
        | '\u{5d0}'..='\u{5ea}'
        | '\u{621}'..='\u{63a}' | '\u{641}'..='\u{64a}' | '\u{660}'..='\u{669}' | '\u{671}'..='\u{6d3}'
        | '\u{6f0}'..='\u{6f9}'
        | '\u{1e00}'..='\u{1eff}'
        | '\u{ac00}'..='\u{d7a3}')
}

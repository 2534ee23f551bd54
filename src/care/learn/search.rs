//! Finds articles: every word of the query must begin a word of the article; hits in titles come first.

use super::Page;
use std::cmp::Reverse;

/// How many words a snippet shows at most, and how many of them stand before the first hit.
const SNIPPET: usize = 24;
const BEFORE: usize = 8;

/// An article that was found, in pieces, so that the hits can be shown without any markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub id: String,
    pub title: Vec<Piece>,
    /// The passage with the most hits, or how the article begins.
    pub snippet: Vec<Piece>,
}

/// A stretch of text that is a hit or is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub hit: bool,
}

/// The articles in which every word of `query` begins a word, best first; all of them, in order, for a query
/// without words. `fold` says how letters are compared: what it makes equal is equal.
pub fn find(pages: &[Page], query: &str, fold: impl Fn(&str) -> String) -> Vec<Found> {
    let wanted: Vec<String> = words(query).map(&fold).collect();
    let mut found: Vec<_> = pages.iter().filter_map(|page| weigh(page, &wanted, &fold)).collect();
    // The sort keeps the clinic's order among equals.
    found.sort_by_key(|(weight, _)| Reverse(*weight));
    found.into_iter().map(|(_, found)| found).collect()
}

/// How many words of the query are in the title, then how many in the words the clinic chose for the search,
/// then how often they are in the text.
type Weight = (usize, usize, usize);

fn weigh(page: &Page, wanted: &[String], fold: &impl Fn(&str) -> String) -> Option<(Weight, Found)> {
    let begins = |text: &str| -> Vec<usize> {
        let folded: Vec<String> = words(text).map(fold).collect();
        let hits = |want: &String| folded.iter().filter(|word| word.starts_with(want)).count();
        wanted.iter().map(hits).collect()
    };
    let title = begins(&page.title);
    let search = begins(&page.search.join(" "));
    let texts: Vec<Vec<usize>> = page.texts().map(begins).collect();
    let all = (0..wanted.len()).all(|at| {
        let hit = |counts: &Vec<usize>| counts.get(at).is_some_and(|count| *count > 0);
        hit(&title) || hit(&search) || texts.iter().any(hit)
    });
    let different = |counts: &Vec<usize>| counts.iter().filter(|count| **count > 0).count();
    // Of equals the first: it comes earlier in the article.
    let best = texts.iter().zip(page.texts()).max_by_key(|(counts, _)| different(counts));
    let best = texts
        .iter()
        .zip(page.texts())
        .find(|(counts, _)| best.is_some_and(|(b, _)| different(counts) == different(b)));
    let in_texts = texts.iter().flatten().sum();
    all.then(|| {
        let found = Found {
            id: page.id.clone(),
            title: pieces(&page.title, wanted, fold),
            snippet: best.map(|(_, text)| snippet(&pieces(text, wanted, fold))).unwrap_or_default(),
        };
        ((different(&title), different(&search), in_texts), found)
    })
}

/// The words of a text: letters and digits, with the marks above or below them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter| !is_of_word(letter)).filter(|word| !word.is_empty())
}

/// A combining mark (U+0300 to U+036F) belongs to the letter before it.
fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&letter)
}

/// The text cut into words and what is between them; nothing is lost.
fn pieces(text: &str, wanted: &[String], fold: &impl Fn(&str) -> String) -> Vec<Piece> {
    let mut cut = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let of_word = is_of_word(first);
        let end = rest.find(|letter| is_of_word(letter) != of_word).unwrap_or(rest.len());
        let (piece, behind) = rest.split_at(end);
        let folded = if of_word { fold(piece) } else { String::new() };
        let hit = of_word && wanted.iter().any(|want| folded.starts_with(want));
        cut.push(Piece { text: piece.to_owned(), hit });
        rest = behind;
    }
    // The gap between two hits belongs to both of them.
    let between =
        |pair: &[Piece]| matches!(pair, [before, gap, behind] if before.hit && gap.text == " " && behind.hit);
    let gaps: Vec<bool> = cut.windows(3).map(between).collect();
    for (piece, is_gap) in cut.iter_mut().skip(1).zip(gaps) {
        piece.hit |= is_gap;
    }
    joined(cut)
}

/// At most [`SNIPPET`] words around the first hit, with an ellipsis where something was left out.
fn snippet(all: &[Piece]) -> Vec<Piece> {
    // Split again at the gaps, so that words can be counted.
    let parts: Vec<Piece> = all
        .iter()
        .flat_map(|piece| {
            let hit = piece.hit;
            piece.text.split_inclusive(' ').map(move |text| Piece { text: text.to_owned(), hit })
        })
        .collect();
    let first = parts.iter().position(|part| part.hit).unwrap_or_default();
    let from = if parts.len() <= SNIPPET { 0 } else { first.saturating_sub(BEFORE) };
    let mut kept: Vec<Piece> = parts.iter().skip(from).take(SNIPPET).cloned().collect();
    let to = from + kept.len();
    let dots = |text: &str| Piece { text: text.to_owned(), hit: false };
    if from > 0 {
        kept.insert(0, dots("… "));
    }
    if to < parts.len() {
        kept.push(dots("…"));
    }
    joined(kept)
}

/// Neighbours of a kind become one, so that a screen reader reads a sentence and not a heap of words.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::new();
    for piece in pieces {
        match joined.last_mut() {
            Some(last) if last.hit == piece.hit => last.text.push_str(&piece.text),
            _ => joined.push(piece),
        }
    }
    joined
}

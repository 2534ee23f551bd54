//! An insight: words the patient marked in a page of the journal, word for word; and how a text falls into sentences.

use super::Stood;
use crate::care::{Id, Private};
use chrono::{DateTime, Utc};

/// A passage that matters to the patient. It stays as it was marked, whatever becomes of the page's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Insight {
    pub id: Id,
    /// The page it was marked in; it goes with that page.
    pub entry: Id,
    pub words: Private,
    /// Where they stood in the page; unknown for what was marked before that was kept, and for words it did not hold.
    pub stood: Option<Stood>,
    pub at: DateTime<Utc>,
}

/// Marks at the end of a sentence.
const ENDS: [char; 7] = ['.', '!', '?', '…', '。', '！', '？'];
/// What may still follow such a mark within the sentence.
const CLOSES: [char; 9] = ['"', '\'', ')', ']', '”', '’', '»', '*', '_'];
/// Short forms a name follows: a full stop behind one never ends a sentence.
const BEFORE_NAMES: [&str; 13] =
    ["dr", "dra", "mr", "mrs", "ms", "prof", "sr", "sra", "srta", "st", "ud", "uds", "vs"];
/// Short forms a sentence may end with: it does where a capital letter follows.
const ANYWHERE: [&str; 8] = ["etc", "approx", "aprox", "ej", "pág", "núm", "eg", "ie"];

/// The sentences of a text, each with the white space behind it: put together they are the text, letter for letter.
///
/// A line break ends one, and so does a mark of [`ENDS`] before white space. What looks like the end of one and is a
/// short form (English and Spanish) is none. Where a rule does not know better, two sentences stay one.
#[must_use]
pub fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(end) = next_end(rest) {
        let (sentence, after) = rest.split_at(end);
        found.push(sentence);
        rest = after;
    }
    if !rest.is_empty() {
        found.push(rest);
    }
    found
}

/// Where the first sentence of `text` ends, with the white space behind it; `None` if all of it is one.
fn next_end(text: &str) -> Option<usize> {
    let mut begun = false;
    for (at, letter) in text.char_indices() {
        begun |= !letter.is_whitespace();
        let after = at + letter.len_utf8();
        if begun && (letter == '\n' || (ENDS.contains(&letter) && ends_here(text, at, after))) {
            return Some(past_space(text, after)).filter(|end| *end < text.len());
        }
    }
    None
}

/// True if the mark from `at` to `after` ends a sentence.
fn ends_here(text: &str, at: usize, after: usize) -> bool {
    let (before, mark) = (text.get(..at).unwrap_or_default(), text.get(at..after).unwrap_or_default());
    let behind = text.get(after..).unwrap_or_default();
    let open = behind.trim_start_matches(CLOSES);
    if !open.starts_with(char::is_whitespace) {
        return false;
    }
    if mark != "." {
        return true;
    }
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    // "J. Smith", "a. m.", "p. ej."
    let is_letter = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    let goes_on = || open.trim_start().starts_with(char::is_lowercase);
    let is_short = ANYWHERE.contains(&word.as_str());
    !(is_letter || BEFORE_NAMES.contains(&word.as_str()) || (is_short && goes_on()))
}

/// Behind the closing marks and the white space that follow.
fn past_space(text: &str, from: usize) -> usize {
    let behind = text.get(from..).unwrap_or_default();
    let open = behind.trim_start_matches(CLOSES);
    // After a line break nothing closes any more.
    let open = if text.get(..from).is_some_and(|before| before.ends_with('\n')) { behind } else { open };
    text.len() - open.trim_start().len()
}

//! What of a page is shared: the parts a patient can choose from, the exact text a choice comes to, and what became of it.
//!
//! A page is cut where a sentence or a line ends, and nowhere else is it looked at. What is chosen is never changed: parts
//! that follow each other stay as they were written, and where something between them stays private a mark says so.

use super::Media;
use crate::care::{Delivery, Id, Private, Refusal};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use std::collections::BTreeSet;

/// The most that is shared at once, in bytes, text and pictures together: two megabytes, as much as an answer to a form may
/// hold. It travels in one request that every clinic's server must take.
pub const LARGEST: u64 = 2 * 1024 * 1024;

/// More parts than these are too many to choose from one by one: then a paragraph is the smallest part.
const MANY: usize = 150;

/// Stands where something between two parts stays private.
const LEFT_OUT: &str = "\n\n[…]\n\n";

/// A part of a page that can be chosen by itself.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Part<'a> {
    /// As it was written, with the white space around it.
    text: &'a str,
    /// The paragraph it belongs to, counted from 0.
    pub paragraph: usize,
}

impl<'a> Part<'a> {
    /// Its words, without the white space around them.
    #[must_use]
    pub fn words(&self) -> &'a str {
        self.text.trim()
    }
}

impl std::fmt::Debug for Part<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Part").field("paragraph", &self.paragraph).finish_non_exhaustive()
    }
}

/// The parts of a page in order: together they are all that is written on it. None for a page without words.
#[must_use]
pub fn parts(words: &str) -> Vec<Part<'_>> {
    let sentences = cut(words);
    if sentences.len() <= MANY {
        return sentences;
    }
    let mut paragraphs = Vec::new();
    let (mut begin, mut end) = (0, 0);
    for (at, part) in sentences.iter().enumerate() {
        end += part.text.len();
        if sentences.get(at + 1).is_none_or(|next| next.paragraph != part.paragraph) {
            paragraphs
                .push(Part { text: words.get(begin..end).unwrap_or_default(), paragraph: part.paragraph });
            begin = end;
        }
    }
    paragraphs
}

/// The page cut where the next sentence or line begins.
fn cut(words: &str) -> Vec<Part<'_>> {
    let mut found = Vec::new();
    let (mut begin, mut paragraph, mut next_paragraph) = (0, 0, 0);
    // What was last seen: the end of a sentence, and how many line ends since the last letter.
    let (mut ended, mut lines, mut gap, mut any) = (false, 0, false, false);
    for (at, letter) in words.char_indices() {
        if letter.is_whitespace() {
            lines += usize::from(letter == '\n');
            gap = true;
            continue;
        }
        let closes = CLOSING.contains(&letter);
        let begins = if gap { ended || lines > 0 } else { ended && !closes && is_wide_end(words, at) };
        if any && begins {
            next_paragraph += usize::from(lines > 1);
            found.push(Part { text: words.get(begin..at).unwrap_or_default(), paragraph });
            (begin, paragraph) = (at, next_paragraph);
        }
        ended = ENDS.contains(&letter) || (ended && closes && !gap);
        (lines, gap, any) = (0, false, true);
    }
    if any {
        found.push(Part { text: words.get(begin..).unwrap_or_default(), paragraph });
    }
    found
}

/// What a sentence ends with.
const ENDS: [char; 8] = ['.', '!', '?', '…', '。', '！', '？', '؟'];
/// What may follow the end of a sentence and still belongs to it.
const CLOSING: [char; 9] = ['"', '\'', ')', ']', '”', '’', '»', '」', '』'];

/// True if a sentence of a script without gaps between its words ended just before `at`.
fn is_wide_end(words: &str, at: usize) -> bool {
    let before = words.get(..at).unwrap_or_default();
    before.trim_end_matches(CLOSING).ends_with(['。', '！', '？'])
}

/// What of a page is to be shared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// All that is written on it; else only `parts`.
    pub all: bool,
    /// The places of the chosen parts in [`parts`].
    pub parts: BTreeSet<usize>,
    /// The question that opened the page goes along.
    pub question: bool,
    /// The drawings and photos that go along.
    pub pieces: BTreeSet<Id>,
}

/// The text that is shared, to the letter; `None` where no words of the patient's are chosen.
#[must_use]
pub fn text(question: Option<&str>, words: &str, choice: &Choice) -> Option<Private> {
    let own = if choice.all { words.trim().to_owned() } else { chosen(words, &choice.parts) };
    if own.is_empty() {
        return None;
    }
    let question =
        question.filter(|_| choice.question).map(str::trim).filter(|question| !question.is_empty());
    Some(Private::new(match question {
        Some(question) => format!("{question}\n\n{own}"),
        None => own,
    }))
}

/// True if a mark in this text may say that something was left out; the patient may have written one, too.
#[must_use]
pub fn has_gaps(text: &str) -> bool {
    text.contains(LEFT_OUT)
}

fn chosen(words: &str, wanted: &BTreeSet<usize>) -> String {
    let mut text = String::new();
    let mut last = None;
    for (at, part) in parts(words).iter().enumerate().filter(|(at, _)| wanted.contains(at)) {
        if last.is_some_and(|last| last + 1 != at) {
            text.truncate(text.trim_end().len());
            text.push_str(LEFT_OUT);
        }
        text.push_str(part.text);
        last = Some(at);
    }
    text.trim().to_owned()
}

/// Something that was shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// The record the clinic has.
    pub record: Id,
    /// The page it is of, which may be gone.
    pub entry: Id,
    /// All that was written on the page, and not a part of it.
    pub whole: bool,
    /// Exactly what was sent; `None` once the page is gone, and where only pictures were shared.
    pub words: Option<Private>,
    pub pieces: Vec<SharedPiece>,
    /// The clinic's name as it was then.
    pub recipient: Option<String>,
    pub at: DateTime<Utc>,
    /// The phone's zone then.
    pub zone: Tz,
    pub withdrawn: Option<DateTime<Utc>>,
}

/// A drawing or a photo that can be or was shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedPiece {
    pub piece: Id,
    pub mime: String,
    /// What it shows, in the patient's words.
    pub title: Option<Private>,
    /// In bytes.
    pub size: u64,
    /// When it was made.
    pub made: DateTime<Utc>,
}

impl SharedPiece {
    /// True for a drawing, which is lines and becomes a picture when it is shared.
    #[must_use]
    pub fn is_drawing(&self) -> bool {
        self.mime == Media::Drawing.mime()
    }
}

/// Where something that was shared stands, said only by what the clinic's server acknowledged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Shared: this is where it is.
    Shared(Delivery),
    /// Withdrawn before anything of it could reach the clinic.
    TakenBack,
    /// Withdrawn here; the clinic has not been told yet.
    WithdrawalWaits,
    /// The clinic's server took the withdrawal then.
    Withdrawn(DateTime<Utc>),
    /// The clinic's server does not take the withdrawal.
    WithdrawalRefused(Refusal),
}

impl Standing {
    /// Where it stands: `delivery` is that of its record, where anything is or was queued about it.
    #[must_use]
    pub fn of(withdrawn: bool, delivery: Option<Delivery>) -> Self {
        match (withdrawn, delivery) {
            (false, delivery) => Self::Shared(delivery.unwrap_or(Delivery::StaysHere)),
            (true, None | Some(Delivery::StaysHere)) => Self::TakenBack,
            (true, Some(Delivery::OnThisPhone)) => Self::WithdrawalWaits,
            (true, Some(Delivery::Sent(at))) => Self::Withdrawn(at),
            (true, Some(Delivery::NeedsAttention(refusal))) => Self::WithdrawalRefused(refusal),
        }
    }
}

#[cfg(test)]
#[path = "share_tests.rs"]
mod tests;

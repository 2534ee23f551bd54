//! A passage of a page: the words somebody selected, where they stood, and where they stand in the page as it is now.

use super::Insight;
use crate::care::Private;
use serde::Deserialize;
use std::{borrow::Cow, ops::Range};

/// What was selected on a page with finger, mouse or keys. Places and lengths are in UTF-16 units, as the page counts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Selected {
    pub from: usize,
    pub to: usize,
    /// How long the whole text is on the page.
    pub length: usize,
    /// How the selection begins, some letters of it: a selection in other words than those kept here is none.
    pub beginning: Private,
}

/// Where a passage stood when it was marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stood {
    /// Behind so many bytes (UTF-8) of the page's words.
    pub place: usize,
    /// The letters before it, up to [`AROUND`].
    pub before: Private,
    /// The letters behind it, up to [`AROUND`].
    pub behind: Private,
}

/// How many letters around a passage are kept with it: enough to tell two of the same words apart.
pub const AROUND: usize = 32;

/// The words of a page as a screen has them: with one kind of line end.
#[must_use]
pub fn one_line_end(words: &str) -> Cow<'_, str> {
    if words.contains('\r') {
        Cow::Owned(words.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(words)
    }
}

impl Selected {
    /// Which bytes of `text` were selected, without the white space around them. `None` if it was selected in another
    /// text, or if nothing but white space was.
    #[must_use]
    pub fn within(&self, text: &str) -> Option<Range<usize>> {
        if text.chars().map(char::len_utf16).sum::<usize>() != self.length {
            return None;
        }
        let (from, to) = (byte_at(text, self.from)?, byte_at(text, self.to)?);
        let chosen = text.get(from..to)?;
        if !chosen.starts_with(self.beginning.reveal()) {
            return None;
        }
        let from = to - chosen.trim_start().len();
        let chosen = chosen.trim();
        (!chosen.is_empty()).then_some(from..from + chosen.len())
    }
}

/// The byte at which the unit `at` begins; `None` beyond the end and within a letter.
fn byte_at(text: &str, at: usize) -> Option<usize> {
    let mut left = at;
    let mut letters = text.chars();
    while left > 0 {
        left = left.checked_sub(letters.next()?.len_utf16())?;
    }
    Some(text.len() - letters.as_str().len())
}

impl Stood {
    /// Where `range` stands in `text`.
    #[must_use]
    pub fn of(text: &str, range: &Range<usize>) -> Self {
        let before = text.get(..range.start).unwrap_or_default();
        let behind = text.get(range.end..).unwrap_or_default();
        let first = before.char_indices().rev().take(AROUND).last().map_or(before.len(), |(at, _)| at);
        let last = behind.char_indices().nth(AROUND).map_or(behind.len(), |(at, _)| at);
        Self {
            place: range.start,
            before: Private::new(before.get(first..).unwrap_or_default()),
            behind: Private::new(behind.get(..last).unwrap_or_default()),
        }
    }

    /// How much around `range` is as it was then: letters that follow each other from the passage outwards.
    fn alike(&self, text: &str, range: &Range<usize>) -> usize {
        let before = text.get(..range.start).unwrap_or_default().chars().rev();
        let behind = text.get(range.end..).unwrap_or_default().chars();
        let same = |(one, other): &(char, char)| one == other;
        let left = before.zip(self.before.reveal().chars().rev()).take_while(same).count();
        let right = behind.zip(self.behind.reveal().chars()).take_while(same).count();
        left + right
    }
}

/// Where `words` stand in `text` nearest to the byte `at`, or first of all; `None` if they do not.
#[must_use]
pub fn nearest(text: &str, words: &str, at: Option<usize>) -> Option<Range<usize>> {
    everywhere(text, words).min_by_key(|range| at.map_or(0, |at| range.start.abs_diff(at)))
}

/// Where an insight stands in the page as it is now: its words, letter for letter, and of several such places the one
/// with most of what stood around it, then the nearest. `None` if the page does not say this any more.
#[must_use]
pub fn standing(text: &str, insight: &Insight) -> Option<Range<usize>> {
    let words = insight.words.reveal();
    let Some(stood) = &insight.stood else { return nearest(text, words, None) };
    everywhere(text, words)
        .min_by_key(|range| (usize::MAX - stood.alike(text, range), range.start.abs_diff(stood.place)))
}

fn everywhere<'t>(text: &'t str, words: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
    let found = (!words.is_empty()).then(|| text.match_indices(words));
    found.into_iter().flatten().map(|(at, found)| at..at + found.len())
}

/// `text` in stretches that are marked or not: put together they are the text. Where two passages overlap they are one
/// stretch.
#[must_use]
pub fn stretches(text: &str, mut marked: Vec<Range<usize>>) -> Vec<(&str, bool)> {
    marked.sort_by_key(|range| (range.start, range.end));
    let (mut all, mut done) = (Vec::new(), 0);
    let mut marked = marked.into_iter().peekable();
    while let Some(mut range) = marked.next() {
        while let Some(next) = marked.next_if(|next| next.start < range.end) {
            range.end = range.end.max(next.end);
        }
        let (Some(before), Some(words)) = (text.get(done..range.start), text.get(range.clone())) else {
            continue;
        };
        done = range.end;
        all.extend([(before, false), (words, true)]);
    }
    all.push((text.get(done..).unwrap_or_default(), false));
    all.retain(|(words, _)| !words.is_empty());
    all
}

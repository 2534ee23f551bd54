//! Finding pages of the journal: by words, by what hangs on them, by days; newest first, a part at a time.
//!
//! What is being written is found once it is folded into its entry; until then the entry is found as it stood. The
//! questions that open pages and the titles of pieces are not searched.

use super::{
    Reader, StoreError,
    columns::{Millis, Zone, limit},
    find_sql::{BY_TIME, BY_WORDS},
};
use crate::care::{
    journal::{
        Phase, Thread,
        search::{Days, Filters, Found, Kind, Piece, Query, Term},
    },
    time,
};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use rusqlite::{Row, ToSql, params};
use std::collections::BTreeSet;

/// Words around what was found: enough for two lines on a phone.
const WORDS_AROUND: i64 = 18;
/// Letters before what was found letter by letter, and in all.
const LETTERS_BEFORE: i64 = 50;
const LETTERS_AROUND: i64 = 160;

/// What stands around a hit on its way out of the index: two characters that Unicode keeps from ever being text. In
/// a page that holds them all the same, a mark is in the wrong place, and nothing worse.
const HIT: char = '\u{fdd0}';
const HIT_END: char = '\u{fdd1}';
/// What was left out.
const CUT: &str = "…";

/// Calendar days anywhere begin and end within this many days of the same day in UTC.
const ZONES_APART: chrono::Days = chrono::Days::new(1);

/// A place in what was found, to go on from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FoundPlace {
    at: DateTime<Utc>,
    place: i64,
}

impl Reader<'_> {
    /// At most `limit` pages that hold all of `query` and are as `filters` ask, the newest first, and where to go on;
    /// `None` at the end. `after` is where the last call with the same question ended. Pages come in the order in
    /// which they were begun: with words, in the order in which this store got them (which is the same, unless the
    /// clock was set back between two of them); without, by the instants themselves.
    pub fn find(
        &self,
        query: &Query,
        filters: &Filters,
        after: Option<FoundPlace>,
        limit: usize,
    ) -> Result<(Vec<Found>, Option<FoundPlace>), StoreError> {
        let mut after = after;
        loop {
            let rows = self.found_rows(query, filters, after, limit)?;
            after = rows.last().filter(|_| rows.len() == limit).map(|(_, place)| *place);
            let on_a_day = |found: &Found| filters.days.is_none_or(|days| days.hold(found.at, found.zone));
            let found: Vec<Found> = rows.into_iter().map(|(found, _)| found).filter(on_a_day).collect();
            if !found.is_empty() || after.is_none() {
                return Ok((found, after));
            }
        }
    }

    /// The calendar days within `days` on which pages were begun.
    pub fn days_with_entries(&self, days: Days) -> Result<BTreeSet<NaiveDate>, StoreError> {
        let (from, to) = instants(days);
        let all = self.all(
            "SELECT at, zone FROM journal_entry WHERE at BETWEEN ?1 AND ?2 AND removed_at IS NULL",
            params![Millis(from), Millis(to)],
            |row| {
                let (Millis(at), Zone(zone)) = (row.get("at")?, row.get("zone")?);
                Ok((at, zone))
            },
        )?;
        let held = all.into_iter().filter(|(at, zone): &(_, Tz)| days.hold(*at, *zone));
        Ok(held.map(|(at, zone)| time::day_of(at, zone)).collect())
    }

    /// When the oldest page was begun.
    pub fn first_entry_at(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let sql = "SELECT at FROM journal_entry WHERE removed_at IS NULL ORDER BY at, place LIMIT 1";
        Ok(self.one(sql, [], |row| row.get(0))?.map(|Millis(at)| at))
    }

    fn found_rows(
        &self,
        query: &Query,
        filters: &Filters,
        after: Option<FoundPlace>,
        limit: usize,
    ) -> Result<Vec<(Found, FoundPlace)>, StoreError> {
        let (at, place) = after.map_or((DateTime::<Utc>::MAX_UTC, i64::MAX), |after| (after.at, after.place));
        let (at, limit) = (Millis(at), self::limit(limit));
        let letters: Vec<&str> = query.letters().collect();
        let first = letters.first().copied().unwrap_or_default();
        let letters = serde_json::Value::from(letters).to_string();
        let [phase, phase_2, phase_3] = filters.thread.map_or([None; 3], |thread| phases(thread).map(Some));
        let (low, high) = (filters.mood.map(|mood| mood.low), filters.mood.map(|mood| mood.high));
        let worded = filters.kind == Some(Kind::Words);
        let kind = filters.kind.filter(|_| !worded).map(Kind::code);
        let (from, to) = filters.days.map(instants).unzip();
        let (from, to) = (from.map(Millis), to.map(Millis));
        let mut given: Vec<(&str, &dyn ToSql)> = vec![
            (":visit", &filters.visit),
            (":phase", &phase),
            (":phase_2", &phase_2),
            (":phase_3", &phase_3),
            (":low", &low),
            (":high", &high),
            (":worded", &worded),
            (":kind", &kind),
            (":shared", &filters.shared),
            (":from", &from),
            (":to", &to),
            (":letters", &letters),
            (":place", &place),
            (":limit", &limit),
        ];
        let (hit, hit_end) = (HIT.to_string(), HIT_END.to_string());
        let words = expression(query);
        let sql = if words.is_some() {
            let of_words: [(&str, &dyn ToSql); 5] = [
                (":words", &words),
                (":hit", &hit),
                (":hit_end", &hit_end),
                (":cut", &CUT),
                (":around", &WORDS_AROUND),
            ];
            given.extend(of_words);
            &BY_WORDS
        } else {
            let of_time: [(&str, &dyn ToSql); 4] = [
                (":at", &at),
                (":first", &first),
                (":before", &LETTERS_BEFORE),
                (":around", &LETTERS_AROUND),
            ];
            given.extend(of_time);
            &BY_TIME
        };
        self.all(sql, given.as_slice(), |row| found(row, query))
    }
}

/// What the index is asked: every part of it stands in quotation marks, and none of it holds one.
fn expression(query: &Query) -> Option<String> {
    let quoted = query.terms().iter().filter_map(|term| match term {
        Term::Words { text, open } => {
            Some(format!("\"{}\"{}", text.reveal().replace('"', " "), if *open { "*" } else { "" }))
        }
        Term::Letters(_) => None,
    });
    let all: Vec<String> = quoted.collect();
    (!all.is_empty()).then(|| all.join(" AND "))
}

/// The phases of a part of the story; three at most, the last one named again where there are fewer.
const fn phases(thread: Thread) -> [Phase; 3] {
    match thread {
        Thread::Before => [Phase::Intake, Phase::Preparation, Phase::Before],
        Thread::Raw => [Phase::Day0; 3],
        Thread::After => [Phase::Day1, Phase::Day3, Phase::Day3],
        Thread::Later => [Phase::Week1, Phase::Week4, Phase::Week4],
    }
}

/// From the earliest instant to the latest at which it is one of these days anywhere.
fn instants(days: Days) -> (DateTime<Utc>, DateTime<Utc>) {
    let first = days.first.checked_sub_days(ZONES_APART).unwrap_or(days.first);
    let last = days.last.checked_add_days(ZONES_APART).unwrap_or(days.last);
    (time::start_of_day(first, Tz::UTC), time::end_of_day(last, Tz::UTC))
}

fn found(row: &Row<'_>, query: &Query) -> rusqlite::Result<(Found, FoundPlace)> {
    let (Millis(at), Zone(zone)) = (row.get("at")?, row.get("zone")?);
    let kinds: Option<String> = row.get("kinds")?;
    let kinds: BTreeSet<&str> = kinds.as_deref().unwrap_or_default().split(',').collect();
    let mut passage = marked(row.get_ref("passage")?.as_str()?);
    if row.get("cut_before")? {
        passage.insert(0, Piece::new(CUT, false));
    }
    if row.get("cut_after")? {
        passage.push(Piece::new(CUT, false));
    }
    let found = Found {
        id: row.get("id")?,
        at,
        zone,
        phase: row.get("phase")?,
        prompt: row.get("prompt")?,
        kinds: Kind::ALL.into_iter().filter(|kind| kinds.contains(kind.code())).collect(),
        passage: query.mark_letters(passage),
    };
    Ok((found, FoundPlace { at, place: row.get("place")? }))
}

/// A passage with its hits, apart.
fn marked(passage: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (at, part) in passage.split(HIT).enumerate() {
        let (hit, rest) = part.split_once(HIT_END).unwrap_or(("", part));
        if at > 0 && !hit.is_empty() {
            pieces.push(Piece::new(hit, true));
        }
        if !rest.is_empty() {
            pieces.push(Piece::new(rest, false));
        }
    }
    pieces
}

#[cfg(test)]
#[path = "find_tests.rs"]
mod tests;

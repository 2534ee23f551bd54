//! Finding pages of the journal: by words, by what hangs on them, by days; newest first, a part at a time.
//!
//! What is being written is found as it stands. So are the questions that open pages and the titles of what hangs on
//! them.

use super::{
    Reader, StoreError,
    columns::{Millis, Zone, limit},
    find_drafts::Drafts,
    find_sql::{
        PLACES_OF_DAYS, PLACES_OF_VISIT, Shape, by_place, by_time, by_words, expression, unsure, unsure_out,
    },
};
use crate::care::{
    journal::{
        Phase, Thread,
        search::{Days, Filters, Found, Kind, Piece, Query},
    },
    time,
};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use rusqlite::{Row, ToSql, params, types::Value};
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

/// What stands between two titles in the index: a word of its own, so that no phrase reaches from one into the next.
const BETWEEN_TITLES: &str = "\n\u{f0000}\n";

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
        let mut given = asked(filters);
        given.push((":limit", self::limit(limit).into()));
        if query.is_empty() {
            let (at, place) =
                after.map_or((DateTime::<Utc>::MAX_UTC, i64::MAX), |after| (after.at, after.place));
            given.extend([
                (":at", at.timestamp_millis().into()),
                (":place", place.into()),
                (":around", LETTERS_AROUND.into()),
            ]);
            return self.all(&by_time(filters), &*named(&given), |row| found(row, &Texts::of(row)?, query));
        }
        let Some((least, most)) = self.places(filters)? else { return Ok(Vec::new()) };
        let most = after.map_or(most, |after| most.min(after.place.saturating_sub(1)));
        given.extend([(":least", least.into()), (":most", most.into())]);
        let drafts = self.drafts(query)?;
        let mut rows = self.found_in_drafts(&drafts, query, filters, &given)?;
        let shape = Shape::of(query);
        let drafted = drafts.places().next().is_some();
        if drafted {
            given.push((":drafts", json(drafts.places())));
        }
        given.extend(looked_for(query, shape));
        rows.extend(self.all(&by_words(shape, filters, drafted), &*named(&given), |row| {
            found(row, &Texts::of(row)?, query)
        })?);
        rows.sort_by_key(|(_, place)| std::cmp::Reverse(place.place));
        rows.truncate(limit);
        Ok(rows)
    }

    /// The pages of which what is being written holds what is looked for.
    fn found_in_drafts(
        &self,
        drafts: &Drafts,
        query: &Query,
        filters: &Filters,
        given: &[(&'static str, Value)],
    ) -> Result<Vec<(Found, FoundPlace)>, StoreError> {
        if drafts.found().is_empty() {
            return Ok(Vec::new());
        }
        let mut given = given.to_vec();
        given.push((":places", json(drafts.found().keys().copied())));
        self.all(&by_place(filters), &*named(&given), |row| {
            let place: i64 = row.get("place")?;
            match drafts.found().get(&place) {
                Some(texts) => found(row, texts, query),
                None => found(row, &Texts::default(), query),
            }
        })
    }

    /// Between which places the pages lie that can be as `filters` ask; `None` if there are none.
    fn places(&self, filters: &Filters) -> Result<Option<(i64, i64)>, StoreError> {
        let row = |row: &Row<'_>| Ok(row.get::<_, Option<i64>>(0)?.zip(row.get(1)?));
        let (mut least, mut most) = (0, i64::MAX);
        let of_visit = filters.visit.as_ref().map(|visit| self.one(PLACES_OF_VISIT, [visit], row));
        let of_days = filters
            .days
            .map(instants)
            .map(|(from, to)| self.one(PLACES_OF_DAYS, params![Millis(from), Millis(to)], row));
        for range in of_visit.into_iter().chain(of_days) {
            let Some((from, to)) = range?.flatten() else { return Ok(None) };
            (least, most) = (least.max(from), most.min(to));
        }
        Ok((least <= most).then_some((least, most)))
    }
}

/// What is given to a statement, by name.
pub(super) type Given = Vec<(&'static str, Value)>;

pub(super) fn named<'g>(given: &'g [(&'static str, Value)]) -> Vec<(&'g str, &'g dyn ToSql)> {
    given.iter().map(|(name, value)| (*name, value as &dyn ToSql)).collect()
}

/// What the conditions of `filters` are given.
fn asked(filters: &Filters) -> Given {
    let mut given = Given::new();
    if let Some(visit) = &filters.visit {
        given.push((":visit", visit.to_string().into()));
    }
    if let Some(thread) = filters.thread {
        let codes = phases(thread).map(|phase| Value::from(phase.code().to_owned()));
        given.extend([":phase", ":phase_2", ":phase_3"].into_iter().zip(codes));
    }
    if let Some(mood) = filters.mood {
        given.extend([(":low", Value::from(i64::from(mood.low))), (":high", i64::from(mood.high).into())]);
    }
    if let Some(kind) = filters.kind.filter(|kind| *kind != Kind::Words) {
        given.push((":kind", kind.code().to_owned().into()));
    }
    if let Some((from, to)) = filters.days.map(instants) {
        given
            .extend([(":from", Value::from(from.timestamp_millis())), (":to", to.timestamp_millis().into())]);
    }
    given
}

/// What the index is given, and what marks a passage.
pub(super) fn looked_for(query: &Query, shape: Shape) -> Given {
    let mut given: Given = vec![(":words", expression(query).into())];
    if shape.worded {
        given.extend([
            (":hit", Value::from(HIT.to_string())),
            (":hit_end", HIT_END.to_string().into()),
            (":cut", CUT.to_owned().into()),
            (":around", WORDS_AROUND.into()),
        ]);
    } else {
        given.extend([
            (":first", Value::from(query.letters().next().unwrap_or_default().to_owned())),
            (":before", LETTERS_BEFORE.into()),
            (":around", LETTERS_AROUND.into()),
        ]);
    }
    if shape.letters {
        given.push((":letters", json(unsure(query))));
    }
    if shape.letters_out {
        given.push((":letters_out", json(unsure_out(query))));
    }
    given
}

fn json<T: Into<serde_json::Value>>(all: impl IntoIterator<Item = T>) -> Value {
    all.into_iter().collect::<serde_json::Value>().to_string().into()
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

/// The texts of a page that was found, as they come out of a statement: with marks.
#[derive(Debug, Clone, Default)]
pub(super) struct Texts {
    passage: String,
    cut_before: bool,
    cut_after: bool,
    prompt: String,
    titles: String,
}

impl Texts {
    pub(super) fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            passage: row.get("passage")?,
            cut_before: row.get("cut_before")?,
            cut_after: row.get("cut_after")?,
            prompt: row.get("prompt")?,
            titles: row.get("titles")?,
        })
    }
}

fn found(row: &Row<'_>, texts: &Texts, query: &Query) -> rusqlite::Result<(Found, FoundPlace)> {
    let (Millis(at), Zone(zone)) = (row.get("at")?, row.get("zone")?);
    let kinds: String = row.get("kinds")?;
    let kinds: BTreeSet<&str> = kinds.split(',').collect();
    let pieces = |text: &str| query.mark_letters(marked(text));
    let mut passage = pieces(&texts.passage);
    if texts.cut_before {
        passage.insert(0, Piece::new(CUT, false));
    }
    if texts.cut_after {
        passage.push(Piece::new(CUT, false));
    }
    let titles = texts.titles.split(BETWEEN_TITLES).map(pieces);
    let found = Found {
        id: row.get("id")?,
        at,
        zone,
        phase: row.get("phase")?,
        prompt: pieces(&texts.prompt),
        titles: titles.filter(|title| title.iter().any(|piece| piece.hit)).collect(),
        kinds: Kind::ALL.into_iter().filter(|kind| kinds.contains(kind.code())).collect(),
        passage,
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

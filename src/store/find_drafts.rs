//! Pages that are being written, found as they stand: a few at most, put into an index in memory for one question.
//!
//! The index on the disk has the words of before. Keeping it in step with each pause in typing would cost more than the
//! pause.

use super::{
    Reader, StoreError,
    find::{Texts, looked_for, named},
    find_sql::{HELD, Shape, passage, unsure_conditions},
};
use crate::care::{
    Private,
    journal::search::{Query, signs},
};
use rusqlite::{Connection, params};
use std::collections::BTreeMap;

/// Everything of the pages being written that can be found.
const WRITTEN: &str = "SELECT p.place, d.words, coalesce(e.prompt, '') AS prompt, p.titles
    FROM journal_draft AS d JOIN journal_entry AS e ON e.id = d.entry JOIN journal_searched AS p ON p.turn = -e.place";

/// As the index on the disk, but for what makes that one quicker.
const INDEX: &str = "CREATE VIRTUAL TABLE journal_search USING fts5 (
    words, prompt, titles, signs, tokenize = 'unicode61 remove_diacritics 2')";

/// The pages that are being written.
#[derive(Default)]
pub(super) struct Drafts {
    places: Vec<i64>,
    found: BTreeMap<i64, Texts>,
}

struct Written {
    place: i64,
    words: Private,
    prompt: String,
    titles: String,
}

impl Drafts {
    /// Where all of them stand.
    pub(super) fn places(&self) -> impl Iterator<Item = i64> + '_ {
        self.places.iter().copied()
    }

    /// Those that hold what was looked for.
    pub(super) const fn found(&self) -> &BTreeMap<i64, Texts> {
        &self.found
    }
}

impl Reader<'_> {
    /// The pages that are being written, and which of them hold `query`.
    pub(super) fn drafts(&self, query: &Query) -> Result<Drafts, StoreError> {
        let written = self.all(WRITTEN, [], |row| {
            Ok(Written {
                place: row.get("place")?,
                words: row.get("words")?,
                prompt: row.get("prompt")?,
                titles: row.get("titles")?,
            })
        })?;
        if written.is_empty() {
            return Ok(Drafts::default());
        }
        let memory = Connection::open_in_memory()?;
        memory.execute_batch(INDEX)?;
        let sql =
            "INSERT INTO journal_search (rowid, words, prompt, titles, signs) VALUES (?1, ?2, ?3, ?4, ?5)";
        for page in &written {
            let Written { place, words, prompt, titles } = page;
            let signs = signs(&[words.reveal(), prompt, titles].join("\n"));
            memory.execute(sql, params![place, words, prompt, titles, signs])?;
        }
        let shape = Shape::of(query);
        let sql = format!(
            "SELECT rowid AS place, {} FROM journal_search WHERE journal_search MATCH :words{}",
            passage(shape, &HELD),
            unsure_conditions(shape, &HELD)
        );
        let given = looked_for(query, shape);
        let found = memory
            .prepare(&sql)?
            .query_map(&*named(&given), |row| Ok((row.get("place")?, Texts::of(row)?)))?
            .collect::<Result<_, _>>()?;
        Ok(Drafts { places: written.into_iter().map(|page| page.place).collect(), found })
    }
}

//! The statements that find pages: one walks the index of words, one walks the pages by time, one reads a few by name.

use crate::care::journal::search::{EVERY, Filters, Kind, Query, Term};

/// Where the texts of a page stand for a statement.
pub(super) struct Texts {
    pub(super) words: &'static str,
    pub(super) prompt: &'static str,
    pub(super) titles: &'static str,
}

/// In the store.
pub(super) const KEPT: Texts =
    Texts { words: "e.words", prompt: "coalesce(e.prompt, '')", titles: "p.titles" };

/// In an index that holds them itself.
pub(super) const HELD: Texts = Texts { words: "words", prompt: "prompt", titles: "titles" };

/// What a search is made of besides its filters.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    /// There are words, which the index marks where they stand; letters are marked by whoever reads.
    pub(super) worded: bool,
    /// Letters are looked for of which the index knows only a part.
    pub(super) letters: bool,
    /// The same of letters that are to be left out.
    pub(super) letters_out: bool,
}

impl Shape {
    pub(super) fn of(query: &Query) -> Self {
        Self {
            worded: query.terms().iter().any(|term| matches!(term, Term::Words { .. })),
            letters: unsure(query).next().is_some(),
            letters_out: unsure_out(query).next().is_some(),
        }
    }
}

/// The letters that a page the index found need not hold.
pub(super) fn unsure(query: &Query) -> impl Iterator<Item = &str> {
    query.terms().iter().filter_map(as_is)
}

/// The letters that a page the index left in may hold all the same.
pub(super) fn unsure_out(query: &Query) -> impl Iterator<Item = &str> {
    query.left_out().iter().flatten().filter_map(as_is)
}

fn as_is(term: &Term) -> Option<&str> {
    match term {
        Term::Letters(letters) if !term.is_signs() => Some(letters.reveal()),
        _ => None,
    }
}

/// What the index is asked. Every part of it stands in quotation marks, and none of it holds one.
pub(super) fn expression(query: &Query) -> String {
    let mut all: Vec<String> = query.terms().iter().filter_map(term).collect();
    if all.is_empty() {
        all.push(format!("signs : \"{EVERY}\""));
    }
    let holds = all.join(" AND ");
    let sure = query.left_out().iter().filter(|group| group.iter().all(|term| as_is(term).is_none()));
    let without: Vec<String> = sure
        .map(|group| group.iter().filter_map(term).collect::<Vec<_>>())
        .filter(|group| !group.is_empty())
        .map(|group| format!("({})", group.join(" AND ")))
        .collect();
    if without.is_empty() { holds } else { format!("({holds}) NOT ({})", without.join(" OR ")) }
}

/// A term as the index is asked for it. No word it knows can be in the column of signs, and no sign in the others.
fn term(term: &Term) -> Option<String> {
    match term {
        Term::Words { text, open } => {
            Some(format!("\"{}\"{}", text.reveal().replace('"', " "), if *open { "*" } else { "" }))
        }
        Term::Letters(_) => {
            let runs: Vec<String> = term.runs().into_iter().map(|run| format!("signs : \"{run}\"")).collect();
            (!runs.is_empty()).then(|| format!("({})", runs.join(" AND ")))
        }
    }
}

/// The passage of a page that is shown, with what was found marked, and the other texts it may stand in.
pub(super) fn passage(shape: Shape, texts: &Texts) -> String {
    let Texts { words, prompt, titles } = texts;
    if shape.worded {
        return format!(
            "snippet(journal_search, 0, :hit, :hit_end, :cut, :around) AS passage,
            0 AS cut_before, 0 AS cut_after,
            iif({prompt} = '', '', highlight(journal_search, 1, :hit, :hit_end)) AS prompt,
            iif({titles} = '', '', highlight(journal_search, 2, :hit, :hit_end)) AS titles"
        );
    }
    format!(
        "substr({words}, max(1, instr({words}, :first) - :before), :around) AS passage,
            instr({words}, :first) - :before > 1 AS cut_before,
            length({words}) >= max(1, instr({words}, :first) - :before) + :around AS cut_after,
            {prompt} AS prompt, {titles} AS titles"
    )
}

/// What is looked at in the words themselves, since the index cannot tell it.
pub(super) fn unsure_conditions(shape: Shape, texts: &Texts) -> String {
    let Texts { words, prompt, titles } = texts;
    let text = format!("{words} || char(10) || {prompt} || char(10) || {titles}");
    let all_in = format!("NOT EXISTS (SELECT 1 FROM json_each(:letters) WHERE instr({text}, value) = 0)");
    let none_in =
        format!("NOT EXISTS (SELECT 1 FROM json_each(:letters_out) WHERE instr({text}, value) > 0)");
    and(&[(shape.letters, &all_in), (shape.letters_out, &none_in)])
}

/// What is asked of a page besides its words; what is not asked is not looked at. Answered from one table that holds none
/// of the words.
fn asked(filters: &Filters) -> String {
    let conditions = [
        (filters.visit.is_some(), "p.visit = :visit"),
        (filters.thread.is_some(), "p.phase IN (:phase, :phase_2, :phase_3)"),
        (filters.mood.is_some(), "p.mood BETWEEN :low AND :high"),
        (filters.kind == Some(Kind::Words), "p.worded"),
        (filters.kind.is_some_and(|kind| kind != Kind::Words), "instr(p.kinds, :kind) > 0"),
        (filters.shared, "p.shared"),
        (filters.days.is_some(), "p.at BETWEEN :from AND :to"),
    ];
    and(&conditions)
}

/// The conditions that are asked for, each behind an `AND`.
fn and(conditions: &[(bool, &str)]) -> String {
    let asked = conditions.iter().filter(|(asked, _)| *asked);
    asked.flat_map(|(_, sql)| [" AND ", sql]).collect()
}

/// What every statement reads of a page.
const READ: &str = "SELECT p.place, p.kinds, e.id, e.at, e.zone, e.phase";

/// The index is walked from the newest page on, and left as soon as there are enough: a word that is in every page costs
/// no more than a rare one. Pages that are being written are left out: their words are not those the index has.
pub(super) fn by_words(shape: Shape, filters: &Filters, drafted: bool) -> String {
    let not_drafts =
        if drafted { " AND journal_search.rowid NOT IN (SELECT -value FROM json_each(:drafts))" } else { "" };
    format!(
        "{READ}, {}
         FROM journal_search
             CROSS JOIN journal_searched AS p ON p.turn = journal_search.rowid
             CROSS JOIN journal_entry AS e ON e.place = p.place
         WHERE journal_search MATCH :words AND journal_search.rowid BETWEEN -:most AND -:least{not_drafts}{}{}
         ORDER BY journal_search.rowid LIMIT :limit",
        passage(shape, &KEPT),
        asked(filters),
        unsure_conditions(shape, &KEPT),
    )
}

/// Without words the pages are walked by time, in an index that holds all that can be asked.
pub(super) fn by_time(filters: &Filters) -> String {
    // What is being written, where something is.
    let words = "coalesce((SELECT words FROM journal_draft WHERE entry = e.id), e.words)";
    format!(
        "{READ}, substr({words}, 1, :around) AS passage, 0 AS cut_before,
             substr({words}, 1 + :around, 1) <> '' AS cut_after, coalesce(e.prompt, '') AS prompt, '' AS titles
         FROM journal_searched AS p INDEXED BY journal_searched_by_time
             CROSS JOIN journal_entry AS e ON e.place = p.place
         WHERE (p.at, p.place) < (:at, :place){}
         ORDER BY p.at DESC, p.place DESC LIMIT :limit",
        asked(filters),
    )
}

/// Some pages by their places, with none of their words.
pub(super) fn by_place(filters: &Filters) -> String {
    format!(
        "{READ} FROM journal_searched AS p CROSS JOIN journal_entry AS e ON e.place = p.place
         WHERE p.turn IN (SELECT -value FROM json_each(:places)) AND p.place BETWEEN :least AND :most{}
         ORDER BY p.turn LIMIT :limit",
        asked(filters),
    )
}

/// The first and the last place of the pages of a session.
pub(super) const PLACES_OF_VISIT: &str =
    "SELECT min(place), max(place) FROM journal_entry WHERE visit = ?1 AND removed_at IS NULL";

/// The same of the pages begun from one instant to another.
pub(super) const PLACES_OF_DAYS: &str = "SELECT min(place), max(place)
    FROM journal_searched INDEXED BY journal_searched_by_time WHERE at BETWEEN ?1 AND ?2";

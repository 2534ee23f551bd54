//! The two statements that find pages: one walks the index of words, one walks the pages by time.

use std::sync::LazyLock;

/// With words the index is walked from its newest page back, and left as soon as there are enough: a word that is in
/// every page costs no more than a rare one.
pub(super) static BY_WORDS: LazyLock<String> = LazyLock::new(|| {
    let passage = "snippet(journal_search, 0, :hit, :hit_end, :cut, :around) AS passage,
        0 AS cut_before, 0 AS cut_after";
    statement(
        passage,
        "journal_search CROSS JOIN journal_entry AS e ON e.place = journal_search.rowid",
        "journal_search MATCH :words AND journal_search.rowid < :place",
        "journal_search.rowid",
        "journal_search.rowid DESC",
    )
});

/// Without words the pages are walked by time, in an index that holds none of their words.
pub(super) static BY_TIME: LazyLock<String> = LazyLock::new(|| {
    let passage = "substr(e.words, max(1, instr(e.words, :first) - :before), :around) AS passage,
        instr(e.words, :first) - :before > 1 AS cut_before,
        length(e.words) >= max(1, instr(e.words, :first) - :before) + :around AS cut_after";
    statement(
        passage,
        "journal_entry AS e INDEXED BY journal_entry_by_time",
        "e.removed_at IS NULL AND (e.at, e.place) < (:at, :place)",
        "e.place",
        "e.at DESC, e.place DESC",
    )
});

/// What every search reads of a page, and what it may ask of it. What is not asked is never looked at; the places of
/// the pages that are as asked are listed once, from an index that holds no words.
fn statement(passage: &str, from: &str, which: &str, place: &str, order: &str) -> String {
    format!(
        "SELECT e.place, e.id, e.at, e.zone, e.phase, e.prompt, {passage},
             (SELECT group_concat(DISTINCT kind) FROM piece WHERE entry = e.id AND removed_at IS NULL) AS kinds
         FROM {from}
         WHERE {which}
           AND (:visit IS NULL OR {place} IN
               (SELECT place FROM journal_entry WHERE visit = :visit AND removed_at IS NULL))
           AND (:phase IS NULL OR {place} IN
               (SELECT place FROM journal_entry
                WHERE phase IN (:phase, :phase_2, :phase_3) AND removed_at IS NULL))
           AND (:low IS NULL OR {place} IN
               (SELECT place FROM journal_entry WHERE mood BETWEEN :low AND :high AND removed_at IS NULL))
           AND (NOT :worded OR {place} IN
               (SELECT place FROM journal_entry WHERE words <> '' AND removed_at IS NULL))
           AND (:kind IS NULL OR {place} IN
               (SELECT place FROM journal_entry
                WHERE id IN (SELECT entry FROM piece WHERE kind = :kind AND removed_at IS NULL)))
           AND (NOT :shared OR {place} IN
               (SELECT place FROM journal_entry
                WHERE id IN (SELECT entry FROM share WHERE withdrawn_at IS NULL)))
           AND (:from IS NULL OR {place} IN
               (SELECT place FROM journal_entry WHERE at BETWEEN :from AND :to AND removed_at IS NULL))
           AND (:letters = '[]' OR NOT EXISTS
               (SELECT 1 FROM json_each(:letters) WHERE instr(e.words, value) = 0))
         ORDER BY {order} LIMIT :limit"
    )
}

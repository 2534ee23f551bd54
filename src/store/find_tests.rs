//! What `SQLite` means to do for a search: no sort, and no words of pages that are not shown.

use super::{BY_TIME, BY_WORDS};
use crate::store::{Store, StoreKey};
use rusqlite::named_params;

/// How `SQLite` means to go about it.
fn plan(sql: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("store.db"), &StoreKey::from_bytes([7; 32])).unwrap();
    let explain = format!("EXPLAIN QUERY PLAN {sql}");
    let lines: Vec<String> = store
        .read(|reader| reader.all(&explain, named_params! { ":limit": 1 }, |row| row.get("detail")))
        .unwrap();
    lines.join("\n")
}

/// What is looked up for each thing that can be asked. Of the rows themselves only the number is wanted, which stands in
/// the index: `SQLite` goes to none of them.
const ASKED: [&str; 7] = [
    "USING INDEX journal_entry_by_visit (visit=?)",
    "USING INDEX journal_entry_by_phase (phase=?)",
    "USING INDEX journal_entry_by_mood (mood>? AND mood<?)",
    "USING INDEX journal_entry_worded",
    "USING INDEX journal_entry_by_time (at>? AND at<?)",
    "USING COVERING INDEX sqlite_autoindex_journal_entry_1 (id=?)",
    "piece USING INDEX piece_by_entry (entry=?)",
];

#[test]
fn no_search_sorts_and_none_reads_the_words_of_pages_it_does_not_show() {
    for (sql, walked) in [
        (&*BY_WORDS, "SCAN journal_search VIRTUAL TABLE INDEX"),
        (&*BY_TIME, "SEARCH e USING INDEX journal_entry_by_time (at<?)"),
    ] {
        let plan = plan(sql);
        assert!(plan.contains(walked), "{plan}");
        for asked in ASKED {
            assert!(plan.contains(asked), "{asked} in\n{plan}");
        }
        assert!(!plan.contains("TEMP B-TREE FOR ORDER BY"), "{plan}");
        assert!(!plan.contains("SCAN e") && !plan.contains("SCAN journal_entry\n"), "{plan}");
    }
}

#[test]
fn a_list_in_another_order_would_be_sorted() {
    // The control: what the test above looks for is there to be found.
    let sorted = plan(&BY_TIME.replace("ORDER BY e.at DESC, e.place DESC", "ORDER BY e.zone"));
    assert!(sorted.contains("TEMP B-TREE FOR ORDER BY"), "{sorted}");
}

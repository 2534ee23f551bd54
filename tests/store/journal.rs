//! The journal's tables, ahead of its screens: search folds accents, finds beginnings, and forgets what is deleted.

use crate::given::{beneath, store};
use rusqlite::{Connection, params};

fn add(conn: &Connection, id: &str, words: &str) {
    conn.execute(
        "INSERT INTO journal_entry (id, at, zone, changed_at, words) VALUES (?1, 0, 'Europe/Rome', 0, ?2)",
        params![id, words],
    )
    .unwrap();
}

fn search(conn: &Connection, query: &str) -> Vec<String> {
    conn.prepare(
        "SELECT id FROM journal_search JOIN journal_entry ON journal_entry.place = -journal_search.rowid
         WHERE journal_search MATCH ?1 ORDER BY id",
    )
    .unwrap()
    .query_map([query], |row| row.get(0))
    .unwrap()
    .collect::<Result<_, _>>()
    .unwrap()
}

/// Every byte of the index, as `SQLite` sees it once it is decrypted.
fn index(conn: &Connection) -> Vec<u8> {
    let blocks: Vec<Vec<u8>> = conn
        .prepare("SELECT block FROM journal_search_data")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    blocks.concat()
}

fn contains(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

#[test]
fn search_folds_accents_and_case_and_finds_beginnings() {
    let given = store();
    let conn = beneath(&given.path());
    add(&conn, "a", "Café con María, mañana");
    add(&conn, "b", "Cafeteria closed");
    add(&conn, "c", "Tiếng Việt");
    assert_eq!(search(&conn, "cafe"), ["a"]);
    assert_eq!(search(&conn, "CAFÉ"), ["a"]);
    assert_eq!(search(&conn, "caf*"), ["a", "b"]);
    assert_eq!(search(&conn, "mar* manana"), ["a"]);
    assert_eq!(search(&conn, "tieng viet"), ["c"], "more than one mark on a letter");
    assert_eq!(search(&conn, "afe"), [""; 0]);
}

#[test]
fn the_index_follows_every_change() {
    let given = store();
    let conn = beneath(&given.path());
    add(&conn, "a", "morning walk");
    add(&conn, "b", "morning tea");
    conn.execute("UPDATE journal_entry SET words = 'evening walk' WHERE id = 'a'", []).unwrap();
    assert_eq!(search(&conn, "morning"), ["b"]);
    assert_eq!(search(&conn, "evening"), ["a"]);
    conn.execute("DELETE FROM journal_entry WHERE id = 'b'", []).unwrap();
    assert_eq!(search(&conn, "morning"), [""; 0]);
    // FTS5 compares its index with the table and fails if they differ.
    conn.execute("INSERT INTO journal_search (journal_search, rank) VALUES ('integrity-check', 1)", [])
        .unwrap();
}

#[test]
fn the_words_of_a_deleted_entry_leave_the_index() {
    let given = store();
    let conn = beneath(&given.path());
    let a_word_that_stays = |secure: bool| {
        conn.execute(
            "INSERT INTO journal_search (journal_search, rank) VALUES ('secure-delete', ?1)",
            [secure],
        )
        .unwrap();
        add(&conn, "a", "zebrafinch");
        assert!(contains(&index(&conn), "zebrafinch"));
        conn.execute("DELETE FROM journal_entry", []).unwrap();
        contains(&index(&conn), "zebrafinch")
    };
    assert!(!a_word_that_stays(true));
    assert!(a_word_that_stays(false), "control: without it the word stays, so the look above can find it");
}

#[test]
fn a_new_store_has_secure_delete_on() {
    let given = store();
    let sql = "SELECT v FROM journal_search_config WHERE k = 'secure-delete'";
    let on: i64 = beneath(&given.path()).query_row(sql, [], |row| row.get(0)).unwrap();
    assert_eq!(on, 1);
}

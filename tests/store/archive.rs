//! Everything of a store comes back equal from an archive, and from a damaged or hostile one nothing comes at all.

use crate::{
    any_store::{dump, fill},
    given::{Given, at, beneath, id, key, owner, store},
};
use cairn::{
    care::{Private, message::Draft},
    store::archive::{
        self, ArchiveError, Effort, Head, LEFT_OUT, Passphrase, TABLES, Target, WITHOUT, Whose,
    },
};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A test tries thousands of passphrases; a phone tries one.
pub(crate) const QUICK: Effort = Effort(1);

pub(crate) fn passphrase() -> Passphrase {
    Passphrase::new("nine herons, one lake").unwrap()
}

pub(crate) fn exported(given: &Given) -> Vec<u8> {
    let whose = Whose::Patient(owner("p1"));
    let done = given.store.export(Vec::new(), (&passphrase(), QUICK), (whose, at(5)), |_, shelf| {
        shelf.add("Observation", r#"{"resourceType":"Observation","id":"a"}"#)
    });
    done.unwrap().0
}

/// What reading an archive into a new store came to, and the store's folder.
pub(crate) fn restored(
    bytes: &[u8],
    passphrase: &Passphrase,
) -> (Result<Head, ArchiveError>, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let done = archive::restore(bytes, passphrase, |head| {
        let Whose::Patient(owner) = head.whose.clone() else { return Err(ArchiveError::Damaged) };
        Ok(Target { path, key: key(), owner })
    });
    (done, folder)
}

/// What a restored store notes about its outbox is noted in this one already.
fn came_back_before(given: &Given) {
    let sql = "UPDATE outbox SET attempts = max(attempts, 1) WHERE sent_at IS NULL;
        INSERT INTO setting (key, value) SELECT 'outbox.came-back', max(place) FROM outbox";
    beneath(&given.path()).execute_batch(sql).unwrap();
}

/// Takes the ids, which stand first, from rows; answers them.
fn without_ids(rows: &mut Vec<String>) -> Vec<String> {
    let cut = |row: String| row.split_once(", ").map(|(id, rest)| (id.to_owned(), rest.to_owned())).unwrap();
    let (ids, mut rest): (Vec<_>, Vec<_>) = rows.drain(..).map(cut).unzip();
    rest.sort();
    *rows = rest;
    ids
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn export_wipe_import_gives_equal_rows_in_every_table(seed: u64, rows in 1_usize..12) {
        let given = store();
        fill(&beneath(&given.path()), seed, rows);
        came_back_before(&given);
        let mut before = dump(&beneath(&given.path()));
        prop_assert!(TABLES.iter().all(|table| !before[*table].is_empty()), "a table stayed empty");

        let bytes = exported(&given);
        drop(given);
        let (done, folder) = restored(&bytes, &passphrase());
        prop_assert_eq!(done.unwrap().made, at(5));
        let mut after = dump(&beneath(&folder.path().join("store.db")));
        // What is being written is another message from there.
        let ids = [&mut before, &mut after].map(|all| without_ids(all.get_mut("message_draft").unwrap()));
        prop_assert!(ids[0].iter().all(|id| !ids[1].contains(id)));
        for (table, rows) in &before {
            prop_assert_eq!(rows, &after[table], "{}", table);
        }
        prop_assert_eq!(before.len(), after.len());
    }

    #[test]
    fn one_changed_byte_anywhere_is_noticed(seed: u64, place: prop::sample::Index, turned in 1_u8..=255) {
        let given = store();
        fill(&beneath(&given.path()), seed, 2);
        let mut bytes = exported(&given);
        let at = place.index(bytes.len());
        bytes[at] ^= turned;
        prop_assert!(restored(&bytes, &passphrase()).0.is_err(), "byte {} of {}", at, bytes.len());
        prop_assert!(archive::check(&bytes[..], &passphrase()).is_err());
    }

    #[test]
    fn a_cut_off_file_is_noticed(seed: u64, place: prop::sample::Index) {
        let given = store();
        fill(&beneath(&given.path()), seed, 2);
        let bytes = exported(&given);
        let cut = &bytes[..place.index(bytes.len())];
        prop_assert!(restored(cut, &passphrase()).0.is_err(), "{} of {}", cut.len(), bytes.len());
    }
}

#[test]
fn every_table_is_taken_along_or_named_with_its_reason() {
    let given = store();
    let conn = beneath(&given.path());
    let mut all = conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").unwrap();
    let all: BTreeSet<String> = all.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let known = TABLES.iter().copied().chain(WITHOUT.iter().map(|(table, _)| *table));
    assert_eq!(
        all,
        known.map(str::to_owned).collect(),
        "a table is in no archive and on no list, or is gone"
    );
    for (table, column, _) in LEFT_OUT {
        let sql = format!("SELECT count(*) FROM pragma_table_info('{table}') WHERE name = '{column}'");
        let there: i64 = conn.query_row(&sql, [], |row| row.get(0)).unwrap();
        assert_eq!(there, 1, "{table}.{column}");
    }
}

#[test]
fn every_table_and_column_is_explained_for_other_programs() {
    let manual = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/archive.md")).unwrap();
    let given = store();
    let conn = beneath(&given.path());
    for table in TABLES {
        let line = manual.lines().find(|line| line.starts_with(&format!("| `{table}` |")));
        let line = line.unwrap_or_else(|| panic!("docs/archive.md says nothing of {table}"));
        let mut columns = conn.prepare("SELECT name FROM pragma_table_info(?1)").unwrap();
        for column in columns.query_map([table], |row| row.get::<_, String>(0)).unwrap().map(Result::unwrap) {
            let left_out = LEFT_OUT.iter().any(|(of, out, _)| (*of, *out) == (*table, &*column));
            assert!(left_out || line.contains(&format!("`{column}`")), "docs/archive.md: {table}.{column}");
        }
    }
}

#[test]
fn the_restored_store_is_searched_like_the_old_one() {
    let given = store();
    let sql = "INSERT INTO journal_entry (id, at, zone, changed_at, words)
               VALUES ('e', 0, 'UTC', 0, 'un caffè, poi il mare')";
    beneath(&given.path()).execute(sql, []).unwrap();
    let (done, folder) = restored(&exported(&given), &passphrase());
    done.unwrap();
    let conn = beneath(&folder.path().join("store.db"));
    let sql = "SELECT words FROM journal_search WHERE journal_search MATCH 'caffe'";
    let found: String = conn.query_row(sql, [], |row| row.get(0)).unwrap();
    assert_eq!(found, "un caffè, poi il mare");
}

#[test]
fn nothing_of_it_can_be_read_without_the_passphrase() {
    const CANARY: &str = "avocet at the weir";
    let given = store();
    let sql = "INSERT INTO journal_entry (id, at, zone, changed_at, words) VALUES ('e', 0, 'UTC', 0, ?1)";
    beneath(&given.path()).execute(sql, [CANARY]).unwrap();
    let bytes = exported(&given);
    for word in [CANARY, "clinic.example", "journal", "Observation", "cairn"] {
        assert!(!bytes.windows(word.len()).any(|found| found == word.as_bytes()), "{word}");
    }
    let wrong = Passphrase::new("nine herons, two lakes").unwrap();
    assert!(matches!(restored(&bytes, &wrong).0, Err(ArchiveError::WrongPassphrase)));
    assert!(restored(&bytes, &passphrase()).0.is_ok(), "the control: with it all of it can");
    assert!(matches!(restored(b"a photo, say", &passphrase()).0, Err(ArchiveError::NotAnArchive)));
}

#[test]
fn what_one_store_has_and_the_other_lacks_is_counted() {
    let (here, there) = (store(), store());
    fill(&beneath(&here.path()), 7, 3);
    let (done, folder) = restored(&exported(&here), &passphrase());
    done.unwrap();
    let copy = crate::given::open(&folder.path().join("store.db")).unwrap();
    assert_eq!(archive::lacking(&here.store, &copy).unwrap(), 0);
    assert!(archive::lacking(&here.store, &there.store).unwrap() > 0);
    here.store.write(|tx| tx.save_check_in(&crate::given::check_in("later", 9))).unwrap();
    assert_eq!(archive::lacking(&here.store, &copy).unwrap(), 1);
    let sql = "UPDATE journal_entry SET words = 'now other words' WHERE place = (SELECT min(place) FROM journal_entry)";
    beneath(&here.path()).execute(sql, []).unwrap();
    assert_eq!(archive::lacking(&here.store, &copy).unwrap(), 2, "what was changed is lacking, too");
}

#[test]
fn a_message_that_is_being_written_is_not_missed_because_it_has_another_id() {
    let given = store();
    let draft = |name: &str, words: &str| Draft {
        id: id(name),
        thread: None,
        changed: at(1),
        words: Private::new(words),
        shared: None,
    };
    given.store.write(|tx| tx.save_message_draft(&draft("one", "¿hay ascensor?"))).unwrap();
    let (done, folder) = restored(&exported(&given), &passphrase());
    done.unwrap();
    let back = crate::given::open(&folder.path().join("store.db")).unwrap();
    let kept = back.read(|r| r.message_drafts()).unwrap();
    assert_eq!((kept.len(), kept[0].words.reveal()), (1, "¿hay ascensor?"));
    assert_ne!(kept[0].id, id("one"), "it may have been sent since");
    assert_eq!(archive::lacking(&given.store, &back).unwrap(), 0);
    given.store.write(|tx| tx.save_message_draft(&draft("two", "¿y rampa?"))).unwrap();
    assert_eq!(archive::lacking(&given.store, &back).unwrap(), 1, "the control");
}

#[test]
fn a_passphrase_has_ten_letters_and_leaves_no_trace() {
    assert!(Passphrase::new("too short").is_err() && Passphrase::new("ñandúñandú").is_ok());
    assert!(!format!("{:?}", passphrase()).contains("heron"));
}

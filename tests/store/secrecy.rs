//! No word the patient or the clinic wrote can be found in any file, and no other program can open the store.

use crate::given::{beneath, check_in, mirrored, open, outgoing, store};
use cairn::care::{CheckIn, Private};
use cairn::store::{Mirrored, Outgoing};
use rusqlite::Connection;
use std::{fs, path::Path, process::Command};

/// One made-up word for each place where text is kept.
const CANARIES: [&str; 8] = [
    "canarycheckin",
    "canarymirror",
    "canaryproblem",
    "canaryoutbox",
    "canarypath",
    "canaryjournal",
    "canarysetting",
    "canarycursor",
];

/// Which canaries stand in clear in which file of `folder`.
fn found_in(folder: &Path) -> Vec<(String, &'static str)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        for canary in CANARIES {
            if bytes.windows(canary.len()).any(|window| window.eq_ignore_ascii_case(canary.as_bytes())) {
                found.push((name.clone(), canary));
            }
        }
    }
    found
}

fn files_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Types every canary, changes some of them and deletes one, so that old pages and free pages are made too.
fn type_everything(given: &crate::given::Given) {
    let long = |canary: &str| format!("{canary} {}", "and more ".repeat(2000));
    given
        .store
        .write(|tx| {
            let words = Some(Private::new(long(CANARIES[0])));
            tx.save_check_in(&CheckIn { words, ..check_in("a", 0) })?;
            let problem = Some(CANARIES[2].to_owned());
            tx.mirror(&Mirrored { problem, ..mirrored("Appointment", "v", &long(CANARIES[1])) })?;
            tx.enqueue(&Outgoing { body: long(CANARIES[3]), path: CANARIES[4].into(), ..outgoing("a") })?;
            tx.set("setting", CANARIES[6])?;
            tx.set_cursor("Task", Some(CANARIES[7]))
        })
        .unwrap();
    let journal = "INSERT INTO journal_entry (id, at, zone, changed_at, words) VALUES ('e', 0, 'UTC', 0, ?1)";
    beneath(&given.path()).execute(journal, [long(CANARIES[5])]).unwrap();
    given
        .store
        .write(|tx| {
            tx.save_check_in(&CheckIn { words: Some(Private::new(CANARIES[0])), ..check_in("a", 0) })?;
            tx.save_check_in(&CheckIn { words: Some(Private::new(long(CANARIES[0]))), ..check_in("b", 0) })?;
            tx.remove_check_in(&check_in("b", 0).id)
        })
        .unwrap();
    given.store.read(|r| r.check_ins(None, 9)).unwrap();
}

#[test]
fn no_word_stands_in_any_file() {
    let given = store();
    type_everything(&given);
    let open = files_in(given.folder.path());
    assert_eq!(open, ["store.db", "store.db-shm", "store.db-wal"]);
    assert_eq!(found_in(given.folder.path()), []);
    let folder = given.close();
    assert_eq!(files_in(folder.path()), ["store.db"], "closing leaves nothing beside the store");
    assert_eq!(found_in(folder.path()), []);
}

/// The control: the same rows, the same search, and no key.
#[test]
fn without_encryption_every_word_is_found() {
    let given = store();
    type_everything(&given);
    let clear = tempfile::tempdir().unwrap();
    let path = clear.path().join("clear.db");
    let conn = beneath(&given.path());
    conn.execute("ATTACH ?1 AS clear KEY ''", [path.to_str().unwrap()]).unwrap();
    conn.query_row("SELECT sqlcipher_export('clear')", [], |_| Ok(())).unwrap();
    conn.execute("DETACH clear", []).unwrap();
    let in_file = |name: &str| {
        let found = found_in(clear.path());
        CANARIES.into_iter().filter(|canary| found.contains(&(name.to_owned(), canary))).collect::<Vec<_>>()
    };
    assert_eq!(in_file("clear.db"), CANARIES);

    let plain = Connection::open(&path).unwrap();
    let mode: String = plain.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0)).unwrap();
    assert_eq!(mode, "wal");
    plain.execute_batch("UPDATE check_in SET mood = mood + 1; UPDATE outbox SET attempts = 1;").unwrap();
    let in_log = in_file("clear.db-wal");
    assert!(in_log.contains(&CANARIES[0]) && in_log.contains(&CANARIES[3]), "{in_log:?}");
}

#[test]
fn sqlite_without_the_key_cannot_open_it() {
    let given = store();
    let without_key = Connection::open(given.path()).unwrap();
    let refused = without_key.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).unwrap_err();
    assert_eq!(refused.sqlite_error_code(), Some(rusqlite::ErrorCode::NotADatabase), "{refused}");
    let with_key = beneath(&given.path()).query_row("SELECT count(*) FROM owner", [], |row| row.get(0));
    assert_eq!(with_key, Ok(1), "control: with the key the same question is answered");
}

#[test]
fn the_sqlite3_program_cannot_open_it() {
    let given = store();
    let run = |path: &Path| Command::new("sqlite3").arg(path).arg(".schema").output();
    let Ok(output) = run(&given.path()) else {
        eprintln!("skipped: there is no sqlite3 program here");
        return;
    };
    assert!(!output.status.success());
    assert!(!String::from_utf8_lossy(&output.stdout).contains("check_in"));

    let plain = given.folder.path().join("plain.db");
    Connection::open(&plain).unwrap().execute_batch("CREATE TABLE check_in (x)").unwrap();
    let output = run(&plain).unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).contains("check_in"), "control: it can open a plain one");
}

#[cfg(unix)]
#[test]
fn only_its_owner_may_read_the_files() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let _open = open(&folder.path().join("store.db")).unwrap();
    for name in files_in(folder.path()) {
        let mode = fs::metadata(folder.path().join(&name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{name}");
    }
}

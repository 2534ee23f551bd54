//! What can only be seen from inside: the connection's settings, a full disk, a writer that fails or waits.

use super::*;
use crate::care::{CheckIn, Id, Private, Score};
use crate::store::{Outgoing, Owner};
use chrono::{DateTime, Utc};

fn at(second: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(second, 0).unwrap()
}

fn check_in(number: usize) -> CheckIn {
    CheckIn {
        id: Id::new(format!("check-in-{number}")).unwrap(),
        at: at(0),
        zone: chrono_tz::Europe::Rome,
        mood: Score::new(5).unwrap(),
        anxiety: Score::new(5).unwrap(),
        feelings: Vec::new(),
        sleep: None,
        words: Some(Private::new("word ".repeat(200))),
        changed: None,
    }
}

fn request_for(check_in: &CheckIn) -> Outgoing {
    Outgoing {
        id: Id::new(format!("row-of-{}", check_in.id)).unwrap(),
        kind: "Observation".into(),
        record: check_in.id.clone(),
        path: format!("Observation/{}", check_in.id),
        body: "{}".repeat(500),
        urgent: false,
        made: at(0),
        not_before: at(0),
    }
}

/// A store with an owner, and the folder it is deleted with.
fn store() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("store.db"), &StoreKey::from_bytes([3; 32])).unwrap();
    let owner = Owner { issuer: "https://clinic.example/fhir".into(), patient: Id::new("p1").unwrap() };
    store.write(|tx| tx.bind(&owner)).unwrap();
    (folder, store)
}

fn save_both(store: &Store, check_in: &CheckIn) -> Result<(), StoreError> {
    store.write(|tx| {
        tx.save_check_in(check_in)?;
        tx.enqueue(&request_for(check_in))
    })
}

/// From now on the file may not grow, which is all `SQLite` knows of a full disk.
fn fill_the_disk(store: &Store) {
    let conn = store.0.writer.lock().unwrap();
    let pages: i64 = conn.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    conn.pragma_update(None, "max_page_count", pages).unwrap();
}

fn free_the_disk(store: &Store) {
    store.0.writer.lock().unwrap().pragma_update(None, "max_page_count", i64::from(u32::MAX - 1)).unwrap();
}

#[test]
fn the_writer_has_the_settings_our_promises_rest_on() {
    let (_folder, store) = store();
    let conn = store.0.writer.lock().unwrap();
    let number = |name: &str| conn.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(number("synchronous"), 2, "FULL: every commit is synced");
    assert_eq!(number("fullfsync"), 1);
    assert_eq!(number("foreign_keys"), 1);
    assert_eq!(number("secure_delete"), 1);
    assert_eq!(number("temp_store"), 2, "MEMORY");
    let text = |name: &str| conn.pragma_query_value(None, name, |row| row.get::<_, String>(0)).unwrap();
    assert_eq!(text("journal_mode"), "wal");
    assert_eq!(text("cipher_use_hmac"), "1");
    assert_eq!(text("cipher_hmac_algorithm"), "HMAC_SHA512");
    assert_eq!(text("cipher_memory_security"), "1");
}

#[test]
fn a_reader_cannot_write() {
    let (_folder, store) = store();
    let refused = store.read(|reader| {
        reader.conn.execute("DELETE FROM owner", [])?;
        Ok(())
    });
    assert!(matches!(refused, Err(StoreError::Io(_))), "{refused:?}");
    assert!(store.read(|r| Ok(r.owner()?.is_some())).unwrap());
}

#[test]
fn a_few_readers_are_kept_and_one_that_met_an_error_is_not() {
    let (_folder, store) = store();
    let idle = || store.0.readers.lend(|_| Ok(())).map(|()| store.0.readers.idle_count()).unwrap();
    assert_eq!(idle(), 1);
    store
        .read(|_| store.read(|_| store.read(|_| store.read(|_| store.read(|r| r.check_ins(None, 1))))))
        .unwrap();
    assert_eq!(idle(), 3);
    store.read(|_| Err::<(), _>(StoreError::Busy)).unwrap_err();
    assert_eq!(store.0.readers.idle_count(), 2);
}

#[test]
fn a_full_disk_costs_only_what_was_being_saved() {
    let (_folder, store) = store();
    for number in 0..5 {
        save_both(&store, &check_in(number)).unwrap();
    }
    fill_the_disk(&store);
    let mut saved = 5;
    let refused = loop {
        match save_both(&store, &check_in(saved)) {
            Ok(()) => saved += 1,
            Err(error) => break error,
        }
        assert!(saved < 1000, "the disk was never full");
    };
    assert!(matches!(refused, StoreError::NoSpace), "{refused}");

    let (records, rows) = store.read(|r| Ok((r.check_ins(None, 1000)?, r.queue(1000)?))).unwrap();
    assert_eq!((records.len(), rows.len()), (saved, saved), "all before it are there, and nothing of it");

    free_the_disk(&store);
    save_both(&store, &check_in(saved)).unwrap();
}

#[test]
fn nothing_is_saved_after_a_failure_that_was_ignored() {
    let (_folder, store) = store();
    let small = check_in(0);
    let result = store.write(|tx| {
        let pages: i64 = tx.conn.pragma_query_value(None, "page_count", |row| row.get(0))?;
        tx.conn.pragma_update(None, "max_page_count", pages)?;
        let large = Outgoing { body: "x".repeat(1_000_000), ..request_for(&small) };
        assert!(matches!(tx.enqueue(&large), Err(StoreError::NoSpace)));
        tx.save_check_in(&small)
    });
    assert!(result.is_err());
    free_the_disk(&store);
    assert_eq!(store.read(|r| r.check_in(&small.id)).unwrap(), None);
}

#[test]
fn a_panic_while_writing_undoes_the_transaction_and_the_store_goes_on() {
    let (_folder, store) = store();
    let panicking = store.clone();
    let panicked = std::thread::spawn(move || {
        panicking.write(|tx| {
            tx.save_check_in(&check_in(0))?;
            std::panic::resume_unwind(Box::new("on purpose"));
            #[expect(unreachable_code, reason = "it gives the closure its type")]
            Ok(())
        })
    })
    .join();
    assert!(panicked.is_err());
    save_both(&store, &check_in(1)).unwrap();
    let kept = store.read(|r| r.check_ins(None, 10)).unwrap();
    assert_eq!(kept, [check_in(1)]);
}

#[test]
fn another_process_that_writes_too_long_is_called_busy() {
    let (folder, store) = store();
    store.0.writer.lock().unwrap().busy_timeout(std::time::Duration::ZERO).unwrap();
    let other = Store::open(&folder.path().join("store.db"), &StoreKey::from_bytes([3; 32])).unwrap();
    let refused = other.write(|_| Ok(save_both(&store, &check_in(0)).unwrap_err())).unwrap();
    assert!(matches!(refused, StoreError::Busy), "{refused:?}");
    assert_eq!(refused.handling(), crate::store::Handling::Retry);
    save_both(&store, &check_in(0)).unwrap();
}

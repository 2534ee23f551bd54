//! A store of every released schema opens in this version and keeps all it held.

use crate::given::{Given, at, beneath, check_in, id, mirrored, open, outgoing, owner, store};
use crate::measures::{effect, full};
use crate::preparing::{intention, own_item, read, tick};
use crate::schema_rows::{
    SCHEMA_2, SCHEMA_3, SCHEMA_4, SCHEMA_7, SCHEMA_8, SCHEMA_9, SCHEMA_10, SCHEMA_11, TABLES_2, TABLES_3,
    TABLES_4, TABLES_7, TABLES_8, TABLES_9, TABLES_10, TABLES_11,
};
use cairn::care::booking::WishAnswer;
use cairn::care::{
    Delivery, Earlier, Happened, Notice, Private, Refusal, Subject, VisitKind, journal::Phase,
};
use cairn::store::{Handling, Mirrored, Over, Store, StoreError};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

fn fixture(schema: u32) -> PathBuf {
    let name = format!("tests/fixtures/store/schema-{schema}.db");
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn notice() -> Notice {
    let happened = Happened::Moved { from: at(100), to: at(200) };
    Notice { id: id("notice"), subject: Subject::Visit, happened, about: id("visit"), at: at(0) }
}

fn unreadable() -> Mirrored {
    Mirrored { problem: Some("CarePlan.status: unknown code".into()), ..mirrored("CarePlan", "plan", "{}") }
}

/// A row in every table, through the store where it has words for it.
fn fill(given: &Given) {
    given
        .store
        .write(|tx| {
            for name in ["waits", "was-sent", "refused"] {
                tx.save_check_in(&check_in(name, 0))?;
                tx.enqueue(&outgoing(name))?;
            }
            tx.acknowledge(&id("was-sent"), at(9), Some("1"))?;
            tx.set_aside(&id("refused"), Refusal::NotUnderstood, at(9))?;
            tx.mirror(&mirrored("Appointment", "visit", r#"{"status":"booked"}"#))?;
            tx.mirror(&unreadable())?;
            tx.set_watermark("Appointment", at(3))?;
            tx.set_cursor("CarePlan", Some("page 2"))?;
            tx.tell(&notice())?;
            tx.save_tick(&tick(Some("plan"), "driver", true))?;
            tx.save_own_item(&own_item("own"))?;
            tx.save_acknowledgement(&read("read", Some("3"), "digest"))?;
            tx.save_intention(&intention("meant"))?;
            tx.keep_earlier_check_in(&Earlier { form: full("waits"), until: at(61) })?;
            tx.add_own_feeling(&Private::new("lluvia"), at(1))?;
            tx.save_side_effect(&effect("dizzy", 2))?;
            tx.keep_earlier_side_effect(&Earlier { form: effect("dizzy", 1), until: at(2) })?;
            tx.set("language", "es")
        })
        .unwrap();
    let journal = "INSERT INTO journal_entry (id, at, zone, changed_at, words)
                   VALUES ('entry', 0, 'Europe/Rome', 0, 'un caffè, poi il mare')";
    beneath(&given.path()).execute(journal, []).unwrap();
    beneath(&given.path()).execute_batch(SCHEMA_2).unwrap();
    beneath(&given.path()).execute_batch(SCHEMA_3).unwrap();
    beneath(&given.path()).execute_batch(SCHEMA_4).unwrap();
    beneath(&given.path()).execute_batch(SCHEMA_7).unwrap();
    beneath(&given.path()).execute_batch(SCHEMA_8).unwrap();
    beneath(&given.path()).execute_batch(SCHEMA_9).unwrap();
    beneath(&given.path()).execute_batch(SCHEMA_10).unwrap();
    beneath(&given.path()).execute_batch(SCHEMA_11).unwrap();
}

fn holds_what_was_filled_in(store: &Store, path: &Path) {
    store
        .read(|r| {
            assert_eq!(r.owner()?, Some(owner("p1")));
            assert_eq!(r.check_ins(None, 10)?.len(), 3);
            assert_eq!(r.check_in(&id("waits"))?, Some(check_in("waits", 0)));
            assert_eq!(r.ready(at(0), 10)?[0].outgoing, outgoing("waits"));
            assert_eq!(r.delivery(&id("was-sent"))?, Some(Delivery::Sent(at(9))));
            let refused = Some(Delivery::NeedsAttention(Refusal::NotUnderstood));
            assert_eq!(r.delivery(&id("refused"))?, refused);
            assert_eq!(r.mirrored("Appointment")?.len(), 1);
            assert_eq!(r.problems()?, [unreadable()]);
            assert_eq!(r.watermark("Appointment")?, Some(at(3)));
            assert_eq!(r.cursor("CarePlan")?.as_deref(), Some("page 2"));
            assert_eq!(r.notices()?, [notice()]);
            assert_eq!(r.get("language")?.as_deref(), Some("es"));
            Ok(())
        })
        .unwrap();
    let found: String = beneath(path)
        .query_row("SELECT words FROM journal_search WHERE journal_search MATCH 'caffe'", [], |row| {
            row.get(0)
        })
        .unwrap();
    assert_eq!(found, "un caffè, poi il mare");
}

fn holds_what_came_with_schema_2(store: &Store, path: &Path) {
    store
        .read(|r| {
            assert_eq!(r.ticks()?, [tick(Some("plan"), "driver", true)]);
            assert_eq!(r.own_items()?, [own_item("own")]);
            let read_line = r.acknowledgement(cairn::care::MedicineRecord::Request, &id("line"))?;
            assert_eq!(read_line, Some(read("read", Some("3"), "digest")));
            assert_eq!(r.intentions()?, [intention("meant")]);
            Ok(())
        })
        .unwrap();
    hold_one_row(&TABLES_2, path);
}

fn hold_one_row(tables: &[&str], path: &Path) {
    for table in tables {
        let sql = format!("SELECT count(*) FROM {table}");
        let count: i64 = beneath(path).query_row(&sql, [], |row| row.get(0)).unwrap();
        assert_eq!(count, 1, "{table}");
    }
}

fn holds_what_was_measured(store: &Store, path: &Path) {
    store
        .read(|r| {
            let was = Earlier { form: full("waits"), until: at(61) };
            assert_eq!(r.earlier_check_ins(&id("waits"))?, [was]);
            assert_eq!(r.own_feelings()?, [Private::new("lluvia")]);
            assert_eq!(r.side_effects_still_there()?, [effect("dizzy", 2)]);
            let was = Earlier { form: effect("dizzy", 1), until: at(2) };
            assert_eq!(r.earlier_side_effects(&id("dizzy"))?, [was]);
            assert!(r.filled_form(&id("f"))?.is_some_and(|form| form.due.as_deref() == Some("w1")));
            Ok(())
        })
        .unwrap();
    hold_one_row(&TABLES_3, path);
}

fn holds_the_journal(store: &Store, path: &Path) {
    store
        .read(|r| {
            let written = r.entry(&id("entry"))?.unwrap();
            assert_eq!(written.words.reveal(), "un caffè, poi il mare, poi", "what was being written");
            assert_eq!(r.earlier_words(&id("entry"))?.len(), 1);
            assert_eq!(r.strokes(&id("sea"))?.len(), 1);
            assert_eq!(r.shares(9)?.first().unwrap().pieces.len(), 1);
            Ok(())
        })
        .unwrap();
    hold_one_row(&TABLES_4, path);
}

fn holds_what_was_asked_for(store: &Store, path: &Path) {
    store
        .read(|r| {
            let wish = r.wish(&id("wish"))?.unwrap();
            assert_eq!(wish.replaces.as_ref().map(|(visit, _)| visit.as_str()), Some("visit"));
            let gone = WishAnswer::Declined { said: Some(Private::new("Occupato.")), gone: true };
            assert_eq!(wish.answer.map(|(answer, _)| answer), Some(gone));
            assert_eq!(r.cancellation(&id("visit"))?.and_then(|one| one.done), Some(false));
            assert_eq!(r.goes_over(&id("refused"))?, Some(Over::Version("3".into())));
            Ok(())
        })
        .unwrap();
    hold_one_row(&TABLES_7, path);
}

fn holds_the_messages(store: &Store, path: &Path) {
    store
        .read(|r| {
            let sent = r.messages()?;
            assert_eq!((sent.len(), sent[0].words.reveal()), (1, "¿puedo tomarla?"));
            let begun = r.message_drafts()?;
            assert_eq!((begun.len(), begun[0].words.reveal()), (1, "una pregunta más"));
            assert_eq!(begun[0].thread, None);
            assert!(r.messages_seen()?.contains(&id("from-them")));
            Ok(())
        })
        .unwrap();
    hold_one_row(&TABLES_8, path);
}

fn holds_what_was_signed(store: &Store, path: &Path) {
    let signed = store.read(|r| r.signature(&id("c"))).unwrap().unwrap();
    assert_eq!((signed.text.reveal(), signed.name.reveal()), ("Prima\nVersion: 1\n", "Nora"));
    hold_one_row(&TABLES_9, path);
}

fn holds_what_was_kept(store: &Store, path: &Path, kind: Option<VisitKind>) {
    let kept = store.read(|r| r.hold(&id("wish"))).unwrap().unwrap();
    let until = kept.until.map(|until| until.timestamp_millis());
    let there = Some(id("kept-there"));
    assert_eq!((kept.kind, kept.slots, kept.there, until), (kind, vec![id("free")], there, Some(30)));
    hold_one_row(&TABLES_10, path);
}

fn holds_why_it_is_cancelled(store: &Store, path: &Path) {
    let written = store.read(|r| r.cancel_reason(&id("visit"))).unwrap().unwrap();
    assert_eq!((written.words.reveal(), written.changed.timestamp_millis()), ("piove", 1));
    hold_one_row(&TABLES_11, path);
}

/// Everything the schema says, as `SQLite` keeps it.
fn schema_of(conn: &Connection) -> Vec<(String, Option<String>)> {
    conn.prepare("SELECT name, sql FROM sqlite_schema ORDER BY name")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap()
}

/// A store of this schema, opened by this version; it is then like a new one. If only the new one changed, somebody edited a
/// released migration.
fn migrated(schema: u32) -> (tempfile::TempDir, Store, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    std::fs::copy(fixture(schema), &path).unwrap();
    let opened = open(&path).unwrap();
    assert_eq!(schema_of(&beneath(&path)), schema_of(&beneath(&store().path())));
    holds_what_was_filled_in(&opened, &path);
    (folder, opened, path)
}

#[test]
fn a_store_of_schema_1_opens_and_keeps_everything() {
    let (_folder, opened, _) = migrated(1);
    opened.write(|tx| tx.save_check_in(&check_in("new", 5))).unwrap();
}

#[test]
fn a_store_of_schema_2_opens_and_keeps_everything() {
    let (_folder, opened, path) = migrated(2);
    holds_what_came_with_schema_2(&opened, &path);
}

#[test]
fn a_store_of_schema_3_opens_and_keeps_everything() {
    let (_folder, opened, path) = migrated(3);
    holds_what_came_with_schema_2(&opened, &path);
    holds_what_was_measured(&opened, &path);
    let caught = opened.read(|r| r.entry(&id("entry"))).unwrap().unwrap();
    assert_eq!((caught.visit, caught.phase), (Some(id("visit")), Some(Phase::Day0)));
    assert_eq!(caught.words.reveal(), "un caffè, poi il mare");
}

/// Schemas 5, 7, 8, 10 and 11 were never released by themselves.
#[test]
fn stores_of_schemas_4_6_9_12_and_13_open_and_keep_everything() {
    for schema in [4, 6, 9, 12, 13] {
        let (_folder, opened, path) = migrated(schema);
        holds_what_came_with_schema_2(&opened, &path);
        holds_what_was_measured(&opened, &path);
        holds_the_journal(&opened, &path);
        if schema >= 9 {
            holds_what_was_asked_for(&opened, &path);
            holds_the_messages(&opened, &path);
            holds_what_was_signed(&opened, &path);
        }
        if schema >= 12 {
            // For which kind came with schema 13.
            holds_what_was_kept(&opened, &path, (schema > 12).then_some(VisitKind::Preparation));
            holds_why_it_is_cancelled(&opened, &path);
        }
    }
}

/// Until then only urgent words were asked for: an answer may be older than what was read up to, and is not missed.
#[test]
fn messages_are_asked_for_from_the_beginning_once_there_are_any() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    std::fs::copy(fixture(6), &path).unwrap();
    let mark = "INSERT INTO pull (kind, watermark) VALUES ('Communication', 5)";
    beneath(&path).execute(mark, []).unwrap();
    let opened = open(&path).unwrap();
    assert_eq!(opened.read(|r| r.watermark("Communication")).unwrap(), None);
    assert_eq!(opened.read(|r| r.watermark("Appointment")).unwrap(), Some(at(3)), "and nothing else is");
}

/// Until then a draft was known by its thread: each has an id of its own afterwards, and is where it was.
#[test]
fn what_was_being_written_in_each_thread_is_known_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    std::fs::copy(fixture(9), &path).unwrap();
    let more =
        "INSERT INTO message_draft (thread, changed_at, words, shared) VALUES ('m', 3, 'y otra', 'page')";
    beneath(&path).execute(more, []).unwrap();
    let drafts = open(&path).unwrap().read(|r| r.message_drafts()).unwrap();
    let [more, question] = &drafts[..] else { panic!("{}", drafts.len()) };
    assert_eq!(
        (&more.thread, more.words.reveal(), &more.shared),
        (&Some(id("m")), "y otra", &Some(id("page")))
    );
    assert_eq!((&question.thread, question.words.reveal()), (&None, "una pregunta más"));
    assert!(more.id != question.id && more.id.as_str().len() == 36, "{} {}", more.id, question.id);
}

/// Writes the fixture of the newest schema, to be run when one is released. One that is there stays as it is.
#[test]
#[ignore = "makes a fixture: cargo test --test store -- --ignored write_the_fixture"]
fn write_the_fixture_of_the_newest_schema() {
    let given = store();
    fill(&given);
    let newest: u32 =
        beneath(&given.path()).pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    holds_what_was_filled_in(&given.store, &given.path());
    holds_what_came_with_schema_2(&given.store, &given.path());
    holds_what_was_measured(&given.store, &given.path());
    holds_the_journal(&given.store, &given.path());
    holds_what_was_asked_for(&given.store, &given.path());
    holds_the_messages(&given.store, &given.path());
    holds_what_was_signed(&given.store, &given.path());
    holds_what_was_kept(&given.store, &given.path(), Some(VisitKind::Preparation));
    holds_why_it_is_cancelled(&given.store, &given.path());
    let folder = given.close();
    if !fixture(newest).exists() {
        std::fs::copy(folder.path().join("store.db"), fixture(newest)).unwrap();
    }
}

#[test]
fn what_the_fixture_is_made_of_is_still_what_the_test_expects() {
    let given = store();
    fill(&given);
    holds_what_was_filled_in(&given.store, &given.path());
    holds_what_came_with_schema_2(&given.store, &given.path());
    holds_what_was_measured(&given.store, &given.path());
    holds_the_journal(&given.store, &given.path());
    holds_what_was_asked_for(&given.store, &given.path());
    holds_the_messages(&given.store, &given.path());
    holds_what_was_signed(&given.store, &given.path());
    holds_what_was_kept(&given.store, &given.path(), Some(VisitKind::Preparation));
    holds_why_it_is_cancelled(&given.store, &given.path());
}

#[test]
fn a_schema_from_the_future_is_refused_and_left_as_it_is() {
    let given = store();
    given.store.write(|tx| tx.save_check_in(&check_in("a", 0))).unwrap();
    let folder = given.close();
    let path = folder.path().join("store.db");
    beneath(&path).pragma_update(None, "user_version", 99).unwrap();
    let before = std::fs::read(&path).unwrap();

    let refused = open(&path).unwrap_err();
    assert!(matches!(refused, StoreError::TooNew { found: 99, known: 13 }), "{refused:?}");
    assert_eq!(refused.handling(), Handling::TellPatient);
    assert!(std::fs::read(&path).unwrap() == before, "not a byte was changed");
    let kept: i64 = beneath(&path).query_row("SELECT count(*) FROM check_in", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 1);
}

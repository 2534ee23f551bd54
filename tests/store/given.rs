//! What the tests start from: a store in a folder of its own, and plainly made-up values.

use cairn::care::{CheckIn, Id, Private, Score};
use cairn::store::{Mirrored, Outgoing, Owner, Store, StoreError, StoreKey};
use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::Connection;
use std::{
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};
use tempfile::TempDir;

pub(crate) const KEY: [u8; 32] = [0x5a; 32];

pub(crate) fn key() -> StoreKey {
    StoreKey::from_bytes(KEY)
}

/// An open store that belongs to somebody, and the folder that goes away with it.
pub(crate) struct Given {
    pub(crate) folder: TempDir,
    pub(crate) store: Store,
}

impl Given {
    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("store.db")
    }

    /// Closes the store and leaves the folder.
    pub(crate) fn close(self) -> TempDir {
        self.folder
    }
}

pub(crate) fn store() -> Given {
    // Made once: a test may ask for hundreds, and each takes as long as all migrations.
    static NEW: LazyLock<Vec<u8>> = LazyLock::new(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.db");
        let store = open(&path).unwrap();
        store.write(|tx| tx.bind(&owner("p1"))).unwrap();
        drop(store);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "all of it is in the one file");
        fs::read(path).unwrap()
    });
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    fs::write(&path, &*NEW).unwrap();
    Given { store: open(&path).unwrap(), folder }
}

pub(crate) fn open(path: &Path) -> Result<Store, StoreError> {
    Store::open(path, &key())
}

/// The file seen by `SQLCipher` alone, without the store: to look beneath it, and to do what it has no words for.
pub(crate) fn beneath(path: &Path) -> Connection {
    let conn = Connection::open(path).unwrap();
    let hex = KEY.map(|byte| format!("{byte:02x}")).concat();
    conn.execute_batch(&format!("PRAGMA key = \"x'{hex}'\"")).unwrap();
    cairn::store::teach(&conn).unwrap();
    conn
}

pub(crate) fn id(text: impl Into<String>) -> Id {
    Id::new(text).unwrap()
}

/// So many seconds after an arbitrary start.
pub(crate) fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).unwrap() + TimeDelta::seconds(seconds)
}

pub(crate) fn owner(patient: &str) -> Owner {
    Owner { issuer: "https://clinic.example/fhir".into(), patient: id(patient) }
}

pub(crate) fn check_in(name: &str, seconds: i64) -> CheckIn {
    CheckIn {
        id: id(name),
        at: at(seconds),
        zone: chrono_tz::America::Sao_Paulo,
        mood: Score::new(3).unwrap(),
        anxiety: Score::new(7).unwrap(),
        feelings: Vec::new(),
        sleep: None,
        words: Some(Private::new("slept a little")),
        changed: None,
    }
}

/// A request about `record`, which the row is named after: `record` itself, or `record.2` and so on.
pub(crate) fn outgoing(row: &str) -> Outgoing {
    let record = row.split('.').next().unwrap();
    Outgoing {
        id: id(row),
        kind: "Observation".into(),
        record: id(record),
        path: format!("Observation/{record}"),
        body: format!(r#"{{"resourceType":"Observation","id":"{record}"}}"#),
        urgent: false,
        made: at(0),
        not_before: at(0),
    }
}

pub(crate) fn mirrored(kind: &str, name: &str, body: &str) -> Mirrored {
    Mirrored {
        kind: kind.into(),
        id: id(name),
        version: Some("1".into()),
        updated: Some(at(0)),
        body: body.into(),
        problem: None,
    }
}

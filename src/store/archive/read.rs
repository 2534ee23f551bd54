//! Reads an archive into a new store, beside whatever is here: nothing that is in use is touched.

use super::{
    ArchiveError, Head, Inventory, Passphrase, TABLES,
    error::{inserting, reading},
    rows::Inserter,
    walk::{Chunk, Taker, lines, walk},
};
use crate::{
    care::Id,
    store::{
        Owner, StoreError, StoreKey, came_back, files,
        migrate::{MIGRATIONS, migrate},
        open,
    },
};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};
use std::{
    io::{BufRead, Read},
    path::PathBuf,
};

/// Where an archive is to be read into.
#[derive(Debug)]
pub struct Target {
    /// The new store's file. There must be none yet.
    pub path: PathBuf,
    pub key: StoreKey,
    /// Whose the new store is.
    pub owner: Owner,
}

/// How many schemas this version knows.
pub(super) fn schemas() -> u32 {
    u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX)
}

/// Reads the archive in `from` into a new store. `accept` sees whose it is and says where it goes, or that it goes
/// nowhere. When this returns, the store is whole, of the newest schema, closed, and on the disk.
///
/// # Errors
/// [`ArchiveError`]s, and what `accept` answers. There may then be a part of a store at the target's path: it is to be
/// erased, and nothing else was touched.
pub fn restore<E: From<ArchiveError>>(
    from: impl Read,
    passphrase: &Passphrase,
    accept: impl FnOnce(&Head) -> Result<Target, E>,
) -> Result<Head, E> {
    let into = |head: &Head| Restorer::begin(accept(head)?, head).map_err(E::from);
    let (head, restorer, said) = walk(from, passphrase, schemas(), into)?;
    restorer.finish(&said, head.made)?;
    Ok(head)
}

/// A store that is being filled. Its rules about what refers to what are looked at once everything is in it.
struct Restorer {
    conn: Connection,
    path: PathBuf,
    counted: Inventory,
}

impl Restorer {
    fn begin(target: Target, head: &Head) -> Result<Self, ArchiveError> {
        if target.path.exists() {
            return Err(StoreError::bug("there is a store where a new one is to be").into());
        }
        files::prepare(&target.path)?;
        let mut conn = open::writer(&target.path, &target.key)?;
        let then = usize::try_from(head.schema).ok().and_then(|seen| MIGRATIONS.get(..seen));
        migrate(&mut conn, then.ok_or(ArchiveError::TooNew)?)?;
        conn.execute_batch("PRAGMA foreign_keys = OFF").map_err(StoreError::from)?;
        let sql = "INSERT INTO owner (one, issuer, patient) VALUES (1, ?1, ?2)";
        conn.execute(sql, params![target.owner.issuer, target.owner.patient]).map_err(inserting)?;
        Ok(Self { conn, path: target.path, counted: Inventory::default() })
    }

    /// Does `work` as one transaction: a part at a time, so that the log beside the store stays short.
    fn in_one<T>(
        &mut self,
        work: impl FnOnce(&Connection, &mut Inventory) -> Result<T, ArchiveError>,
    ) -> Result<T, ArchiveError> {
        let tx = self.conn.transaction().map_err(StoreError::from)?;
        let done = work(&tx, &mut self.counted)?;
        tx.commit().map_err(StoreError::from)?;
        Ok(done)
    }

    fn finish(mut self, said: &Inventory, made: DateTime<Utc>) -> Result<(), ArchiveError> {
        if self.counted != *said {
            return Err(ArchiveError::Damaged);
        }
        let loose: i64 = self
            .conn
            .query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))
            .map_err(StoreError::from)?;
        if loose > 0 {
            return Err(ArchiveError::Damaged);
        }
        self.conn.execute_batch("PRAGMA foreign_keys = ON").map_err(StoreError::from)?;
        migrate(&mut self.conn, MIGRATIONS)?;
        self.in_one(|tx, _| Ok(came_back::mark(tx, made).map_err(StoreError::from)?))?;
        self.conn.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").map_err(StoreError::from)?;
        self.conn.close().map_err(|(_, error)| StoreError::from(error))?;
        Ok(files::sync(&self.path).map_err(StoreError::from)?)
    }
}

impl Taker for Restorer {
    fn rows(&mut self, table: &str, from: &mut dyn BufRead) -> Result<(), ArchiveError> {
        self.in_one(|tx, counted| {
            let known: Vec<&'static str> = TABLES.iter().copied().filter(|known| *known == table).collect();
            let inserter = Inserter::new(tx, &known)?;
            lines(from, |line| {
                counted.count(table);
                inserter.insert(table, line)
            })
        })
    }

    fn piece(&mut self, id: &Id, chunks: &[Chunk], bytes: &mut dyn Read) -> Result<(), ArchiveError> {
        self.in_one(|tx, counted| {
            let mut insert = tx
                .prepare_cached("INSERT INTO piece_chunk (piece, place, bytes) VALUES (?1, ?2, ?3)")
                .map_err(StoreError::from)?;
            for chunk in chunks {
                let size = usize::try_from(chunk.size).map_err(|_| ArchiveError::Damaged)?;
                let mut held = vec![0; size];
                bytes.read_exact(&mut held).map_err(reading)?;
                insert.execute(params![id, chunk.place, held]).map_err(inserting)?;
                counted.count("piece_chunk");
            }
            Ok(())
        })
    }
}

//! The open store: one transaction at a time writes, and every read sees one moment.

use super::{
    StoreError, StoreKey, files,
    migrate::{MIGRATIONS, migrate},
    open,
    readers::Readers,
};
use rusqlite::{Connection, OptionalExtension, Params, Row, Transaction, TransactionBehavior};
use std::{
    cell::Cell,
    fmt,
    ops::Deref,
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

/// A store that is open. Clones are the same store; the file closes when the last of them is dropped.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

/// The order matters: the readers close first, so that the writer, closing last, empties the log.
struct Inner {
    readers: Readers,
    writer: Mutex<Connection>,
    /// Deleted words stand in the log. Set and unset only by whoever holds the writer.
    words_in_log: AtomicBool,
}

impl Store {
    /// Opens the store at `path` and brings it to the newest schema. If there is none, it is made; its folder
    /// must exist.
    ///
    /// # Errors
    /// [`StoreError::WrongKey`], [`StoreError::Damaged`] and [`StoreError::TooNew`] leave the file as it was:
    /// see [`super::quarantine`].
    pub fn open(path: &Path, key: &StoreKey) -> Result<Self, StoreError> {
        files::prepare(path)?;
        let mut writer = open::writer(path, key)?;
        migrate(&mut writer, MIGRATIONS)?;
        let readers = Readers::new(path.to_owned(), key.clone());
        let words_in_log = AtomicBool::new(false);
        Ok(Self(Arc::new(Inner { readers, writer: Mutex::new(writer), words_in_log })))
    }

    /// Does `work` as one transaction. When this returns `Ok`, all of it is on the disk; otherwise, and if
    /// `work` panics, nothing of it is. Calls wait for each other, so `work` must not call `write` itself.
    ///
    /// # Errors
    /// What `work` answers, and whatever keeps the transaction from being committed.
    pub fn write<T>(&self, work: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        // Whoever panicked while holding it, the transaction was rolled back on the way out.
        let mut conn = self.0.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let done = transact(&mut conn, work);
        if matches!(done, Err(StoreError::Damaged)) {
            // After a page that failed its check, SQLCipher refuses everything on the same connection.
            match self.0.readers.open_writer() {
                Ok(fresh) => *conn = fresh,
                Err(error) => tracing::warn!(%error, "the store is not written to any more"),
            }
        }
        let (done, deleted) = done?;
        if deleted {
            self.0.words_in_log.store(true, Ordering::SeqCst);
        }
        self.forget(&conn);
        Ok(done)
    }

    /// Empties the log beside the file. Deleted words stand in it, encrypted, until others take their place; after this
    /// they are nowhere. True if all of it went: whoever reads at this moment keeps what they read, and nobody waits for
    /// them. What [`Store::write`] deletes leaves the log by itself, at the latest when the last who reads is done; this is
    /// for what an earlier run left there.
    ///
    /// # Errors
    /// Whatever keeps the file from being written.
    pub fn empty_log(&self) -> Result<bool, StoreError> {
        let conn = self.0.writer.lock().unwrap_or_else(PoisonError::into_inner);
        self.empty(&conn)
    }

    fn empty(&self, writer: &Connection) -> Result<bool, StoreError> {
        writer.busy_timeout(Duration::ZERO)?;
        let busy = writer.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>(0));
        writer.busy_timeout(open::PATIENCE)?;
        let emptied = !busy?;
        if emptied {
            self.0.words_in_log.store(false, Ordering::SeqCst);
        }
        Ok(emptied)
    }

    /// Takes deleted words out of the log, unless somebody reads: then the last of them does.
    fn forget(&self, writer: &Connection) {
        if self.0.words_in_log.load(Ordering::SeqCst)
            && !self.0.readers.is_lent()
            && let Err(error) = self.empty(writer)
        {
            tracing::warn!(%error, "the log keeps deleted words for now");
        }
    }

    /// Does `work` on one moment of the store: what is committed meanwhile is not seen. Never waits for `write`.
    ///
    /// # Errors
    /// What `work` answers, and whatever keeps the store from being read.
    pub fn read<T>(&self, work: impl FnOnce(&Reader<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let done = self.0.readers.lend(|conn| {
            let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Deferred)?;
            let done = work(&Reader { conn: &transaction });
            all_pages_were_whole(&transaction)?;
            done
        });
        // Whoever writes just now sees to it themselves.
        if self.0.words_in_log.load(Ordering::SeqCst)
            && let Ok(writer) = self.0.writer.try_lock()
        {
            self.forget(&writer);
        }
        done
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Store(…)")
    }
}

/// What can be read, at one moment.
pub struct Reader<'t> {
    conn: &'t Connection,
}

/// What can be written, and read back, within one transaction.
pub struct Tx<'t> {
    reader: Reader<'t>,
    /// Something was deleted that is to be nowhere.
    deleted: Cell<bool>,
}

/// One transaction; true if anything was deleted in it that must leave the log, too.
fn transact<T>(
    conn: &mut Connection,
    work: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>,
) -> Result<(T, bool), StoreError> {
    let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let tx = Tx { reader: Reader { conn: &transaction }, deleted: Cell::new(false) };
    let done = work(&tx);
    let deleted = tx.deleted.get();
    all_pages_were_whole(&transaction)?;
    let done = done?;
    transaction.commit()?;
    Ok((done, deleted))
}

impl<'t> Deref for Tx<'t> {
    type Target = Reader<'t>;
    fn deref(&self) -> &Reader<'t> {
        &self.reader
    }
}

impl Reader<'_> {
    /// The first row of a query, if it has any.
    pub(super) fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        row: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, StoreError> {
        Ok(self.conn.prepare_cached(sql)?.query_row(params, row).optional()?)
    }

    /// Every row of a query.
    pub(super) fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        Ok(self.conn.prepare_cached(sql)?.query_map(params, row)?.collect::<Result<_, _>>()?)
    }

    /// Hands every row of a query to `row`, one at a time.
    pub(super) fn each<E: From<StoreError>>(
        &self,
        sql: &str,
        params: impl Params,
        mut row: impl FnMut(&Row<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut statement = self.conn.prepare_cached(sql).map_err(StoreError::from)?;
        let mut rows = statement.query(params).map_err(StoreError::from)?;
        while let Some(found) = rows.next().map_err(StoreError::from)? {
            row(found)?;
        }
        Ok(())
    }
}

impl Tx<'_> {
    /// Runs one statement and says how many rows it touched.
    pub(super) fn change(&self, sql: &str, params: impl Params) -> Result<usize, StoreError> {
        // SQLite ends a transaction by itself when the disk is full. Whoever goes on after that error would
        // save half of what belongs together.
        if self.conn.is_autocommit() {
            return Err(StoreError::bug("the transaction has already failed"));
        }
        Ok(self.conn.prepare_cached(sql)?.execute(params)?)
    }

    /// The same, for what the patient wrote and takes away: it leaves the log beside the file as well, as soon as nobody
    /// reads.
    pub(super) fn delete(&self, sql: &str, params: impl Params) -> Result<usize, StoreError> {
        let gone = self.change(sql, params)?;
        if gone > 0 {
            self.deleted.set(true);
        }
        Ok(gone)
    }
}

impl fmt::Debug for Reader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reader")
    }
}

impl fmt::Debug for Tx<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tx")
    }
}

/// A page that fails `SQLCipher`'s check is handed to `SQLite` as zeros. In the middle of a long text `SQLite`
/// does not notice, so we ask.
fn all_pages_were_whole(conn: &Connection) -> Result<(), StoreError> {
    // The answer is found when the statement is prepared, so it must not come from the cache.
    let status: String = conn.query_row("PRAGMA cipher_status", [], |row| row.get(0))?;
    if status == "1" { Ok(()) } else { Err(StoreError::Damaged) }
}

#[cfg(test)]
#[path = "tx_tests.rs"]
mod tests;

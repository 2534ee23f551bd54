//! The connections that read beside the writer: opened when first needed, a few kept for the next call.

use super::{StoreError, StoreKey, open};
use rusqlite::Connection;
use std::{
    path::PathBuf,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

/// How many connections are kept while nobody uses them. More are opened when more threads read at once, so
/// no reader ever waits for another.
const KEPT: usize = 3;

/// One connection that is lent; dropped, it is back, whatever became of the work.
struct Lent<'l>(&'l AtomicUsize);

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

pub(super) struct Readers {
    path: PathBuf,
    key: StoreKey,
    idle: Mutex<Vec<Connection>>,
    lent: AtomicUsize,
}

impl Readers {
    pub(super) const fn new(path: PathBuf, key: StoreKey) -> Self {
        Self { path, key, idle: Mutex::new(Vec::new()), lent: AtomicUsize::new(0) }
    }

    /// True while anybody reads.
    pub(super) fn is_lent(&self) -> bool {
        self.lent.load(Ordering::SeqCst) > 0
    }

    /// A connection that writes to the same file, in place of one that is of no use any more.
    pub(super) fn open_writer(&self) -> Result<Connection, StoreError> {
        open::writer(&self.path, &self.key)
    }

    /// Lends a connection to `work`. One that met an error is not kept: after a page that failed its check,
    /// `SQLCipher` refuses everything on the same connection.
    pub(super) fn lend<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.lent.fetch_add(1, Ordering::SeqCst);
        let _lent = Lent(&self.lent);
        let idle = self.idle().pop();
        let conn = match idle {
            Some(conn) => conn,
            None => open::reader(&self.path, &self.key)?,
        };
        let done = work(&conn)?;
        let mut idle = self.idle();
        if idle.len() < KEPT {
            idle.push(conn);
        }
        Ok(done)
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        // A list of connections is whole at every moment, whoever panicked.
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    #[cfg(test)]
    pub(super) fn idle_count(&self) -> usize {
        self.idle().len()
    }
}

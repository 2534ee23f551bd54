//! The connections that read beside the writer: opened when first needed, a few kept for the next call.

use super::{StoreError, StoreKey, open};
use rusqlite::Connection;
use std::{
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

/// How many connections are kept while nobody uses them. More are opened when more threads read at once, so
/// no reader ever waits for another.
const KEPT: usize = 3;

pub(super) struct Readers {
    path: PathBuf,
    key: StoreKey,
    idle: Mutex<Vec<Connection>>,
}

impl Readers {
    pub(super) const fn new(path: PathBuf, key: StoreKey) -> Self {
        Self { path, key, idle: Mutex::new(Vec::new()) }
    }

    /// Lends a connection to `work`. One that met an error is not kept: after a page that failed its check,
    /// `SQLCipher` refuses everything on the same connection.
    pub(super) fn lend<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
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

//! Opens one connection to a store's file, with every setting our promises rest on.

use super::{StoreError, StoreKey, key::SALT_BYTES};
use crate::care::journal::search;
use rusqlite::{Connection, ErrorCode, OpenFlags, config::DbConfig, functions::FunctionFlags};
use std::{fs::File, io::Read, path::Path, sync::Once, time::Duration};

/// How long a connection waits for another process before it says [`StoreError::Busy`].
pub(super) const PATIENCE: Duration = Duration::from_secs(5);
/// Statements each connection keeps prepared; there are fewer than this in the whole room.
const STATEMENTS: usize = 64;

/// Kilobytes of decrypted pages a connection that reads keeps. A search of a journal of ten years touches about as
/// much; a page that is not kept is decrypted and checked again.
const READER_KEEPS: i64 = 8_000;

/// Opens the connection that writes. The file must be there; an empty one becomes a store.
pub(super) fn writer(path: &Path, key: &StoreKey) -> Result<Connection, StoreError> {
    let conn = connect(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    conn.execute_batch(
        // fullfsync: on Apple's systems a plain fsync leaves the data in the drive's own cache.
        "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;
         PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;",
    )?;
    let mode: String = conn.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    if mode == "wal" { Ok(conn) } else { Err(StoreError::bug("this file system cannot share memory")) }
}

/// Opens a connection that only reads, beside the one that writes.
pub(super) fn reader(path: &Path, key: &StoreKey) -> Result<Connection, StoreError> {
    let conn = connect(path, key, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    conn.pragma_update(None, "cache_size", -READER_KEEPS)?;
    Ok(conn)
}

/// Starts `SQLite`, once for the whole program.
///
/// `SQLite` calls itself started a moment before `SQLCipher` is. Of two threads that open their first connection
/// at once, the second could find no cipher, and its key refused.
pub(super) fn start() {
    static STARTED: Once = Once::new();
    // Whatever keeps SQLite from starting, the connection that was asked for will say so.
    STARTED.call_once(|| drop(Connection::open_in_memory()));
}

fn connect(path: &Path, key: &StoreKey, access: OpenFlags) -> Result<Connection, StoreError> {
    start();
    // No mutex of SQLite's own: each connection has ours, or one owner at a time.
    let conn = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    conn.busy_timeout(PATIENCE)?;
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    // A plan holds for whatever is asked with it. Without this, SQLite makes some of them anew for each new value.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // SQLCipher writes its complaints to the device's log by itself; ours are typed, and told by the caller.
    // Memory that SQLite gives back is wiped: half the key's text was found there without it.
    conn.execute_batch("PRAGMA cipher_log_level = NONE; PRAGMA cipher_memory_security = ON;")?;
    conn.execute_batch(&key.pragma())?;
    conn.execute_batch("PRAGMA cipher_compatibility = 4; PRAGMA temp_store = MEMORY;")?;
    teach(&conn)?;
    // The key is not tried before the first page is read.
    match conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())) {
        Ok(()) => Ok(conn),
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) => {
            Err(if names_key(path, key)? { StoreError::Damaged } else { StoreError::WrongKey })
        }
        Err(error) => Err(error.into()),
    }
}

/// Teaches a connection `cairn_signs(text)`, which the triggers of the journal's index call: see [`search::signs`].
/// Whatever else writes pages into a store's file has to be taught it, too.
///
/// # Errors
/// Only a connection that runs a statement refuses.
pub fn teach(conn: &Connection) -> Result<(), StoreError> {
    let always =
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    conn.create_scalar_function("cairn_signs", 1, always, |call| {
        Ok(search::signs(call.get_raw(0).as_str()?))
    })?;
    Ok(())
}

/// True if the file begins with what `key` writes there.
fn names_key(path: &Path, key: &StoreKey) -> Result<bool, StoreError> {
    let mut start = Vec::with_capacity(SALT_BYTES);
    File::open(path)?.take(SALT_BYTES as u64).read_to_end(&mut start)?;
    Ok(start == key.salt())
}

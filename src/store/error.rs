//! What can go wrong with the store, and who can do something about it. No message holds content.

use rusqlite::{Error as Sql, ErrorCode, ffi};
use std::io;

/// Why the store did not do what it was asked. Whatever it is, nothing that was saved before is touched.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file was made with another key.
    #[error("the key does not open this store")]
    WrongKey,
    /// The key is right, and bytes of the file are not as they were written.
    #[error("the store's file is damaged")]
    Damaged,
    /// The disk is full. What was being saved is not saved; all else is.
    #[error("no room left on the disk")]
    NoSpace,
    /// Another process has been writing for longer than we wait.
    #[error("the store is in use by another process")]
    Busy,
    /// A later version of the app made or migrated the file.
    #[error("the store has schema {found}, and this version knows schemas up to {known}")]
    TooNew { found: i64, known: i64 },
    /// The store belongs to another patient or another clinic.
    #[error("the store belongs to another owner")]
    OtherOwner,
    /// Something was to be queued before it was said whose it is.
    #[error("the store has no owner yet")]
    NoOwner,
    /// The row of the outbox is not there, or not in the state this can be done in: it was taken back,
    /// acknowledged or set aside meanwhile.
    #[error("no such row in the outbox, or not in this state")]
    NoSuchRow,
    /// The system refused to open, read or write the file.
    #[error("the store's file cannot be used: {0}")]
    Io(io::Error),
    /// A fault in this app: the caller or the store broke a rule.
    #[error("a fault in the app: {0}")]
    Bug(String),
}

/// Who can do something about an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Handling {
    /// The same call may work later.
    Retry,
    /// Trying again does not help; a developer has to look.
    NeedsAttention,
    /// Only the patient can decide what happens next.
    TellPatient,
}

impl StoreError {
    /// Who can do something about it.
    #[must_use]
    pub const fn handling(&self) -> Handling {
        match self {
            Self::Busy | Self::Io(_) => Handling::Retry,
            Self::NoOwner | Self::NoSuchRow | Self::Bug(_) => Handling::NeedsAttention,
            Self::WrongKey | Self::Damaged | Self::NoSpace | Self::TooNew { .. } | Self::OtherOwner => {
                Handling::TellPatient
            }
        }
    }

    /// A broken rule, named.
    pub(super) fn bug(rule: &str) -> Self {
        Self::Bug(rule.to_owned())
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::NoSpace,
            _ => Self::Io(error),
        }
    }
}

impl From<Sql> for StoreError {
    fn from(error: Sql) -> Self {
        // A value that cannot be what we wrote.
        if matches!(
            error,
            Sql::FromSqlConversionFailure(..) | Sql::InvalidColumnType(..) | Sql::IntegralValueOutOfRange(..)
        ) {
            return Self::Damaged;
        }
        // This one alone would name a path.
        if let Sql::InvalidPath(_) = error {
            return Self::Io(io::ErrorKind::InvalidInput.into());
        }
        let Some(&failure) = error.sqlite_error() else {
            return Self::Bug(error.to_string());
        };
        match failure.code {
            ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt => Self::Damaged,
            ErrorCode::DiskFull => Self::NoSpace,
            // The index beside the WAL is enlarged by writing zeros, which fails so on a full disk.
            ErrorCode::SystemIoFailure if failure.extended_code == ffi::SQLITE_IOERR_SHMSIZE => Self::NoSpace,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            ErrorCode::SystemIoFailure
            | ErrorCode::CannotOpen
            | ErrorCode::PermissionDenied
            | ErrorCode::ReadOnly
            | ErrorCode::OutOfMemory
            | ErrorCode::FileLockingProtocolFailed => Self::Io(io::Error::other(failure)),
            // SQLite names tables, columns and constraints in these messages, never values.
            _ => Self::Bug(error.to_string()),
        }
    }
}

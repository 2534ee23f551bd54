//! What can be wrong with an archive. Whatever it is, nothing on the phone was changed by it.

use crate::store::StoreError;
use rusqlite::{Error as Sql, ErrorCode};
use std::io;

/// Why an archive was not written or not read.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// The passphrase is not the one the archive was sealed with.
    #[error("the passphrase does not open this archive")]
    WrongPassphrase,
    /// The file is no sealed archive of ours.
    #[error("this is no archive of this app")]
    NotAnArchive,
    /// Bytes are missing or are not as they were written.
    #[error("the archive is damaged or cut off")]
    Damaged,
    /// A later version of the app wrote it.
    #[error("the archive was written by a later version")]
    TooNew,
    /// Opening it would take more memory than a phone may be asked for.
    #[error("the archive asks for too much work")]
    TooMuchWork,
    /// The file cannot be read or written.
    #[error("the archive's file cannot be used: {0}")]
    Io(io::Error),
    /// The store the rows come from or go to.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<age::DecryptError> for ArchiveError {
    fn from(error: age::DecryptError) -> Self {
        use age::DecryptError as Age;
        match error {
            Age::Io(error) => reading(error),
            // age finds out with the passphrase alone whether it is the right one; the rest of the head is checked after.
            Age::DecryptionFailed | Age::KeyDecryptionFailed => Self::WrongPassphrase,
            Age::ExcessiveWork { .. } => Self::TooMuchWork,
            Age::InvalidMac => Self::Damaged,
            _ => Self::NotAnArchive,
        }
    }
}

/// What reading the archive came to. A piece that does not fit its seal, and an early end, look so.
pub(super) fn reading(error: io::Error) -> ArchiveError {
    match error.kind() {
        io::ErrorKind::InvalidData
        | io::ErrorKind::UnexpectedEof
        | io::ErrorKind::InvalidInput
        | io::ErrorKind::Other => ArchiveError::Damaged,
        _ => ArchiveError::Io(error),
    }
}

/// What writing the archive came to.
pub(super) fn writing(error: io::Error) -> ArchiveError {
    match StoreError::from(error) {
        StoreError::Io(error) => ArchiveError::Io(error),
        full => ArchiveError::Store(full),
    }
}

/// What putting a row into its table came to: a row that breaks a rule of the schema was not written by us.
pub(super) fn inserting(error: Sql) -> ArchiveError {
    match error.sqlite_error_code() {
        Some(ErrorCode::ConstraintViolation | ErrorCode::TypeMismatch) => ArchiveError::Damaged,
        _ => ArchiveError::Store(error.into()),
    }
}

//! The patient's own record: taking it along, bringing it back, and asking the clinic to delete what it has.

use crate::{
    app::AppError,
    care::{Delivery, DeliveryCount},
    store::{StoreError, archive::ArchiveError},
};
use chrono::{DateTime, Utc};
use std::path::PathBuf;

/// What there is to know before anything is taken along or deleted.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnRecord {
    pub practice: bool,
    /// What waits to be sent would be lost with everything else.
    pub counts: DeliveryCount,
    /// The request to the clinic, once it was made.
    pub asked: Option<DeletionAsked>,
}

/// The request to the clinic to delete what it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeletionAsked {
    pub at: DateTime<Utc>,
    pub delivery: Delivery,
}

/// A file that was just written for the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Its own name.
    pub name: String,
    /// The folder it is in, as the system shows it.
    pub folder: String,
    /// In bytes.
    pub size: u64,
}

/// The copies that were found where the person keeps files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copies {
    /// Where they were looked for; `None` where the system has no such folder.
    pub folder: Option<String>,
    /// The newest first.
    pub found: Vec<CopyFound>,
}

/// One of them. What is in it nobody knows before it is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyFound {
    pub path: PathBuf,
    pub name: String,
    /// In bytes.
    pub size: u64,
    pub changed: Option<DateTime<Utc>>,
}

/// Why a copy was not made or not brought back; each has its own sentence and next step. Nothing on the phone was
/// changed by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OwnTrouble {
    WrongPassphrase,
    /// The file is something else.
    NotACopy,
    /// Bytes are missing or changed.
    Damaged,
    /// A later version of the app made it.
    TooNew,
    /// It belongs to another patient or clinic.
    OtherPatient,
    /// The phone has this many things that are not in the copy.
    WouldLose(u64),
    NoSpace,
    /// The system has no folder for it.
    NoFolder,
    /// The file or its folder cannot be used.
    CannotUse,
    /// The phone's keystore is locked or missing.
    Keystore,
    Unexpected,
}

impl AppError {
    /// What the patient is told about a copy.
    #[must_use]
    pub fn own_trouble(&self) -> OwnTrouble {
        match self {
            Self::Archive(error) => match error {
                ArchiveError::WrongPassphrase => OwnTrouble::WrongPassphrase,
                ArchiveError::NotAnArchive | ArchiveError::TooMuchWork => OwnTrouble::NotACopy,
                ArchiveError::Damaged => OwnTrouble::Damaged,
                ArchiveError::TooNew => OwnTrouble::TooNew,
                ArchiveError::Io(_) => OwnTrouble::CannotUse,
                ArchiveError::Store(error) => of_store(error),
            },
            Self::Store(error) => of_store(error),
            Self::Secrets(_) | Self::Keybook => OwnTrouble::Keystore,
            Self::OtherPatient => OwnTrouble::OtherPatient,
            Self::WouldLose(count) => OwnTrouble::WouldLose(*count),
            Self::NoFolder(_) => OwnTrouble::NoFolder,
            _ => OwnTrouble::Unexpected,
        }
    }
}

fn of_store(error: &StoreError) -> OwnTrouble {
    match error {
        StoreError::NoSpace => OwnTrouble::NoSpace,
        StoreError::Io(_) => OwnTrouble::CannotUse,
        _ => OwnTrouble::Unexpected,
    }
}

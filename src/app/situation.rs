//! Who is here, and what the app can show at all.

use super::{AppError, profiles::Owner};
use crate::{platform::secrets::SecretsError, store::StoreError};

/// What the app shows when it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Situation {
    /// Nobody is here: connect to a clinic, or look around.
    Welcome,
    /// A patient of a clinic is here.
    Patient,
    /// The sample patient is here.
    Practice,
    /// Somebody is here, and their store does not open. Nothing was changed or deleted.
    CannotOpen(CannotOpen),
}

/// Why what was saved on this phone does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CannotOpen {
    /// The system runs no keystore.
    NoKeystore,
    /// The keystore is locked or said no.
    KeystoreLocked,
    /// The keystore no longer has the key.
    KeyLost,
    /// The file is gone or empty, and the keystore still has its key.
    FileGone,
    /// The file is damaged, or was written with another key.
    Damaged,
    /// A later version of the app wrote it.
    TooNew,
    /// The phone has no room left.
    NoSpace,
    /// Something else; trying again may help.
    Other,
}

impl CannotOpen {
    pub(super) fn because(error: &AppError) -> Self {
        match error {
            AppError::Secrets(SecretsError::Missing) => Self::NoKeystore,
            AppError::Secrets(SecretsError::Locked) => Self::KeystoreLocked,
            AppError::Store(StoreError::WrongKey | StoreError::Damaged) => Self::Damaged,
            AppError::Store(StoreError::TooNew { .. }) => Self::TooNew,
            AppError::Store(StoreError::NoSpace) => Self::NoSpace,
            _ => Self::Other,
        }
    }

    /// True if the file can be set aside to begin anew; otherwise only trying again makes sense.
    #[must_use]
    pub const fn may_set_aside(self) -> bool {
        matches!(self, Self::KeyLost | Self::FileGone | Self::Damaged)
    }
}

impl From<&Owner> for Situation {
    fn from(owner: &Owner) -> Self {
        match owner {
            Owner::Practice => Self::Practice,
            Owner::Patient { .. } => Self::Patient,
        }
    }
}

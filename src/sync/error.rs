//! Why phone and clinic could not be brought in step this time. Whatever it is, nothing saved is touched.

use crate::{
    clinic::{ClinicError, Handling},
    store::{self, StoreError},
};
use chrono::{DateTime, Utc};

/// What stood in the way of a run, or of a part of it.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    /// The clinic was not reached, or did not do as asked.
    #[error(transparent)]
    Clinic(#[from] ClinicError),
    /// The phone's own store did not do as asked.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The server asked to be left alone until then, on this phone's clock.
    #[error("the server asked for patience")]
    Patience(DateTime<Utc>),
    /// The sign-in belongs to another patient or clinic than the store. Nothing was sent.
    #[error("the sign-in and the store belong to different owners")]
    OtherOwner,
}

impl SyncError {
    /// What to do about it.
    #[must_use]
    pub const fn handling(&self) -> Handling {
        match self {
            Self::Clinic(error) => error.handling(),
            Self::Store(error) => match error.handling() {
                store::Handling::Retry => Handling::Retry,
                store::Handling::NeedsAttention => Handling::NeedsAttention,
                store::Handling::TellPatient => Handling::TellPatient,
            },
            Self::Patience(_) => Handling::Retry,
            Self::OtherOwner => Handling::TellPatient,
        }
    }

    /// True if the server asked to be left alone for a while.
    pub(super) const fn asks_for_patience(&self) -> bool {
        matches!(self, Self::Patience(_) | Self::Clinic(ClinicError::Busy { retry_after: Some(_) }))
    }

    /// True if it makes no sense to go on with this run.
    pub(super) fn ends_the_run(&self) -> bool {
        match self {
            Self::Clinic(error) => error.concerns_everything(),
            Self::Store(_) | Self::Patience(_) | Self::OtherOwner => true,
        }
    }
}

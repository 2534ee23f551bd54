//! Turns what a lower room reports into the one thing a patient is told.

use super::read::SyncTrouble;
use crate::{
    clinic::{BadAddress, ClinicError},
    store::StoreError,
    sync::SyncError,
};
use chrono::{DateTime, TimeDelta, Utc};

/// How long to wait when a server asks for patience without saying how long.
const PATIENCE: TimeDelta = TimeDelta::minutes(1);

/// What to say about an error of the clinic that came at `now`.
pub(super) fn of_clinic(error: &ClinicError, now: DateTime<Utc>) -> SyncTrouble {
    match error {
        ClinicError::Address(BadAddress::NotSafe) => SyncTrouble::NotEncrypted,
        ClinicError::Address(_) => SyncTrouble::BadAddress,
        ClinicError::Offline => SyncTrouble::Offline,
        ClinicError::ServerDown | ClinicError::CutShort => SyncTrouble::ServerDown,
        ClinicError::NotSafe => SyncTrouble::NotSafe,
        ClinicError::WrongClock => SyncTrouble::WrongClock,
        ClinicError::CaptivePortal => SyncTrouble::CaptivePortal,
        ClinicError::NotFhir => SyncTrouble::NotAClinic,
        ClinicError::NoSignIn => SyncTrouble::NoSignIn,
        ClinicError::SignInCancelled => SyncTrouble::SignInCancelled,
        ClinicError::SignInFailed(_) => SyncTrouble::SignInFailed,
        ClinicError::SignInAgain => SyncTrouble::SignInAgain,
        ClinicError::OtherPatient => SyncTrouble::OtherPatient,
        ClinicError::NotAllowed => SyncTrouble::NotAllowed,
        ClinicError::NotFound | ClinicError::Gone => SyncTrouble::NotFound,
        ClinicError::Busy { retry_after } => {
            let wait = retry_after.and_then(|wait| TimeDelta::from_std(wait).ok()).unwrap_or(PATIENCE);
            SyncTrouble::Busy(now.checked_add_signed(wait).unwrap_or(now))
        }
        ClinicError::ServerFault { .. } => SyncTrouble::ServerFault,
        ClinicError::AnswerTooLarge
        | ClinicError::NotUnderstood(_)
        | ClinicError::Conflict
        | ClinicError::Precondition
        | ClinicError::Refused { .. } => SyncTrouble::NotUnderstood,
        ClinicError::Keystore(_) => SyncTrouble::Keystore,
    }
}

/// What to say about a run of the sync that ended at `now` with `error`.
pub(super) fn of_sync(error: &SyncError, now: DateTime<Utc>) -> SyncTrouble {
    match error {
        SyncError::Clinic(error) => of_clinic(error, now),
        SyncError::Store(error) => of_store(error),
        SyncError::Patience(until) => SyncTrouble::Busy(*until),
        SyncError::OtherOwner => SyncTrouble::OtherPatient,
    }
}

/// What to say about an error of the store.
pub(super) fn of_store(error: &StoreError) -> SyncTrouble {
    match error {
        StoreError::NoSpace => SyncTrouble::NoSpace,
        _ => SyncTrouble::Unexpected,
    }
}

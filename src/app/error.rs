//! What can go wrong for the app, each turned into one thing a patient can be told.

use super::{paper::CannotPrint, read::SyncTrouble};
use crate::{
    care::{Id, backdate::NotThen, booking::NotOffered},
    clinic::ClinicError,
    fhir::practice::PracticeError,
    platform::{
        browser::NoBrowser,
        files::{NoFolder, NotOpened},
        ids::NoRandomness,
        microphone::NoMicrophone,
        notifications::CannotRing,
        secrets::SecretsError,
    },
    store::{StoreError, archive::ArchiveError},
};
use chrono::{DateTime, Utc};

/// A command or a read model could not be carried out. Nothing that was saved before is lost by it.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Secrets(#[from] SecretsError),
    #[error(transparent)]
    Clinic(#[from] ClinicError),
    #[error(transparent)]
    Randomness(#[from] NoRandomness),
    #[error(transparent)]
    Browser(#[from] NoBrowser),
    /// Our own sample data cannot be read.
    #[error(transparent)]
    Sample(#[from] PracticeError),
    #[error("the sign-in page did not come back")]
    Redirect(#[source] std::io::Error),
    /// What the keystore keeps for us is not what we put there.
    #[error("the keystore holds something else under our name")]
    Keybook,
    /// There is nothing to record with.
    #[error(transparent)]
    Microphone(#[from] NoMicrophone),
    /// The system was not handed what there is to ring.
    #[error(transparent)]
    Ringing(#[from] CannotRing),
    /// Nobody is here: the command belongs to a patient.
    #[error("nobody is here")]
    NobodyHere,
    /// Somebody else signed in than the patient this place belongs to.
    #[error("another patient signed in")]
    OtherPatient,
    /// The moment to take it back is over: it may be at the clinic already.
    #[error("too late to take it back")]
    TooLate,
    /// There is nothing to share, it is too large, or it is not there any more.
    #[error("this cannot be shared")]
    NotShareable,
    /// This cannot be asked of the clinic.
    #[error(transparent)]
    CannotBook(#[from] CannotBook),
    /// There is no message to send, or it is too long.
    #[error("this cannot be sent")]
    NotSendable,
    /// There is no name, the clinic has another text by now, or it is too soon after a session.
    #[error("this cannot be signed")]
    NotSignable,
    /// There is no form to fill in here: it is finished, given up, or cannot be understood.
    #[error("there is no such form to fill in")]
    NoSuchForm,
    /// What was said to have happened has not happened yet, or not in that order.
    #[error(transparent)]
    NotThen(#[from] NotThen),
    /// What was taken along, or is to be brought back.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// The system has no folder for the person's own files.
    #[error(transparent)]
    NoFolder(#[from] NoFolder),
    /// Nothing opened a file that was written for the person.
    #[error(transparent)]
    NotOpened(#[from] NotOpened),
    /// This many things on the phone are not in what is to be brought back, and would be gone.
    #[error("{0} rows on this phone are not in the archive")]
    WouldLose(u64),
    /// The pages for paper were not made.
    #[error(transparent)]
    Paper(#[from] CannotPrint),
    /// A background task ended without an answer.
    #[error("a task ended without an answer")]
    Interrupted,
}

/// Why a time, a move or a cancellation was not asked for. Nothing was saved.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CannotBook {
    /// The clinic's rules do not offer this time.
    #[error("the time is not offered")]
    NotOffered(NotOffered),
    /// The time or the visit is not among those that are known, or a visit is not ahead and certain.
    #[error("there is no such time or visit")]
    Unknown,
    /// The patient asked for it already, or for another time in place of the same visit: this wish is open.
    #[error("it was asked for already")]
    AlreadyAsked(Id),
    /// It is later than the clinic's notice allows: the clinic wants a call.
    #[error("the clinic wants a call")]
    CallInstead,
    /// The sign-in does not let the app ask for it.
    #[error("the sign-in does not allow it")]
    NotGranted,
}

impl AppError {
    /// What the patient is told, at `now`.
    pub fn trouble(&self, now: DateTime<Utc>) -> SyncTrouble {
        match self {
            Self::Store(error) | Self::Archive(ArchiveError::Store(error)) => super::trouble::of_store(error),
            Self::Secrets(_) | Self::Keybook => SyncTrouble::Keystore,
            Self::Clinic(error) => super::trouble::of_clinic(error, now),
            Self::Browser(_) | Self::Redirect(_) => SyncTrouble::SignInFailed,
            Self::OtherPatient => SyncTrouble::OtherPatient,
            Self::Ringing(CannotRing::Io(error)) if error.kind() == std::io::ErrorKind::StorageFull => {
                SyncTrouble::NoSpace
            }
            Self::Archive(_)
            | Self::NoFolder(_)
            | Self::NotOpened(_)
            | Self::Paper(_)
            | Self::WouldLose(_)
            | Self::Ringing(_)
            | Self::Randomness(_)
            | Self::Sample(_)
            | Self::Microphone(_)
            | Self::NobodyHere
            | Self::TooLate
            | Self::NotShareable
            | Self::CannotBook(_)
            | Self::NotSendable
            | Self::NotSignable
            | Self::NoSuchForm
            | Self::NotThen(_)
            | Self::Interrupted => SyncTrouble::Unexpected,
        }
    }
}

//! Everything that can go wrong between the phone and the clinic, each case told apart because each has
//! another next step. None of them carries content, names, tokens or addresses.

use super::{BadAddress, KeystoreTrouble};
use std::time::Duration;

/// Why the clinic was not reached, or did not do as asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ClinicError {
    /// What was typed is no address of a clinic.
    #[error(transparent)]
    Address(#[from] BadAddress),
    /// This device has no way to the network.
    #[error("there is no network")]
    Offline,
    /// The name is unknown, the port is closed, or nothing was answered in time.
    #[error("the server does not answer")]
    ServerDown,
    /// The connection cannot be trusted, or would not be encrypted.
    #[error("the connection is not safe")]
    NotSafe,
    /// This device's clock and the server's (or its certificate's) do not agree.
    #[error("the clock is wrong")]
    WrongClock,
    /// A page for people came, or a detour to another server, where data was asked for.
    #[error("a page came instead of data")]
    CaptivePortal,
    /// The answer ended before it was whole.
    #[error("the answer was cut short")]
    CutShort,
    /// The answer is larger than this app takes in.
    #[error("the answer is too large")]
    AnswerTooLarge,
    /// What is there is not a FHIR R4 server.
    #[error("this is not a FHIR server")]
    NotFhir,
    /// A FHIR server without a sign-in that an app like this can use safely.
    #[error("the clinic offers no sign-in for apps")]
    NoSignIn,
    /// The answer is not what the standard says it should be; the word says which part.
    #[error("the answer is not understood: {0}")]
    NotUnderstood(&'static str),
    /// The patient (or the clinic's page) said no.
    #[error("the sign-in was cancelled")]
    SignInCancelled,
    /// The sign-in did not come to a good end.
    #[error("the sign-in failed: {0}")]
    SignInFailed(SignInFailure),
    /// The sign-in is over: expired, revoked, or used elsewhere. Nothing on the phone is touched by it.
    #[error("the sign-in is over")]
    SignInAgain,
    /// The clinic answered for another patient than the one this sign-in belongs to.
    #[error("the sign-in belongs to another patient")]
    OtherPatient,
    /// 403: the clinic does not let this patient's app do it.
    #[error("the clinic does not allow it")]
    NotAllowed,
    /// 404: no such thing at the clinic.
    #[error("the clinic has no such record")]
    NotFound,
    /// 410: it was there and is deleted.
    #[error("the clinic deleted it")]
    Gone,
    /// 409: it collides with something at the clinic.
    #[error("it conflicts with what the clinic has")]
    Conflict,
    /// 412: the condition sent along did not hold.
    #[error("the clinic has another version")]
    Precondition,
    /// Any other 4xx: the server found the request wrong.
    #[error("the clinic refused it (status {status})")]
    Refused { status: u16 },
    /// 429, or 503 with a time: the server asks for patience, for this long if it said so.
    #[error("the server is busy")]
    Busy { retry_after: Option<Duration> },
    /// Any other 5xx.
    #[error("the server has a fault (status {status})")]
    ServerFault { status: u16 },
    /// The keystore did not give or take the sign-in.
    #[error(transparent)]
    Keystore(#[from] KeystoreTrouble),
}

/// At which check a sign-in ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum SignInFailure {
    /// The answer was not for the question this phone asked (`state`).
    #[error("the answer belongs to another sign-in")]
    WrongState,
    /// The answer came from another server than the one asked (`iss`).
    #[error("the answer comes from another server")]
    WrongIssuer,
    /// The answer in the browser was neither a code nor an error.
    #[error("the answer is incomplete")]
    Incomplete,
    /// The code was too old, used before, or not for this app.
    #[error("the code was not accepted")]
    CodeRefused,
    /// The clinic refused the sign-in for a reason of its own.
    #[error("the clinic's sign-in refused")]
    Refused,
    /// The sign-in does not say for which patient it is.
    #[error("the sign-in names no patient")]
    NoPatient,
}

/// What to do about an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Handling {
    /// It may go away by itself: try again later.
    Retry,
    /// This one request will never work; the record it carries needs a person.
    NeedsAttention,
    /// The patient has to do something: sign in, unlock, set the clock, check the address.
    TellPatient,
}

impl ClinicError {
    /// What to do about it.
    #[must_use]
    pub const fn handling(&self) -> Handling {
        match self {
            Self::Offline
            | Self::ServerDown
            | Self::CaptivePortal
            | Self::CutShort
            | Self::Busy { .. }
            | Self::ServerFault { .. } => Handling::Retry,
            Self::AnswerTooLarge
            | Self::NotUnderstood(_)
            | Self::NotAllowed
            | Self::NotFound
            | Self::Gone
            | Self::Conflict
            | Self::Precondition
            | Self::Refused { .. } => Handling::NeedsAttention,
            Self::Address(_)
            | Self::NotSafe
            | Self::WrongClock
            | Self::NotFhir
            | Self::NoSignIn
            | Self::SignInCancelled
            | Self::SignInFailed(_)
            | Self::SignInAgain
            | Self::OtherPatient
            | Self::Keystore(_) => Handling::TellPatient,
        }
    }

    /// True if nothing else can be asked of this server either at this moment.
    #[must_use]
    pub const fn concerns_everything(&self) -> bool {
        matches!(
            self,
            Self::Offline
                | Self::ServerDown
                | Self::NotSafe
                | Self::WrongClock
                | Self::CaptivePortal
                | Self::SignInAgain
                | Self::OtherPatient
                | Self::Busy { .. }
                | Self::Keystore(_)
        )
    }

    /// The error an HTTP status stands for; `None` for a success.
    #[must_use]
    pub const fn of_status(status: u16, retry_after: Option<Duration>) -> Option<Self> {
        Some(match status {
            200..=299 => return None,
            401 => Self::SignInAgain,
            403 => Self::NotAllowed,
            404 => Self::NotFound,
            409 => Self::Conflict,
            410 => Self::Gone,
            412 => Self::Precondition,
            429 => Self::Busy { retry_after },
            503 if retry_after.is_some() => Self::Busy { retry_after },
            511 => Self::CaptivePortal,
            // A request that took the server too long is not wrong.
            408 => Self::ServerDown,
            400..=499 => Self::Refused { status },
            500..=599 => Self::ServerFault { status },
            _ => Self::NotUnderstood("status"),
        })
    }
}

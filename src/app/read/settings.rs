//! Settings: the truth about what is where, the language, and who is signed in.

use crate::care::{Delivery, DeliveryCount, Id, Private};
use chrono::{DateTime, Utc};

/// How the phone and the clinic stand.
#[derive(Debug, Clone, PartialEq)]
pub struct SyncState {
    pub sign_in: SignIn,
    pub clinic_name: Option<String>,
    /// The clinic's address as the patient connected to it.
    pub clinic_address: Option<String>,
    pub patient: Option<Private>,
    pub counts: DeliveryCount,
    /// When the clinic was last asked for everything with success.
    pub last_pull: Option<DateTime<Utc>>,
    /// Something is being sent or fetched at this moment.
    pub busy: bool,
    /// Why the last attempt did not work, if it did not.
    pub trouble: Option<SyncTrouble>,
    /// Records of the clinic this app could not read.
    pub unread: usize,
    /// The bytes of all drawings, photos, voice notes and files of the journal.
    pub pieces: u64,
}

/// Whether the clinic knows this phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignIn {
    /// Practice mode: there is no clinic.
    Practice,
    SignedIn,
    /// The sign-in ended at the clinic; everything stays usable.
    SignInAgain,
}

/// Why an attempt to reach the clinic did not work; each has its own sentence and next step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SyncTrouble {
    /// What was typed is not an address.
    BadAddress,
    /// The address typed asks for a connection that is not encrypted.
    NotEncrypted,
    /// No way to the network at all.
    Offline,
    /// The name or the port does not answer.
    ServerDown,
    /// The connection is not safe (certificate).
    NotSafe,
    /// A page came instead of data: a Wi-Fi sign-in page, most likely.
    CaptivePortal,
    /// The address leads to something that is not a clinic's FHIR server.
    NotAClinic,
    /// The clinic's server does not offer sign-in for apps like this.
    NoSignIn,
    /// The server has a fault (5xx).
    ServerFault,
    /// The server asks for patience (429, 503); the instant to try again.
    Busy(DateTime<Utc>),
    /// The sign-in is over.
    SignInAgain,
    /// The clinic does not let this app do it (403).
    NotAllowed,
    /// The clinic's server has no such record (404, 410).
    NotFound,
    /// The clock of the phone and the server's are too far apart.
    WrongClock,
    /// The phone has no room left.
    NoSpace,
    /// The phone's keystore is locked or missing.
    Keystore,
    /// The patient closed or refused the sign-in page.
    SignInCancelled,
    /// The sign-in page took too long or its answer was not for this phone.
    SignInFailed,
    /// The patient signed in is not the one this phone belongs to.
    OtherPatient,
    /// The server sent what no FHIR server should.
    NotUnderstood,
    /// Something in the app itself.
    Unexpected,
}

/// Everything a curious patient or a helper at the clinic may ask.
#[derive(Debug, Clone, PartialEq)]
pub struct SyncDetails {
    /// What the patient made and where it is: what is not at the clinic yet, then what is, each newest first.
    pub queue: Vec<QueueLine>,
    /// What the clinic sent that could not be read.
    pub unread: Vec<UnreadLine>,
}

/// One thing the patient made.
#[derive(Debug, Clone, PartialEq)]
pub struct QueueLine {
    pub record: Id,
    /// The FHIR type, the way a clinic speaks of it.
    pub kind: String,
    pub made: DateTime<Utc>,
    pub delivery: Delivery,
    pub attempts: u32,
}

/// One record of the clinic that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadLine {
    pub kind: String,
    pub id: Id,
    /// Where in the record and what was found wrong, without its content.
    pub why: String,
}

/// The languages of the catalogues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    #[default]
    English,
    Spanish,
}

impl Language {
    /// The BCP 47 tag of the catalogue.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }

    /// The catalogue for a tag such as `es-MX`, if there is one for its language.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_', '.']).next()?;
        [Self::English, Self::Spanish].into_iter().find(|known| known.tag().eq_ignore_ascii_case(language))
    }
}

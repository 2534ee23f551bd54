//! Papers to sign: what the clinic asks for, one of them to read, and every signature that was ever put to one.

use super::{CardLine, Door, HelpNumber, VisitView};
use crate::care::{
    Id,
    consent::{Document, Signature, Word},
    journal::share::Standing,
};
use chrono::{DateTime, Utc};

/// All there is to sign and all that was signed.
#[derive(Debug, Clone, PartialEq)]
pub struct Consents {
    /// What the clinic asks for and no signature that holds is about; the clinic's order.
    pub papers: Vec<PaperLine>,
    /// Every signature, the newest first, whichever phone it was put on; withdrawn ones stay as withdrawn.
    pub signed: Vec<SignedLine>,
    /// Something the patient signed is at the clinic in a form that cannot be shown.
    pub unshown: bool,
    /// The clinic changed something that cannot be read: which papers it has now is not known.
    pub unreadable: bool,
}

/// A paper that is not signed.
#[derive(Debug, Clone, PartialEq)]
pub struct PaperLine {
    pub document: Id,
    pub title: String,
    pub ask: Ask,
    /// The next visit it must be signed before, if the clinic says so.
    pub before: Option<VisitView>,
}

/// What the clinic asks about a paper that is not signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// To read and sign it.
    Sign,
    /// The same, for its text is another one than the patient signed.
    SignNewText,
    /// Nothing: the clinic has it as done.
    Nothing,
}

/// A signature and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedLine {
    pub signature: Signature,
    pub place: SignedWhere,
    /// Until this instant it can be taken back as if it had never been put there.
    pub undo_until: Option<DateTime<Utc>>,
    /// It holds, and the clinic asks for a signature under another text of the same paper by now.
    pub newer: bool,
    /// It was withdrawn, and this other signature of the same paper holds.
    pub still: Option<Id>,
}

/// Where a signature stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignedWhere {
    /// As far as this phone brought it, or its withdrawal.
    Here(Standing),
    /// The clinic's server has it in force; it was put on another phone, or on this one before it was set up anew.
    AtClinic,
    /// By the clinic's record it does not hold (any more); the patient did not withdraw it on this phone.
    Over(Word),
    /// The clinic changed its record, and how cannot be read.
    Unclear,
}

impl SignedWhere {
    /// True while the signature stands.
    #[must_use]
    pub const fn holds(&self) -> bool {
        matches!(self, Self::Here(Standing::Shared(_)) | Self::AtClinic | Self::Unclear)
    }
}

/// One paper as it is now.
#[derive(Debug, Clone, PartialEq)]
pub enum Consent {
    /// To be read, and to be signed if the clinic asks for that.
    Here(Box<ConsentView>),
    /// This very text is signed.
    Signed(Box<SignedView>),
    /// The clinic has taken it out.
    Gone,
    /// The clinic changed something that cannot be read: no older text may be signed, and the patient must call.
    Unreadable,
}

/// A paper to be read.
#[derive(Debug, Clone, PartialEq)]
pub struct ConsentView {
    pub document: Document,
    pub ask: Ask,
    /// Something the patient signed is at the clinic in a form that cannot be shown: it may be this.
    pub unshown: bool,
    pub before: Option<VisitView>,
    /// The clinic's name.
    pub clinic: Option<String>,
    /// The clinic's numbers, to ask first.
    pub numbers: Vec<HelpNumber>,
    pub door: Door,
    /// The card of the first day after a session holds until then: nothing is signed so soon after one.
    pub wait: Option<CardLine>,
}

/// A signature to be looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct SignedView {
    pub line: SignedLine,
    pub practice: bool,
    pub numbers: Vec<HelpNumber>,
}

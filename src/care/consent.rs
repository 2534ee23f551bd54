//! Papers to sign: the exact text a signature is about, the signature itself, and where a paper stands.
//!
//! A signature keeps the text it was put to. What the clinic changes later is another text, which has to be signed by
//! itself; the earlier signature stays what it was.

mod document;
mod kept;

pub use document::{Document, Line, Part, heading, lines};
pub use kept::{Kept, There, Word};

use super::{Id, Private};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// A name is not longer, in letters.
pub const LONGEST_NAME: usize = 120;

/// A name a patient typed under a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The record the clinic gets: the same id again is the same signature.
    pub record: Id,
    /// The paper, by its id in the clinic's protocol, and the clinic's name for this text of it.
    pub document: Id,
    pub version: String,
    pub title: String,
    /// The protocol it stood in, and which version of that.
    pub protocol: Id,
    pub protocol_version: u32,
    /// What was signed, to the letter: [`Document::text`] as it was then.
    pub text: Private,
    /// As the patient typed it, see [`name`].
    pub name: Private,
    /// The clinic it was signed for, and its name then.
    pub clinic: Option<Id>,
    pub recipient: Option<String>,
    pub at: DateTime<Utc>,
    /// The phone's zone then.
    pub zone: Tz,
    /// When the patient took it back.
    pub withdrawn: Option<DateTime<Utc>>,
}

/// Where a paper of the clinic stands, as far as the patient's own signatures say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Nothing that was signed of it holds.
    ToSign,
    /// This record signs the very text the clinic has now.
    Signed(Id),
    /// Nothing was ever signed of it in the app, and the clinic has it as done: on paper, or in another way.
    AtClinic,
    /// This record signs an earlier text; the clinic has another one now.
    NewText(Id),
}

impl State {
    /// Where `document` stands at `now` by these signatures, the newest first. `done`: the clinic has it as done.
    ///
    /// Whoever ever signed it goes by their own signatures: what the clinic noted may have been about one of them.
    #[must_use]
    pub fn of(document: &Document, signatures: &[Kept], done: bool, now: DateTime<Utc>) -> Self {
        let text = document.text();
        let all = || signatures.iter().filter(|one| one.signature.document == document.id);
        let holding = || all().filter(|one| one.holds(now)).map(|one| &one.signature);
        if let Some(same) = holding().find(|one| one.text.reveal() == text) {
            return Self::Signed(same.record.clone());
        }
        match holding().next() {
            Some(earlier) => Self::NewText(earlier.record.clone()),
            None if done && all().next().is_none() => Self::AtClinic,
            None => Self::ToSign,
        }
    }
}

/// The name as it is kept and sent: what was typed, on one line, without gaps at its ends. `None` where nobody could be
/// called so: without any letter, or longer than [`LONGEST_NAME`].
#[must_use]
pub fn name(typed: &str) -> Option<Private> {
    let printed = typed.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>();
    let name = printed.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = name.chars().any(char::is_alphabetic) && name.chars().count() <= LONGEST_NAME;
    fits.then(|| Private::new(name))
}

#[cfg(test)]
#[path = "consent/consent_tests.rs"]
mod tests;

//! An identifier that is safe on the wire, in a file name and in a log.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The name of one record, ours or the clinic's: 1 to 64 characters of `A-Z a-z 0-9 - .`, as FHIR R4
/// defines the type `id`. It never says anything about a person, so it may appear in logs.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Id(String);

/// The text is not an identifier. The text itself is left out, for it may be anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier: 1 to 64 characters of A-Z a-z 0-9 - .")]
pub struct BadId;

impl Id {
    /// Takes `text` as an identifier, if it is one.
    ///
    /// # Errors
    /// [`BadId`] when it is empty, too long or holds another character.
    pub fn new(text: impl Into<String>) -> Result<Self, BadId> {
        let text = text.into();
        let allowed = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'.';
        if (1..=64).contains(&text.len()) && text.bytes().all(allowed) { Ok(Self(text)) } else { Err(BadId) }
    }

    /// The identifier as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Id {
    type Error = BadId;
    fn try_from(text: String) -> Result<Self, BadId> {
        Self::new(text)
    }
}

impl From<Id> for String {
    fn from(id: Id) -> Self {
        id.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

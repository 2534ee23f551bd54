//! Words that belong to the patient: they cannot slip into a log or an error by accident.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Text about a person (a name, a note, an instruction). `Debug` hides it and there is no `Display`:
/// whoever needs the words says so with [`Private::reveal`].
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Private(String);

impl Private {
    /// Wraps the words.
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }

    /// The words themselves, for the screen, the store and the wire.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// True if there is nothing but white space.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl fmt::Debug for Private {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Private(…)")
    }
}

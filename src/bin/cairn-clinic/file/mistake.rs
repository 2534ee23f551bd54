//! One thing wrong in a file, as `file:line:column` and a plain sentence.

use cairn::care::Level;
use serde::{Serialize, Serializer};
use std::fmt;
use std::path::{Path, PathBuf};

/// Something to mend, or to look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Mistake {
    pub(crate) file: PathBuf,
    /// Counts from 1; 0 where it is no place in the file, but the file itself.
    pub(crate) line: u64,
    /// Counts from 1, in characters.
    pub(crate) column: u64,
    #[serde(serialize_with = "level")]
    pub(crate) level: Level,
    pub(crate) message: String,
}

impl Mistake {
    /// A mistake that concerns the file itself, such as one that is not there.
    pub(crate) fn of_file(file: &Path, message: &str) -> Self {
        Self { file: file.to_owned(), line: 0, column: 0, level: Level::Mistake, message: message.to_owned() }
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, message, .. } = self;
        write!(f, "{}:", file.display())?;
        if *line > 0 {
            write!(f, "{line}:{column}:")?;
        }
        write!(f, " {}: {message}", word(self.level))
    }
}

const fn word(level: Level) -> &'static str {
    match level {
        Level::Warning => "warning",
        Level::Mistake => "mistake",
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn level<S: Serializer>(level: &Level, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(word(*level))
}

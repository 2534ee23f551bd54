//! What comes with a message of the clinic's beside its words: a text can be read here, of anything else it is said what it
//! is.

use crate::care::Private;

/// The most letters of a text that are shown here: some twenty pages, above which a page of the app is the wrong place.
pub const LONGEST_TEXT: usize = 50_000;

/// One thing that came along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosed {
    /// What the clinic calls it.
    pub title: Option<Private>,
    pub what: Enclosure,
}

/// What it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Enclosure {
    /// A text without any form, to the letter.
    Text(Private),
    /// Something that cannot be shown here, with its size in bytes where the clinic or the file itself says that.
    File { kind: FileKind, size: Option<u64> },
}

/// What people call a file of this kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileKind {
    Pdf,
    Picture,
    Sound,
    Video,
    Text,
    Other,
}

impl FileKind {
    /// The kind of a media type (IANA), whatever stands behind it.
    #[must_use]
    pub fn of(mime: &str) -> Self {
        let bare = mime.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        match bare.split_once('/') {
            Some(("application", "pdf")) => Self::Pdf,
            Some(("image", _)) => Self::Picture,
            Some(("audio", _)) => Self::Sound,
            Some(("video", _)) => Self::Video,
            Some(("text", _)) => Self::Text,
            _ => Self::Other,
        }
    }
}

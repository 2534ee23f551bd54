//! What hangs on a page beside its words: a drawing, a photo, a voice note or a file; what it may be, and how large.

mod bmff;
mod clean;
mod gif;
mod jpeg;
mod media;
mod png;
mod webp;

pub use clean::{Cleaner, Unclean};
pub use media::{Media, PieceKind};

use crate::care::{Id, Private};
use chrono::{DateTime, Utc};

/// One of them, without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub id: Id,
    /// The page it hangs on.
    pub entry: Id,
    pub media: Media,
    /// What it shows or says, in the patient's words: what somebody hears who cannot see it.
    pub title: Option<Private>,
    pub made: DateTime<Utc>,
    /// In bytes; of a drawing, the bytes of its strokes.
    pub size: u64,
}

/// Why a file was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NotTaken {
    /// There is nothing in it.
    Empty,
    /// Larger than this many bytes.
    TooLarge { most: u64 },
    /// A HEIC picture: its notes on place and time cannot be taken out yet, nor can every phone show it.
    Heic,
    /// No kind of file that is kept.
    OtherKind,
    /// It begins like one that is kept, and is cut off or broken.
    Broken,
    /// It cannot be read.
    Unread,
    /// The phone has not enough room left for it.
    NoRoom,
}

#[cfg(test)]
#[path = "piece_tests.rs"]
mod tests;

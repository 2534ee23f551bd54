//! What hangs on a page: drawings, photos, voice notes and files.

use crate::care::journal::{LARGEST_DRAWING, Media, Piece, Stroke};

/// What hangs on one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pieces {
    /// In the order they were added.
    pub pieces: Vec<PieceView>,
    /// There is something to record with.
    pub can_record: bool,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PieceView {
    pub piece: Piece,
    /// Of a drawing.
    pub strokes: Vec<Stroke>,
}

/// A drawing to go on with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawingView {
    pub piece: Piece,
    pub strokes: Vec<Stroke>,
    /// How many strokes can be put forward again.
    pub taken_back: usize,
}

impl DrawingView {
    /// True if the drawing is nearly as large as one may be.
    #[must_use]
    pub const fn is_full(&self) -> bool {
        // One part of a stroke is never longer.
        const LONGEST_PART: u64 = 4 * 1024;
        self.piece.size + LONGEST_PART > LARGEST_DRAWING
    }
}

/// Which bytes of a piece are wanted: from one to another, both included (RFC 9110, 14.1.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ByteRange {
    pub from: u64,
    /// `None`: to the end.
    pub to: Option<u64>,
}

/// Some bytes of a piece.
#[derive(Clone, PartialEq, Eq)]
pub struct PieceBytes {
    pub media: Media,
    /// How many the whole piece has.
    pub size: u64,
    /// The place of the first of them.
    pub from: u64,
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for PieceBytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PieceBytes")
            .field("media", &self.media)
            .field("size", &self.size)
            .finish_non_exhaustive()
    }
}

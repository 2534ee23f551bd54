//! What hangs on a page: a list of it with ways to add to it, and each photo, voice note or file on a page of its own.

mod list;
mod one;

pub use list::{AddState, PieceList};
pub use one::{PiecePage, TitleField};

use crate::{
    care::journal::PieceKind,
    ui::{
        parts::megabytes,
        words::{Key, Words},
    },
};

/// What a piece is called while the patient has no words for it.
#[must_use]
pub fn unnamed(words: Words, kind: PieceKind) -> String {
    words.say(match kind {
        PieceKind::Drawing => Key("drawing"),
        PieceKind::Photo => Key("piece-photo"),
        PieceKind::Voice => Key("piece-voice"),
        PieceKind::File => Key("piece-file"),
    })
}

/// A size as people say it; what is smaller than a kilobyte is one.
pub(super) fn size(words: Words, bytes: u64) -> String {
    if bytes < 1024 * 1024 {
        words.with("size-kb", [("size", bytes.div_ceil(1024).max(1).into())])
    } else {
        words.with("size-mb", [("size", megabytes(bytes).into())])
    }
}

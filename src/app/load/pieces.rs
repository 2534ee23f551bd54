//! Reads what hangs on a page, and its bytes.

use crate::{
    app::{
        AppError, Cairn,
        read::{ByteRange, DrawingView, PieceBytes, PieceView, Pieces},
    },
    care::{
        Id,
        journal::{Media, Piece},
    },
    store::{Reader, StoreError},
};

impl Cairn {
    /// What hangs on the page `entry`.
    pub async fn pieces(&self, entry: Id) -> Result<Pieces, AppError> {
        let microphone = std::sync::Arc::clone(&self.0.platform.microphone);
        self.look(move |_, reader| {
            let can_record = microphone.is_here();
            let pieces = reader.pieces(&entry)?.into_iter().map(|piece| view(reader, piece));
            Ok(Pieces { pieces: pieces.collect::<Result<_, _>>()?, can_record })
        })
        .await
    }

    /// One piece; `None` if there is none with this id (any more).
    pub async fn piece(&self, id: Id) -> Result<Option<PieceView>, AppError> {
        self.look(move |_, reader| reader.piece(&id)?.map(|piece| view(reader, piece)).transpose()).await
    }

    /// A drawing to go on with; `None` if there is none with this id (any more).
    pub async fn drawing(&self, id: Id) -> Result<Option<DrawingView>, AppError> {
        self.look(move |_, reader| {
            let Some(piece) = reader.piece(&id)?.filter(|piece| piece.media == Media::Drawing) else {
                return Ok(None);
            };
            let (strokes, taken_back) = (reader.strokes(&id)?, reader.strokes_taken_back(&id)?);
            Ok(Some(DrawingView { piece, strokes, taken_back }))
        })
        .await
    }

    /// The bytes of a photo, a voice note or a file: all of them, or those of `range` up to where it ends. `None` if there is
    /// no such piece, if it is a drawing, or if it ends before the range begins.
    pub async fn piece_bytes(
        &self,
        id: Id,
        range: Option<ByteRange>,
    ) -> Result<Option<PieceBytes>, AppError> {
        self.look(move |_, reader| {
            let Some(piece) = reader.piece(&id)?.filter(|piece| piece.media != Media::Drawing) else {
                return Ok(None);
            };
            let range = range.unwrap_or(ByteRange { from: 0, to: None });
            let end = range.to.map_or(piece.size, |last| last.saturating_add(1).min(piece.size));
            if range.from >= end {
                return Ok(None);
            }
            let bytes = reader.piece_bytes(&id, range.from..end)?;
            Ok(bytes.map(|bytes| PieceBytes {
                media: piece.media,
                size: piece.size,
                from: range.from,
                bytes,
            }))
        })
        .await
    }
}

fn view(reader: &Reader<'_>, piece: Piece) -> Result<PieceView, StoreError> {
    let strokes = if piece.media == Media::Drawing { reader.strokes(&piece.id)? } else { Vec::new() };
    Ok(PieceView { piece, strokes })
}

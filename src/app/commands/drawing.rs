//! Drawing: a sheet begun, line after line kept as it is made, taken back and put forward again.

use super::journal::back_or_too_late;
use crate::{
    app::{AppError, Cairn},
    care::{
        Id,
        journal::{Line, Media, Piece, simpler},
    },
    platform::ids,
};

/// How far a point may lie beside the line that stands for it, in steps of the paper: less than half a pixel of a phone.
const UNSEEN: u16 = 12;

impl Cairn {
    /// Begins a drawing on the page `entry` and answers its id.
    pub async fn begin_drawing(&self, entry: Id) -> Result<Id, AppError> {
        let id = ids::new();
        let piece =
            Piece { id: id.clone(), entry, media: Media::Drawing, title: None, made: self.now(), size: 0 };
        self.with_journal(move |_, tx| tx.begin_piece(&piece, true)).await?;
        Ok(id)
    }

    /// Draws these lines, in this order. All of them are on the disk when this returns `true`; `false` if the drawing has no
    /// room left for the last of them, or is gone.
    pub async fn draw(&self, drawing: Id, lines: Vec<Line>) -> Result<bool, AppError> {
        self.with_journal(move |_, tx| {
            for line in lines {
                let line = Line { points: simpler(&line.points, UNSEEN), ..line };
                if !tx.draw(&drawing, &line)? {
                    return Ok(false);
                }
            }
            Ok(true)
        })
        .await
    }

    /// Takes the last stroke of a drawing back.
    pub async fn take_stroke_back(&self, drawing: Id) -> Result<(), AppError> {
        self.with_journal(move |_, tx| tx.take_stroke_back(&drawing)).await
    }

    /// Puts the stroke forward again that was taken back last.
    pub async fn put_stroke_forward(&self, drawing: Id) -> Result<(), AppError> {
        self.with_journal(move |_, tx| tx.put_stroke_forward(&drawing)).await
    }

    /// Puts the drawing aside as a whole and begins an empty one in its place, under the same words. Answers the id of the new
    /// one; `None` if the drawing is not there. As long as a piece that was taken away can be brought back,
    /// [`Cairn::bring_drawing_back`] brings this one back, whatever was drawn meanwhile.
    pub async fn start_drawing_over(&self, drawing: Id) -> Result<Option<Id>, AppError> {
        let now = self.now();
        self.offers().insert(drawing.clone());
        let begun = self.with_journal(move |_, tx| {
            let Some(before) = tx.piece(&drawing)? else { return Ok(None) };
            let next = Piece { id: ids::new(), made: now, size: 0, ..before };
            tx.remove_piece(&drawing, now)?;
            tx.begin_piece(&next, true)?;
            Ok(Some(next.id))
        });
        let begun = begun.await?;
        self.purge_pieces_later();
        Ok(begun)
    }

    /// Brings back a drawing that was started over. The one that took its place goes if nothing was drawn in it.
    ///
    /// # Errors
    /// [`AppError::TooLate`] once it is deleted.
    pub async fn bring_drawing_back(&self, drawing: Id, instead: Id) -> Result<(), AppError> {
        let (now, aside) = (self.now(), drawing.clone());
        let back = self.with_journal(move |_, tx| {
            let back = tx.bring_piece_back(&aside)?;
            if back && tx.strokes(&instead)?.is_empty() {
                tx.remove_piece(&instead, now)?;
            }
            Ok(back)
        });
        let back = back.await?;
        self.offers().remove(&drawing);
        self.purge_pieces_later();
        back_or_too_late(back)?;
        self.delivery_changed()
    }
}

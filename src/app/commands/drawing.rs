//! Drawing: a sheet begun, line after line kept as it is made, taken back and put forward again.

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

    /// Takes everything back. The answer brings it all back with [`Cairn::bring_drawing_back`], until something is drawn.
    pub async fn start_drawing_over(&self, drawing: Id) -> Result<i64, AppError> {
        self.with_journal(move |_, tx| Ok(tx.start_drawing_over(&drawing)?.unwrap_or_default())).await
    }

    /// Brings back a drawing that was started over.
    pub async fn bring_drawing_back(&self, drawing: Id, to: i64) -> Result<(), AppError> {
        self.with_journal(move |_, tx| tx.draw_back_to(&drawing, to)).await
    }
}

//! The strokes of a drawing, each kept as it is made; what is taken back can be put forward again until the next stroke.

use super::{Reader, StoreError, Tx, columns::count};
use crate::care::{
    Id,
    journal::{Colour, LARGEST_DRAWING, Line, LineWidth, Stroke, read_points, written},
};
use rusqlite::{
    Row, params,
    types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef},
};

/// The drawings of which strokes were taken back.
pub(super) const TAKEN_BACK: &str = "SELECT id FROM piece WHERE kind = 'drawing'
    AND EXISTS (SELECT 1 FROM stroke WHERE stroke.piece = piece.id AND place > drawn_to)";

impl ToSql for Colour {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.code().into())
    }
}

impl FromSql for Colour {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::of_code(value.as_str()?).ok_or(FromSqlError::InvalidType)
    }
}

impl ToSql for LineWidth {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.steps().into())
    }
}

impl FromSql for LineWidth {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::of_steps(u16::column_result(value)?).ok_or(FromSqlError::InvalidType)
    }
}

impl Tx<'_> {
    /// Draws one more line. What was taken back before is gone with it, for good. False if the drawing is not there or has no
    /// room for more.
    pub fn draw(&self, piece: &Id, line: &Line) -> Result<bool, StoreError> {
        self.forget_taken_back_strokes(piece)?;
        let points = written(&line.points);
        let size = i64::try_from(points.len()).unwrap_or(i64::MAX);
        let most = i64::try_from(LARGEST_DRAWING).unwrap_or(i64::MAX);
        let sql = "UPDATE piece SET size = size + ?2
                   WHERE id = ?1 AND kind = 'drawing' AND removed_at IS NULL AND size + ?2 <= ?3";
        if self.change(sql, params![piece, size, most])? == 0 {
            return Ok(false);
        }
        self.change(
            "INSERT INTO stroke (piece, colour, width, points, goes_on) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![piece, line.colour, line.width, points, line.goes_on],
        )?;
        self.draw_to(piece, "(SELECT max(place) FROM stroke WHERE piece = ?1)")?;
        Ok(true)
    }

    /// Takes the last stroke back, with all parts it was kept in.
    pub fn take_stroke_back(&self, piece: &Id) -> Result<(), StoreError> {
        self.draw_to(
            piece,
            "coalesce((SELECT max(place) FROM stroke WHERE piece = ?1 AND place <
                 (SELECT max(place) FROM stroke WHERE piece = ?1 AND place <= drawn_to AND goes_on = 0)), 0)",
        )
    }

    /// Puts the stroke forward again that was taken back last.
    pub fn put_stroke_forward(&self, piece: &Id) -> Result<(), StoreError> {
        // Up to the beginning of the stroke after it, or to the end.
        self.draw_to(
            piece,
            "coalesce((SELECT max(place) FROM stroke WHERE piece = ?1 AND place < coalesce(
                 (SELECT place FROM stroke WHERE piece = ?1 AND place > drawn_to AND goes_on = 0
                  ORDER BY place LIMIT 1 OFFSET 1), 9223372036854775807)), drawn_to)",
        )
    }

    fn draw_to(&self, piece: &Id, place: &str) -> Result<(), StoreError> {
        let sql = format!("UPDATE piece SET drawn_to = {place} WHERE id = ?1 AND removed_at IS NULL");
        self.change(&sql, [piece]).map(drop)
    }

    /// Deletes the strokes of a drawing that were taken back, for good.
    pub(super) fn forget_taken_back_strokes(&self, piece: &Id) -> Result<(), StoreError> {
        let sql =
            "DELETE FROM stroke WHERE piece = ?1 AND place > (SELECT drawn_to FROM piece WHERE id = ?1)";
        if self.delete(sql, [piece])? > 0 {
            let sql = "UPDATE piece SET size = (SELECT coalesce(sum(length(points)), 0) FROM stroke WHERE piece = ?1)
                       WHERE id = ?1";
            self.change(sql, [piece])?;
        }
        Ok(())
    }
}

impl Reader<'_> {
    /// The strokes of a drawing that are seen, in the order they were made.
    pub fn strokes(&self, piece: &Id) -> Result<Vec<Stroke>, StoreError> {
        let sql = "SELECT stroke.* FROM stroke JOIN piece ON piece.id = stroke.piece
                   WHERE piece = ?1 AND place <= drawn_to ORDER BY place";
        self.all(sql, [piece], stroke)
    }

    /// How many strokes were taken back and can be put forward again.
    pub fn strokes_taken_back(&self, piece: &Id) -> Result<usize, StoreError> {
        let sql = "SELECT count(*) FROM stroke JOIN piece ON piece.id = stroke.piece
                   WHERE piece = ?1 AND place > drawn_to AND goes_on = 0";
        Ok(count(self.one(sql, [piece], |row| row.get(0))?.unwrap_or_default()))
    }
}

fn stroke(row: &Row<'_>) -> rusqlite::Result<Stroke> {
    let points: String = row.get("points")?;
    let points = read_points(&points)
        .ok_or_else(|| rusqlite::Error::InvalidColumnType(0, "points".into(), rusqlite::types::Type::Text))?;
    let line =
        Line { colour: row.get("colour")?, width: row.get("width")?, points, goes_on: row.get("goes_on")? };
    Ok(Stroke { place: row.get("place")?, line })
}

//! What hangs on a page, in chunks: copied as a stream, whole or not there at all, read from any place to any other.

use super::{
    Reader, Store, StoreError, Tx,
    columns::{Millis, count},
    shares::Told,
    strokes::TAKEN_BACK,
};
use crate::care::{
    Id, Private,
    journal::{Media, Piece},
};
use chrono::{DateTime, Utc};
use rusqlite::{
    Row, named_params, params,
    types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef},
};
use std::{
    collections::BTreeSet,
    io::{self, Read},
    ops::Range,
};

/// Bytes of each chunk but the last.
pub const CHUNK: usize = 64 * 1024;

/// Chunks that are deleted in one transaction.
const AT_ONCE: usize = 16;

/// Why a copy came to nothing. Nothing of it is left.
#[derive(Debug, thiserror::Error)]
pub enum NotCopied {
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What was to be copied could not be read.
    #[error("the source cannot be read")]
    Source(#[source] io::Error),
    /// There was more than was allowed.
    #[error("more than {most} bytes")]
    TooLarge { most: u64 },
}

impl ToSql for Media {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.mime().into())
    }
}

impl FromSql for Media {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::of_mime(value.as_str()?).ok_or(FromSqlError::InvalidType)
    }
}

impl Store {
    /// Copies everything `from` gives into a new piece, one chunk and one transaction after the other, so that whoever
    /// writes beside it never waits for long. The piece is seen by nobody before all of it is on the disk. Answers its size;
    /// the one in `piece` does not count.
    ///
    /// # Errors
    /// [`NotCopied`]; what there was of it is deleted, or, where even that does not work, at the next start.
    pub fn copy_piece(&self, piece: &Piece, from: &mut impl Read, most: u64) -> Result<u64, NotCopied> {
        self.write(|tx| tx.begin_piece(piece, false))?;
        let copied = self.copy_chunks(&piece.id, from, most);
        if copied.is_err() {
            // Whatever keeps it from going now, the next start sees to it.
            let _ = self.delete_piece(&piece.id);
        }
        copied
    }

    fn copy_chunks(&self, id: &Id, from: &mut impl Read, most: u64) -> Result<u64, NotCopied> {
        let mut chunk = Vec::with_capacity(CHUNK);
        let mut size: u64 = 0;
        for place in 0.. {
            chunk.clear();
            from.by_ref().take(CHUNK as u64).read_to_end(&mut chunk).map_err(NotCopied::Source)?;
            size += chunk.len() as u64;
            if size > most {
                return Err(NotCopied::TooLarge { most });
            }
            let is_last = chunk.len() < CHUNK;
            self.write(|tx| {
                if !chunk.is_empty() {
                    tx.add_chunk(id, place, &chunk)?;
                }
                if is_last { tx.finish_piece(id, size) } else { Ok(()) }
            })?;
            if is_last {
                break;
            }
        }
        Ok(size)
    }

    /// Deletes every piece that was taken away at `before` or earlier, for good, as [`Store::purge_piece`] does one. Says how
    /// many.
    pub fn purge_pieces(
        &self,
        before: DateTime<Utc>,
        at: DateTime<Utc>,
        told: Told<'_>,
    ) -> Result<usize, StoreError> {
        let gone = self.read(|reader| {
            reader.all("SELECT id FROM piece WHERE removed_at <= ?1", [Millis(before)], |row| row.get(0))
        })?;
        gone.iter().try_for_each(|id| self.purge_piece(id, at, told).map(drop))?;
        Ok(gone.len())
    }

    /// Deletes one piece for good, if it was taken away, some chunks at a time; true if it was. What was shared with it in
    /// it and waits is withdrawn at `at`, which the clinic is `told` where it may have it.
    pub fn purge_piece(&self, id: &Id, at: DateTime<Utc>, told: Told<'_>) -> Result<bool, StoreError> {
        let goes = self.write(|tx| {
            // From now on nobody brings it back: half of it would come.
            let sql = "UPDATE piece SET whole = 0, recorded = NULL WHERE id = ?1 AND removed_at IS NOT NULL";
            let goes = tx.change(sql, [id])? > 0;
            if goes {
                tx.withdraw_what_waits(tx.shares_with(id)?, at, told)?;
            }
            Ok(goes)
        })?;
        if goes {
            self.delete_piece(id)?;
        }
        Ok(goes)
    }

    /// Deletes for good whatever was taken away from the journal, pages and pieces, but what is in `spared`; pages as
    /// [`Tx::purge_entry`] and [`Store::purge_piece`] do, at `at`.
    pub fn purge_all_but(
        &self,
        spared: &BTreeSet<Id>,
        at: DateTime<Utc>,
        told: Told<'_>,
    ) -> Result<(), StoreError> {
        let goes = |id: &Id| !spared.contains(id);
        self.write(|tx| {
            let sql = "SELECT id FROM journal_entry WHERE removed_at IS NOT NULL";
            let gone: Vec<Id> = tx.all(sql, [], |row| row.get(0))?;
            gone.iter().filter(|id| goes(id)).try_for_each(|id| tx.purge_entry(id, at, told).map(drop))
        })?;
        let sql = "SELECT id FROM piece WHERE removed_at IS NOT NULL";
        let gone: Vec<Id> = self.read(|reader| reader.all(sql, [], |row| row.get(0)))?;
        gone.iter().filter(|id| goes(id)).try_for_each(|id| self.purge_piece(id, at, told).map(drop))
    }

    /// Makes whole what was being recorded when the app ended, and deletes what else is left from before this start: copies
    /// that were cut off, drawings without a line or a word, strokes that were taken back, and whatever was taken away, as
    /// [`Store::purge_piece`] does at `at`. Nobody may be copying or recording.
    pub fn tidy_pieces(&self, at: DateTime<Utc>, told: Told<'_>) -> Result<(), StoreError> {
        let sql = "SELECT id FROM piece WHERE whole = 0 AND recorded IS NOT NULL AND removed_at IS NULL";
        let cut_off: Vec<Id> = self.read(|reader| reader.all(sql, [], |row| row.get(0)))?;
        cut_off.iter().try_for_each(|id| self.finish_recording(id).map(drop))?;
        self.purge_pieces(DateTime::<Utc>::MAX_UTC, at, told)?;
        let sql = "SELECT id FROM piece WHERE whole = 0
                   UNION SELECT id FROM piece WHERE kind = 'drawing' AND drawn_to = 0 AND title IS NULL";
        let gone: Vec<Id> = self.read(|reader| reader.all(sql, [], |row| row.get(0)))?;
        gone.iter().try_for_each(|id| self.delete_piece(id))?;
        let drawings: Vec<Id> = self.read(|reader| reader.all(TAKEN_BACK, [], |row| row.get(0)))?;
        drawings.iter().try_for_each(|id| self.write(|tx| tx.forget_taken_back_strokes(id)))
    }

    pub(super) fn delete_piece(&self, id: &Id) -> Result<(), StoreError> {
        let chunks = "DELETE FROM piece_chunk WHERE rowid IN
                      (SELECT rowid FROM piece_chunk WHERE piece = ?1 ORDER BY place DESC LIMIT ?2)";
        while self.write(|tx| tx.change(chunks, params![id, super::columns::limit(AT_ONCE)]))? > 0 {}
        self.write(|tx| tx.delete("DELETE FROM piece WHERE id = ?1", [id]).map(drop))
    }
}

impl Tx<'_> {
    /// Begins a piece; `whole` where nothing follows that it would have to wait for.
    pub fn begin_piece(&self, piece: &Piece, whole: bool) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO piece (id, entry, kind, mime, title, made_at, size, whole)
             VALUES (:id, :entry, :kind, :mime, :title, :made, 0, :whole)",
            named_params! {
                ":id": piece.id,
                ":entry": piece.entry,
                ":kind": piece.media.kind().code(),
                ":mime": piece.media,
                ":title": piece.title,
                ":made": Millis(piece.made),
                ":whole": whole,
            },
        )?;
        Ok(())
    }

    pub(super) fn add_chunk(&self, id: &Id, place: i64, bytes: &[u8]) -> Result<(), StoreError> {
        let sql = "INSERT INTO piece_chunk (piece, place, bytes) VALUES (?1, ?2, ?3)";
        self.change(sql, params![id, place, bytes]).map(drop)
    }

    pub(super) fn finish_piece(&self, id: &Id, size: u64) -> Result<(), StoreError> {
        let size = i64::try_from(size).unwrap_or(i64::MAX);
        self.change("UPDATE piece SET whole = 1, size = ?2 WHERE id = ?1", params![id, size]).map(drop)
    }

    /// Says what a piece shows, in the patient's words; `None` takes the words away.
    pub fn name_piece(&self, id: &Id, title: Option<&Private>) -> Result<(), StoreError> {
        let sql = "UPDATE piece SET title = ?2 WHERE id = ?1 AND removed_at IS NULL";
        self.change(sql, params![id, title]).map(drop)
    }

    /// Takes a piece away: nobody sees it from now on, and until [`Store::purge_pieces`] it can be brought back. True if it
    /// was there.
    pub fn remove_piece(&self, id: &Id, at: DateTime<Utc>) -> Result<bool, StoreError> {
        let sql = "UPDATE piece SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL";
        Ok(self.change(sql, params![id, Millis(at)])? > 0)
    }

    /// Brings a piece back that was taken away; true if it was still there.
    pub fn bring_piece_back(&self, id: &Id) -> Result<bool, StoreError> {
        let sql = "UPDATE piece SET removed_at = NULL WHERE id = ?1 AND removed_at IS NOT NULL AND whole = 1";
        Ok(self.change(sql, [id])? > 0)
    }
}

/// Of a page that was not taken away, whole, and not taken away itself.
const SEEN: &str = "piece.whole = 1 AND piece.removed_at IS NULL AND journal_entry.removed_at IS NULL";

impl Reader<'_> {
    /// The piece with this id.
    pub fn piece(&self, id: &Id) -> Result<Option<Piece>, StoreError> {
        let sql = format!(
            "SELECT piece.* FROM piece JOIN journal_entry ON journal_entry.id = entry WHERE piece.id = ?1 AND {SEEN}"
        );
        self.one(&sql, [id], piece)
    }

    /// What hangs on this page, in the order it was added.
    pub fn pieces(&self, entry: &Id) -> Result<Vec<Piece>, StoreError> {
        let sql = format!(
            "SELECT piece.* FROM piece JOIN journal_entry ON journal_entry.id = entry WHERE entry = ?1 AND {SEEN}
             ORDER BY made_at, piece.id"
        );
        self.all(&sql, [entry], piece)
    }

    /// The bytes of all pieces together.
    pub fn size_of_pieces(&self) -> Result<u64, StoreError> {
        let sql = "SELECT coalesce(sum(size), 0) FROM piece WHERE whole = 1 AND removed_at IS NULL";
        let size = self.one(sql, [], |row| row.get(0))?;
        Ok(count(size.unwrap_or_default()) as u64)
    }

    /// The bytes of a piece from one place to another, cut where the piece ends; no more of it is read than the chunks they
    /// lie in. `None` if there is no such piece.
    pub fn piece_bytes(&self, id: &Id, range: Range<u64>) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(piece) = self.piece(id)? else { return Ok(None) };
        let chunk = CHUNK as u64;
        let end = range.end.min(piece.size);
        if range.start >= end {
            return Ok(Some(Vec::new()));
        }
        let place = |byte: u64| i64::try_from(byte / chunk).unwrap_or(i64::MAX);
        let wanted =
            usize::try_from(end - range.start).map_err(|_| StoreError::bug("more than fits memory"))?;
        let mut bytes = Vec::with_capacity(wanted);
        let mut left_out = usize::try_from(range.start % chunk).unwrap_or_default();
        let rows = self.all(
            "SELECT place, bytes FROM piece_chunk WHERE piece = ?1 AND place BETWEEN ?2 AND ?3 ORDER BY place",
            params![id, place(range.start), place(end - 1)],
            |row| {
                let part = row.get_ref("bytes")?.as_blob()?;
                let from = std::mem::take(&mut left_out);
                bytes.extend(part.iter().skip(from).take(wanted - bytes.len()));
                row.get::<_, i64>("place")
            },
        )?;
        let whole = rows.into_iter().zip(place(range.start)..).all(|(found, place)| found == place);
        if whole && bytes.len() == wanted { Ok(Some(bytes)) } else { Err(StoreError::Damaged) }
    }
}

/// A piece as it stands in its row.
fn piece(row: &Row<'_>) -> rusqlite::Result<Piece> {
    let Millis(made) = row.get("made_at")?;
    Ok(Piece {
        id: row.get("id")?,
        entry: row.get("entry")?,
        media: row.get("mime")?,
        title: row.get("title")?,
        made,
        size: count(row.get("size")?) as u64,
    })
}

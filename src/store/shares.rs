//! What was shared with the clinic: every row stays, its words as long as the page they are from.

use super::{
    Outgoing, Reader, StoreError, Tx,
    columns::{Millis, Zone, limit},
};
use crate::care::{
    Delivery, Id, Private,
    journal::{
        image,
        share::{Shared, SharedPiece},
    },
};
use chrono::{DateTime, Utc};
use rusqlite::{Row, named_params, params};

/// A row with its words only while the page is there: a page that was taken away shows nothing, even if it can come back.
const SHARE: &str = "SELECT record, entry, whole, recipient, at, zone, withdrawn_at,
        (SELECT share.words FROM journal_entry WHERE id = share.entry AND removed_at IS NULL) AS words
    FROM share";

/// True of a row of `outbox` that shares something of a page, or a drawing or photo, that was taken away: it is held back
/// until that is back or gone for good.
macro_rules! is_away {
    () => {
        "EXISTS (SELECT 1 FROM share
             LEFT JOIN journal_entry AS page ON page.id = share.entry
             LEFT JOIN share_piece USING (record)
             LEFT JOIN piece ON piece.id = share_piece.piece
         WHERE share.record = outbox.record AND share.withdrawn_at IS NULL
             AND (page.removed_at IS NOT NULL OR piece.removed_at IS NOT NULL))"
    };
}
pub(super) use is_away;

/// Writes what the clinic is told when something is withdrawn; `None` where there is nobody to tell, as in practice.
pub type Told<'a> = Option<&'a dyn Fn(&Shared) -> Outgoing>;

impl Tx<'_> {
    /// Notes what was shared.
    pub fn save_share(&self, shared: &Shared) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO share (record, entry, whole, words, recipient, at, zone, withdrawn_at)
             VALUES (:record, :entry, :whole, :words, :recipient, :at, :zone, :withdrawn)",
            named_params! {
                ":record": shared.record,
                ":entry": shared.entry,
                ":whole": shared.whole,
                ":words": shared.words,
                ":recipient": shared.recipient,
                ":at": Millis(shared.at),
                ":zone": Zone(shared.zone),
                ":withdrawn": shared.withdrawn.map(Millis),
            },
        )?;
        for piece in &shared.pieces {
            self.change(
                "INSERT INTO share_piece (record, piece, mime, title, size, made_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![shared.record, piece.piece, piece.mime, piece.title, bytes(piece.size), Millis(piece.made)],
            )?;
        }
        Ok(())
    }

    /// Notes that it was withdrawn. True if it was shared until now.
    pub fn withdraw_share(&self, record: &Id, at: DateTime<Utc>) -> Result<bool, StoreError> {
        let sql = "UPDATE share SET withdrawn_at = ?2 WHERE record = ?1 AND withdrawn_at IS NULL";
        Ok(self.change(sql, params![record, Millis(at)])? > 0)
    }

    /// Withdraws what of `shares` did not reach the clinic for certain: it does not leave (again), and where it may have
    /// arrived all the same, the clinic is told. What the clinic acknowledged stays.
    pub(super) fn withdraw_what_waits(
        &self,
        shares: Vec<Shared>,
        at: DateTime<Utc>,
        told: Told<'_>,
    ) -> Result<(), StoreError> {
        for shared in shares.into_iter().filter(|shared| shared.withdrawn.is_none()) {
            let delivery = self.delivery(&shared.record)?;
            if !matches!(delivery, Some(Delivery::OnThisPhone | Delivery::NeedsAttention(_))) {
                continue;
            }
            self.withdraw_share(&shared.record, at)?;
            if let Some(told) = told {
                self.recall(&shared.record, || told(&shared))?;
            }
        }
        Ok(())
    }

    /// Forgets that it was shared, for it never was.
    pub fn remove_share(&self, record: &Id) -> Result<(), StoreError> {
        self.delete("DELETE FROM share WHERE record = ?1", [record])?;
        Ok(())
    }
}

impl Reader<'_> {
    /// What was shared as this record.
    pub fn share(&self, record: &Id) -> Result<Option<Shared>, StoreError> {
        let found = self.one(&format!("{SHARE} WHERE record = ?1"), [record], shared)?;
        found.map(|shared| self.with_pieces(shared)).transpose()
    }

    /// The last `most` things that were shared, the newest first.
    pub fn shares(&self, most: usize) -> Result<Vec<Shared>, StoreError> {
        let sql = format!("{SHARE} ORDER BY at DESC, record DESC LIMIT ?1");
        self.all(&sql, [limit(most)], shared)?.into_iter().map(|shared| self.with_pieces(shared)).collect()
    }

    /// What was ever shared of this page, the newest first.
    pub fn shares_of(&self, entry: &Id) -> Result<Vec<Shared>, StoreError> {
        let sql = format!("{SHARE} WHERE entry = ?1 ORDER BY at DESC, record DESC");
        self.all(&sql, [entry], shared)?.into_iter().map(|shared| self.with_pieces(shared)).collect()
    }

    /// What was ever shared with this drawing or photo in it, the newest first.
    pub(super) fn shares_with(&self, piece: &Id) -> Result<Vec<Shared>, StoreError> {
        let sql = format!(
            "{SHARE} WHERE record IN (SELECT record FROM share_piece WHERE piece = ?1) ORDER BY at DESC, record DESC"
        );
        self.all(&sql, [piece], shared)?.into_iter().map(|shared| self.with_pieces(shared)).collect()
    }

    /// The words of a page to the last letter typed, kept as an entry or still as a draft; `None` if it is gone.
    pub fn words_to_share(&self, entry: &Id) -> Result<Option<Private>, StoreError> {
        Ok(self.entry(entry)?.map(|entry| entry.words))
    }

    /// The drawings and photos of a page that are all here, the oldest first.
    pub fn pieces_to_share(&self, entry: &Id) -> Result<Vec<SharedPiece>, StoreError> {
        let mut all = self.photos_to_share(entry)?;
        for drawing in self.drawings_to_share(entry)? {
            let size = self.bytes_to_share(&drawing)?.len() as u64;
            all.extend((size > 0).then_some(SharedPiece { size, ..drawing }));
        }
        all.sort_by(|one, other| (one.made, &one.piece).cmp(&(other.made, &other.piece)));
        Ok(all)
    }

    fn photos_to_share(&self, entry: &Id) -> Result<Vec<SharedPiece>, StoreError> {
        self.all(
            "SELECT id AS piece, mime, title, sum(length(bytes)) AS size, made_at
             FROM piece JOIN piece_chunk ON piece_chunk.piece = piece.id
             WHERE entry = ?1 AND whole = 1 AND removed_at IS NULL AND kind = 'photo'
             GROUP BY id",
            [entry],
            piece,
        )
    }

    /// The drawings of a page, of no size yet: a drawing is bytes only as the picture that is shared.
    fn drawings_to_share(&self, entry: &Id) -> Result<Vec<SharedPiece>, StoreError> {
        self.all(
            "SELECT id AS piece, mime, title, 0 AS size, made_at FROM piece
             WHERE entry = ?1 AND removed_at IS NULL AND kind = 'drawing'",
            [entry],
            piece,
        )
    }

    /// All bytes of a drawing or photo as they are shared; none of a drawing without a line.
    pub fn bytes_to_share(&self, piece: &SharedPiece) -> Result<Vec<u8>, StoreError> {
        if piece.is_drawing() {
            let strokes = self.strokes(&piece.piece)?;
            let title = piece.title.as_ref().map(Private::reveal);
            return Ok(if strokes.is_empty() { Vec::new() } else { image(&strokes, title).into_bytes() });
        }
        let sql = "SELECT bytes FROM piece_chunk WHERE piece = ?1 ORDER BY place";
        Ok(self.all(sql, [&piece.piece], |row| row.get::<_, Vec<u8>>(0))?.concat())
    }

    fn with_pieces(&self, shared: Shared) -> Result<Shared, StoreError> {
        let sql = "SELECT piece, mime, size, made_at,
                       (SELECT share_piece.title FROM journal_entry WHERE id = ?2 AND removed_at IS NULL) AS title
                   FROM share_piece WHERE record = ?1 ORDER BY made_at, piece";
        let pieces = self.all(sql, params![shared.record, shared.entry], piece)?;
        Ok(Shared { pieces, ..shared })
    }
}

fn shared(row: &Row<'_>) -> rusqlite::Result<Shared> {
    let (Millis(at), Zone(zone)) = (row.get("at")?, row.get("zone")?);
    let withdrawn: Option<Millis> = row.get("withdrawn_at")?;
    Ok(Shared {
        record: row.get("record")?,
        entry: row.get("entry")?,
        whole: row.get("whole")?,
        words: row.get("words")?,
        pieces: Vec::new(),
        recipient: row.get("recipient")?,
        at,
        zone,
        withdrawn: withdrawn.map(|Millis(at)| at),
    })
}

fn piece(row: &Row<'_>) -> rusqlite::Result<SharedPiece> {
    let (Millis(made), size) = (row.get("made_at")?, row.get::<_, i64>("size")?);
    Ok(SharedPiece {
        piece: row.get("piece")?,
        mime: row.get("mime")?,
        title: row.get("title")?,
        size: u64::try_from(size).unwrap_or_default(),
        made,
    })
}

/// A size as `SQLite` counts it.
fn bytes(size: u64) -> i64 {
    i64::try_from(size).unwrap_or(i64::MAX)
}

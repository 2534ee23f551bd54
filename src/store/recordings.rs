//! Voice notes as they are recorded: what was said up to a kill is kept, and is a whole voice note after the next start.

use super::{CHUNK, Store, StoreError, Tx};
use crate::care::{Id, journal::Piece};
use rusqlite::params;
use std::io::Read;

/// Bytes of the head of a WAV file with one kind of samples and nothing else.
const HEAD: usize = 44;
const BYTES_A_SAMPLE: u16 = 2;

impl Store {
    /// Keeps the sound that comes (16 bits a sample, one channel, `rate` samples a second) as a WAV file, up to `most` bytes of
    /// it, until there is no more. It is seen once it ends. Answers its size, the head included; one without any sound is not
    /// kept.
    ///
    /// # Errors
    /// Whatever keeps it from being written; what was kept until then becomes whole at the next start.
    pub fn record_piece(
        &self,
        piece: &Piece,
        sound: &mut impl Read,
        rate: u32,
        most: u64,
    ) -> Result<u64, StoreError> {
        self.write(|tx| {
            tx.begin_piece(piece, false)?;
            tx.change("UPDATE piece SET recorded = ?2 WHERE id = ?1", params![piece.id, rate]).map(drop)
        })?;
        // The true length of the sound is put into the head once it is known.
        let head = head(rate, 0);
        let mut file = head.as_slice().chain(sound.take(most.saturating_sub(HEAD as u64)));
        let mut chunk = Vec::with_capacity(CHUNK);
        for place in 0.. {
            chunk.clear();
            // A sound that breaks off has ended: what was heard of it is kept.
            let read = file.by_ref().take(CHUNK as u64).read_to_end(&mut chunk);
            if !chunk.is_empty() {
                self.write(|tx| tx.add_chunk(&piece.id, place, &chunk))?;
            }
            if read.is_err() || chunk.len() < CHUNK {
                break;
            }
        }
        self.finish_recording(&piece.id)
    }

    /// Makes what was recorded whole; deletes it if there is no sound in it.
    pub(super) fn finish_recording(&self, id: &Id) -> Result<u64, StoreError> {
        let size = self.write(|tx| tx.close_recording(id))?;
        if size == 0 {
            self.delete_piece(id)?;
        }
        Ok(size)
    }
}

impl Tx<'_> {
    fn close_recording(&self, id: &Id) -> Result<u64, StoreError> {
        let sql =
            "SELECT coalesce(sum(length(bytes)), 0), recorded FROM piece_chunk JOIN piece ON piece.id = piece
                   WHERE piece = ?1";
        let found = self.one(sql, [id], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Option<u32>>(1)?)))?;
        let Some((size, Some(rate))) = found else { return Ok(0) };
        let size = u64::try_from(size).unwrap_or_default();
        let Some(sound) = size.checked_sub(HEAD as u64).filter(|sound| *sound > 0) else { return Ok(0) };
        let sql = "SELECT bytes FROM piece_chunk WHERE piece = ?1 AND place = 0";
        let first: Vec<u8> = self.one(sql, [id], |row| row.get(0))?.unwrap_or_default();
        let mut chunk = head(rate, u32::try_from(sound).unwrap_or(u32::MAX));
        chunk.extend(first.iter().skip(HEAD));
        let sql = "UPDATE piece_chunk SET bytes = ?2 WHERE piece = ?1 AND place = 0";
        self.change(sql, params![id, chunk])?;
        self.finish_piece(id, size)?;
        Ok(size)
    }
}

/// The head of a WAV file with so many bytes of sound (RIFF, `WAVE_FORMAT_PCM`).
fn head(rate: u32, sound: u32) -> Vec<u8> {
    let mut head = b"RIFF".to_vec();
    head.extend(sound.saturating_add(36).to_le_bytes());
    head.extend(b"WAVEfmt ");
    head.extend(16_u32.to_le_bytes());
    head.extend([1_u16, 1].into_iter().flat_map(u16::to_le_bytes));
    head.extend(rate.to_le_bytes());
    head.extend((rate * u32::from(BYTES_A_SAMPLE)).to_le_bytes());
    head.extend([BYTES_A_SAMPLE, 8 * BYTES_A_SAMPLE].into_iter().flat_map(u16::to_le_bytes));
    head.extend(b"data");
    head.extend(sound.to_le_bytes());
    head
}

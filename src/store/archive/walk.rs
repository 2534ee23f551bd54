//! Goes through an archive from its first byte to its last, and trusts nothing in it.
//!
//! No name in it ever becomes a path, everything in it has a largest size, and nothing in it is compressed. Each piece
//! of the seal is checked before it is looked at, and the last one too: a file that was cut off is noticed.

use super::{
    ArchiveError, CHUNKS, END, FHIR, HEAD, Head, Inventory, LARGEST_CHUNK, LONGEST_PART, PIECES, Passphrase,
    ROWS, error::reading, seal,
};
use crate::care::Id;
use serde::Deserialize;
use std::io::{self, BufRead, BufReader, Read};

/// The longest list of chunks that is read, in bytes.
const LONGEST_LIST: u64 = 16 * 1024 * 1024;
/// The longest head or end that is read, in bytes: a few lines each.
const LONGEST_NOTE: u64 = 64 * 1024;

/// One chunk of a piece, as the list of chunks names it.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(super) struct Chunk {
    pub(super) place: i64,
    pub(super) size: u64,
}

#[derive(Deserialize)]
struct Chunks {
    chunks: Vec<Chunk>,
}

/// Takes what is found in an archive.
pub(super) trait Taker {
    /// Some rows of a table, one a line.
    fn rows(&mut self, table: &str, lines: &mut dyn BufRead) -> Result<(), ArchiveError>;
    /// The bytes of a piece.
    fn piece(&mut self, id: &Id, chunks: &[Chunk], bytes: &mut dyn Read) -> Result<(), ArchiveError>;
}

/// Opens the archive in `from`, and once `accept` has agreed with its head, hands everything in it to the taker it
/// answered. Answers that, and what the archive says is in it.
pub(super) fn walk<T: Taker, E: From<ArchiveError>>(
    from: impl Read,
    passphrase: &Passphrase,
    schemas: u32,
    accept: impl FnOnce(&Head) -> Result<T, E>,
) -> Result<(Head, T, Inventory), E> {
    let opened = seal::open(BufReader::new(from), passphrase)?;
    let mut tar = tar::Archive::new(opened);
    let (head, taker, inventory) = through(&mut tar, schemas, accept)?;
    // The seal's last piece says that nothing was cut off.
    io::copy(&mut tar.into_inner(), &mut io::sink()).map_err(reading)?;
    Ok((head, taker, inventory))
}

fn through<R: Read, T: Taker, E: From<ArchiveError>>(
    tar: &mut tar::Archive<R>,
    schemas: u32,
    accept: impl FnOnce(&Head) -> Result<T, E>,
) -> Result<(Head, T, Inventory), E> {
    // Raw: no entry may change what the next one is called, or how long it is.
    let mut entries = tar.entries().map_err(reading)?.raw(true);
    let (name, mut first) = next(&mut entries)?.ok_or(ArchiveError::NotAnArchive)?;
    if name != HEAD {
        return Err(ArchiveError::NotAnArchive.into());
    }
    let head = Head::from_json(&note(&mut first, LONGEST_NOTE)?, schemas)?;
    let mut taker = accept(&head)?;
    let mut chunks: Option<(Id, Vec<Chunk>)> = None;
    while let Some((name, mut entry)) = next(&mut entries)? {
        if name == END {
            let inventory = serde_json::from_slice(&note(&mut entry, LONGEST_NOTE)?)
                .map_err(|_| ArchiveError::Damaged)?;
            let more = next(&mut entries)?.is_some();
            return if more || chunks.is_some() {
                Err(ArchiveError::Damaged.into())
            } else {
                Ok((head, taker, inventory))
            };
        } else if let Some(part) = name.strip_prefix(ROWS) {
            let table = part.split('.').next().unwrap_or_default();
            if entry.size() > LONGEST_PART {
                return Err(ArchiveError::Damaged.into());
            }
            taker.rows(table, &mut BufReader::new(&mut entry))?;
        } else if let Some(id) = name.strip_prefix(CHUNKS).and_then(|name| name.strip_suffix(".json")) {
            let list: Chunks = serde_json::from_slice(&note(&mut entry, LONGEST_LIST)?)
                .map_err(|_| ArchiveError::Damaged)?;
            let before = chunks.replace((Id::new(id).map_err(|_| ArchiveError::Damaged)?, list.chunks));
            if before.is_some() {
                return Err(ArchiveError::Damaged.into());
            }
        } else if let Some(id) = name.strip_prefix(PIECES) {
            let (of, list) = chunks.take().ok_or(ArchiveError::Damaged)?;
            let sizes = list.iter().try_fold(0_u64, |sum, chunk| sum.checked_add(chunk.size));
            let fits = list.iter().all(|chunk| chunk.size <= LARGEST_CHUNK);
            if of.as_str() != id || sizes != Some(entry.size()) || !fits {
                return Err(ArchiveError::Damaged.into());
            }
            taker.piece(&of, &list, &mut entry)?;
        } else if name.strip_prefix(FHIR).is_none() {
            return Err(ArchiveError::Damaged.into());
        }
    }
    // Without its end it may be half of one.
    Err(ArchiveError::Damaged.into())
}

/// The next entry, with its name; only plain files are entries of ours.
fn next<'e, R: Read>(
    entries: &mut tar::Entries<'e, R>,
) -> Result<Option<(String, tar::Entry<'e, R>)>, ArchiveError> {
    let Some(entry) = entries.next() else { return Ok(None) };
    let entry = entry.map_err(reading)?;
    if entry.header().entry_type() != tar::EntryType::Regular {
        return Err(ArchiveError::Damaged);
    }
    let name = String::from_utf8(entry.path_bytes().into_owned()).map_err(|_| ArchiveError::Damaged)?;
    Ok(Some((name, entry)))
}

/// A short entry, whole.
fn note(entry: &mut tar::Entry<'_, impl Read>, longest: u64) -> Result<Vec<u8>, ArchiveError> {
    if entry.size() > longest {
        return Err(ArchiveError::Damaged);
    }
    let mut bytes = Vec::new();
    entry.read_to_end(&mut bytes).map_err(reading)?;
    Ok(bytes)
}

/// Each line of a part, without its end.
pub(super) fn lines(
    from: &mut dyn BufRead,
    mut line: impl FnMut(&[u8]) -> Result<(), ArchiveError>,
) -> Result<(), ArchiveError> {
    let mut one = Vec::new();
    loop {
        one.clear();
        if from.read_until(b'\n', &mut one).map_err(reading)? == 0 {
            return Ok(());
        }
        line(one.strip_suffix(b"\n").unwrap_or(&one))?;
    }
}

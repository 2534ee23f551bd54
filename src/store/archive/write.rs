//! Writes an archive: one consistent look at the store, a part at a time.

use super::{
    ArchiveError, CHUNKS, END, Effort, FHIR, HEAD, Head, Inventory, LONGEST_PART, PART, PIECES, Passphrase,
    ROWS, TABLES, Whose, error::writing, rows, seal,
};
use crate::{
    care::Id,
    store::{Reader, Store, StoreError},
};
use chrono::{DateTime, Utc};
use rusqlite::params;
use serde_json::json;
use std::{
    collections::BTreeMap,
    io::{self, Read, Write},
};

/// Puts a file of this name and these bytes into the archive.
type Put<'p> = dyn FnMut(&str, &[u8]) -> Result<(), ArchiveError> + 'p;

/// Where the FHIR resources of an archive are laid, one after the other.
pub struct Shelf<'s> {
    put: &'s mut Put<'s>,
    parts: BTreeMap<String, Parts>,
}

/// What is gathered of one table or type until it fills a part.
#[derive(Default)]
struct Parts {
    written: u32,
    lines: Vec<u8>,
}

impl std::fmt::Debug for Shelf<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Shelf")
    }
}

impl Shelf<'_> {
    /// Adds a resource of this FHIR type, as JSON on one line.
    ///
    /// # Errors
    /// What the archive's file answers; [`StoreError::Bug`] for what is no name of a type.
    pub fn add(&mut self, kind: &str, resource: &str) -> Result<(), ArchiveError> {
        if kind.is_empty() || !kind.bytes().all(|byte| byte.is_ascii_alphabetic()) || resource.contains('\n')
        {
            return Err(StoreError::bug("a resource has a type of letters and stands on one line").into());
        }
        let parts = self.parts.entry(kind.to_owned()).or_default();
        parts.lines.extend_from_slice(resource.as_bytes());
        parts.lines.push(b'\n');
        if parts.lines.len() >= PART {
            let folder = format!("{FHIR}{kind}");
            parts.put(&folder, "ndjson", self.put)?;
        }
        Ok(())
    }

    fn finish(self) -> Result<(), ArchiveError> {
        let Self { put, parts } = self;
        parts.into_iter().try_for_each(|(kind, mut parts)| parts.put(&format!("{FHIR}{kind}"), "ndjson", put))
    }
}

impl Parts {
    /// Writes what is gathered as the next part, if there is anything.
    fn put(&mut self, name: &str, ending: &str, put: &mut Put<'_>) -> Result<(), ArchiveError> {
        if self.lines.is_empty() {
            return Ok(());
        }
        if u64::try_from(self.lines.len()).unwrap_or(u64::MAX) > LONGEST_PART {
            return Err(StoreError::bug("a row is too long for an archive").into());
        }
        self.written += 1;
        put(&format!("{name}.{:04}.{ending}", self.written), &self.lines)?;
        self.lines.clear();
        Ok(())
    }
}

impl Store {
    /// Writes everything of this store to `to`, sealed, and gives `to` back with what was written: it is not on the
    /// disk before whoever called syncs it. `fhir` lays out the resources for others to read, from the same moment of
    /// the store. What is written to the store meanwhile is not in it and does not wait for it.
    ///
    /// # Errors
    /// What `to` answers, what `fhir` answers, and whatever keeps the store from being read.
    pub fn export<W: Write>(
        &self,
        to: W,
        (passphrase, effort): (&Passphrase, Effort),
        (whose, made): (Whose, DateTime<Utc>),
        fhir: impl FnOnce(&Reader<'_>, &mut Shelf<'_>) -> Result<(), ArchiveError>,
    ) -> Result<(W, Inventory), ArchiveError> {
        let sealed = seal::seal(to, passphrase, effort)?;
        let mut tar = tar::Builder::new(sealed);
        let inventory = self.read(|reader| Ok(write(reader, &mut tar, whose, made, fhir)))??;
        let sealed = tar.into_inner().map_err(writing)?;
        Ok((sealed.finish().map_err(writing)?, inventory))
    }
}

fn write<W: Write>(
    reader: &Reader<'_>,
    tar: &mut tar::Builder<W>,
    whose: Whose,
    made: DateTime<Utc>,
    fhir: impl FnOnce(&Reader<'_>, &mut Shelf<'_>) -> Result<(), ArchiveError>,
) -> Result<Inventory, ArchiveError> {
    let schema = reader.one("PRAGMA user_version", [], |row| row.get(0))?.unwrap_or_default();
    let head = Head { made, schema, whose }.to_json().map_err(|_| StoreError::bug("the head is no JSON"))?;
    entry(tar, HEAD, &head, made)?;
    let mut inventory = Inventory::default();
    for table in TABLES {
        write_table(reader, table, &mut inventory, &mut |name, bytes| entry(tar, name, bytes, made))?;
    }
    write_pieces(reader, tar, &mut inventory, made)?;
    let mut put = |name: &str, bytes: &[u8]| entry(tar, name, bytes, made);
    let mut shelf = Shelf { put: &mut put, parts: BTreeMap::new() };
    fhir(reader, &mut shelf)?;
    shelf.finish()?;
    let end = serde_json::to_vec_pretty(&inventory).map_err(|_| StoreError::bug("the end is no JSON"))?;
    entry(tar, END, &end, made)?;
    Ok(inventory)
}

fn write_table(
    reader: &Reader<'_>,
    table: &str,
    inventory: &mut Inventory,
    put: &mut Put<'_>,
) -> Result<(), ArchiveError> {
    let (mut parts, name) = (Parts::default(), format!("{ROWS}{table}"));
    // By the row's own number where it has one, so that places come back in the order they were given.
    let sql = format!("SELECT * FROM {table} ORDER BY rowid");
    reader.each(&sql, [], |row| {
        let row = rows::to_json(table, row)?;
        serde_json::to_writer(&mut parts.lines, &row).map_err(|_| StoreError::bug("a row is no JSON"))?;
        parts.lines.push(b'\n');
        inventory.count(table);
        if parts.lines.len() >= PART { parts.put(&name, "jsonl", put) } else { Ok(()) }
    })?;
    parts.put(&name, "jsonl", put)
}

fn write_pieces<W: Write>(
    reader: &Reader<'_>,
    tar: &mut tar::Builder<W>,
    inventory: &mut Inventory,
    made: DateTime<Utc>,
) -> Result<(), ArchiveError> {
    let pieces: Vec<Id> = reader.all("SELECT id FROM piece ORDER BY rowid", [], |row| row.get(0))?;
    for piece in pieces {
        let sql = "SELECT place, length(bytes) FROM piece_chunk WHERE piece = ?1 ORDER BY place";
        let chunks: Vec<(i64, i64)> = reader.all(sql, [&piece], |row| Ok((row.get(0)?, row.get(1)?)))?;
        if chunks.is_empty() {
            continue;
        }
        let list: Vec<_> =
            chunks.iter().map(|(place, size)| json!({ "place": place, "size": size })).collect();
        let list = json!({ "chunks": list }).to_string();
        entry(tar, &format!("{CHUNKS}{piece}.json"), list.as_bytes(), made)?;
        let size = chunks.iter().map(|(_, size)| u64::try_from(*size).unwrap_or_default()).sum();
        for _ in &chunks {
            inventory.count("piece_chunk");
        }
        let mut trouble = None;
        let mut bytes = Chunks {
            reader,
            piece: &piece,
            left: chunks.into_iter(),
            now: Vec::new(),
            at: 0,
            trouble: &mut trouble,
        };
        let written = tar.append_data(&mut header(size, made), format!("{PIECES}{piece}"), &mut bytes);
        match (written, trouble) {
            (_, Some(error)) => return Err(error.into()),
            (written, None) => written.map_err(writing)?,
        }
    }
    Ok(())
}

/// The bytes of a piece, a chunk at a time.
struct Chunks<'r, I> {
    reader: &'r Reader<'r>,
    piece: &'r Id,
    left: I,
    now: Vec<u8>,
    at: usize,
    /// What the store answered, which an IO error cannot carry.
    trouble: &'r mut Option<StoreError>,
}

impl<I: Iterator<Item = (i64, i64)>> Read for Chunks<'_, I> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.at >= self.now.len() {
            let Some((place, _)) = self.left.next() else { return Ok(0) };
            let sql = "SELECT bytes FROM piece_chunk WHERE piece = ?1 AND place = ?2";
            let chunk = self.reader.one(sql, params![self.piece, place], |row| row.get(0));
            match chunk {
                Ok(chunk) => (self.now, self.at) = (chunk.unwrap_or_default(), 0),
                Err(error) => {
                    *self.trouble = Some(error);
                    return Err(io::ErrorKind::Other.into());
                }
            }
        }
        let left = self.now.get(self.at..).unwrap_or_default();
        let count = left.len().min(into.len());
        if let (Some(to), Some(from)) = (into.get_mut(..count), left.get(..count)) {
            to.copy_from_slice(from);
        }
        self.at += count;
        Ok(count)
    }
}

fn header(size: u64, made: DateTime<Utc>) -> tar::Header {
    let mut header = tar::Header::new_ustar();
    header.set_size(size);
    header.set_mode(0o600);
    header.set_mtime(u64::try_from(made.timestamp()).unwrap_or_default());
    header
}

fn entry<W: Write>(
    tar: &mut tar::Builder<W>,
    name: &str,
    bytes: &[u8],
    made: DateTime<Utc>,
) -> Result<(), ArchiveError> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    tar.append_data(&mut header(size, made), name, bytes).map_err(writing)
}

//! Reads a whole archive back and counts: a copy that cannot be opened is worth nothing, so it is tried at once.

use super::{
    ArchiveError, Head, Inventory, Passphrase,
    read::schemas,
    walk::{Chunk, Taker, lines, walk},
};
use crate::care::Id;
use std::io::{self, BufRead, Read};

/// Opens the archive in `from` with `passphrase` and reads it to its end, without keeping anything.
///
/// # Errors
/// As [`super::restore`]; [`ArchiveError::Damaged`] where not everything is in it that it says.
pub fn check(from: impl Read, passphrase: &Passphrase) -> Result<(Head, Inventory), ArchiveError> {
    let (head, Counter(counted), said) =
        walk(from, passphrase, schemas(), |_| Ok::<_, ArchiveError>(Counter::default()))?;
    if counted == said { Ok((head, said)) } else { Err(ArchiveError::Damaged) }
}

#[derive(Default)]
struct Counter(Inventory);

impl Taker for Counter {
    fn rows(&mut self, table: &str, from: &mut dyn BufRead) -> Result<(), ArchiveError> {
        lines(from, |_| {
            self.0.count(table);
            Ok(())
        })
    }

    fn piece(&mut self, _: &Id, chunks: &[Chunk], bytes: &mut dyn Read) -> Result<(), ArchiveError> {
        for _ in chunks {
            self.0.count("piece_chunk");
        }
        io::copy(bytes, &mut io::sink()).map_err(super::error::reading)?;
        Ok(())
    }
}

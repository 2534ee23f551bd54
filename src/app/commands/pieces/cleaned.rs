//! A file as it is read, without the notes it carries: one buffer of it is in memory at a time.

use crate::care::journal::{Cleaner, Unclean};
use std::io::{self, Read};

const BUFFER: usize = 64 * 1024;

/// Reads from `from` what `cleaner` keeps of it. A file that is broken or cut off ends in an error that holds [`Unclean`].
pub(super) struct Cleaned<R> {
    from: R,
    cleaner: Cleaner,
    raw: Vec<u8>,
    clean: Vec<u8>,
    /// How much of `clean` was handed out.
    given: usize,
}

impl<R: Read> Cleaned<R> {
    pub(super) fn new(from: R, cleaner: Cleaner) -> Self {
        Self { from, cleaner, raw: vec![0; BUFFER], clean: Vec::with_capacity(BUFFER), given: 0 }
    }
}

impl<R: Read> Read for Cleaned<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let broken = |why: Unclean| io::Error::new(io::ErrorKind::InvalidData, why);
        while self.given == self.clean.len() {
            self.clean.clear();
            self.given = 0;
            let read = self.from.read(&mut self.raw)?;
            if read == 0 {
                return self.cleaner.finish().map(|()| 0).map_err(broken);
            }
            self.cleaner.take(self.raw.get(..read).unwrap_or_default(), &mut self.clean).map_err(broken)?;
        }
        let ready = self.clean.get(self.given..).unwrap_or_default();
        let given = ready.len().min(into.len());
        if let (Some(into), Some(ready)) = (into.get_mut(..given), ready.get(..given)) {
            into.copy_from_slice(ready);
        }
        self.given += given;
        Ok(given)
    }
}

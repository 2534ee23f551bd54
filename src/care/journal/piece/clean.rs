//! Takes out of a file, as it streams by, what tells where, when and with what it was made.
//!
//! What a picture shows is kept to the byte; of what stands beside it only what is needed to show it. The crates that
//! edit such notes (`img-parts`, `little_exif`) hold the whole file in memory and drop only what they are told to; here
//! only what is known to be harmless is kept, one buffer at a time.
//!
//! Cleaned are JPEG, PNG, WebP, GIF and files built of boxes (MP4). WAV, MP3, Ogg, FLAC and PDF are kept as they are.

use super::{Media, bmff::Boxes, gif::Gif, jpeg::Jpeg, png::Png, webp::Webp};

/// The file is not built as its beginning says, or ends too early.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the file is broken or cut off")]
pub struct Unclean;

/// What is to be done with the bytes that follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// Collect so many, and ask again.
    Gather(usize),
    /// Keep so many.
    Copy(u64),
    /// Leave so many out.
    Skip(u64),
    /// Put zeros in the place of so many: what points into the file still points right.
    Blank(u64),
    /// Keep everything up to the next marker of a JPEG, and ask with it.
    Scan,
    /// Keep everything to the end.
    Rest,
    /// The picture is over: nothing behind it is kept.
    End,
}

/// How a kind of file is built.
pub(super) trait Grammar {
    /// Says what follows after `gathered` (empty, if bytes were kept or left out), and puts into `out` what is kept of it.
    fn next(&mut self, gathered: &[u8], out: &mut Vec<u8>) -> Result<Next, Unclean>;

    /// True if the file may end where it stands now, before anything more was gathered.
    fn may_end(&self) -> bool {
        false
    }
}

/// One file on its way into the store.
pub struct Cleaner {
    grammar: Box<dyn Grammar + Send>,
    next: Next,
    held: Vec<u8>,
}

impl std::fmt::Debug for Cleaner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Cleaner").field("next", &self.next).finish_non_exhaustive()
    }
}

impl Cleaner {
    /// For a file of this kind; `None` where it is kept as it is.
    #[must_use]
    pub fn of(media: Media) -> Option<Self> {
        let (grammar, first): (Box<dyn Grammar + Send>, usize) = match media {
            Media::Jpeg => (Box::new(Jpeg::default()), 2),
            Media::Png => (Box::new(Png::default()), 8),
            Media::Webp => (Box::new(Webp::default()), 12),
            Media::Gif => (Box::new(Gif::default()), 13),
            Media::Mp4 => (Box::new(Boxes::default()), 8),
            Media::Drawing | Media::Wav | Media::Mp3 | Media::Ogg | Media::Flac | Media::Pdf => return None,
        };
        Some(Self { grammar, next: Next::Gather(first), held: Vec::new() })
    }

    /// Takes the next bytes of the file and puts into `out` what is kept of them.
    ///
    /// # Errors
    /// [`Unclean`], and then nothing of the file may be kept.
    pub fn take(&mut self, mut bytes: &[u8], out: &mut Vec<u8>) -> Result<(), Unclean> {
        while !bytes.is_empty() {
            let used = match self.next {
                Next::Gather(wanted) => self.gather(wanted, bytes, out)?,
                Next::Copy(left) => self.pass(left, bytes, out, Next::Copy, |part, out| out.extend(part))?,
                Next::Skip(left) => self.pass(left, bytes, out, Next::Skip, |_, _| ())?,
                Next::Blank(left) => self.pass(left, bytes, out, Next::Blank, |part, out| {
                    out.resize(out.len() + part.len(), 0);
                })?,
                Next::Scan => self.scan(bytes, out)?,
                Next::Rest => {
                    out.extend(bytes);
                    bytes.len()
                }
                Next::End => return Ok(()),
            };
            bytes = bytes.get(used..).unwrap_or_default();
        }
        Ok(())
    }

    /// The file is over.
    ///
    /// # Errors
    /// [`Unclean`] if it ended too early.
    pub fn finish(&self) -> Result<(), Unclean> {
        match self.next {
            Next::End | Next::Rest => Ok(()),
            Next::Gather(_) if self.held.is_empty() && self.grammar.may_end() => Ok(()),
            _ => Err(Unclean),
        }
    }

    fn gather(&mut self, wanted: usize, bytes: &[u8], out: &mut Vec<u8>) -> Result<usize, Unclean> {
        let used = wanted.saturating_sub(self.held.len()).min(bytes.len());
        self.held.extend(bytes.iter().take(used));
        if self.held.len() == wanted {
            let held = std::mem::take(&mut self.held);
            self.ask(&held, out)?;
        }
        Ok(used)
    }

    fn pass(
        &mut self,
        left: u64,
        bytes: &[u8],
        out: &mut Vec<u8>,
        same: fn(u64) -> Next,
        put: impl FnOnce(&[u8], &mut Vec<u8>),
    ) -> Result<usize, Unclean> {
        let used = usize::try_from(left).unwrap_or(usize::MAX).min(bytes.len());
        put(bytes.get(..used).unwrap_or_default(), out);
        self.next = same(left - used as u64);
        if left == used as u64 {
            self.ask(&[], out)?;
        }
        Ok(used)
    }

    /// A byte of 255 begins a marker, unless a zero (it is data) or a restart number follows.
    fn scan(&mut self, bytes: &[u8], out: &mut Vec<u8>) -> Result<usize, Unclean> {
        if self.held.is_empty() {
            let plain = bytes.iter().position(|byte| *byte == 0xff).unwrap_or(bytes.len());
            out.extend(bytes.iter().take(plain));
            if plain == bytes.len() {
                return Ok(plain);
            }
            self.held.push(0xff);
            return Ok(plain + 1);
        }
        match bytes.first() {
            Some(0xff) | None => {}
            Some(byte @ (0 | 0xd0..=0xd7)) => {
                out.extend([0xff, *byte]);
                self.held.clear();
            }
            Some(marker) => {
                self.held.clear();
                self.ask(&[0xff, *marker], out)?;
            }
        }
        Ok(1)
    }

    /// Asks what follows, past everything that is empty.
    fn ask(&mut self, gathered: &[u8], out: &mut Vec<u8>) -> Result<(), Unclean> {
        self.next = self.grammar.next(gathered, out)?;
        while matches!(self.next, Next::Copy(0) | Next::Skip(0) | Next::Blank(0) | Next::Gather(0)) {
            self.next = self.grammar.next(&[], out)?;
        }
        Ok(())
    }
}

/// A number of two bytes, the higher first.
pub(super) fn be16(bytes: &[u8]) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(..2)?.try_into().ok()?))
}

/// A number of four bytes, the highest first.
pub(super) fn be32(bytes: &[u8]) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(..4)?.try_into().ok()?))
}

/// A number of four bytes, the lowest first.
pub(super) fn le32(bytes: &[u8]) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(..4)?.try_into().ok()?))
}

//! Sound in boxes (ISO/IEC 14496-12, "MP4"): the boxes for notes, which hold names and places, become free room.
//!
//! Boxes keep their length, because tables in the file count from its beginning. When it was made also stands in boxes
//! that are needed to play it (`mvhd`, `tkhd`), and stays there.

use super::clean::{Grammar, Next, Unclean, be32};

const NOTES: [&[u8; 4]; 3] = [b"udta", b"meta", b"uuid"];

#[derive(Debug, Default, Clone, Copy)]
enum At {
    #[default]
    Head,
    /// The true length of a box that is too long for four bytes.
    Long([u8; 8]),
    Passed,
}

#[derive(Debug, Default)]
pub(super) struct Boxes(At);

impl Grammar for Boxes {
    fn next(&mut self, gathered: &[u8], out: &mut Vec<u8>) -> Result<Next, Unclean> {
        match self.0 {
            At::Head => {
                let head: [u8; 8] = gathered.try_into().map_err(|_| Unclean)?;
                let size = be32(gathered).ok_or(Unclean)?;
                match size {
                    // To the end of the file; notes that long are nobody's.
                    0 if NOTES.iter().any(|notes| head.ends_with(*notes)) => Err(Unclean),
                    0 => {
                        out.extend(gathered);
                        Ok(Next::Rest)
                    }
                    1 => {
                        self.0 = At::Long(head);
                        Ok(Next::Gather(8))
                    }
                    _ => self.body(head, &[], u64::from(size).checked_sub(8), out),
                }
            }
            At::Long(head) => {
                let size = u64::from_be_bytes(gathered.try_into().map_err(|_| Unclean)?);
                self.body(head, gathered, size.checked_sub(16), out)
            }
            At::Passed => Ok(self.head()),
        }
    }

    fn may_end(&self) -> bool {
        matches!(self.0, At::Head)
    }
}

impl Boxes {
    fn head(&mut self) -> Next {
        self.0 = At::Head;
        Next::Gather(8)
    }

    fn body(
        &mut self,
        head: [u8; 8],
        long: &[u8],
        body: Option<u64>,
        out: &mut Vec<u8>,
    ) -> Result<Next, Unclean> {
        let body = body.ok_or(Unclean)?;
        let (size, name) = head.split_at(4);
        match name {
            // What is in these follows as boxes of its own.
            b"moov" | b"trak" => {
                out.extend(head);
                out.extend(long);
                Ok(self.head())
            }
            name if NOTES.iter().any(|notes| notes.as_slice() == name) => {
                out.extend(size);
                out.extend(b"free");
                out.extend(long);
                self.0 = At::Passed;
                Ok(Next::Blank(body))
            }
            _ => {
                out.extend(head);
                out.extend(long);
                self.0 = At::Passed;
                Ok(Next::Copy(body))
            }
        }
    }
}

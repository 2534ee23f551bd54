//! WebP (RFC 9649): chunks in a frame that says how long it is. What is not kept becomes zeros, so the frame stays true.

use super::clean::{Grammar, Next, Unclean, le32};

const KEPT: [&[u8; 4]; 6] = [b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];
/// The flags of `VP8X` that say there is Exif and XMP.
const NOTES: u8 = 0b0000_1100;
const VP8X_BYTES: u32 = 10;

#[derive(Debug, Default, Clone, Copy, PartialEq)]
enum At {
    #[default]
    Start,
    Head,
    Flags,
    Passed,
}

#[derive(Debug, Default)]
pub(super) struct Webp {
    at: At,
    /// What the frame still holds, in bytes.
    left: u64,
}

impl Grammar for Webp {
    fn next(&mut self, gathered: &[u8], out: &mut Vec<u8>) -> Result<Next, Unclean> {
        match self.at {
            At::Start => {
                let size = le32(gathered.get(4..).unwrap_or_default()).ok_or(Unclean)?;
                self.left = u64::from(size).checked_sub(4).ok_or(Unclean)?;
                out.extend(gathered);
                Ok(self.head())
            }
            At::Head => self.chunk(gathered, out),
            At::Flags => {
                let (first, rest) = gathered.split_first().ok_or(Unclean)?;
                out.push(first & !NOTES);
                out.extend(rest);
                Ok(self.head())
            }
            At::Passed => Ok(self.head()),
        }
    }
}

impl Webp {
    fn head(&mut self) -> Next {
        self.at = At::Head;
        if self.left == 0 { Next::End } else { Next::Gather(8) }
    }

    fn chunk(&mut self, gathered: &[u8], out: &mut Vec<u8>) -> Result<Next, Unclean> {
        let (name, size) = gathered.split_at_checked(4).ok_or(Unclean)?;
        let size = le32(size).ok_or(Unclean)?;
        let body = u64::from(size) + u64::from(size % 2);
        self.left = self.left.checked_sub(8 + body).ok_or(Unclean)?;
        self.at = At::Passed;
        if name == b"VP8X" {
            if size != VP8X_BYTES {
                return Err(Unclean);
            }
            out.extend(gathered);
            self.at = At::Flags;
            return Ok(Next::Gather(10));
        }
        if KEPT.iter().any(|kept| kept.as_slice() == name) {
            out.extend(gathered);
            return Ok(Next::Copy(body));
        }
        out.extend(b"junk");
        out.extend(size.to_le_bytes());
        Ok(Next::Blank(body))
    }
}

//! PNG (W3C, third edition): chunks. Kept are those that draw the picture, its colours and its movement.

use super::clean::{Grammar, Next, Unclean, be32};

/// Everything else (`tEXt`, `iTXt`, `zTXt`, `tIME`, `eXIf` and what any program made up) is left out.
const KEPT: [&[u8; 4]; 16] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD",
    b"pHYs", b"cICP", b"acTL", b"fcTL", b"fdAT",
];

#[derive(Debug, Default)]
pub(super) struct Png {
    begun: bool,
    in_chunk: bool,
    over: bool,
}

impl Grammar for Png {
    fn next(&mut self, gathered: &[u8], out: &mut Vec<u8>) -> Result<Next, Unclean> {
        if !self.begun {
            self.begun = true;
            out.extend(gathered);
            return Ok(Next::Gather(8));
        }
        if self.in_chunk {
            self.in_chunk = false;
            return Ok(if self.over { Next::End } else { Next::Gather(8) });
        }
        let (length, name) = (be32(gathered).ok_or(Unclean)?, gathered.get(4..8).ok_or(Unclean)?);
        if length > i32::MAX.unsigned_abs() || !name.iter().all(u8::is_ascii_alphabetic) {
            return Err(Unclean);
        }
        self.in_chunk = true;
        self.over = name == b"IEND";
        // With its checksum.
        let body = u64::from(length) + 4;
        if KEPT.iter().any(|kept| kept.as_slice() == name) {
            out.extend(gathered);
            Ok(Next::Copy(body))
        } else {
            Ok(Next::Skip(body))
        }
    }
}

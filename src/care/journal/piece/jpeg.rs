//! JPEG (ITU-T T.81): segments, then scans, then the end. Behind the end phones put films, second pictures and notes.
//!
//! Kept are the tables and scans, the JFIF head without its small picture, the colour profile and Adobe's word on colours.
//! Of Exif only the way up is kept, in a new note that holds nothing else: without it the picture lies on its side.

use super::clean::{Grammar, Next, Unclean, be16};

#[derive(Debug, Default, Clone, Copy)]
enum At {
    #[default]
    Start,
    /// A marker, or what stands for one after fill bytes.
    Marker,
    Fill,
    Length(u8),
    /// The beginning of an application's segment, of which so many bytes follow.
    Application(u8, u16),
    Exif,
    /// A segment has passed.
    Passed,
    /// The head of a scan has passed.
    Scan,
}

#[derive(Debug, Default)]
pub(super) struct Jpeg {
    at: At,
    oriented: bool,
}

const JFIF: &[u8] = b"JFIF\0";
/// The JFIF head without a small picture.
const JFIF_BYTES: u16 = 14;
const ICC: &[u8] = b"ICC_PROFILE\0";
const ADOBE: &[u8] = b"Adobe";

impl Grammar for Jpeg {
    fn next(&mut self, gathered: &[u8], out: &mut Vec<u8>) -> Result<Next, Unclean> {
        match self.at {
            At::Start if gathered == [0xff, 0xd8] => {
                out.extend(gathered);
                Ok(self.marker())
            }
            At::Marker => match gathered {
                [0xff, marker] => Ok(self.after(*marker, out)),
                _ => Err(Unclean),
            },
            At::Fill => Ok(self.after(*gathered.first().ok_or(Unclean)?, out)),
            At::Length(marker) => {
                let length = be16(gathered).ok_or(Unclean)?;
                self.body(marker, length.checked_sub(2).ok_or(Unclean)?, out)
            }
            At::Application(marker, body) => Ok(self.application(marker, body, gathered, out)),
            At::Exif => {
                if let Some(way_up) = orientation(gathered)
                    && !self.oriented
                {
                    self.oriented = true;
                    out.extend(exif_with(way_up));
                }
                Ok(self.marker())
            }
            At::Passed => Ok(self.marker()),
            At::Scan => {
                self.at = At::Marker;
                Ok(Next::Scan)
            }
            At::Start => Err(Unclean),
        }
    }
}

impl Jpeg {
    fn marker(&mut self) -> Next {
        self.at = At::Marker;
        Next::Gather(2)
    }

    fn after(&mut self, marker: u8, out: &mut Vec<u8>) -> Next {
        match marker {
            0xff => {
                self.at = At::Fill;
                Next::Gather(1)
            }
            0xd9 => {
                out.extend([0xff, marker]);
                Next::End
            }
            // Markers without a body.
            0x01 | 0xd0..=0xd7 => {
                out.extend([0xff, marker]);
                self.marker()
            }
            _ => {
                self.at = At::Length(marker);
                Next::Gather(2)
            }
        }
    }

    fn body(&mut self, marker: u8, body: u16, out: &mut Vec<u8>) -> Result<Next, Unclean> {
        let longest_name = u16::try_from(ICC.len()).unwrap_or(JFIF_BYTES).max(JFIF_BYTES);
        Ok(match marker {
            0xe1 => {
                self.at = At::Exif;
                Next::Gather(body.into())
            }
            0xe0 | 0xe2 | 0xee => {
                self.at = At::Application(marker, body);
                Next::Gather(body.min(longest_name).into())
            }
            // Every other application, and comments.
            0xe3..=0xef | 0xfe => {
                self.at = At::Passed;
                Next::Skip(body.into())
            }
            0x00 | 0xd8 => return Err(Unclean),
            _ => {
                head(marker, body, out);
                self.at = if marker == 0xda { At::Scan } else { At::Passed };
                Next::Copy(body.into())
            }
        })
    }

    fn application(&mut self, marker: u8, body: u16, gathered: &[u8], out: &mut Vec<u8>) -> Next {
        self.at = At::Passed;
        let left = u64::from(body) - gathered.len() as u64;
        let named = |name: &[u8]| gathered.starts_with(name);
        if marker == 0xe0 && named(JFIF) && gathered.len() == usize::from(JFIF_BYTES) {
            head(marker, JFIF_BYTES, out);
            out.extend(gathered.iter().take(12));
            out.extend([0, 0]);
        } else if (marker == 0xe2 && named(ICC)) || (marker == 0xee && named(ADOBE)) {
            head(marker, body, out);
            out.extend(gathered);
            return Next::Copy(left);
        }
        Next::Skip(left)
    }
}

/// A marker with the length of its segment, which counts itself.
fn head(marker: u8, body: u16, out: &mut Vec<u8>) {
    out.extend([0xff, marker]);
    out.extend(body.saturating_add(2).to_be_bytes());
}

/// The way up an Exif note names (tag 0x0112 of its first list, TIFF 6.0), unless it is upright anyway.
fn orientation(body: &[u8]) -> Option<u8> {
    let tiff = body.strip_prefix(b"Exif\0\0")?;
    let little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let long = |at: usize| {
        let bytes: [u8; 4] = tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    };
    let list = usize::try_from(long(4)?).ok()?;
    (0..usize::from(short(list)?)).find_map(|nth| {
        let at = list.checked_add(2)?.checked_add(nth * 12)?;
        // One short number, in the first bytes of the place for the value.
        let is_way_up = short(at)? == 0x0112 && short(at + 2)? == 3 && long(at + 4)? == 1;
        let way_up = u8::try_from(short(at + 8).filter(|_| is_way_up)?).ok()?;
        (2..=8).contains(&way_up).then_some(way_up)
    })
}

/// A note that holds the way up and nothing else.
fn exif_with(way_up: u8) -> Vec<u8> {
    let mut note = vec![0xff, 0xe1, 0, 34];
    note.extend(b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0");
    note.extend([way_up, 0, 0, 0, 0, 0, 0]);
    note
}

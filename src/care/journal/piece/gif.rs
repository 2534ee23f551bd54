//! GIF (89a): a screen, then images and extensions in blocks. Comments, texts and other programs' notes are left out.

use super::clean::{Grammar, Next, Unclean};

/// How often a moving picture is repeated: the only notes of programs that are kept, with their length before them.
const LOOPS: [&[u8; 12]; 2] = [b"\x0bNETSCAPE2.0", b"\x0bANIMEXTS1.0"];

#[derive(Debug, Default, Clone, Copy)]
enum At {
    #[default]
    Start,
    /// What a block is.
    Block,
    Image,
    Label,
    Application,
    /// The length of a part of the block, which is kept or not.
    Length(bool),
    /// A part has passed.
    Part(bool),
    Passed,
}

#[derive(Debug, Default)]
pub(super) struct Gif(At);

impl Grammar for Gif {
    fn next(&mut self, gathered: &[u8], out: &mut Vec<u8>) -> Result<Next, Unclean> {
        match self.0 {
            At::Start => {
                out.extend(gathered);
                self.0 = At::Passed;
                Ok(Next::Copy(table(*gathered.get(10).ok_or(Unclean)?)))
            }
            At::Passed => {
                self.0 = At::Block;
                Ok(Next::Gather(1))
            }
            At::Block => match gathered.first() {
                Some(0x2c) => {
                    self.0 = At::Image;
                    Ok(Next::Gather(9))
                }
                Some(0x21) => {
                    self.0 = At::Label;
                    Ok(Next::Gather(1))
                }
                Some(0x3b) => {
                    out.push(0x3b);
                    Ok(Next::End)
                }
                _ => Err(Unclean),
            },
            At::Image => {
                out.push(0x2c);
                out.extend(gathered);
                self.0 = At::Part(true);
                // Its own colours, and the size of its codes.
                Ok(Next::Copy(table(*gathered.get(8).ok_or(Unclean)?) + 1))
            }
            At::Label => Ok(match gathered.first() {
                // How long an image stays.
                Some(0xf9) => {
                    out.extend([0x21, 0xf9]);
                    self.part(true)
                }
                Some(0xff) => {
                    self.0 = At::Application;
                    Next::Gather(12)
                }
                _ => self.part(false),
            }),
            At::Application => {
                let kept = LOOPS.iter().any(|known| known.as_slice() == gathered);
                if kept {
                    out.extend([0x21, 0xff]);
                    out.extend(gathered);
                }
                if gathered.first() == Some(&11) { Ok(self.part(kept)) } else { Err(Unclean) }
            }
            At::Length(kept) => {
                let length = *gathered.first().ok_or(Unclean)?;
                if kept {
                    out.push(length);
                }
                self.0 = if length == 0 { At::Passed } else { At::Part(kept) };
                Ok(if kept { Next::Copy(length.into()) } else { Next::Skip(length.into()) })
            }
            At::Part(kept) => Ok(self.part(kept)),
        }
    }
}

impl Gif {
    fn part(&mut self, kept: bool) -> Next {
        self.0 = At::Length(kept);
        Next::Gather(1)
    }
}

/// The bytes of the table of colours these flags announce.
fn table(flags: u8) -> u64 {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

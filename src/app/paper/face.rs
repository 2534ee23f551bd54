//! The typefaces on paper, and how wide each letter is in them.

use super::CannotPrint;
use icu_normalizer::ComposingNormalizerBorrowed;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::{
    FontRef, MetadataProvider,
    instance::{LocationRef, Size},
};

/// Which typeface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Face {
    Plain,
    Bold,
    /// For what the patient wrote.
    Book,
}

/// What stands where a sign cannot be printed.
const UNPRINTED: &str = "[?]";

/// One typeface, ready to be measured and drawn.
pub(super) struct Type {
    pub(super) font: Font,
    bytes: &'static [u8],
    units: f32,
}

/// All three.
pub(super) struct Types {
    plain: Type,
    bold: Type,
    book: Type,
}

/// A run of text with a glyph for each sign of it.
#[derive(Clone)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) glyphs: Vec<KrillaGlyph>,
    /// In units of the size of the text.
    pub(super) width: f32,
}

impl Types {
    pub(super) fn load() -> Result<Self, CannotPrint> {
        Ok(Self {
            plain: Type::load(include_bytes!("../../../assets/paper/atkinson-400.ttf"))?,
            bold: Type::load(include_bytes!("../../../assets/paper/atkinson-700.ttf"))?,
            book: Type::load(include_bytes!("../../../assets/paper/literata-400.ttf"))?,
        })
    }

    pub(super) const fn of(&self, face: Face) -> &Type {
        match face {
            Face::Plain => &self.plain,
            Face::Bold => &self.bold,
            Face::Book => &self.book,
        }
    }

    /// The words as they can be printed: letters and accents put together, line ends as they are, each sign there is no
    /// letter for marked; and how many those are. A sign made of several, such as a flag, counts once for each.
    pub(super) fn printable(&self, face: Face, words: &str) -> (String, usize) {
        let composed = ComposingNormalizerBorrowed::new_nfc().normalize(words);
        let (mut kept, mut unprinted) = (String::with_capacity(composed.len()), 0);
        for sign in composed.chars() {
            match sign {
                '\n' => kept.push('\n'),
                '\t' => kept.push(' '),
                // They only steer others, and leave nothing to print.
                '\r'
                | '\u{200b}'..='\u{200f}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{2060}'
                | '\u{feff}'
                | '\u{ad}' => {}
                '\u{202f}' => kept.push('\u{a0}'),
                sign if self.of(face).glyph(sign).is_some() => kept.push(sign),
                _ => {
                    unprinted += 1;
                    // One mark for several in a row: it says that something is missing, and the count says how much.
                    if !kept.ends_with(UNPRINTED) {
                        kept.push_str(UNPRINTED);
                    }
                }
            }
        }
        (kept, unprinted)
    }
}

impl Type {
    fn load(bytes: &'static [u8]) -> Result<Self, CannotPrint> {
        let font = Font::new(bytes.into(), 0).ok_or(CannotPrint("a typeface"))?;
        let units = font.units_per_em();
        FontRef::new(bytes).map_err(|_| CannotPrint("a typeface"))?;
        Ok(Self { font, bytes, units })
    }

    fn glyph(&self, sign: char) -> Option<(GlyphId, f32)> {
        // Looked at when it was loaded.
        let font = FontRef::new(self.bytes).ok()?;
        let glyph = font.charmap().map(sign)?;
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        Some((GlyphId::new(glyph.to_u32()), metrics.advance_width(glyph)? / self.units))
    }

    /// `text` with its glyphs. What has none was taken out by [`Types::printable`].
    pub(super) fn run(&self, text: &str) -> Run {
        let (mut glyphs, mut width) = (Vec::new(), 0.0);
        for (at, sign) in text.char_indices() {
            let Some((glyph, advance)) = self.glyph(sign) else { continue };
            let range = at..at + sign.len_utf8();
            glyphs.push(KrillaGlyph::new(glyph, advance, 0.0, 0.0, 0.0, range, None));
            width += advance;
        }
        Run { text: text.to_owned(), glyphs, width }
    }
}

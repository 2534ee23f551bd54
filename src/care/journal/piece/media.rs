//! What a file is, told by how it begins and never by its name.

const MEGABYTE: u64 = 1024 * 1024;
/// A photo of a phone of 2026 has 3 to 12 megabytes.
const LARGEST_PHOTO: u64 = 20 * MEGABYTE;
/// An hour of a phone's own recorder, or a quarter of an hour without compression.
const LARGEST_FILE: u64 = 30 * MEGABYTE;

/// What hangs on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PieceKind {
    Drawing,
    Photo,
    Voice,
    File,
}

/// How the bytes of a piece are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Media {
    /// Strokes, kept one by one.
    Drawing,
    Jpeg,
    Png,
    Webp,
    Gif,
    Wav,
    Mp3,
    Ogg,
    Flac,
    Mp4,
    Pdf,
}

impl PieceKind {
    /// The name it has in the store.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Drawing => "drawing",
            Self::Photo => "photo",
            Self::Voice => "voice",
            Self::File => "file",
        }
    }

    /// The largest one that is taken, in bytes. Our own choice: some minutes to copy to another phone, and no phone is
    /// filled by one of them.
    #[must_use]
    pub const fn most(self) -> u64 {
        match self {
            Self::Drawing => super::super::LARGEST_DRAWING,
            Self::Photo => LARGEST_PHOTO,
            Self::Voice | Self::File => LARGEST_FILE,
        }
    }
}

impl Media {
    const ALL: [Self; 11] = [
        Self::Drawing,
        Self::Jpeg,
        Self::Png,
        Self::Webp,
        Self::Gif,
        Self::Wav,
        Self::Mp3,
        Self::Ogg,
        Self::Flac,
        Self::Mp4,
        Self::Pdf,
    ];

    /// As many of the first bytes as [`Media::of_beginning`] looks at.
    pub const BEGINNING: usize = 16;

    /// The media type (IANA).
    #[must_use]
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Drawing => "image/svg+xml",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Gif => "image/gif",
            Self::Wav => "audio/wav",
            Self::Mp3 => "audio/mpeg",
            Self::Ogg => "audio/ogg",
            Self::Flac => "audio/flac",
            Self::Mp4 => "audio/mp4",
            Self::Pdf => "application/pdf",
        }
    }

    /// The one with this media type.
    #[must_use]
    pub fn of_mime(mime: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|media| media.mime() == mime)
    }

    /// What it is on a page.
    #[must_use]
    pub const fn kind(self) -> PieceKind {
        match self {
            Self::Drawing => PieceKind::Drawing,
            Self::Jpeg | Self::Png | Self::Webp | Self::Gif => PieceKind::Photo,
            Self::Wav | Self::Mp3 | Self::Ogg | Self::Flac | Self::Mp4 => PieceKind::Voice,
            Self::Pdf => PieceKind::File,
        }
    }

    /// What a file is that begins like this.
    ///
    /// # Errors
    /// [`super::NotTaken`] if it is none that is kept.
    pub fn of_beginning(bytes: &[u8]) -> Result<Self, super::NotTaken> {
        let at = |from: usize, wanted: &[u8]| bytes.get(from..).is_some_and(|rest| rest.starts_with(wanted));
        if bytes.is_empty() {
            return Err(super::NotTaken::Empty);
        }
        let found = if at(0, b"\xff\xd8\xff") {
            Self::Jpeg
        } else if at(0, b"\x89PNG\r\n\x1a\n") {
            Self::Png
        } else if at(0, b"GIF87a") || at(0, b"GIF89a") {
            Self::Gif
        } else if at(0, b"RIFF") && at(8, b"WEBP") {
            Self::Webp
        } else if at(0, b"RIFF") && at(8, b"WAVE") {
            Self::Wav
        } else if at(0, b"OggS") {
            Self::Ogg
        } else if at(0, b"fLaC") {
            Self::Flac
        } else if at(0, b"ID3") || is_mpeg_frame(bytes) {
            Self::Mp3
        } else if at(4, b"ftyp") {
            return of_brand(bytes.get(8..12).unwrap_or_default());
        } else if at(0, b"%PDF-") {
            Self::Pdf
        } else {
            return Err(super::NotTaken::OtherKind);
        };
        Ok(found)
    }
}

/// Eleven bits of synchronisation, then a version that exists and layer III (ISO/IEC 11172-3, 2.4.2.3).
fn is_mpeg_frame(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, second, ..] if second & 0xe0 == 0xe0 && second & 0x18 != 0x08 && second & 0x06 == 0x02)
}

/// The brands of files built of boxes (ISO/IEC 14496-12): pictures and sound come in the same dress.
fn of_brand(brand: &[u8]) -> Result<Media, super::NotTaken> {
    match brand {
        b"M4A " | b"M4B " | b"mp41" | b"mp42" | b"isom" | b"iso2" | b"iso5" | b"iso6" | b"3gp4" | b"3gp5"
        | b"3gp6" | b"dash" => Ok(Media::Mp4),
        b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"mif1" | b"msf1" => Err(super::NotTaken::Heic),
        _ => Err(super::NotTaken::OtherKind),
    }
}

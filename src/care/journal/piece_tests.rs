//! Files made by hand lose what tells where they were made, and keep every byte of the picture.

use super::*;

/// Cleans in parts of `step` bytes.
fn cleaned(media: Media, bytes: &[u8], step: usize) -> Result<Vec<u8>, Unclean> {
    let (mut cleaner, mut out) = (Cleaner::of(media).unwrap(), Vec::new());
    for part in bytes.chunks(step) {
        cleaner.take(part, &mut out)?;
    }
    cleaner.finish().map(|()| out)
}

fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker], length.as_slice(), body].concat()
}

/// An Exif note with a way up, and a place among its other notes.
fn exif(way_up: u8, little: bool) -> Vec<u8> {
    let sign = if little { b"II" } else { b"MM" };
    let short = |value: u16| if little { value.to_le_bytes() } else { value.to_be_bytes() };
    let long = |value: u32| if little { value.to_le_bytes() } else { value.to_be_bytes() };
    let gps = [short(0x8825).as_slice(), &short(4), &long(1), &long(38)].concat();
    let up = [short(0x0112).as_slice(), &short(3), &long(1), &short(way_up.into()), &short(0)].concat();
    let list = [short(2).as_slice(), &gps, &up, &long(0)].concat();
    [b"Exif\0\0".as_slice(), sign, &short(42), &long(8), &list, b"CANARY 48.8584 N 2.2945 E"].concat()
}

fn jpeg(way_up: u8) -> Vec<u8> {
    let soi = vec![0xff, 0xd8];
    let jfif = segment(0xe0, b"JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01CANARY small picture");
    let xmp = segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0CANARY");
    let icc = segment(0xe2, b"ICC_PROFILE\0\x01\x01colours");
    let others =
        [segment(0xe2, b"MPF\0CANARY"), segment(0xed, b"Photoshop CANARY"), segment(0xfe, b"CANARY")];
    let tables = segment(0xdb, b"table");
    // A restart and a stuffed byte belong to the scan; then a second scan with its own table.
    let scan = [segment(0xda, b"head"), b"data\xff\x00more\xff\xd0rest".to_vec()].concat();
    let again = [segment(0xc4, b"codes"), segment(0xda, b"head"), b"second".to_vec()].concat();
    let end = b"\xff\xd9CANARY film".to_vec();
    let exif = segment(0xe1, &exif(way_up, way_up == 3));
    [soi, jfif, exif, xmp, icc, others.concat(), tables, scan, again, end].concat()
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

#[test]
fn a_jpeg_keeps_its_picture_and_its_way_up_and_nothing_else() {
    let given = jpeg(6);
    assert!(holds(&given, "CANARY"));
    let kept = cleaned(Media::Jpeg, &given, 4096).unwrap();
    assert!(!holds(&kept, "CANARY"));
    for word in ["JFIF", "ICC_PROFILE", "table", "codes", "data\0", "second"] {
        let word = word.trim_end_matches('\0');
        assert!(holds(&kept, word), "{word}");
    }
    assert!(kept.ends_with(b"second\xff\xd9"));
    let own: Vec<u8> = exif_note(6);
    assert!(kept.windows(own.len()).any(|window| window == own), "and the way up");
    assert_eq!(cleaned(Media::Jpeg, &kept, 7).unwrap(), kept, "what is clean stays as it is");
}

fn exif_note(way_up: u8) -> Vec<u8> {
    let list = [b"\0\x01\x01\x12\0\x03\0\0\0\x01\0".as_slice(), &[way_up], &[0; 6]].concat();
    segment(0xe1, &[b"Exif\0\0MM\0*\0\0\0\x08".as_slice(), &list].concat())
}

#[test]
fn the_way_up_is_read_from_either_end_and_an_upright_picture_has_no_note() {
    let little = cleaned(Media::Jpeg, &jpeg(3), 4096).unwrap();
    let own = exif_note(3);
    assert!(little.windows(own.len()).any(|window| window == own));
    for upright in [0, 1, 9] {
        assert!(!holds(&cleaned(Media::Jpeg, &jpeg(upright), 4096).unwrap(), "Exif"));
    }
}

fn chunk(name: &[u8], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).unwrap().to_be_bytes();
    [length.as_slice(), name, body, b"crc!"].concat()
}

fn png() -> Vec<u8> {
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", b"size and depth"),
        chunk(b"tEXt", b"CANARY"),
        chunk(b"eXIf", b"CANARY"),
        chunk(b"tIME", b"CANARY"),
        chunk(b"prVt", b"CANARY"),
        chunk(b"IDAT", b"picture"),
        chunk(b"IEND", b""),
        b"CANARY".to_vec(),
    ]
    .concat()
}

fn webp() -> Vec<u8> {
    let chunk = |name: &[u8; 4], body: &[u8]| {
        let padding = vec![0; body.len() % 2];
        [name.as_slice(), &u32::try_from(body.len()).unwrap().to_le_bytes(), body, &padding].concat()
    };
    let body = [
        chunk(b"VP8X", &[0b0010_1100, 0, 0, 0, 1, 0, 0, 1, 0, 0]),
        chunk(b"ICCP", b"colours"),
        chunk(b"VP8 ", b"picture"),
        chunk(b"EXIF", b"CANARY!"),
        chunk(b"XMP ", b"CANARY"),
    ]
    .concat();
    let size = u32::try_from(body.len() + 4).unwrap().to_le_bytes();
    [b"RIFF".as_slice(), &size, b"WEBP", &body, b"CANARY"].concat()
}

fn gif() -> Vec<u8> {
    let screen = b"GIF89a\x01\0\x01\0\x80\0\0BLKWHT";
    let comment = b"\x21\xfe\x06CANARY\0";
    let xmp = b"\x21\xff\x0bXMP DataXMP\x06CANARY\0";
    let loops = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0";
    let stays = b"\x21\xf9\x04\0\0\0\0\0";
    let image = b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0";
    [screen.as_slice(), comment, xmp, loops, stays, image, b"\x3bCANARY"].concat()
}

fn boxed(name: &[u8], body: &[u8]) -> Vec<u8> {
    [u32::try_from(body.len() + 8).unwrap().to_be_bytes().as_slice(), name, body].concat()
}

fn mp4() -> Vec<u8> {
    let track = boxed(b"trak", &[boxed(b"tkhd", b"head"), boxed(b"udta", b"CANARY")].concat());
    let moov = boxed(b"moov", &[boxed(b"mvhd", b"head"), track, boxed(b"udta", b"xyz CANARY")].concat());
    let long = [&[0, 0, 0, 1], b"mdat".as_slice(), &21_u64.to_be_bytes(), b"sound"].concat();
    [
        boxed(b"ftyp", b"M4A \0\0\0\0"),
        moov,
        long,
        boxed(b"uuid", b"CANARY"),
        b"\0\0\0\0mdatto the end".to_vec(),
    ]
    .concat()
}

#[test]
fn every_kind_loses_its_notes_and_keeps_the_rest() {
    let all = [
        (Media::Png, png(), "picture"),
        (Media::Webp, webp(), "picture"),
        (Media::Gif, gif(), "NETSCAPE2.0"),
        (Media::Mp4, mp4(), "to the end"),
    ];
    for (media, given, word) in all {
        assert!(holds(&given, "CANARY"), "{media:?}");
        let kept = cleaned(media, &given, 4096).unwrap();
        assert!(!holds(&kept, "CANARY") && holds(&kept, word), "{media:?}");
        assert_eq!(cleaned(media, &kept, 4096).unwrap(), kept, "{media:?} is clean now");
    }
    assert_eq!(
        cleaned(Media::Webp, &webp(), 9).unwrap().len() + 6,
        webp().len(),
        "the frame's length is true"
    );
    assert_eq!(cleaned(Media::Mp4, &mp4(), 9).unwrap().len(), mp4().len(), "and every place in the file");
}

#[test]
fn it_does_not_matter_how_a_file_is_cut_while_it_streams() {
    let all = [
        (Media::Jpeg, jpeg(8)),
        (Media::Png, png()),
        (Media::Webp, webp()),
        (Media::Gif, gif()),
        (Media::Mp4, mp4()),
    ];
    for (media, given) in all {
        let whole = cleaned(media, &given, usize::MAX).unwrap();
        for step in [1, 2, 3, 5, 13, 64] {
            assert_eq!(cleaned(media, &given, step).unwrap(), whole, "{media:?} in parts of {step}");
        }
    }
}

#[test]
fn a_file_that_is_cut_off_is_refused() {
    for (media, given) in
        [(Media::Jpeg, jpeg(1)), (Media::Png, png()), (Media::Webp, webp()), (Media::Gif, gif())]
    {
        for end in 0..given.len() - "CANARY film".len() {
            let part = given.get(..end).unwrap();
            let shorter = cleaned(media, part, 4096);
            assert!(shorter.is_err(), "{media:?} up to {end}");
        }
    }
}

#[test]
fn a_file_is_told_by_its_beginning() {
    let told = |bytes: &[u8]| Media::of_beginning(bytes);
    for (bytes, media) in
        [(jpeg(1), Media::Jpeg), (png(), Media::Png), (webp(), Media::Webp), (gif(), Media::Gif)]
    {
        assert_eq!(told(&bytes[..Media::BEGINNING]), Ok(media));
    }
    assert_eq!(told(&mp4()[..Media::BEGINNING]), Ok(Media::Mp4));
    assert_eq!(told(b"RIFF\0\0\0\0WAVEfmt "), Ok(Media::Wav));
    assert_eq!(told(b"OggS\0\x02"), Ok(Media::Ogg));
    assert_eq!(told(b"ID3\x04\0"), Ok(Media::Mp3));
    assert_eq!(told(b"\xff\xfb\x90\x64"), Ok(Media::Mp3));
    assert_eq!(told(b"%PDF-1.7"), Ok(Media::Pdf));
    assert_eq!(told(b"\0\0\0\x18ftypheic\0\0\0\0"), Err(NotTaken::Heic));
    assert_eq!(told(b""), Err(NotTaken::Empty));
    for odd in [b"<svg xmlns".as_slice(), b"<!doctype html>", b"MZ\x90", b"\xff\xfe", b"RIFF\0\0\0\0AVI "] {
        assert_eq!(told(odd), Err(NotTaken::OtherKind), "{odd:?}");
    }
}

//! Drawing by mouse and by keys, a photo and a voice note in the real window: kept through a kill, shown and heard, and in no
//! file in clear.
//!
//! The system's own dialog for choosing a file has no driver here: files are added through the app's own command, in this
//! process, while the window is closed.

use crate::{
    driver::{Phone, Running},
    keyboard::{DOWN, RIGHT},
    looks::{DARK, LARGE, LIGHT, Look},
    support::eventually,
};
use cairn::{
    app::{Adding, Cairn},
    platform::Platform,
};
use fantoccini::{
    Locator,
    actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction},
};
use serde_json::{Value, json};
use std::{ffi::OsString, fs, os::unix::fs::PermissionsExt, path::PathBuf, time::Duration};

const CANARY: &str = "ptarmigan in the snow";
/// In every line of the photo's own dots.
const IN_THE_PHOTO: &str = "dotterel on the far hill";
const IN_THE_SOUND: &str = "sandgrouse at the water";

async fn asks(window: &Running, script: &str) -> Value {
    window.client.execute(script, Vec::new()).await.unwrap()
}

/// Waits until the paper shows so many lines, and none that is not kept yet.
async fn has_lines(window: &Running, count: usize) {
    let ask = "return [document.querySelectorAll('.paper .drawn > polyline').length,
        document.querySelectorAll('[data-live] > *').length];";
    eventually(&format!("{count} lines"), async || {
        (asks(window, ask).await == json!([count, 0])).then_some(())
    })
    .await;
}

/// A page of the journal, begun.
async fn a_page(window: &Running) {
    window.sees("Arrive").await;
    window.press("Journal").await;
    window.press("Write").await;
    window.sees("Pictures and voice").await;
}

async fn the_page_again(window: &Running) {
    window.sees("Arrive").await;
    window.press("Journal").await;
    window.press_first("entry-line").await;
    window.sees("Pictures and voice").await;
}

/// Draws with the mouse from one place of the paper to others, each in parts of its width and height.
async fn draws(window: &Running, places: &[(f64, f64)]) {
    let paper = window.client.find(Locator::Css("#paper")).await.unwrap();
    let show = "document.getElementById('paper').scrollIntoView({block: 'center', behavior: 'instant'});";
    asks(window, show).await;
    let (left, top, wide, high) = paper.rectangle().await.unwrap();
    let to = |(x, y): (f64, f64)| PointerAction::MoveTo {
        duration: Some(Duration::from_millis(60)),
        x: (left + x * wide).round(),
        y: (top + y * high).round(),
    };
    let mut hand = MouseActions::new("hand".to_owned()).then(to(places[0]));
    hand = hand.then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
    for place in &places[1..] {
        hand = hand.then(to(*place));
    }
    hand = hand.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
    window.client.perform_actions(hand).await.unwrap();
}

#[tokio::test]
async fn a_drawing_by_mouse_and_by_keys_is_there_after_a_kill() {
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    a_page(&window).await;
    window.press("Draw").await;
    window.sees("Each line is saved on this phone.").await;
    draws(&window, &[(0.2, 0.2), (0.5, 0.4), (0.8, 0.2)]).await;
    has_lines(&window, 1).await;
    window.sees("Saved on this phone").await;

    // By keys alone: the pen down, three to the right, two down, the pen up.
    let paper = window.client.find(Locator::Css("#paper")).await.unwrap();
    paper.send_keys(" ").await.unwrap();
    window.sees("The pen is down").await;
    paper.send_keys(&[RIGHT.repeat(3), DOWN.repeat(2)].concat()).await.unwrap();
    has_lines(&window, 6).await;
    paper.send_keys(" ").await.unwrap();
    window.sees("The pen is up").await;
    window.press("Undo").await;
    has_lines(&window, 1).await;
    window.press("Redo").await;
    has_lines(&window, 6).await;

    // And with no drawing at all.
    window.press("Add a shape without drawing").await;
    window.press("Put it on the paper").await;
    has_lines(&window, 7).await;
    window.press("Start over").await;
    has_lines(&window, 0).await;
    window.undoes().await;
    has_lines(&window, 7).await;
    window.types("What is it? In your words", CANARY).await;
    draws(&window, &[(0.5, 0.7), (0.6, 0.9)]).await;
    has_lines(&window, 8).await;
    window.kill();
    assert!(phone.keeps_secret(CANARY));

    let window = phone.start(&[], &[]).await;
    the_page_again(&window).await;
    window.sees(CANARY).await;
    window.press_beginning(CANARY).await;
    has_lines(&window, 8).await;
    window.press("Remove this drawing").await;
    window.sees("Removed").await;
    window.sees_no_more(CANARY).await;
    window.press("Undo").await;
    window.sees(CANARY).await;
}

fn checksum(bytes: &[u8]) -> [u8; 4] {
    let step = |sum: u32| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
    let sum =
        bytes.iter().fold(u32::MAX, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), |sum, _| step(sum)));
    (!sum).to_be_bytes()
}

fn chunk(name: &[u8], body: &[u8]) -> Vec<u8> {
    let named = [name, body].concat();
    [&u32::try_from(body.len()).unwrap().to_be_bytes(), named.as_slice(), &checksum(&named)].concat()
}

/// A grey picture of 240 by 180 dots that spell the canary, not compressed.
fn photo() -> Vec<u8> {
    let line: Vec<u8> = [0].into_iter().chain(IN_THE_PHOTO.bytes().cycle().take(240)).collect();
    let dots = line.repeat(180);
    let (mut low, mut high) = (1_u32, 0_u32);
    for byte in &dots {
        low = (low + u32::from(*byte)) % 65_521;
        high = (high + low) % 65_521;
    }
    let size = u16::try_from(dots.len()).unwrap();
    let stored = [&[0x78, 0x01, 0x01], size.to_le_bytes().as_slice(), &(!size).to_le_bytes(), &dots].concat();
    let data = [stored.as_slice(), &(high << 16 | low).to_be_bytes()].concat();
    let head = [240_u32.to_be_bytes().as_slice(), &180_u32.to_be_bytes(), &[8, 0, 0, 0, 0]].concat();
    let taken = chunk(b"tEXt", b"Comment\0taken behind the old mill");
    let signature = b"\x89PNG\r\n\x1a\n".to_vec();
    [signature, chunk(b"IHDR", &head), taken, chunk(b"IDAT", &data), chunk(b"IEND", b"")].concat()
}

/// Three seconds of sound, whose samples spell the canary.
fn sound() -> Vec<u8> {
    let samples: Vec<u8> = IN_THE_SOUND.bytes().cycle().take(8_000 * 3).collect();
    let size = u32::try_from(samples.len()).unwrap();
    let mut wav = b"RIFF".to_vec();
    wav.extend((36 + size).to_le_bytes());
    wav.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    wav.extend(8_000_u32.to_le_bytes());
    wav.extend(8_000_u32.to_le_bytes());
    wav.extend(b"\x01\0\x08\0data");
    wav.extend(size.to_le_bytes());
    wav.extend(samples);
    wav
}

/// Adds files to the newest page of the journal while the window is closed. What the app opens it closes outside of any
/// runtime: the keystore's connection waits when it goes.
fn add(phone: &Phone, files: Vec<Vec<u8>>) {
    let folder = phone.data_dir();
    let adding = std::thread::spawn(move || {
        let chosen = tempfile::tempdir().unwrap();
        let cairn = Cairn::new(Platform::system(folder));
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            cairn.start().await;
            let entry = cairn.journal(None).await.unwrap().lines[0].entry.id.clone();
            for (nth, bytes) in files.into_iter().enumerate() {
                let path: PathBuf = chosen.path().join(nth.to_string());
                fs::write(&path, bytes).unwrap();
                let adding = cairn.add_piece(entry.clone(), path).await.unwrap();
                assert!(matches!(adding, Adding::Added(_)), "{adding:?}");
            }
        });
        drop(runtime);
        drop(cairn);
    });
    adding.join().unwrap();
}

/// Starts the window with a page on which a photo and a voice note hang.
async fn with_photo_and_sound(phone: &Phone) {
    let window = phone.start(&["--practice"], &[]).await;
    a_page(&window).await;
    // A page on which there is nothing would be gone at the next start.
    window.types("Your words", "By the water.").await;
    window.sees_no_more("while you type").await;
    window.sees("Saved on this phone").await;
    window.kill();
    add(phone, vec![photo(), sound()]);
}

#[tokio::test]
async fn a_photo_is_seen_and_is_in_no_file_in_clear() {
    let phone = Phone::new();
    with_photo_and_sound(&phone).await;
    let window = phone.start(&[], &[]).await;
    the_page_again(&window).await;
    let seen = "const image = document.querySelector(arguments[0]);
        return image ? [image.naturalWidth, image.naturalHeight] : null;";
    for selector in [".thumb img", "img.photo"] {
        eventually(selector, async || {
            let found = window.client.execute(seen, vec![json!(selector)]).await.unwrap();
            (found == json!([240, 180])).then_some(())
        })
        .await;
        if selector == ".thumb img" {
            window.press_beginning("Photo").await;
            window.sees("Where and when it was taken is not kept with it.").await;
        }
    }
    let fetch = "const [path, range, done] = arguments;
        fetch(path, range ? { headers: { Range: range } } : {}).then(
            async answer => done([answer.status, answer.headers.get('content-type'), (await answer.blob()).size]),
            () => done('refused'));";
    let path = asks(&window, "return document.querySelector('img.photo').getAttribute('src');").await;
    let get = async |path: Value, range: Value| {
        window.client.execute_async(fetch, vec![path, range]).await.unwrap()
    };
    let whole = photo().len() - chunk(b"tEXt", b"Comment\0taken behind the old mill").len();
    assert_eq!(get(path.clone(), Value::Null).await, json!([200, "image/png", whole]));
    assert_eq!(get(path.clone(), json!("bytes=10-19")).await, json!([206, "image/png", 10]));
    assert_eq!(get(json!("/pieces/nobody"), Value::Null).await[0], json!(404));
    assert_eq!(get(json!("/pieces/../etc/hostname"), Value::Null).await, json!("refused"));
    assert_eq!(get(json!("/fonts/literata-latin.woff2"), Value::Null).await, json!("refused"));
    window.kill();
    assert!(phone.keeps_secret(IN_THE_PHOTO), "the picture lies somewhere in clear");
    fs::write(phone.data_dir().with_extension("page").join("planted"), photo()).unwrap();
    assert!(!phone.keeps_secret(IN_THE_PHOTO), "control: planted, it is found");
}

#[tokio::test]
async fn a_voice_note_is_heard_or_it_is_said_that_it_cannot_be() {
    let phone = Phone::new();
    with_photo_and_sound(&phone).await;
    let window = phone.start(&[], &[]).await;
    the_page_again(&window).await;
    window.press_beginning("Voice note").await;
    window.sees("saved on this phone").await;
    let ask = "const player = document.querySelector('audio');
        return [player.duration || 0, player.hidden, document.getElementById('cannot-play').hidden];";
    let found = eventually("the voice note", async || {
        let found = asks(&window, ask).await;
        (found[0].as_f64() > Some(0.0) || found[1] == json!(true)).then_some(found)
    })
    .await;
    assert_eq!(found[1], json!(found[2] == json!(false)), "either it plays or it is said");
    if found[1] == json!(false) {
        asks(&window, "document.querySelector('audio').muted = true;").await;
        window.sees("Length: ").await;
        window.press_beginning("Listen").await;
        let heard =
            "const [player, place] = ['audio', '[data-place]'].map(one => document.querySelector(one));
            return [player.currentTime, Number(place.value)];";
        eventually("what is heard", async || {
            let heard = asks(&window, heard).await;
            [&heard[0], &heard[1]].iter().all(|at| at.as_f64() > Some(0.2)).then_some(())
        })
        .await;
    }
    let open = fs::read_dir("/proc").unwrap().filter_map(Result::ok).flat_map(|process| {
        let files = fs::read_dir(process.path().join("fd")).into_iter().flatten().filter_map(Result::ok);
        files.filter_map(|file| fs::read_link(file.path()).ok()).collect::<Vec<_>>()
    });
    let on_disk: Vec<_> = open.filter(|path| path.to_string_lossy().contains("WebKit-Media")).collect();
    assert_eq!(on_disk, Vec::<PathBuf>::new(), "the sound is written to the disk while it plays");
    window.kill();
    assert!(phone.keeps_secret(IN_THE_SOUND), "the sound lies somewhere in clear");
}

/// A recorder of this name, whose microphone hums on and on as quick as speech.
fn humming(phone: &Phone) -> (&'static str, OsString) {
    let folder = phone.home().join("bin");
    fs::create_dir_all(&folder).unwrap();
    let (program, hum) = (folder.join("pw-record"), folder.join("hum"));
    fs::write(&program, format!("#!/bin/sh\nwhile head -c 3200 '{}'; do sleep 0.1; done\n", hum.display()))
        .unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    fs::write(&hum, "hum ".repeat(1_000)).unwrap();
    let path = std::env::var_os("PATH").unwrap();
    ("PATH", std::env::join_paths([folder].into_iter().chain(std::env::split_paths(&path))).unwrap())
}

/// Seconds of the voice note the page shows.
async fn length(window: &Running) -> f64 {
    eventually("the voice note", async || {
        let ask = "const player = document.querySelector('audio'); return player && player.duration || 0;";
        asks(window, ask).await.as_f64().filter(|length| *length > 0.0)
    })
    .await
}

#[tokio::test]
async fn what_was_said_is_recorded_and_survives_a_kill() {
    let phone = Phone::new();
    let recorder = humming(&phone);
    let window = phone.start(&["--practice"], std::slice::from_ref(&recorder)).await;
    a_page(&window).await;
    window.press("Record a voice note").await;
    window.sees("Recording since").await;
    window.is_accessible().await;
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    window.press("Stop").await;
    window.sees_no_more("Recording since").await;
    window.press_beginning("Voice note").await;
    let said = length(&window).await;
    assert!((0.5..20.0).contains(&said), "{said} seconds");
    window.press("Remove").await;
    window.sees("Removed").await;

    window.press("Record a voice note").await;
    window.sees("Recording since").await;
    tokio::time::sleep(Duration::from_secs(6)).await;
    window.kill();
    let window = phone.start(&[], &[recorder]).await;
    the_page_again(&window).await;
    window.press_beginning("Voice note").await;
    let said = length(&window).await;
    assert!((2.0..20.0).contains(&said), "{said} seconds of six are left");
}

/// Every screen of it, measured and kept as a picture.
async fn looked_at(look: Look) {
    let phone = Phone::new();
    with_photo_and_sound(&phone).await;
    let window = look.at(&phone, &[], &[]).await;
    the_page_again(&window).await;
    window.press("Draw").await;
    window.sees("Each line is saved on this phone.").await;
    look.of(&window, "drawing-blank").await;
    draws(&window, &[(0.1, 0.6), (0.3, 0.4), (0.5, 0.6), (0.7, 0.4), (0.9, 0.6)]).await;
    window.press("Add a shape without drawing").await;
    window.pick("Orange").await;
    window.press("Put it on the paper").await;
    has_lines(&window, 2).await;
    window.types("What is it? In your words", "The sea, and the sun above it").await;
    look.of(&window, "drawing").await;
    // What was drawn lies above the fold by now.
    asks(&window, "document.getElementById('paper').scrollIntoView({block: 'center', behavior: 'instant'});")
        .await;
    look.of(&window, "drawing-paper").await;
    window.back().await;
    window.sees("The sea, and the sun above it").await;
    asks(&window, "document.querySelector('.pieces').scrollIntoView({block: 'start', behavior: 'instant'});")
        .await;
    look.of(&window, "page-with-pieces").await;
    window.press_beginning("Photo").await;
    window.sees("Where and when").await;
    look.of(&window, "piece-photo").await;
    window.back().await;
    window.press_beginning("Voice note").await;
    window.sees("saved on this phone").await;
    look.of(&window, "piece-voice").await;
}

#[tokio::test]
async fn pieces_in_the_light() {
    looked_at(LIGHT).await;
}

#[tokio::test]
async fn pieces_in_the_dark() {
    looked_at(DARK).await;
}

#[tokio::test]
async fn pieces_narrow_with_large_text() {
    looked_at(LARGE).await;
}

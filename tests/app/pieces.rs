//! Photos, voice notes and drawings through the app's own door: refused before anything is copied, cleaned, kept and gone.

use crate::world::{Phone, practising};
use cairn::{
    app::{Adding, AppError, Cairn, read::ByteRange},
    care::{
        Id, Private,
        journal::{Colour, Line, LineWidth, Media, NotTaken, Point},
    },
};
use chrono::TimeDelta;
use std::{fs, path::PathBuf, sync::atomic::Ordering};

const CANARY: &str = "canary by the lighthouse";

fn chunk(name: &[u8], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).unwrap().to_be_bytes();
    [length.as_slice(), name, body, b"crc!"].concat()
}

/// Built like a PNG, with a note on where it was taken and so many bytes of picture.
pub fn photo(bytes: usize) -> Vec<u8> {
    let signature = b"\x89PNG\r\n\x1a\n".to_vec();
    let (head, note) = (chunk(b"IHDR", b"size and depth"), chunk(b"tEXt", CANARY.as_bytes()));
    [signature, head, note, chunk(b"IDAT", &vec![7; bytes]), chunk(b"IEND", b"")].concat()
}

fn file(phone: &Phone, bytes: &[u8]) -> PathBuf {
    let path = phone.chosen("a name that says too much.txt");
    fs::write(&path, bytes).unwrap();
    path
}

async fn added(app: &Cairn, entry: &Id, path: PathBuf) -> Id {
    match app.add_piece(entry.clone(), path).await.unwrap() {
        Adding::Added(id) => id,
        Adding::Refused(why) => panic!("{why:?}"),
    }
}

async fn refused(app: &Cairn, entry: &Id, path: PathBuf) -> NotTaken {
    match app.add_piece(entry.clone(), path).await.unwrap() {
        Adding::Refused(why) => why,
        Adding::Added(_) => panic!("it was added"),
    }
}

#[tokio::test]
async fn a_photo_is_kept_without_the_notes_it_carried_and_read_in_parts() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let entry = app.begin_entry(None).await.unwrap();
    let given = photo(200_000);
    let id = added(&app, &entry, file(&phone, &given)).await;
    let whole = app.piece_bytes(id.clone(), None).await.unwrap().unwrap();
    assert_eq!((whole.media, whole.size), (Media::Png, whole.bytes.len() as u64));
    assert_eq!(whole.bytes.len(), given.len() - chunk(b"tEXt", CANARY.as_bytes()).len());
    assert!(!whole.bytes.windows(CANARY.len()).any(|window| window == CANARY.as_bytes()));
    let range = |from, to| Some(ByteRange { from, to });
    let part = app.piece_bytes(id.clone(), range(65_530, Some(65_545))).await.unwrap().unwrap();
    assert!(part.from == 65_530 && part.bytes == whole.bytes[65_530..=65_545]);
    let rest = app.piece_bytes(id.clone(), range(199_000, None)).await.unwrap().unwrap();
    assert!(rest.bytes == whole.bytes[199_000..]);
    assert_eq!(app.piece_bytes(id.clone(), range(whole.size, None)).await.unwrap(), None, "it ends before");
    let list = app.pieces(entry).await.unwrap();
    let all = app.sync_state().await.unwrap().pieces;
    assert_eq!((list.pieces.len(), all), (1, whole.size));
    for (path, bytes) in phone.files() {
        let clear = [CANARY.as_bytes(), b"a name that says", &[7; 64]]
            .into_iter()
            .any(|canary| bytes.windows(canary.len()).any(|window| window == canary));
        let chosen = path.to_string_lossy().contains("chosen");
        assert!(chosen || !clear, "in clear in {}", path.display());
    }
}

#[tokio::test]
async fn what_is_not_taken_is_said_and_leaves_nothing() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let entry = app.begin_entry(None).await.unwrap();
    let cases: [(Vec<u8>, NotTaken); 6] = [
        (Vec::new(), NotTaken::Empty),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), NotTaken::OtherKind),
        (b"\0\0\0\x18ftypheic\0\0\0\0".to_vec(), NotTaken::Heic),
        (photo(90_000)[..80_000].to_vec(), NotTaken::Broken),
        (photo(21 * 1024 * 1024), NotTaken::TooLarge { most: 20 * 1024 * 1024 }),
        (
            [b"%PDF-1.7".to_vec(), vec![0; 30 * 1024 * 1024]].concat(),
            NotTaken::TooLarge { most: 30 * 1024 * 1024 },
        ),
    ];
    for (bytes, why) in cases {
        assert_eq!(refused(&app, &entry, file(&phone, &bytes)).await, why);
    }
    assert_eq!(refused(&app, &entry, phone.chosen("no-such-file")).await, NotTaken::Unread);
    assert_eq!(refused(&app, &entry, phone.chosen("")).await, NotTaken::Unread, "a folder");
    let list = app.pieces(entry).await.unwrap();
    assert!(list.pieces.is_empty() && app.sync_state().await.unwrap().pieces == 0);
}

#[tokio::test]
async fn words_for_a_piece_are_kept_and_taken_away_again() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let entry = app.begin_entry(None).await.unwrap();
    let id = added(&app, &entry, file(&phone, &photo(9))).await;
    let title = async || app.piece(id.clone()).await.unwrap().unwrap().piece.title;
    app.name_piece(id.clone(), Private::new("The sea")).await.unwrap();
    assert_eq!(title().await, Some(Private::new("The sea")));
    app.name_piece(id.clone(), Private::new("  ")).await.unwrap();
    assert_eq!(title().await, None);
}

#[tokio::test]
async fn a_removed_piece_comes_back_for_a_while_and_is_gone_after_the_next_start() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let entry = app.begin_entry(None).await.unwrap();
    let id = added(&app, &entry, file(&phone, &photo(9))).await;
    app.remove_piece(id.clone()).await.unwrap();
    assert_eq!(app.piece_bytes(id.clone(), None).await.unwrap(), None);
    app.purge_pieces().await.unwrap();
    app.bring_piece_back(id.clone()).await.unwrap();
    assert!(app.piece(id.clone()).await.unwrap().is_some());
    app.remove_piece(id.clone()).await.unwrap();
    phone.clock.forward(TimeDelta::seconds(31));
    app.purge_pieces().await.unwrap();
    assert!(matches!(app.bring_piece_back(id).await, Err(AppError::TooLate)));

    let second = added(&app, &entry, file(&phone, &photo(9))).await;
    app.remove_piece(second.clone()).await.unwrap();
    drop(app);
    let app = phone.app();
    app.start().await;
    assert!(matches!(app.bring_piece_back(second).await, Err(AppError::TooLate)));
}

fn line(x: i32) -> Line {
    let points = (0..50).map(|step| Point::new(x, step * 10)).collect();
    Line { colour: Colour::Red, width: LineWidth::Medium, points, goes_on: false }
}

#[tokio::test]
async fn a_drawing_is_there_after_a_restart_with_its_last_stroke() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let entry = app.begin_entry(None).await.unwrap();
    let id = app.begin_drawing(entry.clone()).await.unwrap();
    assert!(app.draw(id.clone(), vec![line(100), line(200)]).await.unwrap());
    app.take_stroke_back(id.clone()).await.unwrap();
    app.put_stroke_forward(id.clone()).await.unwrap();
    app.name_piece(id.clone(), Private::new("<b>me</b>")).await.unwrap();
    drop(app);
    let app = phone.app();
    app.start().await;
    let drawing = app.drawing(id.clone()).await.unwrap().unwrap();
    let starts: Vec<u16> = drawing.strokes.iter().map(|stroke| stroke.line.points[0].x()).collect();
    assert_eq!(starts, [100, 200]);
    assert_eq!(drawing.strokes[0].line.points.len(), 2, "a straight line needs no more");
    let image = cairn::care::journal::image(&drawing.strokes, Some("<b>me</b>"));
    assert!(image.contains("points=\"200,0 200,490\"") && !image.contains("<b>"));
    assert_eq!(app.piece_bytes(id.clone(), None).await.unwrap(), None, "a drawing has no bytes to be served");

    let instead = app.start_drawing_over(id.clone()).await.unwrap().unwrap();
    let empty = app.drawing(instead.clone()).await.unwrap().unwrap();
    assert!(empty.strokes.is_empty() && app.drawing(id.clone()).await.unwrap().is_none());
    assert_eq!(empty.piece.title.unwrap().reveal(), "<b>me</b>");
    app.bring_drawing_back(id.clone(), instead).await.unwrap();
    assert_eq!(app.drawing(id).await.unwrap().unwrap().strokes.len(), 2);
    let pieces = app.pieces(entry).await.unwrap().pieces;
    assert!(pieces.len() == 1 && pieces[0].strokes.len() == 2, "the empty one is gone");
}

#[tokio::test]
async fn a_drawing_that_was_started_over_comes_back_also_after_a_hand_touched_the_paper() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let entry = app.begin_entry(None).await.unwrap();
    let id = app.begin_drawing(entry.clone()).await.unwrap();
    app.draw(id.clone(), vec![line(100), line(200)]).await.unwrap();
    let instead = app.start_drawing_over(id.clone()).await.unwrap().unwrap();
    app.draw(instead.clone(), vec![line(300)]).await.unwrap();
    app.bring_drawing_back(id.clone(), instead.clone()).await.unwrap();
    assert_eq!(app.drawing(id.clone()).await.unwrap().unwrap().strokes.len(), 2);
    assert_eq!(
        app.drawing(instead.clone()).await.unwrap().unwrap().strokes.len(),
        1,
        "nothing drawn is lost"
    );
    assert_eq!(app.start_drawing_over(Id::new("gone").unwrap()).await.unwrap(), None);

    let last = app.start_drawing_over(instead.clone()).await.unwrap().unwrap();
    phone.clock.forward(TimeDelta::minutes(1));
    app.purge_pieces().await.unwrap();
    let late = app.bring_drawing_back(instead, last).await;
    assert!(matches!(late, Err(AppError::TooLate)), "{late:?}");
}

#[tokio::test]
async fn a_recording_that_is_stopped_before_it_began_listens_to_nothing() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let entry = app.begin_entry(None).await.unwrap();
    phone.microphone.slow.store(true, Ordering::SeqCst);
    let (recorder, on) = (app.clone(), entry.clone());
    let recording = tokio::spawn(async move { recorder.record_voice(on).await });
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    app.stop_recording().await.unwrap();
    phone.microphone.slow.store(false, Ordering::SeqCst);
    let ended = tokio::time::timeout(std::time::Duration::from_secs(20), recording).await;
    assert_eq!(ended.expect("it listens on").unwrap().unwrap(), None);
    assert_eq!(phone.microphone.listening.load(Ordering::SeqCst), 0);
    assert!(app.pieces(entry.clone()).await.unwrap().pieces.is_empty());

    let recorder = app.clone();
    let recording = tokio::spawn(async move { recorder.record_voice(entry).await });
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    assert_eq!(phone.microphone.listening.load(Ordering::SeqCst), 1, "the next one does");
    app.stop_recording().await.unwrap();
    assert!(recording.await.unwrap().unwrap().is_some());
}

#[tokio::test]
async fn a_voice_note_is_recorded_until_it_is_stopped_and_is_a_true_wav() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let entry = app.begin_entry(None).await.unwrap();
    let (recorder, on) = (app.clone(), entry.clone());
    let recording = tokio::spawn(async move { recorder.record_voice(on).await });
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    assert!(app.pieces(entry.clone()).await.unwrap().pieces.is_empty(), "nothing half is seen");
    app.stop_recording().await.unwrap();
    let id = recording.await.unwrap().unwrap().unwrap();
    let kept = app.piece_bytes(id, None).await.unwrap().unwrap();
    let number = |at: usize| u32::from_le_bytes(kept.bytes[at..at + 4].try_into().unwrap());
    assert_eq!((kept.media, kept.size), (Media::Wav, kept.bytes.len() as u64));
    assert_eq!((number(4), number(24)), (u32::try_from(kept.size).unwrap() - 8, 16_000));
    assert_eq!(number(40), u32::try_from(kept.size).unwrap() - 44);
    assert!(kept.size > 44 && kept.bytes[44..].chunks_exact(2).all(|sample| sample == [0x39, 0x05]));
}

#[tokio::test]
async fn a_second_recording_ends_the_first_and_both_are_kept() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let entry = app.begin_entry(None).await.unwrap();
    let (first, on) = (app.clone(), entry.clone());
    let going = tokio::spawn(async move { first.record_voice(on).await });
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    let (second, on) = (app.clone(), entry.clone());
    let next = tokio::spawn(async move { second.record_voice(on).await });
    assert!(going.await.unwrap().unwrap().is_some(), "another one stops it, and it is kept");
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    app.stop_recording().await.unwrap();
    assert!(next.await.unwrap().unwrap().is_some());
    assert_eq!(app.pieces(entry).await.unwrap().pieces.len(), 2);
}

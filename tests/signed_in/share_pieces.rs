//! A photo and a drawing shared with a real clinic: what arrives is byte for byte what the preview showed, once, and is gone
//! with the withdrawal; and what waits is not sent once its page is deleted.

use crate::{
    given::{let_it_go, patient},
    share::{IS_SENT, IS_WITHDRAWN, SHARED, becomes, fault_words, share, standing, there},
    support::{Clinic, Fault, is_in},
    world::Phone,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use cairn::{
    app::{Adding, Cairn, NewShare},
    care::{
        Id, Private,
        journal::{Colour, Line, LineWidth, Point, image, share::Standing},
    },
};
use serde_json::{Value, json};

const TAKEN: &str = "taken behind the old mill";
const TITLE: &str = "A door & <the> sea";

fn chunk(name: &[u8], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).unwrap().to_be_bytes();
    [length.as_slice(), name, body, b"crc!"].concat()
}

/// Built like a PNG, with notes on where it was taken, larger than one chunk of the store.
fn photo() -> Vec<u8> {
    let dots: Vec<u8> = (0..150_000_u32).map(|at| ((at * 7919) >> 3).to_le_bytes()[0]).collect();
    let notes = [chunk(b"tEXt", TAKEN.as_bytes()), chunk(b"eXIf", TAKEN.as_bytes())].concat();
    let signature = b"\x89PNG\r\n\x1a\n".to_vec();
    [signature, chunk(b"IHDR", b"size and depth"), notes, chunk(b"IDAT", &dots), chunk(b"IEND", b"")].concat()
}

/// A page with a photo and a drawing; answers it with both.
async fn page(phone: &Phone, app: &Cairn) -> (Id, Id, Id) {
    let page = app.begin_entry(None).await.unwrap();
    let file = phone.chosen("photo");
    std::fs::write(&file, photo()).unwrap();
    let Adding::Added(photo) = app.add_piece(page.clone(), file).await.unwrap() else { panic!("not added") };
    let drawing = app.begin_drawing(page.clone()).await.unwrap();
    let points = [(10, 20), (300, 450), (900, 30)].map(|(x, y)| Point::new(x, y));
    let line =
        Line { colour: Colour::Blue, width: LineWidth::Broad, goes_on: false, points: points.to_vec() };
    assert!(app.draw(drawing.clone(), vec![line]).await.unwrap());
    app.name_piece(drawing.clone(), Private::new(TITLE)).await.unwrap();
    (page, photo, drawing)
}

/// The attachments of a record: media type, title and bytes.
fn attachments(record: &Value) -> Vec<(String, Option<String>, Vec<u8>)> {
    let all = record["content"].as_array().unwrap().iter().map(|one| &one["attachment"]);
    all.map(|one| {
        let bytes = STANDARD.decode(one["data"].as_str().unwrap_or_default()).unwrap();
        assert!(one["data"].is_null() || one["size"] == json!(bytes.len()));
        let title = one["title"].as_str().map(str::to_owned);
        (one["contentType"].as_str().unwrap_or_default().to_owned(), title, bytes)
    })
    .collect()
}

#[tokio::test]
async fn pictures_arrive_byte_for_byte_as_the_preview_showed_them() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    let (page, photo_id, drawing) = page(&phone, &app).await;
    let view = app.share_view(page.clone()).await.unwrap().unwrap();
    let photo_shown = app.piece_bytes(photo_id.clone(), None).await.unwrap().unwrap().bytes;
    let (_, strokes) = view.drawings.iter().find(|(id, _)| *id == drawing).unwrap();
    let drawing_shown = image(strokes, Some(TITLE)).into_bytes();
    let pieces = [photo_id, drawing].into();
    // Each request in turn does its work and its answer is lost.
    clinic.fault(&person, "PUT", "^/DocumentReference/", 2, Fault::Drop).await;
    clinic.fault(&person, "GET", "^/DocumentReference/", 1, Fault::Drop).await;
    let record = app.share(NewShare { entry: page, words: None, whole: false, pieces }).await.unwrap();
    becomes(&phone, &app, &record, IS_SENT).await;

    let found = there(clinic, &person).await;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["meta"]["versionId"], json!("2"), "the place, the pictures, and nothing after");
    let arrived = attachments(&found[0]);
    assert_eq!(arrived.len(), 2, "each its own");
    assert!(arrived[0] == ("image/png".to_owned(), None, photo_shown.clone()));
    assert_eq!(arrived[1].0, "image/svg+xml");
    assert_eq!((arrived[1].1.as_deref(), &arrived[1].2), (Some(TITLE), &drawing_shown));
    // The control: it is the photo that was chosen, but for its notes.
    let notes = chunk(b"tEXt", TAKEN.as_bytes()).len() * 2;
    assert!(photo().windows(TAKEN.len()).any(|window| window == TAKEN.as_bytes()));
    assert!(!photo_shown.windows(TAKEN.len()).any(|window| window == TAKEN.as_bytes()));
    assert_eq!(photo_shown.len(), photo().len() - notes);

    clinic.fault(&person, "PUT", "^/DocumentReference/", 1, Fault::Drop).await;
    app.withdraw_share(record.clone()).await.unwrap();
    becomes(&phone, &app, &record, IS_WITHDRAWN).await;
    let left = there(clinic, &person).await;
    assert_eq!((left.len(), &left[0]["status"]), (1, &json!("entered-in-error")));
    assert!(attachments(&left[0]).iter().all(|(_, _, bytes)| bytes.is_empty()), "no picture is left");
}

/// The page of what was shared as this record.
async fn page_of(app: &Cairn, record: &Id) -> Id {
    let all = app.shared(1).await.unwrap().lines;
    all.into_iter().find(|line| line.shared.record == *record).unwrap().shared.entry
}

#[tokio::test]
async fn what_waits_is_not_sent_once_its_page_is_deleted() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    let (gone, away) = (share(&app).await, share(&app).await);
    let (gone_page, away_page) = (page_of(&app, &gone).await, page_of(&app, &away).await);
    app.remove_entry(gone_page.clone()).await.unwrap();
    app.remove_entry(away_page.clone()).await.unwrap();
    app.purge_entry(gone_page).await.unwrap();
    assert_eq!(standing(&app, &gone).await, Standing::TakenBack);
    let control = share(&app).await;
    becomes(&phone, &app, &control, IS_SENT).await;
    assert_eq!(clinic.times_sent(&person, SHARED).await, 1, "the control alone; what is away waits");
    app.bring_entry_back(away_page).await.unwrap();
    becomes(&phone, &app, &away, IS_SENT).await;
    assert_eq!(there(clinic, &person).await.len(), 2, "the control and what came back");
}

#[tokio::test]
async fn what_was_under_way_when_its_page_was_deleted_is_withdrawn() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    fault_words(clinic, &person, 1, Fault::Delay(2500)).await;
    let record = share(&app).await;
    let page = page_of(&app, &record).await;
    let_it_go(&phone, &app);
    let under_way = async || (clinic.times_sent(&person, SHARED).await > 0).then_some(());
    crate::support::eventually("it to be under way", under_way).await;
    app.remove_entry(page.clone()).await.unwrap();
    app.purge_entry(page).await.unwrap();
    assert_eq!(standing(&app, &record).await, Standing::WithdrawalWaits);
    becomes(&phone, &app, &record, IS_WITHDRAWN).await;
    let found = there(clinic, &person).await;
    assert_eq!((found.len(), &found[0]["status"]), (1, &json!("entered-in-error")));
    assert!(!is_in(&found[0], SHARED));
}

#[tokio::test]
async fn a_kill_after_the_deletion_sends_nothing_either() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    let record = share(&app).await;
    let page = page_of(&app, &record).await;
    app.remove_entry(page).await.unwrap();
    drop(app);
    let app = crate::given::in_the_hand_of(&phone, clinic, &person).await;
    assert_eq!(standing(&app, &record).await, Standing::TakenBack, "nobody can bring it back any more");
    let control = share(&app).await;
    becomes(&phone, &app, &control, IS_SENT).await;
    assert_eq!(clinic.times_sent(&person, SHARED).await, 1, "the control alone");
}

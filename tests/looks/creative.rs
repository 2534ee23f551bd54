//! The moments in which a patient draws, looks at a photo, listens to a voice note, and adds to a page.

use crate::{
    samples::*,
    scenes::{Named, Scene},
};
use cairn::{
    app::read::*,
    care::{
        Id, Private,
        journal::{
            Colour, Entry, LARGEST_DRAWING, Line, LineWidth, Media, NotTaken, Piece, Shape, Spot, Stroke,
        },
    },
    ui::{
        here::{JustDone, TakeBack},
        navigation::Screen,
        screens::*,
    },
};
use dioxus::prelude::*;

fn piece(name: &str, media: Media, title: Option<&str>, size: u64) -> Piece {
    Piece { id: id(name), entry: id("entry"), media, title: title.map(Private::new), made: now(), size }
}

pub(crate) fn strokes() -> Vec<Stroke> {
    let shapes =
        [(Shape::Wave, 7, Colour::Blue), (Shape::Circle, 1, Colour::Orange), (Shape::Heart, 4, Colour::Red)];
    let stroke = |(place, (shape, spot, colour)): (i64, (Shape, u8, Colour))| {
        let points = shape.at(Spot::of_number(spot).unwrap());
        Stroke { place, line: Line { colour, width: LineWidth::Medium, points, goes_on: false } }
    };
    (1..).zip(shapes).map(stroke).collect()
}

fn page(pieces: Vec<PieceView>, state: AddState, recording: Option<&str>) -> Scene {
    let recording = recording.map(str::to_owned);
    let entry = Entry {
        id: id("entry"),
        at: now(),
        zone: zone(),
        changed: now(),
        words: Private::new(CANARY),
        visit: None,
        phase: None,
        prompt: None,
        intention: None,
        mood: None,
    };
    let (model, pieces) = (opened(entry), Pieces { pieces, can_record: true });
    let page = move || {
        let list = rsx! {
            PieceList { model: pieces.clone(), state, on_draw: |()| (), on_record: |()| (), on_stop: |()| (), recording: recording.clone(), on_file: |_| () }
        };
        page_with(model.clone(), list)
    };
    Scene::at(&[Screen::Journal, Screen::Entry(id("entry"))], page)
}

fn one(model: Piece) -> Scene {
    let screen = Screen::Piece(model.id.clone());
    let page = move || rsx! { PiecePage { model: model.clone(), on_title: |_| (), on_remove: |()| () } };
    Scene::at(&[Screen::Journal, Screen::Entry(id("entry")), screen], page)
}

fn drawing(model: DrawingView, kept: Option<Kept>) -> Scene {
    let page = move || {
        rsx! {
            DrawingPage {
                model: model.clone(),
                kept,
                on_line: |_| (),
                on_back: |()| (),
                on_forward: |()| (),
                on_over: |()| (),
                on_title: |_| (),
                on_remove: |()| (),
            }
        }
    };
    Scene::at(&[Screen::Journal, Screen::Entry(id("entry")), Screen::Drawing(drawn_id())], page)
}

fn drawn_id() -> Id {
    id("drawing")
}

pub(crate) fn pictures_and_voice() -> Vec<Named> {
    let drawn = |title: Option<&str>, size| piece("drawing", Media::Drawing, title, size);
    let plain = |piece: Piece| PieceView { piece, strokes: Vec::new() };
    let pieces = vec![
        PieceView { piece: drawn(Some(CANARY), 900), strokes: strokes() },
        plain(piece("photo", Media::Jpeg, None, 3_400_000)),
        plain(piece("voice", Media::Mp4, Some("What I said in the car"), 812_000)),
        plain(piece("file", Media::Pdf, None, 120_000)),
    ];
    let view =
        |strokes, taken_back, size| DrawingView { piece: drawn(Some(CANARY), size), strokes, taken_back };
    let too_large = AddState::Refused(NotTaken::TooLarge { most: 20 * 1024 * 1024 });
    let blank = DrawingView { piece: drawn(None, 0), strokes: Vec::new(), taken_back: 0 };
    let mut over = drawing(view(Vec::new(), 0, 0), Some(Kept::Saved));
    over.just_done = Some(JustDone {
        said: "The paper is empty".into(),
        undo: Some(TakeBack::Drawing { before: drawn_id(), instead: drawn_id() }),
    });
    vec![
        ("page-with-pieces", page(pieces.clone(), AddState::Added, None)),
        ("page-copying", page(Vec::new(), AddState::Copying, None)),
        ("page-too-large", page(pieces.clone(), too_large, None)),
        ("page-recording", page(pieces, AddState::Nothing, Some("6:40 pm"))),
        ("piece-photo", one(piece("photo", Media::Jpeg, Some(CANARY), 3_400_000))),
        ("piece-voice", one(piece("voice", Media::Mp4, None, 812_000))),
        ("piece-file", one(piece("file", Media::Pdf, None, 120_000))),
        ("drawing", drawing(view(strokes(), 0, 900), Some(Kept::Saved))),
        ("drawing-blank", drawing(blank, None)),
        ("drawing-over", over),
        ("drawing-not-saved", drawing(view(strokes(), 1, 900), Some(Kept::NotSaved))),
        ("drawing-full", drawing(view(strokes(), 0, LARGEST_DRAWING), Some(Kept::Saved))),
    ]
}

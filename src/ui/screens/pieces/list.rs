//! What hangs on a page, each with its words and its size, and three ways to add to it.

use super::{size, unnamed};
use crate::{
    app::read::{PieceView, Pieces},
    care::{
        Private,
        journal::{NotTaken, PieceKind},
    },
    ui::{
        here::{use_here, use_shell},
        navigation::Screen,
        page::PIECE_FOLDER,
        parts::{Button, Icon, Sign, Sketch, Tone, megabytes},
        words::{Key, Words},
    },
};
use dioxus::prelude::*;
use std::path::PathBuf;

/// How adding a file stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AddState {
    #[default]
    Nothing,
    Copying,
    Added,
    /// A recording in which nothing arrived.
    Silent,
    /// A recording that did not begin.
    NotRecorded,
    Refused(NotTaken),
}

/// The list, as a part of a page of the journal.
#[component]
pub fn PieceList(
    model: Pieces,
    state: AddState,
    /// Since when a voice note is being recorded.
    #[props(default)]
    recording: Option<String>,
    on_record: EventHandler<()>,
    on_stop: EventHandler<()>,
    on_draw: EventHandler<()>,
    /// A file was chosen.
    on_file: EventHandler<PathBuf>,
) -> Element {
    let words = use_here().words();
    rsx! {
        section { class: "stack", "aria-labelledby": "pieces",
            h2 { id: "pieces", {words.get("pieces")} }
            if !model.pieces.is_empty() {
                ul { class: "pieces",
                    for piece in model.pieces {
                        Line { key: "{piece.piece.id}", piece }
                    }
                }
            }
            if let Some(since) = recording {
                div { class: "note", role: "status",
                    p { {words.with("piece-recording", [("time", since.into())])} }
                    Button {
                        tone: Tone::First,
                        wide: true,
                        label: words.get("piece-stop"),
                        on_press: move |()| on_stop.call(()),
                    }
                }
            } else if model.can_record {
                Button { wide: true, label: words.get("piece-record"), on_press: move |()| on_record.call(()) }
            }
            div { class: "buttons",
                Button { label: words.get("piece-draw"), on_press: move |()| on_draw.call(()) }
                Choose { id: "add-photo", label: words.get("piece-add-photo"), accept: PHOTOS, on_file }
                Choose { id: "add-voice", label: words.get("piece-add-voice"), accept: SOUNDS, on_file }
            }
            div { role: "status",
                match state {
                    AddState::Nothing => rsx! {},
                    AddState::Copying => rsx! { p { class: "small soft", {words.get("piece-copying")} } },
                    AddState::Silent => rsx! { p { class: "mistake", {words.get("piece-silent")} } },
                    AddState::NotRecorded => rsx! { p { class: "mistake", {words.get("piece-not-recorded")} } },
                    AddState::Added => rsx! { p { class: "small soft", {words.get("saved")} } },
                    AddState::Refused(why) => rsx! { p { class: "mistake", {refused(words, why)} } },
                }
            }
        }
    }
}

/// What the system offers to choose from; what it is, is looked at afterwards.
const PHOTOS: &str = ".jpg,.jpeg,.png,.webp,.gif";
const SOUNDS: &str = ".m4a,.mp4,.mp3,.ogg,.oga,.opus,.flac,.wav,.pdf";

#[component]
fn Choose(id: String, label: String, accept: &'static str, on_file: EventHandler<PathBuf>) -> Element {
    rsx! {
        label { class: "button file-button",
            input {
                id: "{id}",
                r#type: "file",
                name: "{id}",
                accept,
                onchange: move |event| {
                    if let Some(file) = event.files().into_iter().next() {
                        on_file.call(file.path());
                    }
                },
            }
            "{label}"
        }
    }
}

/// One piece; pressed, it opens.
#[component]
fn Line(piece: PieceView) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    let PieceView { piece, strokes } = piece;
    let kind = piece.media.kind();
    let blank = kind == PieceKind::Drawing && strokes.is_empty();
    let about =
        if blank { words.get("piece-blank") } else { about(words, kind, piece.title.as_ref(), piece.size) };
    let title = piece.title.as_ref().map_or_else(|| unnamed(words, kind), |title| title.reveal().to_owned());
    let screen = match kind {
        PieceKind::Drawing => Screen::Drawing(piece.id.clone()),
        PieceKind::Photo | PieceKind::Voice | PieceKind::File => Screen::Piece(piece.id.clone()),
    };
    rsx! {
        li {
            button { r#type: "button", class: "piece", onclick: move |_| shell.way.go(screen.clone()),
                span { class: "thumb", "aria-hidden": "true",
                    match kind {
                        PieceKind::Drawing => rsx! { Sketch { strokes } },
                        PieceKind::Photo => rsx! {
                            img { src: "/{PIECE_FOLDER}/{piece.id}", alt: "", loading: "lazy", decoding: "async" }
                        },
                        PieceKind::Voice => rsx! { Icon { sign: Sign::Voice } },
                        PieceKind::File => rsx! { Icon { sign: Sign::Sheet } },
                    }
                }
                span { class: "stack close",
                    span { class: if piece.title.is_some() { "own-words" }, "{title}" }
                    span { class: "small soft", "{about}" }
                }
            }
        }
    }
}

/// What it is and how large, with what stands above it left out.
fn about(words: Words, kind: PieceKind, title: Option<&Private>, bytes: u64) -> String {
    let size = size(words, bytes);
    match title {
        Some(_) => words.with("piece-about", [("kind", unnamed(words, kind).into()), ("size", size.into())]),
        None => size,
    }
}

/// Why a file was not taken, and what to do.
fn refused(words: Words, why: NotTaken) -> String {
    match why {
        NotTaken::TooLarge { most } => words.with("piece-too-large", [("size", megabytes(most).into())]),
        NotTaken::Empty => words.say(Key("piece-empty")),
        NotTaken::Heic => words.say(Key("piece-heic")),
        NotTaken::OtherKind => words.say(Key("piece-other-kind")),
        NotTaken::Broken => words.say(Key("piece-broken")),
        NotTaken::Unread => words.say(Key("piece-unread")),
        NotTaken::NoRoom => words.say(Key("piece-no-room")),
    }
}

//! A photo to look at, a voice note to listen to, or a file that is kept, with the patient's words for it.

use super::{size, unnamed};
use crate::{
    care::{
        Private,
        journal::{Piece, PieceKind},
    },
    ui::{
        here::use_here,
        page::PIECE_FOLDER,
        parts::{Button, Frame, Icon, Sign, Tone},
        words::{Key, Words},
    },
};
use dioxus::prelude::*;

/// One piece that is no drawing.
#[component]
pub fn PiecePage(
    model: Piece,
    /// Each time something was typed: the words as they are now.
    on_title: EventHandler<Private>,
    on_remove: EventHandler<()>,
) -> Element {
    let words = use_here().words();
    let kind = model.media.kind();
    let source = format!("/{PIECE_FOLDER}/{}", model.id);
    rsx! {
        Frame { title: unnamed(words, kind),
            match kind {
                PieceKind::Photo => rsx! {
                    // Its words are below it, in the field: that is where a screen reader finds them, too.
                    img {
                        class: "photo",
                        src: "{source}",
                        alt: words.get("piece-photo"),
                        "aria-details": "piece-title",
                    }
                },
                PieceKind::Voice => rsx! { Listen { source } },
                PieceKind::File | PieceKind::Drawing => rsx! {
                    p { class: "note", {words.get("piece-cannot-show")} }
                },
            }
            TitleField { title: model.title, on_title }
            p { class: "small soft", {kept(words, kind, model.size)} }
            Button { tone: Tone::Quiet, label: words.get("piece-remove"), on_press: move |()| on_remove.call(()) }
        }
    }
}

/// One button to listen and to pause, how far one is, and how long it is. The page's own script plays (index.html): it
/// loads the sound into the page, marks what plays, and tells the length.
#[component]
fn Listen(source: String) -> Element {
    let words = use_here().words();
    let mut seconds = use_signal(|| None::<u32>);
    rsx! {
        div { class: "listen", "data-listen": "",
            audio { preload: "metadata", "data-plays": "{source}", "data-cannot": "cannot-play" }
            button { r#type: "button", class: "button first wide", "data-play": "",
                span { class: "to-play",
                    Icon { sign: Sign::Play }
                    {words.get("piece-listen")}
                }
                span { class: "to-pause",
                    Icon { sign: Sign::Pause }
                    {words.get("piece-pause")}
                }
            }
            input {
                r#type: "range",
                min: "0",
                step: "any",
                value: "0",
                "aria-label": words.get("piece-place"),
                "data-place": "",
            }
            input {
                r#type: "text",
                hidden: true,
                "data-length": "",
                oninput: move |event| seconds.set(event.value().parse().ok()),
            }
            if let Some(seconds) = seconds() {
                p { class: "small soft", {length_words(words, seconds)} }
            }
        }
        p { id: "cannot-play", class: "note warm", hidden: true, {words.get("piece-cannot-play")} }
    }
}

fn length_words(words: Words, seconds: u32) -> String {
    let (minutes, rest) = (seconds / 60, seconds % 60);
    match minutes {
        0 => words.with("piece-length-short", [("seconds", rest.into())]),
        _ => words.with("piece-length", [("minutes", minutes.into()), ("seconds", rest.into())]),
    }
}

/// How large it is, and what is not in it.
fn kept(words: Words, kind: PieceKind, bytes: u64) -> String {
    let key = if kind == PieceKind::Photo { Key("piece-kept-photo") } else { Key("piece-kept") };
    words.with(key.0, [("size", size(words, bytes).into())])
}

/// What a piece shows or says, in the patient's own words.
#[component]
pub fn TitleField(title: Option<Private>, on_title: EventHandler<Private>) -> Element {
    let words = use_here().words();
    // Given once, when the field appears: written back while somebody types, it would swallow letters.
    let before = use_hook(|| title.as_ref().map(|title| title.reveal().to_owned()).unwrap_or_default());
    rsx! {
        div { class: "field",
            label { r#for: "piece-title", {words.get("piece-title")} }
            textarea {
                id: "piece-title",
                rows: "2",
                maxlength: "{LONGEST}",
                "aria-describedby": "piece-title-why",
                initial_value: "{before}",
                oninput: move |event| on_title.call(Private::new(event.value())),
            }
            p { id: "piece-title-why", class: "small soft", {words.get("piece-title-why")} }
        }
    }
}

/// Letters of a title: what an event of the page safely carries.
const LONGEST: usize = 400;

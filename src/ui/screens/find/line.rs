//! A page that was found, as a line that opens it: its day, where it belongs, and a few of its words.

use crate::{
    care::journal::{
        Thread,
        search::{Found, Kind, Piece},
    },
    ui::{
        here::use_shell,
        navigation::Screen,
        when,
        words::{Key, Words},
    },
};
use dioxus::prelude::*;

/// The part of the story, as the patient reads it.
pub(super) const fn thread_words(thread: Thread) -> Key {
    match thread {
        Thread::Before => Key("find-thread-before"),
        Thread::Raw => Key("find-thread-raw"),
        Thread::After => Key("find-thread-after"),
        Thread::Later => Key("find-thread-later"),
    }
}

/// What can be on a page.
pub(super) const fn kind_words(kind: Kind) -> Key {
    match kind {
        Kind::Words => Key("find-kind-words"),
        Kind::Drawing => Key("find-kind-drawing"),
        Kind::Photo => Key("find-kind-photo"),
        Kind::Voice => Key("find-kind-voice"),
        Kind::File => Key("find-kind-file"),
    }
}

/// Pages, one under the other.
#[component]
pub(super) fn Lines(pages: Vec<Found>) -> Element {
    rsx! {
        ul { class: "lines found",
            for page in pages {
                li { key: "{page.id}", Line { page } }
            }
        }
    }
}

/// One page.
#[component]
pub(super) fn Line(page: Found) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let words = here.words();
    // Seven in the evening stays seven in the evening, wherever it is read.
    let at = when::moment(words, page.at.with_timezone(&page.zone).naive_local(), here.today());
    let about = about(words, &page);
    rsx! {
        button {
            r#type: "button",
            class: "entry-line",
            onclick: move |_| shell.way.go(Screen::Entry(page.id.clone())),
            span { class: "small soft", "{at}" }
            if !page.prompt.is_empty() {
                span { class: "small soft", Passage { pieces: page.prompt } }
            }
            if !page.passage.is_empty() {
                span { class: "snippet", Passage { pieces: page.passage } }
            } else if page.kinds.is_empty() {
                span { class: "soft", {words.get("find-no-words")} }
            }
            for (at, title) in page.titles.into_iter().enumerate() {
                span { key: "{at}", class: "small",
                    span { class: "soft", {words.get("find-title")} }
                    " "
                    Passage { pieces: title }
                }
            }
            if !about.is_empty() {
                span { class: "small soft", "{about}" }
            }
        }
    }
}

/// Where it belongs and what hangs on it.
fn about(words: Words, page: &Found) -> String {
    let thread = page.phase.map(|phase| words.say(thread_words(phase.thread())));
    let kinds = page.kinds.iter().map(|kind| words.say(kind_words(*kind)));
    thread.into_iter().chain(kinds).collect::<Vec<_>>().join(" · ")
}

/// Words of the patient with what was looked for marked: pieces of text, never markup.
#[component]
fn Passage(pieces: Vec<Piece>) -> Element {
    rsx! {
        for (at, piece) in pieces.into_iter().enumerate() {
            if piece.hit {
                mark { key: "{at}", {piece.words.reveal()} }
            } else {
                span { key: "{at}", {piece.words.reveal()} }
            }
        }
    }
}

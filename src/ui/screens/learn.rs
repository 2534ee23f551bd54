//! Learn: what there is to read, and a search whose hits are marked from pieces of text, never from markup.

use crate::{
    app::read::{Learn, Shelf},
    care::learn::{Found, Piece},
    ui::{
        here::{use_shell, use_words},
        navigation::Screen,
        parts::{Button, Frame, Icon, Note, Sign, Ways},
    },
};
use dioxus::prelude::*;

/// A search for more than this is no search.
const LONGEST: usize = 100;

/// The articles, all of them or those a search found.
#[component]
pub fn LearnPage(model: Learn, on_search: EventHandler<String>) -> Element {
    let shell = use_shell();
    let words = use_words();
    // Given once, when the field appears: written back while somebody types, it would swallow letters.
    let before = use_hook(|| shell.draft.peek().jotted.search.reveal().to_owned());
    let searching = !shell.draft.read().jotted.search.is_blank();
    let count = model.found.len();
    rsx! {
        Frame { title: words.get("learn"),
            if model.shelf == Shelf::Unreadable {
                ArticlesUnreadable {}
            } else if model.shelf == Shelf::Empty {
                p { class: "soft", {words.get("learn-empty")} }
            } else {
                p { {words.get("learn-lead")} }
                div { class: "field", role: "search",
                    label { r#for: "learn-search", {words.get("learn-search")} }
                    input {
                        id: "learn-search",
                        r#type: "search",
                        autocomplete: "off",
                        enterkeyhint: "search",
                        maxlength: "{LONGEST}",
                        initial_value: "{before}",
                        oninput: move |event| on_search.call(event.value()),
                    }
                    // Stands there from the start, or a screen reader would not notice it filled.
                    p { class: "small soft count", role: "status",
                        if searching {
                            {words.with("learn-found", [("count", count.into())])}
                        }
                    }
                }
                if searching && count == 0 {
                    Note { head: words.get("learn-none-found"),
                        p { {words.get("learn-none-next")} }
                    }
                }
                ul { class: "lines articles",
                    for found in model.found {
                        ArticleLine { key: "{found.id}", found }
                    }
                }
            }
            Button {
                wide: true,
                label: words.with("my-questions-open", [("count", model.questions.into())]),
                on_press: move |()| shell.way.go(Screen::MyQuestions),
            }
        }
    }
}

#[component]
fn ArticleLine(found: Found) -> Element {
    let shell = use_shell();
    rsx! {
        li {
            button {
                r#type: "button",
                class: "open-line",
                onclick: move |_| shell.way.go(Screen::Article(found.id.clone())),
                span { class: "stack close",
                    span { class: "title", Marked { pieces: found.title } }
                    if !found.snippet.is_empty() {
                        span { class: "small soft", Marked { pieces: found.snippet } }
                    }
                }
                Icon { sign: Sign::Forward }
            }
        }
    }
}

/// Text with its hits marked.
#[component]
fn Marked(pieces: Vec<Piece>) -> Element {
    rsx! {
        for (at, piece) in pieces.into_iter().enumerate() {
            if piece.hit {
                mark { key: "{at}", "{piece.text}" }
            } else {
                span { key: "{at}", "{piece.text}" }
            }
        }
    }
}

/// What stands in for articles whose newest words cannot be read.
#[component]
pub(super) fn ArticlesUnreadable() -> Element {
    let shell = use_shell();
    let words = use_words();
    rsx! {
        Note { warm: true, head: words.get("learn-unreadable"),
            p { {words.get("learn-unreadable-lead")} }
            Button { label: words.get("call-clinic"), on_press: move |()| shell.way.go(Screen::Help) }
        }
    }
}

/// The ways to Learn and to the patient's questions, for other screens.
#[component]
pub fn LearnLinks() -> Element {
    let words = use_words();
    let ways = vec![
        (Screen::Learn, words.get("learn"), words.get("learn-about")),
        (Screen::MyQuestions, words.get("my-questions"), words.get("my-questions-about")),
    ];
    rsx! {
        Ways { title: words.get("read-and-ask"), id: "read-and-ask", ways }
    }
}

//! A sheet of paper to draw on with a finger, a mouse, a pen or keys, and shapes for whoever would rather choose.

mod paper;
mod pencils;
mod shapes;

use super::{Kept, pieces::TitleField};
use crate::{
    app::read::DrawingView,
    care::{Private, journal::Line},
    ui::{
        here::use_here,
        parts::{Button, Frame, Tone},
        words::Words,
    },
};
use dioxus::prelude::*;
use paper::Paper;
use pencils::Pencils;
use shapes::Shapes;

/// One drawing to go on with.
#[component]
pub fn DrawingPage(
    model: DrawingView,
    /// How keeping the newest strokes stands.
    kept: Option<Kept>,
    /// Counts how often strokes were not taken for want of room: they are not shown any longer.
    #[props(default)]
    lost: u32,
    /// A line, or a part of one, was drawn.
    on_line: EventHandler<Line>,
    on_back: EventHandler<()>,
    on_forward: EventHandler<()>,
    on_over: EventHandler<()>,
    on_title: EventHandler<Private>,
    on_remove: EventHandler<()>,
) -> Element {
    let words = use_here().words();
    let (colour, width) = (use_signal(Default::default), use_signal(Default::default));
    let (empty, full) = (model.strokes.is_empty(), model.is_full());
    rsx! {
        Frame { title: words.get("drawing"),
            div { class: "stack",
                Paper { strokes: model.strokes, colour: colour(), width: width(), lost, on_line }
                KeptLine { kept, full }
                div { class: "buttons",
                    Press { label: words.get("drawing-back"), off: empty, on_press: on_back }
                    Press { label: words.get("drawing-forward"), off: model.taken_back == 0, on_press: on_forward }
                    Press { label: words.get("drawing-over"), off: empty, on_press: on_over }
                }
            }
            Pencils { colour, width }
            Shapes { colour: colour(), width: width(), on_line }
            TitleField { title: model.piece.title, on_title }
            Button { tone: Tone::Quiet, label: words.get("drawing-remove"), on_press: move |()| on_remove.call(()) }
        }
    }
}

/// A button that stays where it is while there is nothing for it to do.
#[component]
fn Press(label: String, off: bool, on_press: EventHandler<()>) -> Element {
    rsx! {
        button {
            r#type: "button",
            class: "button",
            "aria-disabled": if off { "true" },
            onclick: move |_| {
                if !off {
                    on_press.call(());
                }
            },
            "{label}"
        }
    }
}

/// Only what is not as it should be is spoken: that each stroke was saved would drown everything else.
#[component]
fn KeptLine(kept: Option<Kept>, full: bool) -> Element {
    let words = use_here().words();
    rsx! {
        p { class: "small soft", {kept_words(words, kept)} }
        div { role: "status",
            if kept == Some(Kept::NotSaved) {
                p { class: "mistake", {words.get("drawing-not-saved")} }
            } else if full {
                p { class: "mistake", {words.get("drawing-full")} }
            }
        }
    }
}

fn kept_words(words: Words, kept: Option<Kept>) -> String {
    match kept {
        None => words.get("drawing-kept"),
        Some(Kept::Saving) => words.get("form-saving"),
        Some(Kept::Saved) => words.get("saved"),
        Some(Kept::NotSaved) => String::new(),
    }
}

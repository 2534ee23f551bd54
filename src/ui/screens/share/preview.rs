//! What will be sent, word for word, to whom, and what else goes with it; then one button.

use super::picture_words;
use crate::{
    app::{
        NewShare,
        read::{Door, ShareView, VisitView},
    },
    care::{
        Id,
        journal::{
            Stroke,
            share::{SharedPiece, has_gaps},
        },
    },
    ui::{
        here::{Here, use_here},
        page::PIECE_FOLDER,
        parts::{Button, Icon, Note, Sign, Sketch, Tone, visit_day, visit_name},
        when,
    },
};
use dioxus::prelude::*;

#[component]
pub(super) fn Preview(
    model: ShareView,
    slice: NewShare,
    on_share: EventHandler<NewShare>,
    on_change: EventHandler<()>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let practice = model.with.door == Door::Practice;
    let sent = slice.words.clone();
    let gaps = sent.as_ref().is_some_and(|sent| has_gaps(sent.reveal()));
    let pieces: Vec<_> = model.pieces.iter().filter(|piece| slice.pieces.contains(&piece.piece)).collect();
    let begun = model.entry.at.with_timezone(&model.entry.zone).naive_local();
    let begun = when::exact_moment(words, begun, here.today());
    let clinic = model.with.clinic.clone().unwrap_or_else(|| words.get("your-clinic"));
    let team = model.with.team.join(", ");
    rsx! {
        section { class: "stack", "aria-labelledby": "share-preview",
            h2 { id: "share-preview", tabindex: "-1", "data-focus": "", {words.get("share-preview")} }
            div { class: "card sent",
                if let Some(sent) = sent {
                    p { class: "own-words sent-words", {sent.reveal()} }
                }
                if !pieces.is_empty() {
                    ul { class: "stack close",
                        for piece in pieces {
                            li { key: "{piece.piece}", class: "stack close",
                                Picture { piece: piece.clone(), drawings: model.drawings.clone() }
                                {picture_words(here, piece)}
                            }
                        }
                    }
                }
            }
            if gaps {
                p { class: "small soft", {words.get("share-left-out")} }
            }
        }
        section { class: "stack close", "aria-labelledby": "share-to",
            h2 { id: "share-to", {words.get("share-to")} }
            p { class: "fact",
                Icon { sign: Sign::Person }
                strong { "{clinic}" }
            }
            if !team.is_empty() {
                p { {words.with("share-team", [("names", team.into())])} }
            }
            p { {words.get("share-when-read")} }
        }
        section { class: "stack close", "aria-labelledby": "share-besides",
            h2 { id: "share-besides", {words.get("share-besides")} }
            ul { class: "stack close bullets",
                li { {words.get("share-besides-you")} }
                li { {words.with("share-besides-begun", [("time", begun.into())])} }
                if let Some(visit) = model.visit {
                    li { {visit_words(here, &visit)} }
                }
            }
        }
        if practice {
            Note { head: words.get("share-practice") }
        }
        p { class: "small soft", {words.get("share-then")} }
        Button {
            tone: Tone::First,
            wide: true,
            label: words.get("share-now"),
            on_press: move |()| on_share.call(slice.clone()),
        }
        Button { tone: Tone::Quiet, wide: true, label: words.get("share-change"), on_press: move |()| on_change.call(()) }
    }
}

/// The drawing or photo itself, as it will be sent; its words are beside it.
#[component]
fn Picture(piece: SharedPiece, drawings: Vec<(Id, Vec<Stroke>)>) -> Element {
    let strokes = drawings.into_iter().find(|(id, _)| *id == piece.piece).map(|(_, strokes)| strokes);
    rsx! {
        span { class: "shown", "aria-hidden": "true",
            if let Some(strokes) = strokes {
                Sketch { strokes }
            } else {
                img { src: "/{PIECE_FOLDER}/{piece.piece}", alt: "", decoding: "async" }
            }
        }
    }
}

/// Which visit the page belongs to.
fn visit_words(here: Here, visit: &VisitView) -> String {
    let words = here.words();
    let name = visit_name(words, visit.kind);
    match visit.arrival {
        Some(arrival) => words.with(
            "share-besides-visit-on",
            [("visit", name.into()), ("day", visit_day(here, arrival).into())],
        ),
        None => words.with("share-besides-visit", [("visit", name.into())]),
    }
}

//! Choosing what to share: all words of a page or parts of them, its question, its pictures. Nothing is ticked beforehand.

use super::{HalfShare, HowMuch, PutShare, ShareStep, picture_words};
use crate::{
    app::read::{Door, ShareView},
    care::journal::share::parts,
    ui::{
        here::use_here,
        parts::{Button, Icon, Note, Sign, Tone},
        words::Key,
    },
};
use dioxus::prelude::*;

#[component]
pub(super) fn Choosing(model: ShareView, half: HalfShare, on_put: EventHandler<PutShare>) -> Element {
    let here = use_here();
    let words = here.words();
    let slice = half.slice(&model);
    let fits = slice.as_ref().is_none_or(|slice| HalfShare::fits(slice, &model));
    let step = if slice.is_some() && fits { ShareStep::Preview } else { ShareStep::Stuck };
    let pieces = model.pieces.clone();
    rsx! {
        p { {words.get("share-lead")} }
        if model.with.door == Door::Practice {
            Note { head: words.get("share-practice") }
        }
        if !model.words.is_blank() {
            Words { model, half: half.clone(), on_put }
        }
        if !pieces.is_empty() {
            fieldset { class: "stack",
                legend { class: "label", {words.get("share-pictures")} }
                div { class: "options",
                    for piece in pieces {
                        Tick {
                            key: "{piece.piece}",
                            ticked: half.choice.pieces.contains(&piece.piece),
                            on_tick: {
                                let id = piece.piece.clone();
                                move |on| {
                                    let id = id.clone();
                                    on_put.call(Box::new(move |half| {
                                        let pieces = &mut half.choice.pieces;
                                        let _ = if on { pieces.insert(id) } else { pieces.remove(&id) };
                                    }));
                                }
                            },
                            {picture_words(here, &piece)}
                        }
                    }
                }
            }
        }
        div { role: "status",
            if half.step == ShareStep::Stuck && step == ShareStep::Stuck {
                p { class: "mistake",
                    Icon { sign: Sign::Attention }
                    span { {words.say(if fits { Key("share-nothing-chosen") } else { Key("share-too-large") })} }
                }
            }
        }
        Button {
            tone: Tone::First,
            wide: true,
            label: words.get("share-see"),
            on_press: move |()| on_put.call(Box::new(move |half| half.step = step)),
        }
    }
}

/// All of the words or parts of them, and the question above them.
#[component]
fn Words(model: ShareView, half: HalfShare, on_put: EventHandler<PutShare>) -> Element {
    let words = use_here().words();
    let ways = [(HowMuch::All, Key("share-all")), (HowMuch::Parts, Key("share-parts"))];
    let question = model.entry.prompt.clone().filter(|_| half.much.is_some());
    rsx! {
        fieldset { class: "stack",
            legend { class: "label", {words.get("share-words")} }
            div { class: "options",
                for (much, key) in ways {
                    label { key: "{key.0}", class: "option",
                        input {
                            r#type: "radio",
                            name: "share-much",
                            checked: half.much == Some(much),
                            onchange: move |_| on_put.call(Box::new(move |half| half.much = Some(much))),
                        }
                        span { class: "mark", "aria-hidden": "true" }
                        span { {words.say(key)} }
                    }
                }
            }
        }
        if half.much == Some(HowMuch::Parts) {
            Slices { model, half: half.clone(), on_put }
        }
        if let Some(question) = question {
            div { class: "options",
                Tick {
                    ticked: half.choice.question,
                    on_tick: move |on| on_put.call(Box::new(move |half| half.choice.question = on)),
                    {words.get("share-question")}
                    span { class: "small soft tick-question", "{question}" }
                }
            }
        }
    }
}

/// The sentences of the page, in their paragraphs.
#[component]
fn Slices(model: ShareView, half: HalfShare, on_put: EventHandler<PutShare>) -> Element {
    let words = use_here().words();
    let all = parts(model.words.reveal());
    let count = half.choice.parts.iter().filter(|at| **at < all.len()).count();
    rsx! {
        fieldset { class: "stack",
            legend { class: "label", {words.get("share-which")} }
            p { class: "small soft", role: "status", {words.with("share-ticked", [("count", count.into())])} }
            div { class: "options slices",
                for (at, part) in all.iter().enumerate() {
                    Tick {
                        key: "{at}",
                        opens: at > 0 && all.get(at - 1).is_some_and(|before| before.paragraph != part.paragraph),
                        ticked: half.choice.parts.contains(&at),
                        on_tick: move |on| {
                            on_put.call(Box::new(move |half| {
                                let parts = &mut half.choice.parts;
                                let _ = if on { parts.insert(at) } else { parts.remove(&at) };
                            }));
                        },
                        span { class: "own-words", {part.words()} }
                    }
                }
            }
        }
    }
}

#[component]
fn Tick(
    ticked: bool,
    /// The first of a paragraph.
    #[props(default)]
    opens: bool,
    on_tick: EventHandler<bool>,
    children: Element,
) -> Element {
    rsx! {
        label { class: if opens { "option opens" } else { "option" },
            input {
                r#type: "checkbox",
                checked: ticked,
                onchange: move |event| on_tick.call(event.checked()),
            }
            span { class: "mark box", "aria-hidden": "true" }
            span { class: "tick-words", {children} }
        }
    }
}

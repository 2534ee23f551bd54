//! One wish: how it stands, and the one thing to do about it. When a time is gone, the nearest others are here, and what
//! the patient had stays theirs.

use super::{
    CallInstead, TimeCard,
    times::NearestTimes,
    visit_moment,
    wish_words::{said, standing, start, what},
};
use crate::{
    app::read::{FreeTimeLine, WishLine, WishView},
    care::{Id, Refusal, booking::WishState},
    ui::{
        here::{use_here, use_shell},
        navigation::Screen,
        parts::{Button, Frame, Note, Tone},
    },
};
use dioxus::prelude::*;

/// The page of one wish.
#[component]
pub fn WishPage(
    model: WishView,
    on_take_back: EventHandler<()>,
    /// What is offered is taken, or let pass.
    on_answer: EventHandler<bool>,
    /// What came back from a copy is sent.
    on_send: EventHandler<()>,
    /// What is left to do about the time it took the place of.
    #[props(default)]
    children: Element,
) -> Element {
    let here = use_here();
    let words = here.words();
    let line = model.line.clone();
    let standing = standing(here, &line.state);
    let (kind, when) = what(here, &line);
    let lost = matches!(line.state, WishState::Gone { .. } | WishState::Declined { .. } | WishState::Lapsed);
    let start = start(&line);
    let came_back = matches!(line.state, WishState::NeedsAttention(Refusal::CameBack));
    let refused = matches!(line.state, WishState::NeedsAttention(_)) && !came_back;
    let offered = !model.unreadable && matches!(line.state, WishState::Offered { .. });
    let said = said(&line.state).map(str::to_owned);
    rsx! {
        Frame { title: kind,
            div { role: "status",
                if model.unreadable {
                    Note { warm: true, head: words.get("wish-unreadable"),
                        p { {words.get("wish-unreadable-next")} }
                    }
                } else {
                    Note { warm: standing.warm, done: standing.done, head: words.say(standing.head),
                        for (at, sentence) in standing.lead.into_iter().enumerate() {
                            p { key: "{at}", "{sentence}" }
                        }
                    }
                }
            }
            if let Some(start) = start {
                TimeCard {
                    start,
                    zone: line.zone,
                    zone_differs: line.zone_differs,
                    with: line.with.clone(),
                    place_name: line.place_name.clone(),
                    lost,
                }
            } else {
                p { class: "lead", "{when}" }
            }
            if let Some(said) = said {
                section { class: "stack close", "aria-labelledby": "said",
                    h2 { id: "said", {words.get("clinic-wrote")} }
                    p { class: "own-words", "{said}" }
                }
            }
            Beside { line: line.clone() }
            if offered {
                Button {
                    tone: Tone::First,
                    wide: true,
                    label: words.get("wish-take"),
                    on_press: move |()| on_answer.call(true),
                }
                Button { wide: true, label: words.get("wish-let-pass"), on_press: move |()| on_answer.call(false) }
            }
            if came_back && !model.unreadable {
                Button { tone: Tone::First, wide: true, label: words.get("send-it"), on_press: move |()| on_send.call(()) }
            }
            if model.has_both {
                Both { model: model.clone() }
            }
            if let WishState::Confirmed { visit, .. } = line.state.clone() {
                ToVisit { visit }
            }
            {children}
            if lost || model.unreadable || refused {
                Others { model: model.clone() }
            }
            if line.can_take_back && !offered {
                Button {
                    tone: if came_back { Tone::Plain } else { Tone::Quiet },
                    wide: came_back,
                    label: words.get("wish-take-back"),
                    on_press: move |()| on_take_back.call(()),
                }
            }
        }
    }
}

/// The visit that stays until the clinic says yes, and what the patient wrote.
#[component]
fn Beside(line: WishLine) -> Element {
    let here = use_here();
    let words = here.words();
    let confirmed = matches!(line.state, WishState::Confirmed { .. });
    let kept = line.replaces.as_ref().filter(|_| !confirmed).and_then(|visit| visit_moment(here, visit));
    rsx! {
        if let Some(kept) = kept {
            p { class: "still-yours", {words.with("wish-you-have", [("moment", kept.into())])} }
        }
        if let Some(own) = &line.wish.words {
            section { class: "stack close", "aria-labelledby": "own",
                h2 { id: "own", {words.get("wish-you-wrote")} }
                p { class: "own-words", {own.reveal()} }
            }
        }
    }
}

/// The visit that was moved is there still, and a person at the clinic has to cancel it.
#[component]
fn Both(model: WishView) -> Element {
    let here = use_here();
    let words = here.words();
    let old = model.line.replaces.as_ref().and_then(|visit| visit_moment(here, visit));
    rsx! {
        if let Some(old) = old {
            Note { warm: true, head: words.with("wish-both", [("moment", old.into())]),
                p { {words.get("wish-both-next")} }
            }
            CallInstead { call: model.call, first: true }
        }
    }
}

#[component]
fn ToVisit(visit: Id) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    rsx! {
        Button {
            tone: Tone::First,
            wide: true,
            label: words.get("see-the-visit"),
            on_press: move |()| shell.way.go(Screen::Visit(visit.clone())),
        }
    }
}

/// The nearest times to what was asked for, all of them, and the clinic's numbers.
#[component]
fn Others(model: WishView) -> Element {
    let shell = use_shell();
    let here = use_here();
    let words = here.words();
    let kind = model.line.wish.kind;
    let moving = model.line.replaces.as_ref().map(|visit| visit.id.clone());
    let moved = moving.clone();
    let ask = move |time: FreeTimeLine| {
        shell.way.go(Screen::AskTime { kind: time.kind, slots: time.slots, moving: moved.clone() });
    };
    let old = model.as_of.filter(|_| !model.fresh);
    let first = model.unreadable || matches!(model.line.state, WishState::NeedsAttention(_));
    rsx! {
        if !model.nearest.is_empty() {
            section { class: "stack close", "aria-labelledby": "nearest",
                h2 { id: "nearest", {words.get("wish-nearest")} }
                if let Some(at) = old {
                    p { class: "small soft", {words.with("book-old", [("time", here.stamp(at).into())])} }
                }
                NearestTimes { times: model.nearest, on_choose: ask }
            }
        }
        if !model.unreadable {
            Button {
                wide: true,
                label: words.get("book-other-times"),
                on_press: move |()| shell.find_time(kind, moving.clone()),
            }
        }
        CallInstead { call: model.call, first }
    }
}

/// There is no such wish any more.
#[component]
pub fn NoWishPage() -> Element {
    let words = use_here().words();
    rsx! {
        Frame { title: words.get("wishes"),
            p { class: "soft", {words.get("wish-away")} }
        }
    }
}

//! The part of a visit's page about changing it: another time, an earlier one, or not at all.

use super::{NoticeLine, wishes::WishLines};
use crate::{
    app::read::{CancelLine, Door, VisitBooking},
    care::{Id, Refusal, booking::CancelState},
    ui::{
        here::{use_here, use_shell},
        navigation::Screen,
        parts::{Button, Note, Tone},
        words::Key,
    },
};
use dioxus::prelude::*;

/// What is under way about the visit and what can be done; nothing where there is neither.
#[component]
pub fn VisitBookingPart(model: VisitBooking) -> Element {
    let words = use_here().words();
    let under_way: Vec<_> =
        [&model.asked, &model.moving, &model.waiting].into_iter().flatten().cloned().collect();
    let can_change = model.can_change && model.door != Door::NotGranted;
    if under_way.is_empty() && !can_change {
        return rsx! {};
    }
    rsx! {
        section { class: "stack", "aria-labelledby": "change",
            h2 { id: "change", {words.get("book-change")} }
            if !under_way.is_empty() {
                WishLines { lines: under_way }
            }
            if can_change {
                Change { model }
            }
        }
    }
}

/// How the cancellation of a visit stands, for the head of its page: it says whether what stands below still holds. Nothing
/// where there is none.
#[component]
pub fn VisitCancelling(
    model: VisitBooking,
    /// A cancellation that came back from a copy is sent.
    on_send: EventHandler<()>,
    /// One that was set aside is let go of.
    on_keep: EventHandler<()>,
) -> Element {
    let can_change = model.can_change && model.door != Door::NotGranted;
    match model.cancelling {
        Some(line) => rsx! {
            Cancelling { id: model.visit.id, line, can_change, on_send, on_keep }
        },
        None => rsx! {},
    }
}

/// The ways to change it, with the clinic's notice before them.
#[component]
fn Change(model: VisitBooking) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    let (kind, id) = (model.visit.kind, model.visit.id.clone());
    let (cancel, earlier) = (id.clone(), id.clone());
    let arrival = model.visit.arrival;
    // What is to become of one that was set aside stands there with it.
    let set_aside = model.cancelling.is_some_and(|line| matches!(line.state, CancelState::NeedsAttention(_)));
    rsx! {
        if let Some(arrival) = arrival {
            NoticeLine { notice: model.notice, zone: arrival.zone, differs: arrival.zone_differs }
        }
        if model.notice.by_app {
            if model.moving.is_none() {
                Button {
                    wide: true,
                    label: words.get("book-find-other"),
                    on_press: move |()| shell.find_time(kind, Some(id.clone())),
                }
            }
            div { class: "buttons",
                if model.waiting.is_none() && model.moving.is_none() && arrival.is_some() {
                    Button {
                        tone: Tone::Quiet,
                        label: words.get("book-earlier"),
                        on_press: move |()| shell.way.go(Screen::EarlierTime(earlier.clone())),
                    }
                }
                if !set_aside {
                    Button {
                        tone: Tone::Quiet,
                        label: words.get("book-cancel"),
                        on_press: move |()| shell.way.go(Screen::CancelVisit(cancel.clone())),
                    }
                }
            }
        }
    }
}

/// How a cancellation stands: until the clinic has it, the visit stands.
#[component]
fn Cancelling(
    id: Id,
    line: CancelLine,
    can_change: bool,
    on_send: EventHandler<()>,
    on_keep: EventHandler<()>,
) -> Element {
    let shell = use_shell();
    let here = use_here();
    let words = here.words();
    let (head, lead) = match line.state {
        CancelState::OnThisPhone => (Key("cancel-here"), words.get("cancel-here-lead")),
        CancelState::Sent(at) => {
            (Key("cancel-sent"), words.with("cancel-sent-lead", [("time", here.stamp(at).into())]))
        }
        CancelState::Done => (Key("cancel-sent"), words.get("cancel-done-lead")),
        CancelState::NotDone => (Key("visit-not-cancelled"), words.get("cancel-not-done-lead")),
        CancelState::PutBack => (Key("visit-stands-again"), words.get("visit-stands-again-more")),
        CancelState::NeedsAttention(Refusal::CameBack) => {
            (Key("cancel-wanted"), words.get("cancel-came-back-lead"))
        }
        CancelState::NeedsAttention(_) => (Key("visit-not-cancelled"), words.get("cancel-not-taken-lead")),
        CancelState::StaysHere => (Key("cancel-practice"), words.get("cancel-practice-lead")),
    };
    let warm =
        matches!(line.state, CancelState::NotDone | CancelState::PutBack | CancelState::NeedsAttention(_));
    let came_back = line.state == CancelState::NeedsAttention(Refusal::CameBack);
    let set_aside = matches!(line.state, CancelState::NeedsAttention(_)) && can_change;
    rsx! {
        Note { warm, head: words.say(head),
            p { "{lead}" }
            if let Some(own) = line.reason.filter(|_| came_back) {
                p { class: "own-words", {own.reveal()} }
            }
            if set_aside {
                if came_back {
                    Button { label: words.get("send-it"), on_press: move |()| on_send.call(()) }
                } else {
                    Button {
                        label: words.get("cancel-again"),
                        on_press: move |()| shell.way.go(Screen::CancelVisit(id.clone())),
                    }
                }
                Button { label: words.get("cancel-keep"), on_press: move |()| on_keep.call(()) }
            }
        }
    }
}

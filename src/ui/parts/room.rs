//! The room all screens stand in: the practice line above, the five places and what was just done below.

use super::{Button, Icon, Note, Sign, Tone};
use crate::ui::{
    here::{JustDone, NotDone, Shell, use_shell},
    navigation::Screen,
    words::Key,
};
use dioxus::prelude::*;
use std::time::Duration;

/// How long something just done can be taken back by one press.
const UNDO_FOR: Duration = Duration::from_secs(10);
const BEAT: Duration = Duration::from_millis(250);

/// The open app around one screen.
#[component]
pub fn Room(
    /// Whether the places at the foot lead anywhere yet.
    #[props(default = true)]
    places: bool,
    children: Element,
) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    rsx! {
        div { class: "room", lang: words.tag(),
            if shell.practice() {
                aside { class: "practice", "aria-label": words.get("practice-label"),
                    span { {words.get("practice-line")} }
                    Button {
                        tone: Tone::Quiet,
                        label: words.get("end-practice"),
                        on_press: move |()| shell.end_practice.call(()),
                    }
                }
            }
            div { class: "view",
                if let Some(not_done) = shell.not_done.read().clone() {
                    Told { not_done }
                }
                {children}
            }
            div { class: "foot",
                // The place for news stands there from the start, or a screen reader would not notice it filled.
                div { class: "news", role: "status",
                    if let Some(done) = shell.just_done.read().clone() {
                        Undo { key: "{done.undo:?}", done }
                    }
                }
                if places {
                    Places {}
                }
            }
        }
    }
}

/// The places at the foot.
#[component]
fn Places() -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    let place = shell.way.place();
    rsx! {
        nav { class: "nav", "aria-label": words.get("places"),
            ul {
                for screen in Screen::PLACES {
                    Place { key: "{screen:?}", current: screen == place, screen }
                }
            }
        }
    }
}

#[component]
fn Place(screen: Screen, current: bool) -> Element {
    let shell = use_shell();
    let (sign, name) = match screen {
        Screen::Journey => (Sign::Journey, Key("journey")),
        Screen::CheckIn => (Sign::CheckIn, Key("check-in")),
        Screen::Journal => (Sign::Journal, Key("journal")),
        Screen::More => (Sign::More, Key("more")),
        _ => (Sign::Today, Key("today-name")),
    };
    let name = shell.here.read().words().say(name);
    rsx! {
        li {
            button {
                r#type: "button",
                "aria-current": if current { "page" },
                onclick: move |_| shell.way.go(screen.clone()),
                Icon { sign }
                "{name}"
            }
        }
    }
}

/// What was not done, above whatever screen one is on; it waits on Help, where something else counts.
#[component]
fn Told(not_done: NotDone) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    let mut place = shell.not_done;
    rsx! {
        div { class: "told", tabindex: "-1", "data-focus": "", hidden: shell.way.here() == Screen::Help,
            Note { warm: true, at_once: true, head: not_done.happened,
                p { "{not_done.next}" }
                Button { tone: Tone::Quiet, label: words.get("close"), on_press: move |()| place.set(None) }
            }
        }
    }
}

/// What was just done. It goes after ten seconds; while it has the focus or the pointer, its time stands still.
#[component]
fn Undo(done: JustDone) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    let mut held = use_signal(|| false);
    use_future(move || async move {
        let Shell { mut just_done, .. } = shell;
        let mut left = UNDO_FOR;
        while !left.is_zero() {
            tokio::time::sleep(BEAT).await;
            if !*held.peek() {
                left = left.saturating_sub(BEAT);
            }
        }
        just_done.set(None);
    });
    rsx! {
        div {
            class: "undo",
            onfocusin: move |_| held.set(true),
            onfocusout: move |_| held.set(false),
            onmouseenter: move |_| held.set(true),
            onmouseleave: move |_| held.set(false),
            span { "{done.said}" }
            if let Some(what) = done.undo {
                Button {
                    label: words.get("undo"),
                    on_press: move |()| shell.undo.call(what.clone()),
                }
            }
        }
    }
}

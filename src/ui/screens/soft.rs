//! Soft mode: after a session there is one thing on the screen, large, and nothing to be done.

use crate::{
    app::read::SoftView,
    care::Private,
    ui::{
        here::{use_here, use_shell},
        navigation::Screen,
        parts::{Button, Frame, Icon, Note, Sign, Tone, address},
    },
};
use dioxus::prelude::*;

/// Fragments are enough here, and an event that carries much more does not get from the page to the app.
const MOST_WORDS: usize = 2000;

/// Rest, and a place for a few words.
#[component]
pub fn SoftPage(
    model: SoftView,
    /// Each time something was typed: the words as they are now.
    on_words: EventHandler<Private>,
    on_leave: EventHandler<()>,
    /// Begins where the words are written.
    #[props(default)]
    writing: bool,
) -> Element {
    let shell = use_shell();
    let mut writing = use_signal(move || writing);
    // What grew longer in the journal is written on there.
    let long = model.words.as_ref().is_some_and(|words| words.reveal().encode_utf16().count() > MOST_WORDS);
    let page = model.page.clone().filter(|_| long);
    let on_write = move |()| match page.clone() {
        Some(page) => shell.way.go(Screen::Entry(page)),
        None => writing.set(true),
    };
    let mut typed = use_signal({
        let words = model.words.clone();
        move || words
    });
    rsx! {
        if writing() {
            Writing {
                before: typed.peek().clone(),
                on_words: move |words: Private| {
                    typed.set(Some(words.clone()));
                    on_words.call(words);
                },
                on_back: move |()| writing.set(false),
            }
        } else {
            Resting { model, on_write, on_leave }
        }
    }
}

#[component]
fn Resting(model: SoftView, on_write: EventHandler<()>, on_leave: EventHandler<()>) -> Element {
    let shell = use_shell();
    let words = use_here().words();
    rsx! {
        Frame { title: words.get("soft-title"),
            div { class: "soft-mode",
                p { class: "lead", {words.get("soft-lead")} }
                if model.must_call {
                    Note { warm: true, head: words.get("soft-must-call") }
                }
                Button {
                    tone: Tone::First,
                    wide: true,
                    label: words.get("soft-words"),
                    on_press: move |()| on_write.call(()),
                }
                if model.card.is_some() {
                    Button {
                        wide: true,
                        label: words.get("soft-card"),
                        on_press: move |()| shell.way.go(Screen::FirstDay),
                    }
                }
                Button {
                    wide: true,
                    label: words.get("note-side-effect"),
                    on_press: move |()| shell.way.go(Screen::SideEffects),
                }
                if let Some(number) = model.number {
                    a { class: "button wide", href: address(number.way, &number.value),
                        Icon { sign: Sign::Call }
                        {words.get("call-clinic")}
                    }
                } else {
                    Button { wide: true, label: words.get("call-clinic"), on_press: move |()| shell.way.go(Screen::Help) }
                }
                Button {
                    tone: Tone::Quiet,
                    wide: true,
                    label: words.get("soft-leave"),
                    on_press: move |()| on_leave.call(()),
                }
            }
        }
    }
}

#[component]
fn Writing(before: Option<Private>, on_words: EventHandler<Private>, on_back: EventHandler<()>) -> Element {
    let words = use_here().words();
    // Given once, when the field appears: written back while somebody types, it would swallow letters.
    let before = use_hook(|| before.map_or_else(String::new, |words| words.reveal().to_owned()));
    rsx! {
        Frame { title: words.get("soft-words-title"),
            div { class: "soft-mode",
                p { class: "lead", {words.get("soft-words-lead")} }
                div { class: "field",
                    label { r#for: "soft-words", class: "hidden", {words.get("soft-words-label")} }
                    textarea {
                        id: "soft-words",
                        rows: "6",
                        maxlength: "{MOST_WORDS}",
                        "aria-describedby": "soft-kept",
                        initial_value: "{before}",
                        oninput: move |event| on_words.call(Private::new(event.value())),
                    }
                    p { id: "soft-kept", class: "small soft", {words.get("soft-words-kept")} }
                }
                Button {
                    tone: Tone::First,
                    wide: true,
                    label: words.get("soft-back"),
                    on_press: move |()| on_back.call(()),
                }
            }
        }
    }
}

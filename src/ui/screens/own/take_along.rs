//! Take it all with you: a passphrase, typed twice, and then where the copy is.

use super::trouble::OwnTroubleNote;
use crate::{
    app::{
        Passphrase,
        read::{OwnTrouble, Taken},
    },
    ui::{
        here::{use_shell, use_words},
        parts::{Button, Frame, Note, Tone},
        words::Key,
    },
};
use dioxus::prelude::*;

/// Before it is made, and after.
#[component]
pub fn TakeAlongPage(
    /// What was made, once it was.
    made: Option<Taken>,
    busy: bool,
    trouble: Option<OwnTrouble>,
    on_make: EventHandler<Passphrase>,
) -> Element {
    let words = use_words();
    rsx! {
        Frame { title: words.get("own-copy"),
            if let Some(made) = made {
                Made { made }
            } else {
                p { {words.get("own-copy-what")} }
                if let Some(trouble) = trouble {
                    OwnTroubleNote { trouble }
                }
                Ask { busy, on_make }
            }
        }
    }
}

/// Where it is, and what the passphrase is for.
#[component]
fn Made(made: Taken) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    rsx! {
        div { role: "status",
            Note { done: true, head: words.get("own-copy-done"),
                p { class: "own-path", {words.with("own-copy-where", [("name", made.name.into()), ("folder", made.folder.into())])} }
                p { {words.get("own-copy-safe")} }
            }
        }
        p { {words.get("own-passphrase-only")} }
        Button {
            tone: Tone::First,
            wide: true,
            label: words.get("form-done"),
            on_press: move |()| shell.way.back(),
        }
    }
}

#[component]
fn Ask(busy: bool, on_make: EventHandler<Passphrase>) -> Element {
    let words = use_words();
    let (mut first, mut second) = (use_signal(String::new), use_signal(String::new));
    let mut mistake = use_signal(|| None::<Key>);
    let shown = use_signal(|| false);
    let make = move |()| {
        if busy {
            return;
        }
        match Passphrase::new(first.peek().as_str()) {
            Err(_) => mistake.set(Some(Key("own-passphrase-short"))),
            Ok(_) if *first.peek() != *second.peek() => mistake.set(Some(Key("own-passphrase-differs"))),
            Ok(passphrase) => {
                mistake.set(None);
                on_make.call(passphrase);
            }
        }
    };
    rsx! {
        section { class: "stack", "aria-labelledby": "own-lock",
            h2 { id: "own-lock", {words.get("own-passphrase-title")} }
            p { {words.get("own-passphrase-only")} }
            PassphraseField {
                id: "passphrase",
                label: words.get("own-passphrase"),
                hint: words.get("own-passphrase-hint"),
                shown,
                new: true,
                on_type: move |typed| {
                    mistake.set(None);
                    first.set(typed);
                },
            }
            PassphraseField {
                id: "passphrase-again",
                label: words.get("own-passphrase-again"),
                shown,
                new: true,
                on_type: move |typed| {
                    mistake.set(None);
                    second.set(typed);
                },
            }
            ShowTyped { shown }
            if let Some(mistake) = mistake() {
                p { class: "mistake", role: "alert", {words.say(mistake)} }
            }
            Button {
                tone: Tone::First,
                wide: true,
                label: words.get(if busy { "own-copy-busy" } else { "own-copy-make" }),
                on_press: make,
            }
        }
    }
}

/// A field for a passphrase, hidden until the patient wants to see it.
#[component]
pub(super) fn PassphraseField(
    id: &'static str,
    label: String,
    hint: Option<String>,
    shown: Signal<bool>,
    /// It is made here, and not one to be remembered from elsewhere.
    new: bool,
    on_type: EventHandler<String>,
) -> Element {
    let described = hint.is_some().then(|| format!("{id}-hint"));
    rsx! {
        div { class: "field",
            label { r#for: "{id}", "{label}" }
            if let Some(hint) = hint {
                p { id: "{id}-hint", class: "small soft", "{hint}" }
            }
            input {
                id: "{id}",
                r#type: if shown() { "text" } else { "password" },
                autocomplete: if new { "new-password" } else { "off" },
                autocapitalize: "none",
                spellcheck: "false",
                "aria-describedby": described,
                oninput: move |event| on_type.call(event.value()),
            }
        }
    }
}

/// Shows what is typed, for who types alone.
#[component]
pub(super) fn ShowTyped(shown: Signal<bool>) -> Element {
    let words = use_words();
    let mut shown = shown;
    rsx! {
        label { class: "option",
            input {
                r#type: "checkbox",
                checked: shown(),
                onchange: move |event| shown.set(event.checked()),
            }
            span { class: "mark box", "aria-hidden": "true" }
            span { {words.get("own-passphrase-show")} }
        }
    }
}

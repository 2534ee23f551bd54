//! Take it all with you: a passphrase, typed twice, and then where the copy is.

use super::trouble::OwnTroubleNote;
use crate::{
    app::{
        Passphrase,
        read::{OwnTrouble, Taken},
    },
    ui::{
        here::{use_shell, use_words},
        parts::{Button, Frame, Mistake, Note, Tone},
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
    // Each stands below its own field.
    let (mut short, mut differs) = (use_signal(|| false), use_signal(|| false));
    let shown = use_signal(|| false);
    let make = move |()| {
        if busy {
            return;
        }
        let passphrase = Passphrase::new(first.peek().as_str());
        short.set(passphrase.is_err());
        differs.set(passphrase.is_ok() && *first.peek() != *second.peek());
        if let Some(passphrase) = passphrase.ok().filter(|_| !*differs.peek()) {
            on_make.call(passphrase);
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
                mistake: short().then(|| words.get("own-passphrase-short")),
                shown,
                new: true,
                on_type: move |typed| {
                    short.set(false);
                    differs.set(false);
                    first.set(typed);
                },
            }
            PassphraseField {
                id: "passphrase-again",
                label: words.get("own-passphrase-again"),
                mistake: differs().then(|| words.get("own-passphrase-differs")),
                shown,
                new: true,
                on_type: move |typed| {
                    differs.set(false);
                    second.set(typed);
                },
            }
            ShowTyped { shown }
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
    /// What is not as it should be, below the field.
    mistake: Option<String>,
    shown: Signal<bool>,
    /// It is made here, and not one to be remembered from elsewhere.
    new: bool,
    on_type: EventHandler<String>,
) -> Element {
    let hinted = hint.is_some().then(|| format!("{id}-hint"));
    let mistaken = mistake.is_some().then(|| format!("{id}-mistake"));
    let described: Vec<String> = hinted.into_iter().chain(mistaken).collect();
    let invalid = mistake.is_some().then_some("true");
    let described = Some(described.join(" ")).filter(|ids| !ids.is_empty());
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
                "aria-invalid": invalid,
                "aria-describedby": described,
                oninput: move |event| on_type.call(event.value()),
            }
            if let Some(said) = mistake {
                Mistake { id: "{id}-mistake", said }
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

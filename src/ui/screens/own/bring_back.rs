//! Bring it back: which copy, its passphrase, and what happens to what is here.

use super::{
    take_along::{PassphraseField, ShowTyped},
    trouble::OwnTroubleNote,
};
use crate::{
    app::{
        Passphrase,
        read::{Copies, OwnTrouble},
    },
    ui::{
        here::{use_here, use_shell},
        navigation::{OwnPage, Screen},
        parts::{Button, Frame, Mistake, Tone},
    },
};
use dioxus::prelude::*;
use std::path::PathBuf;

/// A copy that is to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    pub path: PathBuf,
    pub name: String,
}

/// From the copies that were found, or another file.
#[component]
pub fn BringBackPage(
    copies: Copies,
    /// Nobody is here: signing in comes after it.
    nobody: bool,
    busy: bool,
    trouble: Option<OwnTrouble>,
    /// Opens the copy; true puts it in the place of things it does not have.
    on_open: EventHandler<(Chosen, Passphrase, bool)>,
) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    // Where there is one copy it is the one.
    let only = match copies.found.as_slice() {
        [one] => Some(Chosen { path: one.path.clone(), name: one.name.clone() }),
        _ => None,
    };
    let chosen = use_signal(|| only);
    let mut typed = use_signal(String::new);
    let mut asked = use_signal(|| false);
    let shown = use_signal(|| false);
    let open = move |replace: bool| {
        let (chosen, typed) = (chosen.peek().clone(), typed.peek().clone());
        asked.set(chosen.is_none() || typed.is_empty());
        if let Some(chosen) = chosen.filter(|_| !busy && !typed.is_empty()) {
            on_open.call((chosen, Passphrase::given(typed), replace));
        }
    };
    let mut replacing = open;
    let mut opening = open;
    rsx! {
        Frame { title: words.get("own-back"),
            p { {words.get(if nobody { "own-back-then" } else { "own-back-instead" })} }
            if let Some(trouble) = trouble {
                OwnTroubleNote { trouble,
                    if matches!(trouble, OwnTrouble::WouldLose(_)) {
                        Button {
                            tone: Tone::First,
                            label: words.get("own-copy-go"),
                            on_press: move |()| shell.way.go(Screen::Own(OwnPage::TakeAlong)),
                        }
                        Button {
                            tone: Tone::Quiet,
                            label: words.get("own-back-replace"),
                            on_press: move |()| replacing(true),
                        }
                    }
                }
            }
            Which { copies, chosen, missing: asked() && chosen.read().is_none() }
            section { class: "stack", "aria-labelledby": "own-lock",
                h2 { id: "own-lock", {words.get("own-passphrase-title")} }
                PassphraseField {
                    id: "passphrase",
                    label: words.get("own-passphrase"),
                    mistake: (asked() && typed.read().is_empty()).then(|| words.get("own-back-type")),
                    shown,
                    new: false,
                    on_type: move |now| typed.set(now),
                }
                ShowTyped { shown }
                Button {
                    tone: Tone::First,
                    wide: true,
                    label: words.get(if busy { "own-back-busy" } else { "own-back-open" }),
                    on_press: move |()| opening(false),
                }
            }
        }
    }
}

/// The copies that were found, the newest first, and a way to any other file.
#[component]
fn Which(
    copies: Copies,
    chosen: Signal<Option<Chosen>>,
    /// A copy was to be opened, and none is chosen.
    missing: bool,
) -> Element {
    let here = use_here();
    let words = here.words();
    let mut place = chosen;
    let now = chosen.read().clone();
    let is_listed = |chosen: &Chosen| copies.found.iter().any(|copy| copy.path == chosen.path);
    let elsewhere = now.clone().filter(|chosen| !is_listed(chosen));
    rsx! {
        section { class: "stack", "aria-labelledby": "own-which",
            h2 { id: "own-which", {words.get("own-back-which")} }
            if let Some(folder) = copies.folder.clone() {
                p { class: "small soft own-path",
                    {words.with(if copies.found.is_empty() { "own-back-none" } else { "own-back-found" }, [("folder", folder.into())])}
                }
            }
            if !copies.found.is_empty() {
                fieldset { class: "own-copies", role: "radiogroup", "aria-labelledby": "own-which",
                    for copy in copies.found.clone() {
                        label { key: "{copy.name}", class: "option",
                            input {
                                r#type: "radio",
                                name: "copy",
                                checked: now.as_ref().is_some_and(|chosen| chosen.path == copy.path),
                                onchange: {
                                    let one = Chosen { path: copy.path.clone(), name: copy.name.clone() };
                                    move |_| place.set(Some(one.clone()))
                                },
                            }
                            span { class: "mark", "aria-hidden": "true" }
                            span { class: "stack close",
                                span { class: "own-path", "{copy.name}" }
                                span { class: "small soft",
                                    if let Some(at) = copy.changed {
                                        {here.stamp(at)}
                                        ", "
                                    }
                                    {words.with("own-size", [("size", (copy.size.div_ceil(1024)).into())])}
                                }
                            }
                        }
                    }
                }
            }
            label { class: "button file-button",
                input {
                    id: "own-file",
                    r#type: "file",
                    name: "own-file",
                    accept: ".age",
                    onchange: move |event| {
                        if let Some(file) = event.files().into_iter().next() {
                            place.set(Some(Chosen { path: file.path(), name: file.name() }));
                        }
                    },
                }
                {words.get("own-back-other")}
            }
            if missing {
                Mistake { id: "copy-mistake", said: words.get("own-back-choose") }
            }
            div { role: "status",
                if let Some(chosen) = elsewhere {
                    p { class: "own-path", {words.with("own-back-chosen", [("name", chosen.name.into())])} }
                }
            }
        }
    }
}

//! Welcome: connect to one's own clinic, or look around with a sample plan.

use crate::{
    app::read::{Language, SyncTrouble},
    ui::{
        here::use_words,
        parts::{Button, Frame, Languages, Setting, Tone, TroubleNote},
    },
};
use dioxus::prelude::*;

/// The first screen of all.
#[component]
pub fn WelcomePage(
    /// The address as typed so far.
    address: String,
    /// Why the last attempt did not work.
    trouble: Option<SyncTrouble>,
    on_type: EventHandler<String>,
    on_connect: EventHandler<String>,
    on_look_around: EventHandler<()>,
    on_language: EventHandler<Language>,
    /// The person is no patient yet.
    on_ask_first: EventHandler<()>,
    /// The patient has a copy of their record.
    on_bring_back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let mut empty = use_signal(|| false);
    let described = if empty() { "address-hint address-mistake" } else { "address-hint" };
    // Given once, when the field appears: written back while somebody types, it would swallow letters.
    let before = use_hook(|| address.clone());
    let typed = address;
    let connect = move |()| {
        let wanted = typed.trim().to_owned();
        empty.set(wanted.is_empty());
        if !wanted.is_empty() {
            on_connect.call(wanted);
        }
    };
    let mut connect_by_key = connect.clone();
    rsx! {
        Frame { title: words.get("welcome"),
            Languages { bare: true, on_language }
            div { class: "stack welcome",
                Stones {}
                p { class: "lead", {words.get("welcome-lead")} }
            }
            if let Some(trouble) = trouble {
                TroubleNote { trouble, setting: Setting::Connecting }
            }
            section { class: "stack", "aria-labelledby": "connect",
                h2 { id: "connect", {words.get("connect-title")} }
                div { class: "field",
                    label { r#for: "address", {words.get("clinic-address")} }
                    p { id: "address-hint", class: "small soft", {words.get("clinic-address-hint")} }
                    input {
                        id: "address",
                        r#type: "url",
                        inputmode: "url",
                        autocomplete: "off",
                        autocapitalize: "none",
                        spellcheck: "false",
                        "aria-describedby": described,
                        "aria-invalid": if empty() { "true" },
                        initial_value: "{before}",
                        oninput: move |event| {
                            empty.set(false);
                            on_type.call(event.value());
                        },
                        onkeydown: move |event| {
                            if event.key() == Key::Enter {
                                connect_by_key(());
                            }
                        },
                    }
                    if empty() {
                        p { class: "mistake", id: "address-mistake", role: "alert", {words.get("address-missing")} }
                    }
                }
                Button { tone: Tone::First, wide: true, label: words.get("connect"), on_press: connect }
                p { class: "small soft", {words.get("connect-next")} }
            }
            section { class: "stack or", "aria-labelledby": "look-around",
                h2 { id: "look-around", {words.get("look-around-title")} }
                p { {words.get("look-around-lead")} }
                Button { wide: true, label: words.get("look-around"), on_press: move |()| on_look_around.call(()) }
            }
            section { class: "stack or", "aria-labelledby": "not-yet",
                h2 { id: "not-yet", {words.get("first-ask-title")} }
                p { {words.get("first-ask-welcome")} }
                Button { wide: true, label: words.get("first-ask-go"), on_press: move |()| on_ask_first.call(()) }
            }
            Button { tone: Tone::Quiet, label: words.get("own-welcome"), on_press: move |()| on_bring_back.call(()) }
        }
    }
}

/// Stones upon each other: what a cairn is, for the eye alone.
#[component]
fn Stones() -> Element {
    rsx! {
        svg { class: "stones", view_box: "0 0 88 88", width: "88", height: "88", "aria-hidden": "true",
            path { d: "M10 73c0-8 14-11 34-11s34 3 34 11-14 9-34 9-34-1-34-9Z" }
            path { d: "M18 53c0-7 10-9 25-9s27 2 27 9-11 9-26 9-26-2-26-9Z" }
            path { d: "M27 35c0-6 7-8 18-8s18 2 18 8-7 9-19 9-17-3-17-9Z" }
            path { d: "M34 18c0-6 4-10 11-10s11 4 11 10-4 9-11 9-11-3-11-9Z" }
        }
    }
}

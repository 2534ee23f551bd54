//! Who drives the patient home: name and number, whether it is certain, and the text to send.

use super::hand_off::hand_off_text;
use crate::{
    app::read::{DriverView, HandOff},
    care::Private,
    ui::{
        here::{use_here, use_shell},
        parts::{Button, Frame, Note, Sending, SyncLine, Tone, mail_link, sms_link},
    },
};
use dioxus::prelude::*;

/// A name or a number is not longer.
const LONGEST: usize = 80;

/// The ride home.
#[component]
pub fn DriverPage(
    model: DriverView,
    /// Name and number, to be kept.
    on_keep: EventHandler<(Private, Private)>,
    /// Name and number of somebody who will come for certain.
    on_confirm: EventHandler<(Private, Private)>,
    /// It is not certain any more.
    on_take_back: EventHandler<()>,
) -> Element {
    let shell = use_shell();
    let words = use_here().words();
    let practice = shell.practice();
    let mut changing = use_signal(|| false);
    let editing = changing() || !model.confirmed;
    rsx! {
        Frame { title: words.get("my-ride"),
            if editing {
                Who {
                    model: model.clone(),
                    on_keep: move |who| {
                        // What is certain is not made uncertain by looking at it.
                        if !changing() {
                            on_keep.call(who);
                        }
                    },
                    on_confirm: move |who| {
                        changing.set(false);
                        on_confirm.call(who);
                    },
                }
            } else {
                section { class: "card", "aria-labelledby": "set",
                    h2 { id: "set", {words.get("driver-set")} }
                    div { class: "stack close",
                        if let Some(name) = &model.name {
                            p { "{name.reveal()}" }
                        }
                        if let Some(phone) = model.phone.as_ref().filter(|phone| !phone.is_blank()) {
                            p { class: "soft", "{phone.reveal()}" }
                        }
                    }
                    p { class: "small soft", {words.get(if practice { "driver-told-practice" } else { "driver-told" })} }
                    if let Some(delivery) = model.delivery {
                        SyncLine { delivery, leads: true }
                    }
                    div { class: "buttons",
                        Button { label: words.get("driver-change"), on_press: move |()| changing.set(true) }
                        Button { tone: Tone::Quiet, label: words.get("driver-off"), on_press: move |()| on_take_back.call(()) }
                    }
                }
            }
            section { class: "stack", "aria-labelledby": "hand-over",
                h2 { id: "hand-over", {words.get("hand-off")} }
                if let Some(hand_off) = model.hand_off {
                    HandingOver { hand_off, name: model.name, phone: model.phone }
                } else {
                    p { {words.get("hand-off-none")} }
                }
            }
        }
    }
}

/// Who it is, to be written.
#[component]
fn Who(
    model: DriverView,
    on_keep: EventHandler<(Private, Private)>,
    on_confirm: EventHandler<(Private, Private)>,
) -> Element {
    let words = use_here().words();
    let text = |of: &Option<Private>| of.as_ref().map_or_else(String::new, |of| of.reveal().to_owned());
    // Given once, when the fields appear: written back while somebody types, they would swallow letters.
    let before = use_hook(|| (text(&model.name), text(&model.phone)));
    let mut name = use_signal({
        let before = before.0.clone();
        move || before
    });
    let mut phone = use_signal({
        let before = before.1.clone();
        move || before
    });
    let mut asked = use_signal(|| false);
    let who = move || (Private::new(name.peek().trim()), Private::new(phone.peek().trim()));
    let nameless = asked() && name.read().trim().is_empty();
    rsx! {
        p { {words.get("driver-lead")} }
        if model.suggested {
            Note { head: words.get("driver-suggested") }
        }
        div { class: "stack",
            div { class: "field",
                label { r#for: "driver-name", {words.get("driver-name")} }
                input {
                    id: "driver-name",
                    r#type: "text",
                    autocomplete: "off",
                    maxlength: "{LONGEST}",
                    "aria-invalid": if nameless { "true" },
                    "aria-describedby": if nameless { "driver-nameless" },
                    initial_value: "{before.0}",
                    oninput: move |event| name.set(event.value()),
                    onchange: move |_| on_keep.call(who()),
                }
                if nameless {
                    p { id: "driver-nameless", class: "mistake", role: "alert", {words.get("driver-name-first")} }
                }
            }
            div { class: "field",
                label { r#for: "driver-phone", {words.get("driver-phone")} }
                input {
                    id: "driver-phone",
                    r#type: "tel",
                    autocomplete: "off",
                    maxlength: "{LONGEST}",
                    initial_value: "{before.1}",
                    oninput: move |event| phone.set(event.value()),
                    onchange: move |_| on_keep.call(who()),
                }
            }
            Button {
                tone: Tone::First,
                wide: true,
                label: words.get("driver-confirm"),
                on_press: move |()| {
                    asked.set(true);
                    if !name.peek().trim().is_empty() {
                        on_confirm.call(who());
                    }
                },
            }
        }
    }
}

/// The text with the ways to send it.
#[component]
fn HandingOver(hand_off: HandOff, name: Option<Private>, phone: Option<Private>) -> Element {
    let here = use_here();
    let words = here.words();
    let text = hand_off_text(here, name.as_ref(), &hand_off);
    let (sms, mail) =
        (sms_link(phone.as_ref(), &text), mail_link(None, &words.get("hand-off-subject"), &text));
    rsx! {
        p { class: "soft", {words.get("hand-off-lead")} }
        if hand_off.left_out {
            p { class: "small soft", {words.get("hand-off-left-out")} }
        }
        Sending { id: "hand-off-text", text, sms, mail }
    }
}

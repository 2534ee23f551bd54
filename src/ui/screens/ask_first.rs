//! Before one is a patient: a few words for a first talk, put together here and sent by the person themselves.

use crate::{
    care::Private,
    ui::{
        first_ask::FreeTime,
        here::use_shell,
        parts::{Frame, Icon, Note, Sending, Sign, address, mail_link, sms_link},
        words::Key,
    },
};
use dioxus::prelude::*;

/// A name, a number or an address is not longer.
const LONGEST: usize = 120;
/// A few sentences: more belongs into the talk, and longer links do not open everywhere.
const MOST_ASKED: usize = 600;

/// What is asked, the text it makes, and the ways to send it.
#[component]
pub fn AskFirstPage() -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    let mut draft = shell.draft;
    let ask = draft.read().ask.clone();
    let text = ask.text(words);
    let (sms, mail) =
        (sms_link(ask.phone(), &text), mail_link(ask.mail(), &words.get("first-ask-subject"), &text));
    rsx! {
        Frame { title: words.get("first-ask"),
            p { class: "lead", {words.get("first-ask-lead")} }
            Note { warm: true, head: words.get("first-ask-open"),
                p { {words.get("first-ask-leave-out")} }
            }
            div { class: "stack",
                Line {
                    id: "ask-name",
                    label: Key("first-ask-name"),
                    before: ask.name.clone(),
                    on_type: move |typed| draft.write().ask.name = typed,
                }
                Line {
                    id: "ask-reach",
                    label: Key("first-ask-reach"),
                    before: ask.reach.clone(),
                    on_type: move |typed| draft.write().ask.reach = typed,
                }
                fieldset { class: "options",
                    legend { class: "label", {words.get("first-ask-times")} }
                    for (time, name) in FreeTime::ALL {
                        label { key: "{name.0}", class: "option",
                            input {
                                r#type: "checkbox",
                                checked: ask.times.contains(&time),
                                onchange: move |event| {
                                    let times = &mut draft.write().ask.times;
                                    if event.checked() { times.insert(time) } else { times.remove(&time) };
                                },
                            }
                            span { class: "mark box", "aria-hidden": "true" }
                            span { {words.say(name)} }
                        }
                    }
                }
                Question { before: ask.question.clone() }
                Line {
                    id: "ask-to",
                    label: Key("first-ask-to"),
                    before: ask.to.clone(),
                    on_type: move |typed| draft.write().ask.to = typed,
                }
            }
            section { class: "stack", "aria-labelledby": "ask-text-title",
                h2 { id: "ask-text-title", {words.get("first-ask-text")} }
                p { class: "small soft", {words.get("first-ask-not-kept")} }
                Sending { id: "first-ask-words", text, sms, mail }
                if let Some(phone) = ask.phone() {
                    a { class: "button wide", href: address(crate::care::Way::Phone, phone.reveal()),
                        Icon { sign: Sign::Call }
                        {words.get("first-ask-call")}
                    }
                }
            }
        }
    }
}

/// A field of one line. What it holds is given once: written back while somebody types, it would swallow letters.
#[component]
fn Line(id: &'static str, label: Key, before: Private, on_type: EventHandler<Private>) -> Element {
    let words = crate::ui::here::use_words();
    let before = use_hook(|| before.reveal().to_owned());
    rsx! {
        div { class: "field",
            label { r#for: id, {words.say(label)} }
            input {
                id,
                r#type: "text",
                autocomplete: "off",
                maxlength: "{LONGEST}",
                initial_value: "{before}",
                oninput: move |event| on_type.call(Private::new(event.value())),
            }
        }
    }
}

#[component]
fn Question(before: Private) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    let mut draft = shell.draft;
    let before = use_hook(|| before.reveal().to_owned());
    rsx! {
        div { class: "field",
            label { r#for: "ask-question", {words.get("first-ask-question")} }
            p { id: "ask-question-hint", class: "small soft", {words.get("first-ask-question-hint")} }
            textarea {
                id: "ask-question",
                rows: "3",
                maxlength: "{MOST_ASKED}",
                "aria-describedby": "ask-question-hint",
                initial_value: "{before}",
                oninput: move |event| draft.write().ask.question = Private::new(event.value()),
            }
        }
    }
}

//! Before a form: how long it is, who reads it and when, and that one can stop at any time.

use super::name_of;
use crate::{
    app::read::{FormIntro, Help},
    ui::{
        here::use_here,
        parts::{BeforeForm, Button, Frame, Tone},
        words::Key,
    },
};
use dioxus::prelude::*;

/// What is said before it is begun.
#[component]
pub fn FormIntroPage(model: FormIntro, help: Option<Help>, on_begin: EventHandler<()>) -> Element {
    let here = use_here();
    let words = here.words();
    let count = [("count", model.questions.into())];
    let who_reads = if model.practice { Key("form-who-reads-practice") } else { Key("form-who-reads") };
    let other_language = model.language.as_ref().is_some_and(|language| {
        language.split('-').next().is_some_and(|own| !own.eq_ignore_ascii_case(words.tag()))
    });
    rsx! {
        Frame { title: name_of(words, model.title.as_ref()),
            div { class: "stack",
                p { class: "lead",
                    if model.varies {
                        {words.with("form-length-about", count)}
                    } else {
                        {words.with("form-length", count)}
                    }
                    " "
                    {words.get("form-pace")}
                }
                p {
                    {words.get("form-kept")}
                    " "
                    {words.say(who_reads)}
                    " "
                    {words.get("form-keep-for")}
                }
                if other_language {
                    p { class: "soft", {words.get("form-language")} }
                }
            }
            if let Some(help) = help.filter(|_| model.asks_about_harm) {
                BeforeForm { model: help }
            }
            div { class: "last stack",
                Button {
                    tone: Tone::First,
                    wide: true,
                    label: words.get("form-begin"),
                    on_press: move |()| on_begin.call(()),
                }
                if let Some(copyright) = model.copyright {
                    Copyright { copyright }
                }
            }
        }
    }
}

/// Whose texts these are.
#[component]
pub(super) fn Copyright(copyright: String) -> Element {
    let words = use_here().words();
    rsx! {
        details { class: "copyright",
            summary { {words.get("form-copyright")} }
            p { class: "small soft pre", "{copyright}" }
        }
    }
}

//! A finished form: thanks, where it is, what it adds up to in the words of its authors, and no advice.

use super::{intro::Copyright, name_of, review::Answers};
use crate::{
    app::read::{FinishedForm, SafetyView},
    care::instruments::{Band, Outcome},
    ui::{
        here::{use_here, use_shell},
        navigation::Screen,
        parts::{Button, Frame, PinnedSafety, SyncLine, Tone},
        words::{Key, Words},
    },
};
use dioxus::prelude::*;

/// The finished form, read only.
#[component]
pub fn FinishedFormPage(
    model: FinishedForm,
    /// The card about help, where something in it calls for that.
    safety: Option<SafetyView>,
    /// It was finished just now.
    #[props(default)]
    thanks: bool,
    on_dismiss: EventHandler<()>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let shell = use_shell();
    let practice = shell.practice();
    let lead = if practice { Key("form-thanks-practice") } else { Key("form-thanks-lead") };
    let mut open = use_signal(|| !thanks);
    let name = name_of(words, model.title.as_ref());
    let at = here.stamp(model.at);
    rsx! {
        Frame {
            title: if thanks { words.get("form-thanks") } else { name.clone() },
            sub: if thanks { name } else { words.with("form-finished-at", [("time", at.into())]) },
            if let Some(safety) = safety {
                PinnedSafety { model: safety, on_dismiss }
            }
            div { class: "stack close",
                if thanks {
                    p { class: "lead", {words.say(lead)} }
                }
                SyncLine { delivery: model.delivery, leads: true }
            }
            if !model.scores.is_empty() {
                section { class: "card", "aria-labelledby": "adds-up",
                    h2 { id: "adds-up", {words.get("form-thanks-scores")} }
                    for score in model.scores.iter() {
                        Score { key: "{score.instrument.name()}", score: score.clone() }
                    }
                    p { class: "small soft", {words.get("form-scores-mean")} }
                }
            }
            if open() {
                Answers { pages: model.pages, on_turn: None }
            } else {
                Button { label: words.get("form-see-answers"), on_press: move |()| open.set(true) }
            }
            div { class: "last stack",
                if thanks {
                    Button {
                        tone: Tone::First,
                        wide: true,
                        label: words.get("form-done"),
                        on_press: move |()| shell.way.go(Screen::Today),
                    }
                }
                if let Some(copyright) = model.copyright {
                    Copyright { copyright }
                }
            }
        }
    }
}

/// A total with the word of its source, or how many answers there are where there is no total.
#[component]
fn Score(score: Outcome) -> Element {
    let words = use_here().words();
    let name = score.instrument.name();
    rsx! {
        div { class: "stack close",
            p { class: "total",
                span { class: "name", "{name}" }
                " "
                {total_words(words, &score)}
            }
            if let Some((before, band, after)) = score.band.map(|band| band_words(words, band)) {
                // The word of the source, which is English.
                p {
                    "{before}"
                    span { lang: "en", "{band}" }
                    "{after}"
                }
            }
        }
    }
}

/// What comes before the word of the source, that word, and what comes after it.
fn band_words(words: Words, band: Band) -> (String, &'static str, String) {
    let gaps = [
        ("source", band.source.into()),
        ("from", band.from.into()),
        ("to", band.to.into()),
        ("words", band.words.into()),
    ];
    let said = words.with("form-band", gaps);
    let (before, after) = said.split_once(band.words).unwrap_or((&said, ""));
    (before.to_owned(), band.words, after.to_owned())
}

fn total_words(words: Words, score: &Outcome) -> String {
    match score.total {
        Some(total) => {
            words.with("form-total", [("total", total.into()), ("most", score.instrument.most().into())])
        }
        None => words.with("form-partial", [("answered", score.answered.into()), ("of", score.of.into())]),
    }
}

//! One quiet note for a sitting that runs, or that ended and was not noted: where it stands, and the way to it.

use crate::{
    care::journal::{Practice, Sitting},
    ui::{
        carrying::Still,
        here::{use_here, use_shell},
        navigation::Screen,
        parts::{Button, Note, Tone},
        words::Key,
    },
};
use dioxus::prelude::*;

/// Shows nothing while nobody sits and nothing is to be noted.
#[component]
pub fn SittingNote() -> Element {
    let shell = use_shell();
    let here = use_here();
    let words = here.words();
    let mut draft = shell.draft;
    let still = use_memo(move || draft.read().carrying.still);
    let at = |sitting: Sitting| here.stamp(sitting.until);
    let (head, open, over) = match still() {
        Still::No => return rsx! {},
        Still::Sitting(sitting) => {
            (words.with("timer-until", [("time", at(sitting).into())]), Key("sitting-go"), false)
        }
        Still::Over(sitting) => {
            (words.with("sitting-ended", [("time", at(sitting).into())]), Key("sitting-note"), true)
        }
    };
    rsx! {
        Note { head,
            div { class: "buttons",
                Button {
                    label: words.say(open),
                    on_press: move |()| shell.way.go(Screen::Practice(Practice::Sit)),
                }
                if over {
                    Button {
                        tone: Tone::Quiet,
                        label: words.get("sitting-nothing"),
                        on_press: move |()| draft.write().carrying.still = Still::No,
                    }
                }
            }
        }
    }
}

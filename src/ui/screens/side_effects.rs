//! The side effect log: what is still there, a place to note the next, and what is over. No verdict, and the clinic's own
//! list of when to call one press away.

mod line;
mod log;
pub(super) mod words;

use crate::{
    app::{NewSideEffect, read::SideEffects},
    care::{Id, Severity},
    ui::{
        here::use_shell,
        navigation::Screen,
        parts::{Button, Frame, Tone},
        words::Key,
    },
};
use chrono::{DateTime, Utc};
use dioxus::prelude::*;
use line::{OverLine, StillThereLine};
use log::LogForm;

/// What is said about an entry that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// So much of it there is now.
    Now(Severity),
    /// It is over, since then or now.
    Over(Option<DateTime<Utc>>),
    Remove,
}

/// The log.
#[component]
pub fn SideEffectsPage(
    model: SideEffects,
    /// Counts what was logged: with each the form is a new one, and empty.
    logged: usize,
    on_log: EventHandler<NewSideEffect>,
    on_say: EventHandler<(Id, Said)>,
    on_older: EventHandler<()>,
) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    let practice = shell.practice();
    rsx! {
        Frame { title: words.get("side-effects"),
            p { class: "small soft",
                {words.say(if practice { Key("who-reads-practice") } else { Key("side-effects-read") })}
            }
            if !model.still_there.is_empty() {
                section { class: "stack", "aria-labelledby": "still-there",
                    h2 { id: "still-there", {words.get("still-there")} }
                    ul { class: "stack effects",
                        for line in model.still_there {
                            StillThereLine { key: "{line.effect.id}", line, on_say }
                        }
                    }
                }
            }
            for count in [logged] {
                LogForm { key: "{count}", choices: model.choices.clone(), on_log }
            }
            section { class: "stack", "aria-labelledby": "when-to-call",
                h2 { id: "when-to-call", {words.get("when-to-call")} }
                p { {words.get("when-to-call-lead")} }
                Button { wide: true, label: words.get("see-when-to-call"), on_press: move |()| shell.way.go(Screen::Help) }
            }
            if !model.over.is_empty() {
                section { class: "stack", "aria-labelledby": "over",
                    h2 { id: "over", {words.get("effects-over")} }
                    ul { class: "lines",
                        for line in model.over {
                            OverLine { key: "{line.effect.id}", line, on_say }
                        }
                    }
                    if model.more {
                        Button {
                            tone: Tone::Quiet,
                            wide: true,
                            label: words.get("show-older"),
                            on_press: move |()| on_older.call(()),
                        }
                    }
                }
            }
        }
    }
}

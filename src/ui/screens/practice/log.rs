//! The log of what helped: what it was and when, and the patient's own words.

use super::names::name;
use crate::{
    app::read::PractisedLine,
    care::{
        Id,
        journal::{Kept, Practised},
    },
    ui::{
        here::{Here, use_here},
        parts::{Button, Tone},
        screens::carry::KeepMark,
        when,
        words::Key,
    },
};
use dioxus::prelude::*;

/// "Slow breathing, 5 min. 7:10 pm today": seven in the evening stays seven in the evening, wherever it is read.
pub(in crate::ui::screens) fn practised_words(here: Here, one: &Practised) -> String {
    let words = here.words();
    let at = when::moment(words, one.at.with_timezone(&one.zone).naive_local(), here.today());
    let name = name(words, &one.practice);
    match one.minutes {
        Some(count) => words
            .with("practised-for", [("practice", name.into()), ("count", count.into()), ("when", at.into())]),
        None => words.with("practised-at", [("practice", name.into()), ("when", at.into())]),
    }
}

/// The lines of the log, the newest first.
#[component]
pub(super) fn Log(
    lines: Vec<PractisedLine>,
    on_keep: EventHandler<(Kept, bool)>,
    on_remove: EventHandler<Id>,
) -> Element {
    let here = use_here();
    let words = here.words();
    rsx! {
        section { class: "stack", "aria-labelledby": "practised",
            h2 { id: "practised", {words.get("practised")} }
            p { class: "soft",
                {words.say(if lines.is_empty() { Key("practised-none") } else { Key("practised-lead") })}
            }
            ul { class: "lines",
                for PractisedLine { practised, kept } in lines {
                    li { key: "{practised.id}", class: "stack close",
                        div { id: "practised-{practised.id}", class: "stack close",
                            p { class: "small soft", {practised_words(here, &practised)} }
                            if let Some(helped) = &practised.words {
                                p { class: "own-words", "{helped.reveal()}" }
                            }
                        }
                        div { class: "buttons",
                            KeepMark {
                                kept,
                                described_by: "practised-{practised.id}",
                                on_keep: {
                                    let id = practised.id.clone();
                                    move |keep| on_keep.call((Kept::Practised(id.clone()), keep))
                                },
                            }
                            Button {
                                tone: Tone::Quiet,
                                label: words.get("practised-remove"),
                                described_by: "practised-{practised.id}",
                                on_press: {
                                    let id = practised.id.clone();
                                    move |()| on_remove.call(id.clone())
                                },
                            }
                        }
                    }
                }
            }
        }
    }
}

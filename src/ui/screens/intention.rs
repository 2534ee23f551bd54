//! The intention: one sentence, held lightly, changed as often as one likes; what stood there before stays.

use crate::{
    care::{Intention, Private},
    ui::{
        here::{use_here, use_shell},
        parts::{Button, Frame, Icon, Sign, Tone},
    },
};
use dioxus::prelude::*;

/// One sentence is enough here, and an event that carries much more does not get from the page to the app.
const MOST_LETTERS: usize = 500;

/// The sentence, and the ones before it.
#[component]
pub fn IntentionPage(
    /// The newest first.
    model: Vec<Intention>,
    on_save: EventHandler<Private>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let mut draft = use_shell().draft;
    // Given once, when the field appears: written back while somebody types, it would swallow letters.
    let before = use_hook(|| {
        let newest = model.first().map(|newest| newest.words.clone());
        draft.peek().intention.clone().or(newest).map_or_else(String::new, |said| said.reveal().to_owned())
    });
    let saved = model.first().cloned();
    let earlier: Vec<_> = model.into_iter().skip(1).collect();
    rsx! {
        Frame { title: words.get("intention-title"),
            p { {words.get("intention-lead")} }
            div { class: "field",
                label { r#for: "intention", {words.get("intention-question")} }
                textarea {
                    id: "intention",
                    rows: "3",
                    maxlength: "{MOST_LETTERS}",
                    "aria-describedby": "intention-where",
                    initial_value: "{before}",
                    oninput: move |event| draft.write().intention = Some(Private::new(event.value())),
                }
                p { id: "intention-where", class: "small soft", {words.get("intention-where")} }
            }
            div { role: "status",
                if let Some(saved) = saved {
                    p { class: "sync",
                        Icon { sign: Sign::Phone, little: true }
                        {words.with("intention-kept", [("time", here.stamp(saved.at).into())])}
                    }
                }
            }
            if !earlier.is_empty() {
                details {
                    summary { {words.with("earlier-intentions", [("count", earlier.len().into())])} }
                    ul { class: "lines",
                        for one in earlier {
                            li { key: "{one.id}", class: "stack close",
                                p { class: "own-words", "{one.words.reveal()}" }
                                p { class: "small soft", {here.stamp(one.at)} }
                            }
                        }
                    }
                }
            }
            div { class: "last",
                Button {
                    tone: Tone::First,
                    wide: true,
                    label: words.get("save"),
                    on_press: move |()| {
                        if let Some(said) = draft.peek().intention.clone() {
                            on_save.call(said);
                        }
                    },
                }
            }
        }
    }
}

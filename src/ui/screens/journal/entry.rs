//! A page of paper: the question above, the words, and nothing else that moves.

use crate::{
    app::read::EntryView,
    care::Private,
    ui::{
        here::use_here,
        parts::{Button, Frame, Tone},
        when,
    },
};
use dioxus::prelude::*;

/// One entry to read and write.
#[component]
pub fn EntryPage(
    model: EntryView,
    /// Each time something was typed: the words as they are now.
    on_words: EventHandler<Private>,
    on_remove: EventHandler<()>,
    /// What hangs on the entry and comes of it.
    #[props(default)]
    children: Element,
) -> Element {
    let here = use_here();
    let words = here.words();
    let entry = model.entry;
    let at = when::moment(words, entry.at.with_timezone(&entry.zone).naive_local(), here.today());
    // Given once, when the field appears: written back while somebody types, it would swallow letters.
    let before = use_hook(|| entry.words.reveal().to_owned());
    rsx! {
        Frame { title: words.get("journal-entry"), sub: at,
            if let Some(prompt) = &entry.prompt {
                p { id: "entry-prompt", class: "soft", "{prompt}" }
            }
            div { class: "field",
                label { r#for: "entry-words", class: "hidden", {words.get("journal-words")} }
                textarea {
                    id: "entry-words",
                    class: "sheet",
                    rows: "12",
                    "aria-describedby": "entry-kept",
                    initial_value: "{before}",
                    oninput: move |event| on_words.call(Private::new(event.value())),
                }
                p { id: "entry-kept", class: "small soft", {words.get("journal-kept")} }
            }
            {children}
            Button {
                tone: Tone::Quiet,
                label: words.get("journal-remove"),
                on_press: move |()| on_remove.call(()),
            }
        }
    }
}

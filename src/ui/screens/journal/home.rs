//! The journal as it opens: a way to begin, and the newest pages.

use crate::{
    app::read::{EntryLine, EntryPlace, Journal},
    ui::{
        here::{use_here, use_shell},
        navigation::Screen,
        parts::{Button, Frame, Tone},
        when,
    },
};
use dioxus::prelude::*;

/// The newest first; the older ones on request.
#[component]
pub fn JournalPage(
    model: Journal,
    /// Begins a page, with a question or without.
    on_begin: EventHandler<Option<String>>,
    on_older: EventHandler<EntryPlace>,
    /// Where else the journal leads.
    #[props(default)]
    children: Element,
) -> Element {
    let words = use_here().words();
    let on = model.on;
    rsx! {
        Frame { title: words.get("journal"),
            Begin { prompts: model.moment.prompts, on_begin }
            {children}
            section { class: "stack", "aria-labelledby": "pages",
                h2 { id: "pages", {words.get("journal-pages")} }
                if model.lines.is_empty() {
                    p { class: "soft", {words.get("journal-none")} }
                }
                ul { class: "lines entries",
                    for line in model.lines {
                        Line { key: "{line.entry.id}", line }
                    }
                }
                if let Some(on) = on {
                    Button { wide: true, label: words.get("show-older"), on_press: move |()| on_older.call(on) }
                }
            }
        }
    }
}

/// A free page, or one that a question opens.
#[component]
fn Begin(prompts: Vec<String>, on_begin: EventHandler<Option<String>>) -> Element {
    let words = use_here().words();
    rsx! {
        section { class: "stack", "aria-labelledby": "begin",
            h2 { id: "begin", class: "hidden", {words.get("journal-begin")} }
            p { class: "soft", {words.get("journal-private")} }
            Button {
                tone: Tone::First,
                wide: true,
                label: words.get("journal-write"),
                on_press: move |()| on_begin.call(None),
            }
            if !prompts.is_empty() {
                p { class: "small soft", {words.get("journal-prompts")} }
                ul { class: "prompts",
                    for prompt in prompts {
                        li { key: "{prompt}",
                            button {
                                r#type: "button",
                                class: "prompt",
                                onclick: {
                                    let prompt = prompt.clone();
                                    move |_| on_begin.call(Some(prompt.clone()))
                                },
                                "{prompt}"
                            }
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn Line(line: EntryLine) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let words = here.words();
    let EntryLine { entry, beginning } = line;
    // Seven in the evening stays seven in the evening, wherever it is read.
    let at = when::moment(words, entry.at.with_timezone(&entry.zone).naive_local(), here.today());
    let shown = if beginning.is_blank() { words.get("journal-blank") } else { beginning.reveal().to_owned() };
    rsx! {
        li {
            button {
                r#type: "button",
                class: "entry-line",
                onclick: move |_| shell.way.go(Screen::Entry(entry.id.clone())),
                span { class: "small soft", "{at}" }
                if let Some(prompt) = &entry.prompt {
                    span { class: "small soft", "{prompt}" }
                }
                span { class: "own-words beginning", "{shown}" }
            }
        }
    }
}

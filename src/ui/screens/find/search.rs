//! The search: a field, choices of what to look at, and the pages that were found while one types.

use super::{
    choices::{Choices, Chosen},
    line::Lines,
};
use crate::{
    app::read::{FoundPages, SessionChoice},
    care::journal::search::Filters,
    ui::{
        here::{use_shell, use_words},
        parts::{Button, Frame, Note},
    },
};
use dioxus::prelude::*;

/// A search for more than this is no search; a field's whole value travels with each letter.
const LONGEST: usize = 100;

/// Pages by words and by what they are.
#[component]
pub fn FindPage(
    /// What was found; `None` while nothing is looked for.
    found: Option<FoundPages>,
    sessions: Vec<SessionChoice>,
    on_search: EventHandler<String>,
    on_filters: EventHandler<Filters>,
    /// The choices were opened or closed.
    on_choosing: EventHandler<bool>,
    on_older: EventHandler<()>,
) -> Element {
    let shell = use_shell();
    let words = use_words();
    // Given once, when the field appears: written back while somebody types, it would swallow letters.
    let before = use_hook(|| shell.draft.peek().sought.wanted.typed.reveal().to_owned());
    let filters = shell.draft.read().sought.wanted.filters.clone();
    let chosen = filters != Filters::default();
    let none = found.as_ref().is_some_and(|found| found.pages.is_empty());
    let some = found.as_ref().is_some_and(|found| !found.pages.is_empty());
    rsx! {
        Frame { title: words.get("find"),
            div { class: "stack", role: "search",
                div { class: "field",
                    label { r#for: "find-words", {words.get("find-words")} }
                    input {
                        id: "find-words",
                        r#type: "search",
                        autocomplete: "off",
                        autocapitalize: "none",
                        enterkeyhint: "search",
                        maxlength: "{LONGEST}",
                        "aria-describedby": "find-hint",
                        initial_value: "{before}",
                        oninput: move |event| on_search.call(event.value()),
                    }
                    p { id: "find-hint", class: "small soft", {words.get("find-hint")} }
                }
                Chosen { filters: filters.clone(), sessions: sessions.clone(), on_filters }
                Choices { filters, sessions, on_filters, on_choosing }
            }
            // Stands there from the start, or a screen reader would not notice it filled.
            div { class: "small soft count", role: "status",
                if some {
                    p { {words.get("find-some")} }
                }
            }
            div { role: "status",
                if none {
                    Note { head: words.get("find-none-head"),
                        p { {words.get("find-none-next")} }
                        if chosen {
                            p { {words.get("find-none-less")} }
                        }
                    }
                }
            }
            if let Some(found) = found.filter(|found| !found.pages.is_empty()) {
                section { class: "stack", "aria-label": words.get("find-pages"),
                    Lines { pages: found.pages }
                    if found.more {
                        Button { wide: true, label: words.get("show-older"), on_press: move |()| on_older.call(()) }
                    }
                }
            }
        }
    }
}

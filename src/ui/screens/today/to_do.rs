//! What is still to do: the soonest few, each with a box to tick, and the way to all of it.

use crate::{
    app::read::{DueLine, Whose},
    ui::{
        here::use_shell,
        navigation::Screen,
        parts::{Button, ToDoLine, Tone},
        words::Key,
    },
};
use dioxus::prelude::*;

/// How many things to do are in sight at once: a long list is no help to anybody.
const SHOWN: usize = 3;

#[component]
pub(super) fn StillToDo(
    lines: Vec<DueLine>,
    /// Something to do was shown before.
    more: bool,
    /// The plan cannot be shown, so nobody knows what else there is to do.
    incomplete: bool,
    on_tick: EventHandler<(Whose, bool)>,
) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    let count = lines.iter().filter(|line| line.is_open()).count();
    // "No rush" is no word to put beside a time that is over.
    let late = lines.iter().any(|line| line.is_open() && line.overdue);
    let counted = if late { Key("things-some-late") } else { Key("things-to-do") };
    rsx! {
        section { class: "stack close", "aria-labelledby": "to-do",
            h2 { id: "to-do", {words.get("still-to-do")} }
            if incomplete {
                div { class: "stack",
                    p { {words.get("plan-not-shown")} }
                    Button { label: words.get("call-clinic"), on_press: move |()| shell.way.go(Screen::Help) }
                }
            } else if !more || count > 0 {
                p { class: "soft", role: "status", {words.with(counted.0, [("count", count.into())])} }
            }
            if !lines.is_empty() {
                ul { class: "todo",
                    for line in lines.into_iter().take(SHOWN) {
                        ToDoLine { key: "{line.key()}", line, on_tick }
                    }
                }
            }
            Button {
                tone: Tone::Quiet,
                label: words.get("all-things-to-do"),
                on_press: move |()| shell.way.go(Screen::ToDo),
            }
        }
    }
}

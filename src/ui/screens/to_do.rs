//! All things to do: the clinic's by what is due first, then the patient's own, which stay on this phone.

use crate::{
    app::read::{DueLine, ToDo, Whose},
    care::{Id, Private},
    ui::{
        here::{use_here, use_shell},
        navigation::Screen,
        parts::{Button, Frame, ToDoLine, Tone},
        words::Key,
    },
};
use dioxus::prelude::*;

/// A thing to do is a line, and an event that carries much more does not get from the page to the app.
const MOST_LETTERS: usize = 200;

/// Everything to do and done.
#[component]
pub fn ToDoPage(
    model: ToDo,
    /// One of the patient's own was just removed and can be put back.
    #[props(default)]
    removed: bool,
    on_tick: EventHandler<(Whose, bool)>,
    on_add: EventHandler<Private>,
    on_remove: EventHandler<Id>,
    on_put_back: EventHandler<()>,
) -> Element {
    let shell = use_shell();
    let words = use_here().words();
    let count = model.open.len();
    let late = model.open.iter().any(|line| line.overdue);
    let counted = if late { Key("things-some-late") } else { Key("things-to-do") };
    let intention = model.intention.as_ref().map(|intention| intention.words.clone());
    rsx! {
        Frame { title: words.get("all-things-to-do"),
            if model.plan_unreadable {
                div { class: "stack",
                    p { {words.get("plan-not-shown")} }
                    Button { label: words.get("call-clinic"), on_press: move |()| shell.way.go(Screen::Help) }
                }
            } else {
                p { class: "lead", role: "status", {words.with(counted.0, [("count", count.into())])} }
            }
            Lines { lines: model.open, on_tick, on_remove }
            div { role: "status",
                if removed {
                    div { class: "note put-back",
                        span { {words.get("own-item-removed")} }
                        Button { tone: Tone::Quiet, label: words.get("undo"), on_press: move |()| on_put_back.call(()) }
                    }
                }
            }
            NewItem { on_add }
            section { class: "stack close", "aria-labelledby": "your-intention",
                h2 { id: "your-intention", {words.get("intention-title")} }
                if let Some(said) = intention {
                    p { class: "own-words", "{said.reveal()}" }
                }
                Button {
                    label: words.get("write-intention"),
                    on_press: move |()| shell.way.go(Screen::Intention),
                }
            }
            if !model.done.is_empty() {
                section { class: "stack close", "aria-labelledby": "done-things",
                    h2 { id: "done-things", {words.get("done-things")} }
                    Lines { lines: model.done, on_tick, on_remove }
                }
            }
        }
    }
}

#[component]
fn Lines(lines: Vec<DueLine>, on_tick: EventHandler<(Whose, bool)>, on_remove: EventHandler<Id>) -> Element {
    let words = use_here().words();
    if lines.is_empty() {
        return rsx! {};
    }
    rsx! {
        ul { class: "todo",
            for line in lines {
                ToDoLine { key: "{line.key()}", line: line.clone(), on_tick,
                    if let Whose::Own(id) = line.whose {
                        div { class: "beside own",
                            span { class: "small soft", {words.get("own-item")} }
                            Button {
                                tone: Tone::Quiet,
                                label: words.get("remove-item"),
                                on_press: move |()| on_remove.call(id.clone()),
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A place to write one's own. After it was added the place is a new one, and empty.
#[component]
fn NewItem(on_add: EventHandler<Private>) -> Element {
    let mut made = use_signal(|| 0_u32);
    rsx! {
        // Only in a list does another key make another field.
        for count in [made()] {
            ItemField {
                key: "{count}",
                on_add: move |title| {
                    on_add.call(title);
                    made += 1;
                },
            }
        }
    }
}

#[component]
fn ItemField(on_add: EventHandler<Private>) -> Element {
    let words = use_here().words();
    let mut typed = use_signal(String::new);
    let add = use_callback(move |()| {
        let title = Private::new(typed.peek().clone());
        if !title.is_blank() {
            on_add.call(title);
        }
    });
    rsx! {
        section { class: "stack", "aria-labelledby": "own-things",
            h2 { id: "own-things", {words.get("own-things")} }
            div { class: "field",
                label { r#for: "own-item", {words.get("add-own-item")} }
                input {
                    id: "own-item",
                    r#type: "text",
                    autocomplete: "off",
                    maxlength: "{MOST_LETTERS}",
                    "aria-describedby": "own-item-where",
                    initial_value: "",
                    oninput: move |event| typed.set(event.value()),
                    onkeydown: move |event| {
                        if event.key() == keyboard_types::Key::Enter {
                            add.call(());
                        }
                    },
                }
                p { id: "own-item-where", class: "small soft", {words.get("own-item-where")} }
            }
            Button { label: words.get("add"), on_press: move |()| add.call(()) }
        }
    }
}

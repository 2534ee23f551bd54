//! My questions: what the patient wants to ask the clinic. They stay on this phone.

use crate::{
    app::read::{MyQuestion, MyQuestions},
    care::{Id, Private},
    ui::{
        here::{use_shell, use_words},
        parts::{Button, Frame, Tone, VisitLine},
    },
};
use dioxus::prelude::*;

/// As long as a question gets.
const LONGEST: usize = 500;

/// The list to take along, and a place to write down the next.
#[component]
pub fn MyQuestionsPage(
    model: MyQuestions,
    /// Counts what was added: with each the field is a new one, and empty.
    added: usize,
    on_add: EventHandler<Private>,
    on_change: EventHandler<(Id, Private)>,
    on_asked: EventHandler<(Id, bool)>,
    on_remove: EventHandler<Id>,
) -> Element {
    let words = use_words();
    let changing = use_signal(|| None::<Id>);
    let empty = model.open.is_empty() && model.asked.is_empty();
    let line = move |line: MyQuestion| {
        rsx! {
            QuestionLine { key: "{line.question.id}", line, changing, on_change, on_asked, on_remove }
        }
    };
    rsx! {
        Frame { title: words.get("my-questions"),
            p { {words.get("my-questions-lead")} }
            if let Some(meeting) = model.meeting {
                ul { class: "lines",
                    VisitLine { visit: meeting, named: true }
                }
            }
            if empty {
                p { class: "soft", {words.get("my-questions-none")} }
            } else {
                p { class: "small soft", {words.get("my-questions-tick")} }
            }
            if !model.open.is_empty() {
                ul { class: "lines questions",
                    for one in model.open {
                        {line(one)}
                    }
                }
            }
            if !model.asked.is_empty() {
                section { class: "stack", "aria-labelledby": "asked",
                    h2 { id: "asked", {words.get("my-questions-asked")} }
                    ul { class: "lines questions",
                        for one in model.asked {
                            {line(one)}
                        }
                    }
                }
            }
            // A new key makes a new field.
            for count in [added] {
                NewQuestion { key: "{count}", on_add }
            }
        }
    }
}

/// The field for the next question.
#[component]
fn NewQuestion(on_add: EventHandler<Private>) -> Element {
    let words = use_words();
    let mut draft = use_shell().draft;
    // Given once, when the field appears: written back while somebody types, it would swallow letters.
    let before = use_hook(|| draft.peek().jotted.question.reveal().to_owned());
    rsx! {
        div { class: "stack last",
            div { class: "field",
                label { r#for: "question", {words.get("question-label")} }
                textarea {
                    id: "question",
                    rows: "2",
                    maxlength: "{LONGEST}",
                    initial_value: "{before}",
                    oninput: move |event| draft.write().jotted.question = Private::new(event.value()),
                }
            }
            Button {
                tone: Tone::First,
                wide: true,
                label: words.get("add-to-questions"),
                on_press: move |()| on_add.call(draft.peek().jotted.question.clone()),
            }
        }
    }
}

/// One question with its tick; or, while it is being changed, the field to do it in.
#[component]
fn QuestionLine(
    line: MyQuestion,
    changing: Signal<Option<Id>>,
    on_change: EventHandler<(Id, Private)>,
    on_asked: EventHandler<(Id, bool)>,
    on_remove: EventHandler<Id>,
) -> Element {
    let words = use_words();
    let mut place = changing;
    let MyQuestion { question, from } = line;
    let id = question.id.clone();
    if changing.read().as_ref() == Some(&id) {
        return rsx! {
            Changing { id, before: question.words, changing, on_change, on_remove }
        };
    }
    let (ticked, own) = (question.asked_at.is_some(), id.clone());
    rsx! {
        li { class: "question",
            label { class: if ticked { "tick done" } else { "tick" },
                input {
                    r#type: "checkbox",
                    checked: ticked,
                    onchange: move |event| on_asked.call((id.clone(), event.checked())),
                }
                span { class: "box", "aria-hidden": "true" }
                span { class: "stack close",
                    span { id: "words-{own}", class: "own-words", "{question.words.reveal()}" }
                    if let Some(title) = from {
                        span { class: "small soft", {words.with("question-from", [("title", title.into())])} }
                    }
                }
            }
            button {
                r#type: "button",
                class: "button quiet",
                "aria-describedby": "words-{own}",
                onclick: move |_| place.set(Some(own.clone())),
                {words.get("question-change")}
            }
        }
    }
}

#[component]
fn Changing(
    id: Id,
    before: Private,
    changing: Signal<Option<Id>>,
    on_change: EventHandler<(Id, Private)>,
    on_remove: EventHandler<Id>,
) -> Element {
    let words = use_words();
    let mut place = changing;
    let mut typed = use_signal(|| before.clone());
    let (own, removed) = (id.clone(), id);
    let first = use_hook(|| before.reveal().to_owned());
    rsx! {
        li { class: "stack changing",
            div { class: "field",
                label { r#for: "change", {words.get("question-words")} }
                textarea {
                    id: "change",
                    rows: "3",
                    maxlength: "{LONGEST}",
                    "data-focus": "",
                    initial_value: "{first}",
                    oninput: move |event| typed.set(Private::new(event.value())),
                }
            }
            div { class: "buttons",
                Button {
                    label: words.get("save"),
                    on_press: move |()| {
                        on_change.call((own.clone(), typed.peek().clone()));
                        place.set(None);
                    },
                }
                Button { tone: Tone::Quiet, label: words.get("cancel"), on_press: move |()| place.set(None) }
                Button {
                    tone: Tone::Quiet,
                    label: words.get("question-remove"),
                    on_press: move |()| {
                        on_remove.call(removed.clone());
                        place.set(None);
                    },
                }
            }
        }
    }
}

//! One question of a form: what is asked, what is wrong, and the field that fits its type.

mod choice;
mod date;
mod field;
mod file;
mod quantity;
mod read;
mod rows;
mod said;
mod slider;

pub(in crate::ui) use file::megabytes;
pub use said::{problem_words, value_words};

use crate::{
    app::read::Asked,
    care::form::{Control, ItemKind, Path, Value},
    ui::here::{Here, use_here},
};
use choice::Choices;
use dioxus::prelude::*;
use rows::Rows;
use said::unread_words;
use slider::Slider;

/// What the patient did to one question.
#[derive(Debug, Clone, PartialEq)]
pub struct Answering {
    pub path: Path,
    /// All its answers as they are now.
    pub values: Vec<Value>,
    /// Letter by letter: it may wait a moment for the next one.
    pub typing: bool,
    /// What stands in the field is no answer, so nothing of it can be kept.
    pub unread: bool,
}

/// What the field of a question needs to know; its ids end in the question's number on the page.
#[derive(Clone, PartialEq)]
pub(super) struct Ground {
    pub(super) id: String,
    /// The ids of what explains it.
    pub(super) described: Option<String>,
    pub(super) invalid: bool,
}

/// A question with its field.
#[component]
pub fn Question(
    asked: Asked,
    /// Its number on the page.
    n: usize,
    /// It has the page for itself: what it asks is the page's heading.
    #[props(default)]
    alone: bool,
    /// How often one wanted to go on with something wrong here: from the first time on it is said.
    #[props(default)]
    strict: u32,
    /// What is wrong here is the first of the page, and takes the focus.
    #[props(default)]
    first: bool,
    on_answer: EventHandler<Answering>,
    /// The field was left: what waits is to be kept now.
    on_settle: EventHandler<()>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let mut unread = use_signal(|| false);
    // What cannot be read is told when the field is left, not while somebody writes.
    let mut left = use_signal(|| false);
    let item = &asked.item;
    let mut hints = asked.help.clone();
    hints.extend(hint(here, &asked));
    let mut wrong: Vec<String> = Vec::new();
    if unread() && (left() || strict > 0) {
        wrong.push(unread_words(here, item.kind));
    } else if strict > 0 && !unread() {
        wrong.extend(asked.problems.iter().map(|problem| problem_words(here, item.kind, problem)));
    }
    let described = [(!hints.is_empty(), "hint"), (!wrong.is_empty(), "wrong")];
    let described: Vec<_> =
        described.iter().filter(|(is, _)| *is).map(|(_, what)| format!("q{n}-{what}")).collect();
    let ground = Ground {
        id: format!("q{n}"),
        described: (!described.is_empty()).then(|| described.join(" ")),
        invalid: !wrong.is_empty(),
    };
    let path = asked.path.clone();
    let answer = use_callback(move |(values, typing, no_answer): (Vec<Value>, bool, bool)| {
        unread.set(no_answer);
        left.set(left() && no_answer);
        on_answer.call(Answering { path: path.clone(), values, typing, unread: no_answer });
    });
    let settle = use_callback(move |()| {
        left.set(true);
        on_settle.call(());
    });
    let grouped = is_grouped(&asked);
    let clearable = !asked.fixed && !item.required && !asked.values.is_empty() && has_no_blank(&asked);
    let head = rsx! { Head { n, alone, grouped, prefix: item.prefix.clone(), text: item.text.clone() } };
    let below = rsx! {
        if !hints.is_empty() {
            div { id: "q{n}-hint", class: "stack close",
                for (at, hint) in hints.into_iter().enumerate() {
                    p { key: "{at}", class: "soft pre", "{hint}" }
                }
            }
        }
        // Where it is the first one it takes the focus, each time, so that it is read before the field is.
        for time in (!wrong.is_empty()).then_some(strict) {
            div { key: "{time}", id: "q{n}-wrong", class: "wrong", tabindex: "-1", "data-focus": (first && strict > 0).then_some(""),
                for (at, said) in wrong.iter().enumerate() {
                    p { key: "{at}", class: "mistake", "{said}" }
                }
            }
        }
        if asked.fixed {
            Fixed { values: asked.values.clone() }
        } else {
            Control_ { asked: asked.clone(), ground, answer, settle }
        }
        if clearable {
            button {
                r#type: "button",
                class: "button quiet",
                "aria-describedby": "q{n}-asked",
                onclick: move |_| answer.call((Vec::new(), false, false)),
                {words.get("form-clear")}
            }
        }
    };
    if grouped {
        rsx! {
            fieldset { class: "form-question", "aria-describedby": (!described.is_empty()).then(|| described.join(" ")),
                legend { {head} }
                {below}
            }
        }
    } else {
        rsx! {
            div { class: "form-question", {head} {below} }
        }
    }
}

/// What is asked.
#[component]
fn Head(n: usize, alone: bool, grouped: bool, prefix: Option<String>, text: Option<String>) -> Element {
    let words = use_here().words();
    let text = text.unwrap_or_else(|| words.get("form-answer"));
    let said = rsx! {
        if let Some(prefix) = prefix {
            span { class: "prefix", "{prefix} " }
        }
        "{text}"
    };
    let id = format!("q{n}-asked");
    let label = rsx! {
        if grouped {
            span { id, {said} }
        } else {
            label { id, r#for: "q{n}", {said} }
        }
    };
    if alone {
        rsx! { h2 { tabindex: "-1", "data-focus": "", {label} } }
    } else {
        rsx! { h3 { {label} } }
    }
}

/// The field that fits.
#[component]
fn Control_(
    asked: Asked,
    ground: Ground,
    answer: Callback<(Vec<Value>, bool, bool)>,
    settle: Callback<()>,
) -> Element {
    let slider = asked.item.control == Control::Slider && is_number(asked.item.kind) && !asked.item.repeats;
    match asked.item.kind {
        ItemKind::Choice(_) | ItemKind::Boolean => rsx! { Choices { asked, ground, answer, settle } },
        _ if !asked.item.options.is_empty() => rsx! { Choices { asked, ground, answer, settle } },
        _ if slider => rsx! { Slider { asked, ground, answer } },
        _ => rsx! { Rows { asked, ground, answer, settle } },
    }
}

/// What is shown and not asked.
#[component]
fn Fixed(values: Vec<Value>) -> Element {
    let here = use_here();
    let said: Vec<String> = values.iter().map(|value| value_words(here, value)).collect();
    rsx! {
        p { class: "fixed-answer",
            if said.is_empty() {
                span { class: "soft", {here.words().get("form-no-value")} }
            } else {
                {said.join(", ")}
            }
        }
    }
}

const fn is_number(kind: ItemKind) -> bool {
    matches!(kind, ItemKind::Integer | ItemKind::Decimal | ItemKind::Quantity)
}

/// Several fields or buttons answer it together, so a legend names them.
fn is_grouped(asked: &Asked) -> bool {
    let item = &asked.item;
    let drop_down = choice::is_drop_down(asked);
    asked.fixed
        || item.repeats
        || match item.kind {
            ItemKind::Choice(_) | ItemKind::Boolean => !drop_down,
            ItemKind::Date | ItemKind::DateTime | ItemKind::Quantity | ItemKind::Attachment => true,
            _ => !item.options.is_empty() && !drop_down,
        }
}

/// Its field cannot be emptied by itself: what is chosen stays chosen.
fn has_no_blank(asked: &Asked) -> bool {
    let item = &asked.item;
    let chosen = matches!(item.kind, ItemKind::Choice(_) | ItemKind::Boolean) || !item.options.is_empty();
    (chosen && !choice::is_drop_down(asked) && !choice::is_several(asked)) || item.control == Control::Slider
}

/// What is to be known about the answer before it is given.
fn hint(here: Here, asked: &Asked) -> Vec<String> {
    let words = here.words();
    let item = &asked.item;
    let mut hints: Vec<String> = item.entry_format.clone().into_iter().collect();
    if asked.calculated {
        hints.push(words.get("form-calculated"));
    } else if asked.fixed {
        hints.push(words.get("form-read-only"));
    } else {
        match item.kind {
            ItemKind::Date => hints.push(words.get("form-date-hint")),
            ItemKind::Time if item.entry_format.is_none() => hints.push(words.get("form-time-hint")),
            ItemKind::Url if item.entry_format.is_none() => hints.push(words.get("form-url-hint")),
            ItemKind::Attachment => hints.push(file::limits(here, item)),
            _ if choice::is_several(asked) => hints.push(words.get("form-choose-many")),
            _ => {}
        }
        if item.required {
            hints.push(words.get("form-required"));
        }
    }
    hints
}

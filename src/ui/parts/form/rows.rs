//! One field, or as many as there are answers, with a way to add and to remove one.

use super::{Ground, field::Field, read::Typed};
use crate::{app::read::Asked, care::form::Value, ui::here::use_words};
use dioxus::prelude::*;

/// What each field holds, whether it is an answer or not.
#[component]
pub(super) fn Rows(
    asked: Asked,
    ground: Ground,
    answer: Callback<(Vec<Value>, bool, bool)>,
    settle: Callback<()>,
) -> Element {
    let words = use_words();
    // Kept here and not read back while somebody types: a field that is still empty is no answer yet, but it is there.
    let mut rows = use_signal(|| {
        let given: Vec<Typed> = asked.values.iter().cloned().map(Typed::Value).collect();
        if given.is_empty() { vec![Typed::Blank] } else { given }
    });
    // Another number makes other fields, each with what it holds now.
    let mut made = use_signal(|| 0_u32);
    let say = use_callback(move |typing: bool| {
        let held = rows.peek().clone();
        let unread = held.contains(&Typed::Unread);
        answer.call((held.into_iter().filter_map(Typed::value).collect(), typing, unread));
    });
    if !asked.item.repeats {
        return rsx! {
            Field {
                item: asked.item.clone(),
                value: asked.values.first().cloned(),
                ground,
                on_change: move |(typed, typing)| {
                    rows.set(vec![typed]);
                    say.call(typing);
                },
                settle,
            }
        };
    }
    let room = asked.item.limits.max_occurs.is_none_or(|most| rows.read().len() < most as usize);
    let count = rows.read().len();
    rsx! {
        ul { class: "rows",
            for (at, row) in rows().into_iter().enumerate() {
                li { key: "{made}-{at}",
                    Field {
                        item: asked.item.clone(),
                        value: row.value(),
                        ground: Ground { id: format!("{}-{at}", ground.id), ..ground.clone() },
                        nth: at + 1,
                        on_change: move |(typed, typing)| {
                            if let Some(row) = rows.write().get_mut(at) {
                                *row = typed;
                            }
                            say.call(typing);
                        },
                        settle,
                    }
                    if count > 1 {
                        button {
                            r#type: "button",
                            class: "button quiet",
                            onclick: move |_| {
                                rows.write().remove(at);
                                made += 1;
                                say.call(false);
                            },
                            {words.with("form-remove-nth", [("nth", (at + 1).into())])}
                        }
                    }
                }
            }
        }
        if room {
            button {
                r#type: "button",
                class: "button",
                onclick: move |_| rows.write().push(Typed::Blank),
                {words.get("form-add")}
            }
        }
    }
}

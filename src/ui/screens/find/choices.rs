//! What to look at: one choice of each sort, folded away until somebody opens them. What was chosen stays in sight and
//! can be taken out with one press.

use super::line::{kind_words, thread_words};
use crate::{
    app::read::SessionChoice,
    care::journal::{
        Thread,
        search::{Filters, Kind, MoodRange},
    },
    ui::{
        here::{Here, use_here, use_shell},
        when,
        words::Words,
    },
};
use dioxus::prelude::*;

/// Moods as they can be looked for. Three parts of the scale, and nothing is said about any of them.
const MOODS: [MoodRange; 3] =
    [MoodRange { low: 0, high: 3 }, MoodRange { low: 4, high: 6 }, MoodRange { low: 7, high: 10 }];

/// One thing that can be chosen: its words, whether it is chosen, and what is looked at with it.
#[derive(Clone, PartialEq)]
struct Choice {
    name: String,
    chosen: bool,
    leads_to: Filters,
}

/// Choices of which one holds.
#[derive(Clone, PartialEq)]
struct Sort {
    id: &'static str,
    name: String,
    choices: Vec<Choice>,
}

/// All choices.
#[component]
pub(super) fn Choices(
    filters: Filters,
    sessions: Vec<SessionChoice>,
    on_filters: EventHandler<Filters>,
    on_choosing: EventHandler<bool>,
) -> Element {
    let shell = use_shell();
    let here = use_here();
    let words = here.words();
    let open = shell.draft.read().sought.choosing;
    rsx! {
        button {
            r#type: "button",
            class: "button quiet unfold",
            "aria-expanded": "{open}",
            onclick: move |_| on_choosing.call(!open),
            {words.get("find-choose")}
        }
        if open {
            div { class: "stack sorts",
                for sort in sorts(here, &filters, &sessions) {
                    fieldset { key: "{sort.id}", class: "stack close", role: "radiogroup", "aria-labelledby": "{sort.id}",
                        h2 { id: "{sort.id}", class: "sort", "{sort.name}" }
                        div { class: "choices",
                            for choice in sort.choices {
                                label { key: "{choice.name}",
                                    input {
                                        r#type: "radio",
                                        name: "{sort.id}-choice",
                                        checked: choice.chosen,
                                        onchange: move |_| on_filters.call(choice.leads_to.clone()),
                                    }
                                    "{choice.name}"
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What was chosen, each with a way to take it out.
#[component]
pub(super) fn Chosen(
    filters: Filters,
    sessions: Vec<SessionChoice>,
    on_filters: EventHandler<Filters>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let chosen: Vec<_> = sorts(here, &filters, &sessions).into_iter().filter_map(taken).collect();
    if chosen.is_empty() {
        return rsx! {};
    }
    rsx! {
        ul { class: "chosen-ones", "aria-label": words.get("find-chosen"),
            for (name, without) in chosen {
                li { key: "{name}",
                    button {
                        r#type: "button",
                        class: "button chosen-one",
                        "aria-label": words.with("find-take-out", [("what", name.as_str().into())]),
                        onclick: move |_| on_filters.call(without.clone()),
                        "{name}"
                        span { class: "take-out", "aria-hidden": "true", "×" }
                    }
                }
            }
        }
    }
}

/// What was chosen of a sort, and what is looked at without it: the first choice of each sort asks nothing.
fn taken(sort: Sort) -> Option<(String, Filters)> {
    let without = sort.choices.first()?.leads_to.clone();
    let chosen = sort.choices.into_iter().skip(1).find(|choice| choice.chosen)?;
    Some((chosen.name, without))
}

fn sorts(here: Here, filters: &Filters, sessions: &[SessionChoice]) -> Vec<Sort> {
    let words = here.words();
    let session = |session: &SessionChoice| {
        let day = when::date(words, session.day, here.today());
        (words.with("find-session-on", [("day", day.into())]), Some(session.id.clone()))
    };
    let mood = |mood: MoodRange| {
        let gaps = [("low", mood.low.to_string().into()), ("high", mood.high.to_string().into())];
        (words.with("find-mood-range", gaps), Some(mood))
    };
    let sorts = [
        sort(
            words,
            "find-session",
            words.get("find-session"),
            sessions.iter().map(session),
            |visit| Filters { visit, ..filters.clone() },
            filters.visit.as_ref(),
        ),
        sort(
            words,
            "find-thread",
            words.get("find-thread"),
            Thread::ALL.into_iter().map(|thread| (words.say(thread_words(thread)), Some(thread))),
            |thread| Filters { thread, ..filters.clone() },
            filters.thread.as_ref(),
        ),
        sort(
            words,
            "find-kind",
            words.get("find-kind"),
            Kind::ALL.into_iter().map(|kind| (words.say(kind_words(kind)), Some(kind))),
            |kind| Filters { kind, ..filters.clone() },
            filters.kind.as_ref(),
        ),
        sort(
            words,
            "find-mood",
            words.get("find-mood"),
            MOODS.into_iter().map(mood),
            |mood| Filters { mood, ..filters.clone() },
            filters.mood.as_ref(),
        ),
        sort(
            words,
            "find-shared",
            words.get("find-shared"),
            [(words.get("find-shared-now"), Some(true))].into_iter(),
            |shared| Filters { shared: shared.is_some(), ..filters.clone() },
            filters.shared.then_some(&true),
        ),
    ];
    // Without sessions there is nothing to choose.
    sorts.into_iter().filter(|sort| sort.choices.len() > 1).collect()
}

/// A sort whose first choice asks nothing.
fn sort<T: PartialEq>(
    words: Words,
    id: &'static str,
    name: String,
    choices: impl Iterator<Item = (String, Option<T>)>,
    with: impl Fn(Option<T>) -> Filters,
    now: Option<&T>,
) -> Sort {
    let all = std::iter::once((words.get("find-any"), None)).chain(choices);
    let choices =
        all.map(|(name, value)| Choice { chosen: value.as_ref() == now, name, leads_to: with(value) });
    Sort { id, name, choices: choices.collect() }
}

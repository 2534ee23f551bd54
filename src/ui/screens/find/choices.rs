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
        parts::{Sort, Sorts},
        when,
        words::Key,
    },
};
use dioxus::prelude::*;

/// Moods as they can be looked for. Three parts of the scale, and nothing is said about any of them.
const MOODS: [MoodRange; 3] =
    [MoodRange { low: 0, high: 3 }, MoodRange { low: 4, high: 6 }, MoodRange { low: 7, high: 10 }];

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
            Sorts { sorts: sorts(here, &filters, &sessions), on_choose: on_filters }
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
fn taken(sort: Sort<Filters>) -> Option<(String, Filters)> {
    let without = sort.choices.first()?.leads_to.clone();
    let chosen = sort.choices.into_iter().skip(1).find(|choice| choice.chosen)?;
    Some((chosen.name, without))
}

fn sorts(here: Here, filters: &Filters, sessions: &[SessionChoice]) -> Vec<Sort<Filters>> {
    let words = here.words();
    let session = |session: &SessionChoice| {
        let day = when::date(words, session.day, here.today());
        (words.with("find-session-on", [("day", day.into())]), session.id.clone())
    };
    let mood = |mood: MoodRange| {
        let gaps = [("low", mood.low.to_string().into()), ("high", mood.high.to_string().into())];
        (words.with("find-mood-range", gaps), mood)
    };
    let threads = Thread::ALL.into_iter().map(|thread| (words.say(thread_words(thread)), thread));
    let kinds = Kind::ALL.into_iter().map(|kind| (words.say(kind_words(kind)), kind));
    let any = Key("find-any");
    let sorts = [
        Sort::new(
            words,
            Key("find-session"),
            any,
            sessions.iter().map(session),
            filters.visit.as_ref(),
            |visit| Filters { visit, ..filters.clone() },
        ),
        Sort::new(words, Key("find-thread"), any, threads, filters.thread.as_ref(), |thread| Filters {
            thread,
            ..filters.clone()
        }),
        Sort::new(words, Key("find-kind"), any, kinds, filters.kind.as_ref(), |kind| Filters {
            kind,
            ..filters.clone()
        }),
        Sort::new(words, Key("find-mood"), any, MOODS.into_iter().map(mood), filters.mood.as_ref(), |mood| {
            Filters { mood, ..filters.clone() }
        }),
        Sort::new(
            words,
            Key("find-shared"),
            any,
            [(words.get("find-shared-now"), true)],
            filters.shared.then_some(&true),
            |shared| Filters { shared: shared.is_some(), ..filters.clone() },
        ),
    ];
    // Without sessions there is nothing to choose.
    sorts.into_iter().filter(|sort| sort.choices.len() > 1).collect()
}

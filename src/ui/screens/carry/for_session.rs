//! For my next integration session: everything the patient kept, on one page that can be read out or printed.

use super::{review::review_name, sentence::sentence};
use crate::{
    app::read::{ForSession, KeptLine, StepLine, VisitView},
    care::{journal::Kept, today::days_until},
    ui::{
        here::{Here, use_here, use_shell},
        navigation::Screen,
        parts::{Button, Frame, Tone, VisitLine},
        screens::practice::practised_words,
        when,
        words::Key,
    },
};
use dioxus::prelude::*;

/// The page to take along.
#[component]
pub fn ForSessionPage(
    model: ForSession,
    /// What is kept for the next session, or not any more.
    on_keep: EventHandler<(Kept, bool)>,
) -> Element {
    let words = use_here().words();
    let way = use_shell().way;
    let ForSession { visit, kept, more } = model;
    let none = kept.is_empty();
    rsx! {
        Frame { title: words.get("for-session-title"),
            div { class: "stack to-take",
                if !none {
                    p { {words.get("for-session-lead")} }
                }
                p { class: "small soft", {words.get("for-session-stays")} }
            }
            if let Some(visit) = visit {
                ul { class: "lines",
                    VisitLine { visit, named: true }
                }
            } else {
                p { class: "soft", {words.get("for-session-no-visit")} }
            }
            if none {
                p { class: "lead", {words.get("for-session-none")} }
                p { {words.get("for-session-how")} }
                if more.is_empty() {
                    Button { label: words.get("journal-open"), on_press: move |()| way.go(Screen::Journal) }
                }
            }
            for (place, (head, lines)) in by_kind(kept).into_iter().enumerate() {
                section { key: "{head.0}", class: "stack close", "aria-labelledby": "kept-{place}",
                    h2 { id: "kept-{place}", {words.say(head)} }
                    ul { class: "lines",
                        for line in lines {
                            KeptItem { key: "{line.what():?}", line, kept: true, on_keep }
                        }
                    }
                }
            }
            if !more.is_empty() {
                details { class: "fold no-print",
                    summary { {words.get("for-session-more")} }
                    ul { class: "lines",
                        for line in more {
                            KeptItem { key: "{line.what():?}", line, kept: false, on_keep }
                        }
                    }
                }
            }
        }
    }
}

/// The lines under their heads, in the order in which they came.
fn by_kind(lines: Vec<KeptLine>) -> Vec<(Key, Vec<KeptLine>)> {
    let mut kinds: Vec<(Key, Vec<KeptLine>)> = Vec::new();
    for line in lines {
        let head = match &line {
            KeptLine::Insight(_) => Key("insights"),
            KeptLine::Step(_) => Key("steps"),
            KeptLine::Practised(_) => Key("practised"),
            KeptLine::Question(_) => Key("my-questions"),
            KeptLine::Entry(_) => Key("journal-pages"),
        };
        match kinds.last_mut().filter(|(known, _)| *known == head) {
            Some((_, known)) => known.push(line),
            None => kinds.push((head, vec![line])),
        }
    }
    kinds
}

#[component]
fn KeptItem(line: KeptLine, kept: bool, on_keep: EventHandler<(Kept, bool)>) -> Element {
    let here = use_here();
    let words = here.words();
    let what = line.what();
    let (kind, id) = what.named();
    let name = format!("{kind}-{id}");
    let label = words.say(if kept { Key("for-session-let-go") } else { Key("for-session-add") });
    rsx! {
        li { class: "kept-line stack close",
            div { id: "{name}", class: "stack close", Said { line } }
            div { class: "no-print",
                Button {
                    tone: Tone::Quiet,
                    label,
                    described_by: name.clone(),
                    on_press: move |()| on_keep.call((what.clone(), !kept)),
                }
            }
        }
    }
}

/// The words of a line, with what belongs to them.
#[component]
fn Said(line: KeptLine) -> Element {
    let here = use_here();
    let words = here.words();
    match line {
        KeptLine::Insight(insight) => rsx! {
            p { class: "own-words insight", "{insight.words.reveal()}" }
        },
        KeptLine::Step(line) => rsx! {
            StepSaid { line }
        },
        KeptLine::Practised(one) => rsx! {
            p { class: "small soft", {practised_words(here, &one)} }
            if let Some(helped) = &one.words {
                p { class: "own-words", "{helped.reveal()}" }
            }
        },
        KeptLine::Question(question) => rsx! {
            p { class: "own-words", "{question.words.reveal()}" }
        },
        KeptLine::Entry(entry) => {
            let at = entry.at.with_timezone(&entry.zone).naive_local();
            rsx! {
                p { class: "small soft", {when::moment(words, at, here.today())} }
                if let Some(prompt) = &entry.prompt {
                    p { class: "small soft", "{prompt}" }
                }
                p { class: "own-words", "{entry.words.reveal()}" }
            }
        }
    }
}

/// A step with what became of it.
#[component]
fn StepSaid(line: StepLine) -> Element {
    let here = use_here();
    let words = here.words();
    let StepLine { step, reviews, .. } = line;
    rsx! {
        p { class: "own-words sentence", {sentence(words, &step.cue, &step.deed)} }
        for (place, look) in reviews.into_iter().enumerate() {
            p { key: "{place}", class: "small soft",
                {words.say(review_name(look.what))}
                " "
                {here.stamp(look.at)}
                if look.cue != step.cue || look.deed != step.deed {
                    " "
                    {words.get("step-read-before")}
                    " "
                    span { class: "own-words", {sentence(words, &look.cue, &look.deed)} }
                }
            }
        }
    }
}

/// On Today, the day before an integration session and on its day, if something is kept for it.
#[component]
pub fn SessionSoon(visit: VisitView) -> Element {
    let shell = use_shell();
    let here = use_here();
    let words = here.words();
    rsx! {
        section { class: "note", "aria-labelledby": "for-next",
            h2 { id: "for-next", class: "label", {soon_words(here, &visit)} }
            p { {words.get("session-soon-lead")} }
            Button { label: words.get("for-session-open"), on_press: move |()| shell.way.go(Screen::ForSession) }
        }
    }
}

fn soon_words(here: Here, visit: &VisitView) -> String {
    let words = here.words();
    let today = visit.arrival.is_some_and(|at| days_until(at.start, here.now, at.zone) <= 0);
    words.say(if today { Key("session-soon-today") } else { Key("session-soon-tomorrow") })
}

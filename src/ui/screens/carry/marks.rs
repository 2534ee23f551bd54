//! What came of a page: the words that were marked, the ways on from them, and the intention it looks back at.

use super::KeepMark;
use crate::{
    app::read::{InsightLine, PageMarks},
    care::{Id, journal::Kept},
    ui::{
        here::{use_here, use_shell},
        navigation::Screen,
        parts::{Button, Tone},
    },
};
use dioxus::prelude::*;

/// Below the words of a page.
#[component]
pub fn MarksPart(
    model: PageMarks,
    on_unmark: EventHandler<Id>,
    /// What is kept for the next session, or not any more.
    on_keep: EventHandler<(Kept, bool)>,
) -> Element {
    let shell = use_shell();
    let words = use_here().words();
    let PageMarks { entry, insights, kept, has_words } = model;
    if !has_words && insights.is_empty() {
        return rsx! {};
    }
    let (marking, page) = (entry.clone(), entry);
    let none = insights.is_empty();
    rsx! {
        section { class: "stack", "aria-labelledby": "insights",
            h2 { id: "insights", {words.get("insights")} }
            if none {
                p { class: "soft", {words.get("insights-none")} }
            }
            ul { class: "insights",
                for line in insights {
                    Insight { key: "{line.insight.id}", line, on_unmark, on_keep }
                }
            }
            Button {
                wide: true,
                label: words.get("mark-sentence"),
                on_press: move |()| shell.way.go(Screen::Mark(marking.clone())),
            }
            KeepMark {
                kept,
                label: words.get("keep-page"),
                on_keep: move |keep| on_keep.call((Kept::Entry(page.clone()), keep)),
            }
        }
    }
}

#[component]
fn Insight(line: InsightLine, on_unmark: EventHandler<Id>, on_keep: EventHandler<(Kept, bool)>) -> Element {
    let shell = use_shell();
    let words = use_here().words();
    let InsightLine { insight, stands, kept } = line;
    let name = format!("insight-{}", insight.id);
    let (of_step, of_mark, of_keep) = (insight.id.clone(), insight.id.clone(), insight.id);
    rsx! {
        li { class: "card",
            div { class: "stack close",
                p { id: "{name}", class: "own-words insight", "{insight.words.reveal()}" }
                if !stands {
                    p { class: "small soft", {words.get("mark-earlier")} }
                }
            }
            div { class: "buttons",
                Button {
                    label: words.get("insight-step"),
                    described_by: name.clone(),
                    on_press: move |()| shell.way.go(Screen::NewStep(Some(of_step.clone()))),
                }
                KeepMark {
                    kept,
                    described_by: name.clone(),
                    on_keep: move |keep| on_keep.call((Kept::Insight(of_keep.clone()), keep)),
                }
            }
            Button {
                tone: Tone::Quiet,
                label: words.get("insight-unmark"),
                described_by: name.clone(),
                on_press: move |()| on_unmark.call(of_mark.clone()),
            }
        }
    }
}

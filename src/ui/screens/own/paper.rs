//! A summary on paper: what is in it, how far back, and on which paper; nothing of the journal unless it was chosen.

use super::{
    sheet::{Chosen, SummaryPart, sheet},
    trouble::OwnTroubleNote,
};
use crate::{
    app::{
        paper::{Paper, PaperSize},
        read::{EntryLine, OwnTrouble, Summary, Taken},
    },
    care::{Id, trends::Range},
    ui::{
        here::use_here,
        parts::{Button, Frame, Note, Tone},
        screens::trends::range_name,
        when,
        words::Key,
    },
};
use dioxus::prelude::*;

/// The choices, and where the file is once it was made.
#[component]
pub fn SummaryPage(
    model: Summary,
    made: Option<Taken>,
    busy: bool,
    trouble: Option<OwnTrouble>,
    on_range: EventHandler<Range>,
    on_make: EventHandler<Paper>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let mut chosen = use_signal(Chosen::default);
    let (range, entries) = (model.range, model.entries.clone());
    let make = move |()| {
        if !busy {
            on_make.call(sheet(here, &model, &chosen.peek()));
        }
    };
    rsx! {
        Frame { title: words.get("own-paper"),
            p { {words.get("own-paper-what")} }
            if let Some(made) = made {
                div { role: "status",
                    Note { done: true, head: words.get("own-paper-done"),
                        p { class: "own-path", {words.with("own-copy-where", [("name", made.name.into()), ("folder", made.folder.into())])} }
                    }
                }
            }
            if let Some(trouble) = trouble {
                OwnTroubleNote { trouble }
            }
            fieldset { class: "stack", "aria-labelledby": "own-parts",
                h2 { id: "own-parts", {words.get("own-paper-parts")} }
                div { class: "options",
                    for part in SummaryPart::ALL {
                        Tick {
                            key: "{part:?}",
                            label: words.say(part.name()),
                            ticked: chosen.read().parts.contains(&part),
                            on_tick: move |ticked| chosen.write().set(part, ticked),
                        }
                    }
                }
            }
            fieldset { class: "stack", role: "radiogroup", "aria-labelledby": "own-range",
                h2 { id: "own-range", {words.get("trends-range")} }
                div { class: "choices four",
                    for (at, one) in Range::ALL.into_iter().enumerate() {
                        Pill { key: "{at}", group: "own-range", label: words.say(range_name(one)), chosen: one == range, on_choose: move |()| on_range.call(one) }
                    }
                }
            }
            Pages { entries, chosen }
            fieldset { class: "stack", role: "radiogroup", "aria-labelledby": "own-size",
                h2 { id: "own-size", {words.get("own-paper-size")} }
                div { class: "choices",
                    for (size, name) in [(PaperSize::A4, Key("own-a4")), (PaperSize::Letter, Key("own-letter"))] {
                        Pill { key: "{size:?}", group: "own-size", label: words.say(name), chosen: chosen.read().size == size, on_choose: move |()| chosen.write().size = size }
                    }
                }
            }
            Note { warm: true, head: words.get("own-paper-open"),
                p { {words.get("own-paper-open-next")} }
            }
            Button {
                tone: Tone::First,
                wide: true,
                label: words.get(if busy { "own-paper-busy" } else { "own-paper-make" }),
                on_press: make,
            }
        }
    }
}

/// The pages of the journal of that time, the newest first; each is ticked by the patient or stays out.
#[component]
fn Pages(entries: Vec<EntryLine>, chosen: Signal<Chosen>) -> Element {
    let here = use_here();
    let words = here.words();
    let mut place = chosen;
    let line = |line: &EntryLine| {
        let at = line.entry.at.with_timezone(&line.entry.zone).naive_local();
        (line.entry.id.clone(), when::moment(words, at, here.today()), line.beginning.clone())
    };
    let lines: Vec<(Id, String, _)> = entries.iter().rev().map(line).collect();
    let said = if lines.is_empty() { Key("own-paper-no-pages") } else { Key("own-paper-only-chosen") };
    rsx! {
        section { class: "stack", "aria-labelledby": "own-pages",
            h2 { id: "own-pages", {words.get("own-paper-pages")} }
            p { class: "soft", {words.say(said)} }
            if !lines.is_empty() {
                details { class: "fold",
                    summary { {words.with("own-paper-choose", [("count", chosen.read().entries.len().into())])} }
                    div { class: "options own-pages",
                        for (id, at, beginning) in lines {
                            label { key: "{id}", class: "option",
                                input {
                                    r#type: "checkbox",
                                    checked: chosen.read().entries.contains(&id),
                                    onchange: {
                                        let id = id.clone();
                                        move |event: FormEvent| place.write().choose(&id, event.checked())
                                    },
                                }
                                span { class: "mark box", "aria-hidden": "true" }
                                span { class: "stack close",
                                    span { class: "small soft", "{at}" }
                                    span { class: "own-words beginning", "{beginning.reveal()}" }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn Tick(label: String, ticked: bool, on_tick: EventHandler<bool>) -> Element {
    rsx! {
        label { class: "option",
            input {
                r#type: "checkbox",
                checked: ticked,
                onchange: move |event| on_tick.call(event.checked()),
            }
            span { class: "mark box", "aria-hidden": "true" }
            span { "{label}" }
        }
    }
}

#[component]
fn Pill(group: &'static str, label: String, chosen: bool, on_choose: EventHandler<()>) -> Element {
    rsx! {
        label {
            input {
                r#type: "radio",
                name: group,
                checked: chosen,
                onchange: move |_| on_choose.call(()),
            }
            "{label}"
        }
    }
}

//! One practice: what to do, the tool for it where the app has one, and a line for what helped.

use super::{
    log::practised_words,
    names::{about, name},
};
use crate::{
    app::read::{OnePractice, VisitView},
    care::{
        Private,
        journal::{Practice, Practised},
    },
    ui::{
        carrying::Still,
        here::{use_here, use_shell, use_words},
        navigation::Screen,
        parts::{Button, Frame, Pacer, QuietTimer, Tone, VisitLine},
    },
};
use chrono::{DateTime, Utc};
use dioxus::prelude::*;

/// One line is enough here, and an event that carries much more does not get from the page to the app.
const MOST_LETTERS: usize = 300;

/// The page of one practice.
#[component]
pub fn PracticePage(
    model: OnePractice,
    clock: Callback<(), DateTime<Utc>>,
    /// Begins a page of the journal to draw on.
    on_draw: EventHandler<()>,
    /// For how many minutes, where a timer ran to its end, and what helped.
    on_note: EventHandler<(Option<u32>, Private)>,
) -> Element {
    let words = use_here().words();
    let OnePractice { practice, minutes, helped, visit } = model;
    let theirs = !matches!(practice, Practice::Sit | Practice::Breathe | Practice::View);
    rsx! {
        Frame { title: name(words, &practice),
            div { class: "stack close",
                p { class: "lead", {about(words, &practice)} }
                if let Some(count) = minutes.filter(|_| theirs) {
                    p { class: "soft", {words.with("practices-minutes", [("count", count.into())])} }
                }
            }
            Tool { practice: practice.clone(), visit, clock, on_draw }
            Helped { practice, on_note }
            if !helped.is_empty() {
                Earlier { helped }
            }
        }
    }
}

/// What the app has for it.
#[component]
fn Tool(
    practice: Practice,
    visit: Option<VisitView>,
    clock: Callback<(), DateTime<Utc>>,
    on_draw: EventHandler<()>,
) -> Element {
    let shell = use_shell();
    let words = use_here().words();
    match practice {
        Practice::Sit => rsx! {
            section { class: "stack", "aria-labelledby": "timer",
                h2 { id: "timer", {words.get("timer")} }
                QuietTimer { clock }
            }
        },
        Practice::Breathe => rsx! {
            Pacer {}
        },
        Practice::View => rsx! {
            Button {
                tone: Tone::First,
                wide: true,
                label: words.get("view-open"),
                on_press: move |()| shell.way.go(Screen::CalmView),
            }
        },
        Practice::Draw => rsx! {
            Button {
                tone: Tone::First,
                wide: true,
                label: words.get("draw-begin"),
                on_press: move |()| on_draw.call(()),
            }
        },
        Practice::Talk => rsx! {
            p { class: "soft", {words.get("talk-help")} }
        },
        Practice::Vr => rsx! {
            if let Some(visit) = visit {
                section { class: "stack close", "aria-labelledby": "vr-next",
                    h2 { id: "vr-next", {words.get("vr-next")} }
                    ul { class: "lines",
                        VisitLine { visit, named: true }
                    }
                }
            } else {
                Button {
                    label: words.get("call-clinic"),
                    on_press: move |()| shell.way.go(Screen::Help),
                }
            }
        },
        Practice::Walk | Practice::Music | Practice::Stretch | Practice::OfClinic(_) => rsx! {},
    }
}

/// What helped before.
#[component]
fn Earlier(helped: Vec<Practised>) -> Element {
    let here = use_here();
    let words = here.words();
    rsx! {
        section { class: "stack close", "aria-labelledby": "helped-before",
            h2 { id: "helped-before", {words.get("helped-before")} }
            ul { class: "lines",
                for one in helped {
                    li { key: "{one.id}", class: "stack close",
                        if let Some(said) = &one.words {
                            p { class: "own-words", "{said.reveal()}" }
                        }
                        p { class: "small soft", {practised_words(here, &one)} }
                    }
                }
            }
        }
    }
}

/// One line, if one likes, and a new field for each time, since one is never written back.
#[component]
fn Helped(practice: Practice, on_note: EventHandler<(Option<u32>, Private)>) -> Element {
    let words = use_words();
    let mut draft = use_shell().draft;
    let mut noted = use_signal(|| 0_u32);
    let own = practice.clone();
    let before = use_memo(move || {
        let _ = noted();
        let half = draft.peek().carrying.helped.clone().filter(|(of, _)| *of == own);
        half.map_or_else(String::new, |(_, said)| said.reveal().to_owned())
    });
    let over = use_memo(move || matches!(draft.read().carrying.still, Still::Over(_)));
    // What comes first is the practice itself; this is asked once a timer is over, or where the app has nothing else.
    let nothing_else = matches!(
        practice,
        Practice::Walk | Practice::Music | Practice::Stretch | Practice::Talk | Practice::OfClinic(_)
    );
    let asks = nothing_else || practice == Practice::Sit && over();
    let typing = practice.clone();
    rsx! {
        details { class: "fold", open: asks || !before.peek().is_empty(),
            summary { {words.get("helped")} }
            div { class: "stack",
                for time in [noted()] {
                    div { class: "field", key: "{time}",
                        label { r#for: "helped", {words.get("helped-label")} }
                        input {
                            id: "helped",
                            r#type: "text",
                            autocomplete: "off",
                            maxlength: "{MOST_LETTERS}",
                            "aria-describedby": "helped-where",
                            initial_value: "{before.peek()}",
                            oninput: {
                                let practice = typing.clone();
                                move |event| {
                                    let said = Private::new(event.value());
                                    draft.write().carrying.helped = Some((practice.clone(), said));
                                }
                            },
                        }
                        p { id: "helped-where", class: "small soft", {words.get("helped-where")} }
                    }
                }
                Button {
                    tone: if asks { Tone::First } else { Tone::Plain },
                    wide: true,
                    label: words.get("helped-keep"),
                    on_press: move |()| {
                        let said = draft.peek().carrying.helped.clone().filter(|(of, _)| *of == practice);
                        let minutes = match draft.peek().carrying.still {
                            Still::Over(sitting) if practice == Practice::Sit => Some(sitting.minutes),
                            _ => None,
                        };
                        on_note.call((minutes, said.map_or_else(|| Private::new(""), |(_, said)| said)));
                        noted += 1;
                    },
                }
            }
        }
    }
}

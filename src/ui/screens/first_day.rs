//! The card of the first day: until when, what helps, what waits, and whom to call. It needs no network.

use super::help::Signs;
use crate::{
    app::read::{CardLine, FirstDay, HelpNumber, NumberKind},
    ui::{
        here::{Here, use_here, use_shell},
        navigation::Screen,
        parts::{Button, Frame, Note, Numbers, PracticeNumbers, Tone},
        when,
    },
};
use dioxus::prelude::*;

/// The whole card.
#[component]
pub fn FirstDayPage(
    model: FirstDay,
    /// What can wait.
    below: Option<Element>,
) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let words = here.words();
    let of = |kind: NumberKind| -> Vec<HelpNumber> {
        model.help.numbers.iter().filter(|number| number.kind == kind).cloned().collect()
    };
    let (emergency, crisis, clinic) =
        (of(NumberKind::Emergency), of(NumberKind::Crisis), of(NumberKind::Clinic));
    let wordless = model.dos.is_empty() && model.donts.is_empty();
    let unreadable = if model.until.is_some() { wordless } else { !model.known };
    rsx! {
        Frame { title: words.get("card-title"),
            if let Some(card) = model.until {
                div { class: "stack close",
                    p { class: "when", {words.with("card-until", [("when", exactly(here, card).into())])} }
                    if card.zone_differs {
                        p { class: "small soft",
                            {words.with("clinic-clock", [("city", when::zone_name(card.zone).into())])}
                        }
                    }
                }
            } else if model.known {
                p { class: "lead", {words.get("card-over")} }
            }
            if unreadable {
                Note { warm: true, head: words.get("card-unreadable") }
            }
            if model.until.is_some() && !unreadable {
                section { class: "card", "aria-labelledby": "do",
                    h2 { id: "do", {words.get("card-do")} }
                    ul { class: "dots",
                        for (at, line) in model.dos.into_iter().enumerate() {
                            li { key: "{at}", "{line}" }
                        }
                    }
                }
                section { class: "card", "aria-labelledby": "dont",
                    h2 { id: "dont", {words.get("card-dont")} }
                    p { {words.get("card-dont-lead")} }
                    ul { class: "dots warm",
                        for (at, line) in model.donts.into_iter().enumerate() {
                            li { key: "{at}", "{line}" }
                        }
                    }
                    p { class: "label", {words.get("card-instead")} }
                }
                if let Some(expect) = model.expect {
                    section { class: "stack close", "aria-labelledby": "expect",
                        h2 { id: "expect", {words.get("card-expect")} }
                        p { "{expect}" }
                    }
                }
            }
            {below}
            section { class: "card clinic", "aria-labelledby": "clinic",
                h2 { id: "clinic", {words.get("card-clinic")} }
                Signs { signs: model.help.clinic_signs }
                Button {
                    tone: Tone::Quiet,
                    label: words.get("note-side-effect"),
                    on_press: move |()| shell.way.go(Screen::SideEffects),
                }
                PracticeNumbers { beside_others: true }
                if clinic.is_empty() {
                    p { class: "soft", {words.get("no-clinic-number")} }
                }
                Numbers { numbers: clinic, urgent: false }
            }
            section { class: "card", "aria-labelledby": "emergency",
                h2 { id: "emergency", {words.get("card-emergency")} }
                Signs { signs: model.help.emergency_signs }
                if emergency.is_empty() {
                    p { {words.get("no-emergency-number")} }
                }
                Numbers { numbers: emergency, urgent: true }
                Numbers { numbers: crisis, urgent: true }
            }
            p { class: "small soft",
                if let Some(name) = model.help.reviewed_by {
                    {words.with("reviewed-by", [("name", name.into())])}
                } else {
                    {words.get("not-reviewed")}
                }
            }
        }
    }
}

/// Until when, so that it cannot be mistaken.
fn exactly(here: Here, card: CardLine) -> String {
    when::exact_moment(here.words(), card.until, here.today())
}

/// The way to the card, where it is not at hand.
#[component]
pub fn ToCard(card: CardLine) -> Element {
    let shell = use_shell();
    let here = use_here();
    let words = here.words();
    let when = when::moment(words, card.until, here.today());
    rsx! {
        div { class: "to-card",
            Button {
                wide: true,
                label: words.with("card-open", [("when", when.into())]),
                on_press: move |()| shell.way.go(Screen::FirstDay),
            }
        }
    }
}

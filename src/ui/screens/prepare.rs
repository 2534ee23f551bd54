//! How to prepare: a page one could print. Times first, then medicines, then what to bring, to wear and who drives.

mod limits;
mod medicines;
mod rules;

pub use limits::FastingNow;
pub(super) use limits::filled;

use crate::{
    app::read::{Preparation, Times},
    care::{
        VisitKind,
        preparation::{Shown, Topic},
    },
    ui::{
        here::{use_here, use_shell},
        navigation::Screen,
        parts::{Button, Frame, Note, Tone, visit_day_alone, visit_name},
        words::Key,
    },
};
use dioxus::prelude::*;
use limits::LimitsCard;
use medicines::MedicinesPart;
use rules::RulesPart;

/// Everything to know before a visit.
#[component]
pub fn PreparePage(model: Preparation, on_read: EventHandler<Shown>) -> Element {
    let shell = use_shell();
    let here = use_here();
    let words = here.words();
    let name = visit_name(words, model.visit.kind);
    let sub = model.visit.arrival.map_or_else(
        || name.clone(),
        |arrival| {
            let day = visit_day_alone(here, arrival);
            words.with("visit-and-day", [("visit", name.clone().into()), ("day", day.into())])
        },
    );
    let limits = match &model.times {
        Times::Known { limits, .. } => limits.clone(),
        _ => Vec::new(),
    };
    let of = |topics: &'static [Topic]| {
        let chosen = model.rules.iter().filter(|rule| topics.contains(&rule.topic));
        chosen.cloned().collect::<Vec<_>>()
    };
    let zone = model.visit.arrival.map_or(here.zone, |arrival| arrival.zone);
    // Whoever drives home from a session can be named long before its day.
    let to_driver = || (Key("set-your-ride"), Screen::Driver(model.visit.id.clone()));
    let ride = (model.visit.kind == VisitKind::Session).then(to_driver);
    rsx! {
        Frame { title: words.get("how-to-prepare"), sub,
            match standing(&model.times) {
                Some((head, lead, call)) => rsx! {
                    Note { warm: call, head: words.say(head),
                        p { {words.say(lead)} }
                        if call {
                            Button { label: words.get("call-clinic"), on_press: move |()| shell.way.go(Screen::Help) }
                        }
                    }
                },
                None => rsx! {
                    LimitsCard { visit: model.visit.clone(), times: model.times.clone(), clear: model.clear.clone() }
                },
            }
            MedicinesPart {
                medicines: model.medicines.clone(),
                rules: of(&[Topic::Medicines]),
                zone,
                limits: limits.clone(),
                arrival: model.visit.arrival,
                on_read,
            }
            RulesPart { id: "bring", head: Key("what-to-bring"), rules: of(&[Topic::Bring]), limits: limits.clone(), zone }
            RulesPart { id: "wear", head: Key("what-to-wear"), rules: of(&[Topic::Wear]), limits: limits.clone(), zone }
            RulesPart {
                id: "ride",
                head: Key("my-ride"),
                rules: of(&[Topic::Ride]),
                limits: limits.clone(),
                zone,
                leads: ride,
            }
            RulesPart { id: "that-day", head: Key("on-the-day"), rules: of(&[Topic::Day]), limits: limits.clone(), zone }
            RulesPart {
                id: "call-if",
                head: Key("call-us-if"),
                rules: of(&[Topic::Call]),
                limits,
                zone,
                leads: (Key("call-clinic"), Screen::Help),
            }
            if !model.rules.is_empty() {
                p { class: "small soft",
                    if let Some(name) = model.reviewed_by {
                        {words.with("reviewed-by", [("name", name.into())])}
                    } else {
                        {words.get("not-reviewed")}
                    }
                }
            }
            div { class: "no-print last",
                Button {
                    tone: Tone::First,
                    wide: true,
                    label: words.get("all-things-to-do"),
                    on_press: move |()| shell.way.go(Screen::ToDo),
                }
            }
        }
    }
}

/// Why there are no times: what is so, what to do, and whether that is to call.
const fn standing(times: &Times) -> Option<(Key, Key, bool)> {
    match times {
        Times::Known { .. } => None,
        Times::NotSure => Some((Key("times-not-sure"), Key("times-not-sure-lead"), false)),
        Times::Unreadable => Some((Key("times-not-shown"), Key("times-unreadable-lead"), true)),
        Times::NoRules => Some((Key("times-not-shown"), Key("times-no-rules-lead"), true)),
        Times::Over => Some((Key("visit-over"), Key("visit-over-lead"), false)),
    }
}

//! Help: whom to call, from what is on the phone, one tap away on every screen.

use super::first_day::ToCard;
use crate::{
    app::read::{CardLine, Help, HelpNumber, NumberKind},
    ui::{
        here::use_words,
        parts::{Frame, Numbers, PracticeNumbers},
    },
};
use dioxus::prelude::*;

/// Numbers first, then when to use which.
#[component]
pub fn HelpPage(
    model: Help,
    /// The card of the first day, while it holds.
    #[props(default)]
    card: Option<CardLine>,
) -> Element {
    let words = use_words();
    let of = |kind: NumberKind| -> Vec<HelpNumber> {
        model.numbers.iter().filter(|number| number.kind == kind).cloned().collect()
    };
    let (emergency, crisis, clinic) =
        (of(NumberKind::Emergency), of(NumberKind::Crisis), of(NumberKind::Clinic));
    let clinic_title = model.clinic_name.clone().unwrap_or_else(|| words.get("your-clinic"));
    rsx! {
        Frame { title: words.get("help-title"),
            if let Some(card) = card {
                ToCard { card }
            }
            section { class: "card", "aria-labelledby": "now",
                h2 { id: "now", {words.get("in-danger")} }
                if emergency.is_empty() {
                    p { {words.get("no-emergency-number")} }
                }
                Numbers { numbers: emergency, urgent: true }
                if !model.emergency_signs.is_empty() {
                    p { {words.get("emergency-signs-lead")} }
                    Signs { signs: model.emergency_signs }
                }
            }
            section { class: "card", "aria-labelledby": "crisis",
                h2 { id: "crisis", {words.get("crisis-title")} }
                p { {words.get(if crisis.is_empty() { "no-crisis-number" } else { "crisis-lead" })} }
                Numbers { numbers: crisis, urgent: true }
            }
            section { class: "card clinic", "aria-labelledby": "clinic",
                h2 { id: "clinic", "{clinic_title}" }
                PracticeNumbers { beside_others: true }
                if clinic.is_empty() {
                    p { class: "soft", {words.get("no-clinic-number")} }
                }
                Numbers { numbers: clinic, urgent: false }
                if !model.clinic_signs.is_empty() {
                    p { {words.get("clinic-signs-lead")} }
                    Signs { signs: model.clinic_signs }
                }
            }
            p { class: "small soft",
                if let Some(name) = model.reviewed_by {
                    {words.with("reviewed-by", [("name", name.into())])}
                } else {
                    {words.get("not-reviewed")}
                }
            }
        }
    }
}

#[component]
pub(super) fn Signs(signs: Vec<String>) -> Element {
    rsx! {
        ul { class: "signs",
            for (at, sign) in signs.into_iter().enumerate() {
                li { key: "{at}", span { "{sign}" } }
            }
        }
    }
}

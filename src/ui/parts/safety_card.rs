//! The safety card: whom to call, and the truth about what the clinic knows; calm, whole and never in the way.

use super::{Button, Icon, Numbers, PracticeNumbers, Sign};
use crate::{
    app::read::{Help, HelpNumber, NumberKind, SafetyView},
    care::safety::Told,
    ui::here::{Here, use_here},
};
use dioxus::prelude::*;

/// The card inside a form, between the ninth question and what follows. The focus moves to it.
#[component]
pub fn SafetyCard(model: SafetyView, on_go_on: EventHandler<()>, on_stop: EventHandler<()>) -> Element {
    let words = use_here().words();
    rsx! {
        Card { model, arrives: true,
            Button { wide: true, label: words.get("safety-go-on"), on_press: move |()| on_go_on.call(()) }
            Button { wide: true, label: words.get("safety-stop"), on_press: move |()| on_stop.call(()) }
        }
    }
}

/// The card on Today and above the thank-you of a finished form.
#[component]
pub fn PinnedSafety(model: SafetyView, on_dismiss: EventHandler<()>) -> Element {
    let words = use_here().words();
    rsx! {
        Card { model, arrives: false,
            Button { wide: true, label: words.get("safety-hide"), on_press: move |()| on_dismiss.call(()) }
        }
    }
}

/// What is said before a form: who reads it when, and whom to call now.
#[component]
pub fn BeforeForm(model: Help) -> Element {
    let words = use_here().words();
    let lacks = |kind: NumberKind| !model.numbers.iter().any(|number| number.kind == kind);
    let (crisis_missing, emergency_missing) = (lacks(NumberKind::Crisis), lacks(NumberKind::Emergency));
    rsx! {
        section { class: "card", "aria-labelledby": "before-form",
            h2 { id: "before-form", {words.get("before-form-title")} }
            p { {words.get("before-form-lead")} }
            if !model.numbers.is_empty() {
                p { {words.get("before-form-call")} }
            }
            PracticeNumbers { beside_others: true }
            if crisis_missing {
                p { {words.get("no-crisis-number")} }
            }
            if emergency_missing {
                p { {words.get("no-emergency-number")} }
            }
            Numbers { numbers: model.numbers, urgent: false }
        }
    }
}

/// Everything the card says, with its buttons below.
#[component]
fn Card(
    model: SafetyView,
    /// It comes in answer to what was just pressed: whoever listens or uses keys is taken to it.
    arrives: bool,
    children: Element,
) -> Element {
    let here = use_here();
    let words = here.words();
    let of = |kind: NumberKind| -> Vec<HelpNumber> {
        model.numbers.iter().filter(|number| number.kind == kind).cloned().collect()
    };
    let (crisis, clinic, emergency) =
        (of(NumberKind::Crisis), of(NumberKind::Clinic), of(NumberKind::Emergency));
    let clinic_title = model.clinic_name.clone().unwrap_or_else(|| words.get("safety-clinic"));
    rsx! {
        section { class: "card safety", "aria-labelledby": "safety",
            h2 { id: "safety", tabindex: "-1", "data-focus": arrives.then_some(""), {words.get("safety-title")} }
            p { {words.get("safety-lead")} }
            if crisis.is_empty() {
                p { {words.get("no-crisis-number")} }
            }
            Numbers { numbers: crisis, urgent: false }
            State { told: model.told, here }
            h3 { "{clinic_title}" }
            if clinic.is_empty() {
                p { class: "soft", {words.get("no-clinic-number")} }
            }
            Numbers { numbers: clinic, urgent: false }
            h3 { {words.get("safety-danger")} }
            if emergency.is_empty() {
                p { {words.get("no-emergency-number")} }
            }
            Numbers { numbers: emergency, urgent: false }
            p { class: "small soft", {words.get("safety-numbers")} }
            div { class: "stack", {children} }
        }
    }
}

/// What the clinic knows, said again by a screen reader when it changes.
#[component]
fn State(told: Told, here: Here) -> Element {
    let words = here.words();
    let sign = match told {
        Told::Sent(_) | Told::Seen(_) => Sign::Sent,
        Told::NotYet | Told::Practice => Sign::Phone,
        Told::Unreached | Told::Refused => Sign::Call,
    };
    let at = |at| [("time", here.stamp(at).into())];
    let said = match told {
        Told::Practice => words.get("safety-practice"),
        Told::NotYet => words.get("safety-not-yet"),
        Told::Unreached => words.get("safety-unreached"),
        Told::Refused => words.get("safety-refused"),
        Told::Sent(sent) => words.with("safety-sent", at(sent)),
        Told::Seen(Some(seen)) => words.with("safety-seen-at", at(seen)),
        Told::Seen(None) => words.get("safety-seen"),
    };
    rsx! {
        p { class: "known", role: "status", "aria-label": words.get("safety-state"),
            Icon { sign }
            span { "{said}" }
        }
    }
}

//! A logged side effect as one `Observation`: what, how much, from when, and until when once it is over.

use super::{
    allowed,
    moment::local_time,
    systems::{
        OBSERVATION_CATEGORY, RECORD, SIDE_EFFECT, SIDE_EFFECT_ENTRY, SIDE_EFFECT_NAME, SIDE_EFFECT_PART,
        SIDE_EFFECT_SEVERITY, TIME_ZONE,
    },
};
use crate::care::{Id, LoggedEffect};
use serde_json::{Value, json};

/// Whether what is written stands for the first time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    First,
    /// The patient said something else before.
    Changed,
    /// The patient removed it.
    Removed,
}

/// The `Observation` of `effect`, logged by `patient`. Its id is the entry's, however often it is changed. A period
/// without an end is one of something that is still there.
#[must_use]
pub fn write(effect: &LoggedEffect, standing: Standing, patient: &Id) -> Value {
    let patient = json!({ "reference": format!("Patient/{patient}") });
    let status = match standing {
        Standing::First => "final",
        Standing::Changed => "amended",
        Standing::Removed => "entered-in-error",
    };
    let clock = json!({ "extension": [{ "url": TIME_ZONE[0], "valueCode": effect.zone.name() }] });
    let mut period = json!({ "start": local_time(effect.began, effect.zone), "_start": clock });
    if let (Some(ended), Value::Object(fields)) = (effect.ended, &mut period) {
        fields.insert("end".to_owned(), json!(local_time(ended, effect.zone)));
    }
    let named = |name: &str, label: &str, value: &str| json!({ "code": code(name, label), "valueCodeableConcept": { "text": allowed(value) } });
    let mut components = vec![named(SIDE_EFFECT_NAME, "Side effect, by the clinic's list", &effect.effect)];
    components.extend(effect.part.as_ref().map(|part| named(SIDE_EFFECT_PART, "Part of it", part)));
    components.extend(effect.severity.map(|severity| {
        json!({ "code": code(SIDE_EFFECT_SEVERITY, "Severity, 0 none to 3 strong"), "valueInteger": severity.value() })
    }));
    let mut observation = json!({
        "resourceType": "Observation",
        "id": effect.id,
        "identifier": [{ "system": RECORD, "value": effect.id }],
        "status": status,
        "category": [{ "coding": [{ "system": OBSERVATION_CATEGORY, "code": "survey" }] }],
        "code": code(SIDE_EFFECT_ENTRY, "Side effect, logged by the patient"),
        "subject": patient,
        "effectivePeriod": period,
        "issued": local_time(effect.changed, effect.zone),
        "performer": [patient],
        "component": components,
    });
    let note = effect.note.as_ref().map(|note| allowed(note.reveal()));
    if let (Some(note), Value::Object(fields)) =
        (note.filter(|note| !note.trim().is_empty()), &mut observation)
    {
        fields.insert("note".to_owned(), json!([{ "text": note }]));
    }
    observation
}

fn code(code: &str, display: &str) -> Value {
    json!({ "coding": [{ "system": SIDE_EFFECT, "code": code, "display": display }] })
}

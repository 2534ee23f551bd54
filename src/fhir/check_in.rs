//! A check-in as one `Observation`: written by the patient, read back as exactly the same check-in.
//!
//! One survey `Observation` with a component for mood, one for anxiety, one for each feeling and one for sleep. The
//! time keeps the offset the patient's clock had, and beside it the name of the zone, which an offset cannot tell.
//! One that was changed is `amended`, and `issued` says when.

use super::element::Element;
use super::moment::{self, local_time};
use super::reference::Reference;
use super::systems::{
    CHECK_IN, CHECK_IN_ANXIETY, CHECK_IN_FEELING, CHECK_IN_MOOD, CHECK_IN_PANEL, FEELING, LOINC,
    OBSERVATION_CATEGORY, RECORD, SLEEP_DURATION, TIME_ZONE, UCUM,
};
use super::{Resource, Unreadable, What, allowed, concept};
use crate::care::{CheckIn, Feeling, Id, Listed, Private, Score, Sleep};
use serde_json::{Value, json};

/// What each state of `Observation.status` says about a check-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Stands,
    Changed,
    Gone,
}

const STATES: [(&str, State); 8] = [
    ("final", State::Stands),
    ("registered", State::Stands),
    ("preliminary", State::Stands),
    ("amended", State::Changed),
    ("corrected", State::Changed),
    ("unknown", State::Stands),
    ("cancelled", State::Gone),
    ("entered-in-error", State::Gone),
];

/// The `Observation` of `check_in`, made by `patient`. Its id is the check-in's, however often it is changed.
///
/// Characters FHIR does not allow in text (controls other than tab and line ends) are left out of what the
/// patient wrote: a server would refuse the whole record for them.
#[must_use]
pub fn write(check_in: &CheckIn, patient: &Id) -> Value {
    let patient = json!({ "reference": format!("Patient/{patient}") });
    let mut observation = json!({
        "resourceType": "Observation",
        "id": check_in.id,
        "identifier": [{ "system": RECORD, "value": check_in.id }],
        "status": if check_in.changed.is_some() { "amended" } else { "final" },
        "category": [{ "coding": [{ "system": OBSERVATION_CATEGORY, "code": "survey" }] }],
        "code": code(CHECK_IN_PANEL, "Mood and anxiety, rated by the patient"),
        "subject": patient,
        "effectiveDateTime": local_time(check_in.at, check_in.zone),
        "_effectiveDateTime": { "extension": [{ "url": TIME_ZONE[0], "valueCode": check_in.zone.name() }] },
        "performer": [patient],
    });
    if let Value::Object(fields) = &mut observation {
        if let Some(changed) = check_in.changed {
            fields.insert("issued".to_owned(), json!(local_time(changed, check_in.zone)));
        }
        let words = check_in.words.as_ref().map(|words| allowed(words.reveal()));
        if let Some(words) = words.filter(|words| !words.trim().is_empty()) {
            fields.insert("note".to_owned(), json!([{ "text": words }]));
        }
        fields.insert("component".to_owned(), Value::Array(components(check_in)));
    }
    observation
}

/// The same `Observation`, marked as entered in error; everything else in it stays as it is.
///
/// # Errors
/// [`Unreadable`] when `observation` is no resource.
pub fn entered_in_error(observation: &Value) -> Result<Value, Unreadable> {
    let Value::Object(fields) = observation else {
        return Err(Unreadable::new("Observation", What::WrongType));
    };
    let mut fields = fields.clone();
    fields.insert("status".to_owned(), json!("entered-in-error"));
    Ok(Value::Object(fields))
}

/// The check-in, or `None` if it was taken back (entered in error or cancelled).
///
/// # Errors
/// [`Unreadable`] when it is not an `Observation` as [`write`] makes them.
pub fn read(resource: &Resource) -> Result<Option<CheckIn>, Unreadable> {
    let root = Element::root(resource)?;
    if !is_one(resource) {
        return Err(root.wrong("code", What::UnknownCode));
    }
    let state = root.need("status", root.code("status", &STATES)?)?;
    if state == State::Gone {
        return Ok(None);
    }
    let at = root.need("effectiveDateTime", root.instant("effectiveDateTime")?)?;
    let beside = root.child("_effectiveDateTime")?;
    let zone = beside.map_or(Ok(None), |beside| moment::zone(&beside))?;
    Ok(Some(CheckIn {
        id: resource.id.clone(),
        at,
        zone: root.need("_effectiveDateTime", zone)?,
        mood: score(&root, CHECK_IN_MOOD)?,
        anxiety: score(&root, CHECK_IN_ANXIETY)?,
        feelings: feelings(&root)?,
        sleep: sleep(&root)?,
        words: words(&root)?.map(Private::new),
        changed: if state == State::Changed { root.instant("issued")? } else { None },
    }))
}

/// True if `resource` is an `Observation` coded as a check-in, be it readable or not.
pub(super) fn is_one(resource: &Resource) -> bool {
    let codings = resource.raw.pointer("/code/coding").and_then(Value::as_array);
    let ours = |coding: &Value| {
        coding.get("system").and_then(Value::as_str) == Some(CHECK_IN)
            && coding.get("code").and_then(Value::as_str) == Some(CHECK_IN_PANEL)
    };
    resource.kind == "Observation" && codings.is_some_and(|codings| codings.iter().any(ours))
}

fn components(check_in: &CheckIn) -> Vec<Value> {
    let score = |name, label, score: Score| json!({ "code": code(name, label), "valueInteger": score });
    let mut all = vec![
        score(CHECK_IN_MOOD, "Mood, 0 lowest to 10 best", check_in.mood),
        score(CHECK_IN_ANXIETY, "Anxiety, 0 none to 10 most", check_in.anxiety),
    ];
    let feelings = check_in.feelings.iter().filter_map(felt);
    all.extend(
        feelings
            .map(|felt| json!({ "code": code(CHECK_IN_FEELING, "A feeling"), "valueCodeableConcept": felt })),
    );
    all.extend(check_in.sleep.map(|sleep| {
        json!({
            "code": { "coding": [{ "system": LOINC, "code": SLEEP_DURATION, "display": "Sleep duration" }] },
            "valueQuantity": { "value": sleep.in_minutes(), "unit": "min", "system": UCUM, "code": "min" },
        })
    }));
    all
}

/// `None` for words of which nothing may be sent.
fn felt(feeling: &Feeling) -> Option<Value> {
    match feeling {
        Feeling::Listed(listed) => Some(json!({ "coding": [{ "system": FEELING, "code": listed.code() }] })),
        Feeling::Own(words) => {
            let words = allowed(words.reveal());
            (!words.trim().is_empty()).then(|| json!({ "text": words }))
        }
    }
}

fn code(code: &str, display: &str) -> Value {
    json!({ "coding": [{ "system": CHECK_IN, "code": code, "display": display }] })
}

/// The components with this code.
fn coded<'a>(root: &Element<'a>, system: &str, wanted: &str) -> Result<Vec<Element<'a>>, Unreadable> {
    let mut found = Vec::new();
    for component in root.acted_upon("component")? {
        let codes = component.child("code")?.map_or(Ok(Vec::new()), |code| concept::codes(&code, system))?;
        if codes.iter().any(|(_, code)| *code == wanted) {
            found.push(component);
        }
    }
    Ok(found)
}

/// The one component with this code, if there is any.
fn only<'a>(root: &Element<'a>, system: &str, wanted: &str) -> Result<Option<Element<'a>>, Unreadable> {
    let mut found = coded(root, system, wanted)?;
    match (found.pop(), found.is_empty()) {
        (Some(component), false) => Err(component.wrong("code", What::Ambiguous)),
        (one, _) => Ok(one),
    }
}

fn score(root: &Element<'_>, wanted: &str) -> Result<Score, Unreadable> {
    let component = root.need(&format!("component({wanted})"), only(root, CHECK_IN, wanted)?)?;
    let number = component.need("valueInteger", component.whole_number("valueInteger")?)?;
    let score = u8::try_from(number).ok().and_then(|number| Score::new(number).ok());
    score.ok_or_else(|| component.wrong("valueInteger", What::OutOfRange))
}

/// A code that is not of today's list is read by its words.
fn feelings(root: &Element<'_>) -> Result<Vec<Feeling>, Unreadable> {
    let mut all = Vec::new();
    for component in coded(root, CHECK_IN, CHECK_IN_FEELING)? {
        let value = component.need("valueCodeableConcept", component.child("valueCodeableConcept")?)?;
        let codes = concept::codes(&value, FEELING)?;
        let listed = codes.iter().find_map(|(_, code)| Listed::of_code(code));
        all.push(match listed {
            Some(listed) => Feeling::Listed(listed),
            None => Feeling::Own(Private::new(value.need("text", concept::words(&value)?)?)),
        });
    }
    Ok(all)
}

fn sleep(root: &Element<'_>) -> Result<Option<Sleep>, Unreadable> {
    let Some(component) = only(root, LOINC, SLEEP_DURATION)? else { return Ok(None) };
    let quantity = component.need("valueQuantity", component.child("valueQuantity")?)?.without_modifiers()?;
    // "More than 7 hours" is not 7 hours.
    if quantity.text("comparator")?.is_some() || quantity.text("system")? != Some(UCUM) {
        return Err(component.wrong("valueQuantity", What::UnknownCode));
    }
    let unit = quantity.need("code", quantity.code("code", &[("min", 1), ("h", 60)])?)?;
    let number = quantity.need("value", quantity.whole_number("value")?)?;
    let minutes = number.checked_mul(unit).and_then(|minutes| u16::try_from(minutes).ok());
    let sleep = minutes.and_then(|minutes| Sleep::new(minutes).ok());
    sleep.map(Some).ok_or_else(|| quantity.wrong("value", What::OutOfRange))
}

/// The patient's own words: the first note that has no author beside the performer.
fn words<'a>(root: &Element<'a>) -> Result<Option<&'a str>, Unreadable> {
    for note in root.children("note")? {
        let by_another =
            note.text("authorString")?.is_some() || Reference::one(&note, "authorReference")?.is_some();
        if !by_another {
            return note.text("text");
        }
    }
    Ok(None)
}

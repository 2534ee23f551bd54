//! A check-in as one `Observation`: written by the patient, read back as exactly the same check-in.
//!
//! One survey `Observation` with a component for mood and one for anxiety. The time keeps the offset the
//! patient's clock had, and beside it the name of the zone, which an offset cannot tell.

use super::element::Element;
use super::moment::{self, local_time};
use super::reference::Reference;
use super::systems::{
    CHECK_IN, CHECK_IN_ANXIETY, CHECK_IN_MOOD, CHECK_IN_PANEL, OBSERVATION_CATEGORY, RECORD, TIME_ZONE,
};
use super::{Resource, Unreadable, What, allowed, concept};
use crate::care::{CheckIn, Id, Private, Score};
use serde_json::{Value, json};

/// Whether an observation in each state of `Observation.status` still stands.
const STANDS: [(&str, bool); 8] = [
    ("final", true),
    ("registered", true),
    ("preliminary", true),
    ("amended", true),
    ("corrected", true),
    ("unknown", true),
    ("cancelled", false),
    ("entered-in-error", false),
];

/// The `Observation` of `check_in`, made by `patient`. Its id is the check-in's.
///
/// Characters FHIR does not allow in text (controls other than tab and line ends) are left out of the
/// words: a server would refuse the whole record for them.
#[must_use]
pub fn write(check_in: &CheckIn, patient: &Id) -> Value {
    let patient = json!({ "reference": format!("Patient/{patient}") });
    let mut observation = json!({
        "resourceType": "Observation",
        "id": check_in.id,
        "identifier": [{ "system": RECORD, "value": check_in.id }],
        "status": "final",
        "category": [{ "coding": [{ "system": OBSERVATION_CATEGORY, "code": "survey" }] }],
        "code": code(CHECK_IN_PANEL, "Mood and anxiety, rated by the patient"),
        "subject": patient,
        "effectiveDateTime": local_time(check_in.at, check_in.zone),
        "_effectiveDateTime": { "extension": [{ "url": TIME_ZONE[0], "valueCode": check_in.zone.name() }] },
        "performer": [patient],
    });
    let words = check_in.words.as_ref().map(|words| allowed(words.reveal()));
    if let (Some(words), Value::Object(fields)) =
        (words.filter(|words| !words.trim().is_empty()), &mut observation)
    {
        fields.insert("note".to_owned(), json!([{ "text": words }]));
    }
    if let Value::Object(fields) = &mut observation {
        let component =
            |name, label, score: Score| json!({ "code": code(name, label), "valueInteger": score });
        let components = [
            component(CHECK_IN_MOOD, "Mood, 0 lowest to 10 best", check_in.mood),
            component(CHECK_IN_ANXIETY, "Anxiety, 0 none to 10 most", check_in.anxiety),
        ];
        fields.insert("component".to_owned(), json!(components));
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
    if !root.need("status", root.code("status", &STANDS)?)? {
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
        feelings: Vec::new(),
        sleep: None,
        words: words(&root)?.map(Private::new),
        changed: None,
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

fn code(code: &str, display: &str) -> Value {
    json!({ "coding": [{ "system": CHECK_IN, "code": code, "display": display }] })
}

/// The number of the one component with this code.
fn score(root: &Element<'_>, wanted: &str) -> Result<Score, Unreadable> {
    let mut found = None;
    for component in root.acted_upon("component")? {
        let codes =
            component.child("code")?.map_or(Ok(Vec::new()), |code| concept::codes(&code, CHECK_IN))?;
        if !codes.iter().any(|(_, code)| *code == wanted) {
            continue;
        }
        if found.is_some() {
            return Err(component.wrong("code", What::Ambiguous));
        }
        let number = component.need("valueInteger", component.whole_number("valueInteger")?)?;
        let score = u8::try_from(number).ok().and_then(|number| Score::new(number).ok());
        found = Some(score.ok_or_else(|| component.wrong("valueInteger", What::OutOfRange))?);
    }
    root.need(&format!("component({wanted})"), found)
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

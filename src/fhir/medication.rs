//! `MedicationRequest` and `MedicationStatement`: what a clinician wrote about a medicine, or nothing at all.
//!
//! A `modifierExtension` anywhere inside makes the line unreadable: it could turn "take" into "do not".

use super::element::Element;
use super::moment::Moment;
use super::reference::{Reference, Target};
use super::task::ASKED_FOR;
use super::{Resource, Unreadable, What, concept};
use crate::care::{LineState, MedicineLine, Private, Written};

/// Both types' states together; which of them a type may have is the server's to check.
const STATES: [(&str, LineState); 10] = [
    ("active", LineState::Active),
    ("on-hold", LineState::NotInForce),
    ("cancelled", LineState::NotInForce),
    ("completed", LineState::NotInForce),
    ("entered-in-error", LineState::NotInForce),
    ("stopped", LineState::NotInForce),
    ("draft", LineState::NotInForce),
    ("unknown", LineState::NotInForce),
    ("intended", LineState::NotInForce),
    ("not-taken", LineState::NotInForce),
];

pub(super) fn read(resource: &Resource) -> Result<MedicineLine, Unreadable> {
    let root = Element::root(resource)?;
    let request = resource.kind == "MedicationRequest";
    let dosage = if request { "dosageInstruction" } else { "dosage" };
    let words = words(&root, dosage)?;
    if root.modified_within() {
        return Err(root.wrong_here(What::UnknownModifier));
    }
    let state = root.need("status", root.code("status", &STATES)?)?;
    let asked_for = !request || root.need("intent", root.code("intent", &ASKED_FOR)?)?;
    let written = root.moment(if request { "authoredOn" } else { "dateAsserted" })?;
    Ok(MedicineLine {
        id: resource.id.clone(),
        medicine: Private::new(medicine(&root)?),
        words: words.map(Private::new),
        author: author(&root)?.map(str::to_owned),
        written: written.and_then(as_written),
        state: if asked_for { state } else { LineState::NotInForce },
        do_not_take: root.flag("doNotPerform")?,
    })
}

/// The medicine's name as written: in the line, in a `Medication` inside it, or beside the reference.
fn medicine<'a>(root: &Element<'a>) -> Result<&'a str, Unreadable> {
    if let Some(words) = concept::words_of(root, "medicationCodeableConcept")? {
        return Ok(words);
    }
    let reference = Reference::one(root, "medicationReference")?;
    let mut found = None;
    if let Some(Target::Contained(name)) = reference.as_ref().map(|reference| &reference.target) {
        for contained in root.children("contained")? {
            if contained.text("id")? == Some(name) {
                found = concept::words_of(&contained, "code")?;
            }
        }
    }
    root.need("medication", found.or(reference.and_then(|reference| reference.display)))
}

/// The instruction, word for word, in the clinician's order: for each dosage the words meant for the
/// patient and, where they differ, the free text too, for either may hold what the other leaves out.
///
/// When one dosage has words and another has none, the words alone would be half an instruction: an error.
fn words(root: &Element<'_>, field: &str) -> Result<Option<String>, Unreadable> {
    let mut dosages = Vec::new();
    for dosage in root.acted_upon(field)? {
        dosages.push((dosage.whole_number("sequence")?.unwrap_or(i64::MAX), dosage));
    }
    dosages.sort_by_key(|(sequence, _)| *sequence);
    let (mut lines, mut wordless) = (Vec::new(), None);
    for (_, dosage) in dosages {
        if dosage.modified_within() {
            return Err(dosage.wrong_here(What::UnknownModifier));
        }
        let (patient, text) = (dosage.text("patientInstruction")?, dosage.text("text")?);
        let said = lines.len();
        lines.extend(patient);
        lines.extend(text.filter(|text| Some(text.trim()) != patient.map(str::trim)));
        if lines.len() == said {
            wordless = Some(dosage);
        }
    }
    match wordless {
        Some(dosage) if !lines.is_empty() => Err(dosage.wrong("text", What::Missing)),
        _ => Ok(Some(lines.join("\n")).filter(|lines| !lines.is_empty())),
    }
}

/// A day or a point in time; a month or a year is too vague to be shown beside an instruction.
fn as_written(moment: Moment) -> Option<Written> {
    match moment {
        Moment::At(instant) => Some(Written::At(instant)),
        Moment::Within(first, last) => (first == last).then_some(Written::On(first)),
    }
}

/// Who wrote it: who asked for it, else who entered it, else who told the clinic.
fn author<'a>(root: &Element<'a>) -> Result<Option<&'a str>, Unreadable> {
    for field in ["requester", "recorder", "informationSource"] {
        if let Some(name) = Reference::one(root, field)?.and_then(|who| who.display) {
            return Ok(Some(name));
        }
    }
    Ok(None)
}

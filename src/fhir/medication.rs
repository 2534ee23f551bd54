//! `MedicationRequest` and `MedicationStatement`: what a clinician wrote about a medicine, or nothing at all.
//!
//! A `modifierExtension` anywhere inside makes the line unreadable: it could turn "take" into "do not".

use super::element::Element;
use super::moment::Moment;
use super::reference::{Reference, Target};
use super::systems::MEDICINE_ACTION;
use super::task::ASKED_FOR;
use super::{Resource, Unreadable, What, concept};
use crate::care::{Days, Due, LineState, MedicineAction, MedicineLine, MedicineRecord, Private, Written};
use chrono::TimeDelta;
use chrono_tz::Tz;

/// Both types' states together; which of them a type may have is the server's to check.
const STATES: [(&str, LineState); 10] = [
    ("active", LineState::Active),
    ("on-hold", LineState::NoLonger),
    ("cancelled", LineState::NotInForce),
    ("completed", LineState::NoLonger),
    ("entered-in-error", LineState::NotInForce),
    ("stopped", LineState::NoLonger),
    ("draft", LineState::NotInForce),
    ("unknown", LineState::NotInForce),
    ("intended", LineState::NotInForce),
    ("not-taken", LineState::NotInForce),
];

/// The codes of [`MEDICINE_ACTION`].
const ACTIONS: [(&str, MedicineAction); 3] =
    [("take", MedicineAction::Take), ("skip", MedicineAction::Skip), ("ask", MedicineAction::Ask)];

pub(super) fn read(resource: &Resource) -> Result<MedicineLine, Unreadable> {
    let root = Element::root(resource)?;
    let request = resource.kind == "MedicationRequest";
    let dosage = if request { "dosageInstruction" } else { "dosage" };
    let words = words(&root, dosage)?;
    let (days, of_all) = days(&root, dosage)?;
    if root.modified_within() {
        return Err(root.wrong_here(What::UnknownModifier));
    }
    let state = root.need("status", root.code("status", &STATES)?)?;
    let asked_for = !request || root.need("intent", root.code("intent", &ASKED_FOR)?)?;
    let written = root.moment(if request { "authoredOn" } else { "dateAsserted" })?;
    Ok(MedicineLine {
        id: resource.id.clone(),
        record: if request { MedicineRecord::Request } else { MedicineRecord::Statement },
        medicine: Private::new(medicine(&root)?),
        words: words.map(Private::new),
        author: author(&root)?.map(str::to_owned),
        written: written.and_then(as_written),
        state: if asked_for { state } else { LineState::NotInForce },
        // What is for one of its days and not for another cannot be said of the line as a whole.
        action: action(&root, request)?.filter(|_| of_all),
        days,
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

/// What the clinician asks for, by our code; a code of ours that this app does not know may mean anything.
fn action(root: &Element<'_>, request: bool) -> Result<Option<MedicineAction>, Unreadable> {
    let categories =
        if request { root.children("category")? } else { root.child("category")?.into_iter().collect() };
    let mut found = None;
    for category in categories {
        for (coding, code) in concept::codes(&category, MEDICINE_ACTION)? {
            let known = ACTIONS.iter().find(|(name, _)| *name == code).map(|(_, action)| *action);
            let known = known.ok_or_else(|| coding.wrong("code", What::UnknownCode))?;
            if found.replace(known).is_some_and(|other| other != known) {
                return Err(coding.wrong("code", What::Ambiguous));
            }
        }
    }
    Ok(found)
}

/// The days the line holds for, and whether all of it holds for the very same days. Where it does not, the days
/// are those from the first to the last of any part.
fn days(root: &Element<'_>, field: &str) -> Result<(Option<Days>, bool), Unreadable> {
    let mut parts = Vec::new();
    let mut certain = true;
    for dosage in root.children(field)? {
        let Some(repeat) = dosage.child("timing")?.map_or(Ok(None), |timing| timing.child("repeat"))? else {
            parts.push(None);
            continue;
        };
        certain &= repeat.child("boundsDuration")?.is_none() && repeat.child("boundsRange")?.is_none();
        let Some(bounds) = repeat.child("boundsPeriod")? else {
            parts.push(None);
            continue;
        };
        let days = Days {
            from: bounds.moment("start")?.map(Moment::begins),
            to: bounds.moment("end")?.map(Moment::due),
        };
        if backwards(days) {
            return Err(bounds.wrong("end", What::BadDate));
        }
        parts.push(Some(days));
    }
    let same = parts.windows(2).all(|pair| matches!(pair, [one, other] if one == other));
    if same {
        return Ok((parts.into_iter().next().flatten(), certain));
    }
    let all: Option<Vec<Days>> = parts.into_iter().collect();
    Ok((all.and_then(|all| all.into_iter().reduce(hull)), false))
}

fn hull(one: Days, other: Days) -> Days {
    let by = |due: &Due| due.last_instant(Tz::UTC);
    Days {
        from: one.from.zip(other.from).map(|(one, other)| std::cmp::min_by_key(one, other, by)),
        to: one.to.zip(other.to).map(|(one, other)| std::cmp::max_by_key(one, other, by)),
    }
}

/// It would hold on no day, and disappear without a word.
fn backwards(days: Days) -> bool {
    match (days.from, days.to) {
        (Some(Due::At(from)), Some(Due::At(to))) => to < from,
        (Some(Due::On(from)), Some(Due::On(to))) => to < from,
        (Some(from), Some(to)) => to.last_instant(Tz::UTC) < from.last_instant(Tz::UTC) - TimeDelta::days(2),
        _ => false,
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

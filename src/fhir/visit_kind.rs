//! Which step of care something belongs to, by the clinic's code or, failing that, by its plain label.

use super::concept;
use super::element::Element;
use super::systems::VISIT_KIND;
use super::{Unreadable, What};
use crate::care::VisitKind;
use serde_json::{Value, json};

/// The kind as a concept of our own `CodeSystem`.
pub(super) fn write(kind: VisitKind) -> Value {
    json!({ "coding": [{ "system": VISIT_KIND, "code": kind.code() }] })
}

/// The kind these concepts are coded with, if one of them is coded in our `CodeSystem`.
///
/// An unknown code of that system is an error, for the preparation of that visit cannot be known; so are
/// two codes that differ.
pub(super) fn coded(concepts: &[Element<'_>]) -> Result<Option<VisitKind>, Unreadable> {
    let mut found = None;
    for concept in concepts {
        for (coding, code) in concept::codes(concept, VISIT_KIND)? {
            let kind = VisitKind::of_code(code).ok_or_else(|| coding.wrong("code", What::UnknownCode))?;
            match found {
                Some(other) if other != kind => return Err(coding.wrong("code", What::Ambiguous)),
                _ => found = Some(kind),
            }
        }
    }
    Ok(found)
}

/// Every kind these concepts name, by our code or by a plain label, in the order of care. What they name besides is left out:
/// a time that is free for something else, too, is free for what is known here.
pub(super) fn all(concepts: &[Element<'_>]) -> Result<Vec<VisitKind>, Unreadable> {
    let mut kinds = Vec::new();
    for concept in concepts {
        let codes = concept::codes(concept, VISIT_KIND)?;
        let before = kinds.len();
        kinds.extend(codes.iter().filter_map(|(_, code)| VisitKind::of_code(code)));
        if kinds.len() == before {
            kinds.extend(concept::words(concept)?.and_then(named));
        }
    }
    kinds.sort_unstable();
    kinds.dedup();
    Ok(kinds)
}

/// The kind that words name by themselves ("Preparation", "KAP session"). A longer phrase is left alone:
/// guessing at "call about your session" would attach the session's fasting rules to a phone call.
pub(super) fn named(words: &str) -> Option<VisitKind> {
    let words = words.trim().to_ascii_lowercase();
    let ending = [" visit", " meeting", " session", " appointment"];
    let bare = ending.iter().find_map(|end| words.strip_suffix(end)).unwrap_or(&words);
    match bare {
        "consultation" => Some(VisitKind::Consultation),
        "intake" => Some(VisitKind::Intake),
        "preparation" => Some(VisitKind::Preparation),
        "kap" | "session" => Some(VisitKind::Session),
        "integration" => Some(VisitKind::Integration),
        _ => None,
    }
}

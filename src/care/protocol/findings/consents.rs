//! Papers to sign: nobody signs a paper without words, and a task that asks for one names one that is there.

use super::{Findings, Problem};
use crate::care::protocol::{ConsentText, Protocol, without_marks};
use std::collections::BTreeSet;

pub(super) fn check(protocol: &Protocol, found: &mut Findings) {
    let mut ids = BTreeSet::new();
    for (place, text) in protocol.consents.iter().enumerate() {
        let path = format!("consents[{place}]");
        found.once(&mut ids, format!("{path}.id"), text.id.as_str());
        words(text, &path, found);
        let named = text.reviewed_by.as_deref().is_some_and(|name| !name.trim().is_empty());
        found.add_if(named != text.reviewed_on.is_some(), path, Problem::HalfReviewed);
    }
    for (place, phase) in protocol.phases.iter().enumerate() {
        for (at, task) in phase.tasks.iter().enumerate() {
            if let Some(id) = task.consent.as_ref().filter(|id| protocol.consent(id).is_none()) {
                let path = format!("phases[{place}].tasks[{at}].consent");
                found.add(path, Problem::NoSuchConsent(id.to_string()));
            }
        }
    }
}

fn words(text: &ConsentText, path: &str, found: &mut Findings) {
    let mut said = |place: String, words: &str| {
        found.add_if(without_marks(words).trim().is_empty(), place, Problem::NoWords);
    };
    said(format!("{path}.version"), &text.version);
    said(format!("{path}.title"), &text.title);
    for (at, statement) in text.statements.iter().enumerate() {
        said(format!("{path}.statements[{at}]"), statement);
    }
    for (at, part) in text.parts.iter().enumerate() {
        for (line, words) in part.lines.iter().enumerate() {
            said(format!("{path}.parts[{at}].lines[{line}]"), words);
        }
    }
    for (at, part) in text.parts.iter().enumerate() {
        found.add_if(part.lines.is_empty(), format!("{path}.parts[{at}].lines"), Problem::EmptyList);
    }
    found.add_if(text.parts.is_empty(), format!("{path}.parts"), Problem::EmptyList);
}

//! Finds the records a resource names, so that they can be fetched: by its JSON, so that even what cannot be
//! read leads to what it names.

use super::kinds::NAMED;
use crate::care::Id;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Ids by type.
pub(super) type Named = BTreeMap<&'static str, BTreeSet<Id>>;

/// Adds to `named` what `resource` names of the types in [`NAMED`], at this clinic's server.
pub(super) fn collect(resource: &Value, named: &mut Named) {
    each_reference(resource, &mut |reference| {
        if let Some((kind, id)) = local(reference)
            && let Some(kind) = NAMED.iter().find(|known| **known == kind)
        {
            named.entry(kind).or_default().insert(id);
        }
    });
}

/// True if `resource` names this patient anywhere.
pub(super) fn names_patient(resource: &Value, patient: &Id) -> bool {
    let mut found = false;
    each_reference(resource, &mut |reference| {
        // Some servers write the whole address.
        let relative =
            reference.rfind("Patient/").and_then(|start| reference.get(start..)).unwrap_or(reference);
        found |= local(relative).is_some_and(|(kind, id)| kind == "Patient" && id == *patient);
    });
    found
}

/// Calls `with` for every literal reference anywhere inside.
fn each_reference(value: &Value, with: &mut impl FnMut(&str)) {
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                match inner {
                    Value::String(text) if name == "reference" => with(text),
                    inner => each_reference(inner, with),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| each_reference(item, with)),
        _ => {}
    }
}

/// `Type/id`, with or without a version behind it.
fn local(reference: &str) -> Option<(&str, Id)> {
    let mut steps = reference.split('/');
    let (kind, id) = (steps.next()?, Id::new(steps.next()?).ok()?);
    match (steps.next(), steps.next(), steps.next()) {
        (None, ..) | (Some("_history"), Some(_), None) => Some((kind, id)),
        _ => None,
    }
}

#[cfg(test)]
#[path = "references_tests.rs"]
mod tests;

//! Finds a form by its name: the clinic's own, else the one that is built in.

use crate::{
    care::instruments::Instrument,
    fhir::{
        self,
        form_names::{self, FormName},
    },
    store::{Mirrored, Reader, StoreError},
};
use serde_json::Value;
use std::cmp::Ordering;

/// The panels in LOINC (care/instruments.md).
const PANELS: [(Instrument, &str); 4] = [
    (Instrument::Phq9, "44249-1"),
    (Instrument::Gad7, "69737-5"),
    (Instrument::Phq2, "55757-9"),
    (Instrument::Phq4, "69724-3"),
];

/// The `Questionnaire` the protocol means by `name`, or the one with that address; `None` if there is none on this
/// phone, or the clinic does not use it any more.
///
/// It may be one that this app does not understand: then nothing stands in for it, for the clinic means this one.
pub(in crate::app) fn find(reader: &Reader<'_>, name: &str) -> Result<Option<Value>, StoreError> {
    let forms = read(reader.mirrored("Questionnaire")?);
    let by_protocol = read(reader.mirrored("Library")?)
        .iter()
        .flat_map(form_names::named)
        .find(|form| form.label.as_deref() == Some(name));
    let asked = by_protocol.unwrap_or_else(|| FormName::of(name));
    let of_address: Vec<_> = forms.iter().filter(|form| is_at(form, &asked)).collect();
    if !of_address.is_empty() {
        return Ok(newest(of_address).cloned());
    }
    let of_name = forms.iter().filter(|form| is_called(form, name)).collect();
    Ok(newest(of_name).cloned().or_else(|| fhir::built_in::form(name)))
}

/// What a form is called by its author.
pub(in crate::app) fn title(form: &Value) -> Option<String> {
    text(form, "title").map(str::to_owned)
}

fn read(mirrored: Vec<Mirrored>) -> Vec<Value> {
    mirrored.into_iter().filter_map(|mirrored| serde_json::from_str(&mirrored.body).ok()).collect()
}

fn text<'a>(form: &'a Value, field: &str) -> Option<&'a str> {
    form.get(field).and_then(Value::as_str)
}

fn is_at(form: &Value, asked: &FormName) -> bool {
    text(form, "url") == Some(&asked.url)
        && asked.version.as_deref().is_none_or(|version| text(form, "version") == Some(version))
}

/// By its own name or title, or as the panel of the instrument of that name.
fn is_called(form: &Value, name: &str) -> bool {
    let same = |field| text(form, field).is_some_and(|text| text.eq_ignore_ascii_case(name));
    let instrument = Instrument::named(name);
    let panel = PANELS.iter().find(|(known, _)| Some(*known) == instrument).map(|(_, code)| *code);
    let codes = form.get("code").and_then(Value::as_array).into_iter().flatten();
    let is_panel = |code: &Value| panel.is_some() && text(code, "code") == panel;
    same("name") || same("title") || codes.into_iter().any(is_panel)
}

/// The newest the clinic stands behind; one it has not put in force only where there is no other, one it has withdrawn
/// never.
fn newest(forms: Vec<&Value>) -> Option<&Value> {
    let rank = |form: &&Value| match text(form, "status") {
        Some("retired") => None,
        Some("active") => Some(1),
        _ => Some(0),
    };
    let offered = forms.into_iter().filter_map(|form| Some((rank(&form)?, form)));
    offered
        .max_by(|(rank, form), (other_rank, other)| {
            let versions = || by_version(text(form, "version"), text(other, "version"));
            let updated = |form: &Value| form.pointer("/meta/lastUpdated").map(ToString::to_string);
            rank.cmp(other_rank).then_with(versions).then_with(|| updated(form).cmp(&updated(other)))
        })
        .map(|(_, form)| form)
}

/// Versions as people count: 1.10 is after 1.9, and any is after none.
fn by_version(one: Option<&str>, other: Option<&str>) -> Ordering {
    let parts = |version: Option<&str>| -> Option<Vec<(Option<u64>, String)>> {
        let steps = version?.split(['.', '-']);
        Some(steps.map(|step| (step.parse().ok(), step.to_owned())).collect())
    };
    parts(one).cmp(&parts(other))
}

#[cfg(test)]
#[path = "forms_tests.rs"]
mod tests;

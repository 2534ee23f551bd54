//! Which forms a resource names: by their lasting address, and by what the clinic's protocol calls them.

use serde_json::Value;

/// A form as it is named somewhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FormName {
    /// What the protocol calls it, where a `Library` says so.
    pub label: Option<String>,
    /// Its lasting address, the same in every version.
    pub url: String,
    /// This version and no other.
    pub version: Option<String>,
}

impl FormName {
    /// Takes a canonical apart: an address, and maybe a version behind a bar.
    #[must_use]
    pub fn of(canonical: &str) -> Self {
        let canonical = canonical.split_once('#').map_or(canonical, |(before, _)| before);
        let (url, version) = match canonical.split_once('|') {
            Some((url, version)) => (url, Some(version.to_owned()).filter(|version| !version.is_empty())),
            None => (canonical, None),
        };
        Self { label: None, url: url.to_owned(), version }
    }

    /// The id it would have on a server that makes its addresses of ids.
    #[must_use]
    pub fn tail(&self) -> Option<&str> {
        self.url.rsplit_once("Questionnaire/").map(|(_, id)| id)
    }
}

/// The forms `resource` names: a `Library` what its protocol asks (`relatedArtifact`), a `CarePlan` and a `Task` what
/// is to be filled in.
#[must_use]
pub fn named(resource: &Value) -> Vec<FormName> {
    match resource.get("resourceType").and_then(Value::as_str) {
        Some("Library") => each(resource, "relatedArtifact").filter_map(of_protocol).collect(),
        Some("CarePlan") => {
            let details = each(resource, "activity").filter_map(|activity| activity.get("detail"));
            let all = details.flat_map(|detail| each(detail, "instantiatesCanonical"));
            all.filter_map(to_fill_in).collect()
        }
        Some("Task") => {
            let inputs = each(resource, "input").filter_map(|input| input.get("valueCanonical"));
            resource.get("instantiatesCanonical").into_iter().chain(inputs).filter_map(to_fill_in).collect()
        }
        _ => Vec::new(),
    }
}

fn each<'a>(value: &'a Value, field: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    value.get(field).and_then(Value::as_array).into_iter().flatten()
}

/// What a protocol needs and gives a name is a form; without a name, its address must say that it is one.
fn of_protocol(artifact: &Value) -> Option<FormName> {
    let kind = artifact.get("type").and_then(Value::as_str)?;
    let canonical = artifact.get("resource").and_then(Value::as_str)?;
    let label = artifact.get("label").and_then(Value::as_str).map(str::to_owned);
    let named = label.is_some() || is_form(canonical);
    (matches!(kind, "depends-on" | "composed-of") && named)
        .then(|| FormName { label, ..FormName::of(canonical) })
}

/// Of all that may be named there, only what says that it is a form.
fn to_fill_in(canonical: &Value) -> Option<FormName> {
    canonical.as_str().filter(|text| is_form(text)).map(FormName::of)
}

/// True if the address says that it is one of a form.
pub(super) fn is_form(canonical: &str) -> bool {
    canonical.split('/').any(|step| step == "Questionnaire")
}

//! Writes answers down: as they are sent, or all of them.

use super::Sheet;
use crate::care::form::{Answers, Coding, Form, Given, GivenAnswer, Item, Line, Path, Value};
use crate::fhir::{allowed, answer_value::written, moment::local_time, systems::RECORD};
use serde_json::{Map, Value as Json, json};
use std::collections::HashMap;

/// The `QuestionnaireResponse` as it is sent: without the answers of items that are not asked.
///
/// A form without an address of its own is named by where it lies on the clinic's server.
#[must_use]
pub fn write(sheet: &Sheet<'_>) -> Json {
    let mut fields = Map::new();
    let mut put = |name: &str, value: Json| drop(fields.insert(name.to_owned(), value));
    put("resourceType", json!("QuestionnaireResponse"));
    put("id", json!(sheet.id));
    put("identifier", json!({ "system": RECORD, "value": sheet.id }));
    if let Some(based_on) = &sheet.based_on {
        put("basedOn", json!([{ "reference": based_on }]));
    }
    if let Some(canonical) = canonical(sheet.form) {
        put("questionnaire", json!(canonical));
    }
    put("status", json!(sheet.state.code()));
    let patient = sheet.patient.map(|patient| json!({ "reference": format!("Patient/{patient}") }));
    if let Some(patient) = &patient {
        put("subject", patient.clone());
    }
    put("authored", json!(local_time(sheet.at, sheet.zone)));
    if let Some(patient) = patient {
        put("author", patient.clone());
        put("source", patient);
    }
    let lines = sheet.worked.lines.iter().map(|line| (&line.path, line)).collect();
    let items = sheet.form.all_items().enumerate();
    let items = items.map(|(place, item)| (item.link_id.as_str(), (place, item))).collect();
    let sent = Sent { items, lines };
    let items = sent.items(&sheet.worked.answers.items, &Path::default());
    if !items.is_empty() {
        put("item", items.into());
    }
    Json::Object(fields)
}

/// The bare content of a value, as it stands in a `value[x]`.
#[must_use]
pub fn content(value: &Value) -> Json {
    written(value).1
}

/// All answers as the items of a `QuestionnaireResponse`, those of disabled items too; [`super::answers`] reads them
/// back.
#[must_use]
pub fn tree(answers: &Answers) -> Json {
    let mut response = json!({ "resourceType": "QuestionnaireResponse", "status": "in-progress" });
    let items: Vec<Json> = answers.items.iter().map(kept).collect();
    if let (Json::Object(fields), false) = (&mut response, items.is_empty()) {
        fields.insert("item".to_owned(), items.into());
    }
    response
}

fn kept(given: &Given) -> Json {
    let answer = |answer: &GivenAnswer| {
        let (kind, content) = written(&answer.value);
        let below = answer.items.iter().map(kept).collect();
        element([(format!("value{kind}"), content)], "item", below)
    };
    let answers: Vec<Json> = given.answers.iter().map(answer).collect();
    let own = [Some(("linkId".to_owned(), json!(given.link_id))), listed("answer", answers)];
    element(own.into_iter().flatten(), "item", given.items.iter().map(kept).collect())
}

/// The address of the form with its version.
fn canonical(form: &Form) -> Option<String> {
    let url = form.url.as_ref()?;
    let versioned = url.contains('|') || !url.contains(':');
    match &form.version {
        Some(version) if !versioned => Some(format!("{url}|{version}")),
        _ => Some(url.clone()),
    }
}

/// A list that is there only if anything is in it: FHIR knows no empty ones.
fn listed(name: &str, values: Vec<Json>) -> Option<(String, Json)> {
    (!values.is_empty()).then(|| (name.to_owned(), values.into()))
}

fn element(own: impl IntoIterator<Item = (String, Json)>, name: &str, below: Vec<Json>) -> Json {
    own.into_iter().chain(listed(name, below)).collect()
}

/// What decides which answers are sent.
struct Sent<'a> {
    /// Each with its place in the form.
    items: HashMap<&'a str, (usize, &'a Item)>,
    lines: HashMap<&'a Path, &'a Line>,
}

impl Sent<'_> {
    fn items(&self, given: &[Given], above: &Path) -> Vec<Json> {
        self.items_below(given, above, 0)
    }

    /// What is sent of `given`, which lies below the last step of `above`, at its `nth` time or answer.
    fn items_below(&self, given: &[Given], above: &Path, nth: usize) -> Vec<Json> {
        let mut above = above.clone();
        if let Some(last) = above.0.last_mut() {
            last.nth = nth;
        }
        let mut times: HashMap<&str, usize> = HashMap::new();
        let mut sent = Vec::new();
        for one in given {
            let time = times.entry(one.link_id.as_str()).or_default();
            let path = above.below(&one.link_id, *time);
            *time += 1;
            let Some((place, item)) = self.items.get(one.link_id.as_str()) else { continue };
            sent.extend(self.item(item, one, &path).map(|json| (*place, json)));
        }
        // FHIR wants the form's order, times of a group in their own.
        sent.sort_by_key(|(place, _)| *place);
        sent.into_iter().map(|(_, json)| json).collect()
    }

    fn item(&self, item: &Item, given: &Given, path: &Path) -> Option<Json> {
        self.lines.get(path).filter(|line| line.enabled && !line.waits)?;
        let answers: Vec<Json> = given
            .answers
            .iter()
            .enumerate()
            .map(|(nth, answer)| {
                let (kind, content) = written(&with_words(item, &answer.value));
                let below = self.items_below(&answer.items, path, nth);
                element([(format!("value{kind}"), clean(content))], "item", below)
            })
            .collect();
        let nth = path.0.last().map_or(0, |step| step.nth);
        let below = self.items_below(&given.items, path, nth);
        if answers.is_empty() && below.is_empty() {
            return None;
        }
        let text = item.text.as_ref().map(|text| ("text".to_owned(), json!(allowed(text))));
        let own = [Some(("linkId".to_owned(), json!(item.link_id))), text, listed("answer", answers)];
        Some(element(own.into_iter().flatten(), "item", below))
    }
}

/// The content without the characters a server would refuse it for.
fn clean(content: Json) -> Json {
    match content {
        Json::String(text) => allowed(&text).into(),
        Json::Object(fields) => fields.into_iter().map(|(name, value)| (name, clean(value))).collect(),
        other => other,
    }
}

/// A chosen code with the words its option has.
fn with_words(item: &Item, value: &Value) -> Value {
    let Value::Coding(coding @ Coding { display: None, .. }) = value else { return value.clone() };
    let words = item.options.iter().find_map(|option| match &option.value {
        Value::Coding(other) if other.code == coding.code && other.system == coding.system => {
            other.display.clone()
        }
        _ => None,
    });
    Value::Coding(Coding { display: words, ..coding.clone() })
}

//! A form as a tree: not too deep, not too large, each item with a name of its own, and nothing turned around.

use super::extension::{computes, tail};
use super::found::Found;
use serde_json::Value;
use std::collections::HashSet;

/// Levels of items below each other. Forms have up to ten.
const DEEPEST: usize = 30;
/// Items of one form. A screen of a long medical history has some thousand.
const MOST_ITEMS: usize = 5_000;

/// The items right below.
pub(super) fn items(value: &Value) -> &[Value] {
    value.get("item").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

/// True if the form is of a size this app takes on; else that is noted.
pub(super) fn bounded(questionnaire: &Value, found: &Found) -> bool {
    let mut left: Vec<(&Value, usize)> = items(questionnaire).iter().map(|item| (item, 1)).collect();
    let mut number = 0;
    while let Some((item, depth)) = left.pop() {
        number += 1;
        if depth > DEEPEST {
            found.note(None, format!("items nested deeper than {DEEPEST} levels"));
            return false;
        }
        if number > MOST_ITEMS {
            found.note(None, format!("more than {MOST_ITEMS} items"));
            return false;
        }
        left.extend(items(item).iter().map(|item| (item, depth + 1)));
    }
    true
}

/// Notes items without a name or with another's, and whatever may turn the meaning of something around.
/// Answers every link id of the form.
pub(super) fn check<'a>(questionnaire: &'a Value, found: &Found) -> HashSet<&'a str> {
    let links = links(questionnaire, found);
    let mut left: Vec<(&Value, Option<&str>, bool)> = vec![(questionnaire, None, true)];
    while let Some((value, link_id, asked)) = left.pop() {
        match value {
            Value::Object(fields) => {
                for (key, value) in fields {
                    match (key.as_str(), value) {
                        ("modifierExtension", value) => modifiers(value, link_id, found),
                        ("extension", value) if asked => computed(value, link_id, found),
                        _ => {}
                    }
                    let contained = key == "contained" && link_id.is_none();
                    for below in value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice) {
                        let own = below.get("linkId").and_then(Value::as_str).filter(|_| key == "item");
                        // Of what is contained, only lists of answers are used.
                        let used = !contained || below.get("resourceType") == Some(&"ValueSet".into());
                        if used {
                            left.push((below, own.or(link_id), asked && !contained));
                        }
                    }
                }
            }
            Value::Array(values) => left.extend(values.iter().map(|value| (value, link_id, asked))),
            _ => {}
        }
    }
    links
}

fn links<'a>(questionnaire: &'a Value, found: &Found) -> HashSet<&'a str> {
    let mut seen = HashSet::new();
    let mut left: Vec<(&Value, Option<&str>)> = vec![(questionnaire, None)];
    while let Some((above, above_id)) = left.pop() {
        for item in items(above) {
            let link_id = item.get("linkId").and_then(Value::as_str).filter(|id| !id.trim().is_empty());
            match link_id {
                None => found.note(above_id, "item without a linkId"),
                Some(link_id) if !seen.insert(link_id) => found.note(Some(link_id), "linkId used twice"),
                Some(_) => {}
            }
            left.push((item, link_id.or(above_id)));
        }
    }
    seen
}

/// A `modifierExtension` may say the opposite of everything else; an empty list is not FHIR, but says nothing.
fn modifiers(value: &Value, link_id: Option<&str>, found: &Found) {
    let several = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
    for one in several {
        let url = one.get("url").and_then(Value::as_str).unwrap_or("without a url");
        found.note(link_id, format!("modifierExtension {url}"));
    }
}

/// What would take the place of a value that is written in the form: another text, another limit.
fn computed(value: &Value, link_id: Option<&str>, found: &Found) {
    for one in value.as_array().map(Vec::as_slice).unwrap_or_default() {
        if let Some(url) = one.get("url").and_then(Value::as_str).filter(|url| computes(url)) {
            found.note(link_id, format!("extension {}", tail(url)));
        }
    }
}

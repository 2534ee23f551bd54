//! Whatever a server sends, reading answers; it never panics: 8,000 spoiled files a run.

use crate::golden::{FILES, value};
use cairn::fhir::bundle::{Page, answers};
use cairn::fhir::outcome::verdict;
use cairn::fhir::{Resource, care_plan, check_in, read, same_but_meta};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

/// One way to spoil a value.
#[derive(Debug, Clone)]
enum Spoil {
    /// Another text where a text is.
    Say(String),
    Put(Value),
    Remove,
    Double,
    Wrap,
    Rename(String),
    Cut(Index),
}

fn odd_text() -> impl Strategy<Value = String> {
    let texts = [
        "",
        " ",
        "#",
        "/",
        "//",
        "://",
        "_history",
        "a/_history/b",
        "Patient/",
        "/Patient",
        "urn:",
        "|",
        "ñ",
        "2025",
        "2025-02",
        "2025-02-30",
        "9999-12-31",
        "9999-12",
        "9999",
        "0000-00-00",
        "+262143-12-31",
        "9999-12-31T23:59:60+14:00",
        "0001-01-01T00:00:00-14:00",
        "2025-12-02T10:00:00ñ",
        "booked",
        "active",
        "entered-in-error",
        "timezone",
        "=",
        "AA==",
    ];
    prop_oneof![9 => select(texts.to_vec()).prop_map(str::to_owned), 1 => any::<String>()]
}

fn odd_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        odd_text().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        select(vec![json!(null), json!(true), json!([]), json!({}), json!([null]), json!([[]]), json!([{}])]),
        select(vec![json!({ "$serde_json::private::Number": "x" }), json!(i64::MAX), json!(u64::MAX)]),
    ]
}

fn spoil() -> impl Strategy<Value = Spoil> {
    let names = ["modifierExtension", "implicitRules", "reference", "extension", "contained", "_start", "x"];
    prop_oneof![
        3 => odd_text().prop_map(Spoil::Say),
        2 => odd_value().prop_map(Spoil::Put),
        1 => Just(Spoil::Remove),
        1 => Just(Spoil::Double),
        1 => Just(Spoil::Wrap),
        1 => select(names.to_vec()).prop_map(|name| Spoil::Rename(name.to_owned())),
        1 => any::<Index>().prop_map(Spoil::Cut),
    ]
}

/// Every place in `value`, as JSON pointers.
fn places(value: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                let key = key.replace('~', "~0").replace('/', "~1");
                places(value, &format!("{here}/{key}"), found);
            }
        }
        Value::Array(items) => {
            for (place, value) in items.iter().enumerate() {
                places(value, &format!("{here}/{place}"), found);
            }
        }
        _ => {}
    }
}

fn apply(root: &mut Value, at: Index, how: &Spoil) {
    let mut found = Vec::new();
    places(root, "", &mut found);
    if matches!(how, Spoil::Say(_)) {
        found.retain(|pointer| root.pointer(pointer).is_some_and(Value::is_string));
    }
    if found.is_empty() {
        return;
    }
    let pointer = at.get(&found);
    let Some(target) = root.pointer_mut(pointer) else { return };
    match how {
        Spoil::Say(text) => *target = json!(text),
        Spoil::Put(new) => *target = new.clone(),
        Spoil::Wrap => *target = json!([target.take()]),
        Spoil::Cut(end) => {
            if let Value::String(text) = target {
                let ends: Vec<usize> =
                    text.char_indices().map(|(place, _)| place).chain([text.len()]).collect();
                text.truncate(*end.get(&ends));
            }
        }
        Spoil::Double => {
            if let Value::Array(items) = target {
                items.extend(items.clone());
            }
        }
        Spoil::Remove | Spoil::Rename(_) => {
            let Some((parent, key)) = pointer.rsplit_once('/') else { return };
            match root.pointer_mut(parent) {
                Some(Value::Object(fields)) => {
                    let old = fields.remove(key);
                    if let (Spoil::Rename(name), Some(old)) = (how, old) {
                        fields.insert(name.clone(), old);
                    }
                }
                Some(Value::Array(items)) => {
                    items.pop();
                }
                _ => {}
            }
        }
    }
}

/// Everything the app does with what arrives.
fn take_in(spoiled: Value, cut: Option<Index>) -> Result<(), TestCaseError> {
    let mut text = spoiled.to_string();
    if let Some(cut) = cut {
        let ends: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
        text.truncate(*cut.get(&ends));
    }
    let _ = Page::parse(&text);
    let _ = answers(&text);
    let _ = verdict(200, &text);
    let _ = check_in::entered_in_error(&spoiled);
    prop_assert!(same_but_meta(&spoiled, &spoiled));
    match Resource::from_value(spoiled) {
        Ok(resource) => {
            let _ = care_plan::canonicals(&resource);
            let _ = check_in::read(&resource);
            if let Err(problem) = read(&resource) {
                prop_assert!(problem.path.starts_with(&resource.kind), "{}", problem);
            }
        }
        Err(unread) => prop_assert!(unread.why.path.len() < 80),
    }
    if let Ok(resource) = Resource::parse(&text) {
        let _ = read(&resource);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn reading_never_panics(
        spoils in proptest::collection::vec((any::<Index>(), spoil()), 1..6),
        cut in proptest::option::weighted(0.1, any::<Index>()),
    ) {
        for (name, _) in FILES {
            let mut spoiled = value(name);
            for (at, how) in &spoils {
                apply(&mut spoiled, *at, how);
            }
            take_in(spoiled, cut)?;
        }
    }
}

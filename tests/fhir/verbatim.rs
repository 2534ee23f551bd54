//! What arrived is kept as it arrived, and a change touches only what it is about.

use crate::golden::{FILES, text, value};
use cairn::fhir::{Resource, check_in, same_but_meta};
use serde_json::{Value, json};

/// JSON text without the white space between its parts, the only thing that may get lost.
fn without_spaces(text: &str) -> String {
    let (mut within, mut escaped) = (false, false);
    let kept = text.chars().filter(|c| {
        let keep = within || !c.is_whitespace();
        within ^= *c == '"' && !escaped;
        escaped = *c == '\\' && !escaped;
        keep
    });
    kept.collect()
}

#[test]
fn every_golden_file_comes_back_to_the_letter() {
    for (name, text) in FILES {
        if let Ok(resource) = Resource::parse(text) {
            assert_eq!(resource.raw.to_string(), without_spaces(text), "{name}");
        }
    }
}

#[test]
fn numbers_keep_their_digits() {
    for number in ["1.10", "-0.0", "100.000000000000000000001", "1.10e+2", "12345678901234567890123"] {
        let text = format!(r#"{{"resourceType":"Observation","id":"o","valueDecimal":{number}}}"#);
        assert_eq!(Resource::parse(&text).unwrap().raw.to_string(), text);
    }
    assert!(text("medication_request").contains("1.10"));
}

#[test]
fn taking_back_changes_the_status_alone() {
    let mut stored = value("check_in");
    stored["meta"] = json!({ "versionId": "2" });
    stored["unknown"] = serde_json::from_str(r#"{ "kept": [1.10, null] }"#).unwrap();
    let taken_back = check_in::entered_in_error(&stored).unwrap();
    let expected = stored.to_string().replace(r#""status":"final""#, r#""status":"entered-in-error""#);
    assert_eq!(taken_back.to_string(), expected);
    assert!(expected.contains(r#""unknown":{"kept":[1.10,null]}"#));
    assert!(check_in::entered_in_error(&json!([])).is_err());
}

#[test]
fn the_servers_copy_is_the_same_but_for_meta() {
    let ours = value("check_in");
    let mut theirs = json!({ "meta": { "versionId": "1", "lastUpdated": "2025-11-22T18:00:00Z" } });
    for (key, field) in ours.as_object().unwrap().iter().rev() {
        theirs[key] = field.clone();
    }
    assert!(same_but_meta(&ours, &theirs));
    assert!(same_but_meta(&theirs, &ours));

    let differs = |pointer: &str, new: Value| {
        let mut theirs = theirs.clone();
        *theirs.pointer_mut(pointer).unwrap() = new;
        !same_but_meta(&ours, &theirs) && !same_but_meta(&theirs, &ours)
    };
    assert!(differs("/component/0/valueInteger", json!(9)));
    assert!(differs("/status", json!("entered-in-error")));
    let mut more = theirs.clone();
    more["issued"] = json!("2025-11-22T18:00:00Z");
    assert!(!same_but_meta(&ours, &more) && !same_but_meta(&more, &ours));
    let decimal = |digits: &str| serde_json::from_str::<Value>(&format!(r#"{{"value":{digits}}}"#)).unwrap();
    assert!(!same_but_meta(&decimal("1.10"), &decimal("1.1")));
}

//! A setting is read long or bare, written long, and knows what is usual.

use super::Setting;
use crate::care::protocol::{Hours, Minutes, Offset};
use serde_json::json;

#[test]
fn bare_and_long_say_the_same() {
    let bare: Setting<u32> = serde_json::from_value(json!(3)).unwrap();
    let long: Setting<u32> = serde_json::from_value(json!({"value": 3})).unwrap();
    assert_eq!(bare, long);
    let bare: Setting<Offset> = serde_json::from_value(json!("P9D")).unwrap();
    assert_eq!(bare.value, "P9D".parse().unwrap());
}

#[test]
fn the_written_form_is_read_from_text_too() {
    // Numbers keep their digits in JSON text, which must not turn them into something else.
    let hours: Setting<Hours> = serde_json::from_value(json!({"value": 0.5, "range": "0.5..2"})).unwrap();
    let text = serde_json::to_string(&hours).unwrap();
    assert_eq!(serde_json::from_str::<Setting<Hours>>(&text).unwrap(), hours);
    let minutes: Setting<Minutes> = serde_json::from_str(r#"{"value": 15, "later": {"a": [1]}}"#).unwrap();
    assert_eq!(minutes.value.length(), chrono::TimeDelta::minutes(15));
}

#[test]
fn without_a_value_there_is_no_setting() {
    assert!(serde_json::from_value::<Setting<u32>>(json!({"range": "1..2"})).is_err());
    assert!(serde_json::from_value::<Setting<u32>>(json!({"value": null})).is_err());
}

#[test]
fn only_a_range_with_two_ends_can_be_left() {
    let usual = |value, range| {
        let setting = json!({"value": value, "range": range});
        serde_json::from_value::<Setting<u32>>(setting).unwrap().is_usual()
    };
    assert!(usual(2, "2..8") && usual(8, "2..8"));
    assert!(!usual(1, "2..8") && !usual(9, "2..8"));
    assert!(usual(99, "3-6 in a series"));
}

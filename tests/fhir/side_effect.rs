//! A logged side effect goes out as the golden `Observation`, and is nobody's check-in or vital sign.

use crate::golden::{id, read_golden, text, utc};
use cairn::care::{LoggedEffect, Private, Severity};
use cairn::fhir::{
    Reading,
    side_effect::{Standing, write},
};
use chrono_tz::Tz;
use serde_json::{Value, json};

fn often() -> LoggedEffect {
    LoggedEffect {
        id: id("0193a3f4-5b6c-7d8e-9f00-aabbccddeeff"),
        effect: "urinary".into(),
        part: Some("frequency".into()),
        severity: Some(Severity::Medium),
        began: utc("2025-11-22T15:30:00Z"),
        zone: Tz::Europe__Berlin,
        ended: Some(utc("2025-11-22T18:00:00Z")),
        note: Some(Private::new("Every half hour.")),
        changed: utc("2025-11-22T18:05:30.250Z"),
    }
}

fn written(effect: &LoggedEffect, standing: Standing) -> Value {
    write(effect, standing, &id("sam-sample"))
}

#[test]
fn written_to_the_letter() {
    let pretty = serde_json::to_string_pretty(&written(&often(), Standing::Changed)).unwrap();
    assert_eq!(format!("{pretty}\n"), text("side_effect"));
}

#[test]
fn still_there_is_a_period_without_an_end() {
    let there = written(&LoggedEffect { ended: None, ..often() }, Standing::First);
    assert_eq!(there["effectivePeriod"].get("end"), None);
    assert_eq!(there["status"], json!("final"));
    assert_eq!(written(&often(), Standing::Removed)["status"], json!("entered-in-error"));
}

#[test]
fn a_reading_has_words_and_no_severity() {
    let reading =
        LoggedEffect { severity: None, part: None, note: Some(Private::new("128/84\u{0}")), ..often() };
    let reading = written(&reading, Standing::First);
    assert_eq!(reading["component"].as_array().map(Vec::len), Some(1));
    assert_eq!(reading["note"][0]["text"], json!("128/84"), "without what FHIR forbids");
    let silent = LoggedEffect { note: Some(Private::new(" \n")), ..often() };
    assert_eq!(written(&silent, Standing::First).get("note"), None);
}

#[test]
fn the_app_takes_it_for_nothing_else() {
    assert_eq!(read_golden("side_effect"), Reading::NotOurs);
}

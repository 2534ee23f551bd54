//! Whichever single offset, clock time or number of a protocol is changed, the plan of a session shows it.

use super::plan::{ARRIVAL, plan};
use super::tool::{SAMPLE, clinic_file, run};
use serde_json::{Number, Value};
use std::path::Path;

/// Values that change nothing in the plan of a session: they say which free times are offered (`tests/care/booking.rs`).
const SHOWS_NOTHING: [&str; 8] = [
    "/phases/2/appointment/clinicians/value",
    "/phases/2/appointment/ahead_hours/value",
    "/phases/3/appointments/0/window/from",
    "/phases/3/appointments/0/window/to",
    "/phases/3/appointments/1/window/from",
    "/phases/3/appointments/1/window/to",
    "/booking/notice_hours/value",
    "/booking/ahead_hours/value",
];

/// The whole default protocol in its long form, with the clinic's phone numbers.
fn protocol() -> Value {
    let bundle = run(&["bundle", clinic_file(SAMPLE).to_str().unwrap()], None);
    bundle.json()["protocol"].take()
}

/// A little more of it, for a number, a duration (`-PT60M`) or a clock time (`18:00`); `None` for words.
fn more(value: &Value) -> Option<Value> {
    match value {
        Value::Number(number) => Some(Value::Number(Number::from(number.as_u64()? + 1))),
        Value::String(text) if is_duration(text) => {
            let start = text.find(|letter: char| letter.is_ascii_digit())?;
            let digits: String = text[start..].chars().take_while(char::is_ascii_digit).collect();
            let number: u32 = digits.parse().ok()?;
            let rest = &text[start + digits.len()..];
            Some(Value::String(format!("{}{}{rest}", &text[..start], number + 1)))
        }
        Value::String(text) if is_clock(text) => {
            let (hours, minutes) = text.split_once(':')?;
            let minutes: u32 = minutes.parse().ok()?;
            Some(Value::String(format!("{hours}:{:02}", (minutes + 1) % 60)))
        }
        _ => None,
    }
}

fn is_duration(text: &str) -> bool {
    let rest = text.trim_start_matches('-');
    rest.starts_with('P')
        && rest.len() > 2
        && rest[1..].chars().all(|c| c.is_ascii_digit() || "TDHMSW".contains(c))
}

fn is_clock(text: &str) -> bool {
    text.len() == 5 && text.as_bytes()[2] == b':' && text.bytes().filter(u8::is_ascii_digit).count() == 4
}

/// The pointer of every value that can be changed a little.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                places(value, &format!("{at}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                places(item, &format!("{at}/{place}"), found);
            }
        }
        _ if more(value).is_some() => found.push(at.to_owned()),
        _ => {}
    }
}

/// The plan of this protocol, in JSON and in words.
fn shown(folder: &Path, protocol: &Value) -> (String, String) {
    let file = folder.join("protocol.yaml");
    // JSON is YAML too.
    std::fs::write(&file, protocol.to_string()).unwrap();
    let booking = ["--booking", "2026-09-01T12:00:00Z"];
    let show = |form: &[&str]| {
        let run = plan(&file, ARRIVAL, "America/New_York", &[&booking, form].concat());
        assert_eq!(run.code, Some(0), "{}", run.err);
        run.out
    };
    (show(&["--json"]), show(&[]))
}

#[test]
fn a_change_of_any_one_value_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    let protocol = protocol();
    let before = shown(folder.path(), &protocol);
    let mut all = Vec::new();
    places(&protocol, "", &mut all);
    // 5 hours, 6 reminders with their one clock, 3 quiet hours, 7 check-ins, and so on.
    assert!(all.len() >= 45, "only {} values were found: {all:#?}", all.len());
    let mut unseen = Vec::new();
    for place in &all {
        let mut changed = protocol.clone();
        let value = changed.pointer_mut(place).unwrap();
        *value = more(value).unwrap();
        let after = shown(folder.path(), &changed);
        if (after.0 == before.0 || after.1 == before.1) && !SHOWS_NOTHING.contains(&place.as_str()) {
            unseen.push(format!("{place}: {}", changed.pointer(place).unwrap()));
        }
    }
    assert!(unseen.is_empty(), "changes nobody would see:\n{}", unseen.join("\n"));
}

/// The control: what is no time changes no time, so a plan differs for a reason.
#[test]
fn a_change_of_a_source_is_not_seen() {
    let folder = tempfile::tempdir().unwrap();
    let mut protocol = protocol();
    let before = shown(folder.path(), &protocol);
    assert_eq!(shown(folder.path(), &protocol), before);
    *protocol.pointer_mut("/phases/2/instructions/0/hours_before_arrival/src").unwrap() = "another".into();
    assert_eq!(shown(folder.path(), &protocol), before);
}

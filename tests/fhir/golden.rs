//! The golden files and small changes to them.

use cairn::care::Id;
use cairn::fhir::{Reading, Resource, Unreadable, read};
use chrono::{DateTime, Utc};
use serde_json::Value;

macro_rules! golden_files {
    ($($name:literal),* $(,)?) => {
        /// The files as they lie there: name and text.
        pub(crate) const FILES: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("golden/", $name, ".json")))),*];
    };
}

golden_files!(
    "appointment",
    "appointment_cancelled",
    "appointment_proposed",
    "batch_response",
    "care_plan",
    "care_team",
    "blood_pressure",
    "check_in",
    "check_in_full",
    "consent",
    "consent_place",
    "consent_withdrawn",
    "driver_home",
    "encounter",
    "find",
    "held_to_book",
    "held_to_book_argonaut",
    "hold",
    "hold_argonaut",
    "library",
    "location",
    "medication_request",
    "medication_statement",
    "offer_accepted",
    "offer_let_pass",
    "message",
    "message_more",
    "organization",
    "oxygen",
    "patient",
    "practitioner",
    "practitioner_role",
    "related_person",
    "schedule",
    "searchset",
    "shared_slice",
    "shared_slice_place",
    "shared_slice_withdrawn",
    "side_effect",
    "slot",
    "task",
    "wish",
    "wish_earlier",
    "wish_place",
    "wish_taken",
    "wish_to_book",
    "wish_to_move",
);

/// The text of one golden file.
pub(crate) fn text(name: &str) -> &'static str {
    FILES.iter().find(|(file, _)| *file == name).expect("a golden file").1
}

/// One golden file as a value.
pub(crate) fn value(name: &str) -> Value {
    serde_json::from_str(text(name)).expect("golden JSON")
}

/// It is to the letter what the golden file says. With `CAIRN_GOLDEN` set the file is written instead, for a person to read
/// what became different.
pub(crate) fn is_golden(value: &Value, name: &str) {
    let pretty = format!("{}\n", serde_json::to_string_pretty(value).unwrap());
    if std::env::var_os("CAIRN_GOLDEN").is_some() {
        let path = format!("{}/tests/fhir/golden/{name}.json", env!("CARGO_MANIFEST_DIR"));
        return std::fs::write(path, &pretty).unwrap();
    }
    assert_eq!(pretty, text(name));
}

/// What the app makes of a value.
pub(crate) fn read_value(value: &Value) -> Result<Reading, Unreadable> {
    read(&Resource::parse(&value.to_string())?)
}

/// What the app makes of a golden file.
pub(crate) fn read_golden(name: &str) -> Reading {
    read_value(&value(name)).expect("readable")
}

/// A golden file with something put at `pointer` (the parent must exist), or taken away.
pub(crate) fn changed(name: &str, pointer: &str, new: Option<Value>) -> Value {
    let mut value = value(name);
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    match value.pointer_mut(parent).expect("the parent") {
        Value::Object(fields) => match new {
            Some(new) => drop(fields.insert(key.to_owned(), new)),
            None => drop(fields.remove(key).expect("the field to remove")),
        },
        Value::Array(items) => {
            let place: usize = key.parse().expect("a position");
            match new {
                Some(new) if place == items.len() => items.push(new),
                Some(new) => items[place] = new,
                None => drop(items.remove(place)),
            }
        }
        _ => panic!("nothing can be put at {pointer}"),
    }
    value
}

pub(crate) fn id(text: &str) -> Id {
    Id::new(text).expect("an id")
}

pub(crate) fn utc(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

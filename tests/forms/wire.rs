//! What is sent and what is kept, as files: every type, markup and digits as they are, nothing that is not asked.

use crate::given::{readable, sent, worked};
use cairn::fhir::questionnaire_response::{SheetState, answers, tree};
use serde_json::Value;

fn golden(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

pub(crate) fn every_type() -> Value {
    golden(include_str!("golden/every_type.json"))
}

pub(crate) fn kept() -> Value {
    golden(include_str!("golden/every_type_kept.json"))
}

/// What is sent of all these answers.
pub(crate) fn every_type_sent() -> Value {
    let form = readable(&every_type());
    let answers = answers(&form, &kept()).unwrap();
    sent(&form, &worked(&every_type(), &form, &answers), SheetState::Completed)
}

#[test]
fn every_type_of_answer_is_sent_as_the_golden_file_has_it() {
    let expected = include_str!("golden/every_type_sent.json");
    let written = format!("{:#}\n", every_type_sent());
    if std::env::var_os("CAIRN_GOLDEN").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/forms/golden/every_type_sent.json");
        std::fs::write(path, &written).unwrap();
    }
    assert_eq!(written, expected);
}

#[test]
fn what_is_kept_is_read_back_and_written_again_to_the_letter() {
    let form = readable(&every_type());
    let read = answers(&form, &kept()).unwrap();
    assert_eq!(tree(&read), kept());
}

#[test]
fn the_state_and_the_address_of_the_form_are_said() {
    let form = readable(&every_type());
    let worked = worked(&every_type(), &form, &cairn::care::form::start(&form));
    for (state, code) in [
        (SheetState::InProgress, "in-progress"),
        (SheetState::Completed, "completed"),
        (SheetState::Amended, "amended"),
    ] {
        assert_eq!(sent(&form, &worked, state)["status"], code);
    }
    let mut nameless = every_type();
    nameless.as_object_mut().unwrap().remove("url");
    let form = readable(&nameless);
    assert_eq!(sent(&form, &worked, SheetState::Completed).get("questionnaire"), None);
    nameless["id"] = "here".into();
    let form = readable(&nameless);
    assert_eq!(sent(&form, &worked, SheetState::Completed)["questionnaire"], "Questionnaire/here");
}

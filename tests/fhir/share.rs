//! A shared slice goes out as the golden `DocumentReference`: its text, decoded, is what the patient saw, and a withdrawal
//! holds none of it.

use crate::golden::{id, is_golden, read_golden, utc};
use base64::{Engine, engine::general_purpose::STANDARD};
use cairn::care::Private;
use cairn::care::journal::share::{Choice, parts, text as chosen_text};
use cairn::fhir::{
    Reading,
    document_reference::{Picture, Slice, holds_nothing, place, withdrawn, write},
};
use chrono_tz::Tz;
use proptest::prelude::*;
use serde_json::{Value, json};

const WORDS: &str = "What stays with you?\n\nThe sea was \"there\" again <b>.\n\n[…]\n\nЯ не боялась 🌊.";

fn slice() -> Slice {
    Slice {
        record: id("0193a3f4-5b6c-7d8e-9f00-aabbccddee01"),
        at: utc("2025-11-24T08:02:11.250Z"),
        zone: Tz::Europe__Berlin,
        words: Some(Private::new(WORDS)),
        whole: false,
        begun: utc("2025-11-23T21:40:00Z"),
        begun_in: Tz::America__New_York,
        pictures: vec![Picture {
            mime: "image/png".into(),
            title: Some(Private::new("A door\u{0} in the water ")),
            bytes: vec![0x89, b'P', b'N', b'G', 0, 255],
        }],
        visit: Some(id("visit-1")),
        clinic: Some(id("clinic-1")),
    }
}

fn written(slice: &Slice) -> Value {
    write(slice, &id("sam-sample"))
}

/// What the text of a document says.
fn said(document: &Value) -> String {
    let data = document["content"][0]["attachment"]["data"].as_str().unwrap();
    String::from_utf8(STANDARD.decode(data).unwrap()).unwrap()
}

#[test]
fn written_to_the_letter() {
    let document = written(&slice());
    is_golden(&document, "shared_slice");
    assert_eq!(said(&document), WORDS);
    let picture = document["content"][1]["attachment"]["data"].as_str().unwrap();
    assert_eq!(STANDARD.decode(picture).unwrap(), slice().pictures[0].bytes);
}

#[test]
fn withdrawn_it_is_the_same_record_without_any_of_it() {
    let sent = written(&slice());
    let gone = withdrawn(&slice().record, slice().at, slice().zone, &id("sam-sample"));
    is_golden(&gone, "shared_slice_withdrawn");
    for same in ["id", "identifier", "type", "category", "subject", "date", "author"] {
        assert_eq!(gone[same], sent[same], "{same}");
    }
    let left = gone.to_string();
    for (what, held) in [("data", "\"data\""), ("visit", "visit-1"), ("title", "A door")] {
        assert!(sent.to_string().contains(held), "the control: {what}");
        assert!(!left.contains(held), "{what}");
    }
}

#[test]
fn its_place_is_kept_without_any_of_it_and_for_nothing_else() {
    let sent = written(&slice());
    let kept = place(&sent).unwrap();
    is_golden(&kept, "shared_slice_place");
    assert!(holds_nothing(&kept) && !holds_nothing(&sent));
    for held in ["visit-1", "A door"] {
        assert!(sent.to_string().contains(held) && !kept.to_string().contains(held), "{held}");
    }
    let gone = withdrawn(&slice().record, slice().at, slice().zone, &id("sam-sample"));
    assert_eq!(place(&gone), None, "a withdrawal needs none");
    assert_eq!(place(&json!({ "resourceType": "Observation", "status": "current" })), None);
}

#[test]
fn only_pictures_are_no_text_and_what_is_not_known_is_not_said() {
    let bare = Slice { words: None, visit: None, clinic: None, ..slice() };
    let document = written(&bare);
    assert_eq!(document["content"].as_array().unwrap().len(), 1);
    assert_eq!(document["content"][0]["attachment"]["contentType"], json!("image/png"));
    assert_eq!((document.get("context"), document.get("custodian")), (None, None));
}

#[test]
fn the_app_takes_it_for_nothing_else() {
    assert_eq!(read_golden("shared_slice"), Reading::NotOurs);
    assert_eq!(read_golden("shared_slice_withdrawn"), Reading::NotOurs);
}

proptest! {
    /// Any page, any choice: controls, half of a surrogate's neighbours, right to left, whatever can be typed.
    #[test]
    fn what_arrives_is_what_was_seen(
        page in "(?s).{0,300}",
        picked in prop::collection::btree_set(0_usize..40, 0..12),
        all in any::<bool>(),
        question in any::<bool>(),
    ) {
        let count = parts(&page).len();
        let parts = picked.into_iter().filter(|at| *at < count).collect();
        let choice = Choice { all, parts, question, ..Choice::default() };
        if let Some(seen) = chosen_text(Some("What stays with you?"), &page, &choice) {
            let document = written(&Slice { words: Some(seen.clone()), whole: all, ..slice() });
            let travelled: Value = serde_json::from_str(&document.to_string()).unwrap();
            prop_assert_eq!(said(&travelled), seen.reveal());
            prop_assert_eq!(&travelled["content"][0]["attachment"]["size"], &json!(seen.reveal().len()));
        }
    }
}

//! Ordinary messages: out as the golden files, in from whatever a clinic writes, and never taken for the urgent word.

use crate::golden::{id, is_golden, read_value, utc};
use base64::{Engine, engine::general_purpose::STANDARD};
use cairn::care::{
    Private,
    instruments::Raised,
    message::{Enclosed, Enclosure, FileKind, LONGEST_TEXT, Mine, Said, There},
    safety::Marked,
};
use cairn::fhir::{
    Reading, What,
    communication::{self, Urgent},
    deletion,
    message::{Way, is_kept, is_message, record_of, write},
};
use proptest::prelude::*;
use serde_json::{Value, json};

const WORDS: &str = "Can I take my <b>allergy</b> pill \u{0}on that day?\nIt is the \"white\" one. 🌊";

fn mine() -> Mine {
    let own = id("0193a3f4-5b6c-7d8e-9f00-aabbccddee01");
    Mine {
        thread: own.clone(),
        id: own,
        answers: None,
        at: utc("2026-03-02T17:05:11.250Z"),
        zone: chrono_tz::Tz::America__New_York,
        words: Private::new(WORDS),
        recipient: Some("Cedar House".into()),
        shared: None,
    }
}

fn more() -> Mine {
    Mine {
        id: id("0193a3f4-5b6c-7d8e-9f00-aabbccddee02"),
        answers: Some(id("answer-1")),
        shared: Some(id("0193a3f4-5b6c-7d8e-9f00-aabbccddee09")),
        ..mine()
    }
}

fn written(message: &Mine, way: Way<'_>) -> Value {
    write(message, way, &id("sam-sample"))
}

fn to_team() -> Way<'static> {
    Way { recipient: Some("CareTeam/team-1"), begun_there: false }
}

fn there(value: &Value) -> There {
    match read_value(value) {
        Ok(Reading::Message(there)) => *there,
        other => panic!("{other:?}"),
    }
}

/// As the practice clinic's front desk answers: no code, no sender where it does not know whom was written to.
fn answer() -> Value {
    json!({
        "resourceType": "Communication",
        "id": "answer-1",
        "meta": { "versionId": "1", "lastUpdated": "2026-03-03T09:00:00Z" },
        "status": "completed",
        "subject": { "reference": "Patient/sam-sample" },
        "inResponseTo": [{ "reference": "Communication/0193a3f4-5b6c-7d8e-9f00-aabbccddee01" }],
        "sent": "2026-03-03T08:59:00Z",
        "recipient": [{ "reference": "Patient/sam-sample" }],
        "payload": [{ "contentString": "Yes, you can." }, { "contentString": "Call us if it itches." }],
    })
}

fn with(mut value: Value, field: &str, held: Value) -> Value {
    value[field] = held;
    value
}

#[test]
fn a_question_goes_out_as_agreed() {
    let question = written(&mine(), to_team());
    is_golden(&question, "message");
    assert_eq!((question.get("partOf"), question.get("inResponseTo")), (None, None));
    is_golden(&written(&more(), to_team()), "message_more");
    let begun_there = Mine { thread: id("from-them"), ..more() };
    let answering = written(&begun_there, Way { begun_there: true, ..to_team() });
    assert_eq!(answering["partOf"], json!([{ "reference": "Communication/from-them" }]));
    assert_eq!(written(&mine(), Way::default()).get("recipient"), None);
}

#[test]
fn what_was_written_comes_back_as_the_patients_own() {
    let back = there(&with(written(&more(), to_team()), "status", json!("completed")));
    assert_eq!((back.record, back.from_patient, back.coded), (Some(more().id), true, true));
    assert_eq!(back.mark, Some(Marked { at: None }));
    assert_eq!(back.answers, [id("answer-1"), mine().id]);
    let Said::Words { words, more, .. } = back.said else { panic!() };
    assert_eq!((words.reveal(), more), (WORDS.replace('\0', "").as_str(), false));
    let unread = there(&written(&mine(), to_team()));
    assert_eq!((unread.mark, unread.at), (None, Some(mine().at)));
    let received = with(written(&mine(), to_team()), "received", json!("2026-03-03T17:05:00Z"));
    assert_eq!(there(&received).mark, Some(Marked { at: Some(utc("2026-03-03T17:05:00Z")) }));
}

#[test]
fn an_answer_is_read_whole() {
    let read = there(&answer());
    assert_eq!((read.record, read.from_patient, read.coded), (None, false, false));
    assert_eq!((read.patients, read.answers), (vec![id("sam-sample")], vec![mine().id]));
    assert_eq!(read.at, Some(utc("2026-03-03T08:59:00Z")));
    let words = Private::new("Yes, you can.\n\nCall us if it itches.");
    assert_eq!(read.said, Said::Words { words, enclosed: Vec::new(), more: false });
    // A whole address, a version behind it, a day in place of a time.
    let mut other = answer();
    other["inResponseTo"][0]["reference"] = json!("https://clinic.example/fhir/Communication/one/_history/3");
    other["recipient"][0]["reference"] = json!("https://clinic.example/fhir/Patient/sam-sample");
    other["sent"] = json!("2026-03-03");
    let read = there(&other);
    assert_eq!((read.answers, read.patients), (vec![id("one")], vec![id("sam-sample")]));
    assert_eq!(read.at, Some(utc("2026-03-03T09:00:00Z")), "the server's own time stands in");
}

fn enclosed(payload: &Value) -> Vec<Enclosed> {
    match there(&with(answer(), "payload", payload.clone())).said {
        Said::Words { enclosed, .. } => enclosed,
        other => panic!("{other:?}"),
    }
}

fn file(kind: FileKind, size: Option<u64>) -> Enclosure {
    Enclosure::File { kind, size }
}

#[test]
fn a_text_that_came_along_is_read_to_the_letter_and_anything_else_is_named() {
    let text = |mime: &str, bytes: &[u8]| {
        let data = STANDARD.encode(bytes);
        let attachment = json!({ "contentType": mime, "title": " how.txt ", "data": data, "size": 3 });
        enclosed(&json!([{ "contentAttachment": attachment }])).remove(0)
    };
    let said = "<script>alert(1)</script>\nTake the stairs — not the lift. 🌊";
    for mime in ["text/plain", "Text/Plain; charset=UTF-8", "text/plain;charset=us-ascii;format=flowed"] {
        let read = text(mime, said.as_bytes());
        assert_eq!(read.what, Enclosure::Text(Private::new(said)), "{mime}");
        assert_eq!(read.title, Some(Private::new("how.txt")));
    }
    assert_eq!(text("text/plain", b"\xef\xbb\xbfone\r\ntwo").what, Enclosure::Text(Private::new("one\ntwo")));
    let named = file(FileKind::Text, Some(4));
    for (mime, bytes) in [
        ("text/plain; charset=iso-8859-1", b"abcd"),
        ("text/plain", b"a\xffcd"),
        ("text/html", b"<b>a"),
        ("text/plain", b"a\x1b[1"),
    ] {
        assert_eq!(text(mime, bytes).what, named, "{mime}");
    }
    let long = "x".repeat(LONGEST_TEXT + 1);
    assert_eq!(text("text/plain", long.as_bytes()).what, file(FileKind::Text, Some(long.len() as u64)));
    for (mime, kind) in [
        ("application/pdf", FileKind::Pdf),
        ("image/jpeg", FileKind::Picture),
        ("audio/mpeg", FileKind::Sound),
        ("video/mp4", FileKind::Video),
        ("application/zip", FileKind::Other),
        ("", FileKind::Other),
    ] {
        assert_eq!(text(mime, b"abcd").what, file(kind, Some(4)), "{mime}");
    }
}

#[test]
fn what_is_not_words_is_said_to_be_there() {
    let scan = json!([{ "contentAttachment": { "title": "scan.pdf", "contentType": "application/pdf", "url": "https://elsewhere.example/x", "size": 90_000 } }]);
    let named = Enclosed { title: Some(Private::new("scan.pdf")), what: file(FileKind::Pdf, Some(90_000)) };
    assert_eq!(enclosed(&scan), std::slice::from_ref(&named));
    // What it says wrongly takes nothing from the rest.
    let odd = json!([{ "contentString": "See this." }, { "contentAttachment": { "title": 7, "size": -1, "data": "?" } }]);
    assert_eq!(enclosed(&odd), [Enclosed { title: None, what: file(FileKind::Other, None) }]);
    let mut both = answer();
    both["payload"] = json!([{ "contentString": "See this." }, scan[0], { "contentReference": { "reference": "Media/1" } }]);
    let words = Private::new("See this.");
    assert_eq!(there(&both).said, Said::Words { words, enclosed: vec![named], more: true });
    let reference = json!([{ "contentReference": { "reference": "Media/1" } }]);
    assert_eq!(there(&with(answer(), "payload", reference)).said, Said::Other);
    for off in ["entered-in-error", "stopped", "on-hold", "not-done"] {
        assert_eq!(there(&with(answer(), "status", json!(off))).said, Said::TakenBack, "{off}");
    }
    let half = with(answer(), "status", json!("preparation"));
    assert_eq!(read_value(&half), Ok(Reading::NotOurs), "the clinic is still writing it");
}

#[test]
fn what_cannot_be_relied_on_is_named() {
    let wrong = [
        ("status", json!(null), "Communication.status", What::WrongType),
        ("status", json!("splendid"), "Communication.status", What::UnknownCode),
        ("payload", json!([]), "Communication.payload", What::Missing),
        (
            "payload",
            json!([{ "contentString": 7 }]),
            "Communication.payload[0].contentString",
            What::WrongType,
        ),
        (
            "payload",
            json!([{ "contentString": "Yes", "modifierExtension": [{ "url": "u" }] }]),
            "Communication.payload[0].modifierExtension",
            What::UnknownModifier,
        ),
        (
            "modifierExtension",
            json!([{ "url": "u" }]),
            "Communication.modifierExtension",
            What::UnknownModifier,
        ),
        ("implicitRules", json!("u"), "Communication.implicitRules", What::UnknownRules),
        ("sent", json!("yesterday"), "Communication.sent", What::BadDate),
        ("received", json!("2026"), "Communication.received", What::BadDate),
        (
            "inResponseTo",
            json!([{ "reference": 7 }]),
            "Communication.inResponseTo[0].reference",
            What::WrongType,
        ),
    ];
    for (field, held, path, what) in wrong {
        let broken = with(answer(), field, held);
        let error = read_value(&broken).unwrap_err();
        assert_eq!((error.path.as_str(), error.what), (path, what), "{field}");
        assert!(is_kept(&broken) && is_message(&broken), "{field}: it is kept, so that it can be told of");
    }
}

fn urgent() -> Value {
    let urgent = Urgent {
        id: id("urgent"),
        form: id("form"),
        at: utc("2026-03-02T17:05:11Z"),
        raised: Raised { value: 2, question: None, answer: None },
        recipient: Some("CareTeam/team-1".into()),
    };
    communication::write(&urgent, &id("sam-sample"))
}

#[test]
fn the_urgent_word_and_a_message_are_never_mixed_up() {
    let message = written(&mine(), to_team());
    let deletion = deletion::write(&id("gone"), utc("2026-03-02T17:05:11Z"), None, &id("sam-sample"));
    for other in [urgent(), deletion] {
        assert!(is_kept(&other) && !is_message(&other), "what the phone made is kept");
        assert_eq!(read_value(&other), Ok(Reading::NotOurs));
        // Even coded as both it is no message.
        let mut both = other.clone();
        both["category"].as_array_mut().unwrap().push(message["category"][0].clone());
        assert_eq!(read_value(&both), Ok(Reading::NotOurs));
    }
    assert_eq!(message["priority"], json!("routine"));
    assert!(!message.to_string().contains("urgent-answer") && message.get("about").is_none());
    assert_eq!(urgent()["priority"], json!("urgent"), "the control");
}

#[test]
fn what_people_at_the_clinic_write_to_each_other_stays_there() {
    let internal = with(answer(), "recipient", json!([{ "reference": "Practitioner/one" }]));
    assert!(!is_kept(&internal) && is_kept(&answer()));
    assert_eq!(read_value(&internal), Ok(Reading::NotOurs));
    let elsewhere = with(answer(), "sender", json!({ "reference": "Patient/sam-sample" }));
    assert!(!is_kept(&elsewhere), "what the patient wrote in another app has its place there");
    let mut nobody = answer();
    nobody.as_object_mut().unwrap().remove("recipient");
    assert!(there(&nobody).patients.is_empty(), "it is kept: whether it answers the patient is seen later");
    nobody.as_object_mut().unwrap().remove("inResponseTo");
    assert!(!is_kept(&nobody));
}

proptest! {
    #[test]
    fn any_words_arrive_as_they_were_written(words in "(?s).{1,200}") {
        let message = Mine { words: Private::new(words.as_str()), ..mine() };
        let travelled: Value = serde_json::from_str(&written(&message, to_team()).to_string()).unwrap();
        let kept: String =
            words.trim().chars().filter(|c| *c >= ' ' || matches!(c, '\t' | '\n' | '\r')).collect();
        prop_assert_eq!(travelled["payload"][0]["contentString"].as_str(), Some(kept.as_str()));
        prop_assert_eq!(record_of(&travelled), Some(mine().id));
        // Nothing of the words is anywhere else in it.
        let mut bare = travelled;
        bare["payload"] = json!([]);
        prop_assert!(kept.trim().chars().count() < 12 || !bare.to_string().contains(kept.trim()));
    }

    /// References in a message name messages or nothing: no markup, no path, no word of theirs is taken along.
    #[test]
    fn a_reference_is_an_id_or_nothing(reference in "(?s).{0,80}|Communication/.{0,70}") {
        let mut hostile = answer();
        hostile["inResponseTo"] = json!([{ "reference": reference, "display": "<script>" }]);
        hostile["sender"] = json!({ "reference": reference });
        if let Ok(Reading::Message(there)) = read_value(&hostile) {
            for named in there.answers {
                prop_assert!(named.as_str().bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.'));
            }
            let Said::Words { words, .. } = there.said else { panic!() };
            prop_assert!(!words.reveal().contains("script"));
        }
    }
}

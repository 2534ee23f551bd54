//! A signed paper goes out as the golden `Consent`: its text, decoded, is byte for byte what was signed; withdrawn it is the
//! same record, inactive; and another phone reads it back as the very same signature, or says that it cannot.

use crate::golden::{changed, id, is_golden, read_golden, read_value, text, utc, value};
use base64::{Engine, engine::general_purpose::STANDARD};
use cairn::care::{
    Private,
    consent::{Signature, There, Word},
};
use cairn::fhir::{
    Reading, Resource, What,
    consent::{ended, holds_nothing, is_signed, place, write},
};
use chrono_tz::Tz;
use proptest::prelude::*;
use serde_json::{Value, json};
use sha1::{Digest, Sha1};

const TEXT: &str = "Before your session\nVersion: draft 1\n\nWhat it is\n- It is <b>\"off-label\"</b>.\n\n[x] Я прочла 🌊.\n";

fn signature() -> Signature {
    Signature {
        record: id("0193a3f4-5b6c-7d8e-9f00-aabbccddee02"),
        document: id("treatment"),
        version: "draft 1".into(),
        title: "Before your session".into(),
        protocol: id("harbor-kap"),
        protocol_version: 3,
        text: Private::new(TEXT),
        name: Private::new("Robin Sample"),
        clinic: Some(id("clinic-1")),
        recipient: Some("Quiet Harbor".into()),
        at: utc("2025-11-24T08:02:11.250Z"),
        zone: Tz::Europe__Berlin,
        withdrawn: None,
    }
}

fn withdrawn() -> Signature {
    Signature { withdrawn: Some(utc("2025-12-01T17:30:00Z")), ..signature() }
}

fn written(signature: &Signature) -> Value {
    write(signature, &id("sam-sample"))
}

/// The bytes the clinic gets.
fn said(consent: &Value) -> Vec<u8> {
    STANDARD.decode(consent["sourceAttachment"]["data"].as_str().unwrap()).unwrap()
}

#[test]
fn signed_it_says_who_when_and_what_to_the_letter() {
    let consent = written(&signature());
    is_golden(&consent, "consent");
    assert_eq!(said(&consent), TEXT.as_bytes());
    assert_eq!(consent["performer"][0]["display"], json!("Robin Sample"));
}

#[test]
fn withdrawn_it_is_the_same_record_and_holds_until_then() {
    let (signed, gone) = (written(&signature()), written(&withdrawn()));
    is_golden(&gone, "consent_withdrawn");
    assert_eq!((&gone["status"], &signed["status"]), (&json!("inactive"), &json!("active")));
    let fields = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    for same in fields(&signed).iter().filter(|name| *name != "status") {
        assert_eq!(gone[same], signed[same], "{same}");
    }
    assert_eq!(fields(&gone).len(), fields(&signed).len() + 1, "and until when it held");
}

#[test]
fn its_place_is_kept_without_its_text_and_without_the_name() {
    let signed = written(&signature());
    let kept = place(&signed).unwrap();
    is_golden(&kept, "consent_place");
    assert!(holds_nothing(&kept) && !holds_nothing(&signed));
    for held in ["Robin Sample", "sourceAttachment"] {
        assert!(signed.to_string().contains(held) && !kept.to_string().contains(held), "{held}");
    }
    assert_eq!(place(&written(&withdrawn())), None, "a withdrawal needs none");
    assert_eq!(place(&json!({ "resourceType": "Observation", "status": "active" })), None);
}

#[test]
fn what_is_not_known_is_not_said() {
    let consent = written(&Signature { clinic: None, ..signature() });
    assert_eq!(consent.get("organization"), None);
}

/// What another phone of the patient's makes of a record.
fn read_back(record: &Value) -> There {
    match read_value(record) {
        Ok(Reading::Signed(there)) => *there,
        other => panic!("{other:?}"),
    }
}

#[test]
fn another_phone_reads_the_very_signature() {
    // The clinic's name is in its own record.
    let expected = Signature { recipient: None, ..signature() };
    let there = read_back(&value("consent"));
    assert_eq!((&there.signature, there.zone), (&expected, Some(Tz::Europe__Berlin)));
    assert_eq!(there.word, Word::InForce { until: None });
    let gone = read_back(&value("consent_withdrawn"));
    assert_eq!((&gone.signature, gone.word), (&expected, Word::Ended(withdrawn().withdrawn)));
    assert_eq!(read_golden("consent_place"), Reading::NotOurs, "nobody signed that yet");
}

#[test]
fn a_server_may_give_it_another_id_and_forget_the_zone() {
    let mut theirs = changed("consent", "/_dateTime", None);
    theirs["id"] = json!("4711");
    theirs["meta"] = json!({ "versionId": "3", "lastUpdated": "2025-11-24T08:03:00Z" });
    let there = read_back(&theirs);
    assert_eq!((there.signature.record, there.signature.at), (signature().record, signature().at));
    assert_eq!((there.signature.zone, there.zone), (Tz::UTC, None));
}

#[test]
fn the_clinics_word_is_what_its_record_says() {
    let word = |pointer: &str, new: Value| read_back(&changed("consent", pointer, Some(new))).word;
    let until = |end: &str| json!({ "period": { "end": end } });
    assert_eq!(word("/status", json!("inactive")), Word::Ended(None));
    assert_eq!(word("/status", json!("entered-in-error")), Word::Mistake);
    assert_eq!(word("/status", json!("rejected")), Word::NotAccepted);
    let end = |end: &str| Word::InForce { until: Some(utc(end)) };
    assert_eq!(word("/provision", until("2026-01-31T12:00:00+01:00")), end("2026-01-31T11:00:00Z"));
    assert_eq!(
        word("/provision", until("2026-01-31")),
        end("2026-01-31T23:00:00Z"),
        "all of that day in Berlin"
    );
    let day = changed("consent_withdrawn", "/provision/period/end", Some(json!("2025-12-01")));
    assert_eq!(read_back(&day).word, Word::Ended(None), "no time is made up");
}

#[test]
fn what_is_not_understood_is_named_and_never_taken_for_signed() {
    let refused = |pointer: &str, new: Option<Value>| {
        let problem = read_value(&changed("consent", pointer, new)).expect_err(pointer);
        (problem.path, problem.what)
    };
    let at = |path: &str, what: What| (format!("Consent.{path}"), what);
    assert_eq!(refused("/status", None), at("status", What::Missing));
    for status in ["draft", "proposed", "off"] {
        assert_eq!(refused("/status", Some(json!(status))), at("status", What::UnknownCode), "{status}");
    }
    assert_eq!(refused("/dateTime", Some(json!("2025-11-24"))), at("dateTime", What::BadDate));
    assert_eq!(
        refused("/policy/0/uri", Some(json!("https://clinic.example/paper"))),
        at("policy", What::Missing)
    );
    assert_eq!(refused("/performer/0/display", None), at("performer", What::Missing));
    assert_eq!(refused("/sourceAttachment", None), at("sourceAttachment", What::Missing));
    let text = |words: &str| Some(json!({ "contentType": "text/plain", "data": STANDARD.encode(words) }));
    assert_eq!(refused("/sourceAttachment", text("Yes.")), at("sourceAttachment.data", What::NotSupported));
    assert_eq!(refused("/sourceAttachment/size", Some(json!(3))), at("sourceAttachment.size", What::Damaged));
    assert_eq!(
        refused("/sourceAttachment/hash", Some(json!("x"))),
        at("sourceAttachment.hash", What::Damaged)
    );
    let deny = json!({ "type": "deny" });
    assert_eq!(refused("/provision", Some(deny)), at("provision", What::NotSupported));
    let modifier = json!([{ "url": "x", "valueBoolean": true }]);
    assert_eq!(refused("/modifierExtension", Some(modifier)).1, What::UnknownModifier);
}

#[test]
fn what_the_clinic_signed_in_its_own_way_is_not_the_apps() {
    let elsewhere = changed("consent", "/identifier/0/system", Some(json!("https://clinic.example/papers")));
    assert_eq!(read_value(&elsewhere), Ok(Reading::NotOurs));
    assert!(!is_signed(&Resource::parse(&elsewhere.to_string()).unwrap()));
    let stripped = changed("consent_withdrawn", "/sourceAttachment", None);
    assert!(read_value(&stripped).is_err(), "that it does not hold is no reason to pass it over");
    assert!(is_signed(&Resource::parse(text("consent")).unwrap()), "the control");
    assert!(!is_signed(&Resource::parse(text("consent_place")).unwrap()));
}

#[test]
fn withdrawn_from_another_phone_it_keeps_whatever_the_clinic_wrote_into_it() {
    let mut theirs = value("consent");
    theirs["meta"] =
        json!({ "versionId": "3", "lastUpdated": "2025-11-24T08:03:00Z", "tag": [{ "code": "seen" }] });
    theirs["verification"] = json!([{ "verified": true, "verificationDate": "2025-11-25T09:00:00Z" }]);
    let there = read_back(&theirs);
    let until = utc("2025-12-01T17:30:00Z");
    let gone = ended(&theirs, &there.signature, until, Tz::Europe__Berlin);
    assert_eq!(
        (&gone["status"], &gone["provision"]),
        (&json!("inactive"), &value("consent_withdrawn")["provision"])
    );
    assert_eq!(gone["meta"], json!({ "tag": [{ "code": "seen" }] }), "without what only the server writes");
    for same in ["identifier", "dateTime", "performer", "policy", "sourceAttachment", "verification"] {
        assert_eq!(gone[same], theirs[same], "{same}");
    }
    assert_eq!(read_back(&gone).word, Word::Ended(Some(until)));
}

proptest! {
    /// Whatever a clinic may write: controls, right to left, what no font has.
    #[test]
    fn what_arrives_is_what_was_signed_byte_for_byte(words in "(?s).{0,400}", name in "(?s).{1,60}") {
        for withdrawn in [None, withdrawn().withdrawn] {
            let signature = Signature {
                text: Private::new(words.clone()),
                name: Private::new(name.clone()),
                withdrawn,
                ..signature()
            };
            let travelled: Value = serde_json::from_str(&written(&signature).to_string()).unwrap();
            prop_assert_eq!(said(&travelled), words.as_bytes());
            prop_assert_eq!(&travelled["sourceAttachment"]["size"], &json!(words.len()));
            let hash = STANDARD.encode(Sha1::digest(words.as_bytes()));
            prop_assert_eq!(&travelled["sourceAttachment"]["hash"], &json!(hash));
        }
    }

    /// The same on the way back: title and version are those the text begins with.
    #[test]
    fn what_comes_back_is_what_was_signed(
        title in "[^\\n\\p{C}]{1,40}",
        version in "[^\\n\\p{C}]{1,20}",
        words in "(?s).{0,300}",
        name in "\\p{L}[^\\p{C}]{0,40}",
    ) {
        let signature = Signature {
            text: Private::new(format!("{title}\nVersion: {version}\n{words}")),
            name: Private::new(name),
            title,
            version,
            recipient: None,
            ..signature()
        };
        prop_assert_eq!(read_back(&written(&signature)).signature, signature);
    }
}

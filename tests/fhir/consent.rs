//! A signed paper goes out as the golden `Consent`: its text, decoded, is byte for byte what was signed; withdrawn it is the
//! same record, inactive.

use crate::golden::{id, is_golden, read_golden, utc};
use base64::{Engine, engine::general_purpose::STANDARD};
use cairn::care::{Private, consent::Signature};
use cairn::fhir::{
    Reading,
    consent::{holds_nothing, place, write},
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

#[test]
fn the_app_takes_it_for_nothing_else() {
    for name in ["consent", "consent_withdrawn", "consent_place"] {
        assert_eq!(read_golden(name), Reading::NotOurs, "{name}");
    }
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
}

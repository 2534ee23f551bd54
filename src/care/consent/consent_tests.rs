//! Equal papers have one text, another word makes another one, and a signature is about one text alone.

use super::*;
use crate::care::protocol::{Problem, Protocol};
use serde_json::{Value, json};

/// The bundled sample with these papers.
fn protocol(consents: &Value) -> Protocol {
    let bundled = include_str!("../../../assets/practice/sample.json");
    let mut protocol = serde_json::from_str::<Value>(bundled).unwrap()["protocol"].take();
    protocol["consents"] = consents.clone();
    serde_json::from_str(&protocol.to_string()).unwrap()
}

fn paper() -> Value {
    json!({
        "id": "treatment", "version": "1", "title": "Before  we begin [S9]", "lead": " Read\n this. ",
        "parts": [
            {"head": "What it is", "lines": ["A first line. [S1]", "A second, with [brackets]."]},
            {"lines": ["One by itself"]},
        ],
        "statements": ["I read it.", "I can stop at any time."],
        "reviewed_by": "Dr. Example", "reviewed_on": "2026-03-03",
    })
}

fn document(paper: &Value) -> Document {
    protocol(&json!([paper])).consent(&Id::new("treatment").unwrap()).unwrap()
}

fn signature(record: &str, text: String) -> Signature {
    Signature {
        record: Id::new(record).unwrap(),
        document: Id::new("treatment").unwrap(),
        version: "1".into(),
        title: "Before we begin".into(),
        protocol: Id::new("harbor-kap").unwrap(),
        protocol_version: 1,
        text: Private::new(text),
        name: Private::new("Robin Sample"),
        clinic: None,
        recipient: None,
        at: DateTime::UNIX_EPOCH,
        zone: Tz::UTC,
        withdrawn: None,
    }
}

/// As it stands on the phone it was put on.
fn kept(signature: Signature) -> Kept {
    Kept { signature, here: true, word: None }
}

/// As the clinic's record has it on another phone.
fn there(signature: &Signature, word: Word) -> Kept {
    Kept { signature: signature.clone(), here: false, word: Some(word) }
}

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap()
}

#[test]
fn the_text_is_the_papers_words_in_order_and_no_others() {
    let document = document(&paper());
    let text = "Before we begin\nVersion: 1\n\nRead this.\n\nWhat it is\n- A first line.\n- A second, with [brackets].\n\n\
                - One by itself\n\n[x] I read it.\n[x] I can stop at any time.\n";
    assert_eq!(document.text(), text);
    assert_eq!(document.reviewed.as_ref().map(|(by, _)| by.as_str()), Some("Dr. Example"));
    assert_eq!((document.protocol.as_str(), document.protocol_version), ("harbor-kap", 1));
}

#[test]
fn its_lines_put_together_are_the_text_again() {
    let text = document(&paper()).text();
    let again: Vec<_> = lines(&text).map(Line::words).collect();
    assert_eq!(again.join("\n") + "\n", text);
    assert_eq!(lines(&text).filter(|line| matches!(line, Line::Confirmed(_))).count(), 2);
    assert_eq!(lines(&text).filter(|line| matches!(line, Line::Point(_))).count(), 3);
}

#[test]
fn gaps_and_marks_make_no_other_text_and_a_word_or_a_version_does() {
    let text = document(&paper()).text();
    let with = |at: &str, value: Value| {
        let mut other = paper();
        *other.pointer_mut(at).unwrap() = value;
        document(&other).text()
    };
    assert_eq!(with("/lead", json!("Read this. [S3]")), text);
    for (at, value) in [
        ("/version", json!("2")),
        ("/title", json!("Before we start")),
        ("/parts/0/lines/1", json!("A second, with brackets.")),
        ("/statements/1", json!("I can stop.")),
        ("/statements", json!(["I read it."])),
    ] {
        assert_ne!(with(at, value), text, "{at}");
    }
}

#[test]
fn only_a_signature_that_holds_under_this_very_text_counts() {
    let document = document(&paper());
    let (same, other) = (signature("same", document.text()), signature("other", "Another text\n".into()));
    let withdrawn = Signature { withdrawn: Some(DateTime::UNIX_EPOCH), ..same.clone() };
    let elsewhere = Signature { document: Id::new("photos").unwrap(), ..same.clone() };
    let record = |one: &Signature| one.record.clone();
    let of = |signatures: &[&Signature]| {
        let signatures: Vec<_> = signatures.iter().map(|one| kept((*one).clone())).collect();
        State::of(&document, &signatures, false, at(9))
    };
    assert_eq!(of(&[]), State::ToSign);
    assert_eq!(of(&[&withdrawn, &elsewhere]), State::ToSign);
    assert_eq!(of(&[&withdrawn, &other]), State::NewText(record(&other)));
    assert_eq!(of(&[&other, &same]), State::Signed(record(&same)));
}

#[test]
fn the_clinics_word_says_whether_a_signature_holds_wherever_it_was_put() {
    let document = document(&paper());
    let same = signature("same", document.text());
    let of = |word: Word| {
        let here = Kept { here: true, ..there(&same, word) };
        let both = [there(&same, word), here].map(|one| State::of(&document, &[one], false, at(9)));
        assert_eq!(both[0], both[1], "{word:?}");
        both[0].clone()
    };
    for word in [Word::InForce { until: None }, Word::InForce { until: Some(at(10)) }, Word::Unclear] {
        assert_eq!(of(word), State::Signed(same.record.clone()), "{word:?}");
    }
    for word in [
        Word::InForce { until: Some(at(9)) },
        Word::Ended(None),
        Word::Ended(Some(at(3))),
        Word::Mistake,
        Word::NotAccepted,
    ] {
        assert_eq!(of(word), State::ToSign, "{word:?}");
    }
    assert_eq!(
        there(&same, Word::InForce { until: Some(at(9)) }).over(at(9)),
        Some(Word::Ended(Some(at(9))))
    );
    let withdrawn = Signature { withdrawn: Some(at(5)), ..same };
    assert_eq!(there(&withdrawn, Word::Ended(Some(at(5)))).over(at(9)), None, "the patient withdrew it here");
    assert!(!there(&withdrawn, Word::InForce { until: None }).holds(at(9)), "whatever the clinic has yet");
}

#[test]
fn a_text_says_its_title_and_version_again() {
    let document = document(&paper());
    assert_eq!(heading(&document.text()), Some(("Before we begin", "1")));
    for other in ["", "Before we begin\n", "Before we begin\nVersion 1\n", "Before we begin\nVersion: 1"] {
        assert_eq!(heading(other), None, "{other:?}");
    }
}

#[test]
fn what_the_clinic_has_as_done_is_not_asked_for_unless_it_was_once_signed_here() {
    let document = document(&paper());
    let same = signature("same", document.text());
    let withdrawn = Signature { withdrawn: Some(DateTime::UNIX_EPOCH), ..same.clone() };
    let other = signature("other", "Another text\n".into());
    let of = |signature: &Signature| State::of(&document, &[kept(signature.clone())], true, at(9));
    assert_eq!(State::of(&document, &[], true, at(9)), State::AtClinic);
    assert_eq!(of(&withdrawn), State::ToSign);
    assert_eq!(of(&other), State::NewText(other.record.clone()));
    assert_eq!(of(&same), State::Signed(same.record.clone()));
}

#[test]
fn a_name_is_one_line_with_a_letter_in_it() {
    let kept = |typed: &str| name(typed).map(|name| name.reveal().to_owned());
    assert_eq!(kept("  Robin\t\u{0} Sample \n"), Some("Robin Sample".into()));
    assert_eq!(kept("李"), Some("李".into()));
    for nobody in ["", " \n", "...", "12", &"a".repeat(LONGEST_NAME + 1)] {
        assert_eq!(kept(nobody), None, "{nobody:?}");
    }
}

/// What there is to mend, but that nobody reviewed the sample.
fn found(papers: &Value) -> Vec<(String, Problem)> {
    let all = protocol(papers).findings().into_iter().filter(|one| one.problem != Problem::NotReviewed);
    all.map(|one| (one.path, one.problem)).collect()
}

#[test]
fn what_is_wrong_with_a_paper_is_named_where_it_is() {
    assert_eq!(found(&json!([paper()])), [], "the control");
    let at = |path: &str, problem: Problem| (path.to_owned(), problem);
    let with = |place: &str, value: Value| {
        let mut other = paper();
        *other.pointer_mut(place).unwrap() = value;
        found(&json!([other]))
    };
    assert_eq!(with("/title", json!("[S9]")), [at("consents[0].title", Problem::NoWords)]);
    assert_eq!(with("/version", json!(" ")), [at("consents[0].version", Problem::NoWords)]);
    assert_eq!(with("/parts", json!([])), [at("consents[0].parts", Problem::EmptyList)]);
    assert_eq!(with("/parts/1/lines", json!([])), [at("consents[0].parts[1].lines", Problem::EmptyList)]);
    assert_eq!(with("/parts/0/lines/1", json!("")), [at("consents[0].parts[0].lines[1]", Problem::NoWords)]);
    assert_eq!(with("/statements/0", json!("")), [at("consents[0].statements[0]", Problem::NoWords)]);
    assert_eq!(with("/reviewed_on", json!(null)), [at("consents[0]", Problem::HalfReviewed)]);
    let twice = Problem::Twice("treatment".into());
    assert_eq!(found(&json!([paper(), paper()])), [at("consents[1].id", twice)]);
    let missing = found(&json!([]));
    assert_eq!(missing, [at("phases[0].tasks[5].consent", Problem::NoSuchConsent("treatment".into()))]);
}

#[test]
fn a_protocol_of_before_papers_is_read_and_written_as_it_was() {
    let old = protocol(&json!([]));
    assert_eq!(old.consents, []);
    let written = serde_json::to_value(&old).unwrap();
    assert_eq!(written.get("consents"), None, "what is published already does not change by itself");
}

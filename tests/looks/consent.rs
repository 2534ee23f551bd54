//! Papers to sign: one to read, half signed, asked too early, soon after a session, not granted, signed here and on another
//! phone, withdrawn, ended by the clinic, and the list.

use crate::{
    samples::*,
    scenes::{Named, Scene, drawn},
};
use cairn::{
    app::read::*,
    care::{
        consent::{Document, Part, Signature, Word},
        journal::share::Standing,
        *,
    },
    ui::{navigation::Screen, screens::*, signing::HalfSigned},
};
use chrono::NaiveDate;
use dioxus::prelude::*;

const NAME: &str = "Ana Example";

fn document() -> Document {
    let part = |head: &str, lines: &[&str]| Part {
        head: Some(head.into()),
        lines: lines.iter().map(|line| (*line).into()).collect(),
    };
    Document {
        id: id("treatment"),
        version: "draft 1".into(),
        title: "Before your ketamine session".into(),
        lead: Some("This paper says what the session is and what can go wrong. Ask before you sign.".into()),
        parts: vec![
            part("What it is", &["Using it for anxiety is off-label. It is not approved for that."]),
            part(
                "What can go wrong",
                &[
                    "You may feel far from your body, dizzy, sick or afraid. Your blood pressure goes up.",
                    "Long-term and repeated use is not well studied.",
                    "Odd <b>words</b> stay words.",
                ],
            ),
            part("You decide", &["You can say no. You can stop at any time before the shot."]),
        ],
        statements: vec![
            "I read this paper, and I could ask my questions.".into(),
            "I know that I can say no and change my mind.".into(),
        ],
        reviewed: None,
        protocol: id("cedar-kap"),
        protocol_version: 1,
    }
}

fn view(ask: Ask) -> ConsentView {
    ConsentView {
        document: document(),
        ask,
        unshown: false,
        before: Some(session()),
        clinic: Some("Cedar House".into()),
        numbers: clinic_numbers(),
        door: Door::Open,
        wait: None,
    }
}

fn half(ticked: &[usize], name: &str, asked: bool) -> HalfSigned {
    let ticked = ticked.iter().copied().collect();
    HalfSigned { ticked, name: Private::new(name), asked, ..HalfSigned::of(document().text()) }
}

fn page(model: Consent, half: HalfSigned) -> Scene {
    let page = move || {
        rsx! {
            PaperPage {
                model: model.clone(),
                half: half.clone(),
                on_put: |_| (),
                on_sign: |_| (),
                on_undo: |_| (),
                on_withdraw: |_| (),
            }
        }
    };
    Scene::at(&[Screen::Today, Screen::ToDo, Screen::Paper(id("treatment"))], page)
}

fn to_read(view: ConsentView, half: HalfSigned) -> Scene {
    page(Consent::Here(Box::new(view)), half)
}

fn line(record: &str, standing: Standing) -> SignedLine {
    at(record, SignedWhere::Here(standing))
}

fn at(record: &str, place: SignedWhere) -> SignedLine {
    let fresh = record == "now";
    let here = matches!(place, SignedWhere::Here(_));
    let withdrawn = (here && !place.holds()).then(|| local(2, 18, 30));
    SignedLine {
        signature: Signature {
            record: id(record),
            document: id("treatment"),
            version: "draft 1".into(),
            title: "Before your ketamine session".into(),
            protocol: id("cedar-kap"),
            protocol_version: 1,
            text: Private::new(document().text()),
            name: Private::new(NAME),
            clinic: Some(id("cedar")),
            recipient: Some("Cedar House".into()),
            at: if fresh { now() } else { local(1, 17, 10) },
            zone: zone(),
            withdrawn,
        },
        place,
        undo_until: fresh.then(|| now() + chrono::TimeDelta::seconds(8)),
        newer: record == "older",
        still: (record == "again").then(|| id("earlier")),
    }
}

fn signed(line: SignedLine, practice: bool) -> Scene {
    let model = SignedView { line, practice, numbers: clinic_numbers() };
    let scene = page(Consent::Signed(Box::new(model)), half(&[], "", false));
    if practice { scene.practising() } else { scene }
}

fn list(model: Consents) -> Scene {
    Scene::at(&[Screen::More, Screen::Papers], move || rsx! { PapersPage { model: model.clone() } })
}

fn paper(ask: Ask, title: &str) -> PaperLine {
    let before = (ask == Ask::Sign).then(session);
    PaperLine { document: id(&title.replace(' ', "-")), title: title.into(), ask, before }
}

pub(crate) fn scenes() -> Vec<Named> {
    let sent = || Standing::Shared(Delivery::Sent(local(1, 17, 11)));
    let reviewed = Some(("Dr. Tomás Reyes".into(), NaiveDate::from_ymd_opt(2026, 3, 3).unwrap()));
    let reviewed = ConsentView { document: Document { reviewed, ..document() }, ..view(Ask::Sign) };
    let card = CardLine { until: local(3, 9, 30).naive_utc(), zone: zone(), zone_differs: false };
    let full = Consents {
        papers: vec![
            paper(Ask::Sign, "Before your ketamine session"),
            paper(Ask::SignNewText, "How we keep your data"),
            paper(Ask::Nothing, "House rules"),
        ],
        signed: vec![
            line("now", Standing::Shared(Delivery::OnThisPhone)),
            line("older", sent()),
            line("gone", Standing::Withdrawn(local(2, 18, 31))),
        ],
        unshown: false,
        unreadable: false,
    };
    let none = Consents { papers: vec![], signed: vec![], unshown: false, unreadable: false };
    let over = |word| signed(at("over", SignedWhere::Over(word)), false);
    let from_clinic = Consents {
        papers: vec![paper(Ask::Sign, "How we keep your data")],
        signed: vec![
            at("clinic", SignedWhere::AtClinic),
            at("ended", SignedWhere::Over(Word::Ended(None))),
            at("mistake", SignedWhere::Over(Word::Mistake)),
            at("refused", SignedWhere::Over(Word::NotAccepted)),
            at("unclear", SignedWhere::Unclear),
        ],
        ..none.clone()
    };
    let empty = || half(&[], "", false);
    let practice = ConsentView { door: Door::Practice, ..view(Ask::Sign) };
    let at_clinic = ConsentView { numbers: vec![], ..view(Ask::Nothing) };
    vec![
        ("paper", to_read(view(Ask::Sign), empty())),
        ("paper-filled", to_read(reviewed, half(&[0, 1], NAME, false))),
        ("paper-stuck", to_read(view(Ask::Sign), half(&[1], " ", true))),
        ("paper-new-text", to_read(view(Ask::SignNewText), half(&[], NAME, false))),
        ("paper-practice", to_read(practice, empty()).practising()),
        ("paper-at-clinic", to_read(at_clinic, empty())),
        ("paper-wait", to_read(ConsentView { wait: Some(card), ..view(Ask::Sign) }, empty())),
        ("paper-not-granted", to_read(ConsentView { door: Door::NotGranted, ..view(Ask::Sign) }, empty())),
        ("paper-gone", page(Consent::Gone, empty())),
        ("paper-unreadable", page(Consent::Unreadable, empty())),
        ("paper-signed", signed(line("sent", sent()), false)),
        ("paper-signed-now", signed(line("now", Standing::Shared(Delivery::OnThisPhone)), false)),
        ("paper-signed-older", signed(line("older", sent()), false)),
        ("paper-signed-practice", signed(line("here", Standing::Shared(Delivery::StaysHere)), true)),
        ("paper-withdrawn", signed(line("gone", Standing::Withdrawn(local(2, 18, 31))), false)),
        ("paper-withdrawn-one", signed(line("again", Standing::Withdrawn(local(2, 18, 31))), false)),
        ("paper-unshown", to_read(ConsentView { unshown: true, ..view(Ask::Sign) }, empty())),
        ("paper-signed-elsewhere", signed(at("clinic", SignedWhere::AtClinic), false)),
        ("paper-over-since", over(Word::Ended(Some(local(2, 9, 5))))),
        ("paper-over", over(Word::Ended(None))),
        ("paper-over-mistake", over(Word::Mistake)),
        ("paper-over-refused", over(Word::NotAccepted)),
        ("paper-unclear", signed(at("unclear", SignedWhere::Unclear), false)),
        ("papers", list(full)),
        ("papers-elsewhere", list(from_clinic)),
        ("papers-unshown", list(Consents { unshown: true, ..none.clone() })),
        ("papers-none", list(none.clone())),
        (
            "papers-unreadable",
            list(Consents { unreadable: true, signed: vec![line("sent", sent())], ..none }),
        ),
    ]
}

#[test]
fn nothing_is_ticked_or_named_for_the_patient_and_there_is_one_verb() {
    let html = drawn("paper");
    assert!(!html.contains(" checked") && !html.contains(NAME));
    assert_eq!(html.matches("button first").count(), 1);
    assert_eq!(html.matches("type=\"checkbox\"").count(), document().statements.len());
    assert!(html.contains("Not yet reviewed by a clinician"));
    assert!(html.contains("6:40 pm, Wednesday, 2 December (Denver time)"), "{html}");
    for told in ["you can say no", "No reason is needed.", "Cedar House gets this text", "+1 303 555 0140"] {
        assert!(html.contains(told), "{told}");
    }
    assert!(drawn("paper-filled").contains("Reviewed by Dr. Tomás Reyes, Tuesday, 3 March"));
    assert!(drawn("paper-filled").contains(" checked"), "the control");
}

#[test]
fn what_is_missing_is_said_where_it_is_missing() {
    let html = drawn("paper-stuck");
    assert!(html.contains("Tick each line first.") && html.contains("Type your full name first."));
    assert!(!drawn("paper").contains("first."), "not before it was asked for");
}

#[test]
fn where_it_cannot_be_signed_there_is_no_place_to() {
    for name in ["paper-wait", "paper-not-granted", "paper-at-clinic", "paper-gone", "paper-unreadable"] {
        let html = drawn(name);
        assert!(!html.contains("id=\"signature\"") && !html.contains(">Sign<"), "{name}");
    }
    assert!(drawn("paper-practice").contains(">Sign<"), "the control");
}

#[test]
fn the_text_as_signed_is_there_to_the_letter() {
    let html = drawn("paper-signed");
    for line in document().text().lines().filter(|line| !line.contains('<')) {
        assert!(html.contains(line), "{line}");
    }
    assert!(html.contains("&#60;b&#62;words") && !html.contains("<b>words"));
    assert!(html.contains("Signed as Ana Example") && html.contains(">Withdraw<"));
    assert!(html.contains("5:10 pm, Tuesday, 1 December (Denver time)"), "{html}");
    assert!(!drawn("paper-withdrawn").contains(">Withdraw<"));
    assert_eq!(drawn("paper-signed-now").matches(">Undo<").count(), 1);
    assert!(drawn("paper-signed-older").contains("Read the new text"));
}

#[test]
fn signed_on_another_phone_it_is_signed_here_with_the_very_text_and_can_be_withdrawn() {
    let html = drawn("paper-signed-elsewhere");
    for told in ["You signed this", "Signed as Ana Example", "You signed it on another phone", ">Withdraw<"] {
        assert!(html.contains(told), "{told}");
    }
    assert!(document().text().lines().filter(|line| !line.contains('<')).all(|line| html.contains(line)));
    assert!(!html.contains(">Undo<") && !html.contains("id=\"statements\""), "{html}");
}

#[test]
fn what_does_not_hold_says_so_first_and_cannot_be_withdrawn_once_more() {
    for (name, head) in [
        ("paper-over", "This does not hold any more"),
        (
            "paper-over-since",
            "At your clinic it does not hold since 9:05 am, Wednesday, 2 December (Denver time).",
        ),
        ("paper-over-mistake", "Your clinic marked this as a mistake"),
        ("paper-over-refused", "Your clinic did not accept this"),
    ] {
        let html = drawn(name);
        assert!(html.find(head).unwrap() < html.find("Signed as").unwrap(), "{name}: {html}");
        assert!(!html.contains(">Withdraw<") && !html.contains("withdrew it<"), "{name}");
    }
    assert!(drawn("paper-unclear").contains("we cannot show how"));
    assert_eq!(drawn("papers-elsewhere").matches("signed-line").count(), 5);
    for name in ["papers-unshown", "paper-unshown"] {
        assert!(drawn(name).contains("You signed a paper that we cannot show here"), "{name}");
    }
}

#[test]
fn another_signature_that_holds_is_said_beside_the_one_that_was_withdrawn() {
    assert!(drawn("paper-withdrawn-one").contains("Another signature of this paper still holds"));
    assert!(!drawn("paper-withdrawn").contains("still holds"), "the control");
}

#[test]
fn practice_says_that_it_stays_here() {
    let html = drawn("paper-practice");
    assert!(html.contains("What you sign stays on this phone.") && !html.contains("gets this text"));
    assert!(drawn("paper").contains("gets this text"), "the control");
    assert!(drawn("paper-signed-practice").contains("so nobody is told."));
}

#[test]
fn a_thing_to_do_that_is_signed_has_no_box_to_tick() {
    let line = DueLine {
        leads: Some(LeadsTo::Sign(id("treatment"))),
        ..due("consent", "Read and sign", None, None)
    };
    let model = Today { due: vec![line.clone()], ..today() };
    let scene = Scene::at(&[Screen::Today], move || crate::scenes::today_page(model.clone(), None));
    let unknown = DueLine { leads: Some(LeadsTo::NotKnown), ..line.clone() };
    let model = Today { due: vec![unknown], ..today() };
    let html = Scene::at(&[Screen::Today], move || crate::scenes::today_page(model.clone(), None)).draw();
    assert!(html.contains("We cannot show yet how this is done.") && !html.contains("checkbox"), "{html}");
    let html = scene.draw();
    assert!(html.contains(">Read and sign<") && !html.contains("checkbox"), "{html}");
    let here = Done::Here(now(), Delivery::OnThisPhone);
    let model = Today { due: vec![DueLine { done: here, ..line }], ..today() };
    let scene = Scene::at(&[Screen::Today], move || crate::scenes::today_page(model.clone(), None));
    assert!(scene.draw().contains("disabled"), "signing is taken back where it was done");
}

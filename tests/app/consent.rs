//! Signing in practice mode: the sample's paper is read, signed, undone, withdrawn and signed again, and stays on this phone; an
//! other text of the clinic's is asked for anew, and nobody signs what they did not see.

use crate::world::{Phone, practising};
use base64::{Engine, engine::general_purpose::STANDARD};
use cairn::{
    app::{AppError, Cairn, NewSignature, read::*},
    care::{Delivery, Id, Private, VisitKind, journal::share::Standing},
};
use chrono::TimeDelta;
use serde_json::Value;

const NAME: &str = "  Robin\tSample ";

fn paper() -> Id {
    Id::new("treatment").unwrap()
}

async fn view(app: &Cairn) -> ConsentView {
    match app.consent(paper()).await.unwrap() {
        Consent::Here(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn under(view: &ConsentView) -> NewSignature {
    NewSignature { document: paper(), text: Private::new(view.document.text()), name: Private::new(NAME) }
}

async fn sign(app: &Cairn) -> Id {
    app.sign(under(&view(app).await)).await.unwrap()
}

async fn to_do(app: &Cairn) -> DueLine {
    let all = app.to_do().await.unwrap();
    let mut lines = all.open.into_iter().chain(all.done);
    lines.find(|line| line.leads == Some(LeadsTo::Sign(paper()))).unwrap()
}

/// The clinic's protocol changes, as it would arrive.
fn change(phone: &Phone, change: impl Fn(&mut Value)) {
    let kept = phone.store().read(|reader| reader.mirrored("Library")).unwrap().remove(0);
    let mut library: Value = serde_json::from_str(&kept.body).unwrap();
    let contents = library["content"].as_array_mut().unwrap();
    let content = contents.iter_mut().find(|one| one["contentType"] == "application/json").unwrap();
    let bytes = STANDARD.decode(content["data"].as_str().unwrap()).unwrap();
    let mut protocol: Value = serde_json::from_slice(&bytes).unwrap();
    change(&mut protocol);
    let changed = protocol.to_string();
    content["size"] = changed.len().into();
    content["data"] = STANDARD.encode(changed).into();
    phone.has_record("Library", kept.id.as_str(), &library);
}

#[tokio::test]
async fn the_sample_asks_for_it_and_it_is_done_by_signing() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let open = to_do(&app).await;
    assert!(open.is_open() && open.form.is_none());
    let seen = view(&app).await;
    assert_eq!((seen.ask, seen.door), (Ask::Sign, Door::Practice));
    assert_eq!(seen.before.as_ref().map(|visit| visit.kind), Some(VisitKind::Session));
    assert!(seen.document.reviewed.is_none() && !seen.document.statements.is_empty());
    assert!(!seen.numbers.is_empty(), "whom to ask");
    let listed = app.consents().await.unwrap();
    assert_eq!((listed.papers.len(), listed.signed.len()), (1, 0));

    let record = sign(&app).await;
    assert_eq!(to_do(&app).await.done, Done::Here(app.now(), Delivery::StaysHere));
    let Consent::Signed(signed) = app.consent(paper()).await.unwrap() else { panic!("signed") };
    let signature = &signed.line.signature;
    assert_eq!((&signature.record, signature.name.reveal()), (&record, "Robin Sample"));
    assert_eq!(signature.text.reveal(), seen.document.text(), "the text that was seen");
    assert_eq!(app.sign(under(&seen)).await.unwrap(), record, "pressed twice it is signed once");
    let listed = app.consents().await.unwrap();
    assert_eq!((listed.papers.len(), listed.signed.len()), (0, 1));
    drop(app);

    let app = phone.app();
    app.start().await;
    assert_eq!(app.consents().await.unwrap().signed[0].signature, *signature, "also after a restart");
}

#[tokio::test]
async fn without_the_clinics_rules_no_paper_becomes_a_box_to_tick() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let title = to_do(&app).await.title;
    let boxes = async || {
        let open = app.to_do().await.unwrap().open;
        let to_tick = |line: &&DueLine| line.leads.is_none() && line.form.is_none();
        (open.iter().filter(to_tick).count(), open.into_iter().find(|line| line.title == title).unwrap())
    };
    let (before, _) = boxes().await;
    assert!(before > 1, "the control: other things to do have a box");
    let kept = phone.store().read(|reader| reader.mirrored("Library")).unwrap().remove(0);
    phone.has_no_record("Library", &kept.id);
    let (after, paper) = boxes().await;
    assert_eq!((paper.leads, paper.done), (Some(LeadsTo::NotKnown), Done::No));
    assert!(after > 0, "what no rule says anything about can be ticked all the same");
    assert_eq!(app.consent(self::paper()).await.unwrap(), Consent::Unreadable, "nobody took it out");
    assert!(app.consents().await.unwrap().unreadable);
}

#[tokio::test]
async fn nobody_signs_without_a_name_or_a_text_they_did_not_see() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let seen = view(&app).await;
    for wrong in [
        NewSignature { name: Private::new(" ... "), ..under(&seen) },
        NewSignature { text: Private::new(seen.document.text() + " "), ..under(&seen) },
        NewSignature { document: Id::new("another").unwrap(), ..under(&seen) },
    ] {
        assert!(matches!(app.sign(wrong).await, Err(AppError::NotSignable)));
    }
    assert!(app.consents().await.unwrap().signed.is_empty() && to_do(&app).await.is_open());
}

#[tokio::test]
async fn undone_it_never_was_and_withdrawn_it_stays_on_the_list() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let record = sign(&app).await;
    assert!(app.consents().await.unwrap().signed[0].undo_until.is_some());
    app.undo_sign(record).await.unwrap();
    assert!(app.consents().await.unwrap().signed.is_empty());
    assert!(to_do(&app).await.is_open() && view(&app).await.ask == Ask::Sign);

    let record = sign(&app).await;
    phone.clock.forward(TimeDelta::minutes(1));
    assert_eq!(app.consents().await.unwrap().signed[0].undo_until, None);
    app.withdraw_consent(record.clone()).await.unwrap();
    let line = app.consents().await.unwrap().signed.remove(0);
    assert_eq!((line.place, line.newer), (SignedWhere::Here(Standing::TakenBack), false));
    assert_eq!(line.signature.withdrawn, Some(app.now()));
    assert!(to_do(&app).await.is_open(), "it is asked for again");
    let again = sign(&app).await;
    assert_ne!(again, record);
    assert_eq!(app.consents().await.unwrap().signed.len(), 2);
}

#[tokio::test]
async fn another_text_is_asked_for_and_the_old_signature_keeps_its_own() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let before = view(&app).await;
    let record = sign(&app).await;
    change(&phone, |protocol| protocol["template"]["author"] = "Somebody else".into());
    assert!(!to_do(&app).await.is_open(), "the control: other words than the paper's change nothing");
    change(&phone, |protocol| {
        protocol["consents"][0]["version"] = "draft 2".into();
        protocol["consents"][0]["statements"][0] = "I read every line of it.".into();
    });
    assert!(to_do(&app).await.is_open());
    let now = view(&app).await;
    assert_eq!(now.ask, Ask::SignNewText);
    let old = app.signed_paper(record).await.unwrap().unwrap().line;
    assert!(old.newer && old.signature.text.reveal() == before.document.text());
    assert!(matches!(app.sign(under(&before)).await, Err(AppError::NotSignable)), "not the older text");
    app.sign(under(&now)).await.unwrap();
    let listed = app.consents().await.unwrap();
    assert_eq!((listed.signed.len(), listed.papers.len()), (2, 0));
    assert!(!listed.signed.iter().any(|line| line.newer));
}

#[tokio::test]
async fn soon_after_a_session_nothing_is_signed() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let seen = view(&app).await;
    let start = seen.before.clone().unwrap().arrival.unwrap().start;
    phone.clock.forward(start + TimeDelta::hours(4) - app.now());
    let later = view(&app).await;
    assert!(later.wait.is_some(), "the card holds");
    assert!(matches!(app.sign(under(&later)).await, Err(AppError::NotSignable)));
    phone.clock.forward(TimeDelta::days(2));
    assert_eq!(view(&app).await.wait, None);
    sign(&app).await;
}

//! A paper signed at a real clinic: there exactly once and byte for byte what was signed, whatever was lost on the way; withdrawn
//! it is the same record, inactive; and another text of the clinic's is asked for anew.

use crate::{
    given::{changes_protocol, let_it_go, patient, with_narrower_rights},
    support::{Clinic, Fault, Person, carries, eventually, is_in},
    world::Phone,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use cairn::{
    app::{AppError, Cairn, NewSignature, read::*},
    care::{Delivery, Id, Private, Refusal, journal::share::Standing},
};
use serde_json::{Value, json};

pub(crate) const NAME: &str = "Robin Sandpiper Sample";

pub(crate) fn paper() -> Id {
    Id::new("treatment").unwrap()
}

pub(crate) async fn view(app: &Cairn) -> ConsentView {
    match app.consent(paper()).await.unwrap() {
        Consent::Here(view) => *view,
        other => panic!("{other:?}"),
    }
}

pub(crate) async fn sign(app: &Cairn) -> (Id, String) {
    let view = view(app).await;
    assert_eq!(view.door, Door::Open);
    let text = view.document.text();
    let new = NewSignature { document: paper(), text: Private::new(text.clone()), name: Private::new(NAME) };
    (app.sign(new).await.unwrap(), text)
}

pub(crate) async fn there(clinic: &Clinic, person: &Person) -> Vec<Value> {
    clinic.finds(&format!("Consent?patient=Patient/{}", person.patient)).await
}

pub(crate) fn said(consent: &Value) -> String {
    let data = consent["sourceAttachment"]["data"].as_str().unwrap();
    String::from_utf8(STANDARD.decode(data).unwrap()).unwrap()
}

async fn standing(app: &Cairn, record: &Id) -> Standing {
    let all = app.consents().await.unwrap().signed;
    let line = all.into_iter().find(|line| line.signature.record == *record).unwrap();
    match line.place {
        SignedWhere::Here(standing) => standing,
        other => panic!("{other:?}"),
    }
}

pub(crate) async fn becomes(phone: &Phone, app: &Cairn, record: &Id, is: fn(&Standing) -> bool) {
    let_it_go(phone, app);
    eventually("it to stand as it should", async || {
        app.sync_now();
        let now = standing(app, record).await;
        is(&now).then_some(())
    })
    .await;
}

pub(crate) const IS_SENT: fn(&Standing) -> bool =
    |standing| matches!(standing, Standing::Shared(Delivery::Sent(_)));
pub(crate) const IS_WITHDRAWN: fn(&Standing) -> bool = |standing| matches!(standing, Standing::Withdrawn(_));

/// What the clinic has of the ticks on the thing to do.
async fn ticks(clinic: &Clinic, person: &Person) -> Vec<bool> {
    let all = clinic.finds(&format!("QuestionnaireResponse?subject=Patient/{}", person.patient)).await;
    let done = |one: &Value| {
        let items = one["item"].as_array().unwrap();
        let answer =
            |name: &str| items.iter().find(|item| item["linkId"] == name).map(|item| &item["answer"][0]);
        let is_it = answer("item")?["valueString"].as_str()?.ends_with("item-consent");
        is_it.then(|| answer("done")?["valueBoolean"].as_bool()).flatten()
    };
    all.iter().filter_map(done).collect()
}

/// Waits until the clinic has these and no others: they leave by themselves, beside the paper.
async fn ticked(clinic: &Clinic, person: &Person, wanted: &[bool]) {
    eventually("the ticks to arrive", async || (ticks(clinic, person).await == wanted).then_some(())).await;
}

pub(crate) async fn line(app: &Cairn) -> DueLine {
    let all = app.to_do().await.unwrap();
    let mut lines = all.open.into_iter().chain(all.done);
    lines.find(|line| line.leads == Some(LeadsTo::Sign(paper()))).unwrap()
}

#[tokio::test]
async fn signed_it_arrives_once_to_the_letter_and_its_thing_to_do_is_done() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    // The answers are lost after the server committed, that to its place and that to the paper itself.
    clinic.fault(&person, "PUT", "^/Consent/", 2, Fault::Drop).await;
    let (record, text) = sign(&app).await;
    assert_eq!(standing(&app, &record).await, Standing::Shared(Delivery::OnThisPhone));
    assert!(matches!(line(&app).await.done, Done::Here(_, Delivery::OnThisPhone)));
    let queue = app.sync_details().await.unwrap().queue;
    assert_eq!(queue.iter().filter(|one| one.kind == "Consent").count(), 1);
    becomes(&phone, &app, &record, IS_SENT).await;

    let found = there(clinic, &person).await;
    let counting: Vec<_> = found.iter().filter(|one| one["status"] == "active").collect();
    assert_eq!(counting.len(), 1);
    let consent = counting[0];
    assert_eq!(consent["identifier"][0]["value"], json!(record));
    assert_eq!(said(consent), text, "byte for byte");
    assert_eq!(consent["performer"][0]["display"], json!(NAME));
    let clinic_named = consent["organization"][0]["reference"].as_str().unwrap();
    assert!(clinic.has(clinic_named).await.is_some());
    ticked(clinic, &person, &[true]).await;
    let is_sent = async || matches!(line(&app).await.done, Done::Here(_, Delivery::Sent(_))).then_some(());
    eventually("the phone to hear of it", is_sent).await;
    assert!(matches!(app.undo_sign(record).await, Err(AppError::TooLate)));
}

#[tokio::test]
async fn undone_or_withdrawn_in_time_nothing_of_it_ever_leaves() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    let (undone, _) = sign(&app).await;
    // The clinic is reached meanwhile: another tick leaves, which waits for nothing.
    let other = app.to_do().await.unwrap().open.into_iter().find_map(|line| match line.whose {
        Whose::Clinic(key) if line.leads.is_none() && line.form.is_none() => Some(key),
        _ => None,
    });
    let answers = format!("QuestionnaireResponse?subject=Patient/{}", person.patient);
    let before = clinic.finds(&answers).await.len();
    app.tick(other.unwrap(), true).await.unwrap();
    let arrived = async || (clinic.finds(&answers).await.len() > before).then_some(());
    eventually("the other tick to arrive", arrived).await;
    assert_eq!(ticks(clinic, &person).await, [false; 0], "that of the paper can still be undone");
    app.undo_sign(undone).await.unwrap();
    assert!(line(&app).await.is_open());
    let (taken_back, _) = sign(&app).await;
    app.withdraw_consent(taken_back.clone()).await.unwrap();
    let (control, _) = sign(&app).await;
    becomes(&phone, &app, &control, IS_SENT).await;
    let found = there(clinic, &person).await;
    assert_eq!((found.len(), clinic.times_sent(&person, NAME).await), (1, 1), "the control alone");
    assert_eq!(standing(&app, &taken_back).await, Standing::TakenBack);
    assert_eq!(app.consents().await.unwrap().signed.len(), 2);
}

#[tokio::test]
async fn withdrawn_it_is_the_same_record_and_holds_no_more() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    let (record, text) = sign(&app).await;
    becomes(&phone, &app, &record, IS_SENT).await;
    let offline = clinic.fault(&person, "PUT", "^/Consent/", 0, Fault::Reset).await;
    app.withdraw_consent(record.clone()).await.unwrap();
    assert_eq!(standing(&app, &record).await, Standing::WithdrawalWaits, "not before the clinic took it");
    assert!(line(&app).await.is_open());
    clinic.mend(offline).await;
    // The answer to the withdrawal is lost, too.
    clinic.fault(&person, "PUT", "^/Consent/", 1, Fault::Cut).await;
    becomes(&phone, &app, &record, IS_WITHDRAWN).await;
    let found = there(clinic, &person).await;
    assert_eq!((found.len(), &found[0]["status"]), (1, &json!("inactive")));
    assert_eq!(said(&found[0]), text, "what was once agreed to can still be read");
    assert!(found[0]["provision"]["period"]["end"].is_string());
    eventually("the tick to be taken back", async || {
        app.sync_now();
        (ticks(clinic, &person).await == [false]).then_some(())
    })
    .await;
}

#[tokio::test]
async fn withdrawn_while_it_is_under_way_it_does_not_come_last() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    clinic.fault(&person, "PUT", "^/Consent/", 2, Fault::Delay(2000)).await;
    let (record, _) = sign(&app).await;
    let_it_go(&phone, &app);
    eventually("it to be under way", async || (clinic.times_sent(&person, NAME).await > 0).then_some(()))
        .await;
    app.withdraw_consent(record.clone()).await.unwrap();
    becomes(&phone, &app, &record, IS_WITHDRAWN).await;
    let requests = clinic.requests_of(&person).await;
    let first = requests.iter().find(|request| carries(request, NAME)).unwrap();
    assert_eq!(
        (&first["fault"], &first["served"]),
        (&json!("delay"), &json!(200)),
        "the control: late as it was, the signature came to the clinic"
    );
    let found = there(clinic, &person).await;
    assert_eq!((found.len(), &found[0]["status"]), (1, &json!("inactive")));
}

#[tokio::test]
async fn what_the_clinic_refuses_needs_attention_and_can_be_sent_again() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    let rule = clinic.fault(&person, "PUT", "^/Consent/", 0, Fault::Status(403)).await;
    let (record, _) = sign(&app).await;
    becomes(&phone, &app, &record, |standing| {
        *standing == Standing::Shared(Delivery::NeedsAttention(Refusal::NotAllowed))
    })
    .await;
    clinic.mend(rule).await;
    app.send_again(record.clone()).await.unwrap();
    becomes(&phone, &app, &record, IS_SENT).await;
    assert_eq!(there(clinic, &person).await.len(), 1);
}

#[tokio::test]
async fn a_sign_in_without_the_right_is_told_beforehand() {
    let (app, _phone) = with_narrower_rights("patient/Consent.crus ", "").await;
    assert_eq!(view(&app).await.door, Door::NotGranted);
}

/// Puts another text of the paper before this patient alone.
async fn changes_the_paper(clinic: &Clinic, person: &Person) {
    changes_protocol(clinic, person, |protocol| {
        protocol["template"]["version"] = json!(2);
        protocol["consents"][0]["version"] = json!("draft 2");
        protocol["consents"][0]["lead"] = json!("Read this instead.");
    })
    .await;
}

#[tokio::test]
async fn another_text_is_signed_by_itself_and_the_first_one_stays_what_it_was() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    let (first, text) = sign(&app).await;
    becomes(&phone, &app, &first, IS_SENT).await;
    changes_the_paper(clinic, &person).await;
    app.sync_now();
    eventually("the new text", async || {
        let now = app.consent(paper()).await.unwrap();
        matches!(now, Consent::Here(view) if view.ask == Ask::SignNewText).then_some(())
    })
    .await;
    assert!(line(&app).await.is_open());
    let old = app.signed_paper(first.clone()).await.unwrap().unwrap().line;
    assert!(old.newer && old.signature.text.reveal() == text);
    let (second, new_text) = sign(&app).await;
    assert_ne!(new_text, text);
    becomes(&phone, &app, &second, IS_SENT).await;
    let found = there(clinic, &person).await;
    assert_eq!(found.len(), 2);
    let of = |record: &Id| found.iter().find(|one| is_in(one, record.as_str())).unwrap();
    assert_eq!((said(of(&first)), said(of(&second))), (text, new_text));
    let policy = |record: &Id| of(record)["policy"][0]["uri"].as_str().unwrap().to_owned();
    assert!(policy(&first).ends_with("|1#treatment") && policy(&second).ends_with("|2#treatment"));

    app.withdraw_consent(second.clone()).await.unwrap();
    becomes(&phone, &app, &second, IS_WITHDRAWN).await;
    let still = async |record: &Id| app.signed_paper(record.clone()).await.unwrap().unwrap().line.still;
    assert_eq!(still(&second).await, Some(first.clone()), "the earlier one holds, and that is said");
    app.withdraw_consent(first.clone()).await.unwrap();
    assert_eq!((still(&second).await, still(&first).await), (None, None));
}

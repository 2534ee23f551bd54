//! A paper signed on one phone of a patient is signed on the other, once and to the letter; withdrawn on either it holds on
//! neither; and what the clinic says against it is told on both.

use crate::{
    consent::{IS_SENT, IS_WITHDRAWN, NAME, becomes, line, paper, said, sign, there, view},
    given::{looks_again, patient, sign_in, signed_in},
    support::{Clinic, Fault, Person, carries, eventually},
    world::Phone,
};
use cairn::{
    app::{Cairn, NewSignature, read::*},
    care::{
        Delivery, Id, Private,
        consent::{Signature, Word},
        journal::share::Standing,
    },
};
use chrono::DateTime;
use serde_json::{Value, json};

async fn signed(app: &Cairn) -> SignedView {
    match app.consent(paper()).await.unwrap() {
        Consent::Signed(view) => *view,
        other => panic!("{other:?}"),
    }
}

/// Where the only signature there is stands.
async fn only(app: &Cairn) -> SignedLine {
    let mut all = app.consents().await.unwrap().signed;
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

/// Signed on a phone and sent: who, the phone, and the record with its text.
async fn signed_on_one(clinic: &'static Clinic) -> (Person, Cairn, Phone, Id, String) {
    let (person, app, phone) = patient(clinic).await;
    let (record, text) = sign(&app).await;
    becomes(&phone, &app, &record, IS_SENT).await;
    (person, app, phone, record, text)
}

/// Waits until the only signature stands there: a look that was under way when the clinic wrote may have come too early.
async fn comes_to(app: &Cairn, what: &str, place: SignedWhere) {
    eventually(what, async || {
        app.sync_now();
        (only(app).await.place == place).then_some(())
    })
    .await;
}

/// The clinic changes its record of the only signature.
async fn changes(clinic: &Clinic, person: &Person, change: impl Fn(&mut Value)) {
    let mut record = there(clinic, person).await.remove(0);
    change(&mut record);
    clinic.writes(&record).await;
}

#[tokio::test]
async fn signed_on_one_phone_it_is_signed_on_the_other_and_nowhere_twice() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone, record, text) = signed_on_one(clinic).await;
    let first = only(&app).await.signature;
    let (other, _other_phone) = signed_in(clinic, &person).await;

    let seen = signed(&other).await.line;
    assert_eq!((seen.place, seen.undo_until), (SignedWhere::AtClinic, None));
    assert_eq!(seen.signature.at.timestamp_millis(), first.at.timestamp_millis());
    let same = Signature { at: first.at, ..seen.signature.clone() };
    assert_eq!(same, first, "name, date, version, clinic and the very text");
    assert_eq!((seen.signature.text.reveal(), seen.signature.name.reveal()), (text.as_str(), NAME));
    assert_eq!(line(&other).await.done, Done::AtClinic);
    let all = other.consents().await.unwrap();
    assert_eq!((all.papers.len(), all.unshown), (0, false), "it is not asked for again");
    // Pressed on a page that was opened before the signature had come.
    let late = NewSignature { document: paper(), text: Private::new(text), name: Private::new(NAME) };
    assert_eq!(other.sign(late).await.unwrap(), record);
    assert!(other.sync_details().await.unwrap().queue.iter().all(|one| one.kind != "Consent"));

    looks_again(&phone, &app).await;
    let own = only(&app).await;
    assert!(matches!(own.place, SignedWhere::Here(Standing::Shared(Delivery::Sent(_)))), "{own:?}");
    assert_eq!((own.signature, there(clinic, &person).await.len()), (first, 1));
}

#[tokio::test]
async fn signed_out_and_removed_it_comes_back_with_the_next_sign_in() {
    let clinic = Clinic::shared_sample();
    let (_, app, _phone, _, text) = signed_on_one(clinic).await;
    app.sign_out(true).await.unwrap();
    sign_in(&app, clinic).await.unwrap();
    eventually("it to come back", async || {
        matches!(app.consent(paper()).await, Ok(Consent::Signed(_))).then_some(())
    })
    .await;
    let back = signed(&app).await.line;
    assert_eq!((back.place, back.signature.text.reveal()), (SignedWhere::AtClinic, text.as_str()));
}

#[tokio::test]
async fn withdrawn_on_the_other_phone_it_holds_on_neither_and_can_be_signed_again_on_either() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone, record, text) = signed_on_one(clinic).await;
    let (other, other_phone) = signed_in(clinic, &person).await;
    let seen = json!([{"verified": true, "verificationDate": "2026-05-12T17:00:00Z"}]);
    changes(clinic, &person, |record| record["verification"] = seen.clone()).await;
    // Twice: the first may be a look that was under way already.
    looks_again(&other_phone, &other).await;
    looks_again(&other_phone, &other).await;
    // The answer to the withdrawal is lost.
    clinic.fault(&person, "PUT", "^/Consent/", 1, Fault::Cut).await;
    other.withdraw_consent(record.clone()).await.unwrap();
    becomes(&other_phone, &other, &record, IS_WITHDRAWN).await;
    assert!(line(&other).await.is_open());
    let found = there(clinic, &person).await;
    assert_eq!((found.len(), &found[0]["status"], said(&found[0])), (1, &json!("inactive"), text.clone()));
    assert_eq!(found[0]["verification"], seen, "what the clinic wrote into it stays");

    looks_again(&phone, &app).await;
    let told = only(&app).await;
    assert!(matches!(told.place, SignedWhere::Over(Word::Ended(Some(_)))), "{told:?}");
    assert_eq!(view(&app).await.ask, Ask::Sign);
    let (again, _) = sign(&app).await;
    becomes(&phone, &app, &again, IS_SENT).await;
    looks_again(&other_phone, &other).await;
    assert_eq!(signed(&other).await.line.signature.record, again);
    assert_eq!(other.consents().await.unwrap().signed.len(), 2, "the withdrawn one stays");
}

#[tokio::test]
async fn withdrawn_on_a_phone_that_did_not_sign_it_is_withdrawn_at_the_clinic_whatever_is_lost() {
    let clinic = Clinic::shared_sample();
    for trouble in [Fault::Reset, Fault::Status(503), Fault::Cut] {
        let (person, _app, _phone, record, _) = signed_on_one(clinic).await;
        let (other, other_phone) = signed_in(clinic, &person).await;
        clinic.fault(&person, "PUT", "^/Consent/", 1, trouble).await;
        other.withdraw_consent(record.clone()).await.unwrap();
        becomes(&other_phone, &other, &record, IS_WITHDRAWN).await;
        assert_eq!(there(clinic, &person).await[0]["status"], "inactive", "{trouble:?}: told, so it is so");
    }
}

#[tokio::test]
async fn what_the_clinic_says_against_it_is_told_on_both() {
    let clinic = Clinic::shared_sample();
    let (person, app, _phone, _, _) = signed_on_one(clinic).await;
    let (other, _other_phone) = signed_in(clinic, &person).await;
    let end = "2026-01-31T12:00:00+01:00";
    let ended = json!({"period": {"end": end}});
    let at = DateTime::parse_from_rfc3339(end).unwrap().to_utc();
    for (status, provision, word) in [
        ("entered-in-error", None, Word::Mistake),
        ("rejected", None, Word::NotAccepted),
        ("inactive", None, Word::Ended(None)),
        ("active", Some(&ended), Word::Ended(Some(at))),
    ] {
        changes(clinic, &person, |record| {
            record["status"] = json!(status);
            provision.inspect(|provision| record["provision"] = (*provision).clone());
        })
        .await;
        for app in [&app, &other] {
            comes_to(app, status, SignedWhere::Over(word)).await;
            assert_eq!((view(app).await.ask, line(app).await.is_open()), (Ask::Sign, true), "{status}");
        }
    }
    changes(clinic, &person, |record| drop(record.as_object_mut().unwrap().remove("provision"))).await;
    for app in [&app, &other] {
        eventually("the control: in force again", async || {
            app.sync_now();
            only(app).await.place.holds().then_some(())
        })
        .await;
    }
}

#[tokio::test]
async fn what_cannot_be_read_any_more_is_told_and_never_passed_over() {
    let clinic = Clinic::shared_sample();
    let (person, app, _phone, _, _) = signed_on_one(clinic).await;
    changes(clinic, &person, |record| record["status"] = json!("proposed")).await;
    comes_to(&app, "what cannot be read", SignedWhere::Unclear).await;
    assert!(!line(&app).await.is_open(), "nobody is asked to sign over it");
    let (other, _other_phone) = signed_in(clinic, &person).await;
    let all = other.consents().await.unwrap();
    assert_eq!((all.signed.len(), all.unshown), (0, true));
    assert!(view(&other).await.unshown, "said where it would be signed again");
}

#[tokio::test]
async fn a_server_that_hands_no_consents_out_holds_up_nothing() {
    let clinic = Clinic::shared_sample();
    let person = clinic.patient_like("sample").await;
    clinic.fault(&person, "GET", "^/Consent", 0, Fault::Status(403)).await;
    clinic.fault(&person, "POST", "^/$", 0, Fault::Status(403)).await;
    let (app, phone) = signed_in(clinic, &person).await;
    let asked_for = async || {
        let all = clinic.requests_of(&person).await;
        all.iter().filter(|one| one["method"] == json!("GET") && carries(one, "Consent")).count()
    };
    let before = asked_for().await;
    looks_again(&phone, &app).await;
    assert!(before > 0 && asked_for().await == before, "not asked again for a day");
    let (record, _) = sign(&app).await;
    becomes(&phone, &app, &record, IS_SENT).await;
    assert_eq!(app.sync_state().await.unwrap().trouble, None);
}

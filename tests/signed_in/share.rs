//! What is shared of the journal, with a real clinic: there once, to the letter, and gone when it is withdrawn, whatever was
//! lost on the way.

use crate::{
    given::{let_it_go, patient, phone, with_narrower_rights},
    support::{Clinic, Fault, Person, carries, eventually, is_in},
    world::Phone,
};
use cairn::{
    app::{AppError, Cairn, NewShare, read::Door},
    care::{
        Delivery, Id, Private, Refusal,
        journal::share::{Choice, Standing, text},
    },
};
use chrono::TimeDelta;
use serde_json::{Value, json};

pub(crate) const SHARED: &str = "The sandpiper was not afraid.";
const KEPT: &str = "The lapwing stays here.";

/// A page with a sentence to share and one to keep.
async fn page(app: &Cairn) -> Id {
    let page = app.begin_entry(None).await.unwrap();
    app.keep_draft(page.clone(), Private::new(format!("{SHARED} {KEPT}"))).await.unwrap();
    page
}

/// Shares the first sentence of a new page.
pub(crate) async fn share(app: &Cairn) -> Id {
    let page = page(app).await;
    let view = app.share_view(page.clone()).await.unwrap().unwrap();
    assert_eq!(view.with.door, Door::Open);
    let choice = Choice { parts: [0].into(), ..Choice::default() };
    let words = text(None, view.words.reveal(), &choice);
    app.share(NewShare { entry: page, words, whole: false, pieces: [].into() }).await.unwrap()
}

pub(crate) async fn there(clinic: &Clinic, person: &Person) -> Vec<Value> {
    clinic.finds(&format!("DocumentReference?patient={}", person.patient)).await
}

pub(crate) async fn standing(app: &Cairn, record: &Id) -> Standing {
    let all = app.shared(1).await.unwrap().lines;
    all.into_iter().find(|line| line.shared.record == *record).unwrap().standing
}

/// Lets the clock and the sync run until it stands so.
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

/// Makes the next `times` requests that bring words (0: all) fail, and not those that keep a place for them.
pub(crate) async fn fault_words(clinic: &Clinic, person: &Person, times: u32, fault: Fault) -> u64 {
    let rule = json!({
        "patient": person.patient, "method": "PUT", "path": "^/DocumentReference/", "sends": "\"current\"", "times": times,
    });
    clinic.fault_where(rule, fault).await
}

#[tokio::test]
async fn a_slice_arrives_once_and_the_rest_of_the_page_never_does() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    // The answer is lost after the server committed, about the place for the words and about the words.
    clinic.fault(&person, "PUT", "^/DocumentReference/", 2, Fault::Drop).await;
    let record = share(&app).await;
    assert_eq!(standing(&app, &record).await, Standing::Shared(Delivery::OnThisPhone));
    becomes(&phone, &app, &record, IS_SENT).await;

    let found = there(clinic, &person).await;
    assert_eq!(found.len(), 1);
    assert_eq!(
        (&found[0]["identifier"][0]["value"], &found[0]["status"]),
        (&json!(record), &json!("current"))
    );
    assert_eq!(found[0]["meta"]["versionId"], json!("2"), "the place, the words, and nothing after");
    assert!(is_in(&found[0], SHARED) && !is_in(&found[0], KEPT));
    assert_eq!(clinic.times_sent(&person, SHARED).await, 1);
    assert_eq!(clinic.times_sent(&person, KEPT).await, 0);
    let visit = found[0]["context"]["related"][0]["reference"].as_str().unwrap();
    assert!(clinic.has(visit).await.is_some(), "it names a visit the clinic has");
    let custodian = found[0]["custodian"]["reference"].as_str().unwrap();
    assert!(clinic.has(custodian).await.is_some());
}

#[tokio::test]
async fn undone_or_withdrawn_in_time_nothing_of_it_ever_leaves() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    let (undone, taken_back) = (share(&app).await, share(&app).await);
    app.undo_share(undone.clone()).await.unwrap();
    app.withdraw_share(taken_back.clone()).await.unwrap();
    let control = share(&app).await;
    becomes(&phone, &app, &control, IS_SENT).await;

    assert_eq!(there(clinic, &person).await.len(), 1, "the control alone");
    assert_eq!(clinic.times_sent(&person, SHARED).await, 1);
    assert_eq!(standing(&app, &taken_back).await, Standing::TakenBack);
    let list = app.shared(1).await.unwrap().lines;
    assert!(!list.iter().any(|line| line.shared.record == undone), "it never was");
    assert!(matches!(app.undo_share(control).await, Err(AppError::TooLate)));
}

#[tokio::test]
async fn withdrawn_it_is_the_same_record_there_without_the_words() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    let record = share(&app).await;
    becomes(&phone, &app, &record, IS_SENT).await;
    let offline = clinic.fault(&person, "PUT", "^/DocumentReference/", 0, Fault::Reset).await;
    app.withdraw_share(record.clone()).await.unwrap();
    assert_eq!(standing(&app, &record).await, Standing::WithdrawalWaits, "not before the clinic took it");
    clinic.mend(offline).await;
    // The answer to the withdrawal is lost, too.
    clinic.fault(&person, "PUT", "^/DocumentReference/", 1, Fault::Cut).await;
    becomes(&phone, &app, &record, IS_WITHDRAWN).await;

    let found = there(clinic, &person).await;
    assert_eq!(found.len(), 1);
    assert_eq!(
        (&found[0]["identifier"][0]["value"], &found[0]["status"]),
        (&json!(record), &json!("entered-in-error"))
    );
    assert!(!is_in(&found[0], SHARED));
    assert_eq!(clinic.times_sent(&person, SHARED).await, 1);
}

#[tokio::test]
async fn what_was_tried_and_then_withdrawn_is_not_sent_again() {
    let clinic = Clinic::shared_sample();
    // It never arrived; it arrived and its answer was lost.
    for (fault, words) in [(Fault::Reset, "never"), (Fault::Drop, "once")] {
        let (person, app, phone) = patient(clinic).await;
        let rule = fault_words(clinic, &person, 0, fault).await;
        let record = share(&app).await;
        let_it_go(&phone, &app);
        eventually("it to be tried", async || (clinic.times_sent(&person, SHARED).await > 0).then_some(()))
            .await;
        let look = clinic.fault(&person, "GET", "^/DocumentReference/", 0, Fault::Reset).await;
        app.withdraw_share(record.clone()).await.unwrap();
        let before = clinic.times_sent(&person, SHARED).await;
        clinic.mend(rule).await;
        clinic.mend(look).await;
        becomes(&phone, &app, &record, IS_WITHDRAWN).await;
        let found = there(clinic, &person).await;
        assert_eq!((found.len(), &found[0]["status"]), (1, &json!("entered-in-error")), "{words}");
        assert!(!is_in(&found[0], SHARED), "{words}");
        assert_eq!(clinic.times_sent(&person, SHARED).await, before, "{words}");
    }
}

#[tokio::test]
async fn withdrawn_while_it_is_under_way_it_does_not_come_last() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    fault_words(clinic, &person, 1, Fault::Delay(3000)).await;
    let record = share(&app).await;
    let_it_go(&phone, &app);
    eventually("it to be under way", async || (clinic.times_sent(&person, SHARED).await > 0).then_some(()))
        .await;
    app.withdraw_share(record.clone()).await.unwrap();
    becomes(&phone, &app, &record, IS_WITHDRAWN).await;
    let found = there(clinic, &person).await;
    assert_eq!((found.len(), &found[0]["status"]), (1, &json!("entered-in-error")));
    assert!(!is_in(&found[0], SHARED));
    let first =
        clinic.requests_of(&person).await.into_iter().find(|request| carries(request, SHARED)).unwrap();
    assert_eq!(first["served"], json!(200), "the control: the words were taken, late");
}

#[tokio::test]
async fn what_the_clinic_refused_is_gone_once_it_is_withdrawn() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    let rule = clinic.fault(&person, "PUT", "^/DocumentReference/", 0, Fault::Status(403)).await;
    let record = share(&app).await;
    becomes(&phone, &app, &record, |standing| {
        *standing == Standing::Shared(Delivery::NeedsAttention(Refusal::NotAllowed))
    })
    .await;
    app.withdraw_share(record.clone()).await.unwrap();
    assert_eq!(standing(&app, &record).await, Standing::TakenBack);
    clinic.mend(rule).await;
    app.send_again(record.clone()).await.unwrap();
    let control = share(&app).await;
    becomes(&phone, &app, &control, IS_SENT).await;
    assert_eq!(there(clinic, &person).await.len(), 1, "the control alone");
}

#[tokio::test]
async fn a_sign_in_without_the_right_is_told_beforehand() {
    let (app, _phone) = with_narrower_rights("patient/DocumentReference.crus ", "").await;
    let page = page(&app).await;
    let view = app.share_view(page).await.unwrap().unwrap();
    assert_eq!(view.with.door, Door::NotGranted);
}

#[tokio::test]
async fn a_page_that_is_deleted_leaves_what_was_shared_of_it_to_be_withdrawn() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    let record = share(&app).await;
    becomes(&phone, &app, &record, IS_SENT).await;
    let line = app.shared(1).await.unwrap().lines.remove(0);
    app.remove_entry(line.shared.entry.clone()).await.unwrap();
    let line = app.shared(1).await.unwrap().lines.remove(0);
    assert_eq!((line.page_is_here, line.shared.words), (false, None));
    assert!(is_in(&there(clinic, &person).await[0], SHARED), "deleting here is no withdrawal");
    app.withdraw_share(record.clone()).await.unwrap();
    becomes(&phone, &app, &record, IS_WITHDRAWN).await;
    assert!(!is_in(&there(clinic, &person).await[0], SHARED));
}

#[tokio::test]
async fn nothing_and_too_much_are_not_shared_and_practice_sends_nothing() {
    let phone = phone();
    let app = crate::world::practising(&phone).await;
    let page = page(&app).await;
    let new = |words: Option<String>| NewShare {
        entry: page.clone(),
        words: words.map(Private::new),
        whole: true,
        pieces: [].into(),
    };
    let large = "a".repeat(usize::try_from(cairn::care::journal::share::LARGEST).unwrap() + 1);
    for words in [None, Some(" \n".to_owned()), Some(large)] {
        assert!(matches!(app.share(new(words)).await, Err(AppError::NotShareable)));
    }
    let gone = NewShare { entry: Id::new("nowhere").unwrap(), ..new(Some(SHARED.into())) };
    assert!(matches!(app.share(gone).await, Err(AppError::NotShareable)));
    assert!(app.shared(1).await.unwrap().lines.is_empty());

    let record = app.share(new(Some(SHARED.into()))).await.unwrap();
    phone.clock.forward(TimeDelta::minutes(1));
    assert_eq!(standing(&app, &record).await, Standing::Shared(Delivery::StaysHere));
    app.withdraw_share(record.clone()).await.unwrap();
    assert_eq!(standing(&app, &record).await, Standing::TakenBack);
}

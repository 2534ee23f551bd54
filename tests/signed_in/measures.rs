//! What is changed or removed after it was sent, with a real clinic: the same record there, amended or in error, once.

use crate::{
    given::{let_it_go, patient},
    support::{Clinic, Fault, Person, eventually},
    world::Phone,
};
use cairn::{
    app::{Cairn, NewCheckIn, NewSideEffect},
    care::{Delivery, Feeling, Id, Listed, Private, Score, Severity, Sleep},
    fhir::{Reading, Resource, read},
};
use serde_json::{Value, json};

fn new(mood: u8) -> NewCheckIn {
    NewCheckIn::new(Score::new(mood).unwrap(), Score::new(5).unwrap())
}

/// What the clinic has of the patient's own making.
async fn there(clinic: &Clinic, person: &Person) -> Vec<Value> {
    let all = clinic.finds(&format!("Observation?patient={}", person.patient)).await;
    all.into_iter().filter(|one| one["identifier"][0]["system"].is_string()).collect()
}

async fn nothing_waits(phone: &Phone, app: &Cairn) {
    let_it_go(phone, app);
    eventually("everything to be sent", async || {
        // Also what was put off after a failure.
        app.sync_now();
        let counts = app.sync_state().await.unwrap().counts;
        (counts.waiting == 0 && counts.needs_attention == 0).then_some(())
    })
    .await;
}

async fn delivery(app: &Cairn, id: &Id) -> Delivery {
    app.one_check_in(id.clone()).await.unwrap().unwrap().delivery
}

#[tokio::test]
async fn a_change_is_the_same_record_amended_and_reads_back_whole() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    let saved = app.save_check_in(new(3)).await.unwrap();
    nothing_waits(&phone, &app).await;
    assert!(matches!(delivery(&app, &saved.id).await, Delivery::Sent(_)));

    let offline = clinic.fault(&person, "PUT", "Observation", 0, Fault::Reset).await;
    let changed = NewCheckIn {
        feelings: vec![Feeling::Listed(Listed::Hopeful), Feeling::Own(Private::new("like after rain"))],
        sleep: Sleep::new(395).ok(),
        at: Some(app.now() - chrono::TimeDelta::hours(30)),
        ..new(7)
    };
    app.change_check_in(saved.id.clone(), changed).await.unwrap();
    assert_eq!(delivery(&app, &saved.id).await, Delivery::OnThisPhone, "the newest form is not sent yet");
    clinic.mend(offline).await;
    nothing_waits(&phone, &app).await;

    let found = there(clinic, &person).await;
    assert_eq!(found.len(), 1, "the same record");
    assert_eq!((&found[0]["id"], &found[0]["status"]), (&json!(saved.id), &json!("amended")));
    assert!(found[0]["meta"]["versionId"].as_str().unwrap() != "1", "the first form is its history");
    let mut here = app.one_check_in(saved.id.clone()).await.unwrap().unwrap().check_in;
    let Reading::CheckIn(at_clinic) = read(&Resource::from_value(found[0].clone()).unwrap()).unwrap() else {
        panic!("a check-in")
    };
    // The phone keeps milliseconds, the wire what the clock said.
    let cut = |at: chrono::DateTime<chrono::Utc>| chrono::SubsecRound::trunc_subsecs(at, 3);
    here.changed = here.changed.map(cut);
    let at_clinic =
        cairn::care::CheckIn { at: cut(at_clinic.at), changed: at_clinic.changed.map(cut), ..at_clinic };
    assert_eq!(at_clinic, here);
}

#[tokio::test]
async fn only_the_last_word_leaves_of_what_was_changed_before_it_could() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    let before = clinic.requests_of(&person).await.len();
    let saved = app.save_check_in(new(3)).await.unwrap();
    let removed = app.save_check_in(new(1)).await.unwrap();
    app.change_check_in(saved.id.clone(), new(4)).await.unwrap();
    app.remove_check_in(removed.id.clone()).await.unwrap().unwrap();
    nothing_waits(&phone, &app).await;
    let found = there(clinic, &person).await;
    assert_eq!(found.len(), 1, "what was removed in time never left");
    assert_eq!(found[0]["component"][0]["valueInteger"], json!(4));
    let requests = clinic.requests_of(&person).await;
    let puts = requests[before..].iter().filter(|request| request["method"] == "PUT");
    assert_eq!(puts.count(), 1);
}

#[tokio::test]
async fn removed_after_it_was_sent_it_is_an_error_there_and_nothing_here() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    let saved = app.save_check_in(new(3)).await.unwrap();
    nothing_waits(&phone, &app).await;

    // Put back in time, the clinic never hears that it was gone.
    let removed = app.remove_check_in(saved.id.clone()).await.unwrap().unwrap();
    app.put_check_in_back(removed).await.unwrap();
    nothing_waits(&phone, &app).await;
    assert_eq!(there(clinic, &person).await[0]["status"], json!("final"));

    app.remove_check_in(saved.id.clone()).await.unwrap().unwrap();
    assert!(app.check_ins(None).await.unwrap().lines.is_empty());
    nothing_waits(&phone, &app).await;
    let found = there(clinic, &person).await;
    assert_eq!((found.len(), &found[0]["status"]), (1, &json!("entered-in-error")));
    assert!(app.check_ins(None).await.unwrap().lines.is_empty(), "and it does not come back");
}

#[tokio::test]
async fn a_side_effect_is_one_record_from_its_beginning_to_its_end() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    let noticed = NewSideEffect {
        effect: "urinary".into(),
        part: Some("frequency".into()),
        severity: Some(Severity::Strong),
        began: Some(app.now() - chrono::TimeDelta::hours(2)),
        note: Some(Private::new("every half hour")),
    };
    let id = app.log_side_effect(noticed).await.unwrap();
    nothing_waits(&phone, &app).await;
    let found = there(clinic, &person).await;
    assert_eq!((found.len(), &found[0]["status"]), (1, &json!("final")));
    assert_eq!(found[0]["effectivePeriod"].get("end"), None);

    // The answer is lost on the way: it is there once all the same.
    clinic.fault(&person, "PUT", "Observation", 1, Fault::Cut).await;
    app.end_side_effect(id.clone(), None).await.unwrap();
    nothing_waits(&phone, &app).await;
    let found = there(clinic, &person).await;
    assert_eq!((found.len(), &found[0]["status"]), (1, &json!("amended")));
    assert!(found[0]["effectivePeriod"]["end"].is_string());
    assert!(matches!(app.side_effects(1).await.unwrap().over[0].delivery, Delivery::Sent(_)));

    app.remove_side_effect(id).await.unwrap().unwrap();
    nothing_waits(&phone, &app).await;
    assert_eq!(there(clinic, &person).await[0]["status"], json!("entered-in-error"));
}

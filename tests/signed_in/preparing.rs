//! Preparing with a real clinic: what is ticked and read reaches it exactly once, and what it moves moves everything.

use crate::{
    given::{changes_protocol, patient},
    support::{Clinic, Fault, Person, eventually},
    world::Phone,
};
use cairn::{
    app::{Cairn, read::*},
    care::{Delivery, Id, preparation::Seen},
};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

async fn before_a_session(clinic: &'static Clinic) -> (Person, Cairn, Phone, Id) {
    let (person, app, phone) = patient(clinic).await;
    let visit = eventually("a session", async || {
        app.today().await.unwrap().next_visit.filter(|visit| visit.kind == cairn::care::VisitKind::Session)
    })
    .await;
    (person, app, phone, visit.id)
}

async fn page(app: &Cairn, visit: &Id) -> Preparation {
    app.preparation(visit.clone()).await.unwrap().unwrap()
}

async fn lines(app: &Cairn, visit: &Id) -> Vec<MedicineView> {
    match page(app, visit).await.medicines {
        Medicines::Known { lines, .. } => lines,
        Medicines::Unreadable => panic!("unreadable"),
    }
}

fn instants(page: &Preparation) -> Vec<DateTime<Utc>> {
    match &page.times {
        Times::Known { limits, .. } => limits.iter().map(|limit| limit.at).collect(),
        other => panic!("{other:?}"),
    }
}

/// What the clinic has of the patient's answers to one question.
async fn answers(clinic: &Clinic, person: &Person, about: &str) -> Vec<Value> {
    let all = clinic.finds(&format!("QuestionnaireResponse?subject=Patient/{}", person.patient)).await;
    let ours = |one: &Value| one["questionnaire"].as_str().is_some_and(|name| name.ends_with(about));
    all.into_iter().filter(ours).collect()
}

/// The answer to one item of a response, of whatever type.
fn said(response: &Value, item: &str) -> Value {
    let items = response["item"].as_array().unwrap();
    let found = items.iter().find(|one| one["linkId"] == item).unwrap();
    found["answer"][0].as_object().unwrap().values().next().unwrap().clone()
}

async fn nothing_waits(app: &Cairn) {
    eventually("everything to be sent", async || {
        app.sync_now();
        let counts = app.sync_state().await.unwrap().counts;
        (counts.waiting == 0 && counts.needs_attention == 0 && counts.sent > 0).then_some(())
    })
    .await;
}

#[tokio::test]
async fn a_tick_reaches_the_clinic_once_and_changes_there_when_it_is_taken_back() {
    let clinic = Clinic::shared_sample();
    let (person, app, _phone, _) = before_a_session(clinic).await;
    let first = app.to_do().await.unwrap().open.remove(0);
    let Whose::Clinic(key) = first.whose else { panic!("the clinic's") };

    let offline = clinic.fault(&person, "PUT", "QuestionnaireResponse", 0, Fault::Reset).await;
    app.tick(key.clone(), true).await.unwrap();
    let done = app.to_do().await.unwrap().done;
    assert!(done.iter().any(|line| matches!(line.done, Done::Here(_, Delivery::OnThisPhone))));
    clinic.mend(offline).await;
    nothing_waits(&app).await;
    let there = answers(clinic, &person, "plan-item").await;
    assert_eq!(there.len(), 1);
    assert_eq!(said(&there[0], "item"), json!(key.item));
    assert_eq!(said(&there[0], "done"), json!(true));
    let plan = format!("CarePlan/{}", key.plan.as_ref().unwrap());
    assert_eq!(there[0]["basedOn"][0]["reference"], json!(plan));

    app.tick(key.clone(), false).await.unwrap();
    nothing_waits(&app).await;
    let after = answers(clinic, &person, "plan-item").await;
    assert_eq!(after.len(), 1, "the same record");
    assert_eq!((&after[0]["id"], said(&after[0], "done")), (&there[0]["id"], json!(false)));
    assert!(app.to_do().await.unwrap().open.iter().any(|line| line.whose == Whose::Clinic(key.clone())));
}

#[tokio::test]
async fn an_answer_that_was_lost_makes_no_second_tick() {
    let clinic = Clinic::shared_sample();
    let (person, app, _phone, _) = before_a_session(clinic).await;
    let Whose::Clinic(key) = app.to_do().await.unwrap().open.remove(0).whose else { panic!() };
    clinic.fault(&person, "PUT", "QuestionnaireResponse", 1, Fault::Cut).await;
    app.tick(key, true).await.unwrap();
    nothing_waits(&app).await;
    assert_eq!(answers(clinic, &person, "plan-item").await.len(), 1);
}

#[tokio::test]
async fn what_was_read_reaches_the_clinic_in_its_very_version_and_a_change_is_read_again() {
    let clinic = Clinic::shared_sample();
    let (person, app, _phone, visit) = before_a_session(clinic).await;
    let line = lines(&app, &visit).await.remove(0);
    let version = line.shown.version.clone().expect("this server names versions");
    app.acknowledge_medicine(line.shown.clone()).await.unwrap();
    app.acknowledge_medicine(line.shown.clone()).await.unwrap();
    nothing_waits(&app).await;
    let there = answers(clinic, &person, "medicine-seen").await;
    assert_eq!(there.len(), 1, "pressed twice is read once");
    let reference = format!("MedicationRequest/{}/_history/{version}", line.shown.line);
    assert_eq!(said(&there[0], "line")["reference"], json!(reference));
    assert_eq!(said(&there[0], "shown"), json!(format!("sha256:{}", line.shown.digest)));

    let mut record = clinic.has(&format!("MedicationRequest/{}", line.shown.line)).await.unwrap();
    record["dosageInstruction"][0]["patientInstruction"] = json!("Take half of it.");
    clinic.writes(&record).await;
    app.sync_now();
    let changed = eventually("the change", async || {
        let newest = lines(&app, &visit).await.remove(0);
        (newest.seen == Seen::Changed).then_some(newest)
    })
    .await;
    assert_eq!(changed.line.words.as_ref().unwrap().reveal(), "Take half of it.");
    assert_eq!(app.today().await.unwrap().to_read, Some(ToRead::Changed));
    app.acknowledge_medicine(changed.shown).await.unwrap();
    nothing_waits(&app).await;
    let newest = lines(&app, &visit).await.remove(0);
    assert!(matches!((newest.seen, newest.delivery), (Seen::Yes(_), Some(Delivery::Sent(_)))));
    assert_eq!(answers(clinic, &person, "medicine-seen").await.len(), 2);

    // Active still, but the plan stands behind it no more: no instruction, and nobody forgets it in silence.
    let mut plan = clinic.finds(&format!("CarePlan?subject=Patient/{}", person.patient)).await.remove(0);
    let named = format!("MedicationRequest/{}", newest.shown.line);
    plan["supportingInfo"].as_array_mut().unwrap().retain(|one| one["reference"] != json!(named));
    clinic.writes(&plan).await;
    app.sync_now();
    eventually("it to be off the list", async || match page(&app, &visit).await.medicines {
        Medicines::Known { lines, taken_off, .. } => {
            let gone = lines.iter().all(|line| line.shown.line != newest.shown.line);
            (gone && taken_off == [newest.line.medicine.clone()]).then_some(())
        }
        Medicines::Unreadable => None,
    })
    .await;
}

/// When what the protocol counts from the session's end is due.
async fn tasks_around_the_session(app: &Cairn) -> Vec<DateTime<Utc>> {
    let open = app.to_do().await.unwrap().open;
    let counted = ["Capture words", "Choose one small step"];
    let ours = open.iter().filter(|line| counted.iter().any(|title| line.title.reveal().starts_with(title)));
    ours.map(|line| line.due.unwrap().last_instant(chrono_tz::UTC)).collect()
}

#[tokio::test]
async fn other_rules_for_the_same_visit_are_told_until_they_are_read() {
    let clinic = Clinic::shared_sample();
    let (person, app, _phone, visit) = before_a_session(clinic).await;
    let before = instants(&page(&app, &visit).await);
    app.show_times(visit.clone()).await.unwrap();
    assert_eq!(app.today().await.unwrap().other_times, None, "the control: nothing changed");

    changes_protocol(clinic, &person, |protocol| {
        let phases = protocol["phases"].as_array_mut().unwrap();
        let rules = phases.iter_mut().find(|one| one["id"] == "kap").unwrap()["instructions"].as_array_mut();
        let food = rules.unwrap().iter_mut().find(|one| one["id"] == "fast_solids").unwrap();
        food["hours_before_arrival"]["value"] = json!(7);
    })
    .await;
    app.sync_now();
    eventually("the other rules", async || match page(&app, &visit).await.times {
        Times::Known { limits, .. } => (limits.iter().map(|limit| limit.at).ne(before.clone())).then_some(()),
        // The plan is here, and the rules it follows now are on their way.
        _ => None,
    })
    .await;
    assert_eq!(app.today().await.unwrap().other_times, Some(visit.clone()));
    // To have them in sight is not to have read that they changed.
    app.show_times(visit.clone()).await.unwrap();
    assert_eq!(app.today().await.unwrap().other_times, Some(visit.clone()));
    app.read_times(visit).await.unwrap();
    assert_eq!(app.today().await.unwrap().other_times, None);
}

#[tokio::test]
async fn a_moved_session_moves_every_time_at_once_and_is_told_once() {
    let clinic = Clinic::shared_sample();
    let (_, app, _phone, visit) = before_a_session(clinic).await;
    let before = page(&app, &visit).await;
    app.show_times(visit.clone()).await.unwrap();
    let tasks_before = tasks_around_the_session(&app).await;
    assert_eq!(tasks_before.len(), 2, "the control: there are such things to do");
    let by = TimeDelta::minutes(75);
    clinic.desk_reschedules(visit.as_str(), 75).await;
    app.sync_now();
    let after = eventually("the move", async || {
        let now = page(&app, &visit).await;
        (now.visit.arrival != before.visit.arrival).then_some(now)
    })
    .await;
    let moved: Vec<_> = instants(&before).into_iter().map(|at| at + by).collect();
    assert_eq!(
        instants(&after),
        moved,
        "all of them, in the very look in which the visit is at its new time"
    );
    let due = tasks_around_the_session(&app).await;
    assert_eq!(due, tasks_before.iter().map(|due| *due + by).collect::<Vec<_>>(), "and what there is to do");
    let arrive = |page: &Preparation| page.visit.arrival.unwrap().arrive.unwrap();
    assert_eq!(arrive(&after), arrive(&before) + by);
    let today = app.today().await.unwrap();
    assert_eq!(today.notices.len(), 1);
    assert_eq!(today.other_times, None, "a visit that moved is told by its own notice alone");
    assert_eq!(today.food_moved, [today.notices[0].id.clone()]);
    assert_eq!(today.prepare, Some(after.times));
    app.dismiss_notice(today.notices[0].id.clone()).await.unwrap();
    app.sync_now();
    assert_eq!(app.today().await.unwrap().notices, []);
}

#[tokio::test]
async fn rules_that_cannot_be_read_leave_no_time_behind() {
    let clinic = Clinic::shared_sample();
    let (person, app, _phone, visit) = before_a_session(clinic).await;
    assert!(!instants(&page(&app, &visit).await).is_empty(), "the control: there were times");
    let plans = clinic.finds(&format!("CarePlan?subject=Patient/{}", person.patient)).await;
    clinic.desk_spoils(&format!("CarePlan/{}", plans[0]["id"].as_str().unwrap())).await;
    app.sync_now();
    eventually("the page to say so", async || {
        (page(&app, &visit).await.times == Times::Unreadable).then_some(())
    })
    .await;
    let now = page(&app, &visit).await;
    assert!(now.rules.is_empty() && now.clear.is_none());
    assert_eq!(now.medicines, Medicines::Unreadable);
    assert_eq!(app.today().await.unwrap().prepare, Some(Times::Unreadable));
}

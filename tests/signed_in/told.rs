//! When the clinic changes something, the patient is told, and never shown what no longer holds.

use crate::{
    given::patient,
    support::{Clinic, Fault, Person, eventually},
};
use cairn::{
    app::Cairn,
    care::{Happened, Id, Subject, today::Next},
};

pub async fn patient_with_a_plan(clinic: &'static Clinic) -> (Person, Cairn, crate::world::Phone) {
    let (person, app, phone) = patient(clinic).await;
    eventually("a visit", async || app.today().await.unwrap().next_visit).await;
    (person, app, phone)
}

async fn next_visit(app: &Cairn) -> String {
    app.today().await.unwrap().next_visit.unwrap().id.to_string()
}

async fn told(app: &Cairn, subject: Subject, is: impl Fn(&Happened) -> bool) {
    app.sync_now();
    eventually("the patient to be told", async || {
        let notices = app.today().await.unwrap().notices;
        notices.iter().any(|notice| notice.subject == subject && is(&notice.happened)).then_some(())
    })
    .await;
}

#[tokio::test]
async fn the_plan_of_a_real_clinic_is_shown_whole() {
    let (_, app, _phone) = patient_with_a_plan(Clinic::shared_sample()).await;
    let today = app.today().await.unwrap();
    let visit = today.next_visit.unwrap();
    let arrival = visit.arrival.unwrap();
    assert_eq!(arrival.start - arrival.arrive.unwrap(), chrono::TimeDelta::minutes(15));
    assert!(!visit.address.is_empty() && !visit.with.is_empty() && !visit.contacts.is_empty());
    assert!(!today.due.is_empty() && today.notices.is_empty());
    let state = app.sync_state().await.unwrap();
    assert!(
        state.clinic_name.is_some() && state.unread == 0,
        "{:?}",
        app.sync_details().await.unwrap().unread
    );
    let help = app.help().await;
    assert!(!help.practice && !help.emergency_signs.is_empty());
}

#[tokio::test]
async fn a_visit_that_cannot_be_read_is_told_and_not_shown_as_it_was() {
    let clinic = Clinic::shared_sample();
    let (_, app, _phone) = patient_with_a_plan(clinic).await;
    let visit = next_visit(&app).await;
    clinic.desk_spoils(&format!("Appointment/{visit}")).await;
    told(&app, Subject::Visit, |happened| *happened == Happened::Unreadable).await;
    let today = app.today().await.unwrap();
    assert_eq!(today.next, Next::CallClinic);
    assert!(today.next_visit.is_none_or(|next| next.id.as_str() != visit));
    assert!(app.journey().await.unwrap().incomplete);
    assert_eq!(app.sync_details().await.unwrap().unread[0].id.as_str(), visit);
    assert_eq!(app.sync_state().await.unwrap().unread, 1);
}

#[tokio::test]
async fn a_visit_taken_back_disappears_and_is_told() {
    let clinic = Clinic::shared_sample();
    let (_, app, _phone) = patient_with_a_plan(clinic).await;
    let visit = next_visit(&app).await;
    clinic.desk_withdraws(&format!("Appointment/{visit}")).await;
    told(&app, Subject::Visit, |happened| *happened == Happened::Withdrawn).await;
    let today = app.today().await.unwrap();
    assert!(today.next_visit.is_none_or(|next| next.id.as_str() != visit));
    let notice = today.notices[0].id.clone();
    app.dismiss_notice(notice).await.unwrap();
    assert!(app.today().await.unwrap().notices.is_empty(), "read is read");
}

#[tokio::test]
async fn a_visit_moved_is_told_with_both_times() {
    let clinic = Clinic::shared_sample();
    let (_, app, _phone) = patient_with_a_plan(clinic).await;
    let before = app.today().await.unwrap().next_visit.unwrap();
    clinic.desk_reschedules(before.id.as_str(), 45).await;
    let start = before.arrival.unwrap().start;
    let moved = Happened::Moved { from: start, to: start + chrono::TimeDelta::minutes(45) };
    told(&app, Subject::Visit, |happened| *happened == moved).await;
    assert_eq!(
        app.visit(before.id).await.unwrap().unwrap().arrival.unwrap().start,
        start + chrono::TimeDelta::minutes(45)
    );
}

#[tokio::test]
async fn a_change_the_clinic_does_not_hand_out_is_told_and_the_old_time_is_not_shown() {
    let clinic = Clinic::shared_sample();
    let (person, app, _phone) = patient_with_a_plan(clinic).await;
    let visit = next_visit(&app).await;
    let rule = clinic.fault(&person, "GET", "^/Appointment/", 0, Fault::Status(403)).await;
    clinic.desk_reschedules(&visit, 45).await;
    told(&app, Subject::Visit, |happened| *happened == Happened::Unreadable).await;
    let today = app.today().await.unwrap();
    assert_eq!(today.next, Next::CallClinic);
    assert!(today.next_visit.is_none_or(|next| next.id.as_str() != visit));
    clinic.mend(rule).await;
    told(&app, Subject::Visit, |happened| matches!(happened, Happened::Moved { .. })).await;
    let today = app.today().await.unwrap();
    assert_eq!((today.notices.len(), today.next_visit.unwrap().id.as_str()), (1, visit.as_str()));
}

#[tokio::test]
async fn what_is_told_and_the_card_name_the_same_time() {
    let clinic = Clinic::shared_sample();
    let (_, app, _phone) = patient_with_a_plan(clinic).await;
    let visit = next_visit(&app).await;
    let before = app.today().await.unwrap().next_visit.unwrap().arrival.unwrap().start;
    for (minutes, status) in [(45, "pending"), (30, "booked")] {
        clinic.desk_reschedules(&visit, minutes).await;
        let mut record = clinic.has(&format!("Appointment/{visit}")).await.unwrap();
        record["status"] = serde_json::json!(status);
        clinic.writes(&record).await;
        let to = record["start"].as_str().unwrap().parse().unwrap();
        let moved = Happened::Moved { from: before, to };
        told(&app, Subject::Visit, |happened| *happened == moved).await;
        let shown = app.visit(Id::new(visit.as_str()).unwrap()).await.unwrap().unwrap();
        assert_eq!((shown.arrival.unwrap().start, app.today().await.unwrap().notices.len()), (to, 1));
    }
}

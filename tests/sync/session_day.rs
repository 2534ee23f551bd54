//! What the clinic adds around a visit: fetched where it is handed out, done without where it is not.

use crate::given::Phone;
use crate::support::Fault;
use cairn::care::Delivery;
use cairn::sync::last_pull;
use chrono::TimeDelta;

#[tokio::test]
async fn measurements_come_down_and_the_patients_own_check_ins_do_not_come_back() {
    let phone = Phone::new().await;
    let record = phone.check_in(4);
    phone.clinic.desk_measures(&phone.person).await;
    assert_eq!(phone.sync().await.trouble, None);
    assert!(matches!(phone.delivery(&record), Delivery::Sent(_)));
    phone.later(TimeDelta::minutes(5));
    phone.check_in(5);
    assert_eq!(phone.sync().await.trouble, None);
    let held: Vec<_> = phone.holds("Observation").into_iter().map(|(id, _)| id).collect();
    let patient = &phone.person.patient;
    assert_eq!(held, [format!("bp-{patient}"), format!("pulse-{patient}")]);
}

#[tokio::test]
async fn a_clinic_that_denies_them_is_asked_once_and_all_else_comes() {
    let phone = Phone::new().await;
    phone.clinic.desk_measures(&phone.person).await;
    phone.clinic.fault(&phone.person, "POST", "^/$", 0, Fault::Status(403)).await;
    for kind in ["^/Encounter", "^/Observation"] {
        phone.clinic.fault(&phone.person, "GET", kind, 0, Fault::Status(403)).await;
    }
    let visit = phone.is_given_a_visit(1).await;
    assert_eq!(phone.sync().await.trouble, None);
    assert!(phone.room.store.read(last_pull).unwrap().is_some(), "nothing is missing");
    assert_eq!(phone.holds("Appointment")[0].0, visit);
    assert!(phone.holds("Observation").is_empty());
    let seen = phone.requests(0).await.len();
    assert_eq!(phone.sync().await.trouble, None);
    let again = phone.requests(seen).await;
    let asks = |kind: &str| again.iter().any(|one| one["path"].as_str().unwrap().starts_with(kind));
    assert!(asks("/Appointment") && !asks("/Encounter") && !asks("/Observation"), "it was found out once");
    let record = phone.check_in(3);
    assert_eq!(phone.sync().await.trouble, None);
    assert!(matches!(phone.delivery(&record), Delivery::Sent(_)), "writing is another matter");
}

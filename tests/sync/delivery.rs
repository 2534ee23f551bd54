//! What the patient made reaches the clinic exactly once, whatever happens on the way.

use crate::{
    given::{Phone, Trouble},
    support::Fault,
};
use cairn::{
    care::{Delivery, Refusal},
    clinic::ClinicError,
};
use chrono::TimeDelta;
use serde_json::{Value, json};
use std::time::Duration;

/// An observation the server's validation refuses.
fn malformed(patient: &str) -> Value {
    json!({
        "resourceType": "Observation", "id": cairn::platform::ids::new(), "status": "splendid",
        "code": {"text": "mood"}, "subject": {"reference": format!("Patient/{patient}")}
    })
}

fn is_write(request: &Value) -> bool {
    request["method"] == "PUT"
}

#[tokio::test]
async fn a_check_in_arrives_with_one_request_of_its_own() {
    let phone = Phone::new().await;
    let record = phone.check_in(7);
    assert_eq!(phone.delivery(&record), Delivery::OnThisPhone);
    let run = phone.sync().await;
    assert_eq!(run.trouble, None);
    assert_eq!(run.settled, std::slice::from_ref(&record));
    assert!(matches!(phone.delivery(&record), Delivery::Sent(_)));
    assert_eq!(phone.version(&record).await, 1);
    assert_eq!(phone.requests(0).await.iter().filter(|one| is_write(one)).count(), 1);
    assert!(phone.sync().await.settled.is_empty(), "what was sent is not sent again");
}

#[tokio::test]
async fn an_answer_lost_after_the_server_committed_makes_no_second_copy() {
    let phone = Phone::new().await;
    phone.clinic.fault(&phone.person, "PUT", "^/Observation/", 1, Fault::Drop).await;
    let record = phone.check_in(7);
    phone.sync().await;
    assert_eq!(phone.delivery(&record), Delivery::OnThisPhone, "nobody acknowledged it");
    assert_eq!(phone.version(&record).await, 1, "and yet it is there");
    assert_eq!(phone.sync().await.settled, std::slice::from_ref(&record));
    assert!(matches!(phone.delivery(&record), Delivery::Sent(_)));
    assert_eq!(phone.version(&record).await, 1, "not even a second version");
}

#[tokio::test]
async fn what_the_clinic_amended_since_is_not_overwritten_by_a_retry() {
    let phone = Phone::new().await;
    phone.clinic.fault(&phone.person, "PUT", "^/Observation/", 1, Fault::Drop).await;
    let record = phone.check_in(7);
    phone.sync().await;
    let path = format!("Observation/{record}");
    let mut amended = phone.clinic.has(&path).await.unwrap();
    amended["note"] = json!([{"text": "talked about it"}]);
    phone.clinic.writes(&amended).await;
    assert_eq!(phone.sync().await.settled, std::slice::from_ref(&record));
    assert!(matches!(phone.delivery(&record), Delivery::Sent(_)));
    let there = phone.clinic.has(&path).await.unwrap();
    assert_eq!(there["note"][0]["text"], "talked about it");

    // A later form of the same record is another thing: its own arrival is not taken for granted.
    phone.clinic.fault(&phone.person, "PUT", "^/Observation/", 1, Fault::Reset).await;
    let mut changed = amended;
    changed.as_object_mut().unwrap().remove("meta");
    changed["status"] = json!("entered-in-error");
    phone.queue(&changed, false);
    phone.sync().await;
    assert_eq!(phone.delivery(&record), Delivery::OnThisPhone);
    phone.sync().await;
    assert!(matches!(phone.delivery(&record), Delivery::Sent(_)));
    assert_eq!(phone.clinic.has(&path).await.unwrap()["status"], "entered-in-error");
}

#[tokio::test]
async fn no_fault_loses_or_doubles_anything() {
    for fault in [
        Fault::Status(500),
        Fault::Status(503),
        Fault::Status(401),
        Fault::Html,
        Fault::Cut,
        Fault::Reset,
        Fault::Drop,
    ] {
        let phone = Phone::new().await;
        let records: Vec<_> = (0..3).map(|mood| phone.check_in(mood)).collect();
        phone.clinic.fault(&phone.person, "PUT", "^/Observation/", 2, fault).await;
        for _ in 0..4 {
            phone.sync().await;
        }
        for record in &records {
            assert!(matches!(phone.delivery(record), Delivery::Sent(_)), "{fault:?}");
            assert_eq!(phone.version(record).await, 1, "{fault:?}");
        }
    }
}

#[tokio::test]
async fn a_page_in_place_of_an_answer_is_told_and_never_acknowledges() {
    let phone = Phone::new().await;
    phone.clinic.fault(&phone.person, "PUT", "", 0, Fault::Html).await;
    let record = phone.check_in(7);
    assert_eq!(phone.sync().await.trouble, Some(Trouble::Clinic(ClinicError::CaptivePortal)));
    assert_eq!(phone.delivery(&record), Delivery::OnThisPhone);
}

#[tokio::test]
async fn a_busy_server_is_left_alone_for_as_long_as_it_asks() {
    let phone = Phone::new().await;
    phone.clinic.fault(&phone.person, "PUT", "", 1, Fault::RetryAfter(429, 120)).await;
    let record = phone.check_in(7);
    let busy = ClinicError::Busy { retry_after: Some(Duration::from_mins(2)) };
    assert_eq!(phone.sync().await.trouble, Some(Trouble::Clinic(busy)));
    let seen = phone.requests(0).await.len();
    phone.later(TimeDelta::seconds(60));
    // Not even when the patient asks, and not after a restart either.
    assert_eq!(phone.sync().await.trouble, Some(Trouble::Patience));
    assert_eq!(phone.requests(seen).await.len(), 0);
    phone.later(TimeDelta::seconds(61));
    assert_eq!(phone.sync().await.settled, [record]);
}

#[tokio::test]
async fn one_that_is_refused_is_set_aside_and_blocks_nobody() {
    let phone = Phone::new().await;
    let before = phone.check_in(1);
    let bad = phone.queue(&malformed(&phone.person.patient), false);
    let after = phone.check_in(2);
    let run = phone.sync().await;
    assert_eq!((run.trouble, run.settled.len()), (None, 3));
    for good in [&before, &after] {
        assert!(matches!(phone.delivery(good), Delivery::Sent(_)));
    }
    assert_eq!(phone.delivery(&bad), Delivery::NeedsAttention(Refusal::NotUnderstood));
    // It stays aside.
    assert!(phone.sync().await.settled.is_empty());
}

#[tokio::test]
async fn what_belongs_to_another_patient_is_refused_by_the_server_and_set_aside() {
    let (phone, other) = (Phone::new().await, Phone::new().await);
    let mut theirs = malformed(&other.person.patient);
    theirs["status"] = json!("final");
    let record = phone.queue(&theirs, false);
    phone.sync().await;
    assert_eq!(phone.delivery(&record), Delivery::NeedsAttention(Refusal::NotAllowed));
    assert_eq!(phone.version(&record).await, 0);
}

#[tokio::test]
async fn changes_of_one_record_arrive_in_order_and_the_urgent_goes_first() {
    let phone = Phone::new().await;
    let mut record = malformed(&phone.person.patient);
    record["status"] = json!("final");
    let changed = phone.queue(&record, false);
    record["status"] = json!("entered-in-error");
    phone.queue(&record, false);
    record["id"] = json!(cairn::platform::ids::new());
    record["status"] = json!("final");
    let urgent = phone.queue(&record, true);
    let run = phone.sync().await;
    assert_eq!((run.trouble, run.settled.len()), (None, 3));
    let requests = phone.requests(0).await;
    let writes: Vec<_> =
        requests.iter().filter(|one| is_write(one)).map(|one| one["path"].as_str().unwrap()).collect();
    assert!(writes[0].ends_with(urgent.as_str()), "{writes:?}");
    assert_eq!(phone.version(&changed).await, 2);
    let there = phone.clinic.has(&format!("Observation/{changed}")).await.unwrap();
    assert_eq!(there["status"], "entered-in-error");
}

#[tokio::test]
async fn what_can_still_be_undone_is_not_sent() {
    let phone = Phone::new().await;
    let record = phone.check_in(7);
    phone.later(TimeDelta::seconds(-30));
    assert!(phone.sync().await.settled.is_empty());
    assert_eq!(phone.requests(0).await.iter().filter(|one| is_write(one)).count(), 0);
    phone.later(TimeDelta::seconds(30));
    assert_eq!(phone.sync().await.settled, [record]);
}

#[tokio::test]
async fn two_hundred_arrive_each_once() {
    let phone = Phone::new().await;
    for mood in 0..200 {
        phone.check_in(mood % 11);
    }
    let run = phone.sync().await;
    assert_eq!((run.trouble, run.settled.len()), (None, 200));
    let there = phone.clinic.finds(&format!("Observation?patient=Patient/{}", phone.person.patient)).await;
    assert_eq!(there.len(), 200);
    assert!(there.iter().all(|one| one["meta"]["versionId"] == "1"));
}

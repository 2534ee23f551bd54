//! A visit the patient cancelled and the clinic puts back: it stands again, and the patient is told.

use super::times;
use crate::{given::Phone, support::Fault};
use cairn::care::{Delivery, Happened, Id, Subject};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;

/// A visit that the patient cancels.
async fn given() -> (Phone, Id) {
    let phone = Phone::new().await;
    let time = times(phone.clinic, &[3]).await.1.remove(0);
    let visit = phone.has_booked(&time).await;
    phone.cancels(&visit, time.start);
    (phone, visit)
}

/// The desk sets a visit that was cancelled back to booked, so many minutes later; answers when it is now.
async fn put_back(phone: &Phone, visit: &Id, minutes: i64) -> DateTime<Utc> {
    let mut there = phone.clinic.has(&format!("Appointment/{visit}")).await.unwrap();
    there["status"] = json!("booked");
    there.as_object_mut().unwrap().remove("cancelationReason");
    let mut now = None;
    for name in ["start", "end"] {
        let before: DateTime<Utc> = there[name].as_str().unwrap().parse().unwrap();
        let after = before + TimeDelta::minutes(minutes);
        there[name] = json!(after.to_rfc3339());
        now = now.or(Some(after));
    }
    phone.clinic.writes(&there).await;
    now.unwrap()
}

#[tokio::test]
async fn a_cancelled_visit_the_clinic_puts_back_is_told_with_its_time() {
    for minutes in [0, 60] {
        let (phone, visit) = given().await;
        phone.sync().await;
        phone.sync().await;
        assert_eq!((phone.status_there(&visit).await.as_str(), phone.hears()), ("cancelled", Vec::new()));
        let at = put_back(&phone, &visit, minutes).await;
        phone.sync().await;
        let told = [(Subject::Visit, Happened::StandsAgain { at })];
        assert_eq!(phone.hears(), told);
        phone.sync().await;
        assert_eq!(phone.hears(), told, "once");

        phone.cancels(&visit, at);
        phone.sync().await;
        phone.sync().await;
        assert_eq!(phone.status_there(&visit).await, "cancelled", "and it can be cancelled again");
        assert_eq!(phone.hears(), [], "nothing says any more that it is on");
    }
}

#[tokio::test]
async fn a_visit_put_back_before_the_phone_saw_it_off_is_told_as_well() {
    let (phone, visit) = given().await;
    let batch = phone.clinic.fault(&phone.person, "POST", "^/$", 0, Fault::Status(503)).await;
    let search = phone.clinic.fault(&phone.person, "GET", "^/Appointment[?]", 0, Fault::Status(503)).await;
    phone.sync().await;
    assert!(matches!(phone.delivery(&visit), Delivery::Sent(_)));
    assert_eq!(phone.room.store.read(|r| r.cancellation(&visit)).unwrap().unwrap().done, None);
    let at = put_back(&phone, &visit, 0).await;
    for rule in [batch, search] {
        phone.clinic.mend(rule).await;
    }
    phone.sync().await;
    assert_eq!(phone.hears(), [(Subject::Visit, Happened::StandsAgain { at })]);
    assert_eq!(phone.room.store.read(|r| r.cancellation(&visit)).unwrap().unwrap().done, Some(true));
}

//! What the clinic takes back disappears and is told; what only seems to be gone stays.

use crate::{
    fetching::{new_id, visit},
    given::Phone,
    support::Fault,
};
use cairn::care::{Happened, Subject};
use serde_json::json;

#[tokio::test]
async fn a_visit_that_was_deleted_goes_and_is_told() {
    let phone = Phone::new().await;
    let (gone, stays) = (phone.is_given_a_visit(1).await, phone.is_given_a_visit(2).await);
    phone.sync().await;
    phone.clinic.desk_withdraws(&format!("Appointment/{gone}")).await;
    assert_eq!(phone.sync().await.trouble, None);
    assert_eq!(phone.holds("Appointment"), [(stays, None)]);
    let notices = phone.notices();
    assert_eq!(notices.len(), 1);
    assert_eq!((notices[0].subject, notices[0].happened), (Subject::Visit, Happened::Withdrawn));
    assert_eq!(notices[0].about.as_str(), gone);
}

#[tokio::test]
async fn cancelled_and_moved_visits_are_told() {
    let phone = Phone::new().await;
    let (cancelled, moved) = (phone.is_given_a_visit(1).await, phone.is_given_a_visit(2).await);
    phone.sync().await;
    phone.clinic.desk_cancels(&cancelled).await;
    phone.clinic.desk_reschedules(&moved, 90).await;
    assert_eq!(phone.sync().await.trouble, None);
    let told: Vec<_> = phone.notices().into_iter().map(|one| (one.about.to_string(), one.happened)).collect();
    let (from, to) = ("2031-05-02T09:00:00Z".parse().unwrap(), "2031-05-02T10:30:00Z".parse().unwrap());
    assert_eq!(told.len(), 2);
    assert!(told.contains(&(cancelled, Happened::Withdrawn)));
    assert!(told.contains(&(moved, Happened::Moved { from, to })));
    assert_eq!(phone.holds("Appointment").len(), 2, "a cancelled visit is kept as cancelled");
}

#[tokio::test]
async fn a_visit_given_to_another_patient_is_not_ours_any_more() {
    let (phone, other) = (Phone::new().await, Phone::new().await);
    let id = phone.is_given_a_visit(1).await;
    phone.sync().await;
    phone.clinic.writes(&visit(&id, &other.person.patient, 1)).await;
    assert_eq!(phone.sync().await.trouble, None);
    assert!(phone.holds("Appointment").is_empty());
    assert_eq!(phone.notices()[0].happened, Happened::Withdrawn);
}

#[tokio::test]
async fn a_plan_and_a_medicine_that_are_gone_are_told() {
    let phone = Phone::new().await;
    let (plan, medicine) = (new_id(), new_id());
    let subject = json!({"reference": format!("Patient/{}", phone.person.patient)});
    phone
        .clinic
        .writes(&json!({"resourceType": "CarePlan", "id": plan, "status": "active", "intent": "plan",
            "subject": subject}))
        .await;
    phone
        .clinic
        .writes(&json!({"resourceType": "MedicationRequest", "id": medicine, "status": "active",
            "intent": "order", "medicationCodeableConcept": {"text": "a made-up medicine"}, "subject": subject}))
        .await;
    phone.sync().await;
    assert_eq!((phone.holds("CarePlan").len(), phone.holds("MedicationRequest").len()), (1, 1));
    phone.clinic.desk_withdraws(&format!("CarePlan/{plan}")).await;
    phone.clinic.desk_withdraws(&format!("MedicationRequest/{medicine}")).await;
    assert_eq!(phone.sync().await.trouble, None);
    let told: Vec<_> = phone.notices().into_iter().map(|one| (one.subject, one.happened)).collect();
    assert_eq!(told.len(), 2);
    for subject in [Subject::Plan, Subject::Medicine] {
        assert!(told.contains(&(subject, Happened::Withdrawn)), "{subject:?}");
    }
}

#[tokio::test]
async fn no_faulty_answer_is_taken_for_a_withdrawal() {
    let phone = Phone::new().await;
    let id = phone.is_given_a_visit(1).await;
    // One by one, so that each fault meets the list of visits alone.
    phone.clinic.fault(&phone.person, "POST", "^/$", 0, Fault::Status(403)).await;
    phone.sync().await;
    for fault in [
        Fault::Status(500),
        Fault::Status(403),
        Fault::Html,
        Fault::Cut,
        // A list that lies: empty, although the visit is there.
        Fault::Alter(r#""entry":\[.*\]"#, r#""entry":[]"#),
        Fault::Alter(r#""entry":\[.*\]"#, r#""nothing":[]"#),
        Fault::Alter("searchset", "collection"),
    ] {
        let rule = phone.clinic.fault(&phone.person, "GET", r"^/Appointment\?", 0, fault).await;
        phone.sync().await;
        phone.clinic.mend(rule).await;
        assert_eq!(phone.holds("Appointment"), [(id.clone(), None)], "{fault:?}");
        assert!(phone.notices().is_empty(), "{fault:?}");
    }
    assert_eq!(phone.sync().await.trouble, None);
}

#[tokio::test]
async fn an_empty_batch_is_taken_for_nothing() {
    let phone = Phone::new().await;
    let id = phone.is_given_a_visit(1).await;
    phone.sync().await;
    for (find, replace) in [(r#""entry":\[.*\]"#, r#""entry":[]"#), ("batch-response", "searchset")] {
        phone.clinic.fault(&phone.person, "POST", "^/$", 1, Fault::Alter(find, replace)).await;
        assert_eq!(phone.sync().await.trouble, None, "it asks one by one instead");
        assert_eq!(phone.holds("Appointment"), [(id.clone(), None)]);
        assert!(phone.notices().is_empty());
    }
}

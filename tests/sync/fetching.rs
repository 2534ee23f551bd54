//! What the clinic writes reaches the phone, in few requests, and one bad record holds up no other.

use crate::{
    given::{Phone, Trouble},
    support::Fault,
};
use cairn::{
    care::{Happened, Subject},
    clinic::ClinicError,
    sync::last_pull,
};
use serde_json::{Value, json};

pub fn visit(id: &str, patient: &str, day: u32) -> Value {
    json!({
        "resourceType": "Appointment", "id": id, "status": "booked",
        "start": format!("2031-05-{day:02}T09:00:00Z"), "end": format!("2031-05-{day:02}T10:00:00Z"),
        "participant": [{"actor": {"reference": format!("Patient/{patient}")}, "status": "accepted"}]
    })
}

pub fn new_id() -> String {
    cairn::platform::ids::new().to_string()
}

impl Phone {
    /// The clinic gives this patient a visit on that day of May 2031.
    pub async fn is_given_a_visit(&self, day: u32) -> String {
        let id = new_id();
        self.clinic.writes(&visit(&id, &self.person.patient, day)).await;
        id
    }
}

#[tokio::test]
async fn everything_that_is_named_comes_along() {
    let phone = Phone::new().await;
    let (clinic, patient) = (phone.clinic, &phone.person.patient);
    let [organization, location, practitioner, role, team, plan, appointment] =
        std::array::from_fn(|_| new_id());
    clinic
        .writes(&json!({"resourceType": "Organization", "id": organization, "name": "Practice clinic"}))
        .await;
    clinic
        .writes(&json!({"resourceType": "Location", "id": location, "name": "The house",
            "managingOrganization": {"reference": format!("Organization/{organization}")}}))
        .await;
    clinic
        .writes(
            &json!({"resourceType": "Practitioner", "id": practitioner, "name": [{"text": "Dr. Sample"}]}),
        )
        .await;
    clinic
        .writes(&json!({"resourceType": "PractitionerRole", "id": role,
            "practitioner": {"reference": format!("Practitioner/{practitioner}")}}))
        .await;
    clinic
        .writes(&json!({"resourceType": "CareTeam", "id": team, "status": "active",
            "subject": {"reference": format!("Patient/{patient}")},
            "participant": [{"member": {"reference": format!("PractitionerRole/{role}")}}]}))
        .await;
    clinic
        .writes(&json!({"resourceType": "CarePlan", "id": plan, "status": "active", "intent": "plan",
            "subject": {"reference": format!("Patient/{patient}")},
            "careTeam": [{"reference": format!("CareTeam/{team}")}]}))
        .await;
    let mut visit = visit(&appointment, patient, 1);
    visit["participant"]
        .as_array_mut()
        .unwrap()
        .push(json!({"actor": {"reference": format!("Location/{location}")}, "status": "accepted"}));
    clinic.writes(&visit).await;

    let run = phone.sync().await;
    assert_eq!(run.trouble, None);
    for (kind, id) in [
        ("Patient", patient.clone()),
        ("Organization", organization),
        ("Location", location.clone()),
        ("Practitioner", practitioner),
        ("PractitionerRole", role),
        ("CareTeam", team),
        ("CarePlan", plan),
        ("Appointment", appointment.clone()),
    ] {
        assert_eq!(phone.holds(kind), [(id, None)], "{kind}");
    }
    assert!(phone.room.store.read(last_pull).unwrap().is_some());

    // Nothing changed: one request, and a small one.
    let seen = phone.requests(0).await.len();
    let run = phone.sync().await;
    assert_eq!((run.trouble, run.arrived), (None, 0));
    let requests = phone.requests(seen).await;
    assert_eq!(requests.len(), 1, "{requests:?}");
    assert!(requests[0]["answerBytes"].as_u64().unwrap() < 8_000, "{}", requests[0]["answerBytes"]);

    // One thing changed: one more request.
    clinic.writes(&json!({"resourceType": "Location", "id": location, "name": "The new house"})).await;
    let run = phone.sync().await;
    assert_eq!((run.trouble, run.arrived > 0), (None, true));
    assert_eq!(phone.requests(seen).await.len(), 3);
    assert!(
        phone.room.store.read(|reader| reader.mirrored("Location")).unwrap()[0]
            .body
            .contains("The new house")
    );

    // Nothing names the place and its clinic any more.
    clinic.desk_cancels(&appointment).await;
    clinic.desk_withdraws(&format!("Appointment/{appointment}")).await;
    assert_eq!(phone.sync().await.trouble, None);
    assert!(phone.holds("Location").is_empty());
}

#[tokio::test]
async fn a_visit_nobody_can_read_is_told_kept_and_holds_up_nothing() {
    let phone = Phone::new().await;
    let bad = phone.is_given_a_visit(1).await;
    assert_eq!(phone.sync().await.trouble, None);
    assert!(phone.notices().is_empty());

    phone.clinic.desk_spoils(&format!("Appointment/{bad}")).await;
    let good = phone.is_given_a_visit(2).await;
    assert_eq!(phone.sync().await.trouble, None);
    let held = phone.holds("Appointment");
    assert_eq!(held.iter().find(|(id, _)| *id == good), Some(&(good, None)));
    let (_, why) = held.iter().find(|(id, _)| *id == bad).unwrap();
    assert!(why.as_ref().unwrap().contains("modifier"), "{why:?}");
    let notices = phone.notices();
    assert_eq!(notices.len(), 1);
    assert_eq!((notices[0].subject, notices[0].happened), (Subject::Visit, Happened::Unreadable));
    assert_eq!(notices[0].about.as_str(), bad);

    // The clinic mends it: the notice goes by itself.
    phone.clinic.writes(&visit(&bad, &phone.person.patient, 1)).await;
    assert_eq!(phone.sync().await.trouble, None);
    assert!(phone.notices().is_empty());
    assert!(phone.holds("Appointment").iter().all(|(_, problem)| problem.is_none()));
}

#[tokio::test]
async fn a_first_pull_that_breaks_off_goes_on_where_it_was() {
    let mut phone = Phone::new().await;
    phone.room.page = 2;
    for day in 1..=5 {
        phone.is_given_a_visit(day).await;
    }
    phone.clinic.fault(&phone.person, "GET", "_cursor|page", 1, Fault::Reset).await;
    phone.sync().await;
    assert_eq!(phone.holds("Appointment").len(), 2, "the first page is kept");
    let seen = phone.requests(0).await.len();
    assert_eq!(phone.sync().await.trouble, None);
    assert_eq!(phone.holds("Appointment").len(), 5);
    let pages = phone.requests(seen).await;
    let pages = pages.iter().filter(|request| request["path"].as_str().unwrap().contains("_cursor")).count();
    assert_eq!(pages, 2, "the third visit to the fifth, and no page twice");
}

#[tokio::test]
async fn a_server_that_refuses_batches_is_asked_one_by_one_from_then_on() {
    let phone = Phone::new().await;
    phone.is_given_a_visit(1).await;
    phone.clinic.fault(&phone.person, "POST", "^/$", 0, Fault::Status(403)).await;
    assert_eq!(phone.sync().await.trouble, None);
    assert_eq!(phone.holds("Appointment").len(), 1);
    let seen = phone.requests(0).await.len();
    assert_eq!(phone.sync().await.trouble, None);
    let requests = phone.requests(seen).await;
    assert!(requests.iter().all(|request| request["method"] == "GET"), "it was found out once");
    assert_eq!(requests.len(), 10, "one for the patient and one for each type");
}

#[tokio::test]
async fn a_type_in_trouble_does_not_hold_up_the_others() {
    let phone = Phone::new().await;
    phone.clinic.fault(&phone.person, "POST", "^/$", 0, Fault::Status(403)).await;
    let visit = phone.is_given_a_visit(1).await;
    phone.clinic.fault(&phone.person, "GET", "^/CarePlan", 1, Fault::Alter("searchset", "surprise")).await;
    assert_eq!(phone.sync().await.trouble, Some(Trouble::Clinic(ClinicError::NotUnderstood("page"))));
    assert_eq!(phone.holds("Appointment"), [(visit, None)]);
    assert!(phone.room.store.read(last_pull).unwrap().is_none());
    assert_eq!(phone.sync().await.trouble, None);
    assert!(phone.room.store.read(last_pull).unwrap().is_some());
}

#[tokio::test]
async fn a_record_whose_version_cannot_be_read_is_told_and_comes_right_by_itself() {
    let phone = Phone::new().await;
    let id = phone.is_given_a_visit(1).await;
    assert_eq!(phone.sync().await.trouble, None);
    let spoilt = Fault::Alter(r#""lastUpdated":"[^"]*""#, r#""lastUpdated":"soon""#);
    let rule = phone.clinic.fault(&phone.person, "GET", "^/Appointment", 0, spoilt).await;
    let batch = phone.clinic.fault(&phone.person, "POST", "^/$", 1, Fault::Status(500)).await;
    assert_eq!(phone.sync().await.trouble, None);
    assert_eq!(phone.notices().len(), 1);
    assert_eq!(
        (phone.notices()[0].about.as_str(), phone.notices()[0].happened),
        (id.as_str(), Happened::Unreadable)
    );
    phone.clinic.mend(rule).await;
    phone.clinic.mend(batch).await;
    assert_eq!(phone.sync().await.trouble, None);
    assert!(phone.notices().is_empty());
}

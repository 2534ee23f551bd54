//! The same on a server of poor manners: no compartments, no next links, 200 for new, no word on what is gone.

use crate::{
    fetching::{new_id, visit},
    given::Phone,
    support::{Clinic, Fault, Server},
};
use cairn::care::{Delivery, Happened, Id};
use serde_json::{Value, json};
use std::sync::OnceLock;

/// Ids made on a phone are UUIDs of version 7, the server's are of version 4.
const OUR_IDS: &str = "^/Observation/[^-]+-[^-]+-7";

async fn phone() -> Phone {
    static POOR: OnceLock<Clinic> = OnceLock::new();
    let clinic = POOR.get_or_init(|| Clinic::open(Server::Medplum, &[]));
    Phone::of(clinic, clinic.new_patient().await).await
}

#[tokio::test]
async fn check_ins_arrive_and_visits_come_go_and_move() {
    let mut phone = phone().await;
    phone.room.page = 2;
    let record = phone.check_in(7);
    let visits: Vec<_> = (1..=5).map(|day| (new_id(), day)).collect();
    for (id, day) in &visits {
        phone.clinic.writes(&visit(id, &phone.person.patient, *day)).await;
    }
    let run = phone.sync().await;
    assert_eq!((run.trouble, run.settled), (None, vec![record.clone()]));
    assert!(phone.clinic.has(&format!("Observation/{record}")).await.is_some());
    assert_eq!(phone.holds("Appointment").len(), 5, "page after page, without next links");

    phone.clinic.desk_withdraws(&format!("Appointment/{}", visits[0].0)).await;
    phone.clinic.desk_reschedules(&visits[1].0, 60).await;
    assert_eq!(phone.sync().await.trouble, None);
    assert_eq!(phone.holds("Appointment").len(), 4);
    let told: Vec<_> = phone.notices().into_iter().map(|one| (one.about.to_string(), one.happened)).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told.contains(&(visits[0].0.clone(), Happened::Withdrawn)));
    assert!(told.iter().any(|(id, what)| *id == visits[1].0 && matches!(what, Happened::Moved { .. })));

    let run = phone.sync().await;
    assert_eq!((run.trouble, run.arrived, run.settled.len()), (None, 0, 0));
}

/// The records at the clinic that carry this identifier of ours.
async fn copies(phone: &Phone, record: &Id) -> Vec<Value> {
    let mut there =
        phone.clinic.finds(&format!("Observation?patient=Patient/{}", phone.person.patient)).await;
    there.retain(|one| one["identifier"][0]["value"] == record.as_str());
    there
}

#[tokio::test]
async fn a_server_that_refuses_our_ids_gets_each_record_once_all_the_same() {
    let phone = phone().await;
    phone.clinic.fault(&phone.person, "PUT", OUR_IDS, 0, Fault::Status(400)).await;
    let records: Vec<_> = (0..3).map(|mood| phone.check_in(mood)).collect();
    // The first to be taken, and then one whose answer is lost.
    assert_eq!(phone.sync().await.trouble, None);
    phone.clinic.fault(&phone.person, "POST", "^/Observation", 1, Fault::Drop).await;
    let lost = phone.check_in(9);
    phone.sync().await;
    assert_eq!(phone.delivery(&lost), Delivery::OnThisPhone);
    phone.sync().await;
    for record in records.iter().chain([&lost]) {
        assert!(matches!(phone.delivery(record), Delivery::Sent(_)));
        let there = copies(&phone, record).await;
        assert_eq!(there.len(), 1, "{record}");
        assert_ne!(there[0]["id"], record.as_str(), "the server chose the id");
    }
    let puts = phone.requests(0).await.iter().filter(|one| one["method"] == "PUT").count();
    assert!(puts <= 3, "it was found out once and not tried for the fourth: {puts}");
}

#[tokio::test]
async fn a_record_under_an_id_of_the_servers_is_changed_there() {
    let phone = phone().await;
    phone.clinic.fault(&phone.person, "PUT", OUR_IDS, 0, Fault::Status(404)).await;
    let record = phone.check_in(5);
    assert_eq!(phone.sync().await.trouble, None);
    let there = copies(&phone, &record).await[0]["id"].as_str().unwrap().to_owned();
    is_a_mistake(&phone, &record).await;
    assert_eq!(phone.sync().await.trouble, None);
    let copies = copies(&phone, &record).await;
    assert_eq!(copies.len(), 1);
    assert_eq!((&copies[0]["id"], &copies[0]["status"]), (&json!(there), &json!("entered-in-error")));
}

/// Nobody may look for a record by its identifier, and the server names each by an id of its own.
async fn lets_nobody_look(phone: &Phone) {
    let (ours, search) = ("^/[A-Z][A-Za-z]+/[^-]+-[^-]+-7", "^/[A-Z][A-Za-z]+[?].*identifier");
    phone.clinic.fault(&phone.person, "PUT", ours, 0, Fault::Status(400)).await;
    phone.clinic.fault(&phone.person, "GET", search, 0, Fault::Status(403)).await;
}

#[tokio::test]
async fn where_nobody_may_look_for_it_what_was_lost_once_arrives_once_all_the_same() {
    let phone = phone().await;
    lets_nobody_look(&phone).await;
    let first = phone.check_in(1);
    assert_eq!(phone.sync().await.trouble, None);
    assert!(matches!(phone.delivery(&first), Delivery::Sent(_)), "control: it takes what it is given");

    let patient = json!({ "reference": format!("Patient/{}", phone.person.patient) });
    let urgent = cairn::platform::ids::new();
    let urgent = json!({
        "resourceType": "Communication", "id": urgent, "status": "completed", "priority": "urgent",
        "identifier": [{ "system": "https://cairn.example/record", "value": urgent }],
        "subject": patient, "sender": patient, "payload": [{ "contentString": "Please call." }]
    });
    let urgent = phone.queue(&urgent, true);
    let lost = phone.check_in(9);
    phone.clinic.fault(&phone.person, "POST", "^/(Observation|Communication)$", 2, Fault::Drop).await;
    phone.sync().await;
    assert!([&urgent, &lost].iter().all(|record| phone.delivery(record) == Delivery::OnThisPhone));
    phone.sync().await;
    for record in [&urgent, &lost] {
        assert!(matches!(phone.delivery(record), Delivery::Sent(_)), "{:?}", phone.delivery(record));
    }
    assert_eq!(copies(&phone, &lost).await.len(), 1);
    assert_eq!(phone.clinic.written_by(&phone.person).await.len(), 1);
}

/// The patient says of what was sent that it was a mistake.
async fn is_a_mistake(phone: &Phone, record: &Id) {
    let mut changed = copies(phone, record).await.remove(0);
    changed["id"] = json!(record);
    changed["status"] = json!("entered-in-error");
    changed.as_object_mut().unwrap().remove("meta");
    phone.queue(&changed, false);
}

#[tokio::test]
async fn a_success_that_shows_nothing_is_one_and_what_follows_goes_where_the_server_says_it_is() {
    let phone = phone().await;
    lets_nobody_look(&phone).await;
    let silent = Fault::Alter("[^]+", "");
    phone.clinic.fault(&phone.person, "POST", "^/Observation$", 1, silent).await;
    let record = phone.check_in(5);
    phone.sync().await;
    assert!(matches!(phone.delivery(&record), Delivery::Sent(_)), "{:?}", phone.delivery(&record));
    is_a_mistake(&phone, &record).await;
    assert_eq!(phone.sync().await.trouble, None);
    let copies = copies(&phone, &record).await;
    assert_eq!((copies.len(), &copies[0]["status"]), (1, &json!("entered-in-error")));
}

#[tokio::test]
async fn a_success_that_does_not_even_say_where_is_one_and_what_changes_it_is_not_said_to_have_arrived() {
    static TERSE: OnceLock<Clinic> = OnceLock::new();
    let clinic = TERSE.get_or_init(|| Clinic::open_without_versions(Server::Medplum));
    let phone = Phone::of(clinic, clinic.new_patient().await).await;
    lets_nobody_look(&phone).await;
    let silent = Fault::Alter("[^]+", "");
    phone.clinic.fault(&phone.person, "POST", "^/Observation$", 0, silent).await;
    let record = phone.check_in(5);
    phone.sync().await;
    assert!(matches!(phone.delivery(&record), Delivery::Sent(_)), "{:?}", phone.delivery(&record));
    is_a_mistake(&phone, &record).await;
    phone.sync().await;
    assert_eq!(phone.delivery(&record), Delivery::OnThisPhone, "nobody knows where it would have to go");
    assert_eq!(copies(&phone, &record).await.len(), 1);
}

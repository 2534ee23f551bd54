//! The same on a server of poor manners: no compartments, no next links, 200 for new, no word on what is gone.

use crate::{
    fetching::{new_id, visit},
    given::Phone,
    support::{Clinic, Fault, Server},
};
use cairn::care::{Delivery, Happened, Id};
use serde_json::json;
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
async fn copies(phone: &Phone, record: &Id) -> Vec<serde_json::Value> {
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
    let mut changed = copies(&phone, &record).await.remove(0);
    let there = changed["id"].as_str().unwrap().to_owned();
    changed["id"] = json!(record);
    changed["status"] = json!("entered-in-error");
    changed.as_object_mut().unwrap().remove("meta");
    phone.queue(&changed, false);
    assert_eq!(phone.sync().await.trouble, None);
    let copies = copies(&phone, &record).await;
    assert_eq!(copies.len(), 1);
    assert_eq!((&copies[0]["id"], &copies[0]["status"]), (&json!(there), &json!("entered-in-error")));
}

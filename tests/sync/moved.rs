//! What a patient is told about a visit never contradicts the visit.

use crate::{fetching::visit, given::Phone};
use cairn::care::Happened;
use serde_json::{Value, json};

impl Phone {
    /// The clinic changes fields of a visit (`null`: takes them out), the phone looks, and this is what is told.
    async fn hears_of(&self, id: &str, fields: Value) -> Vec<Happened> {
        let mut visit = visit(id, &self.person.patient, 1);
        for (name, value) in fields.as_object().unwrap() {
            visit[name] = value.clone();
        }
        visit.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        self.clinic.writes(&visit).await;
        assert_eq!(self.sync().await.trouble, None);
        self.notices().into_iter().map(|notice| notice.happened).collect()
    }
}

fn at(hour: u32) -> Value {
    json!({"start": format!("2031-05-01T{hour:02}:00:00Z"), "end": format!("2031-05-01T{hour:02}:30:00Z")})
}

fn as_pending(mut fields: Value) -> Value {
    fields["status"] = json!("pending");
    fields
}

fn moved(from: u32, to: u32) -> Happened {
    let instant = |hour: u32| format!("2031-05-01T{hour:02}:00:00Z").parse().unwrap();
    Happened::Moved { from: instant(from), to: instant(to) }
}

#[tokio::test]
async fn what_is_told_names_the_newest_start_until_it_is_seen() {
    let phone = Phone::new().await;
    let id = phone.is_given_a_visit(1).await;
    assert_eq!(phone.hears_of(&id, json!({})).await, []);
    assert_eq!(phone.hears_of(&id, as_pending(at(11))).await, [moved(9, 11)]);
    assert_eq!(phone.hears_of(&id, at(12)).await, [moved(9, 12)]);
    assert_eq!(phone.hears_of(&id, json!({"status": "cancelled"})).await, [Happened::Withdrawn]);
    assert_eq!(phone.hears_of(&id, at(12)).await, [], "cancelled by mistake, and unseen");
    let waits = json!({"status": "waitlist", "start": null, "end": null});
    assert_eq!(phone.hears_of(&id, waits).await, [Happened::Withdrawn]);
}

#[tokio::test]
async fn a_visit_that_moved_while_nobody_could_read_it_is_told_afterwards() {
    let phone = Phone::new().await;
    let id = phone.is_given_a_visit(1).await;
    phone.sync().await;
    phone.clinic.desk_spoils(&format!("Appointment/{id}")).await;
    phone.sync().await;
    assert_eq!(phone.notices()[0].happened, Happened::Unreadable);
    assert_eq!(phone.hears_of(&id, at(15)).await, [moved(9, 15)]);
}

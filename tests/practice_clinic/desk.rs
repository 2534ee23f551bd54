//! The front desk gives a time to one patient, moves and frees as one, and waits where it was told to.

use super::{new_id, support};
use serde_json::{Value, json};
use support::{Clinic, Decision, Person, Server, eventually};

/// A time somebody can have; answers its reference.
async fn free_time(clinic: &Clinic, hour: u8) -> String {
    let id = new_id();
    let slot = json!({
        "resourceType": "Slot", "id": id, "status": "free", "schedule": {"reference": "Schedule/any"},
        "start": format!("2031-05-01T{hour:02}:00:00Z"), "end": format!("2031-05-01T{hour:02}:50:00Z")
    });
    clinic.writes(&slot).await;
    format!("Slot/{id}")
}

fn wish(person: &Person, slots: &[&str]) -> Value {
    let slots: Vec<_> = slots.iter().map(|slot| json!({"reference": slot})).collect();
    json!({
        "resourceType": "Appointment", "id": new_id(), "status": "proposed", "slot": slots,
        "participant": [{"actor": {"reference": format!("Patient/{}", person.patient)}, "status": "accepted"}]
    })
}

fn name(record: &Value) -> String {
    format!("{}/{}", record["resourceType"].as_str().unwrap(), record["id"].as_str().unwrap())
}

fn replacing(mut wish: Value, old: &Value) -> Value {
    wish["extension"] = json!([{
        "url": "http://hl7.org/fhir/5.0/StructureDefinition/extension-Appointment.replaces",
        "valueReference": {"reference": name(old)}
    }]);
    wish
}

async fn becomes(clinic: &Clinic, what: &str, status: &str) -> Value {
    eventually(&format!("{what} to be {status}"), async || {
        clinic.has(what).await.filter(|record| record["status"] == status)
    })
    .await
}

async fn status(clinic: &Clinic, what: &str) -> Value {
    clinic.has(what).await.unwrap()["status"].clone()
}

/// Waits until the desk has looked at all there is by now: that it did once it did the next thing, twice.
async fn has_looked(clinic: &Clinic) {
    let person = clinic.new_patient().await;
    for hour in [14, 15] {
        let next = clinic.writes(&wish(&person, &[&free_time(clinic, hour).await])).await;
        becomes(clinic, &name(&next), "booked").await;
    }
}

fn code(appointment: &Value) -> &Value {
    &appointment["cancelationReason"]["coding"][0]["code"]
}

#[tokio::test]
async fn of_fifty_who_ask_two_desks_for_a_time_one_has_it_and_all_are_told() {
    let clinic = Clinic::open_with_desks(2, Server::Hfs, &[]);
    let mut people = Vec::new();
    for _ in 0..50 {
        people.push(clinic.new_patient().await);
    }
    for _ in 0..2 {
        let slots = [free_time(&clinic, 9).await, free_time(&clinic, 9).await];
        let slots = [slots[0].as_str(), slots[1].as_str()];
        let mut wishes = Vec::new();
        for person in &people {
            wishes.push(clinic.writes(&wish(person, &slots)).await);
        }
        let mut winners = 0;
        for wish in &wishes {
            let decided = eventually("a decision", async || {
                clinic.has(&name(wish)).await.filter(|record| record["status"] != "proposed")
            })
            .await;
            let won = decided["status"] == "booked";
            winners += i32::from(won);
            assert!(
                won || (code(&decided) == "time-gone" && decided["cancelationReason"]["text"].is_string())
            );
        }
        assert_eq!(winners, 1);
        assert_eq!(
            (status(&clinic, slots[0]).await, status(&clinic, slots[1]).await),
            (json!("busy"), json!("busy"))
        );
    }
}

#[tokio::test]
async fn of_two_clinicians_both_are_had_or_none() {
    let clinic = Clinic::shared();
    let person = clinic.new_patient().await;
    let (one, other) = (free_time(clinic, 9).await, free_time(clinic, 9).await);
    clinic.desk_takes(&other).await;
    let wish = clinic.writes(&wish(&person, &[&one, &other])).await;
    assert_eq!(code(&becomes(clinic, &name(&wish), "cancelled").await), "time-gone");
    assert_eq!((status(clinic, &one).await, status(clinic, &other).await), (json!("free"), json!("busy")));
}

#[tokio::test]
async fn a_move_frees_the_old_time_only_with_the_new_one_confirmed() {
    let clinic = Clinic::shared();
    let person = clinic.new_patient().await;
    let (old_time, taken, new_time) =
        (free_time(clinic, 9).await, free_time(clinic, 10).await, free_time(clinic, 11).await);
    let old = clinic.writes(&wish(&person, &[&old_time])).await;
    becomes(clinic, &name(&old), "booked").await;
    clinic.desk_takes(&taken).await;
    let lost = clinic.writes(&replacing(wish(&person, &[&taken]), &old)).await;
    becomes(clinic, &name(&lost), "cancelled").await;
    assert_eq!(status(clinic, &name(&old)).await, "booked", "the old time is kept");

    clinic.desk_treats(&person, Decision::Ignore).await;
    let moved = clinic.writes(&replacing(wish(&person, &[&new_time]), &old)).await;
    has_looked(clinic).await;
    for (what, before) in [
        (name(&moved), "proposed"),
        (name(&old), "booked"),
        (old_time.clone(), "busy"),
        (new_time.clone(), "free"),
    ] {
        assert_eq!(status(clinic, &what).await, before, "{what}, while nobody said yes");
    }
    clinic.desk_treats(&person, Decision::Confirm).await;
    let booked = becomes(clinic, &name(&moved), "booked").await;
    assert_eq!(booked["start"], "2031-05-01T11:00:00Z");
    assert_eq!(code(&becomes(clinic, &name(&old), "cancelled").await), "moved");
    assert_eq!(
        (status(clinic, &old_time).await, status(clinic, &new_time).await),
        (json!("free"), json!("busy"))
    );

    let late = clinic.writes(&replacing(wish(&person, &[&old_time]), &old)).await;
    assert_eq!(code(&becomes(clinic, &name(&late), "cancelled").await), "not-booked");
}

#[tokio::test]
async fn who_cancels_gives_back_what_they_had_and_nothing_else() {
    let clinic = Clinic::shared();
    let (person, other) = (clinic.new_patient().await, clinic.new_patient().await);
    let time = free_time(clinic, 9).await;
    let winner = clinic.writes(&wish(&person, &[&time])).await;
    let mut winner = becomes(clinic, &name(&winner), "booked").await;
    let loser = clinic.writes(&wish(&other, &[&time])).await;
    becomes(clinic, &name(&loser), "cancelled").await;
    has_looked(clinic).await;
    assert_eq!(status(clinic, &time).await, "busy", "the loser has nothing to give back");
    winner["status"] = json!("cancelled");
    clinic.writes(&winner).await;
    becomes(clinic, &time, "free").await;
}

#[tokio::test]
async fn an_earlier_time_is_offered_let_pass_and_taken() {
    let clinic = Clinic::shared();
    let person = clinic.new_patient().await;
    let (earlier, later) = (free_time(clinic, 8).await, free_time(clinic, 12).await);
    let visit = clinic.writes(&wish(&person, &[&later])).await;
    becomes(clinic, &name(&visit), "booked").await;
    let mut waiting = replacing(wish(&person, &[]), &visit);
    waiting["status"] = json!("waitlist");
    let waiting = clinic.writes(&waiting).await;
    let id = waiting["id"].as_str().unwrap();
    clinic.desk_offers(id, &[&earlier]).await;
    assert_eq!(status(clinic, &earlier).await, "busy-tentative");
    assert_eq!(status(clinic, &name(&waiting)).await, "pending");
    // To let it pass is to wait again.
    clinic.writes(&waiting).await;
    becomes(clinic, &earlier, "free").await;
    assert_eq!(
        (status(clinic, &earlier).await, status(clinic, &name(&visit)).await),
        (json!("free"), json!("booked"))
    );
    clinic.desk_offers(id, &[&earlier]).await;
    let mut offer = becomes(clinic, &name(&waiting), "pending").await;
    offer["participant"][0]["status"] = json!("accepted");
    clinic.writes(&offer).await;
    becomes(clinic, &name(&waiting), "booked").await;
    assert_eq!(status(clinic, &name(&visit)).await, "cancelled");
    assert_eq!(
        (status(clinic, &earlier).await, status(clinic, &later).await),
        (json!("busy"), json!("free"))
    );
}

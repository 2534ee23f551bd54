//! Many want one time: exactly one has it, the others are told, and nothing is left over.
//!
//! Two front desks decide side by side. Usually two rounds; `CAIRN_ROUNDS=100` plays a hundred.

use super::{Time, times};
use crate::{
    given::Phone,
    support::{Clinic, Decision, Person, Server, eventually},
};
use cairn::care::{Happened, Subject, booking::WishState};
use futures_util::future::join_all;
use serde_json::{Value, json};

pub(super) const PATIENTS: usize = 50;
pub(super) const USUAL_ROUNDS: usize = 2;

pub(super) fn rounds() -> usize {
    std::env::var("CAIRN_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(USUAL_ROUNDS)
}

/// Patients who ask with their own sign-in.
pub(super) async fn patients(clinic: &Clinic, count: usize) -> Vec<(Person, String)> {
    let mut patients = Vec::new();
    for _ in 0..count {
        let person = clinic.new_patient().await;
        clinic.set_lifetimes(&person, 36_000, 36_000).await;
        let token = clinic.sign_in(&person).await.access_token;
        patients.push((person, token));
    }
    patients
}

pub(super) fn wish(person: &Person, time: &Time) -> Value {
    let id = cairn::platform::ids::new();
    json!({
        "resourceType": "Appointment", "id": id, "status": "proposed",
        "identifier": [{"system": "https://cairn.example/fhir/NamingSystem/record", "value": id}],
        "slot": [{"reference": time.reference()}],
        "start": time.start.to_rfc3339(), "end": (time.start + chrono::TimeDelta::minutes(50)).to_rfc3339(),
        "participant": [{"actor": {"reference": format!("Patient/{}", person.patient)}, "status": "accepted"}]
    })
}

fn path(wish: &Value) -> String {
    format!("Appointment/{}", wish["id"].as_str().unwrap())
}

/// Everybody asks at once; answers what became of each wish.
async fn round(clinic: &Clinic, patients: &[(Person, String)], time: &Time) -> Vec<Value> {
    let asking = patients.iter().map(async |(person, token)| {
        let wish = wish(person, time);
        let (status, answer) = clinic.ask("PUT", &path(&wish), token, Some(&wish)).await;
        assert_eq!(status, 201, "{answer}");
        path(&wish)
    });
    let mut decided = Vec::new();
    for wish in join_all(asking).await {
        let record = eventually("a decision", async || {
            clinic.has(&wish).await.filter(|record| record["status"] != "proposed")
        });
        decided.push(record.await);
    }
    decided
}

fn winners(decided: &[Value]) -> usize {
    decided.iter().filter(|wish| wish["status"] == "booked").count()
}

#[tokio::test]
async fn of_fifty_who_want_one_time_one_has_it() {
    let clinic = Clinic::open_with_desks(2, Server::Hfs, &[]);
    let patients = patients(&clinic, PATIENTS).await;
    for played in 0..rounds() {
        let (_, made) = times(&clinic, &[3]).await;
        let time = &made[0];
        let decided = round(&clinic, &patients, time).await;
        assert_eq!(winners(&decided), 1, "round {played}");
        for lost in decided.iter().filter(|wish| wish["status"] != "booked") {
            assert_eq!(lost["status"], "cancelled", "round {played}");
            assert_eq!(lost["cancelationReason"]["coding"][0]["code"], "time-gone", "round {played}");
        }
        // No orphans: of this time there is what was asked for, and nothing else.
        let there = clinic.finds(&format!("Appointment?slot={}", time.reference())).await;
        assert_eq!((there.len(), winners(&there)), (PATIENTS, 1), "round {played}");
        assert_eq!(clinic.has(&time.reference()).await.unwrap()["status"], "busy");
        println!("round {played}: one of {PATIENTS} has it, the others were told");
    }
}

/// The control: desks that look and then write, whatever happened in between, give one time away twice.
#[tokio::test]
async fn desks_that_do_not_insist_on_the_version_give_it_away_twice() {
    let clinic = Clinic::shared();
    let patients = patients(clinic, 2).await;
    for (person, _) in &patients {
        clinic.desk_treats(person, Decision::Ignore).await;
    }
    let (_, made) = times(clinic, &[3]).await;
    let mut wishes = Vec::new();
    for (person, _) in &patients {
        wishes.push(clinic.writes(&wish(person, &made[0])).await);
    }
    let reference = made[0].reference();
    let looks = join_all(wishes.iter().map(|_| clinic.has(&reference))).await;
    for (slot, wish) in looks.into_iter().flatten().zip(&mut wishes) {
        if slot["status"] == "free" {
            let mut taken = slot.clone();
            taken["status"] = json!("busy");
            clinic.writes(&taken).await;
            wish["status"] = json!("booked");
            *wish = clinic.writes(wish).await;
        }
    }
    assert_eq!(winners(&wishes), 2);
}

#[tokio::test]
async fn whoever_lost_is_told_on_the_phone() {
    let clinic: &'static Clinic = Clinic::shared();
    let (_, made) = times(clinic, &[3]).await;
    let mut phones = Vec::new();
    for _ in 0..6 {
        phones.push(Phone::new().await);
    }
    let asking = phones.iter().map(async |phone| {
        let wish = phone.asks_for(&made[0], None);
        let answered =
            |state: &WishState| matches!(state, WishState::Confirmed { .. } | WishState::Gone { .. });
        let stands = phone.until(&wish, "an answer", answered).await;
        assert_eq!(phone.appointments().await.len(), 1);
        (matches!(stands, WishState::Confirmed { .. }), phone.hears())
    });
    let answers = join_all(asking).await;
    assert_eq!(answers.iter().filter(|(won, _)| *won).count(), 1);
    for (won, told) in answers {
        let happened = if won { Happened::Confirmed } else { Happened::Gone };
        assert_eq!(told, [(Subject::Wish, happened)]);
    }
}

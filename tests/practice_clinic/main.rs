//! The practice clinic is what the other tests take it for: strict, private, and faulty exactly when told.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "this is test code")]

mod browser;
mod desk;
#[path = "../support/mod.rs"]
mod support;

use serde_json::{Value, json};
use support::{Clinic, Decision, Fault, Person, Server, Tokens, eventually};

/// A patient who is signed in.
async fn signed_in() -> (&'static Clinic, Person, Tokens) {
    let clinic = Clinic::shared();
    let person = clinic.new_patient().await;
    let tokens = clinic.sign_in(&person).await;
    (clinic, person, tokens)
}

fn new_id() -> String {
    uuid::Uuid::now_v7().to_string()
}

fn observation(id: &str, patient: &str) -> Value {
    json!({
        "resourceType": "Observation", "id": id, "status": "final",
        "code": {"text": "mood"}, "subject": {"reference": format!("Patient/{patient}")},
        "effectiveDateTime": "2026-01-02T03:04:05Z", "valueInteger": 4
    })
}

fn appointment(id: &str, patient: &str) -> Value {
    json!({
        "resourceType": "Appointment", "id": id, "status": "proposed",
        "start": "2031-05-01T09:00:00Z", "end": "2031-05-01T10:00:00Z",
        "participant": [{"actor": {"reference": format!("Patient/{patient}")}, "status": "accepted"}]
    })
}

#[tokio::test]
async fn a_record_arrives_under_the_id_the_phone_gave_it() {
    let (clinic, person, tokens) = signed_in().await;
    let id = new_id();
    let path = format!("Observation/{id}");
    let sent = observation(&id, &person.patient);
    let (status, created) = clinic.ask("PUT", &path, &tokens.access_token, Some(&sent)).await;
    assert_eq!((status, &created["id"]), (201, &json!(id)));
    let stale = [("if-match", "W/\"9\"")];
    let (status, _) = clinic.ask_with("PUT", &path, &tokens.access_token, &stale, Some(&sent)).await;
    assert_eq!(status, 412);
}

#[tokio::test]
async fn one_patient_never_sees_anothers_records() {
    let (clinic, person, tokens) = signed_in().await;
    let other = clinic.new_patient().await;
    let id = new_id();
    clinic.writes(&observation(&id, &other.patient)).await;
    let path = format!("Observation/{id}");

    let (status, body) = clinic.ask("GET", &path, &tokens.access_token, None).await;
    assert!(matches!(status, 403 | 404), "{status} {body}");
    let search = format!("Observation?patient=Patient/{}", other.patient);
    let (_, body) = clinic.ask("GET", &search, &tokens.access_token, None).await;
    assert!(!body.to_string().contains(&id), "{body}");
    let theirs = observation(&new_id(), &other.patient);
    let path = format!("Observation/{}", theirs["id"].as_str().unwrap());
    let (status, _) = clinic.ask("PUT", &path, &tokens.access_token, Some(&theirs)).await;
    assert_eq!(status, 403);

    let hers = clinic.sign_in(&other).await;
    assert_eq!(hers.patient, other.patient);
    let (status, _) = clinic.ask("GET", &format!("Observation/{id}"), &hers.access_token, None).await;
    assert_eq!(status, 200, "the record is there for the one it belongs to");
    let (status, _) =
        clinic.ask("GET", &format!("Patient/{}", person.patient), &tokens.access_token, None).await;
    assert_eq!(status, 200);
}

#[tokio::test]
async fn a_malformed_record_is_refused() {
    let (clinic, person, tokens) = signed_in().await;
    let id = new_id();
    let mut wrong = observation(&id, &person.patient);
    wrong["status"] = json!("splendid");
    let (status, outcome) =
        clinic.ask("PUT", &format!("Observation/{id}"), &tokens.access_token, Some(&wrong)).await;
    assert!(matches!(status, 400 | 422), "{status}");
    assert_eq!(outcome["resourceType"], "OperationOutcome");
    assert!(clinic.has(&format!("Observation/{id}")).await.is_none());
}

#[tokio::test]
async fn a_patient_may_not_write_what_the_clinic_writes() {
    let (clinic, person, tokens) = signed_in().await;
    let id = new_id();
    let plan = json!({
        "resourceType": "CarePlan", "id": id, "status": "active", "intent": "plan",
        "subject": {"reference": format!("Patient/{}", person.patient)}
    });
    let (status, _) = clinic.ask("PUT", &format!("CarePlan/{id}"), &tokens.access_token, Some(&plan)).await;
    assert_eq!(status, 403);
    clinic.writes(&plan).await;
    let search = format!("CarePlan?patient=Patient/{}", person.patient);
    let (status, found) = clinic.ask("GET", &search, &tokens.access_token, None).await;
    assert_eq!((status, &found["entry"][0]["resource"]["id"]), (200, &json!(id)));
}

#[tokio::test]
async fn a_refresh_token_works_once_and_its_reuse_ends_the_sign_in() {
    let (clinic, _, tokens) = signed_in().await;
    let (status, second) = clinic.refresh(&tokens.refresh_token).await;
    assert_eq!((status, &second["patient"]), (200, &json!(tokens.patient)));
    let (status, trouble) = clinic.refresh(&tokens.refresh_token).await;
    assert_eq!((status, &trouble["error"]), (400, &json!("invalid_grant")));
    let (status, _) = clinic.refresh(second["refresh_token"].as_str().unwrap()).await;
    assert_eq!(status, 400, "the thief and the robbed are both out");
}

#[tokio::test]
async fn tokens_run_out_when_told() {
    let clinic = Clinic::shared();
    let person = clinic.new_patient().await;
    clinic.set_lifetimes(&person, 1, 3600).await;
    let tokens = clinic.sign_in(&person).await;
    let me = format!("Patient/{}", person.patient);
    eventually("the token to run out", async || {
        (clinic.ask("GET", &me, &tokens.access_token, None).await.0 == 401).then_some(())
    })
    .await;
    assert_eq!(clinic.refresh(&tokens.refresh_token).await.0, 200);
}

#[tokio::test]
async fn nobody_gets_in_without_a_genuine_token() {
    let (clinic, person, tokens) = signed_in().await;
    let me = format!("Patient/{}", person.patient);
    let (head_and_claims, _) = tokens.access_token.rsplit_once('.').unwrap();
    let forged = format!("{head_and_claims}.{}", "A".repeat(128));
    for token in ["", "nonsense", &forged] {
        assert_eq!(clinic.ask("GET", &me, token, None).await.0, 401, "{token}");
    }
}

#[tokio::test]
async fn the_sign_in_is_described_as_smart_wants_it() {
    let clinic = Clinic::shared();
    let (status, about) = clinic.ask("GET", ".well-known/smart-configuration", "", None).await;
    assert_eq!((status, &about["issuer"]), (200, &json!(clinic.issuer())));
    assert_eq!(about["authorization_response_iss_parameter_supported"], true);
    assert_eq!(about["code_challenge_methods_supported"], json!(["S256"]));
    let scopes = about["scopes_supported"].to_string();
    assert!(!scopes.contains("user/*") && !scopes.contains("Binary"), "{scopes}");
}

#[tokio::test]
async fn each_fault_does_what_it_says() {
    let (clinic, person, tokens) = signed_in().await;
    let token = tokens.access_token.as_str();
    let me = format!("Patient/{}", person.patient);
    let read = async || clinic.ask("GET", &me, token, None).await;
    for (fault, status) in [
        (Fault::Status(500), 500),
        (Fault::Status(401), 401),
        (Fault::RetryAfter(429, 2), 429),
        (Fault::Html, 200),
        (Fault::Reset, 0),
        (Fault::Cut, 0),
        (Fault::Alter("active", "aktiv"), 200),
    ] {
        clinic.fault(&person, "GET", "^/Patient/", 1, fault).await;
        let (seen, body) = read().await;
        assert_eq!(seen, status, "{fault:?}");
        match fault {
            Fault::Html => assert!(body.as_str().unwrap().starts_with("<!doctype html>")),
            Fault::Alter(..) => assert_eq!(body["aktiv"], true),
            _ => {}
        }
        assert_eq!(read().await.1["active"], true, "once, and then all is well after {fault:?}");
    }

    clinic.fault(&person, "GET", "", 1, Fault::Delay(300)).await;
    let began = std::time::Instant::now();
    assert_eq!(read().await.0, 200);
    assert!(began.elapsed().as_millis() >= 300);

    let id = new_id();
    let sent = observation(&id, &person.patient);
    clinic.fault(&person, "PUT", "^/Observation/", 1, Fault::Drop).await;
    assert_eq!(clinic.ask("PUT", &format!("Observation/{id}"), token, Some(&sent)).await.0, 0);
    assert!(clinic.has(&format!("Observation/{id}")).await.is_some(), "kept, though nobody was told");

    let hang = clinic.fault(&person, "GET", "", 0, Fault::Hang).await;
    let patience = std::time::Duration::from_millis(300);
    assert!(tokio::time::timeout(patience, read()).await.is_err());
    clinic.mend(hang).await;
    assert_eq!(read().await.0, 200);
}

#[tokio::test]
async fn a_fault_for_one_patient_spares_the_others() {
    let (clinic, person, tokens) = signed_in().await;
    let (_, other, others) = signed_in().await;
    clinic.fault(&person, "GET", "", 0, Fault::Status(500)).await;
    let (status, _) =
        clinic.ask("GET", &format!("Patient/{}", other.patient), &others.access_token, None).await;
    assert_eq!(status, 200);
    let (status, _) =
        clinic.ask("GET", &format!("Patient/{}", person.patient), &tokens.access_token, None).await;
    assert_eq!(status, 500);
    clinic.fault_where(json!({"door": "openid", "patient": person.patient}), Fault::Status(503)).await;
    assert_eq!(clinic.refresh(&others.refresh_token).await.0, 200);
    assert_eq!(clinic.refresh(&tokens.refresh_token).await.0, 503);
}

#[tokio::test]
async fn the_doors_remember_what_a_patients_phone_sent() {
    let (clinic, person, tokens) = signed_in().await;
    let id = new_id();
    let sent = observation(&id, &person.patient);
    clinic.ask("PUT", &format!("Observation/{id}"), &tokens.access_token, Some(&sent)).await;
    let requests = clinic.requests_of(&person).await;
    let put = requests.iter().find(|one| one["method"] == "PUT").unwrap();
    assert_eq!((&put["door"], &put["status"]), (&json!("fhir"), &json!(201)));
    assert_eq!(put["requestBytes"], sent.to_string().len());
    assert_eq!(put["body"], sent.to_string());
}

#[tokio::test]
async fn the_front_desk_confirms_declines_moves_and_answers() {
    let (clinic, person, tokens) = signed_in().await;
    let token = tokens.access_token.as_str();
    let status_of = async |path: &str, wanted: &str| {
        eventually(wanted, async || clinic.has(path).await.filter(|record| record["status"] == wanted)).await
    };

    let id = new_id();
    let path = format!("Appointment/{id}");
    assert_eq!(clinic.ask("PUT", &path, token, Some(&appointment(&id, &person.patient))).await.0, 201);
    status_of(&path, "booked").await;
    clinic.desk_reschedules(&id, 90).await;
    assert_eq!(clinic.has(&path).await.unwrap()["start"], "2031-05-01T10:30:00.000Z");
    clinic.desk_spoils(&path).await;
    assert!(clinic.has(&path).await.unwrap()["modifierExtension"].is_array());
    clinic.desk_cancels(&id).await;
    status_of(&path, "cancelled").await;
    clinic.desk_withdraws(&path).await;
    assert!(clinic.has(&path).await.is_none());

    clinic.desk_treats(&person, Decision::Decline).await;
    let id = new_id();
    let path = format!("Appointment/{id}");
    clinic.ask("PUT", &path, token, Some(&appointment(&id, &person.patient))).await;
    status_of(&path, "cancelled").await;

    let message = json!({
        "resourceType": "Communication", "id": new_id(), "status": "completed",
        "subject": {"reference": format!("Patient/{}", person.patient)},
        "sender": {"reference": format!("Patient/{}", person.patient)},
        "payload": [{"contentString": "Is parking free?"}]
    });
    let path = format!("Communication/{}", message["id"].as_str().unwrap());
    assert_eq!(clinic.ask("PUT", &path, token, Some(&message)).await.0, 201);
    let search = format!("Communication?patient=Patient/{}", person.patient);
    let answer = eventually("an answer", async || {
        let (_, found) = clinic.ask("GET", &search, token, None).await;
        let answers = found["entry"].as_array()?.iter().map(|entry| &entry["resource"]);
        answers.clone().find(|one| one["inResponseTo"][0]["reference"] == path).cloned()
    })
    .await;
    assert_eq!(answer["recipient"][0]["reference"], format!("Patient/{}", person.patient));
}

#[tokio::test]
async fn a_slot_is_given_to_one_patient_only() {
    let (clinic, person, tokens) = signed_in().await;
    let slot = new_id();
    clinic
        .writes(&json!({
            "resourceType": "Slot", "id": slot, "status": "free", "schedule": {"reference": "Schedule/any"},
            "start": "2031-05-01T09:00:00Z", "end": "2031-05-01T10:00:00Z"
        }))
        .await;
    let mut outcomes = Vec::new();
    for _ in 0..2 {
        let id = new_id();
        let mut wish = appointment(&id, &person.patient);
        wish["slot"] = json!([{"reference": format!("Slot/{slot}")}]);
        let path = format!("Appointment/{id}");
        assert_eq!(clinic.ask("PUT", &path, &tokens.access_token, Some(&wish)).await.0, 201);
        let decided = async || clinic.has(&path).await.filter(|record| record["status"] != "proposed");
        outcomes.push(eventually("a decision", decided).await["status"].clone());
    }
    assert_eq!(outcomes, ["booked", "cancelled"]);
}

#[tokio::test]
async fn a_copy_of_a_patient_has_records_of_its_own() {
    let (clinic, original, _) = signed_in().await;
    let plan = new_id();
    let visit = new_id();
    clinic.writes(&appointment(&visit, &original.patient)).await;
    clinic
        .writes(&json!({
            "resourceType": "CarePlan", "id": plan, "status": "active", "intent": "plan",
            "subject": {"reference": format!("Patient/{}", original.patient)},
            "activity": [{"reference": {"reference": format!("Appointment/{visit}")}}]
        }))
        .await;
    let copy = clinic.patient_like(&original.patient).await;
    let plans = clinic.finds(&format!("CarePlan?patient=Patient/{}", copy.patient)).await;
    let visits = clinic.finds(&format!("Appointment?patient=Patient/{}", copy.patient)).await;
    assert_eq!((plans.len(), visits.len()), (1, 1));
    assert_ne!(plans[0]["id"], plan);
    let named = plans[0]["activity"][0]["reference"]["reference"].as_str().unwrap();
    assert_eq!(named, format!("Appointment/{}", visits[0]["id"].as_str().unwrap()));
}

#[tokio::test]
async fn a_clinic_off_the_network_refuses_and_comes_back_at_the_same_address() {
    let clinic = Clinic::open(Server::Hfs, &[]);
    let about = async || clinic.ask("GET", ".well-known/smart-configuration", "", None).await.0;
    assert_eq!(about().await, 200);
    clinic.set_network(false).await;
    assert_eq!(about().await, 0);
    clinic.set_network(true).await;
    assert_eq!(about().await, 200);
}

#[tokio::test]
async fn the_second_server_has_the_same_sign_in_and_other_manners() {
    let clinic = Clinic::open(Server::Medplum, &[]);
    let person = clinic.new_patient().await;
    let tokens = clinic.sign_in(&person).await;
    let id = new_id();
    let path = format!("Observation/{id}");
    let sent = observation(&id, &person.patient);
    let (status, _) = clinic.ask("PUT", &path, &tokens.access_token, Some(&sent)).await;
    assert_eq!(status, 200, "it does not tell new from changed");
    assert_eq!(clinic.ask("GET", &path, "", None).await.0, 401);
    assert_eq!(clinic.ask("GET", &path, &tokens.access_token, None).await.0, 200);
    clinic.desk_withdraws(&path).await;
    assert_eq!(
        clinic.ask("GET", &path, &tokens.access_token, None).await.0,
        404,
        "nor gone from never there"
    );
}

#[tokio::test]
async fn what_a_clinic_publishes_reaches_its_patients_and_copies_of_them() {
    let clinic = Clinic::shared_sample();
    let mut plans = Vec::new();
    for person in [Person::published("sample"), clinic.patient_like("sample").await] {
        let tokens = clinic.sign_in(&person).await;
        assert_eq!(tokens.patient, person.patient);
        let search = format!("CarePlan?patient=Patient/{}", person.patient);
        let (status, found) = clinic.ask("GET", &search, &tokens.access_token, None).await;
        assert_eq!((status, found["entry"].as_array().map(Vec::len)), (200, Some(1)));
        plans.push(found["entry"][0]["resource"].clone());
        let visits = clinic.finds(&format!("Appointment?patient=Patient/{}", person.patient)).await;
        assert!(visits.len() >= 4);
    }
    assert_ne!(plans[0]["id"], plans[1]["id"]);
    assert_eq!(plans[0]["activity"].as_array().map(Vec::len), plans[1]["activity"].as_array().map(Vec::len));
}

#[tokio::test]
async fn the_clinic_finds_all_records_page_after_page() {
    let (clinic, person, _) = signed_in().await;
    for _ in 0..5 {
        clinic.writes(&observation(&new_id(), &person.patient)).await;
    }
    let found = clinic.finds(&format!("Observation?patient=Patient/{}&_count=2", person.patient)).await;
    let ids: std::collections::BTreeSet<_> = found.iter().map(|one| one["id"].to_string()).collect();
    assert_eq!(ids.len(), 5);
}

//! Publishing to a real FHIR server: validated, repaired after an interruption, and idempotent.

use super::support::{Clinic, Fault, Server};
use super::tool::{Folder, PROTOCOL, Run, SAMPLE, clinic_file, publish, run};
use serde_json::{Value, json};

const TODAY: [&str; 2] = ["--today", "2026-03-06"];
const IN_FORCE_LAST: [&str; 4] =
    ["Library/harbor-kap-v1", "PlanDefinition/harbor-kap-v1", "CarePlan/sample-plan", "CarePlan/second-plan"];

/// A clinic for one test alone, since all publish the same records.
async fn clinic() -> (Clinic, String) {
    let clinic = Clinic::open(Server::Hfs, &[]);
    let token = clinic.clinic_token().await;
    (clinic, token)
}

fn publish_sample(clinic: &Clinic, token: &str) -> Run {
    publish(&clinic_file(SAMPLE), clinic.fhir(), Some(token), &TODAY)
}

async fn status(clinic: &Clinic, resource: &str) -> Option<String> {
    clinic.has(resource).await.map(|found| found["status"].as_str().unwrap().to_owned())
}

#[tokio::test]
async fn a_sample_is_accepted_and_a_second_run_changes_nothing() {
    let (clinic, token) = clinic().await;
    let first = publish_sample(&clinic, &token);
    assert_eq!(first.code, Some(0), "{} {}", first.out, first.err);
    let mut versions = Vec::new();
    for (resource, _) in first.done() {
        versions.push(clinic.has(&resource).await.unwrap()["meta"]["versionId"].clone());
    }
    let second = publish_sample(&clinic, &token);
    assert_eq!(second.code, Some(0), "{} {}", second.out, second.err);
    assert!(second.done().iter().all(|(_, word)| word == "unchanged"), "{}", second.out);
    for ((resource, _), version) in first.done().iter().zip(versions) {
        assert_eq!(clinic.has(resource).await.unwrap()["meta"]["versionId"], version, "{resource}");
    }
    let library = clinic.has(IN_FORCE_LAST[0]).await.unwrap();
    assert_eq!(library["content"][0]["contentType"], "application/json");
    assert_eq!(library["content"][1]["contentType"], "application/yaml");
}

#[tokio::test]
async fn an_interrupted_run_leaves_nothing_in_force_and_the_next_one_repairs_it() {
    let (clinic, token) = clinic().await;
    // The first fault is before the drafts of the plans, the second just before anything is put in force.
    for path in ["MedicationRequest/sample-cetirizine", "CarePlan/second-plan"] {
        let rule = json!({"door": "fhir", "method": "PUT", "path": path, "times": 0});
        let rule = clinic.fault_where(rule, Fault::Status(500)).await;
        let run = publish_sample(&clinic, &token);
        assert_eq!(run.code, Some(1), "{}", run.out);
        assert!(run.json()["trouble"].as_str().unwrap().contains(path), "{}", run.out);
        for resource in IN_FORCE_LAST {
            let status = status(&clinic, resource).await;
            assert_ne!(status.as_deref(), Some("active"), "{resource} is in force before the end");
        }
        clinic.mend(rule).await;
    }
    let run = publish_sample(&clinic, &token);
    assert_eq!(run.code, Some(0), "{} {}", run.out, run.err);
    for resource in IN_FORCE_LAST {
        assert_eq!(status(&clinic, resource).await.as_deref(), Some("active"), "{resource}");
    }
    let again = publish_sample(&clinic, &token);
    assert!(again.done().iter().all(|(_, word)| word == "unchanged"), "{}", again.out);
}

#[tokio::test]
async fn a_time_that_somebody_has_stays_taken() {
    let (clinic, token) = clinic().await;
    assert_eq!(publish_sample(&clinic, &token).code, Some(0));
    let slots = clinic.finds("Slot?status=free&_count=200").await;
    assert!(slots.len() > 50, "{} times", slots.len());
    let slot = format!("Slot/{}", slots[0]["id"].as_str().unwrap());
    clinic.desk_takes(&slot).await;
    assert_eq!(publish_sample(&clinic, &token).code, Some(0));
    assert_eq!(status(&clinic, &slot).await.as_deref(), Some("busy"));
}

#[tokio::test]
async fn an_answer_that_was_lost_after_the_write_does_no_harm() {
    let (clinic, token) = clinic().await;
    let rule = json!({"door": "fhir", "method": "PUT", "path": "Appointment/sample-session"});
    clinic.fault_where(rule, Fault::Drop).await;
    assert_eq!(publish_sample(&clinic, &token).code, Some(1));
    assert_eq!(publish_sample(&clinic, &token).code, Some(0));
    assert_eq!(clinic.finds("Appointment?patient=Patient/sample").await.len(), 5);
}

#[tokio::test]
async fn a_plan_in_force_stays_in_force_while_its_next_version_is_written() {
    let (clinic, token) = clinic().await;
    assert_eq!(publish_sample(&clinic, &token).code, Some(0));
    let before = clinic.has("CarePlan/sample-plan").await.unwrap();
    let rule = json!({"door": "fhir", "method": "PUT", "path": "CarePlan/sample-plan", "times": 0});
    let rule = clinic.fault_where(rule, Fault::Status(503)).await;
    // A day later every date is another one.
    let tomorrow = ["--today", "2026-03-07"];
    let run = publish(&clinic_file(SAMPLE), clinic.fhir(), Some(&token), &tomorrow);
    assert_eq!(run.code, Some(1), "{}", run.out);
    assert_eq!(clinic.has("CarePlan/sample-plan").await.unwrap(), before);
    clinic.mend(rule).await;
    let run = publish(&clinic_file(SAMPLE), clinic.fhir(), Some(&token), &tomorrow);
    assert_eq!(run.code, Some(0), "{}", run.out);
    let after = clinic.has("CarePlan/sample-plan").await.unwrap();
    assert_eq!((&after["status"], &after["id"]), (&Value::from("active"), &before["id"]));
    assert_ne!(after["activity"], before["activity"]);
}

#[tokio::test]
async fn one_version_says_one_thing() {
    let (clinic, token) = clinic().await;
    let folder = Folder::new();
    let file = folder.path(PROTOCOL);
    let publish = |more: &[&str]| publish(&file, clinic.fhir(), Some(&token), more);
    assert_eq!(publish(&[]).code, Some(0));
    let library = clinic.has("Library/kap-im-default-v1").await.unwrap();
    folder.change(PROTOCOL, "hours_before_arrival: {value: 6", "hours_before_arrival: {value: 7");
    let refused = publish(&[]);
    assert_eq!(refused.code, Some(2), "{}", refused.out);
    assert!(refused.json()["trouble"].as_str().unwrap().contains("template.version"), "{}", refused.out);
    assert_eq!(clinic.has("Library/kap-im-default-v1").await.unwrap(), library);
    // A new version stands beside the old one, which other patients may still follow.
    folder.change(PROTOCOL, "  version: 1\n", "  version: 2\n");
    assert_eq!(publish(&[]).code, Some(0));
    for version in ["Library/kap-im-default-v1", "Library/kap-im-default-v2"] {
        assert_eq!(status(&clinic, version).await.as_deref(), Some("active"), "{version}");
    }
    folder.change(PROTOCOL, "hours_before_arrival: {value: 7", "hours_before_arrival: {value: 8");
    assert_eq!(publish(&["--replace"]).code, Some(0));
}

#[tokio::test]
async fn without_the_right_to_write_it_says_so() {
    let (clinic, _) = clinic().await;
    let run =
        run(&["publish", clinic_file(SAMPLE).to_str().unwrap(), "--to", clinic.fhir()], Some("not-a-token"));
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("Library/harbor-kap-v1 stopped it"), "{}", run.err);
    assert!(!run.err.contains("not-a-token") && !run.out.contains("not-a-token"));
}

//! What the patient did about a record of the clinic reaches the wire exactly as agreed.

use crate::golden::{id, utc};
use cairn::fhir::answers::{About, Answer, Answers, write};
use serde_json::Value;

fn answers(name: &str, about: About, items: Vec<(&'static str, Answer)>) -> Answers {
    let zone = chrono_tz::America::Los_Angeles;
    Answers { id: id(name), about, plan: None, at: utc("2025-12-01T16:05:09Z"), zone, items }
}

#[test]
fn a_tick_names_its_plan_and_its_item() {
    let items = vec![("item", Answer::Text("driver".into())), ("done", Answer::Yes(true))];
    let tick = Answers { plan: Some(id("plan-sam")), ..answers("tick-1", About::PlanItem, items) };
    let golden: Value = serde_json::from_str(include_str!("golden/plan_item_answer.json")).unwrap();
    assert_eq!(write(&tick, &id("sam-sample")), golden);
}

#[test]
fn what_was_read_is_named_in_its_very_version() {
    let line = Answer::Record("MedicationRequest/morning-tablet/_history/1".into());
    let items = vec![("line", line), ("shown", Answer::Text("sha256:abc".into()))];
    let golden: Value = serde_json::from_str(include_str!("golden/medicine_seen_answer.json")).unwrap();
    assert_eq!(write(&answers("read-1", About::MedicineSeen, items), &id("sam-sample")), golden);
}

#[test]
fn what_was_said_is_in_no_debug_text() {
    let said = answers("x", About::PlanItem, vec![("item", Answer::Text("kestrel".into()))]);
    assert!(!format!("{said:?}").contains("kestrel"));
}

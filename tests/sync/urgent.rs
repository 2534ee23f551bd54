//! The urgent word reaches the clinic first and once, whatever else waits, and what the clinic marks in it comes back.

use crate::{
    given::{Phone, Trouble},
    support::Fault,
};
use cairn::{
    care::{Delivery, Id, Refusal, instruments::Raised, safety::Marked},
    clinic::ClinicError,
    fhir::{
        Resource,
        communication::{self, Urgent},
    },
    sync::Room,
};
use chrono::{TimeDelta, Utc};
use serde_json::{Value, json};
use std::{sync::Arc, time::Duration};

fn word(phone: &Phone) -> Value {
    let urgent = Urgent {
        id: cairn::platform::ids::new(),
        form: cairn::platform::ids::new(),
        at: Utc::now(),
        raised: Raised { value: 1, question: Some("the ninth".into()), answer: None },
        recipient: None,
    };
    communication::write(&urgent, &phone.room.owner.patient)
}

async fn at_the_clinic(phone: &Phone) -> Vec<Value> {
    phone.clinic.written_by(&phone.person).await
}

async fn writes(phone: &Phone) -> Vec<String> {
    let requests = phone.requests(0).await;
    let writes = requests.iter().filter(|one| one["method"] == "PUT");
    writes.map(|one| one["path"].as_str().unwrap().to_owned()).collect()
}

/// What the mirror holds of the word says that the clinic has seen it.
fn seen(phone: &Phone, record: &Id) -> Option<Marked> {
    let held = phone.room.store.read(|reader| reader.mirrored("Communication")).unwrap();
    let mut held = held.iter().map(|one| Resource::parse(&one.body).unwrap());
    let ours = held.find(|resource| communication::is_of(resource, record))?;
    communication::seen(&ours).unwrap()
}

#[tokio::test]
async fn it_arrives_before_all_that_was_there_before_it() {
    let phone = Phone::new().await;
    for mood in 0..40 {
        phone.check_in(mood % 11);
    }
    // Something that is refused, and its own form, made later, are in nobody's way.
    let mut form = json!({
        "resourceType": "QuestionnaireResponse", "id": cairn::platform::ids::new(), "status": "completed",
        "subject": {"reference": format!("Patient/{}", phone.person.patient)}
    });
    let urgent = phone.queue(&word(&phone), true);
    phone.queue(&form, false);
    form["id"] = json!(cairn::platform::ids::new());
    form["status"] = json!("splendid");
    phone.queue(&form, false);
    let run = phone.sync().await;
    assert_eq!((run.trouble, run.settled.len()), (None, 43));
    assert_eq!(run.settled[0], urgent, "it was settled before anything else");
    let writes = writes(&phone).await;
    assert!(writes[0].ends_with(&format!("Communication/{urgent}")), "{:?}", &writes[..3]);
    let there = at_the_clinic(&phone).await;
    assert_eq!(
        (there.len(), &there[0]["priority"], &there[0]["meta"]["versionId"]),
        (1, &json!("urgent"), &json!("1"))
    );
}

#[tokio::test]
async fn an_answer_lost_on_the_way_back_makes_no_second_word_and_never_says_sent() {
    for fault in [Fault::Drop, Fault::Reset, Fault::Cut, Fault::Status(500), Fault::Status(503), Fault::Html]
    {
        let phone = Phone::new().await;
        phone.clinic.fault(&phone.person, "PUT", "^/Communication/", 1, fault).await;
        let urgent = phone.queue(&word(&phone), true);
        phone.sync().await;
        assert_eq!(phone.delivery(&urgent), Delivery::OnThisPhone, "{fault:?}: nobody acknowledged it");
        for _ in 0..3 {
            phone.sync().await;
        }
        assert!(matches!(phone.delivery(&urgent), Delivery::Sent(_)), "{fault:?}");
        let there = at_the_clinic(&phone).await;
        assert_eq!((there.len(), &there[0]["meta"]["versionId"]), (1, &json!("1")), "{fault:?}");
    }
}

#[tokio::test]
async fn it_is_tried_again_within_seconds_where_others_wait_for_minutes() {
    let phone = Phone::new().await;
    phone.clinic.fault(&phone.person, "PUT", "", 0, Fault::Status(503)).await;
    let mut room: Room = phone.room.clone();
    room.sources.chance = Arc::new(|| 1.0);
    let wait = || {
        let now = (room.sources.now)();
        room.store.read(|reader| reader.next_ready_at(now)).unwrap().unwrap() - now
    };
    phone.check_in(3);
    for _ in 0..8 {
        crate::given::sync(&room).await;
    }
    assert!(wait() > TimeDelta::minutes(2), "the control: {}", wait());
    phone.queue(&word(&phone), true);
    for _ in 0..8 {
        crate::given::sync(&room).await;
    }
    assert!(wait() <= TimeDelta::from_std(Duration::from_secs(20)).unwrap(), "{}", wait());
}

#[tokio::test]
async fn a_clinic_that_does_not_take_it_is_never_said_to_have_it() {
    let phone = Phone::new().await;
    phone.clinic.fault(&phone.person, "PUT", "^/Communication/", 0, Fault::Status(403)).await;
    let (urgent, other) = (phone.queue(&word(&phone), true), phone.check_in(4));
    phone.sync().await;
    assert_eq!(phone.delivery(&urgent), Delivery::NeedsAttention(Refusal::NotAllowed));
    let refused = phone.room.store.read(|reader| reader.refused_at(&urgent)).unwrap();
    assert!(refused.is_some(), "since when is known");
    assert!(matches!(phone.delivery(&other), Delivery::Sent(_)), "and nothing else waits for it");
}

#[tokio::test]
async fn without_a_sign_in_it_waits_and_then_goes_first() {
    let phone = Phone::new().await;
    phone.clinic.fault(&phone.person, "PUT", "", 1, Fault::Status(401)).await;
    phone.check_in(4);
    let urgent = phone.queue(&word(&phone), true);
    let run = phone.sync().await;
    assert!(!matches!(run.trouble, Some(Trouble::Clinic(ClinicError::Offline))), "{:?}", run.trouble);
    for _ in 0..2 {
        phone.sync().await;
    }
    assert!(matches!(phone.delivery(&urgent), Delivery::Sent(_)));
    assert!(writes(&phone).await[0].ends_with(urgent.as_str()));
    assert_eq!(at_the_clinic(&phone).await.len(), 1);
}

#[tokio::test]
async fn what_the_clinic_marks_in_it_comes_back() {
    let phone = Phone::new().await;
    let urgent = phone.queue(&word(&phone), true);
    phone.sync().await;
    phone.sync().await;
    assert_eq!(seen(&phone, &urgent), None, "that it is there does not say that somebody saw it");
    let mut there = at_the_clinic(&phone).await.remove(0);
    there["received"] = json!("2026-03-03T17:05:00Z");
    phone.clinic.writes(&there).await;
    phone.sync().await;
    assert_eq!(seen(&phone, &urgent), Some(Marked { at: Some("2026-03-03T17:05:00Z".parse().unwrap()) }));
    // What belongs to nobody's phone is not kept.
    let mut other = word(&phone);
    other["category"] = json!([{"text": "small talk"}]);
    other.as_object_mut().unwrap().remove("identifier");
    phone.clinic.writes(&other).await;
    phone.sync().await;
    let held = phone.holds("Communication");
    assert!(held.iter().any(|(id, _)| *id == urgent.to_string()), "the control");
    assert!(held.iter().all(|(id, _)| *id != other["id"]), "{held:?}");
}

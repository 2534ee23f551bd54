//! What becomes of a kept time is the clinic's word: one that it cancelled, deleted or keeps for another phone is told as no more
//! than that, and the wish for it goes its own way.

use super::{
    direct::OPERATION,
    holds::{OPERATIONS, asks, given, hold},
};
use crate::support::Fault;
use cairn::{
    care::{VisitKind, booking::Keeping},
    fhir::{Reading, read_kept},
};
use serde_json::Value;

#[tokio::test]
async fn a_kept_time_is_booked_as_the_kind_of_visit_that_was_asked_for() {
    for manner in OPERATIONS {
        let given = given(manner, &[3]).await;
        let wish = given.looks_at(&given.times[0]).await;
        asks(&given.phone, &wish).await;
        let there = hold(&given.phone, &wish).there.expect("it was kept");
        let mirrored =
            given.phone.room.store.read(|r| r.mirrored_one("Appointment", &there)).unwrap().unwrap();
        let Some(Reading::Visit(visit)) = read_kept(&mirrored.body, None) else {
            panic!("{manner}: a visit")
        };
        assert_eq!(visit.kind, VisitKind::Preparation, "{manner}");
    }
}

/// A server that proposes what it was not asked for.
#[tokio::test]
async fn what_is_proposed_as_another_kind_of_visit_is_not_kept_and_booked_as_asked_for() {
    let given = given(OPERATION, &[3]).await;
    let other = Fault::Alter("\"code\":\"preparation\"", "\"code\":\"integration\"");
    given.phone.clinic.fault(&given.phone.person, "POST", "find$", 0, other).await;
    let wish = given.looks_at(&given.times[0]).await;
    assert_eq!(given.keeping(&wish), Keeping::Not);
    asks(&given.phone, &wish).await;
    let there: Vec<Value> = given.phone.appointments().await;
    assert_eq!(there.len(), 1);
    assert_eq!(there[0]["appointmentType"]["coding"][0]["code"], "preparation");
}

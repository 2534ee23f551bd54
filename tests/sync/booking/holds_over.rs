//! What becomes of a kept time is the clinic's word: one that it cancelled, deleted or keeps for another phone is told as no more
//! than that, and the wish for it goes its own way.

use super::{
    direct::{ARGONAUT, OPERATION, is_confirmed, states},
    holds::{Given, OPERATIONS, asks, given, given_wish, hold, impatient, looks, wanted},
};
use crate::{
    given::Phone,
    support::{Fault, eventually},
};
use cairn::{
    care::{
        Happened, Subject, VisitKind,
        booking::{HoldState, Keeping, Wish, WishState},
    },
    fhir::{Reading, read_kept},
    sync::{Listener, Progress, Wake, Worker},
};
use chrono::{TimeDelta, Utc};
use serde_json::{Value, json};
use std::{sync::Arc, time::Duration};
use tokio::{sync::mpsc, time::timeout};

/// What the patient looks at while the app runs on: `meanwhile` happens at the clinic once it is kept, and the app looks again.
async fn keeps_looking(phone: &Phone, wish: &Wish, meanwhile: impl Future<Output = ()>) -> Keeping {
    let (tell, mut hear) = mpsc::unbounded_channel();
    let listener: Listener = Arc::new(move |progress| {
        let _ = match progress {
            Progress::KeepEnded => tell.send(true),
            Progress::Ended(_) => tell.send(false),
            _ => return,
        };
    });
    let mut until = async |what: bool| {
        let heard = async { while hear.recv().await != Some(what) {} };
        timeout(Duration::from_mins(1), heard).await.expect("it ends");
    };
    let worker = Worker::start(phone.room.clone(), listener);
    until(false).await;
    phone.room.store.write(|tx| tx.save_hold(&wanted(wish))).unwrap();
    worker.wake(Wake::Keep(Box::new(wish.clone())));
    until(true).await;
    assert!(matches!(hold(phone, wish).keeping(Utc::now()), Keeping::Kept(_)), "it is kept");
    meanwhile.await;
    worker.wake(Wake::Look);
    until(false).await;
    let keeping = hold(phone, wish).keeping(Utc::now());
    worker.stop().await;
    keeping
}

#[tokio::test]
async fn a_time_whose_keeping_the_clinic_ended_is_not_said_to_be_kept() {
    for manner in OPERATIONS {
        let Given { phone, whose, times } = given(manner, &[3]).await;
        let wish = given_wish(&whose, &times[0]);
        let ended = async {
            let there = phone.appointments().await.remove(0);
            phone.clinic.desk_cancels(there["id"].as_str().unwrap()).await;
        };
        assert_eq!(keeps_looking(&phone, &wish, ended).await, Keeping::Not, "{manner}");
        assert_eq!((hold(&phone, &wish).state, phone.hears()), (HoldState::Over, Vec::new()), "{manner}");
    }
}

#[tokio::test]
async fn a_kept_time_that_the_server_deletes_is_no_answer_to_the_wish() {
    for manner in OPERATIONS {
        let given = given(manner, &[3]).await;
        let wish = given.looks_at(&given.times[0]).await;
        let there = hold(&given.phone, &wish).there.unwrap();
        given.phone.wish_is(&wish);
        let book = given.phone.clinic.fault(&given.phone.person, "POST", "book$", 0, Fault::Reset).await;
        for _ in 0..2 {
            given.phone.sync().await;
        }
        given.phone.clinic.desk_withdraws(&format!("Appointment/{there}")).await;
        let mut slot = given.phone.clinic.has(&given.times[0].reference()).await.unwrap();
        slot["status"] = json!("free");
        given.phone.clinic.writes(&slot).await;
        eventually(&format!("{manner}: that it is gone to be seen"), async || {
            given.phone.sync().await;
            given.phone.holds("Appointment").is_empty().then_some(())
        })
        .await;
        assert_eq!(given.phone.stands(&wish.id), WishState::OnThisPhone, "{manner}: it is still asked for");
        assert_eq!((given.keeping(&wish), given.phone.hears()), (Keeping::Not, Vec::new()), "{manner}");
        given.phone.clinic.mend(book).await;
        given.phone.later(TimeDelta::minutes(10));
        given.phone.until(&wish.id, "a yes", is_confirmed).await;
        assert_eq!(states(&given.phone).await, ["booked"], "{manner}");
        assert_eq!(given.phone.hears(), [(Subject::Wish, Happened::Confirmed)], "{manner}");
    }
}

#[tokio::test]
async fn a_time_booked_after_its_keeping_was_over_is_found_although_the_answer_was_lost() {
    let given = impatient(ARGONAUT).await;
    let wish = given.looks_at(&given.times[0]).await;
    let kept = hold(&given.phone, &wish).there.unwrap();
    given.phone.slot_is(&given.times[0], "free").await;
    let lost = json!({"patient": given.phone.person.patient, "method": "POST", "path": "book$", "times": 1});
    let lost = given.phone.clinic.fault_where(lost, Fault::Drop).await;
    let unheard =
        json!({"patient": given.phone.person.patient, "path": "^/$|Appointment\\?patient", "times": 0});
    let unheard = given.phone.clinic.fault_where(unheard, Fault::Reset).await;
    given.phone.wish_is(&wish);
    given.phone.sync().await;
    assert_eq!(states(&given.phone).await, ["booked", "cancelled"]);
    // What was kept comes first where it is looked for by our name: the clinic wrote in it last.
    let mut over = given.phone.clinic.has(&format!("Appointment/{kept}")).await.unwrap();
    over["description"] = json!("Not taken up in time.");
    given.phone.clinic.writes(&over).await;
    given.phone.clinic.mend(lost).await;
    given.phone.later(TimeDelta::minutes(10));
    given.phone.sync().await;
    assert!(!matches!(given.phone.stands(&wish.id), WishState::Gone { .. }), "it is theirs");
    given.phone.clinic.mend(unheard).await;
    given.phone.until(&wish.id, "a yes", is_confirmed).await;
    assert_eq!(states(&given.phone).await, ["booked", "cancelled"], "and there once");
    assert_eq!(given.phone.hears(), [(Subject::Wish, Happened::Confirmed)]);
}

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

#[tokio::test]
async fn a_kept_time_that_a_person_has_to_approve_of_is_asked_for_until_they_answer() {
    let declined = |state: &WishState| matches!(state, WishState::Declined { .. } | WishState::Gone { .. });
    for manner in OPERATIONS {
        for (answer, is) in [("booked", is_confirmed as fn(&WishState) -> bool), ("cancelled", declined)] {
            let Given { phone, whose, times } = given(manner, &[3]).await;
            phone.clinic.approves_bookings_of(&phone.person).await;
            let wish = given_wish(&whose, &times[0]);
            looks(&phone, &wish).await;
            phone.wish_is(&wish);
            let asked = |state: &WishState| matches!(state, WishState::Asked(_));
            phone.until(&wish.id, "the clinic to have it", asked).await;
            phone.sync().await;
            assert!(asked(&phone.stands(&wish.id)) && phone.hears().is_empty(), "{manner}");
            assert_eq!(states(&phone).await, ["pending"], "{manner}: once");
            let mut record = phone.appointments().await.remove(0);
            record["status"] = json!(answer);
            phone.clinic.writes(&record).await;
            phone.until(&wish.id, "the answer", is).await;
            assert_eq!(phone.hears().len(), 1, "{manner}: it is told");
        }
    }
}

//! Where no desk decides, what is taken back while the request for it is under way takes nothing, or is cancelled, and is never
//! told as confirmed.

use super::{
    Time,
    direct::{ARGONAUT, OPERATION, TRANSACTION, given, has, is_confirmed, states},
    holds::{self, OPERATIONS},
};
use crate::{
    given::Phone,
    support::{Fault, eventually},
};
use cairn::{
    care::{
        Happened, Id, Subject,
        booking::{WishAnswer, WishState},
    },
    sync,
};
use chrono::TimeDelta;
use serde_json::json;
use std::time::Duration;
use tokio::time::sleep;

/// Takes a wish back while the request for it is under way, which then arrives.
async fn late(phone: &Phone, wish: &Id, rule: u64) {
    phone.takes_back(wish);
    phone.sync().await;
    assert_eq!(phone.stands(wish), WishState::TakenBack { heard: true });
    phone.clinic.mend(rule).await;
    eventually("what was late", async || {
        let requests = phone.requests(0).await;
        let late = requests.into_iter().find(|request| request["fault"] == "late")?;
        late["served"].is_number().then_some(())
    })
    .await;
    phone.sync().await;
}

#[tokio::test]
async fn a_transaction_that_arrives_after_it_was_taken_back_takes_nothing() {
    let (phone, times) = given(TRANSACTION, &[3, 5]).await;
    let old = has(&phone, &times[0]).await;
    let rule = phone.clinic.fault(&phone.person, "POST", "^/$", 1, Fault::Late("transaction")).await;
    let wish = phone.asks_for(&times[1], Some((&old, &times[0])));
    phone.sync().await;
    assert_eq!(phone.stands(&wish), WishState::OnThisPhone, "nobody knows");
    late(&phone, &wish, rule).await;
    assert_eq!(states(&phone).await, ["booked"], "the old one alone");
    phone.slot_is(&times[0], "busy").await;
    phone.slot_is(&times[1], "free").await;
    assert_eq!(phone.stands(&wish), WishState::TakenBack { heard: true });
}

#[tokio::test]
async fn an_operation_that_arrives_after_it_was_taken_back_is_cancelled() {
    let (phone, times) = given(OPERATION, &[3, 5]).await;
    let old = has(&phone, &times[0]).await;
    let rule = phone.clinic.fault(&phone.person, "POST", "book$", 1, Fault::Late("pending")).await;
    let wish = phone.asks_for(&times[1], Some((&old, &times[0])));
    phone.sync().await;
    late(&phone, &wish, rule).await;
    eventually("it to be off again", async || {
        phone.sync().await;
        (states(&phone).await == ["booked", "cancelled"]).then_some(())
    })
    .await;
    assert_eq!(phone.status_there(&old).await, "booked", "what they had stays theirs");
    phone.slot_is(&times[1], "free").await;
    assert_eq!(phone.stands(&wish), WishState::TakenBack { heard: true });
}

/// A patient who has a visit and has seen that.
async fn has_seen(phone: &Phone, time: &Time) -> Id {
    let visit = has(phone, time).await;
    for notice in phone.notices() {
        phone.room.store.write(|tx| tx.seen(&notice.id, chrono::Utc::now())).unwrap();
    }
    visit
}

#[tokio::test]
async fn a_move_that_was_done_before_it_was_taken_back_leaves_the_new_visit() {
    for manner in [OPERATION, ARGONAUT] {
        let (phone, times) = given(manner, &[3, 5]).await;
        let old = has_seen(&phone, &times[0]).await;
        // The old one is given up, and nobody hears of that or of the new one.
        let lost = json!({"patient": phone.person.patient, "sends": "cancelled", "times": 1});
        let lost = phone.clinic.fault_where(lost, Fault::Drop).await;
        let pull = phone.clinic.fault(&phone.person, "POST", "^/$", 0, Fault::Reset).await;
        let search = phone.clinic.fault(&phone.person, "GET", "Appointment\\?", 0, Fault::Reset).await;
        let wish = phone.asks_for(&times[1], Some((&old, &times[0])));
        phone.sync().await;
        assert_eq!((states(&phone).await, phone.clinic.hits(lost).await), (moved(), 1), "{manner}");
        phone.takes_back(&wish);
        for rule in [lost, pull, search] {
            phone.clinic.mend(rule).await;
        }
        phone.later(TimeDelta::minutes(10));
        phone.until(&wish, "the truth", is_confirmed).await;
        phone.sync().await;
        phone.slot_is(&times[1], "busy").await;
        assert_eq!(states(&phone).await, moved(), "{manner}: one of the two stays");
        assert_eq!(phone.hears(), [(Subject::Wish, Happened::Confirmed)], "{manner}");
        assert_eq!(phone.room.store.read(|r| r.delivery_count()).unwrap().needs_attention, 0, "{manner}");
    }
}

#[tokio::test]
async fn a_move_that_is_taken_back_while_it_is_booked_leaves_the_old_visit() {
    for manner in [OPERATION, ARGONAUT] {
        let (phone, times) = given(manner, &[3, 5]).await;
        let old = has_seen(&phone, &times[0]).await;
        let slow = json!({"patient": phone.person.patient, "path": "book$", "sends": "pending", "times": 1});
        phone.clinic.fault_where(slow, Fault::Delay(3000)).await;
        let wish = phone.asks_for(&times[1], Some((&old, &times[0])));
        let taken_back = async {
            eventually("it to be under way", async || {
                let waits = phone.room.store.read(|r| r.may_be_there(&wish)).unwrap();
                waits.then_some(())
            })
            .await;
            sleep(Duration::from_secs(1)).await;
            phone.takes_back(&wish);
        };
        tokio::join!(phone.sync(), taken_back);
        eventually("the new one to be off", async || {
            phone.sync().await;
            (states(&phone).await == moved()).then_some(())
        })
        .await;
        assert_eq!(phone.status_there(&old).await, "booked", "{manner}: what they had stays theirs");
        phone.slot_is(&times[1], "free").await;
        assert_eq!(phone.stands(&wish), WishState::TakenBack { heard: true }, "{manner}");
        assert_eq!(phone.hears(), [], "{manner}");
    }
}

fn moved() -> Vec<String> {
    vec!["booked".into(), "cancelled".into()]
}

/// Looked at, asked for and taken back before the sync came to it.
#[tokio::test]
async fn what_is_taken_back_before_it_is_kept_is_not_kept_any_more() {
    let given = holds::given(OPERATION, &[3]).await;
    let wish = holds::given_wish(&given.whose, &given.times[0]);
    given.phone.wish_is(&wish);
    given.phone.room.store.write(|tx| tx.save_hold(&holds::wanted(&wish))).unwrap();
    let patient = &given.phone.room.owner.patient;
    let taken_back = WishAnswer::TakenBack;
    let now = chrono::Utc::now();
    let name = cairn::platform::ids::new();
    given.phone.room.store.write(|tx| sync::drop_wish(tx, &wish, &taken_back, patient, name, now)).unwrap();
    holds::looks_on(&given.phone, &wish).await;
    given.phone.sync().await;
    assert_eq!(states(&given.phone).await, Vec::<String>::new(), "the clinic never heard of it");
    given.phone.slot_is(&given.times[0], "free").await;
}

#[tokio::test]
async fn what_was_booked_without_an_answer_and_is_taken_back_is_cancelled_and_never_confirmed() {
    for manner in [OPERATION, ARGONAUT] {
        let (phone, times) = given(manner, &[3]).await;
        let lost = json!({"patient": phone.person.patient, "method": "POST", "path": "book$", "times": 1});
        let lost = phone.clinic.fault_where(lost, Fault::Drop).await;
        // Nobody hears of it before it is taken back.
        let pull = phone.clinic.fault(&phone.person, "POST", "^/$", 0, Fault::Reset).await;
        let search = phone.clinic.fault(&phone.person, "GET", "Appointment\\?", 0, Fault::Reset).await;
        let wish = phone.asks_for(&times[0], None);
        phone.sync().await;
        assert_eq!(states(&phone).await, ["booked"], "{manner}");
        phone.takes_back(&wish);
        for rule in [lost, pull, search] {
            phone.clinic.mend(rule).await;
        }
        phone.later(chrono::TimeDelta::minutes(10));
        eventually("it to be off", async || {
            phone.sync().await;
            (states(&phone).await == ["cancelled"]).then_some(())
        })
        .await;
        phone.slot_is(&times[0], "free").await;
        phone.sync().await;
        assert_eq!(phone.stands(&wish), WishState::TakenBack { heard: true }, "{manner}");
        assert_eq!(phone.hears(), [], "{manner}: nothing else was ever true for them");
    }
}

#[tokio::test]
async fn a_kept_time_that_is_booked_after_it_was_taken_back_is_cancelled() {
    for manner in OPERATIONS {
        let given = holds::given(manner, &[3]).await;
        let wish = given.looks_at(&given.times[0]).await;
        let rule =
            json!({"patient": given.phone.person.patient, "method": "POST", "path": "book$", "times": 1});
        let rule = given.phone.clinic.fault_where(rule, Fault::Drop).await;
        // Booked, and nobody hears of it before it is taken back.
        let unheard = given.phone.clinic.fault(&given.phone.person, "POST", "^/$", 0, Fault::Reset).await;
        let unread =
            given.phone.clinic.fault(&given.phone.person, "GET", "Appointment\\?", 0, Fault::Reset).await;
        given.phone.wish_is(&wish);
        given.phone.sync().await;
        assert_eq!(states(&given.phone).await, ["booked"], "{manner}");
        given.phone.takes_back(&wish.id);
        for rule in [rule, unheard, unread] {
            given.phone.clinic.mend(rule).await;
        }
        given.phone.later(TimeDelta::minutes(10));
        eventually(&format!("{manner}: it to be off"), async || {
            given.phone.sync().await;
            (states(&given.phone).await == ["cancelled"]).then_some(())
        })
        .await;
        given.phone.slot_is(&given.times[0], "free").await;
        assert_eq!(given.phone.stands(&wish.id), WishState::TakenBack { heard: true }, "{manner}");
    }
}

//! What the clinic answers, and what it makes of a word that came too late.

use super::{Time, times};
use crate::{
    given::Phone,
    support::{Decision, Fault, eventually},
};
use cairn::{
    care::{
        Delivery, Happened, Id, Subject,
        booking::{WishAnswer, WishState},
    },
    fhir::booking,
    platform::ids,
};
use serde_json::json;

async fn given(days: &[i64]) -> (Phone, Vec<Time>) {
    let phone = Phone::new().await;
    let (_, times) = times(phone.clinic, days).await;
    (phone, times)
}

#[tokio::test]
async fn a_time_is_asked_for_and_confirmed() {
    let (phone, times) = given(&[3]).await;
    let wish = phone.asks_for(&times[0], None);
    assert_eq!(phone.stands(&wish), WishState::OnThisPhone);
    let confirmed = phone.until(&wish, "a yes", |state| matches!(state, WishState::Confirmed { .. })).await;
    assert_eq!(confirmed, WishState::Confirmed { visit: wish.clone(), start: times[0].start });
    assert_eq!(phone.hears(), [(Subject::Wish, Happened::Confirmed)]);
    assert_eq!((phone.appointments().await.len(), phone.status_there(&wish).await.as_str()), (1, "booked"));
    phone.slot_is(&times[0], "busy").await;
}

#[tokio::test]
async fn it_looks_for_the_answer_by_itself_and_asked_is_not_confirmed() {
    let (phone, times) = given(&[3]).await;
    phone.clinic.desk_treats(&phone.person, Decision::Ignore).await;
    let wish = phone.asks_for(&times[0], None);
    phone.sync().await;
    assert!(matches!(phone.stands(&wish), WishState::Asked(_)));
    assert_eq!(phone.holds("Appointment").len(), 1, "what became of it was looked at straight away");
    phone.sync().await;
    assert!(matches!(phone.stands(&wish), WishState::Asked(_)));
    assert_eq!(phone.hears(), []);
}

#[tokio::test]
async fn a_no_is_told_in_the_clinics_words_and_not_as_a_visit_taken_back() {
    let (phone, times) = given(&[3]).await;
    phone.clinic.desk_treats(&phone.person, Decision::Decline).await;
    let wish = phone.asks_for(&times[0], None);
    let said = phone.until(&wish, "a no", |state| matches!(state, WishState::Declined { .. })).await;
    let WishState::Declined { said: Some(words) } = said else { panic!("words of the clinic's") };
    assert!(words.reveal().contains("choose another"), "{}", words.reveal());
    assert_eq!(phone.hears(), [(Subject::Wish, Happened::Declined)]);
    phone.slot_is(&times[0], "free").await;
}

#[tokio::test]
async fn a_time_somebody_else_has_is_gone() {
    let (phone, times) = given(&[3]).await;
    phone.clinic.desk_takes(&times[0].reference()).await;
    let wish = phone.asks_for(&times[0], None);
    phone.until(&wish, "a no", |state| matches!(state, WishState::Gone { .. })).await;
    assert_eq!(phone.hears(), [(Subject::Wish, Happened::Gone)]);
}

#[tokio::test]
async fn the_old_time_is_kept_until_the_new_one_is_confirmed() {
    let (phone, times) = given(&[3, 5]).await;
    let old = phone.has_booked(&times[0]).await;
    phone.clinic.desk_treats(&phone.person, Decision::Ignore).await;
    let new = phone.asks_for(&times[1], Some((&old, &times[0])));
    phone.sync().await;
    assert!(matches!(phone.stands(&new), WishState::Asked(_)));
    assert_eq!(phone.status_there(&old).await, "booked");
    phone.slot_is(&times[0], "busy").await;

    phone.clinic.desk_treats(&phone.person, Decision::Confirm).await;
    phone.until(&new, "a yes", |state| matches!(state, WishState::Confirmed { .. })).await;
    phone.sync().await;
    assert_eq!(
        (phone.status_there(&old).await.as_str(), phone.status_there(&new).await.as_str()),
        ("cancelled", "booked")
    );
    assert_eq!(phone.hears(), [(Subject::Wish, Happened::Confirmed)], "one thing happened, and one is told");
    phone.slot_is(&times[0], "free").await;
    phone.slot_is(&times[1], "busy").await;
    assert_eq!(phone.appointments().await.len(), 2);
}

#[tokio::test]
async fn a_move_that_is_declined_leaves_the_old_time() {
    let (phone, times) = given(&[3, 5]).await;
    let old = phone.has_booked(&times[0]).await;
    phone.clinic.desk_treats(&phone.person, Decision::Decline).await;
    let new = phone.asks_for(&times[1], Some((&old, &times[0])));
    phone.until(&new, "a no", |state| matches!(state, WishState::Declined { .. })).await;
    assert_eq!(phone.status_there(&old).await, "booked");
    assert_eq!(phone.hears(), [(Subject::Wish, Happened::Declined)]);
}

#[tokio::test]
async fn a_visit_is_cancelled_by_the_patient_and_that_is_no_news() {
    let (phone, times) = given(&[3]).await;
    let visit = phone.has_booked(&times[0]).await;
    phone.cancels(&visit, times[0].start);
    phone.sync().await;
    phone.sync().await;
    assert_eq!(phone.status_there(&visit).await, "cancelled");
    assert!(matches!(phone.delivery(&visit), Delivery::Sent(_)));
    assert_eq!(phone.room.store.read(|r| r.cancellation(&visit)).unwrap().unwrap().done, Some(true));
    assert_eq!(phone.hears(), []);
    let there = phone.clinic.has(&format!("Appointment/{visit}")).await.unwrap();
    assert_eq!(there["slot"][0]["reference"], json!(times[0].reference()), "all else stays as it was");
    phone.slot_is(&times[0], "free").await;
}

#[tokio::test]
async fn a_visit_the_clinic_moved_meanwhile_is_not_cancelled() {
    let (phone, times) = given(&[3]).await;
    let visit = phone.has_booked(&times[0]).await;
    phone.cancels(&visit, times[0].start);
    phone.clinic.desk_reschedules(visit.as_str(), 60).await;
    for _ in 0..3 {
        phone.sync().await;
    }
    assert_eq!(phone.status_there(&visit).await, "booked");
    assert_eq!(phone.room.store.read(|r| r.cancellation(&visit)).unwrap().unwrap().done, Some(false));
    let told = phone.hears();
    assert!(told.contains(&(Subject::Visit, Happened::NotCancelled)), "{told:?}");
    assert!(told.iter().any(|(_, happened)| matches!(happened, Happened::Moved { .. })), "{told:?}");
    assert!(phone.room.store.read(|r| r.ready(chrono::Utc::now(), 9)).unwrap().is_empty(), "nothing waits");
}

#[tokio::test]
async fn a_visit_in_which_the_clinic_wrote_something_is_cancelled_with_it() {
    let (phone, times) = given(&[3]).await;
    let visit = phone.has_booked(&times[0]).await;
    phone.cancels(&visit, times[0].start);
    let mut there = phone.clinic.has(&format!("Appointment/{visit}")).await.unwrap();
    there["patientInstruction"] = json!("Ring twice.");
    phone.clinic.writes(&there).await;
    for _ in 0..3 {
        phone.sync().await;
    }
    let there = phone.clinic.has(&format!("Appointment/{visit}")).await.unwrap();
    assert_eq!(
        (&there["status"], &there["patientInstruction"]),
        (&json!("cancelled"), &json!("Ring twice."))
    );
    assert_eq!(phone.hears(), []);
}

#[tokio::test]
async fn what_is_taken_back_in_time_the_clinic_never_hears_of() {
    let (phone, times) = given(&[3]).await;
    let wish = phone.asks_for(&times[0], None);
    phone.takes_back(&wish);
    phone.sync().await;
    assert_eq!(phone.appointments().await.len(), 0);
    assert_eq!(phone.stands(&wish), WishState::TakenBack { heard: true });
}

#[tokio::test]
async fn what_was_asked_and_not_answered_is_taken_back_there() {
    let (phone, times) = given(&[3]).await;
    phone.clinic.desk_treats(&phone.person, Decision::Ignore).await;
    let wish = phone.asks_for(&times[0], None);
    phone.sync().await;
    phone.takes_back(&wish);
    assert_eq!(phone.stands(&wish), WishState::TakenBack { heard: false });
    phone.sync().await;
    assert_eq!(phone.status_there(&wish).await, "cancelled");
    assert_eq!(phone.stands(&wish), WishState::TakenBack { heard: true });
    phone.sync().await;
    assert_eq!((phone.appointments().await.len(), phone.hears()), (1, Vec::new()));
}

#[tokio::test]
async fn where_the_clinic_was_faster_than_the_taking_back_its_yes_is_told() {
    let (phone, times) = given(&[3]).await;
    let wish = phone.asks_for(&times[0], None);
    // The first keeps its place.
    let second = json!({"patient": phone.person.patient, "method": "PUT", "after": 1, "times": 1});
    phone.clinic.fault_where(second, Fault::Drop).await;
    phone.sync().await;
    eventually("the desk's yes", async || (phone.status_there(&wish).await == "booked").then_some(())).await;
    phone.takes_back(&wish);
    let stands = phone.until(&wish, "the truth", |state| matches!(state, WishState::Confirmed { .. })).await;
    assert_eq!(stands, WishState::Confirmed { visit: wish.clone(), start: times[0].start });
    assert_eq!(phone.status_there(&wish).await, "booked", "nobody is left without the time they have");
    assert_eq!(phone.hears(), [(Subject::Wish, Happened::Confirmed)]);
    let waits = phone.room.store.read(|r| r.delivery_count()).unwrap();
    assert_eq!((waits.waiting, waits.needs_attention), (0, 0));
}

#[tokio::test]
async fn without_a_network_it_waits_and_never_looks_confirmed() {
    let (phone, times) = given(&[3]).await;
    let rule = phone.clinic.fault(&phone.person, "PUT", "", 0, Fault::Reset).await;
    let wish = phone.asks_for(&times[0], None);
    for _ in 0..3 {
        phone.sync().await;
        assert_eq!(phone.stands(&wish), WishState::OnThisPhone);
    }
    phone.clinic.mend(rule).await;
    phone.until(&wish, "a yes", |state| matches!(state, WishState::Confirmed { .. })).await;
    assert_eq!(phone.appointments().await.len(), 1);
}

#[tokio::test]
async fn a_time_that_went_by_while_it_waited_is_not_asked_for() {
    let (phone, times) = given(&[3]).await;
    let never = phone.asks_for(&times[0], None);
    phone.later(chrono::TimeDelta::days(4));
    phone.sync().await;
    assert_eq!(phone.stands(&never), WishState::Lapsed);
    assert_eq!(phone.appointments().await.len(), 0);
}

#[tokio::test]
async fn another_phone_of_the_patient_knows_what_was_asked_for() {
    let (phone, times) = given(&[3]).await;
    phone.clinic.desk_treats(&phone.person, Decision::Ignore).await;
    let wish = phone.asks_for(&times[0], None);
    phone.sync().await;
    let other = Phone::of(phone.clinic, phone.person.clone()).await;
    other.sync().await;
    assert!(other.wish(&wish).answer.is_none());
    other.takes_back(&wish);
    other.sync().await;
    assert_eq!(phone.status_there(&wish).await, "cancelled");
    phone.sync().await;
    assert_eq!(phone.wish(&wish).answer.map(|(answer, _)| answer), Some(WishAnswer::TakenBack));
    assert_eq!((phone.hears(), other.hears()), (Vec::new(), Vec::new()));
}

#[tokio::test]
async fn what_the_server_gave_an_id_of_its_own_another_phone_takes_back_there() {
    let (phone, times) = given(&[3]).await;
    phone.clinic.desk_treats(&phone.person, Decision::Ignore).await;
    let wish = phone.asks_for(&times[0], None);
    let mut body = booking::ask(&phone.wish(&wish), &phone.room.owner.patient);
    let there = ids::new();
    body["id"] = json!(there);
    phone.clinic.writes(&body).await;

    let other = Phone::of(phone.clinic, phone.person.clone()).await;
    other.sync().await;
    assert!(other.wish(&wish).answer.is_none());
    other.takes_back(&wish);
    other.sync().await;
    assert_eq!(other.status_there(&there).await, "cancelled");
    assert_eq!((other.appointments().await.len(), other.hears()), (1, Vec::new()));
}

/// A visit, and a place on the list for an earlier time than it.
async fn waiting() -> (Phone, Vec<Time>, Id, Id) {
    let (phone, times) = given(&[9, 3]).await;
    let visit = phone.has_booked(&times[0]).await;
    let waits = phone.waits_for_earlier(&visit, &times[0]);
    phone.until(&waits, "a place on the list", |state| matches!(state, WishState::Waiting(_))).await;
    phone.clinic.desk_offers(waits.as_str(), &[&times[1].reference()]).await;
    let offered = phone.until(&waits, "an offer", |state| matches!(state, WishState::Offered { .. })).await;
    assert!(matches!(offered, WishState::Offered { start, .. } if start == times[1].start));
    assert_eq!(phone.hears(), [(Subject::Wish, Happened::Offered)]);
    (phone, times, visit, waits)
}

#[tokio::test]
async fn an_offer_that_went_by_leaves_the_patient_on_the_list() {
    for said_yes in [false, true] {
        let (phone, times, visit, waits) = waiting().await;
        phone.clinic.desk_treats(&phone.person, Decision::Ignore).await;
        if said_yes {
            answer(&phone, &waits, true);
            phone.sync().await;
        }
        phone.later(times[1].start - chrono::Utc::now() + chrono::TimeDelta::hours(1));
        phone.until(&waits, "the list again", |state| matches!(state, WishState::Waiting(_))).await;
        assert_eq!(
            (phone.status_there(&waits).await.as_str(), phone.status_there(&visit).await.as_str()),
            ("waitlist", "booked")
        );
        assert_eq!(phone.hears(), [(Subject::Wish, Happened::OfferLapsed)], "said yes: {said_yes}");
        phone.later(times[0].start - times[1].start);
        phone.until(&waits, "the end of the list", |state| *state == WishState::Lapsed).await;
        assert_eq!(phone.status_there(&waits).await, "cancelled");
    }
}

#[tokio::test]
async fn an_offer_the_clinic_takes_back_is_told() {
    let (phone, _, _, waits) = waiting().await;
    let mut there = phone.clinic.has(&format!("Appointment/{waits}")).await.unwrap();
    there["status"] = json!("waitlist");
    for name in ["start", "end", "slot"] {
        there.as_object_mut().unwrap().remove(name);
    }
    phone.clinic.writes(&there).await;
    phone.until(&waits, "the list", |state| matches!(state, WishState::Waiting(_))).await;
    assert_eq!(
        phone.hears(),
        [(Subject::Wish, Happened::Withdrawn)],
        "and that there was one is no news any more"
    );
}

#[tokio::test]
async fn a_visit_cancelled_on_another_phone_was_not_taken_back_by_the_clinic() {
    let (phone, times) = given(&[3]).await;
    let visit = phone.has_booked(&times[0]).await;
    let other = Phone::of(phone.clinic, phone.person.clone()).await;
    other.sync().await;
    other.cancels(&visit, times[0].start);
    other.sync().await;
    assert_eq!(phone.status_there(&visit).await, "cancelled");
    phone.sync().await;
    assert_eq!(phone.hears(), [(Subject::Visit, Happened::Cancelled)]);
    other.sync().await;
    assert_eq!(other.hears(), [], "who cancelled knows");
}

/// Answers an offer as the app does.
fn answer(phone: &Phone, waits: &Id, accept: bool) {
    use cairn::store::Over;
    let patient = &phone.room.owner.patient;
    let there = phone.room.store.read(|r| r.mirrored_one("Appointment", waits)).unwrap().unwrap();
    let raw = serde_json::from_str(&there.body).unwrap();
    let body = if accept { booking::accepted(&raw, patient) } else { booking::let_pass(&raw, patient) };
    let Some((WishAnswer::Offered { start, end }, _)) = phone.wish(waits).answer else { panic!("an offer") };
    let said = accept.then_some(WishAnswer::Accepted { start, end });
    phone
        .room
        .store
        .write(|tx| {
            tx.enqueue_instead_over(
                &super::row(waits, &body),
                &Over::Version(there.version.clone().unwrap()),
            )?;
            tx.answer_wish(waits, said.as_ref(), chrono::Utc::now()).map(drop)
        })
        .unwrap();
}

#[tokio::test]
async fn an_earlier_time_is_offered_and_accepted() {
    let (phone, times, visit, waits) = waiting().await;
    answer(&phone, &waits, true);
    assert!(matches!(phone.stands(&waits), WishState::Accepted { sent: false, .. }));
    assert_eq!(phone.status_there(&visit).await, "booked", "the visit stays until the clinic says yes");
    phone.until(&waits, "a yes", |state| matches!(state, WishState::Confirmed { .. })).await;
    phone.sync().await;
    assert_eq!(phone.status_there(&visit).await, "cancelled");
    assert_eq!(phone.hears(), [(Subject::Wish, Happened::Confirmed)]);
    phone.slot_is(&times[0], "free").await;
    phone.slot_is(&times[1], "busy").await;
}

#[tokio::test]
async fn an_earlier_time_is_let_pass_and_the_place_on_the_list_kept() {
    let (phone, times, visit, waits) = waiting().await;
    answer(&phone, &waits, false);
    phone.until(&waits, "the list again", |state| matches!(state, WishState::Waiting(_))).await;
    phone.slot_is(&times[1], "free").await;
    assert_eq!(
        (phone.status_there(&visit).await.as_str(), phone.status_there(&waits).await.as_str()),
        ("booked", "waitlist")
    );
    phone.takes_back(&waits);
    phone.sync().await;
    assert_eq!(phone.status_there(&waits).await, "cancelled");
    phone.sync().await;
    assert_eq!(phone.status_there(&visit).await, "booked");
}

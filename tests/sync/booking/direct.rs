//! Where no desk decides, a time is the patient's at once or somebody else's, by a transaction as by `$book`: one appointment,
//! whatever is lost on the way.

use super::{Time, lost::at_every_request, times};
use crate::{
    given::Phone,
    support::{Clinic, Fault, eventually},
};
use cairn::{
    care::{Delivery, Happened, Id, Refusal, Subject, booking::WishState},
    fhir::booking::is_place,
};
use futures_util::future::join_all;
use serde_json::{Value, json};
use std::sync::OnceLock;

pub(super) const TRANSACTION: &str = "transaction";
pub(super) const OPERATION: &str = "operation";
pub(super) const ARGONAUT: &str = "argonaut";

pub(super) fn clinic(manner: &str) -> &'static Clinic {
    static TRANSACTIONS: OnceLock<Clinic> = OnceLock::new();
    static OPERATIONS: OnceLock<Clinic> = OnceLock::new();
    static ARGONAUTS: OnceLock<Clinic> = OnceLock::new();
    let shared = match manner {
        TRANSACTION => &TRANSACTIONS,
        OPERATION => &OPERATIONS,
        _ => &ARGONAUTS,
    };
    shared.get_or_init(|| Clinic::open_without_desk(manner))
}

/// A phone, and these times.
pub(super) async fn given(manner: &str, days: &[i64]) -> (Phone, Vec<Time>) {
    let clinic = clinic(manner);
    let (_, times) = times(clinic, days).await;
    (new(clinic).await, times)
}

pub(super) async fn new(clinic: &'static Clinic) -> Phone {
    let phone = Phone::of(clinic, clinic.new_patient().await).await;
    phone.sync().await;
    phone
}

pub(super) const fn is_confirmed(state: &WishState) -> bool {
    matches!(state, WishState::Confirmed { .. })
}

/// How the patient's appointments stand; a place that was kept for one is none.
pub(super) async fn states(phone: &Phone) -> Vec<String> {
    let mut there = phone.appointments().await;
    there.retain(|one| !is_place(one));
    let mut states: Vec<_> = there.iter().map(|one| one["status"].as_str().unwrap().to_owned()).collect();
    states.sort();
    states
}

/// The visit a wish became.
pub(super) fn visit(state: WishState) -> Id {
    let WishState::Confirmed { visit, .. } = state else { panic!("a visit") };
    visit
}

async fn books(manner: &str) {
    let (phone, times) = given(manner, &[3]).await;
    let wish = phone.asks_for(&times[0], None);
    assert_eq!(phone.stands(&wish), WishState::OnThisPhone, "without an answer it is not confirmed");
    phone.sync().await;
    assert!(is_confirmed(&phone.stands(&wish)), "nobody had to decide");
    assert_eq!(
        (states(&phone).await, phone.hears()),
        (vec!["booked".into()], vec![(Subject::Wish, Happened::Confirmed)])
    );
    phone.slot_is(&times[0], "busy").await;
    assert_eq!(phone.room.store.read(|r| r.delivery_count()).unwrap().waiting, 0);
}

async fn loses(manner: &str) {
    let (phone, times) = given(manner, &[3]).await;
    phone.clinic.desk_takes(&times[0].reference()).await;
    let wish = phone.asks_for(&times[0], None);
    phone.sync().await;
    assert_eq!(phone.stands(&wish), WishState::Gone { said: None });
    assert_eq!(phone.hears(), [(Subject::Wish, Happened::Gone)]);
    assert_eq!(states(&phone).await, Vec::<String>::new(), "nothing is left over");
}

/// Moves a visit, whatever is lost on the way, and then cancels it.
async fn moves_and_cancels(manner: &'static str) {
    at_every_request(
        async || {
            let (phone, times) = given(manner, &[3, 5]).await;
            let old = visit({
                let wish = phone.asks_for(&times[0], None);
                phone.until(&wish, "a yes", is_confirmed).await
            });
            for notice in phone.notices() {
                phone.room.store.write(|tx| tx.seen(&notice.id, chrono::Utc::now())).unwrap();
            }
            (phone, (times, old))
        },
        async |phone, (times, old)| {
            let wish = phone.asks_for(&times[1], Some((old, &times[0])));
            phone.until(&wish, "a yes", is_confirmed).await;
            phone.sync().await;
        },
        async |phone, (times, _), request| {
            eventually(&format!("the old one to be given up, request {request}"), async || {
                phone.sync().await;
                (states(phone).await == ["booked", "cancelled"]).then_some(())
            })
            .await;
            phone.slot_is(&times[0], "free").await;
            phone.slot_is(&times[1], "busy").await;
            assert_eq!(states(phone).await, ["booked", "cancelled"], "request {request}");
            phone.sync().await;
            assert_eq!(phone.hears(), [(Subject::Wish, Happened::Confirmed)], "request {request}");
            let there = phone.appointments().await;
            let new = there.iter().find(|one| one["status"] == "booked").unwrap()["id"].as_str().unwrap();
            let new = Id::new(new).unwrap();
            phone.cancels(&new, times[1].start);
            eventually("it to be off", async || {
                phone.sync().await;
                phone.room.store.read(|r| r.cancellation(&new)).unwrap().unwrap().done
            })
            .await;
            phone.slot_is(&times[1], "free").await;
            assert_eq!(states(phone).await, ["cancelled", "cancelled"], "request {request}");
        },
    )
    .await;
}

async fn books_once(manner: &'static str) {
    at_every_request(
        async || given(manner, &[3]).await,
        async |phone, times| {
            let wish = phone.asks_for(&times[0], None);
            phone.until(&wish, "a yes", is_confirmed).await;
        },
        async |phone, times, request| {
            assert_eq!(states(phone).await, ["booked"], "request {request}");
            assert_eq!(phone.hears(), [(Subject::Wish, Happened::Confirmed)], "request {request}");
            phone.slot_is(&times[0], "busy").await;
        },
    )
    .await;
}

async fn races(manner: &str) {
    let clinic = clinic(manner);
    let (_, made) = times(clinic, &[3]).await;
    let phones = join_all((0..6).map(|_| new(clinic))).await;
    let asking = phones.iter().map(async |phone| {
        let wish = phone.asks_for(&made[0], None);
        let answered = |state: &WishState| is_confirmed(state) || matches!(state, WishState::Gone { .. });
        is_confirmed(&phone.until(&wish, "an answer", answered).await)
    });
    let won = join_all(asking).await.into_iter().filter(|won| *won).count();
    let there = clinic.finds(&format!("Appointment?slot={}", made[0].reference())).await;
    assert_eq!((won, there.len()), (1, 1), "one has it, and nothing is left of the others");
}

#[tokio::test]
async fn a_time_is_taken_in_one_transaction() {
    books(TRANSACTION).await;
    loses(TRANSACTION).await;
}

#[tokio::test]
async fn a_time_is_taken_by_the_servers_operation() {
    for manner in [OPERATION, ARGONAUT] {
        books(manner).await;
        loses(manner).await;
    }
}

#[tokio::test]
async fn a_transaction_whose_answer_is_lost_is_made_once() {
    books_once(TRANSACTION).await;
}

#[tokio::test]
async fn an_operation_whose_answer_is_lost_is_made_once() {
    books_once(OPERATION).await;
}

#[tokio::test]
async fn in_a_transaction_a_visit_is_moved_and_cancelled_whatever_is_lost() {
    moves_and_cancels(TRANSACTION).await;
}

#[tokio::test]
async fn by_the_operation_a_visit_is_moved_and_cancelled_whatever_is_lost() {
    moves_and_cancels(OPERATION).await;
}

#[tokio::test]
async fn by_argonauts_operation_a_visit_is_moved_and_cancelled_whatever_is_lost() {
    moves_and_cancels(ARGONAUT).await;
}

#[tokio::test]
async fn of_many_who_take_a_time_themselves_one_has_it() {
    races(TRANSACTION).await;
    races(OPERATION).await;
    races(ARGONAUT).await;
}

/// A visit the patient has.
pub(super) async fn has(phone: &Phone, time: &Time) -> Id {
    let wish = phone.asks_for(time, None);
    visit(phone.until(&wish, "a yes", is_confirmed).await)
}

#[tokio::test]
async fn the_old_visit_stays_where_the_new_one_is_cancelled_before_the_answer_is_heard() {
    let (phone, times) = given(OPERATION, &[3, 5]).await;
    let old = has(&phone, &times[0]).await;
    let first = json!({"patient": phone.person.patient, "method": "POST", "path": "book$", "times": 1});
    phone.clinic.fault_where(first, Fault::Drop).await;
    // What the desk does next is not to be heard before the phone sends again.
    let pull = phone.clinic.fault(&phone.person, "POST", "^/$", 0, Fault::Reset).await;
    let search = phone.clinic.fault(&phone.person, "GET", "Appointment\\?", 0, Fault::Reset).await;
    let wish = phone.asks_for(&times[1], Some((&old, &times[0])));
    phone.sync().await;
    let there = phone.appointments().await;
    let new = there.iter().find(|one| one["id"] != old.as_str()).unwrap()["id"].as_str().unwrap();
    phone.clinic.desk_cancels(new).await;
    for rule in [pull, search] {
        phone.clinic.mend(rule).await;
    }
    phone.later(chrono::TimeDelta::minutes(10));
    phone.until(&wish, "the clinic's no", |state| matches!(state, WishState::Declined { .. })).await;
    assert_eq!(phone.status_there(&old).await, "booked");
    phone.slot_is(&times[0], "busy").await;
}

#[tokio::test]
async fn a_visit_the_clinic_moved_meanwhile_is_not_given_up() {
    for manner in [TRANSACTION, OPERATION] {
        let (phone, times) = given(manner, &[3, 5]).await;
        let old = has(&phone, &times[0]).await;
        phone.clinic.desk_reschedules(old.as_str(), 60).await;
        let wish = phone.asks_for(&times[1], Some((&old, &times[0])));
        phone.until(&wish, "a no", |state| *state == WishState::Declined { said: None }).await;
        assert_eq!(
            (phone.status_there(&old).await.as_str(), states(&phone).await.len()),
            ("booked", 1),
            "{manner}"
        );
        phone.slot_is(&times[1], "free").await;
    }
}

#[tokio::test]
async fn weeks_later_a_visit_is_cancelled_in_the_way_it_was_booked() {
    let (phone, times) = given(OPERATION, &[20]).await;
    let visit = has(&phone, &times[0]).await;
    phone.later(chrono::TimeDelta::days(15));
    phone.cancels(&visit, times[0].start);
    eventually("it to be off", async || {
        phone.sync().await;
        phone.room.store.read(|r| r.cancellation(&visit)).unwrap().unwrap().done
    })
    .await;
    assert_eq!(states(&phone).await, ["cancelled"]);
    phone.slot_is(&times[0], "free").await;
}

#[tokio::test]
async fn an_operation_that_is_not_for_patients_is_no_time_that_is_gone() {
    let (phone, times) = given(OPERATION, &[3]).await;
    let rule = phone.clinic.fault(&phone.person, "POST", "book$", 0, Fault::Status(403)).await;
    let wish = phone.asks_for(&times[0], None);
    phone.sync().await;
    assert!(phone.clinic.hits(rule).await > 0);
    // Nor does this clinic take what a desk would decide about.
    assert_eq!(phone.stands(&wish), WishState::NeedsAttention(Refusal::NotAllowed));
    assert_eq!(phone.delivery(&wish), Delivery::NeedsAttention(Refusal::NotAllowed));
    assert_eq!((phone.hears(), states(&phone).await.len()), (Vec::new(), 0));
}

#[tokio::test]
async fn a_booked_visit_is_not_asked_for_again_where_the_old_one_cannot_be_given_up() {
    let (phone, times) = given(OPERATION, &[3, 5]).await;
    let old = has(&phone, &times[0]).await;
    let rule = json!({"patient": phone.person.patient, "path": "book$", "sends": "cancelled", "times": 0});
    let rule = phone.clinic.fault_where(rule, Fault::Status(403)).await;
    let wish = phone.asks_for(&times[1], Some((&old, &times[0])));
    phone.sync().await;
    assert!(phone.clinic.hits(rule).await > 0);
    assert_eq!(states(&phone).await, ["booked", "booked"], "both stand, and the patient sees both");
    let requests = phone.requests(0).await;
    assert!(!requests.iter().any(|one| one["method"] == "PUT"), "nothing is asked of a desk");
    assert_eq!(phone.delivery(&wish), Delivery::NeedsAttention(Refusal::NotAllowed));
}

#[tokio::test]
async fn where_the_transaction_is_refused_after_all_a_desk_decides() {
    let (phone, times) = given(TRANSACTION, &[3]).await;
    let rule = phone.clinic.fault(&phone.person, "POST", "^/$", 0, Fault::Status(403)).await;
    let wish = phone.asks_for(&times[0], None);
    phone.until(&wish, "a yes", is_confirmed).await;
    assert!(phone.clinic.hits(rule).await > 0);
    phone.clinic.mend(rule).await;
    assert_eq!(states(&phone).await, ["booked"]);
    let other = phone.requests(0).await;
    let asked = |request: &&Value| {
        request["method"] == "PUT" && request["body"].as_str().unwrap().contains("\"proposed\"")
    };
    assert_eq!(other.iter().filter(asked).count(), 1, "it was asked for");
}

/// The control: what holds is the version. Without one a time that somebody has is taken again.
#[tokio::test]
async fn whoever_takes_a_time_over_no_version_takes_it_from_somebody() {
    let clinic = clinic(TRANSACTION);
    let (_, made) = times(clinic, &[3]).await;
    let slot = clinic.has(&made[0].reference()).await.unwrap();
    clinic.desk_takes(&made[0].reference()).await;
    let taken = |over: Option<&str>| {
        let mut request = json!({"method": "PUT", "url": made[0].reference()});
        if let Some(over) = over {
            request["ifMatch"] = json!(over);
        }
        let mut slot = slot.clone();
        slot["status"] = json!("busy");
        json!({"resourceType": "Bundle", "type": "transaction", "entry": [{"resource": slot, "request": request}]})
    };
    let key = clinic.clinic_token().await;
    let version = format!("W/\"{}\"", slot["meta"]["versionId"].as_str().unwrap());
    let (over, _) = clinic.ask("POST", "", &key, Some(&taken(Some(&version)))).await;
    let (over_any, _) = clinic.ask("POST", "", &key, Some(&taken(None))).await;
    assert!((400..500).contains(&over), "{over}");
    assert_eq!(over_any, 200, "the control takes it");
}

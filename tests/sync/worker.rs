//! The worker sleeps until there is a reason, and finds the reasons by itself.

use crate::{
    given::{Phone, Trouble, check_in, outgoing},
    support::{Fault, eventually},
};
use cairn::{
    care::{Delivery, Id},
    store::Outgoing,
    sync::{Progress, Wake, Worker},
};
use chrono::{TimeDelta, Utc};
use serde_json::json;
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

/// A worker that is through with its first look, and how many runs it has ended.
async fn at_rest(phone: &Phone) -> (Worker, Arc<AtomicUsize>) {
    let ended = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&ended);
    let listener = Arc::new(move |progress: Progress<'_>| {
        if let Progress::Ended(_) = progress {
            count.fetch_add(1, Ordering::SeqCst);
        }
    });
    let worker = Worker::start(phone.room.clone(), listener);
    eventually("the first look", async || (ended.load(Ordering::SeqCst) > 0).then_some(())).await;
    (worker, ended)
}

async fn is_sent(phone: &Phone, record: &Id) {
    eventually("the delivery", async || matches!(phone.delivery(record), Delivery::Sent(_)).then_some(()))
        .await;
}

#[tokio::test]
async fn one_check_in_costs_one_request() {
    let phone = Phone::new().await;
    let (worker, _) = at_rest(&phone).await;
    let seen = phone.requests(0).await.len();
    let record = phone.check_in(5);
    worker.wake(Wake::Queued);
    is_sent(&phone, &record).await;
    worker.stop().await;
    let requests = phone.requests(seen).await;
    assert_eq!(requests.len(), 1, "{requests:?}");
}

#[tokio::test]
async fn it_wakes_by_itself_when_something_may_be_sent() {
    let phone = Phone::new().await;
    let (worker, _) = at_rest(&phone).await;
    let id = cairn::platform::ids::new();
    let body = json!({
        "resourceType": "Observation", "id": id, "status": "final", "code": {"text": "mood"},
        "subject": {"reference": format!("Patient/{}", phone.person.patient)}
    });
    let outgoing = Outgoing { not_before: Utc::now() + TimeDelta::seconds(2), ..outgoing(&id, &body, false) };
    phone.room.store.write(|tx| tx.enqueue(&outgoing)).unwrap();
    worker.wake(Wake::Queued);
    is_sent(&phone, &id).await;
    assert!(Utc::now() >= outgoing.not_before);
    worker.stop().await;
}

#[tokio::test]
async fn it_tries_again_by_itself_after_a_failure() {
    let phone = Phone::new().await;
    let (worker, ended) = at_rest(&phone).await;
    phone.clinic.fault(&phone.person, "PUT", "", 3, Fault::Reset).await;
    let record = phone.check_in(5);
    let runs = ended.load(Ordering::SeqCst);
    worker.wake(Wake::Queued);
    is_sent(&phone, &record).await;
    worker.stop().await;
    assert!(ended.load(Ordering::SeqCst) - runs >= 3);
    assert_eq!(phone.version(&record).await, 1);
}

#[tokio::test]
async fn however_often_it_is_woken_it_does_one_thing_at_a_time() {
    let phone = Phone::new().await;
    let (worker, _) = at_rest(&phone).await;
    let busy = Arc::new(AtomicUsize::new(0));
    drop(worker);
    let (now, most) = (Arc::clone(&busy), Arc::new(AtomicUsize::new(0)));
    let seen = Arc::clone(&most);
    let listener = Arc::new(move |progress: Progress<'_>| match progress {
        Progress::Began => {
            seen.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        }
        Progress::Ended(_) => {
            now.fetch_sub(1, Ordering::SeqCst);
        }
        _ => {}
    });
    let worker = Worker::start(phone.room.clone(), listener);
    let records: Vec<_> = (0..30)
        .map(|mood| {
            let record = check_in(&phone.room.store, &phone.room.owner.patient, mood % 11);
            worker.wake(if mood % 2 == 0 { Wake::Look } else { Wake::Queued });
            record
        })
        .collect();
    for record in &records {
        is_sent(&phone, record).await;
    }
    worker.stop().await;
    assert_eq!(most.load(Ordering::SeqCst), 1);
    let writes = phone.requests(0).await.into_iter().filter(|request| request["method"] == "PUT").count();
    assert_eq!(writes, records.len());
}

#[tokio::test]
async fn a_store_that_refuses_is_told_and_not_taken_for_a_change_of_mind() {
    let phone = Phone::new().await;
    let record = phone.check_in(5);
    phone.beneath("CREATE TRIGGER odd BEFORE UPDATE ON outbox BEGIN SELECT raise(ABORT, 'odd'); END");
    let run = phone.sync().await;
    assert_eq!((run.trouble, run.settled.len()), (Some(Trouble::Store), 0));
    phone.beneath("DROP TRIGGER odd");
    assert_eq!(phone.sync().await.settled, [record]);
}

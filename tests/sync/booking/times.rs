//! Free times are fetched only when somebody looks for one, page by page, and a walk that was cut off is gone on with.

use super::times;
use crate::{
    given::{Phone, Trouble, fetch_times},
    support::Fault,
};
use cairn::{care::VisitKind, clinic::ClinicError, sync::Wanted};
use chrono::{TimeDelta, Utc};
use serde_json::Value;

const WANTED: Wanted = Wanted { kind: VisitKind::Preparation, weeks: 4 };

/// The slots that are on the phone.
fn here(phone: &Phone) -> Vec<String> {
    let found = phone.room.store.read(|r| r.slots(Utc::now(), Utc::now() + TimeDelta::weeks(9))).unwrap();
    found.into_iter().map(|kept| kept.id.to_string()).collect()
}

fn age(phone: &Phone) -> Option<TimeDelta> {
    let asked = phone.room.store.read(|r| r.slots_asked(VisitKind::Preparation)).unwrap();
    asked.map(|asked| Utc::now() - asked.at)
}

/// Requests for times among these.
fn for_times(requests: &[Value]) -> Vec<&str> {
    let paths = requests.iter().map(|request| request["path"].as_str().unwrap());
    paths.filter(|path| path.contains("Slot")).collect()
}

#[tokio::test]
async fn nobody_who_does_not_look_for_a_time_fetches_any() {
    let phone = Phone::new().await;
    let (_, made) = times(phone.clinic, &[2]).await;
    phone.sync().await;
    let before = phone.requests(0).await;
    assert_eq!(for_times(&before), Vec::<&str>::new());
    assert!(here(&phone).is_empty() && age(&phone).is_none());

    assert_eq!(fetch_times(&phone.room, WANTED).await, None);
    let after = phone.requests(before.len()).await;
    assert!(here(&phone).contains(&made[0].slot.to_string()));
    assert!(age(&phone).is_some_and(|age| age < TimeDelta::minutes(1)));
    assert!(!for_times(&after).is_empty());
}

#[tokio::test]
async fn taken_and_gone_times_are_not_shown_after_the_next_look() {
    let phone = Phone::new().await;
    let (_, made) = times(phone.clinic, &[2, 3, 4, 40]).await;
    fetch_times(&phone.room, WANTED).await;
    let names: Vec<_> = made.iter().map(|time| time.slot.to_string()).collect();
    let shown = |names: &[String]| names.iter().map(|name| here(&phone).contains(name)).collect::<Vec<_>>();
    assert_eq!(shown(&names), [true, true, true, false], "four weeks were asked for");
    phone.clinic.desk_takes(&made[0].reference()).await;
    phone.clinic.desk_withdraws(&made[1].reference()).await;
    fetch_times(&phone.room, WANTED).await;
    assert_eq!(shown(&names), [false, false, true, false]);
}

#[tokio::test]
async fn a_walk_that_was_cut_off_keeps_what_it_had_and_goes_on_there() {
    let phone = Phone::new().await;
    let days: Vec<i64> = (0..60).map(|at| 1 + at % 27).collect();
    let (_, made) = times(phone.clinic, &days).await;
    let ours = |found: Vec<String>| {
        found.iter().filter(|id| made.iter().any(|time| time.slot.as_str() == *id)).count()
    };
    // The first page comes, the others do not.
    let rule = serde_json::json!({"patient": phone.person.patient, "method": "GET", "path": "Slot", "after": 1, "times": 0});
    let rule = phone.clinic.fault_where(rule, Fault::Reset).await;
    assert!(fetch_times(&phone.room, WANTED).await.is_some());
    let had = here(&phone).len();
    assert!(had >= 50 && age(&phone).is_none(), "{had}: some are here, and nobody says that these are all");
    phone.clinic.mend(rule).await;
    let seen = phone.requests(0).await.len();
    assert_eq!(fetch_times(&phone.room, WANTED).await, None);
    assert_eq!(ours(here(&phone)), made.len());
    assert!(age(&phone).is_some());
    let again = phone.requests(seen).await;
    let first = for_times(&again)[0];
    assert!(first.contains("_cursor="), "not from the start: {first}");
}

#[tokio::test]
async fn who_may_not_see_times_is_told_so() {
    let phone = Phone::new().await;
    phone.clinic.fault(&phone.person, "GET", "^/Schedule", 1, Fault::Status(403)).await;
    let trouble = fetch_times(&phone.room, WANTED).await;
    assert_eq!(trouble, Some(Trouble::Clinic(ClinicError::NotAllowed)));
    assert_eq!(age(&phone), None);
}
